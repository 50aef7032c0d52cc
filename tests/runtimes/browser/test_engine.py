"""What a worker's script asks of the course: the same session as behind every other screen."""

import io
import json
import zipfile
from base64 import b64decode
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from course.content.course import Course, ours
from course.journal import Journal, MemoryStore
from course.pages.render import Pages
from course.paths import ROOT
from course.portfolio.seal import code_in
from course.runtimes.browser import pack
from course.runtimes.browser.engine import OWN, Engine
from course.session import Session
from course.words import say

LESSON, EXERCISE = "07-how-ideas-travel", "how-many-bridges"
GUESS = {"do": "answer", "answer": "most-both", "n": 1, "id": "0" * 32}


def asked(engine: Engine, message: Any, lesson: str = LESSON, exercise: str = EXERCISE) -> Any:
    """All that answers a message."""
    steps = engine.ask(lesson, exercise, json.dumps(message))
    return [json.loads(change) for change in iter(steps.step, None)]


def without_time(changes: Any) -> Any:
    return [
        (name, {key: one for key, one in value.items() if key != "time"}) for name, value in changes
    ]


@pytest.fixture
def engine() -> Engine:
    return Engine(ours(), "sv", built="abc")


@pytest.mark.parametrize("message", [GUESS, {"do": "draft", "value": "a"}, {"do": "what"}])
def test_it_answers_as_the_session_does(engine: Engine, message: Any) -> None:
    session = Session(ours(), Journal(MemoryStore()), "sv")
    expected = [
        (name, json.loads(json.dumps(value)))
        for name, value in session.handle(LESSON, EXERCISE, message)
        if name != "event"
    ]
    given = [(change["name"], change["value"]) for change in asked(engine, message)]
    assert without_time(given) == without_time(expected)


def test_it_shows_what_the_session_shows(engine: Engine) -> None:
    """In the end: a model that has run a part already goes on from there."""
    look = {"do": "look", "setting": {}, "n": 2}
    session = Session(ours(), Journal(MemoryStore()), "sv")
    *_, (name, scene) = session.handle(LESSON, EXERCISE, look)
    last = asked(engine, look)[-1]
    assert (last["name"], last["value"]) == (name, json.loads(json.dumps(scene)))


def test_what_answers_may_be_left_off(engine: Engine) -> None:
    steps = engine.ask(LESSON, EXERCISE, json.dumps({"do": "look", "setting": {}, "n": 1}))
    assert json.loads(steps.step() or "")["name"] == "scene"
    assert [change["name"] for change in asked(engine, GUESS)] == ["state", "standing"]


def test_an_answer_is_handed_over_once_and_told_when_it_is_kept(engine: Engine) -> None:
    assert engine.hand_over() == ""
    asked(engine, GUESS)
    handed = json.loads(engine.hand_over())
    (line,) = handed["lines"]
    assert json.loads(line)["id"] == GUESS["id"]
    assert json.loads(engine.told("full")) == {
        "kept": False,
        "words": say("browser.not-kept-full", "sv"),
    }
    assert json.loads(engine.hand_over()) == handed  # tried again
    assert json.loads(engine.told("")) == {
        "kept": True,
        "words": say("browser.saved-here", "sv"),
    }
    assert engine.hand_over() == ""


def test_what_was_handed_over_is_there_on_the_next_visit(engine: Engine) -> None:
    asked(engine, GUESS)
    asked(engine, {"do": "draft", "value": "half"}, "00-start", "first-thought")
    handed = json.loads(engine.hand_over())
    again = Engine(ours(), "sv", "\n".join(handed["lines"]).encode(), json.dumps(handed["small"]))
    assert EXERCISE in json.loads(again.opened(LESSON))["answered"]
    assert json.loads(again.opened("00-start"))["cards"]["first-thought"]["draft"] == "half"


def test_of_the_cards_those_that_were_begun_are_told_or_all(engine: Engine) -> None:
    assert json.loads(engine.opened(LESSON))["cards"] == {}
    asked(engine, GUESS)
    assert list(json.loads(engine.opened(LESSON))["cards"]) == [EXERCISE]
    whole = json.loads(engine.opened(LESSON, whole=True))["cards"]
    assert list(whole) == [one.id for one in ours().outline(LESSON, "sv").exercises]


