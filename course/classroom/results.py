"""How a class answered an exercise, as a picture and a table need it: sums, and nothing smaller."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Self

from attrs import frozen

from course.classroom.moves import moves
from course.classroom.phases import ROUNDS
from course.classroom.room import Given, Room
from course.classroom.sums import Counts, cells, most
from course.kinds.polled import Poll, Row
from course.plain import Json


def result(room: Room, step: int, poll: Poll) -> Json:
    """The sums of the rounds that have been shown, and how the class moved between them.

    ``rounds`` has how many answered each of them, None where that is too few to show. ``rows`` has
    for each row the ``cells`` that can be told, with a number a round; ``most``, by round, where
    they cannot be told apart; and ``mean`` where the places are points of a scale.
    """
    shown = [n for n in ROUNDS if room.round(step, n).at_first is not None]
    stand = room.stands[step]
    if stand.phase in ("open", "closed"):  # of this round nothing is seen
        shown = [n for n in shown if n < stand.round]
    answers = [room.shown_answers(step, n) for n in shown]
    placed = [[poll.cells(one.answer) for one in given.values()] for given in answers]
    hands = [room.round(step, n).hands for n in shown]
    smallest = room.about.smallest
    people = [(len(one), _raised(hand)) for one, hand in zip(placed, hands, strict=True)]
    rows = []
    for row in poll.rows:
        if not row.aside:
            sums = [_Sums.of(row, *both) for both in zip(placed, hands, strict=True)]
            rows.append(_told(row, sums, smallest, poll))
    return {
        "rounds": [sum(both) if _is_enough(*both, smallest) else None for both in people],
        "rows": rows,
        "moves": _moves(poll, answers, smallest) if len(answers) == len(ROUNDS) else None,
    }


def _raised(hands: Mapping[str, Counts]) -> int:
    """How many raised a hand: the same people for every row."""
    return max((sum(row.values()) for row in hands.values()), default=0)


def _is_enough(by_phone: int, by_hand: int, smallest: int) -> bool:
    """Whether so many can be told of; whoever saw the hands can subtract them."""
    return by_phone >= smallest or (by_phone == 0 and by_hand >= smallest)


@frozen
class _Sums:
    """How many chose each place of a row in a round: by telephone alone, and with the hands."""

    by_phone: Counts
    all: Counts

    @classmethod
    def of(cls, row: Row, placed: Sequence[Mapping[str, str]], hands: Mapping[str, Counts]) -> Self:
        """The sums of answers, by row and place, and of hands."""
        chosen = Counter(cell[row.id] for cell in placed if row.id in cell)
        raised = hands.get(row.id, {})
        by_phone = {place["id"]: chosen[place["id"]] for place in row.places}
        return cls(by_phone, {id: n + raised.get(id, 0) for id, n in by_phone.items()})

    def are_enough(self, smallest: int) -> bool:
        """Whether the row can be told of in this round."""
        n = sum(self.by_phone.values())
        return _is_enough(n, sum(self.all.values()) - n, smallest)

    def masked(self) -> list[Counts]:
        """The sums of which none may be small: both, as the hands are known to all in the room."""
        return [self.by_phone, self.all] if any(self.by_phone.values()) else [self.all]


def _told(row: Row, rounds: Sequence[_Sums], smallest: int, poll: Poll) -> Json:
    """A row's cells; of a round in which too few answered it, there is nothing."""
    enough = [i for i, sums in enumerate(rounds) if sums.are_enough(smallest)]
    parts: tuple[tuple[str, ...], ...] = ()
    if enough:
        sums = [one for i in enough for one in rounds[i].masked()]
        parts = tuple(cell.places for cell in cells(sums, smallest, ordered=poll.ordered))

    def by_round(number: Callable[[Counts], object]) -> list[object]:
        """A number of each round that has enough answers, and None for the others."""
        return [number(sums.all) if i in enough else None for i, sums in enumerate(rounds)]

    def together(part: tuple[str, ...]) -> Callable[[Counts], int]:
        return lambda counts: sum(counts[place] for place in part)

    told: Json = {
        "id": row.id,
        "cells": [{"places": [*part], "n": by_round(together(part))} for part in parts],
    }
    if len(parts) == 1:
        told["most"] = by_round(most)
    if poll.form == "scale":
        told["mean"] = by_round(_mean)
    return told


def _mean(counts: Counts) -> float:
    """The mean of points, the first of which counts as 1."""
    total = sum(point * n for point, n in enumerate(counts.values(), start=1))
    return round(total / sum(counts.values()), 2)


def _moves(poll: Poll, answers: Sequence[Mapping[str, Given]], smallest: int) -> Json | None:
    """How those who are in both rounds moved."""
    first, then = answers
    rows = [row.id for row in poll.rows if not row.aside]
    flows = poll.form == "one"

    def place(given: Given) -> object:
        cell = poll.cells(given.answer)
        return cell[rows[0]] if flows else tuple(cell.get(row) for row in rows)

    both = first.keys() & then.keys()
    pairs = [(place(first[one]), place(then[one])) for one in both]
    once = [[place(given) for one, given in round.items() if one not in both] for round in answers]
    found = moves(pairs, smallest, flows=flows, once=once)
    if found is None:
        return None
    flow = found.flow and [[*one] for one in found.flow]
    return {"n": found.n, "flow": flow, "changed": found.changed, "few": found.few}
