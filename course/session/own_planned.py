"""What of one's own organisation goes into the plan: units alone, by neutral labels or by name."""

from typing import TYPE_CHECKING, Any

from attrs import evolve

from course.portfolio.ours import MOST, Ours
from course.session import own_told
from course.words import say

if TYPE_CHECKING:
    from course.networks.organisation.hanging import Helpful
    from course.networks.organisation.neutral import Organisation


def taken(organisation: "Organisation", bridge: Any, *, named: bool, language: str) -> Ours:
    """What goes into the plan, with one of the ties that were suggested; ``bridge`` is its place.

    Units are called unit 1, unit 2 and so on, as they are numbered on the map, unless they are to
    be ``named``. People are numbers, and neither in the table nor on the figure.
    """
    from course.networks.organisation.hanging import helpful

    labelled = organisation if named else _labelled(organisation, language)
    ties = (helpful(organisation) or []) if type(bridge) is int else []
    chosen = ties[bridge] if ties and 0 <= bridge < len(ties) else None
    names, rows = _between(labelled)
    busy = [sum(row) + sum(one[n] for one in rows) for n, row in enumerate(rows)]
    kept = sorted(sorted(range(len(names)), key=lambda n: (-busy[n], n))[:MOST])
    return Ours(
        tuple(own_told.in_short(labelled, language)),
        _capital(own_told.between(labelled, chosen, "own.help-tie", language)) if chosen else "",
        tuple(_capital(names[n]) for n in kept),
        tuple(n + 1 for n in kept),
        named,
        tuple(tuple(rows[row][column] for column in kept) for row in kept),
        bool(labelled.units),
        _ends(organisation, chosen, kept),
    )


def _labelled(organisation: "Organisation", language: str) -> "Organisation":
    """The same without the names of units; where units belong to others, those are parts."""

    def labels(key: str, names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(say(key, language, n=n + 1) for n in range(len(names)))

    of = "own.plan-unit" if organisation.of_people else "own.plan-part"
    return evolve(
        organisation,
        names=labels("own.plan-unit", organisation.names),
        units=labels(of, organisation.units),
    )


def _between(organisation: "Organisation") -> tuple[tuple[str, ...], list[list[int]]]:
    """The units and what is between them; nothing where there are people and no units."""
    from course.networks.organisation.measured import crossings

    if organisation.units:
        return organisation.units, [list(map(int, row)) for row in crossings(organisation)]
    names = organisation.names
    rows = [[0] * len(names) for _ in names]
    for one, other, strength in organisation.ties if names else ():
        rows[one][other] = strength
    return names, rows


def _ends(organisation: "Organisation", tie: "Helpful | None", kept: list[int]) -> tuple[int, ...]:
    """Where in the table the two stand that a tie would join; nothing unless both do."""
    if tie is None:
        return ()
    member = organisation.member or range(organisation.size)
    ends = {member[end] for end in (tie.one, tie.other)}
    found = tuple(kept.index(end) for end in sorted(ends) if end in kept)
    return found if len(found) == 2 else ()


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
