"""What a learner meets, without a screen: pages, answers, drafts, places, what is kept."""

import errno
import json
import os
import random
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from course.content.course import Course, ours
from course.journal import FileStore, Journal, MemoryStore
from course.paths import LANGUAGES, ROOT
from course.session import Session, work
from course.session.changes import schema
from course.words import say
from tests.session.conftest import Clock, Send
from tests.session.given import given
from tests.small_course import choice, write_exercise, write_lesson

START, TRAVEL = "00-start", "07-how-ideas-travel"
SHIPPED = [(lesson, name) for lesson in ours().lessons() for name in ours().exercises(lesson)]
CHANGES = {
    name: Draft202012Validator({**schema(), "$ref": f"#/$defs/{name}"})
    for name in ("state", "standing", "saved", "event", "scene")
}
ID = "0123456789abcdef" * 2


# --- what a page is given ------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("lesson", ours().lessons())
def test_a_page_has_a_card_for_each_exercise_and_is_plain_json(lesson: str, language: str) -> None:
    session = Session(ours(), Journal(MemoryStore()), language)
    page = session.page(lesson)
    assert set(page["cards"]) == set(ours().exercises(lesson))
    assert json.loads(json.dumps(page, allow_nan=False)) == page
    assert (page["lesson"], page["language"], page["answered"]) == (lesson, language, [])
    for card in page["cards"].values():
        assert card["draft"] is None
        assert card["task"]["language"] == language
        CHANGES["state"].validate(card["state"])


@pytest.mark.parametrize(("exercise", "asks"), [("wall", False), ("final-test", True)])
def test_earlier_answers_are_gone_through_where_the_kind_asks_for_them(
    journal: Journal, monkeypatch: pytest.MonkeyPatch, exercise: str, asks: bool
) -> None:
    # A learner of many years has a thousand answers to each; only a test draws from what was drawn.
    lesson = next(one for one, name in SHIPPED if name == exercise)
    for _ in range(5):
        journal.record(lesson, exercise, "no answer", fingerprint="f", language="en")
    read: list[object] = []

    def readable(_: object, answers: Iterable[object]) -> Iterator[object]:
        read.extend(answers)
        yield from ()

    monkeypatch.setattr(work, "readable", readable)
    assert not Session(ours(), journal, "en").work(lesson, exercise).state()["answered"]
    assert len(read) == (5 if asks else 0)


def test_no_page_gives_the_key_away(session: Session) -> None:
    for lesson in ours().lessons():
        told = json.dumps(session.page(lesson))
        assert '"right"' not in told
        assert '"feedback"' not in told


def test_a_lesson_that_is_not_there_is_told(session: Session) -> None:
    with pytest.raises(Exception, match="There is no lesson 99-nowhere"):
        session.page("99-nowhere")
    assert not session.knows("99-nowhere")


# --- messages ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("lesson", "name"), SHIPPED)
def test_every_change_is_as_the_schema_says(lesson: str, name: str) -> None:
    rng = random.Random(f"{lesson}/{name}")
    session = Session(ours(), Journal(MemoryStore()), LANGUAGES[len(name) % 2])
    exercise = ours().exercise(lesson, name)
    messages = [{"do": "answer", "answer": given(session, exercise, rng), "n": n} for n in range(3)]
    for message in (*messages, {"do": "answer", "answer": ["x"], "n": 9}):
        changes = list(session.handle(lesson, name, message))
        for change, value in changes:
            CHANGES[change].validate(value)
            assert json.loads(json.dumps(value, allow_nan=False)) == value
        told = [change for change, _ in changes]
        assert told in (["event", "state", "standing"], ["state", "standing"], ["state"])
        assert dict(changes)["state"]["n"] == message["n"]
    assert session.journal.latest(lesson, name) is not None
    # What was answered is shown again to whoever comes back, and is told in My answers.
    state = session.work(lesson, name).state()
    CHANGES["state"].validate(state)
    assert state["answered"] is True
    assert "changed" not in state
    assert session.answers()[0]["answers"][0]["words"]


