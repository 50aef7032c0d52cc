"""What was found out before and still holds, kept between runs in a file that may be deleted.

A finding is kept under what it was found from: the bytes of the files, and those of the code that
found it. Nothing is kept under a date, so that no fault hides behind a clock or a copied file.
"""

import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any

from course.faults import Fault
from course.kinds import folders
from course.once import known
from course.paths import LANGUAGES, PACKAGE
from course.studio.side_by_side import FEW, SideBySide, Task

_CODE = (".py", ".yml", ".json", ".html", ".md")


def fingerprint_of(*parts: object) -> str:
    """A fingerprint of texts and numbers: other parts, another fingerprint.

    >>> fingerprint_of("a", "b") == fingerprint_of("ab")
    False
    """
    return hashlib.sha256(json.dumps(parts, default=str).encode()).hexdigest()


def content_of(files: Iterable[Path]) -> list[str]:
    """The content of files as fingerprints, wherever they lie; of what is no file, why it is none.

    A pipe is not opened: nobody may ever write to it. Within `course.once` each is read once.
    """
    return [known(("content", file), partial(_content, file)) for file in files]


def _content(file: Path) -> str:
    try:
        given = file.read_bytes() if file.is_file() else b"no file"
    except OSError as error:
        given = f"not read: {error.errno}".encode()
    return hashlib.sha256(given).hexdigest()


Told = dict[str, str]
"""A fault as it is told, in each language: what is kept of it."""


def told(faults: Iterable[Fault]) -> list[Told]:
    """Faults as they are told, to be kept."""
    return [{language: fault.told(language) for language in LANGUAGES} for fault in faults]


@cache
def code() -> str:
    """The fingerprint of the code that finds: the package's own, that of kinds from elsewhere.

    Which packages are installed counts as well: one of them measures how hard a text is to read.
    """
    places = [PACKAGE, *(one for one in folders().values() if not one.is_relative_to(PACKAGE))]
    files = [Path(file) for place in places for file in sorted(_files_below(place))]
    # A package's folder is called by its name and version, which is read sooner than its metadata.
    versions = sorted(f.name for place in sys.path for f in Path(place).glob("*.*-info"))
    return fingerprint_of(sys.version, versions, [file.name for file in files], content_of(files))


def _files_below(place: Path) -> Iterator[str]:
    lessons = str(PACKAGE / "house")  # inside the package they are read as any other
    for folder, within, names in os.walk(place):
        within[:] = [one for one in within if os.path.join(folder, one) != lessons]
        yield from (os.path.join(folder, name) for name in names if name.endswith(_CODE))


class Kept:
    """Findings by name, each with the fingerprint that it holds for."""

    def __init__(self, file: Path) -> None:
        """The findings in a file; none where it is not there, or holds something else."""
        self._file = file
        self._before = _read(file)
        self._now: dict[str, list[Any]] = {}

    def get(self, name: str, fingerprint: str, find: Callable[[], Any]) -> Any:
        """What was found for the fingerprint, or what ``find`` finds now: plain JSON."""
        before, found = self.before(name)
        return self.put(name, fingerprint, found if before == fingerprint else find())

    def each(
        self, asked: Iterable[tuple[str, str, Task]], both: SideBySide, *, few: int = FEW
    ) -> Callable[[], list[Any]]:
        """What `get` gives for each, once the result is called; till then it is being found."""
        asked = list(asked)
        new = [one for one in asked if self.before(one[0])[0] != one[1]]
        begun = both.begun([find for _, _, find in new], few=few)

        def ended() -> list[Any]:
            found = dict(zip((name for name, _, _ in new), both.found(begun), strict=True))
            return [
                self.put(name, seen, found[name] if name in found else self.before(name)[1])
                for name, seen, _ in asked
            ]

        return ended

    def before(self, name: str) -> tuple[str, Any]:
        """The fingerprint that was last kept under a name, and what was found for it."""
        kept = self._before.get(name)
        return (kept[0], kept[1]) if isinstance(kept, list) and len(kept) == 2 else ("", None)

    def put(self, name: str, fingerprint: str, found: Any) -> Any:
        """Keep what was found for a fingerprint, and give it back."""
        self._now[name] = [fingerprint, found]
        return found

    def keep(self, *, of_all: bool = True) -> None:
        """Write what was asked for in this run, if it differs; where nothing can be, nothing is.

        If that was not ``of_all`` there is, the rest is kept as it was.
        """
        if not of_all:
            self._now = {**self._before, **self._now}
        if self._now == self._before:
            return
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            passing = self._file.with_suffix(".new")
            passing.write_text(json.dumps(self._now, ensure_ascii=False), encoding="utf-8")
            passing.replace(self._file)
        except OSError:
            return


def _read(file: Path) -> dict[str, Any]:
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
