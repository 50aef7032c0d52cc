"""Tasks that two processes share: all are done, in their order, and what goes wrong is told."""

import os
import time
from functools import partial

import pytest

from course.studio.side_by_side import FEW, SideBySide


def who(n: int) -> tuple[int, int]:
    """The task's number and the process that did it, after a twentieth of a second."""
    time.sleep(0.05)
    return n, os.getpid()


def refuse() -> None:
    raise ValueError("there is nothing")


def test_many_are_shared_and_come_in_their_order() -> None:
    """The second process takes the first as soon as it is there; this one begins at the end."""
    with SideBySide() as both:
        found = both.found(both.begun([partial(who, n) for n in range(FEW + 28)]))
    assert [n for n, _ in found] == list(range(FEW + 28))
    assert found[0][1] != os.getpid() == found[-1][1]


def test_few_are_done_here() -> None:
    with SideBySide() as both:
        found = both.found(both.begun([partial(who, n) for n in range(FEW)]))
    assert found == [(n, os.getpid()) for n in range(FEW)]


@pytest.mark.parametrize("n", [1, FEW + 28])
def test_what_goes_wrong_in_a_task_goes_wrong_for_who_asked(n: int) -> None:
    with SideBySide() as both, pytest.raises(ValueError, match="there is nothing"):
        both.found(both.begun([refuse, *(partial(who, n) for n in range(1, n))]))
