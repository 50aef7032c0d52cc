"""The answers to be ready for are those that the exercises judge wrong, whatever their kind."""

from pathlib import Path

import pytest
from lesson_text import written

from course.content.course import ours
from course.studio.expected import is_wrong
from course.studio.facilitator import cells_of, facilitator_faults
from course.studio.source import sources


@pytest.mark.parametrize(
    ("lesson", "exercise", "given", "wrong"),
    [
        # Each key is told in the exercise's own file.
        ("01-what-counts", "eight-of-ten", "answered", True),  # taken, though it is supported
        ("01-what-counts", "eight-of-ten", "silent", True),  # left, though it is not
        ("01-what-counts", "vignettes", "video=change", True),
        ("01-what-counts", "vignettes", "video=innovation", False),
        ("01-what-counts", "vignettes", "video=nonsense", None),
        ("00-start", "statements", "secrecy", True),
        ("00-start", "safe-to-challenge", "70", True),
        ("00-start", "safe-to-challenge", "46.9", False),
        ("00-start", "goal", "lesson-03", None),  # no answer is wrong there
        ("06-across-boundaries", "chance", "-1", True),
        ("06-across-boundaries", "chance", "0", False),  # near enough to .02
        ("06-across-boundaries", "wall", "information", True),
        ("06-across-boundaries", "wall", "formal", False),
        ("08-public-and-private", "raci", "board=director", True),
        ("05-idea-to-use", "order-the-channel", "test,receive", None),  # not all of its steps
    ],
)
def test_an_answer_is_told_by_the_exercise_s_own_rules(
    lesson: str, exercise: str, given: str, wrong: bool | None
) -> None:
    assert is_wrong(ours().exercise(lesson, exercise), given) is wrong


def test_the_course_expects_only_wrong_answers() -> None:
    assert [fault for source in sources(ours()) for fault in facilitator_faults(source)] == []


@pytest.mark.parametrize(
    ("item", "key"),
    [
        ("{wrong:statements secrecy}", None),
        ("In *Ten statements about innovation* somebody doubts.", "wrong-unsaid"),
        ("{wrong:statements nobody}", "wrong-is-right"),
        ("{wrong:statement secrecy}", "unknown-exercise"),
    ],
)
def test_an_item_that_means_no_wrong_answer_is_told(
    tmp_path: Path, item: str, key: str | None
) -> None:
    source = written(
        tmp_path, (": goal", ": statements"), ("Ask what is {term}", f"{item} Ask {{term}}")
    )
    keys = {fault.key for fault in facilitator_faults(source)} - {"wrong-differs"}
    assert keys == ({key} if key else set())


def test_the_languages_mean_the_same_answers(tmp_path: Path) -> None:
    source = written(
        tmp_path,
        (": goal", ": statements"),
        ("Ask what is {term}", "{wrong:statements secrecy} {term}"),
    )
    assert [fault.key for fault in facilitator_faults(source)] == ["wrong-differs"]


def test_whoever_leads_does_not_see_the_marks() -> None:
    for source in sources(ours()):
        for language in ("sv", "en"):
            expected = cells_of(source, language).expected
            assert expected
            assert not any("wrong:" in one.text for one in expected)
