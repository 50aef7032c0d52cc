"""What the texts say otherwise than the cast and the data: only what changed is gone through.

What reads lessons is loaded only when one is.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from course.content.course import Course
from course.studio.cast_faults import CAST
from course.studio.kept import Kept, Told, code, content_of, fingerprint_of, told
from course.studio.naming import titles
from course.studio.side_by_side import SideBySide
from course.studio.texts import said_in


def of_story(course: Course, kept: Kept, both: SideBySide) -> Callable[[], list[Told]]:
    """Every fault, once the result is called. The data of the course can be used."""
    if not course.file(CAST).is_file():
        return list
    lessons = course.files("notebooks/source/*.md")
    others = map(course.file, ("data/references.yml", "data/numbers.json", "data/cases.yml"))
    called = titles(course)
    stands_on = [*content_of([*course.layers(CAST), *others]), *map(str, called.items())]
    asked = []
    for file in (*lessons, *course.texts()):
        source = course.file(f"notebooks/source/{file.parent.name}.md")
        seen = fingerprint_of(code(), stands_on, content_of([file, source]))
        asked.append(
            (f"story in {course.name(file)}", seen, partial(_of_file, course, file, called))
        )
    of_files = kept.each(asked, both)

    def ended() -> list[Told]:
        found = of_files()
        used = sorted({tuple(one) for part in found for one in part["counted"]})
        seen = fingerprint_of(code(), stands_on, used)
        of_cast: list[Told] = kept.get("story", seen, lambda: _of_cast(course, used))
        return [one for part in found for one in part["told"]] + of_cast

    return ended


def _of_file(course: Course, file: Path, called: dict[int, dict[str, str]]) -> dict[str, Any]:
    from course.studio.marks import file_faults
    from course.studio.naming import naming_faults
    from course.studio.number_faults import number_faults
    from course.studio.story_faults import counted, texts_faults

    said = said_in(course, file)
    found = [*texts_faults(course, file, said), *number_faults(course, file, said)]
    found += [*file_faults(course, file), *naming_faults(called, said)]
    return {"told": told(found), "counted": counted(course, file, said)}


def _of_cast(course: Course, used: list[tuple[str, ...]]) -> list[Told]:
    from course.studio.story_faults import unsaid

    return told(unsaid(course, {(id, language, way) for id, language, way in used}))
