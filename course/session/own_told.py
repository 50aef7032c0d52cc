"""What is told of one's own organisation: the map, tables, and sentences of plain words."""

from collections import Counter
from collections.abc import Sequence
from math import isnan
from typing import TYPE_CHECKING

from course.plain import Json
from course.session import own_help
from course.session.own_named import named, or_more, percent, shares, signed
from course.words import say

if TYPE_CHECKING:
    from course.networks.measures import Boundary
    from course.networks.organisation.hanging import Hub
    from course.networks.organisation.helping import Cost
    from course.networks.organisation.measured import Depth
    from course.networks.organisation.neutral import Organisation

PARTS = ("wall", "hangs", "help", "spread", "doubt")
"""What is told below the map and its table, in order."""

_WIDEST = 30
"""Rows of a table that one can still read."""

_SMALL = 15
"""Names below which a single tie changes the picture."""

_THREADS = 5
"""Boundaries that hang on one, of which each is told."""


def first(organisation: "Organisation", language: str) -> Json:
    """The map and the boundaries in figures, and which `parts` there are besides."""
    return {
        "size": organisation.size,
        "people": organisation.of_people,
        "map": drawn(organisation, language),
        "sections": [_crossings(organisation, language)],
        "parts": [{"id": id, "title": say(f"own.{id}", language)} for id in PARTS],
    }


def drawn(organisation: "Organisation", language: str) -> Json:
    """The map: where everyone and every unit stands, and the ties."""
    from course.networks.organisation.placed import places

    spots, middles = places(organisation)
    member = organisation.member or (-1,) * organisation.size
    return {
        "nodes": [
            {"text": named(organisation, node, language), "unit": unit, "x": x, "y": y}
            for node, (unit, (x, y)) in enumerate(zip(member, spots, strict=True))
        ],
        "units": [
            {"text": text, "x": x, "y": y}
            for text, (x, y) in zip(organisation.units, middles, strict=True)
        ],
        "ties": [list(tie) for tie in organisation.ties],
    }


def part(organisation: "Organisation", id: str, cost: "Cost | None", language: str) -> Json:
    """One of `PARTS`, which are asked for one by one, since each may take its time."""
    if id == "help":
        return own_help.told(organisation, cost, language)
    if id == "spread":
        return {"id": id, "title": say("own.spread", language)}
    return {"wall": _wall, "hangs": _hangs, "doubt": _doubt}[id](organisation, language)


def in_short(organisation: "Organisation", language: str) -> list[str]:
    """Three sentences at most: the wall, what hangs on one, the tie that would do most."""
    from course.networks.organisation.hanging import hub
    from course.networks.organisation.helping import helpful
    from course.networks.organisation.measured import depths

    told = []
    whole = depths(organisation)[0].boundary
    if whole is not None:
        told.append(_ei(whole, language))
    told.append(_hub(organisation, hub(organisation), language))
    if ties := helpful(organisation, most=1):
        told.append(own_help.between(organisation, ties[0], "own.short-tie", language))
    return told


# --- the boundaries -------------------------------------------------------------------------------


def _crossings(organisation: "Organisation", language: str) -> Json:
    """How strong the ties are, unit by unit; or how many, where units have several."""
    from course.networks.organisation.measured import crossings

    if organisation.units:
        names = list(organisation.units)
        counts = crossings(organisation)
        cells = [[str(count) if count else "" for count in row] for row in counts]
        busy = [sum(row) + sum(one[n] for one in counts) for n, row in enumerate(counts)]
        about = say("own.table-people", language)
    else:
        names = [named(organisation, node, language) for node in range(organisation.size)]
        strength = {(one, other): str(grade) for one, other, grade in organisation.ties}
        nodes = range(organisation.size)
        cells = [[strength.get((row, column), "") for column in nodes] for row in nodes]
        ends = Counter(end for tie in organisation.ties for end in tie[:2])
        busy = [ends[node] for node in nodes]
        about = say("own.table-units", language)
    shown = busiest(busy)
    told = [about]
    if len(shown) < len(names):
        told.append(say("own.table-many", language, n=len(shown)))
    return {
        "id": "table",
        "title": say("own.table", language),
        "told": told,
        "table": {
            "square": True,
            "numbers": [n + 1 for n in shown],
            "head": [say("own.from-to", language), *(names[n] for n in shown)],
            "rows": [[names[row], *(cells[row][column] for column in shown)] for row in shown],
        },
    }


