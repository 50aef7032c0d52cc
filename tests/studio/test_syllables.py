"""Syllables of English words; textstat's own count is what they are held to."""

import pytest
import textstat

from course.content.course import ours
from course.studio.prose import sentences
from course.studio.source import sources
from course.studio.summary import learners_text
from course.studio.syllables import syllables

LESSON = "06-across-boundaries"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Somebody's co-worker rang at 07:30, twice.",
        "A skolfam of Kajgatan",  # which no dictionary has
        "read live lead",  # which are said in more than one way
        "Aalen 'bout",  # with a remark behind it, and with an apostrophe before it
    ],
)
def test_words_have_as_many_as_textstat_says(text: str) -> None:
    assert syllables(text) == textstat.syllable_count(text)


def test_a_lesson_has_as_many_as_textstat_says() -> None:
    (lesson,) = [one for one in sources(ours()) if one.lesson == LESSON]
    said = [one for part in learners_text(lesson, "en") for one in sentences(part)]
    assert len(said) > 50
    assert syllables(" ".join(said)) == textstat.syllable_count(" ".join(said))
