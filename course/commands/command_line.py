"""What a command of the course is, and the command line that is read by a list of them."""

import argparse
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from course.start.packages import TEST

DEFAULT_PORT = 8888
"""Jupyter's own: where it is taken, the server takes the next that is free."""


class Argument(NamedTuple):
    """A word or an option that a command takes.

    Attributes:
        name: ``lessons``, or ``--full`` for an option.
        help: what it is for, in a line.
        how: what argparse wants to know besides, such as ``{"action": "store_true"}``.
    """

    name: str
    help: str
    how: dict[str, Any] = {}  # noqa: RUF012 - it is read alone


class Command(NamedTuple):
    """What can be written after ``python3 -m course``.

    Attributes:
        name: the word to write.
        help: what it does, in a line.
        run: does it, told by what was written; returns the exit code.
        arguments: what can be written after it.
        one_of: whether its options leave each other out.
        needs: the section of ``requirements.lock`` that it needs.
        in_clone: whether it works on source files, which an installed course does not have.
    """

    name: str
    help: str
    run: Callable[[argparse.Namespace], int]
    arguments: tuple[Argument, ...] = ()
    one_of: bool = False
    needs: str = TEST
    in_clone: bool = True


_HELP = {
    "sv": {
        "usage": "användning: ",
        "options": "val",
        "commands": "kommandon för den som skriver eller provar kursen (på engelska)",
        "description": "Startar kursen och öppnar den i webbläsaren. Ctrl-C avslutar.",
        "help": "visa den här hjälpen",
        "language": "kursens språk, svenska eller engelska",
        "port": f"porten på den egna datorn, {DEFAULT_PORT} om inget anges; "
        "är den upptagen tas nästa",
        "no-browser": "öppna inte webbläsaren, visa bara adressen",
        "lab": "starta också JupyterLab, där koden syns",
        "with": "en mapp med den egna kommunens namn, enheter och övningar",
    },
    "en": {
        "usage": "usage: ",
        "options": "options",
        "commands": "commands for those who write or test the course",
        "description": "Start the course and open it in the browser. Ctrl-C stops it.",
        "help": "show this help",
        "language": "the language of the course, Swedish or English",
        "port": f"the port on this computer, {DEFAULT_PORT} unless given; "
        "if it is taken, the next one",
        "no-browser": "do not open the browser, only print the address",
        "lab": "start JupyterLab as well, which shows the code",
        "with": "a folder with the names, units and exercises of one's own municipality",
    },
}


def learners_options(language: str) -> tuple[Argument, ...]:
    """What can be written where no command is: the options of those who take the course.

    >>> [option.name for option in learners_options("sv")]
    ['--help', '--language', '--port', '--no-browser', '--lab', '--with']
    """
    how: dict[str, dict[str, Any]] = {
        "help": {"action": "help"},
        "language": {"choices": ("sv", "en")},
        "port": {"type": _port, "default": DEFAULT_PORT, "metavar": "N"},
        "no-browser": {"action": "store_true"},
        "lab": {"action": "store_true"},
        "with": {"type": Path, "metavar": "FOLDER", "dest": "own"},
    }
    return tuple(Argument(f"--{name}", _HELP[language][name], how[name]) for name in how)


def command_line(commands: Iterable[Command], language: str) -> argparse.ArgumentParser:
    """What reads the command line: ``command`` is then the Command, or None for the course itself.

    The learner's options are told in the learner's language, the commands in English.
    """
    text = _HELP[language]

    class Formatter(argparse.HelpFormatter):
        def add_usage(
            self,
            usage: str | None,
            actions: Iterable[argparse.Action],
            groups: Iterable[argparse._MutuallyExclusiveGroup],
            prefix: str | None = None,
        ) -> None:
            super().add_usage(usage, actions, groups, text["usage"] if prefix is None else prefix)

    parser = argparse.ArgumentParser(
        prog=_program(),
        description=text["description"],
        formatter_class=Formatter,
        add_help=False,
        allow_abbrev=False,
    )
    parser.set_defaults(command=None)
    learner = parser.add_argument_group(text["options"])
    for option in learners_options(language):
        short = ("-h",) if option.name == "--help" else ()
        learner.add_argument(*short, option.name, help=option.help, **option.how)
    parts = parser.add_subparsers(title=text["commands"], metavar="")
    for command in commands:
        part = parts.add_parser(command.name, help=command.help)
        part.set_defaults(command=command)
        into = part.add_mutually_exclusive_group() if command.one_of else part
        for argument in command.arguments:
            into.add_argument(argument.name, help=argument.help, **argument.how)
    return parser


def _program() -> str:
    """The command as its user typed it, for the help text."""
    if Path(sys.argv[0]).name != "__main__.py":
        return "course"
    return "py -m course" if sys.platform == "win32" else "python3 -m course"


def _port(text: str) -> int:
    """A port number from the command line."""
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port; give a number from 1 to 65535")
    return int(text)
