"""Modules that a session was not seen to need, fetched where it needs one after all."""

import sys
from collections.abc import Callable, Iterable, Sequence
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path


class Rest:
    """The last of those that find modules: of the names that are in an archive of their own.

    >>> looked: list[str] = []
    >>> rest = Rest(["email.mime"], Path("/rest.zip"), lambda: looked.append("fetched"))
    >>> rest.find_spec("numpy"), looked
    (None, [])
    """

    def __init__(self, names: Iterable[str], archive: Path, fetch: Callable[[], None]) -> None:
        """``fetch`` puts the archive in its place; it is called once, when it must be."""
        self._names = frozenset(names)
        self._archive = archive
        self._fetch = fetch

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: object = None
    ) -> ModuleSpec | None:
        """Where a module is; None where it is not in the archive."""
        if name not in self._names:
            return None
        if not self._archive.exists():
            self._fetch()
        parent = name.rpartition(".")[0].replace(".", "/")
        return PathFinder.find_spec(name, [str(self._archive / parent)])

    def install(self) -> None:
        """Be asked for what is not found in the usual way, before anyone says that it is gone."""
        sys.meta_path.insert(sys.meta_path.index(PathFinder) + 1, self)
