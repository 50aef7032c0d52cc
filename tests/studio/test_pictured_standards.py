"""What is asked of pictures and people beside that they can be drawn, told where it stands."""

import shutil
from pathlib import Path

import pytest
from lesson_text import written

from course.content.course import Course, ours
from course.faults import FaultError
from course.paths import ROOT
from course.studio.notebooks import built
from course.studio.source import sources
from course.studio.standards import cast_standards, lesson_standards, picture_standards

EVA = "{eva} sitter vid sitt skrivbord, med tre scheman framför sig och fem rader som ändras."
EVA_EN = "{eva} sits at her desk, with three rotas before her and five lines that will change."


def pictured(folder: Path, swedish: str, english: str) -> list[tuple[str, int]]:
    """What is told of a folder whose own picture of lesson 00 has these words."""
    (folder / "data").mkdir()
    (folder / "data" / "scenes.yml").write_text(
        "scenes:\n  00-start:\n    place: office\n    people: [{who: eva, at: desk}]\n"
        f'    alt:\n      sv: "{swedish}"\n      en: "{english}"\n',
        encoding="utf-8",
    )
    course = Course.open(ours().folders[0], folder)
    return [(one.key, one.line) for one in picture_standards(course)]


@pytest.mark.parametrize(
    ("swedish", "english", "found"),
    [
        (EVA, EVA_EN, []),
        (EVA.replace("{eva}", "Eva"), EVA_EN, [("picture-unnamed", 6)]),
        (EVA, "{eva} at her desk.", [("picture-short", 7)]),
    ],
)
def test_the_words_of_a_picture_name_who_is_in_it_and_say_what_matters(
    tmp_path: Path, swedish: str, english: str, found: list[tuple[str, int]]
) -> None:
    assert pictured(tmp_path, swedish, english) == found


def test_the_pictures_of_the_course_are_told_in_words() -> None:
    assert list(picture_standards(ours())) == []


def of_cast(folder: Path, old: str, new: str) -> list[tuple[str, object, int]]:
    """What is told of a course whose cast has one thing otherwise."""
    shutil.copytree(ROOT / "data" / "municipality", folder / "data" / "municipality")
    text = (ROOT / "data" / "cast.yml").read_text(encoding="utf-8")
    assert old in text
    (folder / "data" / "cast.yml").write_text(text.replace(old, new, 1), encoding="utf-8")
    return [(one.key, one.file, one.line) for one in cast_standards(Course.open(folder))]


def test_the_course_s_own_people_are_drawn_and_are_those_of_the_network(tmp_path: Path) -> None:
    assert of_cast(tmp_path, "karin:", "karin:") == []


def test_who_is_presented_without_a_portrait_is_told(tmp_path: Path) -> None:
    text = (ROOT / "data" / "cast.yml").read_text(encoding="utf-8").splitlines()
    (at, portrait) = next((n, one) for n, one in enumerate(text) if "portrait: {" in one)
    assert text[at - 2] == "  karin:"
    found = of_cast(tmp_path, f"{portrait}\n", "")
    assert [(key, file) for key, file, _ in found] == [("cast-no-portrait", "data/cast.yml")]
    assert at - 1 <= found[0][2] <= at  # where her lines begin


def test_two_who_look_the_same_are_told(tmp_path: Path) -> None:
    """Of the second of the two that the cast file has, at its own line."""
    text = (ROOT / "data" / "cast.yml").read_text(encoding="utf-8")
    first, second = [one for one in text.splitlines() if "portrait: {" in one][:2]
    found = of_cast(tmp_path, second, first)
    line = text.splitlines().index(second) + 1
    assert found == [("cast-same-portrait", "data/cast.yml", line)]


@pytest.mark.parametrize(
    ("old", "new", "file"),
    [
        ("role: {sv: enhetschef, en: unit manager}", "role: {sv: chef, en: manager}", "people"),
        ("sv: Hemtjänst, en: Home care", "sv: Hemtjänst, en: Home support", "units"),
    ],
)
def test_a_network_of_other_posts_or_units_is_told(
    tmp_path: Path, old: str, new: str, file: str
) -> None:
    assert of_cast(tmp_path, old, new) == [("cast-network", f"data/municipality/{file}.csv", 1)]


