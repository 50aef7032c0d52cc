"""Where the learner stands: what is done, and how many minutes are left."""

from collections.abc import Callable, Sequence
from math import floor
from typing import Protocol

from attrs import frozen

from course.journal.journal import Journal


class PlannedExercise(Protocol):
    """An exercise of a lesson: the minutes it takes, and whether it is on the core path."""

    @property
    def id(self) -> str:
        """Its name."""

    @property
    def minutes(self) -> int:
        """How long it takes alone."""

    @property
    def core(self) -> bool:
        """Whether it is on the core path."""


class PlannedLesson(Protocol):
    """A lesson: the minutes that its core path takes, and its exercises in order."""

    @property
    def id(self) -> str:
        """Its name."""

    @property
    def core_minutes(self) -> int:
        """How long its core path takes, reading and exercises."""

    @property
    def exercises(self) -> Sequence[PlannedExercise]:
        """Its exercises, in order."""


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
        """Return the standing in one lesson; raise KeyError if it is not in the plan."""
        for lesson in self.lessons:
            if lesson.id == id:
                return lesson
        raise KeyError(id)


NOTHING: frozenset[str] = frozenset()


def standing(
    journal: Journal,
    plan: Sequence[PlannedLesson],
    earlier_core: Callable[[str], frozenset[str]] = lambda lesson: NOTHING,
) -> Standing:
    """Return where the learner stands, given the journal and the lessons of the course.

    A lesson is done when all its core exercises are answered; one without core exercises when
    the learner has been there (the journal has a place in it, or an answer). A lesson stays done
    for whoever answered what was its core path in an earlier version (``earlier_core``, by lesson).
    What of the core path's minutes its core exercises do not take is reading, which counts as left
    in proportion to the core exercises that are.

    >>> from tempfile import mkdtemp
    >>> from types import SimpleNamespace as Planned
    >>> journal = Journal(mkdtemp())
    >>> guess = Planned(id="guess", minutes=4, core=True)
    >>> debate = Planned(id="debate", minutes=10, core=True)
    >>> plan = [Planned(id="01-start", core_minutes=20, exercises=(guess, debate))]
    >>> event = journal.record("01-start", "guess", 7, fingerprint="f1", language="en")
    >>> reached = standing(journal, plan)
    >>> reached.minutes_left, reached.share_done  # 3 of the 6 minutes of reading, and 10
    (13, 0.35)
    """
    answers = journal.answered()
    lessons, left, total = [], 0.0, 0
    for lesson in plan:
        given = frozenset(exercise for where, exercise in answers if where == lesson.id)
        answered = given & {exercise.id for exercise in lesson.exercises}
        visited = bool(answered) or journal.place(lesson.id) is not None
        was_done = bool(core := earlier_core(lesson.id)) and core <= given
        done = was_done or _is_done(lesson, answered, visited)
        minutes = 0.0 if was_done else _minutes_left(lesson, answered, visited)
        lessons.append(LessonStanding(lesson.id, answered, done, floor(minutes + 0.5)))
        left += minutes
        total += _reading(lesson) + sum(e.minutes for e in _core(lesson))
    done_lessons = sum(lesson.done for lesson in lessons)
    share = 1 - left / total if total else float(done_lessons == len(lessons))
    minutes_left = sum(lesson.minutes_left for lesson in lessons)
    return Standing(tuple(lessons), done_lessons, minutes_left, share)


def _core(lesson: PlannedLesson) -> tuple[PlannedExercise, ...]:
    return tuple(exercise for exercise in lesson.exercises if exercise.core)


def _reading(lesson: PlannedLesson) -> int:
    return max(0, lesson.core_minutes - sum(exercise.minutes for exercise in _core(lesson)))


def _is_done(lesson: PlannedLesson, answered: frozenset[str], visited: bool) -> bool:
    core = _core(lesson)
    return all(exercise.id in answered for exercise in core) if core else visited


def _minutes_left(lesson: PlannedLesson, answered: frozenset[str], visited: bool) -> float:
    core = _core(lesson)
    if not core:
        return 0.0 if visited else float(_reading(lesson))
    left = [exercise for exercise in core if exercise.id not in answered]
    return _reading(lesson) * len(left) / len(core) + sum(exercise.minutes for exercise in left)
