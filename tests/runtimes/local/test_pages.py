"""What a learner takes along, brings back and deletes, and what is told when that fails."""

import asyncio
import errno
import io
import json
import logging
import shutil
import threading
import time
import zipfile
from pathlib import Path

import pytest

from course import marked
from course.content import reading
from course.journal import Journal
from course.journal.exchange import LARGEST_IMPORT
from course.marked import Marked
from course.paths import LANGUAGES, ROOT
from course.portfolio.seal import code_in
from course.runtimes.local.upload import LARGEST
from course.words import say
from tests.counts import count
from tests.journal.test_hostile import hostile
from tests.journal.test_landed import LINES
from tests.runtimes.disk import Disk
from tests.runtimes.served_here import Site, Start

PAGES = (
    "",
    "answers",
    "plan",
    "certificate",
    "verify",
    "glossary",
    "people",
    "own",
    "00-start",
    "10-your-plan",
)


def written(site: Site, answer: str = "culture") -> None:
    site.journal.record("00-start", "goal", answer, fingerprint="f", language="en", words=answer)


# --- taken along and brought back ----------------------------------------------------------------


def test_the_download_is_everything_and_can_be_brought_back(
    site: Site, start: Start, tmp_path: Path
) -> None:
    written(site)
    taken = site.ask("/course/en/answers?download=1")
    assert taken.headers["Content-Disposition"] == 'attachment; filename="course-answers.jsonl"'
    assert taken.headers["Content-Type"].startswith("application/x-ndjson")
    other = start(tmp_path / "other")
    answer = other.post("/course/en/answers", file=("mine.jsonl", taken.body))
    assert answer.status == 200
    assert say("view.imported", "en", new=1, known=0) in answer.text
    assert [one.answer for one in Journal(tmp_path / "other").events()] == ["culture"]


def test_the_archive_is_everything_to_read_and_can_be_brought_back(
    site: Site, start: Start, tmp_path: Path
) -> None:
    written(site, "<b>culture")
    taken = site.ask("/course/en/answers?download=zip")
    assert taken.headers["Content-Disposition"] == 'attachment; filename="my-answers.zip"'
    assert taken.headers["Content-Type"].startswith("application/zip")
    page = zipfile.ZipFile(io.BytesIO(taken.body)).read("my-answers.html").decode()
    assert "&lt;b&gt;culture" in page
    other = start(tmp_path / "other")
    for new in (1, 0):
        answer = other.post("/course/en/answers", file=("mine.zip", taken.body))
        assert say("view.imported", "en", new=new, known=1 - new) in answer.text
    torn = other.post("/course/sv/answers", file=("<b>.zip", taken.body[:-9]))
    assert say("error.archive-damaged", "sv", name="&lt;b&gt;.zip") in torn.text
    assert [one.answer for one in Journal(tmp_path / "other").events()] == ["<b>culture"]


