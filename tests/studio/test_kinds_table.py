"""The table of kinds in docs/exercises: from the page of each, and the rest is left as it is."""

from pathlib import Path

import pytest

from course.content.course import Course
from course.kinds import KINDS
from course.paths import ROOT
from course.studio.kinds_table import BEGIN, END, PAGE, with_kinds

SORT = (
    "| [`sort`](../../course/kinds/sort/page.md) | puts cards into groups "
    "| telling things apart that are easily mixed up |"
)
"""As the second line of its page says."""


def page(folder: Path, text: str) -> str:
    """What becomes of a page of a course."""
    (folder / PAGE).parent.mkdir(parents=True)
    (folder / PAGE).write_text(text, encoding="utf-8")
    return with_kinds(Course.open(folder), [])


def test_the_table_stands_between_the_comments(tmp_path: Path) -> None:
    text = page(tmp_path, f"# A\n\n{BEGIN}\n| an old row |\n{END}\nB\n")
    assert text.startswith(f"# A\n\n{BEGIN}\n\n| kind | the learner | good for |\n")
    assert text.endswith(f"|\n\n{END}\nB\n")
    assert SORT in text.splitlines()
    assert text.count("/page.md) | ") == len(KINDS)
    assert "|  |" not in text, "every page says what it is for"
    assert "an old row" not in text


@pytest.mark.parametrize("text", ["# A\n", f"# A\n{BEGIN}\n", f"# A\n{END}\n"])
def test_a_page_without_both_comments_is_left_as_it_is(tmp_path: Path, text: str) -> None:
    assert page(tmp_path, text) == text


def test_a_course_without_the_page_gets_none(tmp_path: Path) -> None:
    assert with_kinds(Course.open(tmp_path), []) == ""


def test_the_courses_own_page_has_the_table() -> None:
    assert SORT in (ROOT / PAGE).read_text(encoding="utf-8").splitlines()
