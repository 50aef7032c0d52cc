"""What lies there and no lesson uses, and what a lesson uses and is not there."""

from collections.abc import Iterable, Iterator

from course.build.found import Found
from course.build.notebooks import used_exercises, used_figures
from course.build.source import Source, SourceError
from course.content.course import Course
from course.content.references import CITATION
from course.errors import CourseError
from course.kinds import KINDS
from course.kinds.exercise import Exercise


def unused(course: Course, lessons: Iterable[Source]) -> Iterator[Found]:
    """Works, exercises and figures that no lesson uses, and works that are cited but not there."""
    lessons, references = tuple(lessons), course.references
    cited = {key for entry in course.glossary.values() for key in entry.sources}
    for folder in course.lessons():
        if all(folder != source.lesson for source in lessons):
            yield Found(f"exercises/{folder}", 1, "no-lesson", {"lesson": folder})
    figures = set()
    for source in lessons:
        cited |= {match[1] for match in CITATION.finditer(source.text)}
        try:
            shown = used_exercises(source)
            figures |= set(used_figures(source))
        except SourceError:
            continue  # its own faults are told by _faults
        for id in course.exercises(source.lesson):
            if id not in shown:
                file = f"exercises/{source.lesson}/{id}.yml"
                yield Found(file, 1, "unused-exercise", {"lesson": source.lesson})
                continue
            try:
                exercise = course.exercise(source.lesson, id)
            except CourseError:
                continue  # its own faults are told by exercise_faults
            for file, part in _with_parts(course, exercise):
                cited |= set(part.sources)
                for key in part.sources:
                    if key not in references:
                        yield Found(file, 1, "missing-source", {"key": key})
                if all(part.lesson != other.lesson for other in lessons):
                    yield Found(file, 1, "no-lesson", {"lesson": part.lesson})
    for id in course.figures():
        if id not in figures:
            yield Found(f"data/figures/{id}.yml", 1, "unused-figure", {"id": id})
            continue
        try:
            cited |= set(course.figure(id).sources)
        except CourseError:
            continue  # its own faults are told by figure_faults
    for key in references:
        if key not in cited:
            yield Found("data/references.yml", 1, "unused-source", {"key": key})


def _with_parts(course: Course, exercise: Exercise) -> Iterator[tuple[str, Exercise]]:
    """An exercise, and those within it, such as a test's questions, each with its file's name."""
    yield f"exercises/{exercise.lesson}/{exercise.id}.yml", exercise
    for file, part in KINDS[exercise.kind].parts(exercise):
        yield course.name(file), part
