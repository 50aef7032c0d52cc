"""The documentation tells of every command and option there is, and of no other."""

import re
from pathlib import Path

import pytest

from course.commands.command_line import command_line, learners_options
from course.commands.commands import COMMANDS
from course.paths import ROOT

DOCUMENTS = sorted(
    path
    for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob(".github/**/*.md"))
    if path.name != "CHANGELOG.md"  # It tells of commands that were.
)

# A command ends where its code does: at the mark, at a comment, at the end of the line.
WRITTEN = re.compile(r"(?:python3|py) -m course\b([^`#\n&|)]*)")


def command_words(path: Path) -> list[list[str]]:
    """What a document writes after ``python3 -m course``, each time."""
    return [line.split() for line in WRITTEN.findall(path.read_text("utf-8"))]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_is_written_can_be_run(path: Path) -> None:
    for words in command_words(path):
        command_line(COMMANDS, "en").parse_args(words)  # Ends the test (SystemExit) if it cannot.


def test_the_documents_tell_of_commands() -> None:
    assert {"README.md", "CONTRIBUTING.md"} <= {path.name for path in DOCUMENTS}
    assert command_words(ROOT / "README.md")[:2] == [[], ["test"]]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_and_option_is_documented(command) -> None:
    told = [words for path in DOCUMENTS for words in command_words(path)]
    mine = [words for words in told if words[:1] == [command.name]]
    assert mine, command.name
    for argument in command.arguments:
        if argument.name.startswith("--"):
            assert any(argument.name in words for words in mine), argument.name


def test_every_option_of_a_learner_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    options = [one.name for one in learners_options("en") if one.name != "--help"]
    assert [name for name in options if f"{name}`" not in readme and f"{name} " not in readme] == []


def test_every_command_says_in_a_line_what_it_does() -> None:
    names = [command.name for command in COMMANDS]
    assert len(set(names)) == len(names)
    for one in [*COMMANDS, *(argument for command in COMMANDS for argument in command.arguments)]:
        assert one.help
        assert "\n" not in one.help
        assert not one.help.endswith(".")
