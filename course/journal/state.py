"""Where the learner stands: what is done, and how many minutes are left."""

from collections.abc import Sequence
from math import floor

from attrs import frozen

from course.journal.journal import Journal
from course.material.course import LessonOutline, PlannedExercise


@frozen
class LessonStanding:
    """Where the learner stands in a lesson.

    ``answered`` has the ids of the exercises, core or not, that have an answer. ``minutes_left``
    is what is left of the core path, in whole minutes.
    """

    id: str
    answered: frozenset[str]
    done: bool
    minutes_left: int


@frozen
class Standing:
    """Where the learner stands in the course.

    ``minutes_left`` is the sum of the lessons' minutes, ``lessons_done`` a number of lessons, and
    ``share_done`` the share of the minutes of the core path that is behind, 0 to 1.
    """

    lessons: tuple[LessonStanding, ...]
    lessons_done: int
    minutes_left: int
    share_done: float

    @property
    def done(self) -> bool:
        """True when every lesson is done."""
        return self.lessons_done == len(self.lessons)

    def lesson(self, id: str) -> LessonStanding:
        """Return the standing in one lesson; raise KeyError if the course does not have it."""
        for lesson in self.lessons:
            if lesson.id == id:
                return lesson
        raise KeyError(id)


def standing(journal: Journal, outlines: Sequence[LessonOutline]) -> Standing:
    """Return where the learner stands, given the journal and the lessons of the course.

    A lesson is done when all its core exercises are answered; one without core exercises when
    the learner has been there (the journal has a place in it, or an answer). Its core path takes
    the minutes of reading, which are those that no exercise takes, and of its core exercises. The
    reading counts as left in proportion to the core exercises that are.

    >>> from tempfile import mkdtemp
    >>> journal = Journal(mkdtemp())
    >>> guess, debate = PlannedExercise("guess", 4, True), PlannedExercise("debate", 10, True)
    >>> start = LessonOutline("01-start", "en", "Start", 20, 20, (guess, debate))
    >>> event = journal.record("01-start", "guess", 7, fingerprint="f1", language="en")
    >>> reached = standing(journal, [start])
    >>> reached.minutes_left, reached.share_done  # 3 of the 6 minutes of reading, and 10
    (13, 0.35)
    """
    answers = journal.answered()
    lessons, left, total = [], 0.0, 0
    for lesson in outlines:
        answered = frozenset(e.id for e in lesson.exercises if (lesson.id, e.id) in answers)
        visited = bool(answered) or journal.place(lesson.id) is not None
        minutes = _minutes_left(lesson, answered, visited)
        lessons.append(
            LessonStanding(
                lesson.id, answered, _is_done(lesson, answered, visited), floor(minutes + 0.5)
            )
        )
        left += minutes
        total += _reading(lesson) + sum(e.minutes for e in _core(lesson))
    done = sum(lesson.done for lesson in lessons)
    share = 1 - left / total if total else float(done == len(lessons))
    return Standing(tuple(lessons), done, sum(lesson.minutes_left for lesson in lessons), share)


def _core(lesson: LessonOutline) -> tuple[PlannedExercise, ...]:
    return tuple(exercise for exercise in lesson.exercises if exercise.core)


def _reading(lesson: LessonOutline) -> int:
    return max(0, lesson.minutes - sum(exercise.minutes for exercise in lesson.exercises))


def _is_done(lesson: LessonOutline, answered: frozenset[str], visited: bool) -> bool:
    core = _core(lesson)
    return all(exercise.id in answered for exercise in core) if core else visited


def _minutes_left(lesson: LessonOutline, answered: frozenset[str], visited: bool) -> float:
    core = _core(lesson)
    if not core:
        return 0.0 if visited else float(_reading(lesson))
    left = [exercise for exercise in core if exercise.id not in answered]
    return _reading(lesson) * len(left) / len(core) + sum(exercise.minutes for exercise in left)
