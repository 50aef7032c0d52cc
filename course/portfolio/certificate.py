"""A certificate for the course, once it is taken; until then, what is left of it.

It says what was done, what one can do after it, how long that takes, and between which days it was
done. It tells no answers.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date, datetime

from attrs import frozen

from course.content.course import Course
from course.content.outcomes import outcomes
from course.content.outline import LessonOutline
from course.errors import CourseError
from course.journal import Event, Journal, standing
from course.kinds import KINDS, readable
from course.kinds.broken import BrokenKindError
from course.kinds.exercise import Exercise
from course.portfolio import measured


@frozen
class LessonTaken:
    """A lesson that was taken: what one can do after it, and whether all of it was answered."""

    title: str
    outcomes: tuple[str, ...]
    whole: bool


@frozen
class Certificate:
    """The lessons that were taken, the minutes of all that was done, and between which days.

    Attributes:
        lessons: those of the course that are done, in order.
        minutes: how long what was done takes, as estimated.
        measured: how long the learner was at it at least, in minutes, as far as can be told.
        began: the day of the first answer.
        day: the day on which it was complete.
        tests: those of the course: how many answers had to hold, of how many.
    """

    lessons: tuple[LessonTaken, ...]
    minutes: int
    measured: int
    began: date
    day: date
    tests: tuple[tuple[int, int], ...]


@frozen
class LessonLeft:
    """A lesson of which some core exercises are not answered; they are told by title."""

    id: str
    title: str
    minutes: int
    exercises: tuple[str, ...]


@frozen
class NotMastered:
    """A test, and how many answers have held in it at most: None if it was never finished."""

    lesson: str
    title: str
    needed: int
    of: int
    best: int | None


@frozen
class Left:
    """What there is to do before the certificate."""

    lessons: tuple[LessonLeft, ...]
    tests: tuple[NotMastered, ...]
    minutes: int


def certificate(journal: Journal, course: Course, language: str) -> Certificate | Left:
    """The certificate if every lesson is done and every test mastered, or else what is left.

    Whoever had it before a lesson was added keeps it, with its day; a lesson that came later is on
    it once it is done.
    """
    lessons = course.outlines(language)
    now = standing(journal, lessons, course.landed.core)
    tests = list(_tests(course, lessons))
    mastered = {one.place: _mastered(journal, *one.place) for one in tests}
    for until, there in _editions(lessons):
        ids = {lesson.id for lesson in there}
        needed = {place: event for place, event in mastered.items() if place[0] in ids}
        if not there or not all(now.lesson(id).done for id in ids) or not all(needed.values()):
            continue
        day = _day(journal, course, there, (event for event in needed.values() if event))
        if until and day >= until:
            continue
        events = journal.events()
        done = [lesson for lesson in lessons if now.lesson(lesson.id).done]
        return Certificate(
            lessons=tuple(_taken(lesson, course, journal) for lesson in done),
            minutes=sum(_minutes_done(lesson, journal) for lesson in done),
            measured=measured.minutes(events),
            began=min(event.when for event in events).astimezone().date(),
            day=day,
            tests=tuple(one.goal for one in tests if mastered[one.place]),
        )
    return Left(
        lessons=tuple(
            LessonLeft(
                lesson.id,
                lesson.title,
                now.lesson(lesson.id).minutes_left,
                tuple(_core_left(lesson, journal, course)),
            )
            for lesson in lessons
            if not now.lesson(lesson.id).done
        ),
        tests=tuple(
            NotMastered(one.place[0], one.title, *one.goal, _best(journal, one))
            for one in tests
            if not mastered[one.place]
        ),
        minutes=now.minutes_left,
    )


Lessons = Sequence[LessonOutline]


def _editions(lessons: Lessons) -> Iterator[tuple[date | None, Lessons]]:
    """The lessons that there were until a day on which one was added; last, those there are."""
    for day in sorted({lesson.added for lesson in lessons if lesson.added}):
        yield day, [one for one in lessons if one.added is None or one.added < day]
    yield None, lessons


@frozen
class _Test:
    """An exercise with a goal: so many of its answers must hold, of so many."""

    exercise: Exercise
    title: str
    goal: tuple[int, int]

    @property
    def place(self) -> tuple[str, str]:
        return self.exercise.lesson, self.exercise.id


def _tests(course: Course, lessons: Lessons) -> Iterator[_Test]:
    """Every test of the course; to read other kinds would load what their models need."""
    for lesson in lessons:
        for planned in lesson.exercises:
            try:
                kind = course.kind(lesson.id, planned.id)
                if not kind or not KINDS[kind].has_goal:
                    continue
                exercise = course.exercise(lesson.id, planned.id)
                goal = KINDS[exercise.kind].goal(exercise)
            except (CourseError, BrokenKindError):
                continue  # a faulty file and a broken kind are told in the lesson
            if goal:
                yield _Test(exercise, exercise.title.in_language(lesson.language), goal)


def _mastered(journal: Journal, lesson: str, test: str) -> Event | None:
    """The first time that a test was mastered. It stays so, however the bank grows later."""
    events = journal.answers(lesson, test)
    return next((one for one in events if one.verdict and one.verdict.get("right") is True), None)


def _best(journal: Journal, test: _Test) -> int | None:
    exercise = test.exercise
    answers = readable(exercise, (event.answer for event in journal.answers(*test.place)))
    held = []
    for answer in answers:
        with suppress(BrokenKindError):  # told in its lesson
            held.append(KINDS[exercise.kind].judge(exercise, answer).detail.get("held"))
    return max((n for n in held if n is not None), default=None)


def _core_left(lesson: LessonOutline, journal: Journal, course: Course) -> Iterator[str]:
    answered = journal.answered()
    for one in lesson.exercises:
        if one.core and (lesson.id, one.id) not in answered:
            # A certificate of what is left needs no exercise's rules, nor the networks behind some.
            yield course.exercise_title(lesson.id, one.id, lesson.language)


def _taken(lesson: LessonOutline, course: Course, journal: Journal) -> LessonTaken:
    answered = journal.answered()
    return LessonTaken(
        title=lesson.title,
        outcomes=outcomes(course, lesson.id, lesson.language),
        whole=all((lesson.id, one.id) in answered for one in lesson.exercises),
    )


def _minutes_done(lesson: LessonOutline, journal: Journal) -> int:
    """The lesson's minutes, without those of exercises that were passed over."""
    answered = journal.answered()
    left = (e.minutes for e in lesson.exercises if (lesson.id, e.id) not in answered)
    return max(0, lesson.minutes - sum(left))


def _day(
    journal: Journal, course: Course, lessons: Iterable[LessonOutline], mastered: Iterable[Event]
) -> date:
    """The day on which the last thing that is needed was done for the first time."""
    times = [event.when for event in mastered]
    for lesson in lessons:
        now = [one.id for one in lesson.exercises if one.core]
        times += _done_at(journal, lesson.id, now, course.landed.core(lesson.id))
    return max(times).astimezone().date()


def _done_at(journal: Journal, lesson: str, *cores: Collection[str]) -> list[datetime]:
    """When a lesson was done for the first time, by its core path of now or of an earlier version.

    For one without a core path that is when the learner was there last, if that is known.
    """
    done = []
    for core in cores:
        firsts = [journal.answers(lesson, id)[:1] for id in core]
        if firsts and all(firsts):
            done.append(max(first.when for (first,) in firsts))
    if done:
        return [min(done)]
    place = journal.place(lesson)
    return [place.when] if place else []
