"""The plan, written where it stands: kept in the journal, and the same in lesson 10."""

from typing import Any

import pytest

from course.content.course import ours
from course.journal import Journal, MemoryStore
from course.portfolio.plan import NINETY_DAYS
from course.session import Session
from course.session.planning import LONGEST

Told = list[tuple[str, dict[str, Any]]]


@pytest.fixture
def session() -> Session:
    return Session(ours(), Journal(MemoryStore()), "en")


def write(session: Session, field: str, words: str, **more: Any) -> Told:
    return list(session.handle("", "plan", {"do": "plan", "field": field, "words": words, **more}))


def words_of(session: Session) -> dict[str, str]:
    return {one.id: one.words for one in session.one_page().fields if one.words}


def test_a_field_of_the_plan_s_own_is_kept_and_the_whole_plan_told(session: Session) -> None:
    told = write(session, "unit", " Home care \n", n=3)
    assert [name for name, _ in told] == ["event", "planned", "standing"]
    page = told[1][1]
    assert (page["problem"], page["n"], page["field"]) == ("", 3, "unit")
    assert page["page"]["head"][1]["words"] == "Home care"
    assert session.journal.planned()["unit"].lesson == "10-your-plan"
    assert session.journal.answered() == frozenset()


def test_a_field_of_lesson_10_changes_the_answer_there(session: Session) -> None:
    session.journal.answer(
        *NINETY_DAYS, {"problem": "Nine faces", "measure": "Faces"}, fingerprint="f", language="en"
    )
    write(session, "problem", "Eight faces")
    assert session.work(*NINETY_DAYS).state()["answer"] == {
        "problem": "Eight faces",
        "measure": "Faces",
    }
    assert words_of(session) == {"problem": "Eight faces", "measure": "Faces"}
    assert session.journal.planned() == {}


def test_what_was_begun_in_lesson_10_is_not_lost(session: Session) -> None:
    session.journal.keep_draft(*NINETY_DAYS, {"measure": "Faces, and evenings"})
    write(session, "problem", "Eight faces")
    assert words_of(session) == {"problem": "Eight faces", "measure": "Faces, and evenings"}


def test_the_latest_words_count_and_empty_ones_clear(session: Session) -> None:
    for words in ("Home care", "Home care north", ""):
        write(session, "unit", words)
    assert words_of(session) == {}
    assert len(session.journal.events()) == 3


def test_parts_are_moved_to_the_appendix_and_back(session: Session) -> None:
    # What is no part, and what a decision cannot be made without, stays where it is.
    told = write(session, "in-appendix", "map promise decision nonsense map", n=4)
    assert [name for name, _ in told] == ["event", "planned", "standing"]
    assert (told[1][1]["field"], told[1][1]["n"]) == ("in-appendix", 4)
    assert told[1][1]["page"]["moved"] == ("promise", "map")
    assert session.one_page().moved == ("promise", "map")
    write(session, "in-appendix", "map")
    write(session, "in-appendix", "map")
    assert session.one_page().moved == ("map",)
    assert len(session.journal.events()) == 2
    write(session, "in-appendix", "")
    assert session.one_page().moved == ()


def test_the_same_words_again_are_no_new_event(session: Session) -> None:
    write(session, "unit", "Home care")
    told = write(session, "unit", "Home care")
    assert [name for name, _ in told] == ["planned", "standing"]
    assert len(session.journal.events()) == 1


def test_a_message_that_is_sent_again_changes_nothing_that_came_after(session: Session) -> None:
    write(session, "unit", "Home care", id="a" * 32)
    write(session, "unit", "Home care north", id="b" * 32)
    write(session, "unit", "Home care", id="a" * 32)
    assert words_of(session) == {"unit": "Home care north"}


@pytest.mark.parametrize(
    ("field", "words", "problem"),
    [
        ("owner", "x" * (LONGEST + 1), "1501 characters"),
        ("unit", "x" * 121, "121 characters"),
        ("start", "tomorrow", "Choose a day."),
        ("start", "9999-12-31", "Choose a day."),
        ("problem", "x" * (LONGEST + 1), "1501 characters"),
    ],
)
def test_what_cannot_stand_there_is_told_and_not_kept(
    session: Session, field: str, words: str, problem: str
) -> None:
    told = write(session, field, words)
    assert [name for name, _ in told] == ["planned", "standing"]
    assert problem in told[0][1]["problem"]
    assert session.journal.events() == ()


def test_the_last_words_of_the_form_cannot_be_cleared_and_that_is_told(session: Session) -> None:
    write(session, "problem", "Nine faces")
    told = dict(write(session, "problem", ""))
    assert told["planned"]["problem"] == "Write a few words first."
    assert words_of(session) == {"problem": "Nine faces"}


def test_a_field_that_there_is_none_of_is_left_alone(session: Session) -> None:
    assert write(session, "budget", "100 000") == []


def test_it_comes_back_from_the_journal_s_lines(session: Session) -> None:
    write(session, "unit", "Home care")
    write(session, "problem", "Nine faces")
    other = Session(ours(), Journal(MemoryStore()), "sv")
    assert other.import_(session.export(), "answers.jsonl").finish().new == 2
    assert words_of(other) == {"unit": "Home care", "problem": "Nine faces"}
