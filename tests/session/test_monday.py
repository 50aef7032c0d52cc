"""A promise for a day, and how it went; what was said in lesson 00 comes back by name."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from course.content.course import ours
from course.journal import Journal, MemoryStore
from course.pages.render import Pages
from course.session import Session
from course.session.monday import LONGEST
from tests.session.conftest import Clock

LESSON = "04-leadership"
HOSTILE = 'Fråga; Eva, "nu"\r\nBEGIN:VEVENT\nX:\\n <script>alert(1)</script> & ' + "å" * 90


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 10, 8, 15, tzinfo=UTC))  # a Thursday


def send(session: Session, **message: Any) -> dict[str, Any]:
    """The last that is told of a message."""
    told: dict[str, Any] = {}
    for name, value in session.handle("", "promise", message):
        told = value if name == "promised" else told
    return told


def promise(session: Session, words: str = "Ask.", day: str = "2026-10-12", **more: Any) -> Any:
    return send(session, do="promise", lesson=LESSON, words=words, day=day, **more)


def test_a_lesson_suggests_something_for_the_next_monday(session: Session) -> None:
    promised = session.returning(LESSON)["promised"]
    assert promised["suggestion"].startswith("Move just one note")
    assert promised["monday"] == "2026-10-12"  # 8 October 2026 is a Thursday
    assert promised["promise"] is None


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_lesson_suggests_something(language: str) -> None:
    assert all(one.monday.endswith((".", "?")) for one in ours().outlines(language))


def test_a_promise_is_shown_until_its_day_and_then_asked_about_once(
    session: Session, clock: Clock
) -> None:
    made = promise(session)["promise"]
    asked = session.returning()["asked"]
    assert (asked["words"], asked["due"], asked["dated"]) == ("Ask.", False, "12 October 2026")
    clock.now += timedelta(days=4)
    assert session.returning()["asked"]["due"] is True
    told = send(session, do="outcome", promise=made["id"], answer="not-yet", words="Eva was ill.")
    assert told["promise"]["outcome"] == {"answer": "not-yet", "words": "Eva was ill."}
    assert session.returning()["asked"] is None


def test_a_new_promise_after_the_same_lesson_takes_the_old_one_s_place(session: Session) -> None:
    promise(session)
    promise(session, words="Ring.", day="2026-10-19")
    assert session.returning()["asked"]["words"] == "Ring."
    assert len(session.journal.promises()) == 1


def test_what_came_of_it_stands_in_the_plan(session: Session) -> None:
    made = promise(session)["promise"]
    plan = session.plan_as_text()
    assert "Lesson 4: Framework and freedom, for 12 October 2026\nAsk.\n" in plan
    send(session, do="outcome", promise=made["id"], answer="done", words="Three said yes.")
    assert "Ask.\nDone. Three said yes.\n" in session.plan_as_text()


@pytest.mark.parametrize("words", ["", "  \n", "x" * (LONGEST + 1)])
def test_a_promise_needs_words_and_not_too_many(session: Session, words: str) -> None:
    assert promise(session, words=words)["problem"].startswith("Write what you will do")
    assert session.journal.promises() == ()


@pytest.mark.parametrize("day", ["", "soon", "2026-10-07", "2027-10-10", "2026-02-30"])
def test_a_promise_needs_a_day_that_comes_within_a_year(session: Session, day: str) -> None:
    assert promise(session, day=day)["problem"].startswith("Choose a day")


def test_what_no_page_would_send_is_left_alone(session: Session) -> None:
    made = promise(session)["promise"]
    assert send(session, do="promise", lesson="99-none", words="x", day="2026-10-12") == {}
    assert send(session, do="outcome", promise="none", answer="done", words="") == {}
    assert send(session, do="outcome", promise=made["id"], answer="perhaps", words="") == {}
    assert send(session, do="outcome", promise=made["id"], answer="done", words=3) == {}
    assert session.journal.outcome(made["id"]) is None


def test_what_is_sent_twice_is_one(session: Session) -> None:
    made = promise(session, id="a" * 32)["promise"]
    assert promise(session, id="a" * 32)["promise"] == made
    answer = {"do": "outcome", "promise": made["id"], "answer": "done", "words": "", "id": "b" * 32}
    assert send(session, **answer) == send(session, **answer)
    assert len(session.journal.events()) == 2


# --- the file for a calendar ----------------------------------------------------------------------


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("words", ["Fråga Åsa.", HOSTILE])
def test_the_file_has_the_day_and_the_words_whatever_they_are(
    clock: Clock, language: str, words: str
) -> None:
    session = Session(ours(), Journal(MemoryStore(), clock), language)
    made = promise(session, words=words)["promise"]
    content = session.calendar(LESSON)
    assert content is not None
    # RFC 5545, 3.1: lines end in CRLF and have at most 75 octets.
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    (calendar,) = Calendar.from_ical(content, multiple=True)
    (event,) = calendar.walk("VEVENT")
    assert str(event["SUMMARY"]) == " ".join(words.split())
    assert event.decoded("DTSTART") == date(2026, 10, 12)
    assert event.decoded("DTEND") == date(2026, 10, 13)
    assert str(event["UID"]).startswith(made["id"])
    assert {"sv": "Från kursen", "en": "From the course"}[language] in str(event["DESCRIPTION"])
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("TRIGGER") == timedelta(hours=8)
    assert session.calendar(LESSON) == content  # the same bytes, so the same event


@pytest.mark.parametrize(
    ("language", "about"),
    [
        ("sv", "Från kursen Nya sätt att tänka, Lektion 1: Vad räknas?"),
        ("en", "From the course New ways of thinking, Lesson 1: What counts?"),
    ],
)
def test_a_lesson_that_asks_ends_with_its_own_sign(language: str, about: str) -> None:
    session = Session(ours(), Journal(MemoryStore()), language)
    day = session.returning("01-what-counts")["promised"]["monday"]
    send(session, do="promise", lesson="01-what-counts", words="Ask.", day=day)
    (event,) = Calendar.from_ical(session.calendar("01-what-counts")).walk("VEVENT")
    assert str(event["DESCRIPTION"]) == about


def test_there_is_no_file_where_nothing_was_promised(session: Session) -> None:
    assert session.calendar(LESSON) is None


# --- pages, and what was said before --------------------------------------------------------------


def answer(session: Session, exercise: str, given: Any) -> None:
    changes = dict(session.handle("00-start", exercise, {"do": "answer", "answer": given}))
    assert changes["state"]["answered"]


def test_goal_problem_and_profile_come_back_only_where_they_were_given(session: Session) -> None:
    assert session.returning("06-across-boundaries")["yours"] == {}
    answer(session, "first-thought", "The keys are late.")
    assert session.returning("06-across-boundaries")["yours"] == {"problem": "The keys are late."}
    answer(session, "goal", "boundaries")
    exercise: Any = ours().exercise("00-start", "climate")
    lowest = exercise.areas[2]
    ids = {item.id: 1 if area is lowest else 5 for area in exercise.areas for item in area.items}
    answer(session, "climate", ids)
    yours = session.returning("06-across-boundaries")["yours"]
    assert yours["goal"].startswith("Get past the silos")
    assert yours["profile"] == lowest.text.in_language("en")
    assert session.returning("00-start")["yours"] == {}  # they stand there themselves


def test_what_a_learner_wrote_is_text_on_every_page(session: Session, clock: Clock) -> None:
    pages = Pages("/course")
    answer(session, "first-thought", HOSTILE)
    made = promise(session, words=HOSTILE)["promise"]
    send(session, do="outcome", promise=made["id"], answer="done", words=HOSTILE)
    promise(session, words=HOSTILE, day="2026-10-19")
    for html in (pages.home(session), pages.lesson(session, LESSON), pages.plan(session)):
        assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)" in pages.lesson(session, LESSON)
    assert "&lt;script&gt;alert(1)" in pages.plan(session)


def test_home_has_the_promise_before_what_is_asked_anew_before_the_lessons(
    session: Session, clock: Clock
) -> None:
    pages = Pages("/course")
    plain = pages.home(session)
    assert 'id="asked"' not in plain
    assert 'id="anew"' not in plain
    assert "returning.js" not in plain
    promise(session)
    answer(session, "safe-to-challenge", 50)
    goal = ours().exercise("04-leadership", "frames-and-freedom")
    from course.kinds import KINDS

    given = KINDS[goal.kind].key(goal)
    list(session.handle(LESSON, goal.id, {"do": "answer", "answer": given}))
    clock.now += timedelta(days=30)
    html = pages.home(session)
    places = [html.index(one) for one in ('id="asked"', 'id="anew"', '<ol class="contents">')]
    assert places == sorted(places)


def test_an_export_takes_everything_along_and_an_answer_is_still_an_answer(
    session: Session, clock: Clock
) -> None:
    made = promise(session)["promise"]
    send(session, do="outcome", promise=made["id"], answer="done", words="")
    other = Journal(MemoryStore(), clock)
    other.import_from(session.journal.export())
    assert other.events() == session.journal.events()
    assert other.answered() == frozenset()
    assert other.place() is None
    assert other.first_answer() == ""
