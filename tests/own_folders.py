"""Two folders of a municipality's own: the documentation's, and one of units of unlike sizes."""

import re
from pathlib import Path

import nbformat

from course.content.course import Course
from course.paths import LANGUAGES, ROOT
from course.studio import town
from course.studio.notebooks import built
from course.studio.source import sources

PAGE = (ROOT / "docs" / "own-municipality.md").read_text(encoding="utf-8")

(EIGHT,) = re.findall(r"^`mine/data/cast.yml`\n\n```yaml\n(.*?)^```", PAGE, re.S | re.M)
"""Sandvik, with nothing but a name and eight units, word for word as in the documentation."""

FIVE = """\
municipality: {sv: Borås, en: Borås}
units:
  hemvard: {sv: Hemvård, en: Home support, people: 45}
  boende: {sv: Äldreboende, en: Care homes, people: 12}
  myndighet: {sv: Myndighet, en: Assessment, people: 7}
  familj: {sv: Barn och unga, en: Children and young people, people: 6}
  ledning: {sv: Ledning, en: Management, people: 1}
"""
"""Borås, with five units, one of them of a single person and one of 45."""


def folder(at: Path, cast: str) -> Path:
    """A folder with nothing but a cast."""
    (at / "data").mkdir(parents=True)
    (at / "data" / "cast.yml").write_text(cast, encoding="utf-8")
    return at


def opened(own: Path, *lessons: str) -> Course:
    """The course under a folder, with its network made and its lessons written, all or those named.

    The code in the lessons has not been run, which would take minutes.
    """
    town.make(town.opened(own))
    course = Course.under(own)
    for source in sources(course):
        if lessons and source.lesson not in lessons:
            continue
        for language in LANGUAGES:
            to = own / "notebooks" / language / f"{source.lesson}.ipynb"
            to.parent.mkdir(parents=True, exist_ok=True)
            nbformat.write(built(source, language), to)
    return course
