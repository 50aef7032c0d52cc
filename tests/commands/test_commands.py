"""The command line: what it understands, and to whom it hands over."""

import importlib
import subprocess
import sys
import types
from pathlib import Path

import pytest

from course import __version__
from course.commands import commands as command
from course.content.course import ours
from course.start import bootstrap, places


@pytest.fixture(autouse=True)
def english_and_here(monkeypatch):
    """The system speaks English, and the running Python is the course's environment."""
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.setattr(bootstrap, "ready", lambda section, arguments, language: None)
    monkeypatch.setattr(places, "lend", lambda: None)


@pytest.fixture
def calls(monkeypatch):
    """What each command's function was called with; each returns 3."""
    seen = []
    functions = {
        "course.runtimes.local.serve": "serve",
        "course.proof": "main",
        "course.studio.notebooks": "main",
        "course.studio.documents": "main",
        "course.studio.checked": "main",
        "course.studio.bench": "main",
        "course.studio.lock": "main",
    }
    for module, function in functions.items():
        stand_in = types.ModuleType(module)

        def called(*values, name=module, **named):
            seen.append((name, *values, *named.items()))
            return 3

        setattr(stand_in, function, called)
        monkeypatch.setitem(sys.modules, module, stand_in)
        package, _, name = module.rpartition(".")
        monkeypatch.setattr(importlib.import_module(package), name, stand_in, raising=False)
    return seen


def serve(language, port, browser, lab):
    names = ("language", "port", "browser", "lab")
    return ("course.runtimes.local.serve", *zip(names, (language, port, browser, lab), strict=True))


def prove(long=False, clients=False):
    return ("course.proof", ("long", long), ("clients", clients))


@pytest.mark.parametrize(
    ("line", "call"),
    [
        ("", serve(None, 8888, True, False)),
        ("--language sv --port 9001", serve("sv", 9001, True, False)),
        ("--no-browser --lab --language=en", serve("en", 8888, False, True)),
        ("test", prove()),
        ("test --long", prove(long=True)),
        ("test --clients", prove(clients=True)),
        ("build", ("course.studio.notebooks", [])),
        ("build 01-why 02-how", ("course.studio.notebooks", ["01-why", "02-how"])),
        ("check", ("course.studio.checked", "en")),
        ("bench", ("course.studio.bench", False, None, None)),
        ("bench --full", ("course.studio.bench", True, None, None)),
        ("bench --site", ("course.studio.bench", False, None, Path("site"))),
        ("lock", ("course.studio.lock", False)),
        ("lock --upgrade", ("course.studio.lock", True)),
    ],
)
def test_each_command_reaches_its_function_and_its_exit_code_comes_back(line, call, calls):
    assert command.main(line.split()) == 3
    assert calls == [call]


@pytest.mark.parametrize(
    "line", ["teach", "--colour", "--lang sv", "--language de", "--port 0", "--port x", "test now"]
)
def test_what_is_not_understood_ends_with_exit_code_2(line, calls, capsys):
    with pytest.raises(SystemExit) as end:
        command.main(line.split())
    assert end.value.code == 2
    assert "error: " in capsys.readouterr().err
    assert calls == []


@pytest.mark.parametrize(
    ("language", "words"),
    [("sv", ["användning: ", "val:", "porten på den egna datorn, 8888 om"]), ("en", ["usage: "])],
)
def test_help_speaks_the_learners_language(language, words, capsys):
    with pytest.raises(SystemExit) as end:
        command.main(["--language", language, "--help"])
    assert end.value.code == 0
    printed = " ".join(capsys.readouterr().out.split())
    assert [word for word in words if word.strip() not in printed] == []
    assert ("usage: " in printed) == (language == "en")


@pytest.mark.parametrize(("line", "section"), [("", "course"), ("test", "test"), ("lock", "test")])
def test_only_authors_commands_need_what_testing_adds(line, section, monkeypatch):
    asked = []
    monkeypatch.setattr(bootstrap, "ready", lambda *call: asked.append(call) or 5)
    assert command.main(line.split()) == 5
    assert asked == [(section, line.split(), "en")]


def test_an_installed_course_has_no_authors_commands(monkeypatch, capsys):
    monkeypatch.setattr("course.paths.IS_CHECKOUT", False)
    assert command.main(["build"]) == 1
    assert "in a clone of the repository" in capsys.readouterr().err


def test_the_course_is_imported_without_any_of_its_packages():
    code = "import course, sys; print(course.__version__, 'numpy' in sys.modules)"
    result = subprocess.run(
        [sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout.split() == [__version__, "False"]


def test_lesson_is_the_one_public_name(monkeypatch):
    import course

    stand_in = types.ModuleType("course.lesson")
    stand_in.Lesson = object()
    monkeypatch.setitem(sys.modules, "course.lesson", stand_in)
    assert course.Lesson is stand_in.Lesson
    with pytest.raises(AttributeError, match="no attribute 'Lektion'"):
        _ = course.Lektion


@pytest.mark.parametrize("line", ["class", "present"])
def test_a_lesson_that_is_not_there_is_told_with_those_that_are(line, capsys):
    assert command.main(["--language", "en", line, "77"]) == 1
    told = capsys.readouterr().err
    assert told.startswith("There is no lesson 77. The lessons are: 00-start, ")
    assert "Traceback" not in told


def test_a_lesson_is_meant_by_its_number_or_its_name():
    for given in ("06", "06-across-boundaries"):
        assert ours().meant(given, "sv").id == "06-across-boundaries"


@pytest.mark.parametrize(
    "line", ["guide --with", "class --with", "present 06 --with", "preview x --with"]
)
def test_what_is_one_s_own_is_laid_over_only_once_it_is_built(line, tmp_path, capsys):
    assert command.main([*line.split(), str(tmp_path)]) == 1
    assert f"build --with {tmp_path}" in capsys.readouterr().err
