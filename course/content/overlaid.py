"""Folders of the same shape that lie over one another, and are read as one.

A municipality that wants its own name, units or cases in the course keeps them in a folder of the
same shape and lays it over the course's own: a file of the overlay stands in the place of the file
of that name, and what only the overlay has is added. Nothing is copied.
"""

import os
from contextlib import suppress
from pathlib import Path

from attrs import frozen

from course.once import known


@frozen
class Overlaid:
    """Folders, the lowest first; ``Course`` says what is read from them.

    >>> from course.paths import ROOT
    >>> one = Overlaid((ROOT,))
    >>> one.name(one.file("data/glossary.yml"))
    'data/glossary.yml'
    """

    folders: tuple[Path, ...]

    def file(self, name: str) -> Path:
        """The file of that name, such as ``data/glossary.yml``: the topmost one there is."""
        return known(("file", self.folders, name), lambda: self._file(name))

    def _file(self, name: str) -> Path:
        for folder in reversed(self.folders):
            if (file := folder / name).is_file():
                return file
        return self.folders[0] / name

    def layers(self, name: str) -> tuple[Path, ...]:
        """The files of that name, the lowest first, where each is laid over those before it."""
        return known(
            ("layers", self.folders, name),
            lambda: tuple(file for folder in self.folders if (file := folder / name).is_file()),
        )

    def changed(self, *names: str) -> tuple[int, ...]:
        """When the files of some names were changed, in each folder; 0 where there is none.

        As long as it is the same, so is what was read of them. It is asked whenever an exercise is,
        and makes no paths for that, which would take ten times as long.
        """
        return tuple(_changed(f"{folder}/{name}") for name in names for folder in self.folders)

    def files(self, pattern: str) -> tuple[Path, ...]:
        """The files that a pattern finds in the folders, by name, each name once."""
        return known(("files", self.folders, pattern), lambda: self._files(pattern))

    def _files(self, pattern: str) -> tuple[Path, ...]:
        found: dict[tuple[str, ...], Path] = {}
        for folder in self.folders:
            found.update(
                (file.parts[len(folder.parts) :], file)
                for file in folder.glob(pattern)
                if file.is_file()
            )
        return tuple(found[name] for name in sorted(found))

    def name(self, file: Path) -> str:
        """What a file is called in its folder, whichever that is."""
        name = file.as_posix()
        starts = (f"{folder.as_posix()}/" for folder in reversed(self.folders))
        return name.removeprefix(next(start for start in starts if name.startswith(start)))


def _changed(file: str) -> int:
    with suppress(OSError, ValueError):
        return os.stat(file).st_mtime_ns
    return 0
