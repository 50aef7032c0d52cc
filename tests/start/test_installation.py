"""The environment comes about, is kept current, and works whatever happens on the way.

A first start and an update are tried in every run; what happens on the way takes pip a minute.
"""

import json
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from course.start.environment import Environment
from course.start.installation import _locked
from course.start.installer import Installer
from course.start.sentences import Problem
from tests.counts import LONG

GOES_ON = "could not be updated, but starts with what is already installed."


def runs(started, version):
    """Whether the small course ran in the end, with that version of its package, unharmed."""
    assert started.returncode == 7, started.stdout + started.stderr
    assert "Traceback" not in started.stdout + started.stderr
    return json.loads(started.stdout.splitlines()[-1])[-1] == version


def state(folder: Path) -> dict[str, bytes]:
    """Every file of an environment that is not the log or the request of the last attempt."""
    passing = ("installation.log", "requirements.txt", "course-environment.json.new")
    files = [p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts]
    return {
        str(p.relative_to(folder)): p.read_bytes()
        for p in files
        if p.name not in passing and "wheels" not in p.relative_to(folder).parts
    }


def test_a_first_start_makes_the_environment_and_later_ones_ask_nobody(checkout):
    lines = (checkout.root / "first.out").read_text("utf-8").splitlines()
    assert lines[0].startswith("First start: the course sets up what it needs")
    assert lines[-2] == "The installation is complete."
    prefix, package, *options = json.loads(lines[-1])
    assert Path(package).is_relative_to(prefix)
    assert prefix.endswith(".venv")
    assert options == ["en", 9000, False, False, "1.0"]

    python = Environment(checkout.root).python
    where = [python, "-c", "import course; print(course.__file__)"]  # As in a kernel.
    found = subprocess.run(
        where, cwd="/", env=checkout.environment(), capture_output=True, text=True, check=True
    )
    assert Path(found.stdout.strip()).resolve() == checkout.root / "course" / "__init__.py"

    before = state(checkout.venv)
    second = checkout.start()
    assert runs(second, "1.0")
    assert second.stdout.count("\n") == 1  # Nothing but what the server printed.
    assert state(checkout.venv) == before


def test_an_update_installs_what_the_lock_adds(checkout):
    checkout.lock.write_text(checkout.wheel("2.0"))
    updated = checkout.start("--language", "en")
    assert runs(updated, "2.0")
    assert "The installation is complete." in updated.stdout
    assert not list(checkout.root.glob(".venv.[!l]*"))  # No copy is left, only the lock.
    assert not (checkout.venv / "wheels").exists()


@pytest.mark.client
@pytest.mark.parametrize(
    ("line", "cause"),
    [
        ("absent==1 --hash=sha256:" + "0" * 64 + "\n", "One of the course's packages is not avail"),
        (None, "not the one the course was tested with"),
    ],
    ids=["nothing to fetch", "another file"],
)
def test_an_update_that_fails_says_why_and_leaves_what_works(line, cause, checkout):
    before, old = state(checkout.venv), checkout.lock.read_text()
    good = checkout.wheel("2.0")
    checkout.lock.write_text(old + line if line else good[:-8] + "00000000\n")
    failed = checkout.start("--language", "en")
    assert runs(failed, "1.0")
    assert cause in failed.stderr
    assert failed.stderr.endswith(GOES_ON + "\n")
    assert failed.stderr.count(GOES_ON) == 1  # Tried once, not once more after the hand-over.
    assert state(checkout.venv) == before

    checkout.without_network()
    checkout.lock.write_text(old)
    again = checkout.start()
    assert runs(again, "1.0")
    assert again.stdout.count("\n") == 1  # The old lock finds its environment as it was.
    assert again.stderr == ""


@pytest.mark.client
def test_without_network_an_update_is_put_off(checkout):
    """A port of this computer that nobody listens at is as good as no network."""
    checkout.lock.write_text(checkout.wheel("2.0"))
    dead = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_RETRIES": "1"}
    dead |= {"PIP_NO_INDEX": "0", "PIP_FIND_LINKS": ""}
    failed = checkout.start("--language", "en", **dead)
    assert runs(failed, "1.0")
    assert "there is no answer from the network" in failed.stderr
    assert GOES_ON in failed.stderr