def test_exercises_are_read_beside_the_other_pages_when_all_answers_are_shown(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(site)
    threads = []

    def read(path: Path) -> Marked:
        threads.append(threading.current_thread())
        return marked.read(path)

    reading._alone.cache_clear()
    reading._joined.cache_clear()
    monkeypatch.setattr(reading, "read", read)
    assert site.ask("/course/en/answers").status == 200
    assert len(threads) >= 60  # `check` asks the course for as many
    assert threading.main_thread() not in threads  # where everything else is answered


def test_an_older_export_adds_what_is_missing_and_changes_nothing_that_is_newer(site: Site) -> None:
    assert site.post("/course/sv/answers", file=("old.jsonl", LINES)).status == 200
    assert len(site.journal.events()) == 7
    written(site)  # a newer answer to what the export has an older one to
    again = site.post("/course/sv/answers", file=("old.jsonl", LINES))
    assert say("view.imported", "sv", new=0, known=7) in again.text
    latest = site.journal.latest("00-start", "goal")
    assert latest is not None
    assert latest.answer == "culture"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_that_is_no_journal_is_told_by_its_name(site: Site, language: str) -> None:
    answer = site.post(f"/course/{language}/answers", file=("<b>cat.jpg", b"\x89PNG\r\n" * 9))
    assert answer.status == 200
    assert "&lt;b&gt;cat.jpg" in answer.text
    assert "<b>cat" not in answer.text
    assert site.journal.events() == ()


def test_a_form_without_a_file_is_told(site: Site) -> None:
    assert say("view.no-file", "sv") in site.post("/course/sv/answers", other="x").text


def test_a_forged_form_changes_nothing(site: Site) -> None:
    written(site)
    site.ask("/course/en/answers")
    for parts in ({"delete": "yes"}, {"delete": "yes", "_xsrf": "x"}):
        assert site.post("/course/en/answers", xsrf=False, **parts).status == 403
    assert site.post("/course/en/answers", xsrf=False, file=("x", LINES)).status == 403
    # Nor does one with the token, sent by a browser that has not been let in.
    name = f"course-{site.port}"
    cookie, site.cookies[name] = site.cookies[name], "x"
    assert site.post("/course/en/answers", delete="yes").status == 403
    site.cookies[name] = cookie
    assert len(site.journal.events()) == 1
    assert site.post("/course/en/answers", delete="yes").status == 200
    assert site.journal.events() == ()


@pytest.mark.parametrize("page", ["", "plan", "glossary", "people", "00-start", "line"])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"])
def test_nothing_else_takes_anything(site: Site, page: str, method: str) -> None:
    written(site)
    site.ask("/course/en/answers")
    headers = {"X-Xsrftoken": site.cookies["_xsrf"]}
    answer = site.ask(f"/course/en/{page}", method=method, headers=headers, body=None)
    assert answer.status in (400, 403, 404, 405)
    assert len(site.journal.events()) == 1


# --- one exercise at a time ----------------------------------------------------------------------


def test_the_answers_to_one_exercise_are_deleted_and_the_others_stay(site: Site) -> None:
    written(site)
    site.journal.record("06-across-boundaries", "wall", "formal", fingerprint="f", language="en")
    page = site.ask("/course/en/answers").text
    assert 'href="/course/en/06-across-boundaries#c05"' in page  # its cell in the lesson's source
    form = {"forget": "yes", "lesson": "00-start", "exercise": "goal"}
    assert site.post("/course/en/answers", xsrf=False, **form).status == 403
    for _ in range(2):  # a second press, or another page, is told the same
        assert say("answers.deleted-one", "en") in site.post("/course/en/answers", **form).text
    assert site.journal.answered() == {("06-across-boundaries", "wall")}
    assert [one.type for one in site.journal.events()] == ["answer", "delete"]
    assert site.journal.path is not None
    assert b"culture" not in site.journal.path.read_bytes()


# --- the certificate -----------------------------------------------------------------------------


@pytest.fixture
def graduate(start: Start, tmp_path: Path) -> Site:
    """The course of somebody who took all of an earlier version."""
    folder = tmp_path / "graduate"
    folder.mkdir()
    shutil.copy(ROOT / "tests/landed/whole-sv.jsonl", folder / "journal.jsonl")
    return start(folder)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_certificate_is_downloaded_with_a_name_that_is_not_kept_and_is_checked(
    graduate: Site, language: str
) -> None:
    before = graduate.journal.export().partition(b"\n")[2]
    address = f"/course/{language}/certificate"
    shown = graduate.post(address, holder=" Karin  Lindqvist ", do="show").text
    file = graduate.post(address, holder="Karin Lindqvist", do="page")
    name = say("certificate.file", language)
    assert file.headers["Content-Disposition"] == f'attachment; filename="{name}.html"'
    assert "Karin Lindqvist" in file.text
    code = code_in(file.text)
    assert code in shown
    assert graduate.journal.export().partition(b"\n")[2] == before
    assert "Karin" not in graduate.ask(address).text
    told = {"unchanged": file.body, "changed": file.body.replace(b"Karin", b"Fatima")}
    for found, content in told.items():
        answer = graduate.post(f"/course/{language}/verify", file=("<b>.html", content)).text
        words = say(f"verify.{found}", language, name="&lt;b&gt;.html", code=code)
        assert words in answer


def test_a_certificate_that_is_not_earned_is_no_file(site: Site) -> None:
    written(site)
    assert site.post("/course/sv/certificate", do="page").status == 404
    shown = site.post("/course/sv/certificate", holder="Karin", do="print").text
    assert say("certificate.not-yet", "sv") in shown
    assert "Karin" not in shown


@pytest.mark.parametrize("page", ["certificate", "verify"])
def test_no_other_site_asks_for_a_certificate_or_has_one_checked(graduate: Site, page: str) -> None:
    graduate.ask(f"/course/en/{page}")
    assert graduate.post(f"/course/en/{page}", xsrf=False, do="page").status == 403


def test_a_form_without_a_certificate_is_told(site: Site) -> None:
    assert say("view.no-file", "sv") in site.post("/course/sv/verify", other="x").text


# --- what is too large, or takes long ------------------------------------------------------------


def test_more_than_a_form_may_have_is_told_in_a_sentence(site: Site) -> None:
    answer = site.post("/course/sv/answers", file=("x", b"x" * (LARGEST + 1)))
    assert answer.status == 413
    assert say("view.too-large", "sv") in answer.text


def test_more_than_a_journal_may_have_is_told_in_a_sentence(site: Site) -> None:
    answer = site.post("/course/sv/answers", file=("x.jsonl", b"\n" * (LARGEST_IMPORT + 1)))
    assert answer.status == 200
    assert "x.jsonl" in answer.text
    assert site.journal.events() == ()


def exported(events: int) -> bytes:
    """Answers as this version writes them, all to one exercise."""
    said = {
        "type": "answer", "lesson": "00-start", "exercise": "goal", "answer": "culture",
        "verdict": None, "fingerprint": "f", "language": "sv", "words": "å" * 40,
    }  # fmt: skip
    return b"".join(
        json.dumps({"id": f"{n:032x}", "time": "2026-03-01T12:00:00.000Z", **said}).encode() + b"\n"
        for n in range(events)
    )


def test_an_import_keeps_no_page_waiting(site: Site) -> None:
    async def upload_beside_pages() -> list[float]:
        upload = asyncio.ensure_future(
            site.posting("/course/sv/answers", file=("x.jsonl", exported(8_000)))
        )
        took = []
        while not upload.done():
            start = time.perf_counter()
            await site.asking("/course/changed")  # an address that does nothing of its own
            took.append(time.perf_counter() - start)
        assert say("view.imported", "sv", new=8_000, known=0) in upload.result().text
        return took

    took = sorted(site.run(upload_beside_pages()))
    assert len(took) > 10
    assert took[len(took) // 2] < 0.05


# --- when the disk says no -----------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("fault", "key"),
    [(errno.ENOSPC, "full"), (errno.EROFS, "read-only"), (errno.EACCES, "permission")],
)
def test_what_cannot_be_deleted_is_told_with_its_cause(
    start: Start, tmp_path: Path, language: str, fault: int, key: str
) -> None:
    disk = Disk(tmp_path / "disk")
    site = start(disk)
    written(site)
    disk.fault = fault
    answer = site.post(f"/course/{language}/answers", delete="yes")
    assert answer.status == 200
    why = say(f"view.not-kept-{key}", language)
    assert say("view.not-deleted", language, why=why) in answer.text
    assert len(Journal(tmp_path / "disk").events()) == 1
    disk.fault = 0
    assert (
        say("view.deleted", language) in site.post(f"/course/{language}/answers", delete="yes").text
    )
    assert Journal(tmp_path / "disk").events() == ()


def test_a_page_that_is_asked_for_while_an_answer_is_being_written_frightens_nobody(
    start: Start, tmp_path: Path
) -> None:
    disk = Disk(tmp_path / "disk")
    site = start(disk)
    disk.free.clear()
    line = site.line("00-start")
    line.send("goal", {"do": "answer", "answer": "culture", "n": 1})
    line.hear("state")
    page = site.ask("/course/en/answers").text
    disk.free.set()
    assert say("view.saved-here", "en") in page
    assert 'class="say not-yet"' not in page
    assert line.hear("saved")["value"]["kept"] is True
    line.close()


# --- journals made to do harm --------------------------------------------------------------------


@pytest.mark.long
def test_hostile_journals_leave_every_page_whole(
    start: Start, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    journals = list(hostile())[: 10 + count(500)]
    for number, content in enumerate(journals):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "journal.jsonl").write_bytes(content)
        (folder / "drafts.json").write_bytes(content)
        site = start(folder)
        for page in PAGES:
            language = LANGUAGES[number % 2]
            assert site.ask(f"/course/{language}/{page}").status == 200, content
        for query in (
            "answers?download=1",
            "answers?download=zip",
            "plan?download=text",
            "plan?download=page",
        ):
            assert site.ask(f"/course/sv/{query}").status == 200, content
        assert site.ask("/").headers["Location"] in ("/course/sv/", "/course/en/")
        imported = site.post("/course/en/answers", file=("x.jsonl", content))
        assert imported.status == 200
        assert site.post("/course/sv/answers", delete="yes").status == 200
    assert [one.getMessage() for one in caplog.records] == []
