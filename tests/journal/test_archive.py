"""Archives with a journal in them, and those that are torn or made to do harm."""

import io
import time
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.errors import CourseError
from course.journal import Imported, Journal, MemoryStore
from course.journal.archive import journal_in, packed
from course.paths import LANGUAGES

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)


def journal_with(*answers: str) -> Journal:
    journal = Journal(MemoryStore(), clock=lambda: NOW)
    for answer in answers:
        journal.record("00-start", "goal", answer, fingerprint="f", language="sv")
    return journal


WHOLE = packed({"journal.jsonl": journal_with("a", "b").export(), "svar.html": b"<p>a"}, NOW)


def zipped(*files: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive by Python's own writer; a name may come twice."""
    to = io.BytesIO()
    with zipfile.ZipFile(to, "w", method) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return to.getvalue()


def refused(content: bytes) -> str:
    """Why an archive is not taken; nothing of what was here is changed, and it is quickly said."""
    journal = journal_with("mine")
    before = journal.events()
    began = time.perf_counter()
    with pytest.raises(CourseError) as fault:
        journal.import_from(content, name="<b>x.zip")
    assert time.perf_counter() - began < 5
    assert journal.events() == before
    for language in LANGUAGES:
        assert "<b>x.zip" in fault.value.in_language(language)
    return fault.value.key


def test_a_journal_goes_along_in_an_archive_and_comes_back_once() -> None:
    journal = journal_with("mine")
    assert journal.import_from(WHOLE, name="x.zip") == Imported(2, 0, 0)
    assert journal.import_from(WHOLE, name="x.zip") == Imported(0, 2, 0)
    alone = zipfile.ZipFile(io.BytesIO(WHOLE)).read("journal.jsonl")
    assert journal.import_from(alone) == Imported(0, 2, 0)


def test_a_path_brings_an_archive_as_it_brings_a_journal(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(WHOLE)
    assert journal_with().import_from(tmp_path / "x.zip").new == 2


def test_other_names_are_nothing_to_us(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    climbing = [("../../evil", b"x"), ("/etc/evil", b"x"), ("C:\\evil", b"x"), ("a/" * 300, b"")]
    journal = zipfile.ZipFile(io.BytesIO(WHOLE)).read("journal.jsonl")
    content = zipped(*climbing, ("journal.jsonl", journal), ("bomb", bytes(50_000_000)))
    assert journal_with().import_from(content).new == 2
    assert list(tmp_path.iterdir()) == []


def lying_about_its_size() -> bytes:
    """A journal that swells to 200 MB and says that it has a hundred bytes."""
    content = zipped(("journal.jsonl", bytes(200_000_000)))
    return content.replace((200_000_000).to_bytes(4, "little"), (100).to_bytes(4, "little"))


def encrypted() -> bytes:
    content = bytearray(WHOLE)
    content[6] |= 1
    content[content.find(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


@pytest.mark.parametrize(
    ("made", "key"),
    [
        (zipped, "archive-foreign"),
        (lambda: zipped(("x/journal.jsonl", b"{}")), "archive-foreign"),
        (lambda: zipped(("../journal.jsonl", b"{}")), "archive-foreign"),
        (lambda: zipped(*[(f"{n}", b"") for n in range(5000)]), "archive-foreign"),
        (lambda: zipped(("journal.jsonl", bytes(70_000_000))), "large-journal"),
        (lying_about_its_size, "archive-damaged"),
        (encrypted, "archive-encrypted"),
        (lambda: zipped(("journal.jsonl", b"{}"), method=zipfile.ZIP_BZIP2), "archive-damaged"),
        (lambda: zipped(("journal.jsonl", b"Dear all")), "foreign-journal"),
        (lambda: zipped(("journal.jsonl", WHOLE)), "foreign-journal"),  # an archive in an archive
        (lambda: b"PK\x03\x04", "archive-damaged"),
        (lambda: WHOLE[:-30], "archive-damaged"),
        (lambda: WHOLE[: len(WHOLE) // 2], "archive-damaged"),
    ],
)
def test_one_that_is_none_of_ours_is_told_in_a_sentence(
    made: Callable[[], bytes], key: str
) -> None:
    """They are made when they are tried: some are large, and every process collects all tests."""
    assert refused(made()) == key


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_journals_in_one_archive_are_none() -> None:
    assert refused(zipped(("journal.jsonl", b"{}"), ("journal.jsonl", b"{}"))) == "archive-foreign"


def test_one_of_a_newer_version_is_refused_in_words_and_untouched() -> None:
    head = b'{"format": "nya-satt-att-tanka-journal", "version": 99}\n'
    assert refused(zipped(("journal.jsonl", head))) == "journal-of-later-version"


@settings(deadline=None)
@given(st.data())
def test_one_that_was_harmed_is_refused_or_says_what_it_said(data: st.DataObject) -> None:
    """Each byte that is another is either none of the journal's or is found out."""
    place = data.draw(st.integers(4, len(WHOLE) - 1))
    content = bytearray(WHOLE)
    content[place] ^= data.draw(st.integers(1, 255))
    cut = data.draw(st.sampled_from([len(content), place + 1]))
    try:
        assert journal_in(bytes(content[:cut]), "x") == journal_in(WHOLE, "x")
    except CourseError as fault:
        assert fault.key.startswith(("archive-", "large-"))  # noqa: PT017 - either may come
