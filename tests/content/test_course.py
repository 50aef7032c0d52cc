"""The course as an object: what lies over it, two at once, and what is not there.

The shipped course is the ground where a test needs a real one; a small one is written where the
content matters. Expected words are those that the test itself wrote.
"""

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from course.content.course import Course, ours
from course.content.outline import LessonOutline, PlannedExercise
from course.errors import CourseError
from course.paths import LANGUAGES, ROOT
from tests.small_course import choice, made, text, write_exercise, write_lesson

TERM = "{0}:\n  sv: {{term: {1}, meaning: Ett ord.}}\n  en: {{term: {1}, meaning: A word.}}\n"
LONG = "x" * 300  # letters, more than a file's name can have on any common system
FIGURE = """\
kind: bars
title: {sv: "Staplar, NAME", en: "Bars, NAME"}
message: {sv: Fler kom., en: More came.}
sources: [hartley-2005]
unit: {sv: personer, en: people}
rows:
  - {label: {sv: Ett, en: One}, value: 1}
  - {label: {sv: Två, en: Two}, value: 2}
"""
AREA = {
    "id": "p",
    **{name: text(f"p {name}") for name in ("text", "low", "middle", "high")},
    "items": [{"id": "p1", "text": text("p1")}],
}


def write(folder: Path, name: str, content: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


@pytest.fixture
def below(tmp_path: Path) -> Path:
    """A small course: a lesson of a choice and a scale, a figure, a term, a work."""
    folder = tmp_path / "below"
    write_lesson(folder, "00-start", "Start", 20, [("goal", 2, True), ("climate", 5, False)])
    write_exercise(folder, "00-start", choice("goal"))
    points = [text(f"point {n}") for n in range(1, 4)]
    write_exercise(folder, "00-start", made("climate", "scale", points=points, areas=[AREA]))
    write(folder, "data/figures/one.yml", FIGURE.replace("NAME", "below"))
    write(folder, "data/glossary.yml", TERM.format("tie", "below"))
    write(folder, "data/references.yml", "hartley-2005: {title: Below}\n")
    return folder


@pytest.fixture
def above(tmp_path: Path) -> Path:
    """What a municipality lays over it; nothing yet."""
    folder = tmp_path / "above"
    folder.mkdir()
    return folder


# --- one folder -----------------------------------------------------------------------------------


def test_a_course_has_what_its_folder_has(below: Path) -> None:
    course = Course.open(below)
    assert course.lessons() == ("00-start",)
    assert course.exercises("00-start") == ("climate", "goal")
    assert course.figures() == ("one",)
    assert list(course.glossary) == ["tie"]
    assert list(course.references) == ["hartley-2005"]
    assert course.exercise("00-start", "goal").title.en == "title of goal en"
    assert course.figure("one").title.sv == "Staplar, below"


def test_an_outline_is_what_the_notebook_says_of_itself(below: Path) -> None:
    # By hand: 20 minutes, without the 5 of the exercise that is not on the core path.
    assert Course.open(below).outline("00-start", "sv") == LessonOutline(
        id="00-start",
        language="sv",
        title="Start",
        minutes=20,
        core_minutes=15,
        exercises=(PlannedExercise("goal", 2, True), PlannedExercise("climate", 5, False)),
    )
    assert Course.open(below).outline("00-start", "sv").number == "00"


def test_an_empty_folder_is_an_empty_course(tmp_path: Path) -> None:
    course = Course.open(tmp_path)
    assert course.outlines("sv") == course.lessons() == course.figures() == ()
    assert course.glossary == course.references == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lesson_is_called_what_its_notebook_says(language: str) -> None:
    about = json.loads(ours().notebook("00-start", language).read_text("utf-8"))["metadata"]
    number = {"sv": "Lektion 0", "en": "Lesson 0"}[language]
    assert ours().titled("00-start", language) == f"{number}: {about['course']['title']}"


def test_a_lesson_that_is_not_built_has_its_number() -> None:
    assert ours().titled("77-to-come", "sv") == "Lektion 77"


def test_the_shipped_course_is_whole() -> None:
    for language in LANGUAGES:
        assert [one.id for one in ours().outlines(language)] == list(ours().lessons())
    assert ours() == Course.open(ROOT)


# --- what lies over it ----------------------------------------------------------------------------


def test_a_file_above_stands_in_the_place_of_the_one_below(below: Path, above: Path) -> None:
    write_exercise(above, "00-start", {**choice("goal"), "title": text("Our own")})
    write_lesson(above, "00-start", "Our start", 30)
    course = Course.open(below, above)
    assert course.exercises("00-start") == ("climate", "goal")
    assert course.exercise("00-start", "goal").title.en == "Our own en"
    assert course.exercise("00-start", "climate").title.en == "title of climate en"
    assert [one.title for one in course.outlines("en")] == ["Our start"]
    assert course.titled("00-start", "en") == "Lesson 0: Our start"
    assert Course.open(below).exercise("00-start", "goal").title.en == "title of goal en"


def test_what_is_only_above_is_added(below: Path, above: Path) -> None:
    write_exercise(above, "00-start", choice("another"))
    write_exercise(above, "05-ours", choice("first"))
    write_lesson(above, "05-ours", "Ours", 10, [("first", 2, True)])
    write(above, "data/figures/two.yml", FIGURE.replace("NAME", "above"))
    course = Course.open(below, above)
    assert course.lessons() == ("00-start", "05-ours")
    assert course.exercises("00-start") == ("another", "climate", "goal")
    assert course.exercise("05-ours", "first").lesson == "05-ours"
    assert [one.id for one in course.outlines("sv")] == ["00-start", "05-ours"]
    assert course.figures() == ("one", "two")
    assert course.figure("one").title.en == "Bars, below"
    assert course.figure("two").title.en == "Bars, above"


def test_a_figure_and_a_term_above(below: Path, above: Path) -> None:
    write(above, "data/figures/one.yml", FIGURE.replace("NAME", "above"))
    write(above, "data/glossary.yml", TERM.format("tie", "above") + TERM.format("silo", "silo"))
    course = Course.open(below, above)
    assert course.figures() == ("one",)
    assert course.figure("one").title.en == "Bars, above"
    assert {id: entry.term.en for id, entry in course.glossary.items()} == {
        "tie": "above",
        "silo": "silo",
    }


def test_the_last_overlay_is_the_topmost(below: Path, above: Path, tmp_path: Path) -> None:
    for folder, words in ((above, "Second"), (tmp_path / "top", "Third")):
        write_exercise(folder, "00-start", {**choice("goal"), "title": text(words)})
    course = Course.open(below, above, tmp_path / "top")
    assert course.exercise("00-start", "goal").title.en == "Third en"
    assert course.name(course.file("exercises/00-start/goal.yml")) == "exercises/00-start/goal.yml"


def test_an_exercise_above_stands_on_one_below(below: Path, above: Path) -> None:
    write_exercise(above, "10-plan", made("again", "scale", again="00-start/climate"))
    again: Any = Course.open(below, above).exercise("10-plan", "again")
    assert [area.id for area in again.areas] == ["p"]
    with pytest.raises(CourseError, match="There is no self-assessment 00-start/climate"):
        Course.open(above).exercise("10-plan", "again")


def test_an_exercise_below_stands_on_one_above(below: Path, above: Path) -> None:
    write_exercise(below, "10-plan", made("again", "scale", again="00-start/climate"))
    points = [text(f"point {n}") for n in range(1, 6)]
    write_exercise(above, "00-start", made("climate", "scale", points=points, areas=[AREA]))
    over: Any = Course.open(below, above).exercise("10-plan", "again")
    alone: Any = Course.open(below).exercise("10-plan", "again")
    assert (len(alone.points), len(over.points)) == (3, 5)


def test_a_fault_of_what_it_stands_on_in_the_other_folder_is_told(below: Path, above: Path) -> None:
    write_exercise(above, "10-plan", made("again", "scale", again="00-start/climate"))
    write(below, "exercises/00-start/climate.yml", "id: climate\nkind: scale\nminutes: soon\n")
    with pytest.raises(CourseError) as caught:
        Course.open(below, above).exercise("10-plan", "again")
    line = "exercises/00-start/climate.yml, line 3: This should be a whole number, not soon."
    assert line in str(caught.value)


def test_questions_above_go_into_a_bank_below(below: Path, above: Path) -> None:
    bank = "10-plan/bank/00-start"
    write_exercise(below, "10-plan", made("final", "test", bank="bank", draw=2))
    for id in ("q1", "q2"):
        write_exercise(below, bank, choice(id, right="a"))
    write_exercise(above, bank, choice("q2", right="b"))
    write_exercise(above, bank, choice("q3", right="a"))
    test: Any = Course.open(below, above).exercise("10-plan", "final")
    right = {one.id: [o.id for o in one.exercise.options if o.right] for one in test.questions}
    assert right == {"q1": ["a"], "q2": ["b"], "q3": ["a"]}
    assert [one.id for one in test.questions] == ["q1", "q2", "q3"], "in the order of their names"
    alone: Any = Course.open(below).exercise("10-plan", "final")
    assert [one.id for one in alone.questions] == ["q1", "q2"]


# --- two at once, and changes ---------------------------------------------------------------------


def test_two_courses_live_in_one_process(below: Path, above: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(below, other)
    write_exercise(other, "00-start", {**choice("goal"), "title": text("Other")})
    write_lesson(other, "00-start", "Other", 20)
    write(other, "data/glossary.yml", TERM.format("tie", "other"))
    write(other, "data/references.yml", "hartley-2005: {title: Other}\n")
    write(other, "data/figures/one.yml", FIGURE.replace("NAME", "other"))
    one, two = Course.open(below), Course.open(other)
    for _ in range(2):  # the second time from what is remembered
        for course, word in ((one, "below"), (two, "other"), (one, "below")):
            assert course.glossary["tie"].term.en == word
            assert course.references["hartley-2005"].fields["title"] == word.title()
            assert course.figure("one").title.en == f"Bars, {word}"
        assert one.exercise("00-start", "goal").title.en == "title of goal en"
        assert two.exercise("00-start", "goal").title.en == "Other en"
        assert (one.titled("00-start", "en"), two.titled("00-start", "en")) == (
            "Lesson 0: Start",
            "Lesson 0: Other",
        )
    assert ours().exercise("00-start", "goal").title.en != "title of goal en"


def test_changes_on_disk_are_seen(below: Path, above: Path) -> None:
    course = Course.open(below, above)
    assert course.outlines("en")[0].title == "Start"
    assert course.glossary["tie"].term.en == "below"
    assert course.references["hartley-2005"].fields["title"] == "Below"
    changes = {
        "exercises/00-start/goal.yml": ("title of goal en", "A new title"),
        "notebooks/en/00-start.ipynb": ('"Start"', '"A new title"'),
        "data/glossary.yml": ("term: below", "term: A new title"),
        "data/references.yml": ("title: Below", "title: A new title"),
        "data/figures/one.yml": ("Bars, below", "A new title"),
    }
    assert course.exercise("00-start", "goal").title.en == "title of goal en"
    assert course.figure("one").title.en == "Bars, below"
    for name, (old, new) in changes.items():
        file = course.file(name)
        before = file.stat().st_mtime_ns
        assert old in file.read_text("utf-8")
        file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
        os.utime(file, ns=(before + 1, before + 1))
    assert {
        course.exercise("00-start", "goal").title.en,
        course.outlines("en")[0].title,
        course.glossary["tie"].term.en,
        course.references["hartley-2005"].fields["title"],
        course.figure("one").title.en,
    } == {"A new title"}


def test_a_file_laid_over_an_open_course_is_seen_and_gone_again(below: Path, above: Path) -> None:
    course = Course.open(below, above)
    assert course.exercise("00-start", "goal").title.en == "title of goal en"
    file = write_exercise(above, "00-start", {**choice("goal"), "title": text("Our own")})
    assert course.exercise("00-start", "goal").title.en == "Our own en"
    file.unlink()
    assert course.exercise("00-start", "goal").title.en == "title of goal en"


# --- what is not there ----------------------------------------------------------------------------


def test_when_files_were_changed_is_told_of_each_folder(below: Path, above: Path) -> None:
    """0 where a folder has none: a file that comes, goes or is changed in one is seen."""
    course, name = Course.open(below, above), "data/cast.yml"
    for folder in (below, above):
        (folder / "data").mkdir(exist_ok=True)
        (folder / name).unlink(missing_ok=True)
    assert course.changed(name, "data/none.yml") == (0, 0, 0, 0)
    (above / name).write_text("{}", encoding="utf-8")
    os.utime(above / name, ns=(7_000, 7_000))
    assert course.changed(name, "data/none.yml") == (0, 7_000, 0, 0)
    (below / name).write_text("{}", encoding="utf-8")
    os.utime(below / name, ns=(9_000, 9_000))
    assert course.changed(name) == (9_000, 7_000)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("sv", "Det finns ingen mapp {0}. Ange en mapp med notebooks, exercises och data."),
        ("en", "There is no folder {0}. Give one with notebooks, exercises and data."),
    ],
)
def test_a_folder_that_is_not_there(tmp_path: Path, language: str, sentence: str) -> None:
    missing = tmp_path / "nowhere"
    for folders in ((missing,), (tmp_path, missing)):
        with pytest.raises(CourseError) as caught:
            Course.open(*folders)
        assert caught.value.in_language(language) == sentence.format(missing)