@pytest.mark.client
def test_a_course_that_needs_what_cannot_be_had_does_not_start_and_keeps_what_works(checkout):
    before, old = state(checkout.venv), checkout.lock.read_text()
    project = checkout.root / "pyproject.toml"
    text = project.read_text()
    project.write_text(text.replace('["little"]', '["little", "absent"]'))
    checkout.lock.write_text(old + "absent==1 --hash=sha256:" + "0" * 64 + "\n")
    failed = checkout.start("--language", "en")
    assert failed.returncode == 1
    assert "Traceback" not in failed.stderr
    assert GOES_ON not in failed.stderr
    assert state(checkout.venv) == before

    project.write_text(text)
    checkout.lock.write_text(old)
    assert runs(checkout.start(), "1.0")


@pytest.mark.client
def test_a_project_folder_that_cannot_be_written_starts_with_what_is_installed(checkout):
    """A folder in the place of the lock file fails for everybody, also for an administrator."""
    (checkout.root / ".venv.lock").unlink()
    (checkout.root / ".venv.lock").mkdir()
    checkout.lock.write_text(checkout.wheel("2.0"))
    failed = checkout.start("--language", "en")
    assert runs(failed, "1.0")
    assert GOES_ON in failed.stderr


# An update of the small course changes something in twelve steps: it looks, asks for pip's
# settings, fetches, clears the way twice, has the copy, marks what it changes, installs, compiles,
# names the course's folder, looks, and marks what is done. This kills it just before one of them,
# or in the middle of the two long ones.
KILLED = """
import os, signal, sys, threading
root, moment = sys.argv[1:]
sys.path.insert(0, root)
from course.commands import commands
from course.start import installation
import importlib.metadata, importlib.util, shutil, tomllib
STEPS = ("os.rename", "shutil.rmtree", "subprocess.Popen")
steps = folders = 0
def die():
    os.kill(os.getpid(), signal.SIGKILL)
def hook(event, arguments):
    global steps, folders
    steps += event in STEPS
    folders += event == "shutil.copytree"
    if moment == "in pip" and event == "subprocess.Popen" and "install" in arguments[1]:
        threading.Timer(0.4, die).start()
    if event in STEPS and str(steps) == moment:
        die()
    if event == "shutil.copytree" and folders == 50 and moment == "in the copy":
        die()
sys.addaudithook(hook)
sys.exit(commands.main(["--language", "en"]))
"""


MOMENTS = ("7", "in pip", "in the copy", "6", "9", "12")
"""Steps of an update by their number, or what is under way; --clients tries the first two."""


@pytest.mark.client
@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize("moment", MOMENTS if LONG else MOMENTS[:2])
def test_an_update_that_is_killed_at_any_moment_leaves_what_works(moment, checkout):
    before, old = state(checkout.venv), checkout.lock.read_text()
    checkout.lock.write_text(checkout.wheel("2.0"))
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, checkout.root, moment],
        cwd=checkout.root,
        env=checkout.environment(),
        capture_output=True,
        text=True,
    )
    assert killed.returncode == -signal.SIGKILL, killed.stdout + killed.stderr

    checkout.without_network()
    checkout.lock.write_text(old)
    again = checkout.start("--language", "en")
    assert runs(again, "1.0")
    assert "Starting over" not in again.stdout
    assert state(checkout.venv) == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot hand a lock on")
def test_pip_holds_the_lock_also_when_the_start_is_gone(tmp_path, monkeypatch):
    environment = Environment(tmp_path)
    environment.folder.mkdir()
    sleeping = [sys.executable, "-c", "import time; time.sleep(1)"]
    monkeypatch.setattr(Installer, "_pip", lambda self: sleeping)
    lock = (tmp_path / "lock").open("a")
    assert _locked(lock)
    installer = Installer(environment, tmp_path / "log", "en", lock)
    arguments = ([], {}, "fetching", lambda: (0, 1))
    pip = threading.Thread(target=installer._run, args=arguments)
    pip.start()
    time.sleep(0.3)
    lock.close()
    with (tmp_path / "lock").open("a") as other:
        assert not _locked(other)
        pip.join()
        assert _locked(other)


