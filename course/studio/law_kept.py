"""What is wrong with the law that the course cites, of which only what changed is gone through.

Each file's texts are read by themselves, so that a changed word costs no more than its own file.
What reads lessons is loaded only when one is.
"""

from functools import partial
from pathlib import Path
from typing import Any

from attrs import astuple

from course.content.course import Course
from course.content.law.citing import Provision
from course.studio.kept import Kept, SaidIn, code, content_of, fingerprint_of, told

LAW = "data/law.yml"


def of_law(course: Course, kept: Kept, said_in: SaidIn) -> dict[str, Any]:
    """``told``: every fault; ``cited``: each provision that is used, and by whom.

    ``said_in`` reads the texts of a file. The data of the course can be used.
    """
    if not course.file(LAW).is_file():
        return {"told": [], "cited": []}
    lessons = course.files("notebooks/source/*.md")
    register = content_of([course.file(LAW)])
    found = []
    for file in (*lessons, *course.texts()):
        seen = fingerprint_of(code(), register, content_of([file]))
        name = f"law in {course.name(file)}"
        found.append(kept.get(name, seen, partial(_of_file, course, file, said_in)))
    cited = [one for part in found for one in part["cited"]]
    works = content_of([course.file("data/references.yml")])
    seen = fingerprint_of(code(), register, works, cited)
    of_register = kept.get("law", seen, lambda: _of_register(course, cited))
    return {"told": [one for part in found for one in part["told"]] + of_register, "cited": cited}


def _of_file(course: Course, file: Path, said_in: SaidIn) -> dict[str, Any]:
    from course.studio.law import used
    from course.studio.law_faults import text_faults

    said = said_in(file)
    cited = used(said, course.law)
    places = [[*astuple(provision), where] for provision, where in cited.items()]
    return {"told": told(text_faults(said, course.law)), "cited": places}


def _of_register(course: Course, cited: list[list[Any]]) -> list[dict[str, str]]:
    from course.studio.law_faults import register_faults

    return told(register_faults(course, {Provision(*one[:-1]) for one in cited}))
