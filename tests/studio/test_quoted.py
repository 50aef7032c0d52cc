"""Numbers that texts quote: read in the text, compared with their origin, told with their line."""

from pathlib import Path
from typing import Any

import pytest

from course.content.course import Course, ours
from course.studio import quoted
from course.studio.kept import Kept
from course.studio.naming import naming_faults, titles
from course.studio.origins import ORIGINS, value_at
from course.studio.quoted import QUOTED, of_quoted
from course.studio.side_by_side import SideBySide
from course.studio.texts import texts_of

NAME = "exercises/06-here/own.yml"
EXERCISE = """\
id: own
prompt:
  sv: Tre saker, 85 000 kronor
    och −0,12.
  en: Three things, SEK 85,000 and −0.12.
answer: 0.02
cards: [{id: a, n: 1}, {id: b, n: 2, of: x}, {id: c, n: 4, of: x}]
cost: 85000
index: -0.1235
exact: 0.0169
saying: {sv: 3 saker för 85 kronor, en: Nothing}
"""


def told(folder: Path, entry: str) -> list[str]:
    """What is told of the exercise with one entry, in English."""
    (folder / "exercises/06-here").mkdir(parents=True)
    (folder / NAME).write_text(EXERCISE, encoding="utf-8")
    (folder / "data").mkdir()
    (folder / QUOTED).write_text(f"{NAME}:\n  - {{{entry}}}\n", encoding="utf-8")
    course = Course.open(folder)
    return [one["en"] for one in of_quoted(course, Kept(folder / "kept.json"), SideBySide())()]


COUNT = f"of: [count, {NAME}, cards]"


@pytest.mark.parametrize(
    "entry",
    [
        f'sv: "# saker", en: "# things", {COUNT}',
        f'sv: "# kronor och", en: "SEK # and", of: [value, {NAME}, cost]',  # over the end of a line
        f'sv: "och #.", en: "and #.", of: [value, {NAME}, index]',  # rounded as it is written
        f"at: answer, of: [value, {NAME}, exact]",
        f"at: cards/*/n, of: [value, {NAME}, cards/*/n]",
        f"is: [2], of: [count, {NAME}, cards, {{of: x}}]",
        f"is: [6], of: [total, {NAME}, cards, n, {{of: x}}]",
        f"is: [3, 85], of: [said, {NAME}, saying], pick: [0, 1]",
        f"is: [4], {COUNT}, plus: 1",
    ],
)
def test_what_agrees_is_not_told(tmp_path: Path, entry: str) -> None:
    assert told(tmp_path, entry) == []


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (f'sv: "Tre saker, # kronor", en: "things, SEK #", {COUNT}', [
            f"{NAME}, line 3: “Tre saker, 85 000 kronor” must have 3, ",
            f"{NAME}, line 5: “things, SEK 85,000” must have 3, ",
        ]),
        (f'sv: "# fåglar", en: "# things", {COUNT}', [
            f"{QUOTED}, line 2: No text of the file says this any more: “# fåglar”.",
        ]),
        (f"at: answer, of: [value, {NAME}, index]", [
            f"{NAME}, line 6: answer is 0.02 and must be -0.1235, ",
        ]),
        (f"is: [4], {COUNT}", [f"{QUOTED}, line 2: This says 4, but it is 3."]),
        (f"is: [4], of: [count, {NAME}, birds]", [
            f"{QUOTED}, line 2: count {NAME} birds cannot be worked out ('birds').",
        ]),
        (f"is: [4], of: [value, {NAME}, answer/x]", [
            f"{QUOTED}, line 2: value {NAME} answer/x cannot be worked out (",
        ]),
        (f"at: answer/x, {COUNT}", [f"{QUOTED}, line 2: "]),
        ("is: [4], of: [birds]", [f"{QUOTED}, line 2: birds cannot be worked out ("]),
        (f"birds: 4, is: [4], {COUNT}", [f"{QUOTED}, line 2: "]),
    ],
)  # fmt: skip
def test_what_differs_is_told_where_it_stands(
    tmp_path: Path, entry: str, expected: list[str]
) -> None:
    found = told(tmp_path, entry)
    assert len(found) == len(expected)
    for line, begins in zip(found, expected, strict=True):
        assert line.startswith(begins)


