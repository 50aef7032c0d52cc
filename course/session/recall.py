"""What is asked anew: three things of exercises that were answered a while ago, one at a time.

When a thing comes back is decided by FSRS (the Free Spaced Repetition Scheduler, Ye, Su and Cao
2022, doi:10.1145/3534678.3539081), in its own Python library with its own default weights: one that
was wrong or unsure comes back sooner, and each time it is remembered the pause grows. Nothing is
kept beside the journal. A card's state follows from what was answered and when, so that journals
can be merged in any order, and a better scheduler can read them all anew.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

from attrs import frozen

from course.content.course import Course
from course.errors import CourseError
from course.journal import Event, Journal
from course.kinds import KINDS, readable
from course.kinds.broken import BrokenKindError
from course.kinds.exercise import Exercise
from course.kinds.kind import Recallable, Went
from course.plain import Json
from course.words import say

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

MOST = 3
"""How many things are asked anew at a time."""

_DAY = timedelta(days=1)
"""Within this time of being told the reason one has not remembered anything."""

_LATEST = 20  # answers to an exercise that are looked at, besides the first

_Reading = tuple[Event, list[object]]  # an answer, and how it is read today: not at all, or as one


@frozen
class Due:
    """A thing that is due: of which exercise, and how likely it is to be remembered, 0 to 1."""

    exercise: Exercise
    thing: Recallable
    likely: float
    seen: datetime


@cache
def scheduler() -> "Scheduler":
    """FSRS as it comes, in whole days and without chance, so that everybody gets the same day."""
    # Loaded when something has been answered: a first start has nothing to ask anew.
    from fsrs import Scheduler

    return Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)


def card(reviews: Iterable[tuple[datetime, Went]]) -> "Card":
    """The card of a thing that was answered so, earliest first; at least once.

    >>> at = datetime(2026, 10, 5, 12, tzinfo=UTC)
    >>> (card([(at, "wrong")]).due - at).days, (card([(at, "right")]).due - at).days
    (1, 2)
    """
    from fsrs import Card, Rating

    ratings = {"wrong": Rating.Again, "unsure": Rating.Hard, "right": Rating.Good}
    made = Card(card_id=1)
    for when, went in reviews:
        made, _ = scheduler().review_card(made, ratings[went], when.astimezone(UTC))
    return made


def due(course: Course, journal: Journal, language: str, besides: str = "") -> list[Due]:
    """What is due now of all lessons but one, what is least likely to be remembered first.

    Of an exercise one thing is asked at a time, so that the three are of three kinds of question.
    """
    found = []
    for lesson, id in journal.answered():
        if lesson == besides:
            continue
        try:
            exercise = course.exercise(lesson, id, language=language)
            found += sorted(_due_in(exercise, journal), key=lambda one: one.likely)[:1]
        except (CourseError, BrokenKindError):
            continue  # told in its lesson
    order = {one.id: n for n, one in enumerate(course.outlines(language))}
    shown = [one for one in found if one.exercise.lesson in order]
    shown.sort(key=lambda one: (one.likely, order[one.exercise.lesson], one.exercise.id))
    return shown[:MOST]


def _due_in(exercise: Exercise, journal: Journal) -> Iterator[Due]:
    things = list(KINDS[exercise.kind].recallable(exercise))
    if not things:
        return
    now, past = journal.now().astimezone(UTC), _past(exercise, journal)
    for thing in things:
        reviews = _reviews(thing, *past)
        if reviews and (made := card(reviews)).due <= now:
            likely = scheduler().get_card_retrievability(made, now)
            yield Due(exercise, thing, likely, reviews[-1][0])


def _past(exercise: Exercise, journal: Journal) -> tuple[list[_Reading], tuple[Event, ...]]:
    """What was answered to an exercise, first and lately, and what was asked anew of it."""
    answers = journal.answers(exercise.lesson, exercise.id)
    answers = (*answers[:1], *answers[1:][-_LATEST:])
    readings = [(one, list(readable(exercise, [one.answer]))) for one in answers]
    return readings, journal.recalls(exercise.lesson, exercise.id)


def _reviews(
    thing: Recallable, readings: Iterable[_Reading], recalls: Iterable[Event]
) -> list[tuple[datetime, Went]]:
    """When a thing was answered, and how it went; what was tried again at once does not count."""
    all_of_it: list[tuple[datetime, Went]] = []
    for event, answer in readings:
        if answer and (went := thing.went(answer[0])) is not None:
            all_of_it.append((event.when, went))
    for event in recalls:
        if event.item == thing.id and event.verdict:
            all_of_it.append((event.when, "right" if event.verdict.get("right") else "wrong"))
    counted: list[tuple[datetime, Went]] = []
    for when, went in sorted(all_of_it, key=lambda one: one[0]):
        if not counted or when - counted[-1][0] >= _DAY:
            counted.append((when, went))
    return counted


def thing_of(exercise: Exercise, item: str) -> Recallable | None:
    """A thing of an exercise by its id, or None."""
    things = KINDS[exercise.kind].recallable(exercise)
    return next((one for one in things if one.id == item), None)


def next_day(exercise: Exercise, item: str, journal: Journal) -> datetime | None:
    """When a thing comes back, or None for one that was never answered."""
    thing = thing_of(exercise, item)
    if thing is None:
        return None
    reviews = _reviews(thing, *_past(exercise, journal))
    return card(reviews).due if reviews else None


def told(one: Due, course: Course, now: datetime, language: str) -> Json:
    """A thing that is asked anew, as a page shows it, without what is right."""
    exercise, asked = one.exercise, one.thing.ask(language)
    prompt = exercise.prompt.in_language(language)
    return {
        "lesson": exercise.lesson,
        "exercise": exercise.id,
        "item": one.thing.id,
        "from": say(
            "recall.from",
            language,
            lesson=course.titled(exercise.lesson, language),
            ago=ago((now.date() - one.seen.astimezone(now.tzinfo).date()).days, language),
        ),
        "title": exercise.title.in_language(language),
        "prompt": prompt if asked.prompted and prompt != asked.text else "",
        "text": asked.text,
        "options": list(asked.options),
    }


def ago(days: int, language: str) -> str:
    """How long ago something was, as people say it.

    >>> ago(1, "en"), ago(9, "en"), ago(20, "sv")
    ('yesterday', 'last week', 'för 3 veckor sedan')
    """
    if days < 2:
        return say("recall.yesterday" if days == 1 else "recall.today", language)
    if days < 7:
        return say("recall.days-ago", language, n=days)
    if days < 14:
        return say("recall.last-week", language)
    return say("recall.weeks-ago", language, n=round(days / 7))
