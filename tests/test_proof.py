"""``course test`` itself: that a failure is seen, and that nothing is skipped in silence."""

import os
import sys
from fnmatch import fnmatch
from pathlib import Path

from course import programs, proof
from course.paths import ROOT
from course.proofs import Proof

PASSES = Proof("passes", ("-c", "pass"))


def test_one_failure_fails_the_whole_and_the_rest_still_runs(monkeypatch, capfd):
    fails = Proof("fails", ("-c", "raise SystemExit(4)"))
    monkeypatch.setattr(proof, "PROOFS", (PASSES, fails, PASSES))
    assert proof.main() == 1
    printed = capfd.readouterr().out
    assert printed.count("=== passes ===") == 2
    assert "FAILED: exit code 4" in printed
    assert printed.splitlines()[-1] == "2 passed, 1 failed"
    monkeypatch.setattr(proof, "PROOFS", (PASSES,))
    assert proof.main() == 0
    assert capfd.readouterr().out.splitlines()[-1] == "1 passed, 0 failed"


MEETS = """
import pathlib, sys, time
print("one line", flush=True)
own, other = map(pathlib.Path, sys.argv[1:])
own.touch()
for _ in range(1200):
    if other.exists():
        sys.exit(print("another", file=sys.stderr))
    time.sleep(0.05)
sys.exit("The other is not there.")
"""


def test_two_run_on_a_core_each_and_what_each_prints_stands_whole(monkeypatch, capfd, tmp_path):
    """Each of two waits for the other, which only comes if both run; the table is as listed."""
    one, other = str(tmp_path / "one"), str(tmp_path / "other")
    first = Proof("first", ("-c", MEETS, one, other), "on a core")
    second = Proof("second", ("-c", MEETS, other, one), "on a core")
    third = Proof("third", ("-c", "raise SystemExit(3)"), "on a core")
    alone = Proof("alone", ("-c", "print('alone')"))
    monkeypatch.setattr(proof, "PROOFS", (first, second, third, alone))
    assert proof.main() == 1
    printed = capfd.readouterr().out
    for name in ("first", "second"):
        assert f"\n=== {name} ===\none line\nanother\n" in printed
    assert "\n=== third ===\nthird: exit code 3\n" in printed
    *_, table = printed.split("\n\n")
    assert printed.startswith("\n=== alone ===\nalone\n")  # it had the computer alone
    names = [line.split()[0] for line in table.splitlines()]
    assert names == ["first", "second", "third", "alone", "3"]


def test_what_goes_when_a_core_is_idle_goes_one_by_one_and_lets_others_by(
    monkeypatch, capfd, tmp_path
):
    """By its niceness, which is 10 more than ours; a note stands there while one of them runs."""
    note = tmp_path / "note"
    alone = f"import os, pathlib, time; note = pathlib.Path({str(note)!r})"
    alone += "; note.touch(exist_ok=False); time.sleep(0.5); note.unlink()"
    beside = Proof("beside", ("-c", f"{alone}; print('niceness', os.nice(0))"), "when idle")
    nice = "import os; print('niceness', os.nice(0))"
    others = [Proof("alone", ("-c", nice)), Proof("core", ("-c", nice), "on a core")]
    monkeypatch.setattr(proof, "PROOFS", (beside, beside, *others))
    assert proof.main() == 0
    told = [line for line in capfd.readouterr().out.splitlines() if line.startswith("niceness")]
    ours = os.nice(0)
    expected = [ours, ours, *2 * [min(ours + 10, 19)]]
    assert sorted(told) == sorted(f"niceness {one}" for one in expected)


def test_other_peoples_programs_run_one_after_another(monkeypatch, capfd, tmp_path):
    """Two at a time would install into the same folder at once."""
    note = tmp_path / "note"
    one = "import pathlib, sys; note = pathlib.Path(sys.argv[1]); sys.exit(note.exists())"
    free = Proof("free", ("-c", one, str(note)))
    slow = f"import pathlib, time; note = pathlib.Path({str(note)!r})"
    slow += "; note.touch(); time.sleep(0.5); note.unlink()"
    monkeypatch.setattr(proof, "WITH_CLIENTS", (Proof("slow", ("-c", slow)), free))
    assert proof.main(clients=True) == 0
    assert capfd.readouterr().out.splitlines()[-1] == "2 passed, 0 failed"