def short_ways(folder: Path, lesson: str, name: str, *, core: bool) -> list[tuple[object, object]]:
    """The minutes told of a lesson, one exercise of which is on its short way now, or no more."""
    text = (ROOT / "exercises" / lesson / f"{name}.yml").read_text(encoding="utf-8")
    assert ("core: true\n" in text) is not core
    (folder / "exercises" / lesson).mkdir(parents=True)
    changed = text + "core: true\n" if core else text.replace("core: true\n", "")
    (folder / "exercises" / lesson / f"{name}.yml").write_text(changed, encoding="utf-8")
    found = lesson_standards(course := Course.open(ROOT, folder), sources(course))
    told = [one for one in found if one.key == "short-way"]
    assert {one.file for one in told} <= {f"notebooks/source/{lesson}.md"}
    return [(one.values["language"], one.values["n"]) for one in told]


def test_the_short_way_takes_about_twenty_minutes(tmp_path: Path) -> None:
    """The minutes are those of the README less or with what the exercise's card says it takes."""
    assert [
        one for one in lesson_standards(ours(), sources(ours())) if one.key == "short-way"
    ] == []
    # Its calendar takes 11 minutes, beside 17 and 16 as it is.
    long = short_ways(tmp_path / "long", "04-leadership", "protected-time", core=True)
    assert long == [("say:in.sv", 29), ("say:in.en", 28)]
    # Its form takes 8 of the 16.
    short = short_ways(tmp_path / "short", "01-what-counts", "vague-idea", core=False)
    assert short == [("say:in.sv", 8), ("say:in.en", 8)]


def test_of_what_cannot_be_read_no_minutes_are_told(tmp_path: Path) -> None:
    """The same exercise with a line that none has: the 8 minutes of the rest would mislead."""
    lesson, name = "01-what-counts", "vague-idea"
    text = (ROOT / "exercises" / lesson / f"{name}.yml").read_text(encoding="utf-8")
    (tmp_path / "exercises" / lesson).mkdir(parents=True)
    changed = text.replace("core: true\n", "chore: true\n")
    (tmp_path / "exercises" / lesson / f"{name}.yml").write_text(changed, encoding="utf-8")
    course = Course.open(ROOT, tmp_path)
    assert "short-way" not in {one.key for one in lesson_standards(course, sources(course))}


# --- a lesson that the first version did not have -------------------------------------------------

ADDED = ("course: {monday", "course: {added: 2027-01-15, monday")


def not_dated(folder: Path, name: str, *changes: tuple[str, str]) -> list[tuple[str, int]]:
    """Where a lesson of this name is told to lack its day."""
    found = lesson_standards(ours(), [written(folder, *changes, name=name)])
    return [(one.file, one.line) for one in found if one.key == "no-added"]


def test_a_lesson_that_came_later_says_since_when_it_is_there(tmp_path: Path) -> None:
    assert not_dated(tmp_path, "11-later") == [("notebooks/source/11-later.md", 1)]
    assert not_dated(tmp_path, "11-later", ADDED) == []
    assert not_dated(tmp_path, "00-start") == []  # data/landed.json has it


def test_the_day_stands_in_its_notebooks(tmp_path: Path) -> None:
    assert built(written(tmp_path, ADDED), "sv").metadata["course"]["added"] == "2027-01-15"
    assert "added" not in built(written(tmp_path), "sv").metadata["course"]


@pytest.mark.parametrize("given", ["15/1", "2027-13-01", "[]", "true", "'2027'"])
def test_a_day_that_is_none_is_told(tmp_path: Path, given: str) -> None:
    source = written(tmp_path, ("course: {monday", f"course: {{added: {given}, monday"))
    with pytest.raises(FaultError) as told:
        _ = source.head
    assert told.value.fault.key == "no-added"
