"""Two looks at one organisation: who is on both, which ties came and which went.

Both are brought to the same nodes in the same order, so that everybody stands in one place on
both maps.
"""

from collections.abc import Sequence
from typing import Any

from attrs import evolve, frozen

from course.networks.organisation.neutral import Organisation

Tie = tuple[int, int, int]


@frozen
class Later:
    """The same nodes twice: those of the first look, then those who are new.

    Attributes:
        then, now: the two looks; who is not there has no ties in that one.
        came, went: ties of one look alone, each with the strength it has there.
        stronger, weaker: of the ties in both, how many became so.
        new, gone: nodes of one look alone.
        moved: nodes who belong to another unit than they did; they stand where they stood.
    """

    then: Organisation
    now: Organisation
    came: tuple[Tie, ...]
    went: tuple[Tie, ...]
    stronger: int
    weaker: int
    new: tuple[int, ...]
    gone: tuple[int, ...]
    moved: int

    @property
    def same(self) -> int:
        """How many are in both looks."""
        return self.then.size - len(self.new) - len(self.gone)


def is_match(match: Any, before: Organisation, after: Organisation) -> bool:
    """Whether this says, for each node of the later look, which of the first it is: -1 for none."""
    if not isinstance(match, list) or len(match) != after.size:
        return False
    known = [one for one in match if one != -1]
    fits = all(type(one) is int and 0 <= one < before.size for one in known)
    return fits and len(set(known)) == len(known)


def compared(before: Organisation, after: Organisation, match: Sequence[int]) -> Later:
    """Lay a later look over an earlier one; ``match`` is as `is_match` has it.

    Units are the same where they are called the same. Where one look alone tells units, none are.

    >>> before = Organisation(2, ("Finance", "IT"), (), (), ((0, 1, 3),))
    >>> after = Organisation(3, ("IT", "HR", "Finance"), (), (), ((0, 1, 1), (2, 0, 4)))
    >>> found = compared(before, after, by_name(before, after))
    >>> found.came, found.went, found.stronger, found.new
    (((1, 2, 1),), (), 1, (2,))
    """
    place = list(match)
    new = [node for node, old in enumerate(place) if old == -1]
    for number, node in enumerate(new):
        place[node] = before.size + number
    units = tuple(dict.fromkeys([*before.units, *after.units]))
    has_units = bool(before.units) and bool(after.units)
    member = [units.index(before.units[unit]) for unit in before.member] if has_units else []
    of = [units.index(after.units[unit]) for unit in after.member] if has_units else []
    moved = sum(member[place[node]] != unit for node, unit in enumerate(of) if node not in {*new})
    names = (*before.names, *(after.names[node] for node in new)) if before.names else ()
    then = Organisation(
        before.size + len(new),
        names,
        units if has_units else (),
        (*member, *(of[node] for node in new)) if has_units else (),
        before.ties,
    )
    ties = tuple((place[one], place[other], strength) for one, other, strength in after.ties)
    first, second = ({tie[:2]: tie[2] for tie in each} for each in (before.ties, ties))
    both = [(first[pair], second[pair]) for pair in second if pair in first]
    return Later(
        then,
        evolve(then, ties=ties),
        tuple(sorted((*pair, grade) for pair, grade in second.items() if pair not in first)),
        tuple(sorted((*pair, grade) for pair, grade in first.items() if pair not in second)),
        sum(one < other for one, other in both),
        sum(one > other for one, other in both),
        tuple(range(before.size, then.size)),
        tuple(sorted({*range(before.size)} - {*place})),
        moved,
    )


def by_name(before: Organisation, after: Organisation) -> list[int]:
    """Which earlier unit each later one is, by what they are called; -1 for none."""
    known = {name: node for node, name in enumerate(before.names)}
    return [known.get(name, -1) for name in after.names]