def test_proofs_share_a_folder_for_what_takes_long_to_make(monkeypatch, capfd):
    code = "import os, pathlib; shared = pathlib.Path(os.environ['COURSE_SHARED'])"
    shows = Proof("shows", ("-c", f"{code}; assert shared.is_dir(); print(shared.resolve())"))
    monkeypatch.setattr(proof, "PROOFS", (shows, shows))
    before = os.environ.get("COURSE_SHARED")
    assert proof.main() == 0
    printed = capfd.readouterr().out.splitlines()
    folders = {line for line in printed if Path(line).is_absolute()}
    assert len(folders) == 1
    assert not Path(folders.pop()).exists()
    assert os.environ.get("COURSE_SHARED") == before


def test_a_step_that_finds_no_test_fails(tmp_path):
    outcome = proof._proved(Proof("empty", ("-m", "pytest", str(tmp_path))))
    assert outcome.fault == "no test was found"


def test_a_step_does_not_see_the_developers_own_folders(monkeypatch, tmp_path, capfd):
    monkeypatch.setenv("COURSE_HOME", str(tmp_path))
    proof._proved(Proof("home", ("-c", "import os; print(os.environ['COURSE_HOME'])")))
    home = capfd.readouterr().out.splitlines()[-1]
    assert home
    assert not Path(home).is_relative_to(tmp_path)


def test_a_step_keeps_what_python_has_compiled(monkeypatch, capfd):
    """Else every process of a step compiles the course anew."""
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    proof._proved(Proof("bytecode", ("-c", "import sys; print(sys.dont_write_bytecode)")))
    assert capfd.readouterr().out.splitlines()[-1] == "False"


def test_without_chromium_the_browser_step_fails_and_says_what_to_do(monkeypatch):
    monkeypatch.setattr(proof, "find_chromium", lambda: None)
    monkeypatch.setattr(proof, "install_chromium", lambda: None)
    outcome = proof._proved(Proof("browser", ("-c", "pass"), needs_chromium=True))
    assert "playwright install chromium" in outcome.fault


def test_the_browser_step_is_told_where_chromium_is(monkeypatch, capfd):
    monkeypatch.setenv("COURSE_CHROMIUM", sys.executable)  # Any file will do.
    code = "import os; print(os.environ['COURSE_CHROMIUM'])"
    assert proof._proved(Proof("browser", ("-c", code), needs_chromium=True)).fault == ""
    assert sys.executable in capfd.readouterr().out


def test_pytest_goes_into_every_folder(pytestconfig):
    """Its own list of folders to leave out has "build" in it, as our studio once was named."""
    left_out = pytestconfig.getini("norecursedirs")
    files = [*ROOT.glob("course/**/*.py"), *ROOT.glob("tests/**/*.py")]
    folders = {part for file in files for part in file.relative_to(ROOT).parts[:-1]}
    assert {"studio", "browser"} <= folders
    assert [one for one in folders if any(fnmatch(one, pattern) for pattern in left_out)] == []


def test_a_client_that_is_missing_is_named(monkeypatch, tmp_path):
    monkeypatch.setattr(programs, "CLIENTS", tmp_path)
    nowhere = programs.Client(str(tmp_path / "nowhere"), "node_modules/.bin/nowhere")
    outcome = proof._proved(Proof("hub", ("-c", "pass"), clients=(nowhere,)))
    assert outcome.fault.startswith(f"{nowhere.package} is missing")
    (tmp_path / "node_modules" / ".bin").mkdir(parents=True)
    (tmp_path / nowhere.place).touch()
    assert proof._proved(Proof("hub", ("-c", "pass"), clients=(nowhere,))).fault == ""