@pytest.mark.client
def test_a_first_start_without_packages_is_told_and_started_over(bare):
    good = bare.lock.read_text()
    bare.lock.write_text("absent==1 --hash=sha256:" + "0" * 64 + "\n")
    result = bare.start("--language", "en")
    assert result.returncode == 1
    assert result.stderr.startswith("One of the course's packages is not available")
    assert str(bare.venv / "installation.log") in result.stderr
    assert "Traceback" not in result.stderr
    stamp = bare.venv / "course-environment.json"
    assert json.loads(stamp.read_text()) == {"unfinished": True}

    bare.lock.write_text(good)
    second = bare.start()
    assert runs(second, "1.0")
    assert "Kursen börjar om" in second.stdout  # It does not build on what was cut short.


def test_a_folder_that_is_no_environment_is_left_alone(bare):
    bare.venv.mkdir()
    (bare.venv / "thesis.txt").write_text("mine")
    result = bare.start()
    assert result.returncode == 1
    assert "Flytta eller byt namn på den" in result.stderr
    assert (bare.venv / "thesis.txt").read_text() == "mine"


@pytest.mark.client
def test_an_environment_of_somebody_elses_is_installed_into_and_never_removed(checkout):
    (checkout.venv / "course-environment.json").unlink()
    (checkout.venv / "mine.txt").write_text("mine")
    good = checkout.wheel("2.0")
    checkout.lock.write_text("absent==1 --hash=sha256:" + "0" * 64 + "\n")
    assert runs(checkout.start(), "1.0")
    checkout.lock.write_text(good)
    assert runs(checkout.start(), "2.0")
    assert (checkout.venv / "mine.txt").read_text() == "mine"


# pip's settings that lead it elsewhere; each alone made "The installation is complete" untrue.
ASTRAY = {
    "dry-run": "1",
    "python": "/nonexistent/python",
    "target": "{elsewhere}",
    "root": "{elsewhere}",
    "report": "{elsewhere}/report.json",
    "constraint": "{elsewhere}/nothing.txt",
    "require-virtualenv": "1",
    "quiet": "3",
    "ignore-installed": "1",
    "no-binary": ":all:",
}