@pytest.mark.parametrize(
    ("lesson", "name"),
    [one for one in SHIPPED if ours().exercise(*one).kind == "explore"],
)
def test_the_first_scene_of_every_model_is_as_the_schema_says(
    session: Session, lesson: str, name: str
) -> None:
    change, scene = next(session.handle(lesson, name, {"do": "look", "setting": {}, "n": 4}))
    assert change == "scene"
    CHANGES["scene"].validate(scene)
    assert scene["n"] == 4


def test_an_answer_is_known_before_it_is_durable(session: Session, send: Send) -> None:
    changes = send(START, "goal", do="answer", answer="culture", id=ID, n=1)
    assert changes["event"] == {"id": ID}
    assert changes["state"]["answer"] == "culture"
    assert session.journal.kept is False
    assert session.work(START, "goal").state()["answered"] is True
    assert session.page(START)["answered"] == ["goal"]


def test_a_refused_answer_says_why_and_leaves_the_earlier_one(session: Session, send: Send) -> None:
    send(START, "goal", do="answer", answer="culture")
    changes = send(START, "goal", do="answer", answer="nonsense", n=2)
    assert set(changes) == {"state"}
    assert changes["state"]["problem"]
    assert session.work(START, "goal").state()["answer"] == "culture"
    assert len(session.journal.events()) == 1


def test_the_same_answer_sent_again_with_its_id_is_one(
    session: Session, send: Send, clock: Clock
) -> None:
    send(START, "goal", do="answer", answer="culture", id=ID)
    clock.later(3600)
    again = send(START, "goal", do="answer", answer="culture", id=ID)
    assert set(again) == {"state", "standing"}
    assert len(session.journal.events()) == 1


def test_an_id_that_is_known_has_the_answer_that_was_kept_with_it(
    session: Session, send: Send
) -> None:
    send(START, "goal", do="answer", answer="culture", id=ID)
    again = send(START, "goal", do="answer", answer="whose-value", id=ID)
    assert again["state"]["answer"] == "culture", "what is shown is what is kept"


def test_an_id_of_another_exercise_loses_no_answer(session: Session, send: Send) -> None:
    send(START, "goal", do="answer", answer="culture", id=ID)
    send(START, "first-thought", do="answer", answer="mine", id=ID)
    latest = session.journal.latest(START, "first-thought")
    assert latest is not None
    assert latest.answer == "mine"
    assert len({event.id for event in session.journal.events()}) == 2


def test_pressing_twice_is_one_answer_and_changing_ones_mind_is_not(
    session: Session, send: Send, clock: Clock
) -> None:
    for answer, seconds, events in (
        ("culture", 0, 1),
        ("culture", 0.9, 1),  # pressed twice
        ("whose-value", 0.05, 2),
        ("culture", 0.05, 3),
        ("culture", 1.0, 4),  # the same again, on purpose
    ):
        clock.later(seconds)
        send(START, "goal", do="answer", answer=answer)
        assert len(session.journal.events()) == events


def test_standing_follows_an_answer(session: Session, send: Send) -> None:
    core = [one.id for one in ours().outline(START, "en").exercises if one.core]
    rng = random.Random(1)
    before = session.told()
    for id in core:
        changes = send(
            START, id, do="answer", answer=given(session, ours().exercise(START, id), rng)
        )
        now = changes["standing"]
        assert now["percent"] > before["percent"]
        before = now
    assert now["done"] == [START]
    assert now == session.told()


def test_what_is_looked_at_and_stopped_records_nothing(session: Session, send: Send) -> None:
    look = session.handle(TRAVEL, "how-many-bridges", {"do": "look", "setting": {}})
    assert next(look)[0] == "scene"
    look.close()  # a runtime leaves it off
    assert send(TRAVEL, "how-many-bridges", do="stop") == {}
    assert send(START, "goal", do="look", setting={}) == {}, "no model there"
    assert session.journal.events() == ()


@pytest.mark.parametrize(
    ("lesson", "exercise"),
    [("99-nowhere", "goal"), (START, "nothing"), (START, "../00-start/goal")],
)
def test_what_is_not_there_is_told(send: Send, lesson: str, exercise: str) -> None:
    changes = send(lesson, exercise, do="answer", answer="x", n=3)
    assert changes["state"]["problem"].startswith(f"Lesson {lesson} has no exercise")
    assert changes["state"]["n"] == 3
    CHANGES["state"].validate(changes["state"])


