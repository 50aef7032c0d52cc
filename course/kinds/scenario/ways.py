"""How a conversation can go: the ways through it, and how somebody reasonable fares on them.

A conversation is to be learnt from, not lost. One unlucky line must be possible to mend, and who
chooses as a decent and tired manager does should seldom come to a bad end the first time.
"""

from collections import Counter
from collections.abc import Iterator
from functools import partial

from course.faults import Fault
from course.kinds.scenario.parts import Reply
from course.kinds.scenario.rules import Place, Scenario, after, beginning

BAD = 0.5
"""An ending that is worth less than this is a bad one."""

MOST_BAD = 0.15
"""How often somebody reasonable may come to a bad end."""

FEWEST_FULL = 0.25
"""How often somebody reasonable comes at least to an end with full marks."""

MOST_TURNS = 40
"""As long a conversation is followed; one may go round in it."""

_At = tuple[str, tuple[int, ...]]


def ends(exercise: Scenario) -> Counter[float]:
    """How many ways there are to endings of each score, no scene being come to twice on a way."""
    found: Counter[float] = Counter()

    def go(place: Place, been: frozenset[str]) -> None:
        if not place.scene.replies:
            found[place.scene.score or 0] += 1
        for reply in place.scene.replies:
            then = after(exercise, place, reply)
            if then.scene.id not in been:
                go(then, been | {then.scene.id})

    start = beginning(exercise)
    go(start, frozenset([start.scene.id]))
    return found


def shares(exercise: Scenario) -> dict[float, float]:
    """How often somebody reasonable comes to endings of each score.

    At each turn they say something that works every other time, and else any of the other replies;
    who is still talking after ``MOST_TURNS`` is left out.
    """
    found: dict[float, float] = {}
    talking = {_at(start := beginning(exercise)): (start, 1.0)}
    for _ in range(MOST_TURNS):
        then: dict[_At, tuple[Place, float]] = {}
        for place, share in talking.values():
            if not place.scene.replies:
                score = place.scene.score or 0
                found[score] = found.get(score, 0) + share
            for reply, chance in _chances(place.scene.replies):
                next_place = after(exercise, place, reply)
                at = _at(next_place)
                then[at] = (next_place, then.get(at, (next_place, 0.0))[1] + share * chance)
        talking = then
    return found


def _chances(replies: list[Reply]) -> Iterator[tuple[Reply, float]]:
    good = sum(reply.good for reply in replies)
    other = len(replies) - good
    for reply in replies:
        alike = good if reply.good else other
        yield reply, (1 / alike if alike == len(replies) else 0.5 / alike)


def _at(place: Place) -> _At:
    return place.scene.id, tuple(place.levels.values())


def standards(exercise: Scenario) -> Iterator[Fault]:
    """No single line decides, and who is reasonable seldom ends badly.

    - After one line that does not work, and only lines that do before it, an ending with full marks
      can still be reached, unless the conversation is over; and it is over in no bad ending.
    - Somebody reasonable comes to a bad end at most ``MOST_BAD`` of the times, and to full marks at
      least ``FEWEST_FULL`` of them.
    """
    if all(scene.score is None for scene in exercise.scenes):
        return
    yield from _slip_faults(exercise)
    found = shares(exercise)
    bad = sum(share for score, share in found.items() if score < BAD)
    if bad > MOST_BAD:
        values = {"n": round(100 * bad), "most": round(100 * MOST_BAD)}
        yield Fault(("scenes",), "ends-badly", values)
    if found.get(1, 0) < FEWEST_FULL:
        values = {"n": round(100 * found.get(1, 0)), "least": round(100 * FEWEST_FULL)}
        yield Fault(("scenes",), "seldom-ends-well", values)


def _slip_faults(exercise: Scenario) -> Iterator[Fault]:
    """Lines that, said once among good ones only, end badly or leave no way to a good end."""
    numbers = {scene.id: i for i, scene in enumerate(exercise.scenes)}
    told: set[tuple[int, int]] = set()
    seen: set[_At] = set()
    places = [beginning(exercise)]
    while places and len(seen) < 1000:  # only good lines lead on from here
        place = places.pop()
        if _at(place) in seen:
            continue
        seen.add(_at(place))
        for j, reply in enumerate(place.scene.replies):
            then = after(exercise, place, reply)
            at = (numbers[place.scene.id], j)
            if reply.good:
                places.append(then)
            elif at not in told and not _can_be_mended(exercise, then):
                told.add(at)
                where = ("scenes", at[0], "replies", j, "leads")
                yield Fault(where, "one-line-decides", {"id": reply.id})


def _can_be_mended(exercise: Scenario, place: Place) -> bool:
    """Whether lines that work lead on from here to full marks; at an ending, that it is not bad."""
    if not place.scene.replies:
        return (place.scene.score or 0) >= BAD
    seen: set[_At] = set()
    places = [place]
    while places and len(seen) < 1000:
        here = places.pop()
        if _at(here) in seen:
            continue
        seen.add(_at(here))
        if here.scene.score == 1 and not here.scene.replies:
            return True
        good = (reply for reply in here.scene.replies if reply.good)
        places.extend(map(partial(after, exercise, here), good))
    return False


def counts(exercise: Scenario) -> str:
    """The ways to each ending, and how somebody reasonable fares, in one line.

    ``18 of 102 ways end at 1, 71 at 0.5, 13 at 0; somebody reasonable: 29 %, 62 %, 9 %``
    """
    found, likely = ends(exercise), shares(exercise)
    scores = sorted(found, reverse=True)
    ways = ", ".join(f"{found[score]} at {score:g}" for score in scores)
    chances = ", ".join(f"{100 * likely.get(score, 0):.0f} %" for score in scores)
    return f"{found.total()} ways: {ways}; somebody reasonable: {chances}"
