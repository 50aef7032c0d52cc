"""The start with nothing but Python: which environment is used, and how it comes about."""

import ast
import base64
import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from course.paths import ROOT
from course.start import bootstrap
from course.start.environment import Environment
from course.start.sentences import _TEXTS, Problem, Progress, diagnosis

START = ("__init__", "bootstrap", "commands", "environment", "path", "sentences", "version")
BEFORE_ANY_PACKAGE = ("__init__", "__main__", *(f"start/{name}" for name in START))


@pytest.mark.parametrize("name", BEFORE_ANY_PACKAGE)
def test_modules_of_the_first_start_import_only_the_standard_library(name):
    tree = ast.parse((ROOT / "course" / f"{name}.py").read_text("utf-8"), feature_version=(3, 11))
    for node in tree.body:  # Imports inside functions come later, when the environment is there.
        if isinstance(node, ast.Import):
            assert all(alias.name in sys.stdlib_module_names for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            module = str(node.module)
            known = {"course.start", *(f"course.start.{other}" for other in START)}
            assert module in known or module.partition(".")[0] in sys.stdlib_module_names


@pytest.mark.parametrize(
    ("output", "key"),
    [
        # As pip 23.2 and 24.2 wrote it.
        (
            "WARNING: Retrying (Retry(total=4, ...)) after connection broken by "
            "'NewConnectionError(...)': /simple/anyio/\n"
            "ERROR: No matching distribution found for anyio==4.16.0",
            "no network",
        ),
        ("ERROR: No matching distribution found for numpy==2.4.6", "no package"),
        (
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.",
            "hash mismatch",
        ),
        ("ERROR: Could not install packages: [Errno 28] No space left on device", "disk full"),
        ("[Errno 13] Permission denied: '/course/.venv'", "no permission"),
        ("Traceback (most recent call last): ...", "failed"),
    ],
)
def test_pips_words_become_a_cause(output, key):
    assert diagnosis(output) == key


def test_every_text_is_there_in_both_languages_with_the_same_blanks():
    for key, text in _TEXTS.items():
        assert set(text) == {"sv", "en"}, key
        blanks = [{part.partition("}")[0] for part in t.split("{")[1:]} for t in text.values()]
        assert blanks[0] == blanks[1], key


def test_progress_rewrites_one_line_on_a_terminal_and_prints_a_few_lines_elsewhere(
    monkeypatch, capsys
):
    for is_terminal in (True, False):
        monkeypatch.setattr(sys.stdout, "isatty", lambda is_terminal=is_terminal: is_terminal)
        with Progress("en") as progress:
            for percent in (8, 9, 30, 40, 50):
                progress.show("fetching", 7, percent)
    percents = [f"Fetching 7 packages … {p}%" for p in (8, 9, 30, 40, 50, 0, 25, 50)]
    rewritten = "\r" + "\r".join([percents[0], percents[1], *percents[2:5]])
    assert capsys.readouterr().out == rewritten + "\n" + "\n".join(percents[5:]) + "\n"


# A checkout in small: one package, made here, and a server that says where it runs.

SERVE = """
def serve(language, port, browser, lab):
    import json, little, os, sys
    print(json.dumps([sys.prefix, little.__file__, language, port, browser, lab]))
    return 7
"""


def wheel(folder: Path, version: str) -> str:
    """Make a wheel of the package ``little``; return its line in a lock."""
    info = f"little-{version}.dist-info"
    files = {
        "little.py": f"version = {version!r}\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: little\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = [f"{info}/RECORD,,"]
    for name, text in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode()
        record.append(f"{name},sha256={digest.rstrip('=')},{len(text)}")
    path = folder / f"little-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in {**files, f"{info}/RECORD": "\n".join(record) + "\n"}.items():
            archive.writestr(name, text)
    return f"little=={version} --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


@pytest.fixture
def checkout(tmp_path):
    root = tmp_path / "Ängöns kurs"  # Neither spaces nor Swedish letters may be in the way.
    (root / "course" / "view").mkdir(parents=True)
    (root / "course" / "start").mkdir()
    for name in BEFORE_ANY_PACKAGE:
        shutil.copy(ROOT / "course" / f"{name}.py", root / "course" / f"{name}.py")
    (root / "course" / "view" / "serve.py").write_text(SERVE)
    (root / "pyproject.toml").write_text('[project]\nname = "small"\ndependencies = ["little"]\n')
    (root / "wheels").mkdir()
    (root / "requirements.lock").write_text(wheel(root / "wheels", "1.0"))
    return root


def start(root: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    away = ("PYTHONPATH", "COURSE_ENVIRONMENT", "CONDA_PREFIX", "PIP_NO_BINARY")
    environment = {name: value for name, value in os.environ.items() if name not in away}
    environment |= {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": (root / "wheels").as_uri()}
    return subprocess.run(
        [sys.executable, "-m", "course", *arguments],
        cwd=root,
        env=environment | {"PYTHONUTF8": "1"} | settings,
        capture_output=True,
        encoding="utf-8",
    )


def test_a_checkout_makes_its_environment_keeps_it_current_and_recovers(checkout):
    lock, log = checkout / "requirements.lock", checkout / ".venv" / "installation.log"

    first = start(checkout, "--language", "en", "--port", "9000", "--no-browser")
    assert first.returncode == 7, first.stderr  # The child's exit code comes back.
    assert first.stdout.startswith("First start: the course sets up what it needs")
    prefix, package, *options = json.loads(first.stdout.splitlines()[-1])
    assert Path(prefix) == checkout / ".venv"
    assert Path(package).is_relative_to(checkout / ".venv")
    assert options == ["en", 9000, False, False]

    python = Environment(checkout, "en").python
    where = [python, "-c", "import course; print(course.__file__)"]  # As in a kernel.
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    found = subprocess.run(
        where, cwd="/", env=clean, capture_output=True, encoding="utf-8", check=True
    )
    assert Path(found.stdout.strip()).resolve() == checkout / "course" / "__init__.py"

    log.unlink()
    second = start(checkout)
    assert second.returncode == 7
    assert second.stdout.count("\n") == 1  # Nothing but what the server printed,
    assert not log.exists()  # for pip was not even asked.

    # A new version in the lock, first with a hash that is not the file's.
    good = wheel(checkout / "wheels", "2.0")
    lock.write_text(good.partition("sha256:")[0] + "sha256:" + "0" * 64 + "\n")
    third = start(checkout, "--language", "en")
    assert third.returncode == 1
    assert "not the one the course was tested with" in third.stderr
    assert str(log) in third.stderr
    assert "DO NOT MATCH THE HASHES" in log.read_text()

    lock.write_text(good)
    fourth = start(checkout)
    assert fourth.returncode == 7, fourth.stderr
    assert "Kursen börjar om" in fourth.stdout  # It does not build on what was cut short.


def test_a_package_that_cannot_be_had_and_an_unfinished_environment(checkout):
    (checkout / "requirements.lock").write_text("absent==1 --hash=sha256:" + "0" * 64 + "\n")
    result = start(checkout, "--language", "en")
    assert result.returncode == 1
    assert result.stderr.startswith("One of the course's packages is not available")
    assert "Traceback" not in result.stderr
    stamp = checkout / ".venv" / "course-environment.json"
    assert json.loads(stamp.read_text()) == {"unfinished": True}


def test_a_folder_that_is_no_environment_is_left_alone(checkout):
    (checkout / ".venv").mkdir()
    (checkout / ".venv" / "thesis.txt").write_text("mine")
    result = start(checkout)
    assert result.returncode == 1
    assert "Flytta eller byt namn på den" in result.stderr
    assert (checkout / ".venv" / "thesis.txt").read_text() == "mine"


def test_the_running_python_is_used_on_request_and_must_have_the_packages(checkout):
    lacking = start(checkout, "--language", "en", COURSE_ENVIRONMENT="here")
    assert lacking.returncode == 1
    assert "lacks little." in lacking.stderr

    with zipfile.ZipFile(next((checkout / "wheels").iterdir())) as archive:
        archive.extractall(checkout)
    here = start(checkout, "--language", "en", COURSE_ENVIRONMENT="here")
    assert here.returncode == 7, here.stderr
    assert json.loads(here.stdout)[0] == sys.prefix
    assert not (checkout / ".venv").exists()


def test_an_active_environment_with_all_packages_is_used(monkeypatch):
    monkeypatch.delenv("COURSE_ENVIRONMENT", raising=False)
    monkeypatch.setattr(sys, "base_prefix", "elsewhere")  # As in a virtual environment.
    assert bootstrap._runs_here(ROOT, ["course", "test"], "en")
    monkeypatch.setattr(bootstrap, "missing_packages", lambda *_: ["voila"])
    assert not bootstrap._runs_here(ROOT, ["course"], "en")


def test_python_without_ensurepip_is_told_what_to_install(checkout, monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(Problem, match="apt install python3-venv"):
        Environment(checkout, "en").prepare(["course"])


def test_a_moved_system_python_makes_the_environment_unsound(checkout, monkeypatch):
    environment = Environment(checkout, "en")
    environment.python.parent.mkdir(parents=True)
    environment.python.write_text("")
    monkeypatch.setattr(environment, "_base_python", lambda: "/usr/bin/python3.12")
    assert environment._is_sound({"python": "/usr/bin/python3.12"})
    assert not environment._is_sound({"python": "/usr/bin/python3.11"})
    assert not environment._is_sound({"unfinished": True})
    assert environment._is_sound({})  # Somebody else's: taken as it is.