@pytest.mark.parametrize("name", ["nothing", "../00-start/goal", "goal.yml", "", "*", "go?l", LONG])
def test_an_unknown_exercise(below: Path, name: str) -> None:
    with pytest.raises(CourseError) as caught:
        Course.open(below).exercise("00-start", name, language="sv")
    assert str(caught.value) == (
        f"Lektionen 00-start har ingen övning {name}. Övningarna är: climate, goal."
    )


@pytest.mark.parametrize(
    "lesson",
    ["01-nothing", "*", "00-sta?t", "**", "", "../exercises/00-start", "/etc", "[0]0-start", LONG],
)
def test_an_exercise_of_an_unknown_lesson(below: Path, lesson: str) -> None:
    """What a page sends is a name, whatever signs are in it, and never a pattern."""
    with pytest.raises(CourseError) as caught:
        Course.open(below).exercise(lesson, "goal")
    assert str(caught.value) == f"Lesson {lesson} has no exercise goal. Its exercises are: –."


def test_a_lesson_may_have_a_name_that_looks_like_a_pattern(below: Path) -> None:
    write_exercise(below, "05-ours [draft]", choice("first"))
    course = Course.open(below)
    assert course.exercises("05-ours [draft]") == ("first",)
    assert course.exercise("05-ours [draft]", "first").lesson == "05-ours [draft]"


def test_an_unknown_figure_is_told_with_those_there_are(below: Path) -> None:
    with pytest.raises(CourseError) as caught:
        Course.open(below).figure("two", language="sv")
    assert str(caught.value) == "Kursen har ingen figur two. Figurerna är: one."


def test_an_unknown_lesson_is_told_with_those_there_are(below: Path) -> None:
    with pytest.raises(CourseError) as caught:
        Course.open(below).outline("99-nowhere", "en")
    assert str(caught.value) == "There is no lesson 99-nowhere. The lessons are: 00-start."