def busiest(busy: Sequence[int]) -> list[int]:
    """Which rows a table has room for, in their order: those with most ties, of all by number."""
    return sorted(sorted(range(len(busy)), key=lambda n: (-busy[n], n))[:_WIDEST])


def _wall(organisation: "Organisation", language: str) -> Json:
    """The E-I index beside chance, and what is left of the ties as they deepen."""
    from course.networks.organisation.measured import depths

    found = depths(organisation)
    has_units = len(organisation.units) > 1
    columns = ["strength", "ties", *(["across", "ei", "chance"] if has_units else []), "alone"]
    told = [say("own.deeper", language)]
    if found[0].boundary is not None:
        told = [_ei(found[0].boundary, language), _begins(found, language), *told]
    else:
        told.append(say("own.ei-none", language))
    return {
        "id": "wall",
        "title": say("own.wall", language),
        "told": told,
        "table": {
            "square": False,
            "head": [say(f"own.column-{name}", language) for name in columns],
            "rows": [_depth(one, has_units, language) for one in found],
        },
    }


def _ei(found: "Boundary", language: str) -> str:
    low, high = found.by_chance
    where = "below" if found.ei < low else "above" if found.ei > high else "within"
    return say(
        "own.ei",
        language,
        ei=signed(found.ei, language),
        chance=signed(found.chance, language),
        low=signed(low, language),
        high=signed(high, language),
        meaning=say(f"own.ei-{where}", language),
    )


def _begins(found: "list[Depth]", language: str) -> str:
    """From which strength on ties stay inside: up to the deepest that there are."""
    measured = [one for one in found if one.boundary is not None]
    begins = None
    for one in reversed(measured):
        if not one.is_wall:
            break
        begins = one.strength
    if begins is None:
        return say("own.wall-none", language)
    return say("own.wall-all" if begins == 1 else "own.wall-from", language, n=begins)


def _depth(one: "Depth", has_units: bool, language: str) -> list[str]:
    row = [or_more(one.strength, language), str(one.ties)]
    if has_units:
        row += [*shares(one.boundary, language), ""]
    if has_units and one.boundary is not None:
        low, high = (signed(end, language) for end in one.boundary.by_chance)
        row[-1] = say("own.span", language, low=low, high=high)
    return [*row, str(one.alone)]


# --- what hangs on one ----------------------------------------------------------------------------


def _hangs(organisation: "Organisation", language: str) -> Json:
    from course.networks.organisation.hanging import hub, threads

    told = [_hub(organisation, hub(organisation), language)]
    for thread in threads(organisation)[:_THREADS]:
        one, other = (organisation.units[unit] for unit in thread.units)
        name = named(organisation, thread.node, language)
        told.append(say("own.thread", language, one=one, other=other, n=thread.ties, name=name))
    return {"id": "hangs", "title": say("own.hangs", language), "told": told}


def _hub(organisation: "Organisation", found: "Hub | None", language: str) -> str:
    if found is None:
        return say("own.hub-none", language)
    name = named(organisation, found.node, language)
    most = say("own.hub-most", language, name=name)
    if not found.weighs and found.share:
        most = say("own.hub-paths", language, name=name, share=percent(found.share, language))
    without = {0: "own.hub-nobody", 1: "own.hub-one"}.get(found.lost, "own.hub-many")
    return f"{most} {say(without, language, name=name, n=found.lost)}"


# --- what it cannot know --------------------------------------------------------------------------


def _doubt(organisation: "Organisation", language: str) -> Json:
    from course.networks.organisation.measured import doubt

    found = doubt(organisation)
    key = "own.doubt-agreed" if found.agreed else "own.doubt-one-way"
    told = [say(key, language, pairs=found.pairs, agreed=found.agreed)]
    if found.silent:
        told.append(say("own.doubt-silent", language, n=found.silent, all=organisation.size))
    if found.ei is not None and not isnan(found.ei[0]):
        low, high = (signed(end, language) for end in found.ei)
        share = percent(found.left_out, language)
        told.append(say("own.doubt-drawn", language, share=share, low=low, high=high))
    if organisation.size < _SMALL:
        told.append(say("own.doubt-small", language, n=organisation.size))
    told.append(say("own.doubt-use", language))
    return {"id": "doubt", "title": say("own.doubt", language), "told": told}
