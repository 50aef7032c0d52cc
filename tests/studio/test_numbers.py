"""The register of numbers, and what is wrong with texts that refer to it or ought to."""

from pathlib import Path

import pytest

from course.content.course import Course, ours
from course.studio.number_faults import number_faults
from course.studio.numbers import NUMBERS, REGISTER, numbers, page
from course.studio.texts import texts_of

ONE_LANGUAGE = "number-one-language"


def test_the_file_holds_what_the_network_gives() -> None:
    course = ours()
    assert course.file(NUMBERS).read_text(encoding="utf-8") == page(course)


def test_the_register_counts_what_the_readme_of_the_data_counts() -> None:
    """The table of data/municipality/README.md, which tests/networks holds to the data."""
    known = numbers(ours())
    ties = [known[f"{name}-ties"].value for name in ("shared", "informal", "formal", "project")]
    assert ties == [452, 286, 178, 82]
    written = [known[f"{name}-ei"].written("n", "en") for name in ("shared", "formal", "project")]
    assert written == ["+0.27", "−0.12", "−0.44"]
    assert set(known) == set(REGISTER)


def test_a_course_without_a_network_has_no_numbers(tmp_path: Path) -> None:
    course = Course.open(tmp_path)
    assert (page(course), dict(course.numbers)) == ("", {})


@pytest.mark.parametrize(
    ("lesson", "swedish", "english", "keys"),
    [
        ("06-across-boundaries", "{n:formal-ties} kontakter", "{n:formal-ties} ties", []),
        ("06-across-boundaries", "{W:units} enheter", "in {w:units} units", []),
        ("06-across-boundaries", "{n:formal-tie} kontakter", "Nothing.", ["number-unknown"]),
        ("06-across-boundaries", "Av 178 formella kontakter", "Nothing.", ["number-literal"]),
        ("06-across-boundaries", "Av 286 av 452 kontakter", "Nothing.", ["number-literal"]),
        ("06-across-boundaries", "Av 179 formella kontakter", "Nothing.", []),
        ("07-how-ideas-travel", "Av 178 formella kontakter", "Nothing.", []),
        ("07-how-ideas-travel", "{w:nobody}", "{w:nobody}", ["number-unknown"] * 2),
    ],
)
def test_what_is_told_of_a_number(
    tmp_path: Path, lesson: str, swedish: str, english: str, keys: list[str]
) -> None:
    file = tmp_path / "exercises" / lesson / "own.yml"
    file.parent.mkdir(parents=True)
    written = f"id: own\nprompt:\n  sv: |\n    {swedish}\n  en: |\n    {english}\n"
    file.write_text(written, encoding="utf-8")
    course = Course.open(ours().folders[0], tmp_path)
    told = [fault.key for fault in number_faults(course, file, texts_of(course, file))]
    assert [key for key in told if key != ONE_LANGUAGE] == keys


def test_a_number_that_stands_alone_has_to_be_known(tmp_path: Path) -> None:
    file = tmp_path / "exercises" / "06-across-boundaries" / "own.yml"
    file.parent.mkdir(parents=True)
    file.write_text('id: own\nshows: ["{n:formal-ties}", "{n:ties}"]\n', encoding="utf-8")
    course = Course.open(ours().folders[0], tmp_path)
    found = list(number_faults(course, file, texts_of(course, file)))
    assert [(fault.key, fault.line) for fault in found] == [("number-unknown", 2)]


@pytest.mark.parametrize(
    ("swedish", "english", "line"),
    [
        ("{n:samira-across} av dem", "21 of them", 3),
        ("21 av dem", "{n:samira-across} of them", 5),
        ("{n:samira-across} av dem", "{w:samira-across} of them", None),
    ],
)
def test_a_number_that_one_language_alone_names(
    tmp_path: Path, swedish: str, english: str, line: int | None
) -> None:
    file = tmp_path / "exercises" / "06-across-boundaries" / "own.yml"
    file.parent.mkdir(parents=True)
    written = f"id: own\nprompt:\n  sv: |\n    {swedish}\n  en: |\n    {english}\n"
    file.write_text(written, encoding="utf-8")
    course = Course.open(ours().folders[0], tmp_path)
    found = list(number_faults(course, file, texts_of(course, file)))
    assert [(fault.key, fault.line) for fault in found] == ([(ONE_LANGUAGE, line)] if line else [])
