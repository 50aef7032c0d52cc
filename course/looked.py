"""Things that are found by looking into a folder, by name, each loaded when it is asked for."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Generic, TypeVar

T = TypeVar("T")


class Found(Mapping[str, T], Generic[T]):
    """What is there by name, in alphabetical order, and how each is loaded.

    >>> found = Found(lambda: ["b", "a"], str.upper)
    >>> list(found), "b" in found, found["b"]
    (['a', 'b'], True, 'B')
    """

    def __init__(
        self,
        names: Callable[[], Iterable[str]],
        load: Callable[[str], T],
        near: Callable[[], Iterable[str]] = tuple,
    ) -> None:
        """``names`` looks, when it is first wanted; ``load`` loads one, once.

        ``near`` gives those that are found at once, where to look for all takes long.
        """
        self._near = cache(lambda: frozenset(near()))
        self._names = cache(lambda: tuple(sorted(names())))
        self._load = cache(load)

    def __getitem__(self, name: str) -> T:
        if name not in self:
            raise KeyError(name)
        return self._load(name)

    def __contains__(self, name: object) -> bool:
        # Mapping's own would load it.
        return name in self._near() or name in self._names()

    def __iter__(self) -> Iterator[str]:
        return iter(self._names())

    def __len__(self) -> int:
        return len(self._names())
