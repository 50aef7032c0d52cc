"""What a lesson could have besides is said in both languages, and only where others have it."""

from pathlib import Path

from lesson_text import small_course, written

from course.content.course import ours
from course.studio.hints import hints
from course.studio.source import sources


def test_a_new_lesson_is_told_what_it_could_have(tmp_path: Path) -> None:
    new = written(tmp_path, name="98-new")
    assert list(hints(ours(), [new], "en")) == [
        "The lesson 98-new opens without a picture. If you want one, write it under scenes: in "
        "data/scenes.yml.",
        "The lesson 98-new does not say how a group takes it. If it is to be led, write "
        "data/meetings/98-new.yml, with another lesson’s as a pattern.",
    ]
    assert list(hints(ours(), [new], "sv")) == [
        "Lektionen 98-new öppnar utan bild. Vill du ha en skriver du den under scenes: i "
        "data/scenes.yml.",
        "Lektionen 98-new säger inte hur en grupp tar den. Vill du att den ska gå att leda skriver "
        "du data/meetings/98-new.yml, med en annan lektions fil som mall.",
    ]


def test_nothing_is_said_of_lessons_that_have_it_or_where_none_has(tmp_path: Path) -> None:
    whole = [one for one in sources(ours()) if one.lesson == "06-across-boundaries"]
    assert list(hints(ours(), whole, "sv")) == []
    course = small_course(tmp_path)
    (tmp_path / "data" / "meetings" / "00-start.yml").unlink()
    assert list(hints(course, sources(course), "sv")) == []