def test_a_lesson_is_warmed_one_exercise_at_a_time(engine: Engine) -> None:
    warming = engine.warming(LESSON)
    steps = list(iter(warming.step, False))
    assert len(steps) == len(ours().outline(LESSON, "sv").exercises)
    assert engine.hand_over() == ""


def test_it_hears_of_what_another_page_has_kept(engine: Engine) -> None:
    other = Engine(ours(), "en")
    asked(other, GUESS)
    engine.hear(other.hand_over())
    assert EXERCISE in json.loads(engine.opened(LESSON))["answered"]
    assert engine.hand_over() == ""
    other.told("")
    other.erase()
    engine.hear(other.hand_over())
    assert json.loads(engine.opened(LESSON))["answered"] == []
    assert engine.hand_over() == ""


def test_a_line_that_is_no_text_is_set_aside() -> None:
    engine = Engine(ours(), "en", b'{"torn": "\xff', built="abc")
    assert say("view.set-aside", "en", n=1) in engine.page("answers")


def test_answers_go_along_and_come_back(engine: Engine) -> None:
    asked(engine, GUESS)
    content = engine.file("answers").encode()
    other = Engine(ours(), "en")
    assert other.bring_in(content, "a.jsonl") == say("view.imported", "en", new=1, known=0)
    assert other.bring_in(content, "a.jsonl") == say("view.imported", "en", new=0, known=1)
    assert other.bring_in(b"Dear all", "letter.txt") == say(
        "error.foreign-journal", "en", name="letter.txt"
    )


def test_answers_go_along_in_an_archive_with_a_page_to_read(engine: Engine) -> None:
    asked(engine, GUESS)
    content = b64decode(engine.file("answers.zip"))
    files = zipfile.ZipFile(io.BytesIO(content))
    page = f"{say('answers.file', 'sv')}.html"
    assert files.namelist() == ["journal.jsonl", page]
    assert ours().outline(LESSON, "sv").title in files.read(page).decode()
    other = Engine(ours(), "en")
    for new in (1, 0):
        told = say("view.imported", "en", new=new, known=1 - new)
        assert other.bring_in(content, "a.zip") == told
    torn = say("error.archive-damaged", "en", name="a.zip")
    assert other.bring_in(content[:-9], "a.zip") == torn


def test_a_file_of_a_newer_version_is_told_and_nothing_of_it_is_taken(engine: Engine) -> None:
    asked(engine, GUESS)
    content = engine.file("answers")
    assert '"version": 1' in content
    newer = content.replace('"version": 1', '"version": 1001', 1).encode()
    other = Engine(ours(), "en")
    assert other.bring_in(newer, "a.jsonl") == say(
        "error.journal-of-later-version", "en", name="a.jsonl"
    )
    assert not other.hand_over()


