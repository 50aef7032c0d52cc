"""What a drawn network says, in words: how it turns, what it hangs on, what is left."""

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from course.networks import own
from course.plain import Json
from course.words import decimal, say

if TYPE_CHECKING:
    from course.networks.graph import Network

_TURNED = 0.34
"""The E-I index from which twice as many ties go one way as the other."""


def graph(answer: Json) -> "Network":
    """The drawing as a graph."""
    inside = {one["id"]: one["inside"] for one in answer["parties"]}
    return own.of_parties(inside, [(one, other) for one, other, _ in answer["ties"]])


def hanging(answer: Json) -> str | None:
    """On whom the rest hang; None for nobody."""
    found: str | None = own.hangs_on(graph(answer))
    return found


def names(answer: Json, ids: Iterable[str], language: str) -> str:
    """Names in a row, in the order in which they were put out; the last after an "and"."""
    wanted = set(ids)
    found = [one["name"] for one in answer["parties"] if one["id"] in wanted]
    if len(found) < 2:
        return "".join(found)
    return say("sketch.and", language, first=", ".join(found[:-1]), last=found[-1])


def parties(answer: Json, language: str) -> str:
    """Who is inside one's own unit, and who is not."""
    lines = []
    for inside, key in ((True, "sketch.are-inside"), (False, "sketch.are-outside")):
        some = [one["id"] for one in answer["parties"] if one["inside"] is inside]
        if some:
            lines.append(say(key, language, names=names(answer, some, language)))
    return " ".join(lines)


def ties(answer: Json, language: str) -> str:
    """Each tie and how strong it is."""
    name = {one["id"]: one["name"] for one in answer["parties"]}
    return "; ".join(
        f"{name[one]} – {name[other]} ({say(f'card.grade-{strength}', language)})"
        for one, other, strength in answer["ties"]
    )


def without(answer: Json, away: Collection[str], language: str) -> str:
    """What is lost and what is left when some are away."""
    drawn = graph(answer)
    ours = [one["id"] for one in answer["parties"] if one["inside"]]
    values = {"who": names(answer, away, language)}
    if all(one in away for one in ours):
        return say("sketch.without-us", language, **values)
    gone = own.lost(drawn, away)
    left = [one for one in own.reached(drawn, away) if one not in ours]
    key = "sketch.without" if gone else "sketch.without-none"
    said = say(key, language, **values, lost=names(answer, gone, language))
    rest = "sketch.left" if left else "sketch.left-none"
    return f"{said} {say(rest, language, left=names(answer, left, language))}"


def sentences(answer: Json, language: str) -> list[str]:
    """What is left without the bridge; what it hangs on, and how it turns."""
    return [
        without(answer, [answer["bridge"]], language),
        f"{_hangs(answer, language)} {_turned(answer, language)}",
    ]


def seen(answer: Json, language: str) -> Json:
    """What is told beside a drawing as it is made."""
    drawn = graph(answer)
    near = own.reached(drawn)
    apart = [one["id"] for one in answer["parties"] if one["id"] not in near]
    away = answer["away"]
    return {
        "turned": _turned(answer, language),
        "hangs": _hangs(answer, language) if answer["ties"] else "",
        "apart": say("sketch.apart", language, names=names(answer, apart, language))
        if apart and answer["ties"]
        else "",
        "without": without(answer, away, language) if away else "",
        "lost": own.lost(drawn, away),
    }


def _turned(answer: Json, language: str) -> str:
    counted = own.turned(graph(answer))
    ei = counted.ei
    if ei is None:
        return say("sketch.turned-none", language)
    if sum(one["inside"] for one in answer["parties"]) == 1:
        return say("sketch.turned-one", language, out=counted.out)
    which = "out" if ei >= _TURNED else "in" if ei <= -_TURNED else "both"
    told = say(
        "sketch.turned",
        language,
        n=counted.out + counted.within,
        out=counted.out,
        within=counted.within,
        ei=decimal(ei, 2, language, signed=True),
    )
    return f"{told} {say(f'sketch.turned-{which}', language)}"


def _hangs(answer: Json, language: str) -> str:
    found = hanging(answer)
    if found is None:
        return say("sketch.hangs-nobody", language)
    gone = own.lost(graph(answer), [found])
    values = {"who": names(answer, [found], language), "lost": names(answer, gone, language)}
    return say("sketch.hangs", language, **values)