@pytest.mark.client
def test_variables_that_lead_pip_astray_do_not(bare, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    variables = {
        "PIP_" + name.upper().replace("-", "_"): value.format(elsewhere=elsewhere)
        for name, value in ASTRAY.items()
    }
    closed = str(bare.lock / "home")  # Nor is there a home where pip could keep what it fetches.
    assert runs(bare.start(**variables, PYTHONHOME=sys.base_prefix, HOME=closed), "1.0")
    assert not elsewhere.exists()


@pytest.mark.client
@pytest.mark.parametrize("place", ["named", "at home"])
def test_files_that_lead_pip_astray_do_not_and_say_how_packages_are_reached(place, bare, tmp_path):
    elsewhere, home = tmp_path / "elsewhere", tmp_path / "home"
    lines = [f"{name} = {value.format(elsewhere=elsewhere)}" for name, value in ASTRAY.items()]
    reached = [f"find-links = {bare.wheels.as_uri()}", "no-index = yes"]
    named = home / ".config" / "pip" / "pip.conf"
    named.parent.mkdir(parents=True)
    named.write_text("\n".join(["[global]", *reached, *lines, "[install]", "user = yes", ""]))
    variables = {"PIP_CONFIG_FILE": str(named)} if place == "named" else {"HOME": str(home)}
    environment = bare.environment(**variables)
    for name in ("PIP_NO_INDEX", "PIP_FIND_LINKS", "XDG_CONFIG_HOME"):
        environment.pop(name, None)
    started = subprocess.run(
        [sys.executable, "-m", "course"],
        cwd=bare.root,
        env=environment,
        capture_output=True,
        encoding="utf-8",
    )
    assert runs(started, "1.0")
    assert not elsewhere.exists()


@pytest.mark.client
def test_what_pip_says_is_not_believed_and_the_next_start_repairs_it(checkout, monkeypatch):
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", checkout.wheels.as_uri())
    environment = Environment(checkout.root)
    project = checkout.root / "pyproject.toml"
    project.write_text(project.read_text().replace('["little"]', '["little==2.0"]'))
    checkout.lock.write_text(checkout.wheel("2.0"))
    with monkeypatch.context() as patched:
        patched.setattr(Installer, "install", lambda self: None)
        with pytest.raises(Problem, match=r"the folder \.venv lacks little\. .*pip config list"):
            environment.prepare(["course"], "en")
    assert runs(checkout.start(), "2.0")


@pytest.mark.client
@pytest.mark.parametrize(
    ("small", "told"),
    [("checkout", "What was installed is still there"), ("bare", "from scratch")],
)
def test_ctrl_c_says_what_is_left(small, told, request, monkeypatch):
    def interrupted(self, entries):
        raise KeyboardInterrupt

    small = request.getfixturevalue(small)
    small.lock.write_text(small.wheel("2.0"))
    with monkeypatch.context() as patched:
        patched.setattr(Installer, "fetch", interrupted)
        with pytest.raises(Problem, match=told) as stopped:
            Environment(small.root).prepare(["course"], "en")
    assert stopped.value.exit_code == 130
    assert runs(small.start(), "2.0")


@pytest.mark.client
def test_a_package_that_cannot_be_imported_is_told_and_leaves_what_works(checkout):
    checkout.lock.write_text(checkout.wheel("2.0", body="import nothing_like_it"))
    failed = checkout.start("--language", "en")
    assert runs(failed, "1.0")
    assert "little is installed but cannot be used (ModuleNotFoundError: No mod" in failed.stderr


@pytest.mark.client
def test_an_installation_of_an_earlier_version_is_looked_at_and_repaired(checkout):
    """It believed pip: its stamp says that everything is there, and nothing need be."""
    stamp = checkout.venv / "course-environment.json"
    said = json.loads(stamp.read_text())
    assert said.pop("looked")
    stamp.write_text(json.dumps(said))
    unharmed = checkout.start()
    assert runs(unharmed, "1.0")
    assert unharmed.stdout.count("\n") == 1  # Everything was there: nothing to tell.

    stamp.write_text(json.dumps(said))
    next(checkout.venv.rglob("little.py")).unlink()
    assert runs(checkout.start(), "1.0")


@pytest.mark.client
def test_an_environment_whose_python_has_moved_is_kept_while_it_works(checkout):
    stamp = checkout.venv / "course-environment.json"
    said = json.loads(stamp.read_text())
    stamp.write_text(json.dumps({**said, "python": "/usr/bin/python3.1"}))
    checkout.without_network()
    kept = checkout.start()
    assert runs(kept, "1.0")
    assert kept.stdout.count("\n") == 1
    assert json.loads(stamp.read_text()) == said


@pytest.mark.client
def test_an_environment_whose_python_was_replaced_is_made_anew(checkout):
    """The next minor version looks for packages in another folder: it does not find pip."""
    stamp = checkout.venv / "course-environment.json"
    said = json.loads(stamp.read_text())
    stamp.write_text(json.dumps({**said, "python": "/usr/bin/python3.1"}))
    packages = Environment(checkout.root).site_packages()
    packages.rename(packages.with_name("of-another-version"))
    packages.mkdir()
    anew = checkout.start("--language", "en")
    assert runs(anew, "1.0")
    assert "Starting over" in anew.stdout


@pytest.mark.client
def test_foreign_modules_are_in_nobodys_way(checkout, tmp_path):
    """Nor in that of a process the course starts, as a kernel; ``serve.py`` starts one."""
    foreign = tmp_path / "foreign"
    foreign.mkdir()
    for name in ("attr", "attrs", "random", "json", "little", "pip", "argparse"):
        for folder in (foreign, checkout.root):
            (folder / f"{name}.py").write_text("raise ImportError('foreign')")
    checkout.lock.write_text(checkout.wheel("2.0"))
    assert runs(checkout.start(PYTHONPATH=str(foreign), PYTHONHOME=sys.base_prefix), "2.0")
