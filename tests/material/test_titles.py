"""What the lessons are called where one points to them."""

import json

import pytest

from course.material.titles import titled
from course.paths import LANGUAGES, NOTEBOOKS


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lesson_is_called_what_its_notebook_says(language: str) -> None:
    about = json.loads((NOTEBOOKS / language / "00-start.ipynb").read_text("utf-8"))["metadata"]
    number = {"sv": "Lektion 0", "en": "Lesson 0"}[language]
    assert titled("00-start", language) == f"{number}: {about['course']['title']}"


def test_a_lesson_that_is_not_built_has_its_number() -> None:
    assert titled("77-to-come", "sv") == "Lektion 77"
