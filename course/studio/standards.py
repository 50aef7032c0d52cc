"""What the course asks of every lesson besides that it can be built: steps, a core path."""

from collections.abc import Iterable, Iterator

from course.content.course import Course
from course.content.steps import STEPS
from course.errors import CourseError
from course.faults import Fault
from course.kinds.exercise import Exercise
from course.paths import LANGUAGES
from course.studio.source import Source, readable
from course.studio.summary import shown_exercises


def lesson_standards(course: Course, lessons: Iterable[Source]) -> Iterator[Fault]:
    """What is asked of every lesson: steps, a core path, answers that can be told apart."""
    for source in readable(lessons):
        exercises = shown_exercises(source)
        if exercises and not any(one.core for one in exercises):
            yield Fault.at(1, "no-core", {}, source.name)
        if not any(pair.step for pair in source.pairs):
            yield Fault.at(1, "no-steps", {"known": ", ".join(STEPS)}, source.name)
        yield from _twins(course, source)
        if not all(map(source.monday, LANGUAGES)):
            yield Fault.at(1, "no-monday", {}, source.name)


def _twins(course: Course, source: Source) -> Iterator[Fault]:
    """Exercises of a lesson whose answers could not be told apart when they are kept."""
    first: dict[str, Exercise] = {}
    for id in course.exercises(source.lesson):
        try:
            exercise = course.exercise(source.lesson, id)
        except CourseError:
            continue  # its own faults are told where exercises are checked
        before = first.setdefault(exercise.fingerprint, exercise)
        if before is not exercise:
            file = f"exercises/{source.lesson}/{id}.yml"
            yield Fault.at(1, "same-fingerprint", {"other": before.id}, file)
