"""What is found out once: for as long as that holds, by whom, and what is not kept after it."""

from pathlib import Path
from threading import Thread

import pytest

from course.content.course import ours
from course.content.overlaid import Overlaid
from course.journal import Journal
from course.once import known, once
from course.pages.render import Pages
from course.session import Session


def test_a_file_that_comes_while_nothing_changes_is_found_afterwards(tmp_path: Path) -> None:
    folder = Overlaid((tmp_path,))
    with once():
        assert folder.files("*.yml") == ()
        (tmp_path / "a.yml").touch()
        assert folder.files("*.yml") == ()
    assert folder.files("*.yml") == (tmp_path / "a.yml",)


def test_what_could_not_be_found_is_asked_for_again() -> None:
    def fails() -> int:
        raise OSError("full")

    with once():
        with pytest.raises(OSError, match="full"):
            known("n", fails)
        assert known("n", lambda: 1) == 1


def test_one_within_another_goes_on_with_what_is_known() -> None:
    with once():
        assert known("n", lambda: 1) == 1
        with once():
            assert known("n", lambda: 2) == 1
        assert known("n", lambda: 3) == 1


def test_another_thread_finds_out_for_itself() -> None:
    found = []
    with once():
        known("n", lambda: 1)
        other = Thread(target=lambda: found.append(known("n", lambda: 2)))
        other.start()
        other.join()
    assert found == [2]


def test_two_pages_tell_what_another_process_has_written_between_them(tmp_path: Path) -> None:
    lesson, exercise = "00-start", "goal"
    course_session = _session(tmp_path)
    pages = Pages("/course")
    assert '"answered": []' in pages.lesson(course_session, lesson)
    other = _session(tmp_path)
    other.journal.record(lesson, exercise, "x", fingerprint="f", language="en")
    assert f'"answered": ["{exercise}"]' in pages.lesson(course_session, lesson)


def _session(folder: Path) -> Session:
    return Session(ours(), Journal(folder), "en")
