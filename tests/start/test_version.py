"""Python 2.7 and 3.6 can read what is read first, and are told which Python is needed."""

import ast
import os
import re
import shutil
import subprocess
import sys

import pytest

from course import __main__ as command
from course.paths import ROOT
from course.start import version

READ_BY_ANY_PYTHON = ("__init__", "__main__", "start/__init__", "start/version")

NOT_IN_PYTHON_2 = (
    # Each came with a Python after 2.7, as the "What's New" of that Python says.
    (ast.JoinedStr, "f-string"),
    (ast.AnnAssign, "annotation"),
    (ast.NamedExpr, "walrus"),
    (ast.Nonlocal, "nonlocal"),
    (ast.Starred, "starred"),
    (ast.AsyncFunctionDef, "async"),
    (ast.YieldFrom, "yield from"),
    (ast.MatMult, "@"),
)


def faults_for_python_2(text: str) -> list[str]:
    """What in a source text Python 2.7 cannot read, as far as these rules know."""
    tree = ast.parse(text, feature_version=(3, 6))
    faults = [name for kind, name in NOT_IN_PYTHON_2 for n in ast.walk(tree) if type(n) is kind]
    for node in ast.walk(tree):
        if isinstance(node, ast.arguments):
            faults += ["keyword-only"] * len(node.kwonlyargs)
            faults += ["positional-only"] * len(node.posonlyargs)
        if isinstance(node, ast.arg | ast.FunctionDef):
            hint = node.annotation if isinstance(node, ast.arg) else node.returns
            faults += ["annotation"] * (hint is not None)
        if isinstance(node, ast.Raise) and node.cause:
            faults.append("raise from")
        if isinstance(node, ast.ClassDef) and node.keywords:
            faults.append("metaclass")
        if isinstance(node, ast.ImportFrom) and node.module == "__future__":
            late = {"annotations", "generator_stop"}
            faults += [f"future {a.name}" for a in node.names if a.name in late]
    if not text.isascii() and not re.match(r"# -\*- coding: utf-8 -\*-\n", text):
        faults.append("encoding")
    return faults


@pytest.mark.parametrize("name", READ_BY_ANY_PYTHON)
def test_what_is_read_first_is_python_2_7_and_3_6(name):
    assert faults_for_python_2((ROOT / "course" / f"{name}.py").read_text("utf-8")) == []


@pytest.mark.parametrize("name", READ_BY_ANY_PYTHON)
def test_what_is_read_first_imports_only_what_every_python_has(name):
    """On the way to the sentence; what comes after it in ``main`` a later Python imports."""
    tree = ast.parse((ROOT / "course" / f"{name}.py").read_text("utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Import):
            assert {alias.name for alias in node.names} <= {"os", "sys"}
        if isinstance(node, ast.ImportFrom):
            imported = {f"{node.module}.{alias.name}" for alias in node.names}
            assert imported <= {"course.start.version"}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("f'{1}'", "f-string"),
        ("x: int = 1", "annotation"),
        ("def f(x: int): pass", "annotation"),
        ("def f() -> int: pass", "annotation"),
        ("def f(*, x): pass", "keyword-only"),
        ("raise ValueError from None", "raise from"),
        ("from __future__ import annotations", "future annotations"),
        ("a = 'å'", "encoding"),
        ("a, *b = c", "starred"),
        ("class A(metaclass=B): pass", "metaclass"),
    ],
)
def test_the_rules_see_what_python_2_7_cannot_read(text, fault):
    assert fault in faults_for_python_2(text)


def test_the_grammar_of_3_6_is_asked_for():
    with pytest.raises(SyntaxError):
        faults_for_python_2("def f(x, /): pass")  # From Python 3.8.


@pytest.mark.parametrize("language", ["sv", "en"])
def test_an_old_python_is_told_which_one_is_needed(language, monkeypatch, capfdbinary):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    assert command.main(["--language", language]) == 1
    told = capfdbinary.readouterr().err.decode()
    needs = {"sv": "behöver Python 3.11 eller senare", "en": "needs Python 3.11 or later"}
    assert needs[language] in told
    assert "Python 3.9.2" in told
    assert told.count("\n") == 1


def test_the_first_python_that_is_new_enough_is_the_projects():
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    assert 'requires-python = ">={}.{}"'.format(*version.OLDEST_PYTHON) in text


@pytest.mark.parametrize("name", ["2.7", "3.6", "3.7", "3.8", "3.9", "3.10"])
def test_a_real_old_python_says_so_where_there_is_one(name, tmp_path):
    python = shutil.which(f"python{name}")
    answer = python and subprocess.run([python, "--version"], capture_output=True)
    if not answer or answer.returncode:
        pytest.skip(f"no Python {name} here")
    for language, word in [("sv", "behöver"), ("en", "needs")]:
        started = subprocess.run(
            [python, "-m", "course", "--language", language],
            cwd=ROOT,
            env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            encoding="utf-8",
        )
        assert started.returncode == 1
        assert f"{word} Python 3.11" in started.stderr
        assert started.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "environ", "language"),
    [
        ([], {}, "sv"),
        ([], {"LANG": "en_GB.UTF-8"}, "en"),
        ([], {"LANG": "en_GB.UTF-8", "LC_ALL": "sv_SE.UTF-8"}, "sv"),
        (["--language", "en"], {}, "en"),
        (["--language=sv", "--lab"], {"LANG": "en_US"}, "sv"),
        (["--language", "de"], {}, "sv"),
        (["--language"], {}, "sv"),
    ],
)
def test_language_is_the_chosen_one_then_the_systems_then_swedish(arguments, environ, language):
    assert version.chosen_language(arguments, environ) == language
