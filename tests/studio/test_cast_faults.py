"""Each fault of a cast is told where it stands, once the rest of the file is sound."""

from pathlib import Path

import pytest

from course.content.course import Course, ours
from course.studio.cast_faults import cast_faults

CAST = ours().file("data/cast.yml").read_text(encoding="utf-8")


def told(folder: Path, old: str, new: str) -> list[tuple[str, int]]:
    assert old in CAST
    data = folder / "data"
    data.mkdir(exist_ok=True)
    (folder / "exercises").mkdir(exist_ok=True)
    text = CAST.replace(old, new, 1)
    (data / "cast.yml").write_text(text, encoding="utf-8")
    course = Course.open(ours().folders[0], folder)
    return [(fault.key, fault.line) for fault in cast_faults(course)]


def line_of(words: str) -> int:
    return 1 + CAST[: CAST.index(words)].count("\n")


def test_the_course_has_a_sound_cast() -> None:
    assert cast_faults(ours()) == []


@pytest.mark.parametrize(
    ("old", "new", "key", "at"),
    [
        ("starts:", "started:", "unknown-key", "starts:"),
        ('ends: "2026-11-15"', 'ends: "2026-11-14"', "cast-no-weeks", "trial:"),
        ('day: "2026-09-24"', 'day: "2026-09-31"', "cast-no-day", 'day: "2026-09-24"'),
        ("recurring: [karin", "recurring: [karen", "cast-nobody", "recurring:"),
        ("group: [yonas", "group: [jonas", "cast-nobody", "group:"),
        ("street: kajgatan", "street: kajen", "not-one-of", "street: kajgatan"),
        ("lesson: 00-start", "lesson: 00-stop", "not-one-of", "lesson: 00-start"),
        ("unit: home-care", "unit: homecare", "not-one-of", "unit: home-care"),
    ],
)
def test_what_is_wrong_is_told_at_its_line(
    tmp_path: Path, old: str, new: str, key: str, at: str
) -> None:
    assert (key, line_of(at)) in told(tmp_path, old, new)


def test_an_id_that_is_not_the_given_name_is_told_of_the_courses_own(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    text = CAST.replace("  karin:", "  karen:").replace("[karin", "[karen")
    (tmp_path / "data" / "cast.yml").write_text(text, encoding="utf-8")
    (tmp_path / "exercises").mkdir()
    keys = [fault.key for fault in cast_faults(Course.open(tmp_path))]
    assert keys[0] == "cast-id"


def test_a_course_without_a_cast_has_none_that_could_be_wrong(tmp_path: Path) -> None:
    assert cast_faults(Course.open(tmp_path)) == []
