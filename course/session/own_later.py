"""One's own organisation then and now: what is told when a later table comes."""

from typing import TYPE_CHECKING, Any

from course.plain import Json
from course.session.own_named import or_more, placed, shares, signed
from course.session.own_told import busiest, drawn
from course.words import say

if TYPE_CHECKING:
    from course.networks.organisation.later import Later, Tie
    from course.networks.organisation.neutral import Organisation

_MOST = 12
"""Ties that are told one by one."""


def told(before: "Organisation", after: "Organisation", match: Any, language: str) -> Json:
    """Two looks beside each other; ``match`` says who is who, where a page knows it.

    Without that, people are told by their units alone, and have no maps beside each other.
    """
    from course.networks.organisation.later import by_name, compared, is_match

    if before.of_people != after.of_people:
        return {"problem": say("own.later-unlike", language)}
    if not before.of_people:
        match = by_name(before, after)
    found = compared(before, after, match) if is_match(match, before, after) else None
    sections = [_who(before, after, found, language)]
    if found:
        sections += [_ties(found, key, language) for key in ("came", "went")]
    sections += [_wall(before, after, language)]
    if before.units and after.units:
        sections.append(_crossings(before, after, language))
    return {"problem": "", "maps": _maps(found, language) if found else [], "sections": sections}


def _who(
    before: "Organisation", after: "Organisation", found: "Later | None", language: str
) -> Json:
    values = {"then": before.size, "now": after.size}
    said = []
    if found is None:
        said += [say("own.later-sizes", language, **values), say("own.later-unknown", language)]
    else:
        said.append(say("own.later-same", language, **values, same=found.same))
        key = "own.later-by-name" if not before.of_people else "own.later-by-key"
        said.append(say(key, language))
        if found.moved:
            said.append(say("own.later-moved", language, n=found.moved))
    if bool(before.units) != bool(after.units):
        said.append(say("own.later-units", language))
    return {"id": "both", "title": say("own.later-who", language), "told": said}


def _ties(found: "Later", key: str, language: str) -> Json:
    """The ties that came, or that went, the strongest first."""
    ties: tuple[Tie, ...] = getattr(found, key)
    shown = sorted(ties, key=lambda tie: -tie[2])[:_MOST]
    listed = [
        say(
            "own.later-tie",
            language,
            one=placed(found.now, one, language),
            other=placed(found.now, other, language),
            n=strength,
        )
        for one, other, strength in shown
    ]
    said = [say("own.later-none" if not ties else f"own.later-{key}-n", language, n=len(ties))]
    then = []
    if len(ties) > len(shown):
        then.append(say("own.later-more", language, n=len(ties) - len(shown)))
    if key == "went":
        values = {"stronger": found.stronger, "weaker": found.weaker}
        then.append(say("own.later-deeper", language, **values))
    title = say(f"own.later-{key}", language)
    return {"id": key, "title": title, "told": said, "list": listed, "then": then}


def _wall(before: "Organisation", after: "Organisation", language: str) -> Json:
    """The ties and the E-I index by strength, then and now, and whether that is more than doubt."""
    from course.networks.organisation.measured import depths

    looks = depths(before), depths(after)
    has_units = len(before.units) > 1 and len(after.units) > 1
    columns = ["ties", "across", "ei"] if has_units else ["ties"]
    head = [say("own.column-strength", language)]
    for name in columns:
        what = say(f"own.column-{name}", language)
        head += [say(f"own.later-{when}", language, what=what) for when in ("then", "now")]
    rows = []
    for pair in zip(*looks, strict=True):
        row = [or_more(pair[0].strength, language)]
        cells = [[str(one.ties), *shares(one.boundary, language)] for one in pair]
        for n in range(len(columns)):
            row += [cells[0][n], cells[1][n]]
        rows.append(row)
    table = {"square": False, "head": head, "rows": rows}
    said = _moved(before, after, language) if has_units else []
    title = say("own.later-wall", language)
    return {"id": "wall", "title": title, "told": said, "table": table}


def _moved(before: "Organisation", after: "Organisation", language: str) -> list[str]:
    """The index then and now, and whether those who are missing could have made the difference."""
    from course.networks.organisation.measured import depths, doubt

    one, other = (depths(each)[0].boundary for each in (before, after))
    if one is None or other is None:
        return []
    values = {"then": signed(one.ei, language), "now": signed(other.ei, language)}
    said = [say("own.later-ei", language, **values)]
    spans = [doubt(each).ei for each in (before, after)]
    if spans[0] and spans[1]:
        apart = spans[0][1] < spans[1][0] or spans[1][1] < spans[0][0]
        said.append(say("own.later-apart" if apart else "own.later-within", language))
    return said


def _crossings(before: "Organisation", after: "Organisation", language: str) -> Json:
    """How many ties go from each unit to each, then and now, in one table."""
    from course.networks.organisation.measured import crossings

    units = list(dict.fromkeys([*before.units, *after.units]))
    looks = []
    for each in (before, after):
        counts = crossings(each)
        known = {name: n for n, name in enumerate(each.units)}
        looks.append([[_count(counts, known, a, b) for b in units] for a in units])
    busy = [
        sum(sum(look[n]) + sum(row[n] for row in look) for look in looks) for n in range(len(units))
    ]
    shown = busiest(busy)
    said = [say("own.later-table-about", language)]
    if len(shown) < len(units):
        said.append(say("own.table-many", language, n=len(shown)))
    return {
        "id": "table",
        "title": say("own.later-table", language),
        "told": said,
        "table": {
            "square": True,
            "numbers": [n + 1 for n in shown],
            "head": [say("own.from-to", language), *(units[n] for n in shown)],
            "rows": [
                [units[a], *(_change(looks[0][a][b], looks[1][a][b]) for b in shown)] for a in shown
            ],
        },
    }


def _count(counts: list[list[int]], known: dict[str, int], one: str, other: str) -> int:
    return counts[known[one]][known[other]] if one in known and other in known else 0


def _change(then: int, now: int) -> str:
    if then == now:
        return str(now) if now else ""
    return f"{then} → {now}"


def _maps(found: "Later", language: str) -> list[Json]:
    """The two maps, and who is not on each."""
    looks = (("then", found.then, found.new), ("now", found.now, found.gone))
    return [
        {
            "title": say(f"own.later-map-{when}", language),
            "map": drawn(look, language),
            "away": list(away),
        }
        for when, look, away in looks
    ]
