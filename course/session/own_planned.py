"""What of one's own organisation goes into the plan: units alone, by neutral labels or by name."""

from typing import TYPE_CHECKING, Any

from attrs import evolve

from course.paths import LANGUAGES
from course.plain import Json
from course.portfolio.ours import MOST, Ours
from course.session import own_help, own_told
from course.words import say

if TYPE_CHECKING:
    from course.networks.organisation.helping import Cost, Helpful
    from course.networks.organisation.neutral import Organisation


def taken(
    organisation: "Organisation", bridge: Any, *, cost: "Cost | None", named: bool, language: str
) -> Ours:
    """What goes into the plan, with one of the ties that were suggested; ``bridge`` is its place.

    Units are called unit 1, unit 2 and so on, as they are numbered on the map, unless they are to
    be ``named``. People are numbers, and neither in the table nor on the figure.
    """
    from course.networks.organisation.helping import helpful

    labelled = organisation if named else _labelled(organisation, language)
    ties = (helpful(organisation, cost=cost) or []) if type(bridge) is int else []
    chosen = ties[bridge] if ties and 0 <= bridge < len(ties) else None
    names, rows = _between(labelled)
    busy = [sum(row) + sum(one[n] for one in rows) for n, row in enumerate(rows)]
    kept = sorted(sorted(range(len(names)), key=lambda n: (-busy[n], n))[:MOST])
    return Ours(
        tuple(own_told.in_short(labelled, language)),
        _bridge(labelled, chosen, language) if chosen else "",
        tuple(_capital(names[n]) for n in kept),
        tuple(n + 1 for n in kept),
        named,
        tuple(tuple(rows[row][column] for column in kept) for row in kept),
        bool(labelled.units),
        _ends(organisation, chosen, kept),
    )


def chosen(organisation: "Organisation", planned: Ours | None, cost: "Cost | None") -> Json:
    """Which of the ties that are suggested now the plan has, and whether units have names in it.

    The bridge is None where the plan has none of them, as when the map has changed since.
    """
    from course.networks.organisation.helping import helpful

    named = planned is not None and planned.named
    found = (helpful(organisation, cost=cost) or []) if planned and planned.bridge else []
    said = [
        [
            _bridge(organisation if named else _labelled(organisation, language), one, language)
            for language in LANGUAGES  # it was taken in the one that the page had then
        ]
        for one in found
    ]
    bridge = next((n for n, each in enumerate(said) if planned and planned.bridge in each), None)
    return {"bridge": bridge, "named": named}


def _bridge(organisation: "Organisation", tie: "Helpful", language: str) -> str:
    return _capital(own_help.between(organisation, tie, "own.help-tie", language))


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
