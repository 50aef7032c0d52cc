"""The files that are written from others: written when they change, and stale until they are."""

from pathlib import Path

import pytest
from lesson_text import written

from course.content.course import Course
from course.paths import ROOT
from course.studio import documents
from course.studio.documents import stale_documents
from course.studio.source import sources


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Course:
    """A course of one lesson with one document, which is the number of lessons."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "notebooks" / "source").mkdir(parents=True)
    written(tmp_path / "notebooks" / "source")
    count = {"docs/count.md": lambda course, lessons: f"{len(list(lessons))}\n"}
    monkeypatch.setattr(documents, "DOCUMENTS", count)
    return Course.open(tmp_path)


def test_a_document_is_written_once(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    assert documents.main(course) == 0
    assert course.file("docs/count.md").read_bytes() == b"1\n"
    assert capsys.readouterr().out == "docs/count.md written\n"
    assert documents.main(course) == 0
    assert capsys.readouterr().out == ""


def test_a_document_is_stale_until_it_is_written(course: Course) -> None:
    (lesson,) = sources(course)
    for lessons in ([lesson], [lesson, lesson]):
        found = stale_documents(course, lessons)
        assert [one.told("en") for one in found] == [
            "docs/count.md, line 1: The file does not match what it is written from. "
            "Run: python3 -m course build"
        ]
        documents.main(course)
    assert list(stale_documents(course, [lesson])) == []


def test_the_courses_own_documents() -> None:
    assert list(documents.DOCUMENTS) == [
        "docs/coverage.md",
        "data/references.json",
        "README.md",
        "docs/exercises/README.md",
        "docs/law.md",
        "data/numbers.json",
        "docs/house.svg",
    ]
    assert all((ROOT / name).is_file() for name in documents.DOCUMENTS)