def test_a_clock_that_jumps_back_hides_no_later_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor on the next visit, when all there is are the lines that were kept."""
    engine, lines = Engine(ours(), "sv"), []
    for n, (year, answer) in enumerate([(2026, "most-both"), (1999, "most-then-some")]):
        clock = datetime(year, 3, 1, tzinfo=UTC)
        monkeypatch.setattr(engine._session.journal, "_clock", lambda clock=clock: clock)
        asked(engine, {**GUESS, "answer": answer, "id": f"{n:032}"})
        lines += json.loads(engine.hand_over())["lines"]
        engine.told("")
    again = Engine(ours(), "sv", "\n".join(lines).encode())
    card = json.loads(again.opened(LESSON))["cards"][EXERCISE]
    assert card["state"]["answer"] == "most-then-some"


def test_the_answers_to_one_exercise_are_deleted(engine: Engine) -> None:
    asked(engine, GUESS)
    (line,) = json.loads(engine.hand_over())["lines"]
    engine.told("")
    assert engine.forget(LESSON, EXERCISE) == say("answers.deleted-one", "sv")
    handed = json.loads(engine.hand_over())
    assert (handed["cleared"], handed["removed"]) == (False, [GUESS["id"]])
    (told,) = [json.loads(one) for one in handed["lines"]]
    assert (told["type"], told["exercise"]) == ("delete", EXERCISE)
    engine.told("")
    assert json.loads(engine.opened(LESSON))["answered"] == []
    other = Engine(ours(), "sv", line.encode())
    other.hear(json.dumps(handed))
    assert json.loads(other.opened(LESSON))["answered"] == []
    engine.forget(LESSON, EXERCISE)
    assert engine.hand_over() == ""


def test_all_is_deleted(engine: Engine) -> None:
    asked(engine, GUESS)
    assert engine.erase() == say("view.deleted", "sv")
    handed = json.loads(engine.hand_over())
    assert (handed["cleared"], handed["lines"]) == (True, [])
    assert json.loads(engine.opened(LESSON))["answered"] == []


def test_its_pages_tell_of_a_browser_and_not_of_a_file(engine: Engine) -> None:
    page = engine.page("answers", "Nyheten")
    assert say("browser.where", "sv") in page
    assert say("view.where", "sv") not in page
    assert "Nyheten" in page
    for name in ("home", "plan", "certificate"):
        assert say("browser.saved-here", "sv") in engine.page(name)
    assert "../files/abc/" in page


def test_what_is_taken_along_is_the_session_s_own(engine: Engine) -> None:
    day = date.today() + timedelta(days=7)
    promise = {"do": "promise", "lesson": "04-leadership", "words": "Ring", "day": str(day)}
    asked(engine, promise, "", "promise")
    assert f"{day:%Y%m%d}" in engine.file("calendar", "04-leadership")
    assert engine.file("calendar", "01-what-counts") == ""
    assert engine.file("plan.txt").startswith(say("plan.title", "sv"))
    assert "<html" in engine.file("plan.html")


def test_a_certificate_is_written_and_checked_in_the_browser() -> None:
    lines = (ROOT / "tests/landed/whole-en.jsonl").read_bytes()
    engine = Engine(ours(), "en", lines, built="abc")
    file = engine.certificate("Karin", False, "page")
    assert code_in(file) in engine.certificate("Karin", False, "show")
    assert engine.hand_over() == ""
    told = say("verify.unchanged", "en", name="a.html", code=code_in(file))
    assert engine.verify(file.encode(), "a.html") == told
    assert engine.verify(b"letter", "a.txt") == say("verify.foreign", "en", name="a.txt")
    assert told in engine.page("verify", told)
    assert Engine(ours(), "en").certificate("Karin", False, "page") == ""


def test_what_meets_who_comes_back_has_its_parts_with_it(engine: Engine) -> None:
    told = json.loads(engine.returning(LESSON))
    assert told["engine"] == "../engine/abc"
    assert set(told) >= {"html", "cards", "yours"}


def test_what_lies_over_the_course_is_packed_above_it(tmp_path: Path) -> None:
    """A folder of one's own has names alone; the texts that they stand in are the course's."""
    own = tmp_path / "mine"
    (own / "data").mkdir(parents=True)
    street = "{kajgatan: {sv: Storgatan, en: Storgatan}}"
    cast = f"municipality: {{sv: Sandvik, en: Sandvik}}\nstreets: {street}\n"
    (own / "data" / "cast.yml").write_text(cast, encoding="utf-8")
    pack._content(Course.open(ROOT, own), tmp_path)
    course = Course.open(tmp_path / "course" / "house", tmp_path / "course" / OWN)
    here, there = (Engine(one, "sv").opened(LESSON, whole=True) for one in (ours(), course))
    assert "Kajgatan" in here
    assert "Storgatan" in there
    assert "Kajgatan" not in there
    assert "Sandvik" in Engine(course, "sv").page("home")


def test_the_foot_leads_to_the_host_s_accessibility_statement_where_there_is_one() -> None:
    session = Session(ours(), Journal(MemoryStore()), "sv", kept_in="browser")
    address = "https://example.org/om?a=1&b=2"
    pages = Pages("..", ending=".html", built="abc", statement=address)
    link = f'<a href="{address.replace("&", "&amp;")}">{say("browser.statement", "sv")}</a>'
    assert link in pages.home(session)
    assert say("browser.statement", "sv") not in Engine(ours(), "sv").page("home")