# --- what is begun -------------------------------------------------------------------------------


def draft(session: Session) -> Any:
    return session.page(START)["cards"]["first-thought"]["draft"]


def test_a_draft_is_kept_until_the_answer(session: Session, send: Send) -> None:
    assert send(START, "first-thought", do="draft", value="half") == {}
    assert draft(session) == "half"
    send(START, "first-thought", do="draft", value="half a thought")
    assert draft(session) == "half a thought"
    send(START, "first-thought", do="answer", answer="a thought")
    assert draft(session) is None


def test_a_draft_can_be_taken_back(session: Session, send: Send) -> None:
    send(START, "first-thought", do="draft", value="half")
    send(START, "first-thought", do="draft", value=None)
    assert draft(session) is None


def test_a_draft_of_another_page_never_covers_a_newer_answer(tmp_path: Path) -> None:
    here, there = (Session(ours(), Journal(tmp_path), "en") for _ in range(2))
    list(here.handle(START, "first-thought", {"do": "draft", "value": "old"}))
    list(there.handle(START, "first-thought", {"do": "answer", "answer": "new"}))
    there.journal.write()
    here.journal.write_drafts()
    assert draft(here) is None
    assert draft(there) is None
    assert draft(Session(ours(), Journal(tmp_path), "sv")) is None


def test_a_draft_that_is_longer_than_any_field_stays_in_the_page(
    session: Session, send: Send
) -> None:
    send(START, "first-thought", do="draft", value="short")
    assert send(START, "first-thought", do="draft", value="x" * 300_000) == {}
    assert draft(session) == "short"


def test_what_was_begun_is_gone_with_all_answers(tmp_path: Path) -> None:
    session = Session(ours(), Journal(tmp_path), "en")
    list(session.handle(START, "first-thought", {"do": "draft", "value": "mine"}))
    session.journal.write_drafts()
    session.erase()
    assert draft(session) is None
    assert not any(b"mine" in file.read_bytes() for file in tmp_path.iterdir())


# --- places --------------------------------------------------------------------------------------


def cells(lesson: str, language: str = "en") -> list[dict[str, Any]]:
    notebook = ours().notebook(lesson, language).read_text(encoding="utf-8")
    found: list[dict[str, Any]] = json.loads(notebook)["cells"]
    return found


def test_the_place_is_where_one_reads(session: Session) -> None:
    cell = cells(START)[3]["id"]
    assert session.place() is None
    changes = dict(session.handle(START, "", {"do": "keep", "cell": cell}))
    assert set(changes) == {"event"}
    assert session.place() == session.place(START) == {"lesson": START, "cell": cell}
    assert session.page(START)["place"] == session.place(START)
    assert session.overview()["place"] == session.place()
    assert session.place(TRAVEL) is None


def test_a_place_of_a_lesson_that_is_gone_is_none(session: Session) -> None:
    session.journal.reach("98-gone", "c01", language="en")
    assert session.place() is None
    assert session.place("98-gone") is None


def test_a_place_in_an_unknown_language_is_one_all_the_same(session: Session) -> None:
    session.journal.reach(START, cells(START)[3]["id"], language="xx")
    assert session.place() is not None


# --- whether it is kept --------------------------------------------------------------------------


class Failing(FileStore):
    """A store that fails with a fault of the operating system."""

    fault: OSError | None = None

    def append(self, lines: Sequence[bytes]) -> None:
        if self.fault:
            self.why = self.fault
            raise self.fault
        super().append(lines)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("fault", "key"),
    [
        (errno.ENOSPC, "full"), (errno.EFBIG, "full"), (errno.EDQUOT, "full"),
        (errno.EROFS, "read-only"), (errno.EACCES, "permission"), (errno.EPERM, "permission"),
        (errno.EIO, "other"), (errno.ETIMEDOUT, "other"), (errno.ENOENT, "other"),
    ],
)  # fmt: skip
def test_the_head_of_the_page_tells_the_true_cause(
    tmp_path: Path, language: str, fault: int, key: str
) -> None:
    store = Failing(tmp_path)
    session = Session(ours(), Journal(store), language)
    assert session.saved() == {"kept": True, "words": say("view.saved-here", language)}
    store.fault = OSError(fault, os.strerror(fault))
    list(session.handle(START, "goal", {"do": "answer", "answer": "culture"}))
    assert session.journal.write() is False
    told = session.saved()
    CHANGES["saved"].validate(told)
    assert told == {"kept": False, "words": say(f"view.not-kept-{key}", language)}
    assert session.overview()["saved"] == told
    # The learner goes on in memory, and it is written once it can be.
    assert session.page(START)["answered"] == ["goal"]
    store.fault = None
    assert session.journal.write() is True
    assert session.saved()["kept"] is True
    assert len(Journal(tmp_path).events()) == 1


