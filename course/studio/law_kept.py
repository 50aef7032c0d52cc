"""What is wrong with the law that the course cites, of which only what changed is gone through.

Each file's texts are read by themselves, so that a changed word costs no more than its own file.
What reads lessons is loaded only when one is.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from attrs import astuple

from course.content.course import Course
from course.content.law.citing import Provision
from course.studio.kept import Kept, Told, code, content_of, fingerprint_of, told
from course.studio.side_by_side import SideBySide
from course.studio.texts import said_in

LAW = "data/law.yml"


def of_law(
    course: Course, kept: Kept, both: SideBySide
) -> Callable[[], tuple[list[Told], list[list[Any]]]]:
    """Every fault, and each provision that is used, with whoever uses it; once it is called.

    The data of the course can be used.
    """
    if not course.file(LAW).is_file():
        return lambda: ([], [])
    lessons = course.files("notebooks/source/*.md")
    register = content_of([course.file(LAW)])
    of_files = kept.each(
        (
            (
                f"law in {course.name(file)}",
                fingerprint_of(code(), register, content_of([file])),
                partial(_of_file, course, file),
            )
            for file in (*lessons, *course.texts())
        ),
        both,
    )

    def ended() -> tuple[list[Told], list[list[Any]]]:
        found = of_files()
        cited = [one for part in found for one in part["cited"]]
        works = content_of([course.file("data/references.yml")])
        seen = fingerprint_of(code(), register, works, cited)
        of_register: list[Told] = kept.get("law", seen, lambda: _of_register(course, cited))
        return [one for part in found for one in part["told"]] + of_register, cited

    return ended


def _of_file(course: Course, file: Path) -> dict[str, Any]:
    from course.studio.law import used
    from course.studio.law_faults import text_faults

    said = said_in(course, file)
    cited = used(said, course.law)
    places = [[*astuple(provision), where] for provision, where in cited.items()]
    return {"told": told(text_faults(said, course.law)), "cited": places}


def _of_register(course: Course, cited: list[list[Any]]) -> list[dict[str, str]]:
    from course.studio.law_faults import register_faults

    return told(register_faults(course, {Provision(*one[:-1]) for one in cited}))
