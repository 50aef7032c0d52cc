"""Things asked anew. Days come from FSRS: by hand from its published weights, or by its library."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from fsrs import Card, Rating, Scheduler

from course.content.course import ours
from course.journal import Journal, MemoryStore
from course.kinds import KINDS
from course.session import Session
from course.session.recall import MOST, ago, card, due, next_day
from tests.session.conftest import Clock

MORNING = datetime(2026, 10, 5, 8, tzinfo=UTC)
STATEMENTS = ("00-start", "statements")
FRAMES = ("04-leadership", "frames-and-freedom")
MISTAKES = ("03-culture", "nine-mistakes")


@pytest.fixture
def clock() -> Clock:
    return Clock(MORNING)


def key(place: tuple[str, str]) -> Any:
    exercise = ours().exercise(*place)
    return KINDS[exercise.kind].key(exercise)


def wrong_sort(place: tuple[str, str], *missed: str) -> dict[str, str]:
    """The right answer to a sort, but for some cards."""
    right = key(place)
    groups = sorted(set(right.values()))
    other = {id: next(group for group in groups if group != right[id]) for id in missed}
    return {**right, **other}


def answer(session: Session, place: tuple[str, str], given: Any) -> None:
    changes = dict(session.handle(*place, {"do": "answer", "answer": given}))
    assert changes["state"]["answered"], changes


def cards(session: Session, lesson: str | None = None) -> list[tuple[str, str]]:
    return [(one["exercise"], one["item"]) for one in session.returning(lesson)["cards"]]


# --- when -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("went", "days"),
    # At 90 per cent retention the pause is the stability; the first ones are the weights w0, w1 and
    # w2 of FSRS-6: 0.212, 1.2931 and 2.3065 days, in whole days and one at least.
    [("wrong", 1), ("unsure", 1), ("right", 2)],
)
def test_the_first_pause_is_that_of_the_published_weights(went: Any, days: int) -> None:
    made = card([(MORNING, went)])
    assert made.due - MORNING == timedelta(days=days)
    assert made.stability == {"wrong": 0.212, "unsure": 1.2931, "right": 2.3065}[went]


def test_the_library_is_the_one_whose_intervals_its_own_tests_have() -> None:
    # py-fsrs, tests/test_basic.py, test_review_card: the default weights, without chance.
    scheduler, made, now = Scheduler(enable_fuzzing=False), Card(card_id=1), MORNING
    good, again = Rating.Good, Rating.Again
    days = []
    for rating in (good,) * 6 + (again,) * 2 + (good,) * 5:
        made, _ = scheduler.review_card(made, rating, now)
        assert made.last_review is not None
        days.append((made.due - made.last_review).days)
        now = made.due
    assert days == [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]


def test_a_card_is_what_the_library_makes_of_the_same_reviews() -> None:
    rng = random.Random(4)
    ratings = {"wrong": Rating.Again, "unsure": Rating.Hard, "right": Rating.Good}
    for _ in range(50):
        at, reviews = MORNING, []
        scheduler = Scheduler(learning_steps=[], relearning_steps=[], enable_fuzzing=False)
        expected = Card(card_id=1)
        for _ in range(rng.randint(1, 8)):
            went: Any = rng.choice(list(ratings))
            reviews.append((at, went))
            expected, _ = scheduler.review_card(expected, ratings[went], at)
            at += timedelta(days=rng.randint(1, 40), hours=rng.randint(0, 23))
        assert card(reviews) == expected


def test_remembering_makes_the_pause_longer_and_forgetting_shorter() -> None:
    later = MORNING + timedelta(days=2)
    first = card([(MORNING, "right")])
    kept, lost = (card([(MORNING, "right"), (later, one)]) for one in ("right", "wrong"))  # type: ignore[list-item]
    assert kept.due - later > first.due - MORNING > lost.due - later == timedelta(days=1)


# --- what -----------------------------------------------------------------------------------------


def test_nothing_is_asked_anew_on_the_day_it_was_answered(session: Session, clock: Clock) -> None:
    answer(session, FRAMES, wrong_sort(FRAMES, next(iter(key(FRAMES)))))
    assert cards(session) == []
    clock.now += timedelta(hours=23)
    assert cards(session) == []


def test_what_was_missed_comes_the_next_day_and_the_rest_the_day_after(
    session: Session, clock: Clock
) -> None:
    first, *_ = key(FRAMES)
    answer(session, FRAMES, wrong_sort(FRAMES, first))
    clock.now += timedelta(days=1)
    assert cards(session) == [("frames-and-freedom", first)]
    answer(session, MISTAKES, key(MISTAKES))
    clock.now += timedelta(days=2)
    assert cards(session)[0] == ("frames-and-freedom", first)
    assert [id for id, _ in cards(session)] == ["frames-and-freedom", "nine-mistakes"]


def test_who_was_unsure_is_asked_before_who_was_sure(session: Session, clock: Clock) -> None:
    given = {id: {**one, "sure": 90} for id, one in key(STATEMENTS).items()}
    unsure = list(given)[4]
    given[unsure]["sure"] = 50
    answer(session, STATEMENTS, given)
    clock.now += timedelta(days=1)
    assert cards(session) == [("statements", unsure)]


def test_at_most_three_are_asked_one_of_an_exercise_and_none_of_the_lesson_itself(
    session: Session, clock: Clock
) -> None:
    places = [STATEMENTS, FRAMES, MISTAKES, ("01-what-counts", "vignettes")]
    for place in places:
        answer(session, place, key(place))
    clock.now += timedelta(days=30)
    assert len(cards(session)) == MOST == 3
    assert len({id for id, _ in cards(session)}) == 3
    assert "frames-and-freedom" not in {id for id, _ in cards(session, "04-leadership")}


def test_trying_again_at_once_is_not_remembering(session: Session, clock: Clock) -> None:
    first, *_ = key(FRAMES)
    answer(session, FRAMES, wrong_sort(FRAMES, first))
    clock.now += timedelta(minutes=3)
    answer(session, FRAMES, key(FRAMES))
    clock.now = MORNING + timedelta(days=1)
    assert cards(session) == [("frames-and-freedom", first)]


@pytest.mark.parametrize(("days", "said"), [(0, "today"), (6, "6 days ago"), (7, "last week")])
def test_how_long_ago(days: int, said: str) -> None:
    assert ago(days, "en") == said


def things() -> Iterator[Any]:
    for lesson in ours().lessons():
        for id in ours().exercises(lesson):
            exercise = ours().exercise(lesson, id)
            for thing in KINDS[exercise.kind].recallable(exercise):
                yield pytest.param(exercise, thing, id=f"{id}/{thing.id}")


def test_everything_that_can_be_asked_anew_has_one_right_answer_and_the_key_knows_it() -> None:
    n = 0
    for param in things():
        exercise, thing = param.values
        for language in ("sv", "en"):
            asked = thing.ask(language)
            options = [one["id"] for one in asked.options]
            assert (
                2
                <= len(options)
                == len(set(options))
                == len({one["text"] for one in asked.options})
            ), thing
            right = [id for id in options if thing.reply(id).tone == "right"]
            assert len(right) == 1, (exercise.id, thing.id)
        went = thing.went(KINDS[exercise.kind].key(exercise))
        assert went in ("right", None), (exercise.id, thing.id)
        n += 1
    assert n > 200


# --- answering ------------------------------------------------------------------------------------


@pytest.fixture
def missed(session: Session, clock: Clock) -> str:
    """A card of the sort that was missed yesterday."""
    first, *_ = key(FRAMES)
    answer(session, FRAMES, wrong_sort(FRAMES, first))
    clock.now += timedelta(days=1)
    return str(first)


def recall(session: Session, item: str, option: str, **more: Any) -> list[tuple[str, Any]]:
    message = {"do": "recall", "lesson": FRAMES[0], "item": item, "answer": option, **more}
    return list(session.handle("", FRAMES[1], message))


def test_it_is_answered_at_once_with_its_reason_and_its_day(session: Session, missed: str) -> None:
    right = key(FRAMES)[missed]
    (event, _), (name, told) = recall(session, missed, right, n=7)
    assert (event, name) == ("event", "recalled")
    exercise: Any = ours().exercise(*FRAMES)
    reason = next(one.feedback for one in exercise.cards if one.id == missed).in_language("en")
    assert (told["right"], told["text"], told["key"], told["n"]) == (True, reason, right, 7)
    assert told["text"].startswith(told["lead"])
    assert "October 2026" in told["back"]
    assert cards(session) == []


def test_what_is_missed_again_comes_back_the_next_day(
    session: Session, clock: Clock, missed: str
) -> None:
    other = wrong_sort(FRAMES, missed)[missed]
    (_, (_, told)) = recall(session, missed, other)
    assert told["right"] is False
    assert told["back"] == "The question comes back on 7 October 2026."
    clock.now += timedelta(days=1)
    assert ("frames-and-freedom", missed) in cards(session)


def test_the_day_that_is_told_is_the_day_it_comes_back_however_often_it_was_answered(
    session: Session, clock: Clock
) -> None:
    for _ in range(30):
        answer(session, FRAMES, key(FRAMES))
        clock.now += timedelta(days=1)
    exercise = ours().exercise(*FRAMES)
    item = next(iter(key(FRAMES)))
    back = next_day(exercise, item, session.journal)
    assert back is not None
    for at, is_back in ((back - timedelta(minutes=1), False), (back, True)):
        clock.now = at
        found = due(ours(), session.journal, "en")
        assert any(one.exercise.id == FRAMES[1] for one in found) is is_back


def test_the_first_answer_stays_the_first_answer(session: Session, missed: str) -> None:
    before = session.journal.answers(*FRAMES), session.told(), session.answers()
    recall(session, missed, key(FRAMES)[missed])
    assert (session.journal.answers(*FRAMES), session.told(), session.answers()) == before
    assert len(session.journal.recalls(*FRAMES)) == 1


def test_what_is_sent_twice_is_one(session: Session, missed: str) -> None:
    right, id = key(FRAMES)[missed], "0" * 32
    first = recall(session, missed, right, id=id)
    again = recall(session, missed, right, id=id)
    assert [name for name, _ in first] == ["event", "recalled"]
    assert again == first[1:]
    assert len(session.journal.recalls(*FRAMES)) == 1


@pytest.mark.parametrize(
    "message",
    [
        {"item": "no-such-card"},
        {"answer": "no-such-group"},
        {"lesson": "99-none"},
        {"answer": ["x"]},
        {"item": None},
    ],
)
def test_what_no_page_would_send_is_left_alone(
    session: Session, missed: str, message: dict[str, Any]
) -> None:
    whole = {"do": "recall", "lesson": FRAMES[0], "item": missed, "answer": key(FRAMES)[missed]}
    assert list(session.handle("", FRAMES[1], {**whole, **message})) == []
    assert session.journal.recalls(*FRAMES) == ()


def test_two_copies_of_a_journal_come_to_the_same_whichever_is_read_first(
    session: Session, clock: Clock, missed: str
) -> None:
    copy = Journal(MemoryStore(), clock)
    copy.import_from(session.journal.export())
    recall(session, missed, key(FRAMES)[missed])
    clock.now += timedelta(days=2)
    other = Session(ours(), copy, "sv")
    recall(other, missed, wrong_sort(FRAMES, missed)[missed])
    clock.now += timedelta(days=1)
    mine, theirs = session.journal.export(), copy.export()
    session.journal.import_from(theirs)
    copy.import_from(mine)
    at = [
        [(one.thing.id, one.likely) for one in due(ours(), journal, "en")]
        for journal in (session.journal, copy)
    ]
    assert at[0] == at[1]
    assert at[0]
