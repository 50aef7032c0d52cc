"""The start with nothing but Python: which environment is used, and how it comes about."""

import ast
import json
import sys
import zipfile

import pytest

from course.paths import ROOT
from course.start import bootstrap
from course.start.environment import Environment
from course.start.sentences import _TEXTS, Problem, Progress, diagnosis

FIRST = sorted(
    f"{room}/{path.stem}"
    for room in ("start", "commands")
    for path in (ROOT / "course" / room).glob("*.py")
)
BEFORE_ANY_PACKAGE = ("__init__", "__main__", *FIRST)


@pytest.mark.parametrize("name", BEFORE_ANY_PACKAGE)
def test_modules_of_the_first_start_import_only_the_standard_library(name):
    tree = ast.parse((ROOT / "course" / f"{name}.py").read_text("utf-8"), feature_version=(3, 11))
    for node in tree.body:  # Imports inside functions come later, when the environment is there.
        if isinstance(node, ast.Import):
            assert all(alias.name in sys.stdlib_module_names for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            module = str(node.module)
            own = (f"course.{other.replace('/', '.')}" for other in FIRST)
            known = {"course", "course.start", "course.commands", *own}
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


def test_the_running_python_is_used_on_request_and_must_have_the_packages(bare):
    lacking = bare.start("--language", "en", COURSE_ENVIRONMENT="here")
    assert lacking.returncode == 1
    assert "lacks little." in lacking.stderr

    with zipfile.ZipFile(next(bare.wheels.iterdir())) as archive:
        archive.extractall(bare.root)
    here = bare.start("--language", "en", COURSE_ENVIRONMENT="here")
    assert here.returncode == 7, here.stderr
    assert json.loads(here.stdout)[0] == sys.prefix
    assert not bare.venv.exists()


@pytest.mark.parametrize(
    ("prefix", "base", "conda", "is_active"),
    [
        ("/a/.venv", "/usr", None, True),
        ("/conda/envs/course", "/conda/envs/course", "/conda/envs/course", True),
        ("/usr", "/usr", "/conda/envs/course", False),  # Active, but not the one that runs.
        ("/usr", "/usr", None, False),
    ],
)
def test_an_active_environment_is_used_if_it_has_all_packages(
    prefix, base, conda, is_active, monkeypatch
):
    monkeypatch.delenv("COURSE_ENVIRONMENT", raising=False)
    monkeypatch.delenv("CONDA_PREFIX", raising=False)
    if conda:
        monkeypatch.setenv("CONDA_PREFIX", conda)
    monkeypatch.setattr(sys, "prefix", prefix)
    monkeypatch.setattr(sys, "base_prefix", base)
    assert bootstrap._runs_here(ROOT, ["course", "test"], "en") == is_active
    monkeypatch.setattr(bootstrap, "missing_packages", lambda *_: ["tornado"])
    assert not bootstrap._runs_here(ROOT, ["course"], "en")


def test_python_without_ensurepip_is_told_what_to_install(bare, monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(Problem, match="apt install python3-venv"):
        Environment(bare.root).prepare(["course"], "en")
