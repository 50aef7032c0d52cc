"""What lies there and no lesson uses, and what a lesson uses and is not there."""

from collections.abc import Iterable, Iterator

from course.content.course import Course
from course.content.references import CITATION
from course.errors import CourseError
from course.faults import Fault, FaultError
from course.kinds import KINDS
from course.kinds.exercise import Exercise
from course.studio.source import Source, used_exercises, used_figures


def unused(course: Course, lessons: Iterable[Source]) -> Iterator[Fault]:
    """Works, exercises and figures that no lesson uses, and works that are cited but not there."""
    lessons, references = tuple(lessons), course.references
    cited = {key for entry in course.glossary.values() for key in entry.sources}
    for folder in course.lessons():
        if all(folder != source.lesson for source in lessons):
            yield Fault.at(1, "no-lesson", {"lesson": folder}, f"exercises/{folder}")
    figures: set[str] = set()
    for source in lessons:
        cited |= {match[1] for match in CITATION.finditer(source.text)}
        try:
            shown = used_exercises(source)
            figures |= set(used_figures(source))
        except FaultError:
            continue  # its own faults are told by _faults
        for id in course.exercises(source.lesson):
            if id not in shown:
                file = f"exercises/{source.lesson}/{id}.yml"
                yield Fault.at(1, "unused-exercise", {"lesson": source.lesson}, file)
                continue
            try:
                exercise = course.exercise(source.lesson, id)
            except CourseError:
                continue  # its own faults are told by exercise_faults
            for file, part in _with_parts(course, exercise):
                cited |= set(part.sources)
                for key in part.sources:
                    if key not in references:
                        yield Fault.at(1, "missing-source", {"key": key}, file)
                if all(part.lesson != other.lesson for other in lessons):
                    yield Fault.at(1, "no-lesson", {"lesson": part.lesson}, file)
    yield from _unused_figures(course, figures, cited)
    for key in references:
        if key not in cited:
            yield Fault.at(1, "unused-source", {"key": key}, "data/references.yml")


def _unused_figures(course: Course, shown: set[str], cited: set[str]) -> Iterator[Fault]:
    """Figures that no lesson shows; what the others cite is added to ``cited``."""
    for id in course.figures():
        if id not in shown:
            yield Fault.at(1, "unused-figure", {"id": id}, f"data/figures/{id}.yml")
            continue
        try:
            cited |= set(course.figure(id).sources)
        except CourseError:
            continue  # its own faults are told by figure_faults


def _with_parts(course: Course, exercise: Exercise) -> Iterator[tuple[str, Exercise]]:
    """An exercise, and those within it, such as a test's questions, each with its file's name."""
    yield f"exercises/{exercise.lesson}/{exercise.id}.yml", exercise
    for file, part in KINDS[exercise.kind].parts(exercise):
        yield course.name(file), part
