"""The class's own summary and the tables: what has been shown, and nothing besides."""

import json
from io import BytesIO
from zipfile import ZipFile

import pytest

from course.classroom.summary import summary
from course.classroom.table import table, workbook
from course.paths import LANGUAGES
from tests.classroom.people import a_class, choose, places, steer, step_of


def test_an_exercise_is_in_it_once_it_is_shown_and_what_holds_once_it_is_revealed() -> None:
    classroom, room, _ = a_class()
    classroom.steer(room, "go", step_of(room, "wall"))
    choose(classroom, room, places(classroom, room, room.at)[:1] * 6)
    assert summary(classroom, room, "en")["parts"] == []
    steer(classroom, room, "close", "show")
    (part,) = summary(classroom, room, "en")["parts"]
    assert (part["result"]["rounds"], part["held"]) == ([6], None)
    steer(classroom, room, "reveal")
    (part,) = summary(classroom, room, "en")["parts"]
    assert part["held"]["right"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_shared_words_are_in_it_where_they_were_let_in_and_the_key_where_it_was_shown(
    language: str,
) -> None:
    classroom, room, _ = a_class()
    classroom.steer(room, "go", step_of(room, "own-network"))
    for words in ("let in", "left waiting"):
        classroom.share(room, room.at, words)
    classroom.steer(room, "let-in", 1)
    split = next(n for n in room.steps_together() if room.together(n) == "split")
    classroom.steer(room, "go", split)
    assert [one["notes"] for one in summary(classroom, room, language)["parts"]] == [["let in"]]
    classroom.steer(room, "deal", 20)
    assert len(summary(classroom, room, language)["parts"]) == 1
    classroom.steer(room, "go", split)
    steer(classroom, room, "reveal")
    classroom.steer(room, "go", 0)  # it is told of its own step, wherever the class is
    assert summary(classroom, room, language)["parts"][-1]["together"]["key"]
    json.dumps(summary(classroom, room, language), allow_nan=False)


def test_the_workbook_has_the_lines_of_the_table_with_numbers_as_numbers() -> None:
    # Read as what it is (ECMA-376): a sheet of cells, where <is> is a text and <f> a formula.
    classroom, room, _ = a_class()
    classroom.steer(room, "go", step_of(room, "wall"))
    a, b, *_ = places(classroom, room, room.at)
    choose(classroom, room, [a] * 9 + [b] * 6)
    steer(classroom, room, "close", "show")
    book = ZipFile(BytesIO(workbook(classroom, room, "sv")))
    sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert sheet.count("<row ") == len(table(classroom, room, "sv").splitlines())
    assert "<v>9</v>" in sheet
    assert "<f>" not in sheet
    assert "<is><t>övning</t></is>" in sheet


def test_no_text_becomes_a_formula() -> None:
    classroom, room, _ = a_class()
    classroom.steer(room, "go", step_of(room, "wall"))
    poll = classroom.questions.poll(room, room.at, "en")
    assert poll is not None
    a = poll.rows[0].places[0]
    a["text"] = "=1+1"
    choose(classroom, room, [a["id"]] * 6)
    steer(classroom, room, "close", "show")
    book = ZipFile(BytesIO(workbook(classroom, room, "en")))
    sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "<is><t>=1+1</t></is>" in sheet
    assert "'=1+1" in table(classroom, room, "en")
