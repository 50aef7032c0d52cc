"""What a lesson is whole without and could have: said by ``check`` after its summary, no fault."""

from collections.abc import Iterable, Iterator

from course.content.course import Course
from course.studio.source import Source, readable
from course.words import say


def hints(course: Course, lessons: Iterable[Source], language: str) -> Iterator[str]:
    """Lessons without a picture or a meeting, in a course where others have one."""
    pictured, met = course.scenes.by_lesson, course.files("data/meetings/*-*.yml")
    for lesson in (source.lesson for source in readable(lessons)):
        if pictured and lesson not in pictured:
            yield say("hint.no-picture", language, lesson=lesson)
        if met and not course.file(f"data/meetings/{lesson}.yml").is_file():
            yield say("hint.no-meeting", language, lesson=lesson)
