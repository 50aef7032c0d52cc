"""The README's table of lessons: as the lessons are, and nothing else of the README is touched."""

from pathlib import Path

import pytest
from lesson_text import small_course

from course.content.course import Course
from course.paths import ROOT
from course.studio.documents import main, stale_documents
from course.studio.readme import BEGIN, END, with_lessons
from course.studio.source import sources

TABLE = """\
| lesson | | minutes, estimated | short version |
|---|---|---|---|
| 00 | [Börja](notebooks/sv/00-start.ipynb) · [Begin](notebooks/en/00-start.ipynb) | 1 | 1 |
| | all | 1 | 1 |
"""
"""The small lesson: few words, and one exercise of a minute beside the core path."""


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return small_course(tmp_path)


def readme(course: Course, text: str) -> str:
    """What becomes of a README."""
    course.file("README.md").write_text(text, encoding="utf-8")
    return with_lessons(course, sources(course))


def test_the_table_stands_between_the_comments_and_the_rest_is_left(course: Course) -> None:
    old = "| 99 | an old row |\n"
    assert readme(course, f"# A\n\n{BEGIN}\n{old}{END}\nB\n") == (
        f"# A\n\n{BEGIN}\n\n{TABLE}\n{END}\nB\n"
    )


def test_an_exercise_on_the_core_path_is_in_its_minutes(course: Course) -> None:
    file = course.file("exercises/00-start/goal.yml")
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}minutes: 9\ncore: true\n", encoding="utf-8")
    assert "| 9 | 9 |" in readme(course, f"{BEGIN}\n{END}")


@pytest.mark.parametrize("text", ["# A\n", f"# A\n{BEGIN}\n", f"# A\n{END}\n"])
def test_a_readme_without_both_comments_is_left_as_it_is(course: Course, text: str) -> None:
    assert readme(course, text) == text


def test_a_course_without_a_readme_gets_none(course: Course) -> None:
    assert with_lessons(course, sources(course)) == ""
    assert "README.md" not in [one.file for one in stale_documents(course, sources(course))]


def test_the_readme_is_stale_when_a_lesson_takes_another_time(course: Course) -> None:
    (course.folders[0] / "docs").mkdir()
    readme(course, f"{BEGIN}\n{END}\n")
    main(course)
    assert list(stale_documents(course, sources(course))) == []
    goal = course.file("exercises/00-start/goal.yml")
    goal.write_text(f"{goal.read_text('utf-8')}minutes: 9\n", "utf-8")
    assert [one.file for one in stale_documents(course, sources(course))] == ["README.md"]


def test_the_courses_own_readme_has_the_table() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert text.count(BEGIN) == text.count(END) == 1
    assert text.index(BEGIN) < text.index(END)
