"""Each case told without its mark is told of, and each mark that is wrong; in lessons and files."""

from pathlib import Path

import pytest

from course.content.course import Course, ours
from course.studio.marks import (
    case_faults,
    file_faults,
    mark_faults,
    meanings,
    unknown_works,
    unmarked,
)
from course.studio.source import Source

CASES = ours().file("data/cases.yml").read_text(encoding="utf-8")
ROOT = ours().folders[0]


def lesson(folder: Path, old: str, new: str, name: str = "06-across-boundaries") -> Source:
    text = ours().file(f"notebooks/source/{name}.md").read_text(encoding="utf-8")
    assert old in text
    file = folder / "notebooks" / "source" / f"{name}.md"
    file.parent.mkdir(parents=True)
    file.write_text(text.replace(old, new), encoding="utf-8")
    return Source(file, Course.open(ROOT, folder))


@pytest.mark.parametrize(
    ("old", "new", "keys"),
    [
        ("{case:esther}", "", ["case-unmarked"] * 2),
        ("{case:esther}", "{case:esther} {case:esther}", ["case-not-told"] * 2),
        ("{case:esther}", "{case:ester}", ["unknown-case", "case-unmarked"] * 2),
        ("{case:story}", "{case:story} {case:nacka}", ["case-not-told"] * 2),
        ("[@ansell-gash-2008]", "{case:esther}", ["case-not-told"] * 2),
    ],
)
def test_a_lesson_marks_each_case_once_where_it_first_tells_it(
    tmp_path: Path, old: str, new: str, keys: list[str]
) -> None:
    source = lesson(tmp_path, old, new)
    found = list(mark_faults(source))
    assert [fault.key for fault in found] == keys
    assert {fault.file for fault in found} == {"notebooks/source/06-across-boundaries.md"}


@pytest.mark.parametrize(
    ("file", "old", "new", "key"),
    [
        ("data/figures/skolfam.yml", " {case:skolfam}", "", "case-unmarked"),
        ("data/figures/skolfam.yml", "{case:skolfam}", "{case:esther}", "case-not-told"),
        ("data/figures/skolfam.yml", "{case:skolfam}", "{case:x} {case:skolfam}", "unknown-case"),
        ("exercises/09-room-to-act/ten-obstacles.yml", "{case:nacka} ", "", "case-unmarked"),
    ],
)
def test_a_file_marks_the_cases_that_it_tells(
    tmp_path: Path, file: str, old: str, new: str, key: str
) -> None:
    text = ours().file(file).read_text(encoding="utf-8")
    changed = tmp_path / file
    changed.parent.mkdir(parents=True)
    changed.write_text(text.replace(old, new), encoding="utf-8")
    found = list(file_faults(Course.open(ROOT, tmp_path), changed))
    assert {fault.key for fault in found} >= {key}
    assert len([fault for fault in found if fault.key == key]) == 2  # in each language


def test_the_course_marks_every_case_that_it_tells() -> None:
    course = ours()
    assert [fault for file in course.texts() for fault in file_faults(course, file)] == []


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("grade: compared", "grade: proven", "not-one-of"),
        ("    why:", "    because:", "unknown-key"),
        ("    works: [vackerberg-2013]\n", "", "other"),  # words without works would never be told
        ('en: "Evidence: compared with others"', 'en: ""', "empty"),
        ("grades:", "- a", "not-yaml"),
    ],
)
def test_a_fault_of_the_register_is_told(tmp_path: Path, old: str, new: str, key: str) -> None:
    course = register(tmp_path, old, new)
    found = case_faults(course)
    assert key in {fault.key for fault in found}
    assert {fault.file for fault in found} == {"data/cases.yml"}


def register(folder: Path, old: str, new: str) -> Course:
    assert old in CASES
    (folder / "data").mkdir()
    (folder / "data" / "cases.yml").write_text(CASES.replace(old, new, 1), encoding="utf-8")
    return Course.open(ROOT, folder)


def test_a_work_that_is_nowhere_and_a_case_that_no_lesson_marks_are_told(tmp_path: Path) -> None:
    course = register(tmp_path, "works: [vackerberg-2013]", "works: [vackerberg-1913]")
    line = 1 + CASES[: CASES.index("works: [vackerberg-2013]")].count("\n")
    assert [(one.key, one.line) for one in unknown_works(course)] == [("missing-source", line)]
    assert len(list(unmarked(ours(), ()))) == len(ours().cases.by_id)


def test_a_mark_opens_what_it_means_and_what_it_rests_on() -> None:
    source = Source(ours().file("notebooks/source/06-across-boundaries.md"), ours())
    told = meanings(source, "sv")
    assert told[1] == "### Hur starkt underlaget är"
    esther = next(line for line in told if "case-followed-esther" in line)
    assert "mätt före och efter" in esther
    assert "nätverkets egna" in esther
