"""Very many events at once: what a journal of years is, when it is read or brought in."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

MANY = 1_000_000
"""The bytes of a journal from which on it has very many; some three thousand events."""


@contextmanager
def no_collection() -> Iterator[None]:
    """Leave the garbage collector out while very many objects are made that are to stay.

    It would look through all of them several times over, for a tenth of a second each, in which
    everybody waits. They hold no cycles and are never looked at again.

    >>> with no_collection():
    ...     gc.isenabled()
    False
    >>> gc.isenabled()
    True
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_enabled:
            gc.enable()
