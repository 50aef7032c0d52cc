"""The picture that opens a lesson in a notebook: the page's own, as an image with its words."""

import re
from base64 import b64decode
from html import unescape
from pathlib import Path

import pytest

from course.content.course import Course, ours
from course.content.scenes import picture
from course.journal import Journal
from course.lesson import Lesson
from course.paths import LANGUAGES
from tests.small_course import choice, write_exercise


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lesson_opens_with_its_picture_as_an_image_that_says_what_it_shows(
    tmp_path: Path, language: str
) -> None:
    """What the image holds is the page's own picture, whose title says the same words."""
    for id in ours().lessons():
        opening = Lesson(id, language, journal=Journal(tmp_path)).opening()
        assert opening is not None
        shown = opening._repr_mimebundle_()
        found = re.search(
            r'<img alt="([^"]*)" [^>]*src="data:image/svg\+xml;base64,([^"]+)"', shown["text/html"]
        )
        assert found is not None
        svg = b64decode(found[2]).decode()
        assert svg == picture(ours(), id, language)
        title = re.search(r"<title>(.*?)</title>", svg)
        assert title is not None
        assert unescape(found[1]) == shown["text/plain"] == unescape(title[1]) != ""


def test_a_lesson_without_a_picture_opens_with_none(tmp_path: Path) -> None:
    write_exercise(tmp_path, "01-small", choice("goal"))
    course = Course.open(tmp_path)
    assert Lesson("01-small", "en", journal=Journal(tmp_path), course=course).opening() is None
