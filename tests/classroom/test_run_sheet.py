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
