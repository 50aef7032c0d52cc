"""One's own organisation as it stands in the plan: sentences, a bridge, a small table, a figure.

It is kept as the plan's own fields are, in one event of type ``plan`` whose words are JSON; the
figure is drawn from the table. What stands there may come from a file that somebody else has made,
so all of it is looked at before it is used.
"""

import json
from math import ceil, cos, pi, sin
from typing import Any

from attrs import asdict, field, frozen

from course.drawing.corner import HEIGHT, WIDTH, lines
from course.plain import Json
from course.words import say

ITEM = "our-organisation"
"""The name of its place in the plan, which is no field to write in."""

MOST = 12
"""Units that have room in the table and on the figure."""

_LONGEST = 2000  # letters of a sentence, or of a unit's name
_GREATEST = 10**6  # ties between two units
_REACH = (126, 68)


@frozen
class Ours:
    """What the learner took along of the page on their own organisation.

    Attributes:
        told: three sentences at most.
        bridge: the tie that was chosen, in words; empty where none was.
        units: what the units in the table are called; empty where there is no table.
        numbers: those of the units on the map of all, from 1.
        named: whether units have their names, and not their numbers in a word.
        rows: from each unit (row) to each (column) how strong the tie is (1-4), or how many ties
            there are, where units have several; 0 where there is none.
        counts: whether it is how many.
        ends: the places in ``units`` that the bridge would join; none, or two.
    """

    told: tuple[str, ...]
    bridge: str = ""
    units: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    named: bool = False
    rows: tuple[tuple[int, ...], ...] = ()
    counts: bool = False
    ends: tuple[int, ...] = ()

    def as_words(self) -> str:
        """What the event keeps.

        >>> from_words(Ours(("Most hangs on unit 2.",)).as_words()).told
        ('Most hangs on unit 2.',)
        """
        return json.dumps(asdict(self), ensure_ascii=False)


@frozen
class Shown:
    """The same for a page, in one language: ``head`` and ``cells`` are texts, ``drawn`` as the
    plan's own map is; both empty where there is no table.
    """

    told: tuple[str, ...]
    bridge: str
    about: str = ""
    head: tuple[str, ...] = ()
    cells: tuple[tuple[str, ...], ...] = ()
    drawn: Json = field(factory=dict)
    note: str = ""


def from_words(words: str) -> Ours | None:
    """Read what `Ours.as_words` made; None for anything else, and for no words.

    >>> from_words(""), from_words("[1]"), from_words('{"told": 3}')
    (None, None, None)
    """
    try:
        said = json.loads(words)
        found = Ours(
            tuple(said["told"]),
            said["bridge"],
            tuple(said["units"]),
            tuple(said["numbers"]),
            said["named"],
            tuple(tuple(row) for row in said["rows"]),
            said["counts"],
            tuple(said["ends"]),
        )
    except (KeyError, RecursionError, TypeError, ValueError):
        return None
    return found if _is_sound(found) else None


def _is_sound(found: Ours) -> bool:
    many = len(found.units)
    texts = (*found.told, found.bridge, *found.units)
    return (
        0 < len(found.told) <= 3
        and all(isinstance(text, str) and len(text) <= _LONGEST for text in texts)
        and many <= MOST
        and [len(row) for row in found.rows] == [many] * many
        and all(_is_within(cell, _GREATEST) for row in found.rows for cell in row)
        and isinstance(found.counts, bool)
        and isinstance(found.named, bool)
        and len(found.numbers) == many
        and all(_is_within(number, _GREATEST) for number in found.numbers)
        and len(found.ends) in (0, 2)
        and all(_is_within(end, many) for end in found.ends)
    )


def _is_within(number: Any, end: int) -> bool:
    return type(number) is int and 0 <= number < end


def shown(ours: Ours, language: str) -> Shown:
    """What a page, a text and a file have of it."""
    if not ours.units:
        return Shown(ours.told, ours.bridge)
    what = "counts" if ours.counts else "strengths"
    notes = [say(f"plan.ours-widths-{what}", language)]
    if ours.ends:
        notes.insert(0, say("plan.ours-squares", language))
    return Shown(
        ours.told,
        ours.bridge,
        say(f"plan.ours-{what}", language),
        (say("own.from-to", language), *map(str, ours.numbers)),
        tuple(
            (label, *(str(cell) if cell else "" for cell in row))
            for label, row in zip(_labels(ours), ours.rows, strict=True)
        ),
        _drawn(ours, language),
        " ".join(notes),
    )


def _labels(ours: Ours) -> list[str]:
    """What units are called where the columns have numbers; a neutral label has its own in it."""
    both = zip(ours.numbers, ours.units, strict=True)
    return [f"{number}. {unit}" if ours.named else unit for number, unit in both]


def _drawn(ours: Ours, language: str) -> Json:
    """The units on a ring, as `course.kinds.sketch.drawn` has it; the bridge's ends are marked."""
    many = range(len(ours.units))
    turns = [2 * pi * (n + 0.5) / len(ours.units) - pi / 2 for n in many]
    pairs = {
        (one, other): _tie(ours, one, other)
        for one in many
        for other in range(one + 1, len(ours.units))
    }
    most = max([4, *pairs.values()]) if ours.counts else 4
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "parties": [
            {
                "name": unit,
                "lines": lines(unit),
                "inside": True,
                "bridge": n in ours.ends,
                "x": round(WIDTH / 2 + _REACH[0] * cos(turn), 1),
                "y": round(HEIGHT / 2 - 2 + _REACH[1] * sin(turn), 1),
                "below": sin(turn) > -0.4,
            }
            for n, (unit, turn) in enumerate(zip(_labels(ours), turns, strict=True))
        ],
        "ties": [
            {"one": one, "other": other, "strength": ceil(4 * weight / most)}
            for (one, other), weight in pairs.items()
            if weight
        ],
        "told": [say("plan.ours-label", language, n=len(ours.units))],
        "without": "",
    }


def _tie(ours: Ours, one: int, other: int) -> int:
    """All ties between two units; or the strength, as whoever of the two says it is strongest."""
    there, back = ours.rows[one][other], ours.rows[other][one]
    return there + back if ours.counts else min(4, max(there, back))


def plain(ours: Shown, language: str) -> str:
    """The same as text: the table has tabs, so that it can be pasted into a spreadsheet."""
    heading = say("plan.ours", language)
    text = [heading, "-" * len(heading), "", *ours.told, ""]
    if ours.bridge:
        text += [say("plan.ours-bridge", language), ours.bridge, ""]
    if ours.cells:
        text += [ours.about, *("\t".join(row) for row in (ours.head, *ours.cells)), ""]
    return "\n".join(text)
