"""The README's table of lessons, which stands between two comments and is written like a document.

All else in the README is written by hand, and left as it is.
"""

from collections.abc import Iterable, Iterator

from course.content.course import Course
from course.paths import LANGUAGES
from course.studio.source import Source, readable
from course.studio.summary import longest_minutes

BEGIN = "<!-- lessons: written by `python3 -m course build` -->"
END = "<!-- /lessons -->"


def with_lessons(course: Course, lessons: Iterable[Source]) -> str:
    """The README with the table of lessons as it should be.

    A README without the two comments has no such table; a course without a README needs none.
    """
    path = course.file("README.md")
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    return with_table(text, BEGIN, END, _table(lessons))


def with_table(text: str, begins: str, ends: str, rows: Iterable[str]) -> str:
    """A text with a table between two comments, in the place of what stands there.

    >>> with_table("A <!-- b --> old <!-- /b --> C", "<!-- b -->", "<!-- /b -->", ["| new |"])
    'A <!-- b -->\\n\\n| new |\\n\\n<!-- /b --> C'
    """
    before, begin, rest = text.partition(begins)
    _, end, after = rest.partition(ends)
    if not end:
        return text
    table = "".join(f"{row}\n" for row in rows)
    return f"{before}{begin}\n\n{table}\n{end}{after}"


def _table(lessons: Iterable[Source]) -> Iterator[str]:
    """A row for each lesson: its number, its two titles, its estimated minutes; and the sums."""
    lessons = readable(lessons)
    yield "| lesson | | minutes, estimated | short version |"
    yield "|---|---|---|---|"
    sums = (0, 0)
    for source in lessons:
        titles = " · ".join(_linked(source, language) for language in LANGUAGES)
        number = source.lesson.split("-", 1)[0]
        everything, core = longest_minutes(source), longest_minutes(source, core=True)
        sums = sums[0] + everything, sums[1] + core
        yield f"| {number} | {titles} | {everything} | {core} |"
    yield f"| | all | {sums[0]} | {sums[1]} |"


def _linked(source: Source, language: str) -> str:
    """A lesson's title, which leads to its built notebook."""
    return f"[{source.title(language)}](notebooks/{language}/{source.lesson}.ipynb)"
