"""A practice that spreads in one's own organisation, as things are and with new ties."""

from typing import TYPE_CHECKING, Any

from course.plain import Json
from course.session.own_named import named, placed
from course.words import say

if TYPE_CHECKING:
    from course.models.spreading import Rounds
    from course.networks.organisation.neutral import Organisation


def told(organisation: "Organisation", begin: Any, contacts: Any, language: str) -> Json:
    """How far a practice comes from a unit (or from a node), as things are and with five ties."""
    from course.models.spreading import bridged

    many = len(organisation.units) or organisation.size
    start = begin if type(begin) is int and 0 <= begin < many else 0
    wanted = contacts if type(contacts) is int and 1 <= contacts <= 3 else 2
    starters = _starters(organisation, start)
    looks = bridged(organisation.either_way(), starters, wanted)
    ties = looks[2]
    now, then = ([len(has) for has in rounds] for rounds in looks[:2])
    said = []
    if not organisation.units and len(starters) > 1:
        closest = named(organisation, starters[1], language)
        said.append(say("own.spread-with", language, name=closest))
    if now[-1] == organisation.size:
        said.append(say("own.spread-all", language))
    else:
        values = {"now": now[-1], "then": then[-1], "all": organisation.size}
        said.append(say("own.spread-told", language, **values))
        pairs = (
            [placed(organisation, node, language) for node in (one, other)] for one, other in ties
        )
        listed = "; ".join(say("own.pair", language, one=a, other=b) for a, b in pairs)
        said.append(say("own.spread-ties", language, ties=listed))
    rounds = range(max(len(now), len(then)))
    rows = [
        [
            say(f"own.spread-{name}", language),
            *(str(reached[min(n, len(reached) - 1)]) for n in rounds),
        ]
        for name, reached in (("now", now), ("then", then))
    ]
    head = [say("own.spread-round", language), *map(str, rounds)]
    began = {
        name: _began(organisation.size, each)
        for name, each in zip(("now", "then"), looks[:2], strict=True)
    }
    return {
        "told": said,
        "table": {"square": True, "head": head, "rows": rows},
        "play": {**began, "ties": [list(tie) for tie in ties]},
    }


def _began(size: int, rounds: "Rounds") -> list[int]:
    """For each node the round in which it began, -1 for never."""
    found = [-1] * size
    for at, has in reversed(list(enumerate(rounds))):
        for node in has:
            found[node] = at
    return found


def _starters(organisation: "Organisation", start: int) -> list[int]:
    """Everyone in a unit; or a node, and whoever it has its strongest tie with."""
    if organisation.units:
        return [node for node, unit in enumerate(organisation.member) if unit == start]
    near = [
        (-strength, other if one == start else one)
        for one, other, strength in organisation.ties
        if start in (one, other)
    ]
    return [start, *(node for _, node in sorted(near)[:1])]