@pytest.mark.skipif(
    not hasattr(os, "fork"), reason="a limit on files is set in a process of its own"
)
def test_a_disk_that_is_really_full_is_told(tmp_path: Path) -> None:
    script = """
import resource, signal, sys
from course.journal import Journal
from course.content.course import ours
from course.session import Session
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
session = Session(ours(), Journal(sys.argv[1]), "en")
session.journal.record("00-start", "goal", "culture", fingerprint="f", language="en")
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
session.journal.record("00-start", "goal", "whose-value", fingerprint="f", language="en")
print(session.saved())
"""
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], cwd=ROOT, capture_output=True, text=True
    )
    assert done.stdout.strip() == str({"kept": False, "words": say("view.not-kept-full", "en")})


# --- several at once -----------------------------------------------------------------------------


def test_two_languages_over_one_journal_see_the_same(journal: Journal) -> None:
    swedish, english = (Session(ours(), journal, language) for language in LANGUAGES)
    list(swedish.handle(START, "goal", {"do": "answer", "answer": "culture"}))
    state = english.work(START, "goal").state()
    assert state["answer"] == "culture"
    assert swedish.told()["percent"] == english.told()["percent"]
    assert swedish.told()["left"] != english.told()["left"]
    words = [one.answers()[0]["answers"][0]["words"] for one in (swedish, english)]
    assert words[0] != words[1]
    exercise = ours().exercise(START, "goal")
    told = [option.text for option in getattr(exercise, "options") if option.id == "culture"]  # noqa: B009
    assert words == [told[0].in_language(language) for language in LANGUAGES]


def test_two_courses_live_in_one_process(tmp_path: Path, journal: Journal) -> None:
    write_lesson(tmp_path / "own", START, "Ours", 10, [("goal", 5, True)])
    write_exercise(tmp_path / "own", START, choice("goal", right="a"))
    own = Session(Course.open(tmp_path / "own"), Journal(MemoryStore()), "en")
    shipped = Session(ours(), journal, "en")
    assert [one.id for one in own.course.outlines("en")] == [START]
    list(own.handle(START, "goal", {"do": "answer", "answer": "a"}))
    assert own.work(START, "goal").state()["verdict"]["right"] is True
    assert own.told()["percent"] == 100
    assert shipped.told()["percent"] == 0
    assert shipped.work(START, "goal").state()["answered"] is False
    assert len(shipped.course.outlines("en")) > 5


# --- what it takes -------------------------------------------------------------------------------

HEAVY = ("numpy", "matplotlib", "networkx", "PIL", "jsonschema", "tornado", "jinja2", "ipywidgets")


def loaded_by(lesson: str) -> set[str]:
    """The heavy libraries that a process loads which answers a lesson's page."""
    script = f"""
import sys
from course.journal import Journal, MemoryStore
from course.content.course import ours
from course.session import Session
session = Session(ours(), Journal(MemoryStore()), "sv")
page = session.page({lesson!r})
for id in page["cards"]:
    list(session.handle({lesson!r}, id, {{"do": "answer", "answer": "x"}}))
session.returning(), session.returning({lesson!r})
session.told(), session.answers(), session.plan(), session.certificate(), session.export()
print(*[name for name in {HEAVY!r} if name in sys.modules])
"""
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_a_lesson_of_plain_questions_loads_no_heavy_library_and_no_figures() -> None:
    assert loaded_by("01-what-counts") == set()


def test_a_lesson_with_models_loads_what_they_need_and_nothing_that_draws() -> None:
    assert loaded_by(TRAVEL) <= {"numpy", "networkx"}
