"""Much to find out, in a second process beside this one; little, in this one alone.

The second takes tasks from the front and this one from the back, so that both are ready at about
the same time, and neither waits while the second one starts. What a task finds is plain JSON; a
task itself is a function of a module, with what it is asked for (`functools.partial`).
"""

import atexit
import gc
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from types import TracebackType
from typing import TYPE_CHECKING, Any

from course.marked import held
from course.once import once

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

Task = Callable[[], Any]

FEW = 12
"""So many tasks are done before a second process would have started."""

Begun = list[tuple[Task, "Future[Any] | None"]]
"""Tasks in their order, and for each what the second process has of it, where there is one."""


class SideBySide:
    """This process, and the second one as soon as there is much to do.

    >>> with SideBySide() as both:
    ...     both.found(both.begun([lambda: 1, lambda: 2]))
    [1, 2]
    """

    def __init__(self) -> None:
        """No process is started yet."""
        self._second: ProcessPoolExecutor | None = None

    def __enter__(self) -> "SideBySide":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._second is not None:
            self._second.shutdown(cancel_futures=True)

    def begun(self, tasks: Sequence[Task], *, few: int = FEW) -> Begun:
        """Tasks of which the second process does what it can from now on, if they are many."""
        if len(tasks) <= few:
            return [(task, None) for task in tasks]
        if self._second is None:
            from concurrent.futures import ProcessPoolExecutor
            from multiprocessing import get_context

            # A copy of this process would be quicker; with threads in it, it may hang.
            self._second = ProcessPoolExecutor(1, get_context("spawn"), _alike)
        return [(task, self._second.submit(task)) for task in tasks]

    def found(self, begun: Begun) -> list[Any]:
        """What the tasks found, in their order; those that nobody has begun are done here."""
        own = {
            n: task()
            for n, (task, future) in reversed(list(enumerate(begun)))
            if future is None or future.cancel()
        }
        return [
            own[n] if n in own or future is None else future.result()
            for n, (_, future) in enumerate(begun)
        ]


_around = ExitStack()


def leave_circles() -> None:
    """Let this process, which ends in some seconds, look for no circles of things, nor at its end.

    That took a fifth of the time, and another half second of each process when it ended.
    """
    gc.disable()
    atexit.register(gc.freeze)


def _alike() -> None:
    """Let the second process go about its tasks as ``course check`` itself does."""
    leave_circles()
    for one in (held(), once()):
        _around.enter_context(one)
