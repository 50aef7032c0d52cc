"""A drawn network as it goes into the plan: where each party stands, and the same in words.

One's own stand in the middle and the others around them, as on the card, on a sheet that is small
enough for a corner of a page.
"""

from collections.abc import Iterator
from math import cos, pi, sin

from course.drawing.corner import HEIGHT, WIDTH, lines
from course.kinds.sketch import seen
from course.plain import Json
from course.words import say

_OTHERS = (132, 66)
_OWN = (44, 22)


def drawn(answer: Json, language: str) -> Json:
    """The parties with their places, the ties with their strength (1 to 4), and the words.

    ``parties`` have ``name``, its ``lines``, ``inside``, ``bridge``, ``x``, ``y`` and ``below``
    (whether the name stands there); ``ties`` have two numbers of parties and a strength; ``told``
    are the sentences that say what is seen.
    """
    places = dict(_places(answer))
    number = {one["id"]: n for n, one in enumerate(answer["parties"])}
    told = [seen.parties(answer, language)]
    if answer["ties"]:
        told.append(f"{say('sketch.ties', language)}: {seen.ties(answer, language)}.")
    bridge = answer["bridge"]
    if bridge:
        held = seen.names(answer, [bridge], language)
        told.append(f"{say('sketch.bridge', language)}: {held}.")
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "parties": [
            {
                "name": one["name"],
                "lines": lines(one["name"]),
                "inside": one["inside"],
                "bridge": one["id"] == bridge,
                **places[one["id"]],
            }
            for one in answer["parties"]
        ],
        "ties": [
            {"one": number[one], "other": number[other], "strength": strength}
            for one, other, strength in answer["ties"]
        ],
        "told": told,
        "without": seen.without(answer, [bridge], language) if bridge else "",
    }


def _places(answer: Json) -> Iterator[tuple[str, Json]]:
    """Where each party stands, by its id."""
    for inside, reach in ((True, _OWN), (False, _OTHERS)):
        some = [one["id"] for one in answer["parties"] if one["inside"] is inside]
        across, down = (0, 0) if inside and len(some) == 1 else reach
        for n, id in enumerate(some):
            # The first of the others stands to the right of the top, none right above the middle.
            angle = 2 * pi * (n + (0 if inside else 0.5)) / len(some) - pi / 2
            x, y = WIDTH / 2 + across * cos(angle), HEIGHT / 2 - 2 + down * sin(angle)
            yield id, {"x": round(x, 1), "y": round(y, 1), "below": sin(angle) > -0.4 or not down}
