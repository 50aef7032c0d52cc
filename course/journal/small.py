"""Small things that are replaced rather than added, by name, in one file."""

import json
import os
from pathlib import Path

from course.journal.writing import replace

_LARGEST = 64_000_000  # bytes; more was not written by the course


class SmallThings:
    """Contents by name, in a JSON file of one object; a broken file counts as an empty one.

    Whoever calls ``put`` or ``clear`` sees to it that nobody else does at the same time.
    """

    def __init__(self, path: Path) -> None:
        """Prepare to use ``path``, which need not exist."""
        self._path = path
        self._broken = path.with_suffix(".broken" + path.suffix)
        self._seen: tuple[tuple[int, ...], dict[str, bytes]] | None = None

    def read(self) -> dict[str, bytes]:
        """Return everything there is; raise OSError if the file cannot be read."""
        try:
            return self._read()
        except ValueError:
            return {}

    def put(self, name: str, content: bytes | None) -> None:
        """Replace one content, or remove it with None; raise OSError if that fails.

        A broken file is put aside first, with what may be left in it.
        """
        try:
            things = dict(self._read())
        except ValueError:
            self._path.replace(self._broken)
            things = {}
        things.pop(name, None)
        if content is not None:
            things[name] = content
        # Bytes that are not UTF-8 become halves of surrogate pairs, and those become \udc80.
        said = {name: thing.decode("utf-8", "surrogateescape") for name, thing in things.items()}
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        replace(self._path, json.dumps(said).encode("ascii"))

    def clear(self) -> None:
        """Remove everything, and what was put aside or left half-written; may raise OSError."""
        unfinished = self._path.parent.glob(f"{self._path.name}*.part")
        for file in (self._path, self._broken, *unfinished):
            file.unlink(missing_ok=True)

    def _read(self) -> dict[str, bytes]:
        """Read the file, unless it is the one that was read last; ValueError if it is broken."""
        try:
            file = self._path.open("rb")
        except FileNotFoundError:
            return {}
        with file:
            status = os.fstat(file.fileno())
            state = (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)
            seen = self._seen
            if seen is not None and seen[0] == state:
                return seen[1]
            if status.st_size > _LARGEST:
                raise ValueError("the file is too large")
            content = file.read()
        things = _decoded(content)
        self._seen = (state, things)
        return things


def _decoded(content: bytes) -> dict[str, bytes]:
    try:
        said = json.loads(content)
    except RecursionError:
        said = None
    if not isinstance(said, dict) or not all(isinstance(one, str) for one in said.values()):
        raise ValueError("the file does not hold texts by name")
    return {name: text.encode("utf-8", "surrogateescape") for name, text in said.items()}
