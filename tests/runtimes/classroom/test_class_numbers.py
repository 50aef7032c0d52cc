"""The numbers that a class's words and its page of documentation name are those of the code."""

import re

import pytest

from course.classroom.keys import CODE_LENGTH, WrongCodes
from course.classroom.room import LIFETIME
from course.classroom.sums import LEAST_SMALLEST, MOST_SMALLEST, SMALLEST
from course.classroom.together.bridge import LEAST as BRIDGE
from course.classroom.together.bridge import LEAST_WIDE, units
from course.classroom.together.channel import LEAST as CHANNEL
from course.classroom.together.channel import LONGEST
from course.classroom.together.crowd import LEAST as CROWD
from course.classroom.together.groups import MOST
from course.classroom.together.network import LEAST_UNITS, MOST_UNITS, NAMED_BY
from course.classroom.together.split import SIZES, USUAL
from course.content.course import ours
from course.paths import LANGUAGES, ROOT
from course.runtimes.classroom.api import LARGEST_BODY
from course.runtimes.classroom.pages import STATIC
from course.words import interface, say
from tests.classroom.people import LESSON

NUMBERS = (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20)
WRITTEN = {
    "sv": "två tre fyra fem sex sju åtta nio tio tolv tjugo",
    "en": "two three four five six seven eight nine ten twelve twenty",
}
SPELT = {code: dict(zip(said.split(), NUMBERS, strict=True)) for code, said in WRITTEN.items()}

TABLES = len(ours().outline(LESSON, "en").slips)

ONLINE = 8
"""As many share a breakout room: one of the sizes that can be chosen, and the guide's."""

A_SMALL_CLASS = 12
"""An example of a class for which the smallest group may have to be the least that there is."""

NAMED = {
    "class.units": [LEAST_UNITS, MOST_UNITS],
    "class-view.network-units-told": [LEAST_UNITS, MOST_UNITS],
    "class-view.network-told": [NAMED_BY],
    "class-view.network-no-tie": [NAMED_BY],
    "class-view.split-size-told": [USUAL, TABLES, USUAL // TABLES, ONLINE],
    "class-view.smallest-told": [SMALLEST, A_SMALL_CLASS, LEAST_SMALLEST],
    "class-view.code-help": [CODE_LENGTH],
    "class-view.ties-picture": [2],  # a puzzle of ties is between two departments
    "class.crowd-few": [CROWD],
    "class.five-phones": [BRIDGE],
    "class.seven-phones": [LEAST_WIDE],
    "class.bridge-say": [len(units(BRIDGE))],
    "class-view.bridge-groups": [len(units(BRIDGE))],
    "class.lab-prompt": [2],  # a proposal: let one or two begin
}
"""By sentence, the numbers that it spells, in their order."""


def spelt(text: str, language: str) -> list[int]:
    """The numbers that a text spells."""
    return [
        SPELT[language][one] for one in re.findall(r"\w+", text.lower()) if one in SPELT[language]
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_that_a_sentence_spells_is_the_codes(language: str) -> None:
    texts = {
        f"{of}.{key}": one
        for of in ("class", "class-view")
        for key, one in interface(language, of).items()
    }
    found = {key: numbers for key, one in texts.items() if (numbers := spelt(one, language))}
    assert found == NAMED


def test_the_plays_that_tell_of_too_few_alike_need_as_many() -> None:
    assert BRIDGE == CHANNEL


def test_how_many_share_a_room_online_can_be_chosen() -> None:
    assert {ONLINE, USUAL} <= set(SIZES)


@pytest.mark.parametrize(
    ("key", "seconds", "sv", "en"),
    [
        ("class.no-room", LIFETIME / 86_400, "ett dygn", "a day"),
        ("class.stopped", LIFETIME / 86_400, "ett dygn", "a day"),
        ("class-view.kept-told", LIFETIME / 86_400, "ett dygn", "a day"),
        ("class.too-many-codes", WrongCodes().seconds / 60, "en minut", "a minute"),
    ],
)
def test_a_time_that_a_sentence_names_is_one_of_it(
    key: str, seconds: float, sv: str, en: str
) -> None:
    assert seconds == 1
    assert sv in say(key, "sv", file="")
    assert en in say(key, "en", file="")


def test_a_page_without_a_line_asks_as_often_as_it_says() -> None:
    (every,) = re.findall(r"const ASKS_EVERY = (\d+);", (STATIC / "line.js").read_text("utf-8"))
    assert every == "2000"
    assert "varannan sekund" in say("class-view.by-asking", "sv")
    assert "every other second" in say("class-view.by-asking", "en")


def test_the_page_of_documentation_names_the_same() -> None:
    text = (ROOT / "docs" / "classroom.md").read_text("utf-8")
    spell = {number: word for word, number in SPELT["en"].items()}
    # Read, not imported: the store of a database is there where psycopg is.
    store = (ROOT / "course" / "classroom" / "shared_store.py").read_text("utf-8")
    (patience,) = re.findall(r"^_PATIENCE = (\d+)", store, re.MULTILINE)
    for said in (
        f"No number under {spell[SMALLEST]}",
        f"from {LEAST_SMALLEST} to {MOST_SMALLEST}",
        f"{spell[USUAL]} in a hall, {spell[ONLINE]} in breakout rooms",
        f"from {spell[LEAST_UNITS]} to {spell[MOST_UNITS]}",
        f"From {spell[CROWD]} phones",
        f"From {spell[BRIDGE]} phones",
        f"from {spell[LEAST_WIDE]}",
        f"A class of more than {spell[MOST]} plays in groups",
        f"for one, {spell[LONGEST - 1]} or {spell[LONGEST]} quarters",
        f"drawn when {spell[NAMED_BY]} of them have named it",
        f"at most {LARGEST_BODY:,} bytes",
        f"longer than {spell[int(patience)]} seconds",
    ):
        assert said in text, said
