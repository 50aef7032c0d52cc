"""``python3 -m course journal``: shown, taken along, brought back and deleted in a terminal."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from course.commands.commands import COMMANDS
from course.journal import Journal, writing
from course.paths import LANGUAGES, ROOT
from course.runtimes.terminal import ACTIONS, main
from course.start.sentences import Problem
from course.words import say


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The learner's folder, with one answer in it."""
    home = tmp_path / "home"
    monkeypatch.setenv("COURSE_HOME", str(home))
    answer(Journal(home), "culture")
    return home


def answer(journal: Journal, words: str) -> None:
    """Answer the goal, as a page does."""
    journal.record("00-start", "goal", words, fingerprint="f", language="en", words=words)


def said(home: Path) -> list[str]:
    return [event.answer for event in Journal(home).events()]


def refused(action: str, file: Path, language: str = "en") -> str:
    with pytest.raises(Problem) as problem:
        main(action, file, language)
    assert problem.value.exit_code == 1
    return str(problem.value)


def test_the_command_line_offers_what_there_is() -> None:
    (command,) = [one for one in COMMANDS if one.name == "journal"]
    assert command.arguments[0].how["choices"] == ACTIONS
    assert command.arguments[0].how["default"] == ACTIONS[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_shown(home: Path, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    answer(Journal(home), "learning \x1b]0;gone\x07")
    assert main("show", None, language) == 0
    told = capsys.readouterr().out
    assert say("journal.where", language, file=home / "journal.jsonl") in told
    assert say("view.times", language, n=2) in told
    assert "learning �]0;gone�" in told, "a terminal obeys nothing that an answer says"


@pytest.mark.skipif(sys.platform == "win32", reason="no pipe ends so there")
def test_who_reads_only_its_beginning_sees_no_traceback(home: Path) -> None:
    answer(Journal(home), "culture " * 15_000)  # more than a pipe holds, which is 64 kB
    command = [sys.executable, "-m", "course", "journal"]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == ""
        assert process.wait() == 1


def test_nothing_yet_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COURSE_HOME", str(tmp_path))
    assert main("show", None, "en") == 0
    assert say("view.no-answers", "en") in capsys.readouterr().out


@pytest.mark.parametrize("name", ["mine.jsonl", "mine.zip"])
def test_it_is_taken_along_and_brought_back_once(
    home: Path,
    tmp_path: Path,
    name: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = tmp_path / name
    assert main("export", file, "sv") == 0
    monkeypatch.setenv("COURSE_HOME", str(tmp_path / "other"))
    for new, known in ((1, 0), (0, 1)):
        assert main("import", file, "sv") == 0
        assert say("view.imported", "sv", new=new, known=known) in capsys.readouterr().out
    assert said(tmp_path / "other") == said(home)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_cannot_be_brought_back_is_told_and_changes_nothing(
    home: Path, tmp_path: Path, language: str
) -> None:
    letter, newer = tmp_path / "letter.txt", tmp_path / "newer.jsonl"
    letter.write_text("Dear all,\n", encoding="utf-8")
    newer.write_text('{"format": "nya-satt-att-tanka-journal", "version": 99}\n', encoding="utf-8")
    told = {
        letter: say("error.foreign-journal", language, name="letter.txt"),
        newer: say("error.journal-of-later-version", language, name="newer.jsonl"),
        tmp_path: say("journal.not-read", language, file=tmp_path),
        tmp_path / "gone": say("journal.not-read", language, file=tmp_path / "gone"),
    }
    for file, words in told.items():
        assert refused("import", file, language) == words
    assert said(home) == ["culture"]


def test_what_is_no_file_of_answers_is_not_written_over(home: Path, tmp_path: Path) -> None:
    thesis = tmp_path / "thesis.docx"
    thesis.write_text("years of work", encoding="utf-8")
    assert refused("export", thesis) == say("journal.ending", "en", file=thesis)
    assert thesis.read_text(encoding="utf-8") == "years of work"
    own = home / "journal.jsonl"
    before = own.read_bytes()
    assert refused("export", own) == say("journal.onto-itself", "en", file=own)
    assert own.read_bytes() == before


def test_a_full_disk_leaves_the_older_file_whole(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    file = folder / "mine.jsonl"
    main("export", file, "en")
    before = file.read_bytes()
    answer(Journal(home), "more")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(writing, "_sync", full)
    assert say("journal.why-full", "en") in refused("export", file)
    assert file.read_bytes() == before
    assert [one.name for one in folder.iterdir()] == ["mine.jsonl"], "nothing half-written is left"


@pytest.mark.skipif(sys.platform == "win32", reason="a limit of POSIX")
def test_a_process_that_is_killed_in_the_middle_of_an_export_leaves_the_older_file_whole(
    home: Path, tmp_path: Path
) -> None:
    file = tmp_path / "mine.jsonl"
    main("export", file, "en")
    before = file.read_bytes()
    answer(Journal(home), "x" * 100_000)
    # The system kills it (SIGXFSZ) when the new file grows past what the old one has.
    script = (
        "import resource, signal, sys; from pathlib import Path;"
        "from course.runtimes.terminal import main; signal.signal(signal.SIGXFSZ, signal.SIG_DFL);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000));"
        "main('export', Path(sys.argv[1]), 'en')"
    )
    here = {**os.environ, "PYTHONPATH": str(ROOT)}
    killed = subprocess.run([sys.executable, "-c", script, str(file)], env=here, check=False)
    assert killed.returncode < 0
    assert file.read_bytes() == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_deleted_only_by_who_says_so(
    home: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def nobody(_: str) -> str:
        raise EOFError

    for no in (nobody, lambda _: "", lambda _: "n", lambda _: "nej"):
        assert main("delete", None, language, ask=no) == 1
        assert say("journal.nothing-deleted", language) in capsys.readouterr().out
    assert said(home) == ["culture"]
    assert main("delete", None, language, ask=lambda _: say("journal.yes", language).upper()) == 0
    assert said(home) == []


@pytest.mark.parametrize("action", ["export", "import"])
def test_a_file_that_is_not_named_is_asked_for(home: Path, action: str) -> None:
    with pytest.raises(Problem, match=say(f"journal.{action}-which", "en")):
        main(action, None, "en")


@pytest.mark.parametrize("action", ["show", "delete"])
def test_a_file_that_is_not_used_is_told(home: Path, action: str) -> None:
    assert "journal.jsonl" in refused(action, Path("journal.jsonl"))
    assert said(home) == ["culture"]
