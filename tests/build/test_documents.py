"""The files that are written from others: written when they change, and stale until they are."""

from pathlib import Path

import pytest
from lesson_text import written

from course.build import documents
from course.build.documents import stale_documents


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one document, which is the number of lessons."""
    file = tmp_path / "docs" / "count.md"
    file.parent.mkdir()
    monkeypatch.setattr(documents, "ROOT", tmp_path)
    monkeypatch.setattr(documents, "DOCUMENTS", {file: lambda lessons: f"{len(list(lessons))}\n"})
    monkeypatch.setattr(documents, "sources", lambda: (written(tmp_path),))
    return tmp_path


def test_a_document_is_written_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert documents.main() == 0
    assert (folder / "docs" / "count.md").read_bytes() == b"1\n"
    assert capsys.readouterr().out == "docs/count.md written\n"
    assert documents.main() == 0
    assert capsys.readouterr().out == ""


def test_a_document_is_stale_until_it_is_written(folder: Path) -> None:
    lesson = written(folder)
    for found in (stale_documents([lesson]), stale_documents([lesson, lesson])):
        assert [one.told("en") for one in found] == [
            "docs/count.md, line 1: The file does not match what it is written from. "
            "Run: python3 -m course build"
        ]
        documents.main()
    assert list(stale_documents([lesson])) == []


def test_the_courses_own_documents() -> None:
    names = [path.relative_to(documents.ROOT).as_posix() for path in documents.DOCUMENTS]
    assert names == ["docs/coverage.md", "data/references.json"]
