"""What is said where a class cannot be served as was asked for."""

import socket
import sys
from pathlib import Path

import pytest

from course.classroom.store import without_password
from course.paths import LANGUAGES
from course.runtimes.classroom.serve import Wanted, bound, serve

NOBODY = "postgresql://class:secret@127.0.0.1:1/class"
"""Port 1 is for something that nobody has used for decades."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_database_that_does_not_answer_is_told_without_its_password(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("psycopg")
    wanted = Wanted(language=language, address="127.0.0.1", database=NOBODY, browser=False)
    assert serve(wanted) == 1
    told = capsys.readouterr().err
    assert without_password(NOBODY) in told
    assert "secret" not in told
    assert "refused" in told


def test_without_its_driver_it_is_said_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    monkeypatch.delitem(sys.modules, "course.classroom.shared_store", raising=False)
    assert serve(Wanted(language="en", address="127.0.0.1", database=NOBODY)) == 1
    assert f'{sys.executable} -m pip install "psycopg[binary]"' in capsys.readouterr().err


def test_processes_of_one_database_share_a_port() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (one,) = bound(port, "127.0.0.1", shared=True)
    (other,) = bound(port, "127.0.0.1", shared=True)
    assert one.getsockname() == other.getsockname() == ("127.0.0.1", port)
    one.close()
    other.close()


def test_a_file_that_cannot_be_used_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert serve(Wanted(language="en", address="127.0.0.1", data=Path("/dev/null/class"))) == 1
    assert "/dev/null/class" in capsys.readouterr().err
