"""What is found out once: while a page is drawn or a course gone through, or of one and the same.

A page asks for the same again and again: where a file lies, when it was changed, what the journal
has. Each time a disk is asked, and nothing changes in the hundredth of a second that a page takes.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

T = TypeVar("T")

_known: ContextVar[dict[Hashable, Any] | None] = ContextVar("known", default=None)


@contextmanager
def once() -> Iterator[None]:
    """Within it whatever is asked for by `known` is found out once, and taken not to change.

    One within another goes on with what that one knows; other threads find out for themselves.

    >>> numbers = iter(range(3))
    >>> with once():
    ...     known("n", lambda: next(numbers)), known("n", lambda: next(numbers))
    (0, 0)
    >>> known("n", lambda: next(numbers))
    1
    """
    if _known.get() is not None:
        yield
        return
    before = _known.set({})
    try:
        yield
    finally:
        _known.reset(before)


def known(what: Hashable, find: Callable[[], T]) -> T:
    """What ``find`` gives; within `once` what it gave before under the same name."""
    held = _known.get()
    if held is None:
        return find()
    if what not in held:
        held[what] = find()
    found: T = held[what]
    return found


class Same:
    """A thing by its identity, to keep by it what follows from the thing (`functools.lru_cache`).

    It is for frozen things that hold lists, which have no hash, and are read from their file once.

    >>> one = [1]
    >>> Same(one) == Same(one), Same(one) == Same([1])
    (True, False)
    """

    __slots__ = ("thing",)

    def __init__(self, thing: Any) -> None:
        """``thing`` lives as long as this does, so that nothing else gets its identity."""
        self.thing = thing

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.thing is self.thing

    def __hash__(self) -> int:
        return id(self.thing)
