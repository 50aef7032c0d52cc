"""Where an exercise stands in a class, and what may come next.

An exercise is open (round 1, everybody alone), closed, shown (how the class answered), perhaps open
once more (round 2, revised), and in the end revealed (what holds, and why). Nothing is shown before
the instructor shows it, and each step back is a step too.

What a class does together besides goes another way: it is dealt out, then led part by part, and in
the end comes what it was about.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

from attrs import frozen

Phase = Literal["open", "closed", "shown", "revealed"]
Action = Literal["close", "show", "revise", "reveal", "undo", "deal", "part", "again"]

ROUNDS = (1, 2)
"""Alone, and revised after the talk."""


@frozen
class Stand:
    """Which round an exercise is in, and its phase."""

    round: int = 1
    phase: Phase = "open"


class NotNowError(Exception):
    """What cannot be done as the room stands; ``key`` names the sentence that says so."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def offered(stand: Stand, *, was_shown: bool) -> dict[Action, Stand]:
    """What can be done with an exercise as it stands, and how it stands then.

    ``was_shown``: whether this round has been shown. Then it is not opened again: somebody who
    changes an answer between two showings could be seen by the difference.

    >>> list(offered(Stand(), was_shown=False))
    ['close']
    >>> offered(Stand(1, "shown"), was_shown=True)["revise"]
    Stand(round=2, phase='open')
    """
    found: dict[Action, Stand] = {}
    if stand.phase == "open":
        found["close"] = Stand(stand.round, "closed")
        if stand.round > 1:
            found["undo"] = Stand(stand.round - 1, "shown")
    elif stand.phase == "closed":
        found["show"] = Stand(stand.round, "shown")
        if not was_shown:
            found["undo"] = Stand(stand.round, "open")
    elif stand.phase == "shown":
        if stand.round < ROUNDS[-1]:
            found["revise"] = Stand(stand.round + 1, "open")
        found["reveal"] = Stand(stand.round, "revealed")
        found["undo"] = Stand(stand.round, "closed")
    else:
        found["undo"] = Stand(stand.round, "shown")
    return found


def offered_in_parts(stand: Stand, parts: int, begins: Sequence[int] = ()) -> dict[Action, Stand]:
    """What can be done with what is dealt out and led part by part; a round is a part.

    What has been dealt is not taken back: it has been read. What is played ``begins`` at some of
    its parts, and can be seen again from the latest of them.

    >>> list(offered_in_parts(Stand(), 3)), list(offered_in_parts(Stand(2, "shown"), 3))
    (['deal'], ['part', 'reveal', 'undo'])
    >>> offered_in_parts(Stand(9, "shown"), 9, begins=(1, 6))["again"]
    Stand(round=6, phase='shown')
    """
    if stand.phase == "open":
        return {"deal": Stand(1, "shown")}
    if stand.phase == "revealed":
        return {"undo": Stand(stand.round, "shown")}
    found: dict[Action, Stand] = {}
    if stand.round < parts:
        found["part"] = Stand(stand.round + 1, "shown")
    found["reveal"] = Stand(stand.round, "revealed")
    if stand.round > 1:
        found["undo"] = Stand(stand.round - 1, "shown")
    if begins and stand.round not in begins:
        found["again"] = Stand(max(one for one in begins if one < stand.round), "shown")
    return found


def after(offered: Mapping[Action, Stand], action: str) -> Stand:
    """How an exercise stands after an action; NotNowError where it is not offered."""
    for name, then in offered.items():
        if name == action:
            return then
    raise NotNowError("not-offered")


def takes(stand: Stand, round: int, *, has_answered: bool) -> bool:
    """Whether an answer to a round is taken.

    While it is open, and may then be changed. Who has not answered by the time that it closes may
    still do so, until it is told what holds: a telephone may have been without a line.
    """
    if round != stand.round or stand.phase == "revealed":
        return False
    return stand.phase == "open" or not has_answered