def test_what_changed_is_gone_through_again_and_the_rest_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The origin lies in another file than the words; that no text is read again shows it kept."""
    other = "exercises/06-here/other.yml"
    assert told(tmp_path, f'sv: "# saker", en: "# things", of: [count, {other}, cards]') == [
        f"{QUOTED}, line 2: count {other} cards cannot be worked out (no file {other}). Mend the "
        "line: the names and what they ask for are in course/studio/origins.py."
    ]
    course, read = Course.open(tmp_path), list[Path]()

    def seen(course: Course, file: Path) -> Any:
        read.append(file)
        return tuple(texts_of(course, file))

    monkeypatch.setattr(quoted, "said_in", seen)

    def found() -> int:
        kept = Kept(tmp_path / "kept.json")
        faults = of_quoted(course, kept, SideBySide())()
        kept.keep()
        return len(faults)

    counts = []
    for cards in ("[1, 2, 3]", "[1, 2, 3]", "[1, 2]"):
        (tmp_path / other).write_text(f"cards: {cards}\n", encoding="utf-8")
        counts.append((found(), len(read)))
    assert counts == [(0, 1), (0, 1), (3, 2)]


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / QUOTED).write_text("exercises/a/b.yml:\n  - {is: [1], of: [crowd, 0]}\n")
    course = Course.open(tmp_path)
    (fault,) = of_quoted(course, Kept(tmp_path / "kept.json"), SideBySide())()
    assert fault["sv"].startswith(f"{QUOTED}, rad 1: Det finns ingen fil exercises/a/b.yml.")


@pytest.mark.parametrize(
    ("origin", "asked", "right"),
    [
        # By an almanac of 2027.
        ("day-after", ("2027-08-30", 3), 20),
        ("week-after", ("2027-08-30", 1), 36),
        ("are-closest", ("formal", "home-care", "families"), 0),
        # 1 - 2 x 2 x 870/3540, by hand.
        ("chance", (30, 30), 0.0169),
        # Granovetter (1978): thresholds 0 to 99 take everyone along.
        ("crowd", tuple(range(100)), 100),
        # Centola & Macy (2007): a(a + 1)/2 with a = 2.
        ("narrowest", ("exercises/07-how-ideas-travel/five-bridges.yml",), 3),
        # 2,700 of C(36, 3) = 7,140 placements, 37.8 of 100.
        ("tipping", ("exercises/07-how-ideas-travel/five-bridges.yml", 3), 37.8),
        # Three stretches of two hours may give way, on three days: two of the three.
        ("plans", ("04-leadership", "protected-time"), 3),
        ("colleagues", ("home-care",), 11),
        ("needed", ("10-your-plan", "final-test"), 16),
        ("is-right", ("06-across-boundaries", "wall", "informal"), 0),
    ],
)
def test_an_origin_gives_what_is_counted_by_hand(
    origin: str, asked: tuple[Any, ...], right: float
) -> None:
    (given,) = ORIGINS[origin](ours(), *asked)
    assert given == pytest.approx(right, abs=0.05)


def test_every_origin_is_asked_by_the_course() -> None:
    text = ours().file(QUOTED).read_text(encoding="utf-8")
    assert [one for one in ORIGINS if f"of: [{one}, " not in text] == []


def test_a_path_that_leads_nowhere_is_an_error() -> None:
    with pytest.raises(LookupError):
        value_at({"a": [1]}, "a/3")


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("Läs lektion 6, ”Över gränserna”.", []),
        ("Läs lektion 6 ”Över\n gränserna”.", []),
        ("Läs lektion 7, ”Över gränserna”.", ["lesson-title"]),
        ("Läs lektion 6, ”Väggen”.", ["lesson-title"]),
        ("Läs lektion\n    6, ”Väggen”.", ["lesson-title"]),
        ("Läs lektion 6,\n    ”Väggen”.", ["lesson-title"]),
        ("Läs lektion 6 om ”Väggen”.", []),
    ],
)
def test_a_lesson_is_named_by_its_number_and_its_title(
    tmp_path: Path, words: str, keys: list[str]
) -> None:
    file = tmp_path / NAME
    file.parent.mkdir(parents=True)
    file.write_text(f"prompt:\n  sv: |\n    {words}\n  en: Nothing.\n", encoding="utf-8")
    course = Course.open(ours().folders[0], tmp_path)
    faults = list(naming_faults(titles(course), texts_of(course, file)))
    assert [(fault.key, fault.line) for fault in faults] == [(key, 2) for key in keys]
