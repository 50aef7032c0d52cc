"""How a class answered an exercise, as a picture and a table need it: sums, and nothing smaller."""

from collections.abc import Mapping, Sequence

from course.classroom.moves import moves
from course.classroom.phases import ROUNDS
from course.classroom.room import Given, Room
from course.classroom.sums import Cell, Counts, cells, most
from course.kinds.polled import ONLY, Poll, Row
from course.plain import Json


def result(room: Room, step: int, poll: Poll) -> Json:
    """The sums of the rounds that have been shown, and how the class moved between them.

    ``rounds`` has how many answered each of them, None where that is too few to show. ``rows`` has
    for each row the ``cells`` that can be told, with a number a round; ``most``, by round, where
    they cannot be told apart; and ``mean`` where the places are points of a scale.
    """
    shown = room.shown_rounds(step)
    answers = [room.shown_answers(step, n) for n in shown]
    placed = [[poll.cells(one.answer) for one in given.values()] for given in answers]
    hands = [room.round(step, n).hands for n in shown]
    smallest = room.about.smallest
    people = [len(one) + _raised(hand) for one, hand in zip(placed, hands, strict=True)]
    rows = []
    for row in poll.rows:
        if not row.aside:
            counts = [_counts(row, *both) for both in zip(placed, hands, strict=True)]
            rows.append(_told(row, counts, smallest, poll))
    return {
        "rounds": [n if n >= smallest else None for n in people],
        "rows": rows,
        "moves": _moves(poll, answers, smallest) if len(answers) == len(ROUNDS) else None,
    }


def _raised(hands: Mapping[str, Counts]) -> int:
    """How many raised a hand: the same people for every row."""
    return max((sum(row.values()) for row in hands.values()), default=0)


def _counts(row: Row, placed: Sequence[Mapping[str, str]], hands: Mapping[str, Counts]) -> Counts:
    counts = {place["id"]: hands.get(row.id, {}).get(place["id"], 0) for place in row.places}
    for cell in placed:
        if row.id in cell:
            counts[cell[row.id]] += 1
    return counts


def _told(row: Row, rounds: Sequence[Counts], smallest: int, poll: Poll) -> Json:
    """A row's cells; of a round in which too few answered it, there is nothing."""
    enough = [i for i, counts in enumerate(rounds) if sum(counts.values()) >= smallest]
    parts: tuple[Cell, ...] = ()
    if enough:
        parts = cells([rounds[i] for i in enough], smallest, ordered=poll.ordered)

    def by_round(numbers: Sequence[object]) -> list[object]:
        """Numbers of the rounds that have enough answers, with None for the others."""
        return [numbers[enough.index(i)] if i in enough else None for i in range(len(rounds))]

    told: Json = {
        "id": row.id,
        "cells": [{"places": [*part.places], "n": by_round(part.n)} for part in parts],
    }
    if len(parts) == 1:
        told["most"] = by_round([most(rounds[i]) for i in enough])
    if poll.form == "scale":
        told["mean"] = by_round([_mean(rounds[i]) for i in enough])
    return told


def _mean(counts: Counts) -> float:
    """The mean of points, the first of which counts as 1."""
    total = sum(point * n for point, n in enumerate(counts.values(), start=1))
    return round(total / sum(counts.values()), 2)


def _moves(poll: Poll, answers: Sequence[Mapping[str, Given]], smallest: int) -> Json | None:
    """How those who are in both rounds moved, where one place is chosen."""
    if poll.form != "one":
        return None
    first, then = (
        {who: poll.cells(one.answer)[ONLY] for who, one in given.items()} for given in answers
    )
    both = first.keys() & then.keys()
    once = [[place for who, place in round.items() if who not in both] for round in (first, then)]
    found = moves([(first[who], then[who]) for who in both], smallest, once)
    if found is None:
        return None
    return {"n": found.n, "flow": [[*one] for one in found.flow], "changed": found.changed}
