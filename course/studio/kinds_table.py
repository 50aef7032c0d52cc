"""The table of kinds in docs/exercises, which is written from the page of each kind.

The line below the heading of ``page.md`` says what it is for: ``*The learner …; good for ….*``
"""

import re
from collections.abc import Iterable, Iterator

from course.content.course import Course
from course.kinds import folders
from course.paths import PACKAGE
from course.studio.readme import with_table
from course.studio.source import Source

PAGE = "docs/exercises/README.md"
BEGIN = "<!-- kinds: written by `python3 -m course build` from the page of each -->"
END = "<!-- /kinds -->"

_LINE = re.compile(r"^\*The learner (.+); good for (.+)\.\*$", re.MULTILINE)


def with_kinds(course: Course, _: Iterable[Source]) -> str:
    """The page on writing exercises with the table of kinds as it should be.

    A course without such a page, or without the two comments in it, needs none.
    """
    path = course.file(PAGE)
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    return with_table(text, BEGIN, END, _table())


def _table() -> Iterator[str]:
    """A row for each kind that lies in the course itself; another package has its own pages."""
    yield "| kind | the learner | good for |"
    yield "|---|---|---|"
    for kind, folder in folders().items():
        if folder.is_relative_to(PACKAGE) and (folder / "page.md").is_file():
            found = _LINE.search((folder / "page.md").read_text(encoding="utf-8"))
            does, good = found.groups() if found else ("", "")
            yield f"| [`{kind}`](../../course/kinds/{kind}/page.md) | {does} | {good} |"
