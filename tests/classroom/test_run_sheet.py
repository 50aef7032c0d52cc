"""The run sheet on the instructor's view: the guide's rows, its clock, and the room's own steps."""

import pytest

from course.classroom.run_sheet import run_sheet
from course.content.course import ours
from course.content.meeting import ROUTES
from course.paths import LANGUAGES
from tests.classroom.people import a_class, step_of

LESSONS = [one for one in ours().lessons() if ours().meeting(one)]


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_lesson_that_is_led_has_one_and_its_clock_is_the_guides(lesson: str) -> None:
    _, room, _ = a_class(lesson=lesson)
    for language in LANGUAGES:
        sheet = run_sheet(ours(), room, language)
        assert sheet is not None
        for route, minutes in ROUTES.items():
            clocks = [one["clocks"][route] for one in sheet["activities"] if one["clocks"][route]]
            assert [start for start, _ in clocks] == [0, *(end for _, end in clocks[:-1])]
            assert clocks[-1][1] == minutes
        assert all(one["say"] and one["name"] for one in sheet["activities"])
        assert "{" not in str([sheet["late"], *(one["say"] for one in sheet["activities"])])


def test_a_row_leads_to_its_exercise_and_the_jigsaw_to_where_it_is_dealt() -> None:
    _, room, _ = a_class()
    sheet = run_sheet(ours(), room, "en")
    assert sheet is not None
    steps = {one["name"]: one["steps"] for one in sheet["activities"]}
    assert steps["Where does the wall begin?"] == [step_of(room, "wall")]
    assert [room.together(n) for n in steps["Jigsaw"]] == ["split"]
    assert steps["Closing"] == []


def test_an_answer_to_be_ready_for_stands_at_its_exercise() -> None:
    _, room, _ = a_class()
    sheet = run_sheet(ours(), room, "sv")
    assert sheet is not None
    (wall,) = (one for one in sheet["activities"] if step_of(room, "wall") in one["steps"])
    (text,) = wall["expected"]
    assert text.startswith("I Var börjar väggen?: ”Redan när vi delar information.”")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_read_out_and_asked_in_the_end_stands_there_in_plain_words(language: str) -> None:
    """The opening reads the scene and Esther, the wall its four strengths; the source has both."""
    _, room, _ = a_class()
    sheet = run_sheet(ours(), room, language)
    assert sheet is not None
    opening, wall, *_, closing = (one for one in sheet["activities"] if one["clocks"]["hour"])
    text = " ".join(opening["read"])
    assert ("Esther." in text, "Kajgatan" in text) == (True, True)
    assert wall["read"][0].startswith(
        "1. Delad information." if language == "sv" else "1. Sharing information."
    )
    assert [one[:2] for one in closing["questions"]] == ["1.", "2."]
    assert "Samira" in closing["questions"][0]
    assert not [one for one in sheet["activities"] if one["questions"] and one is not closing]
    for mark in ("**", "](", "{", "@"):
        assert mark not in str([*opening["read"], *wall["read"], *closing["questions"]])


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_cell_that_the_guide_reads_out_is_there_for_a_class(lesson: str) -> None:
    meeting = ours().meeting(lesson)
    assert meeting is not None
    _, room, _ = a_class(lesson=lesson)
    for language in LANGUAGES:
        sheet = run_sheet(ours(), room, language)
        assert sheet is not None
        for one, told in zip(meeting.activities, sheet["activities"], strict=True):
            assert bool(told["read"]) == bool(one.read)
