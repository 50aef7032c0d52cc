"""The command line, from a Python that is new enough on.

Little happens here before the command is handed over: every start waits for it.
"""

import argparse
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from course.start import bootstrap, places
from course.start.packages import COURSE, TEST
from course.start.sentences import Problem
from course.start.version import chosen_language

DEFAULT_PORT = 8888
"""Jupyter's own: where it is taken, the server takes the next that is free."""

_HELP = {
    "sv": {
        "usage": "användning: ",
        "options": "val",
        "commands": "kommandon för den som skriver eller provar kursen (på engelska)",
        "description": "Startar kursen och öppnar den i webbläsaren. Ctrl-C avslutar.",
        "help": "visa den här hjälpen",
        "language": "kursens språk, svenska eller engelska",
        "port": "porten på den egna datorn, {port} om inget anges; är den upptagen tas nästa",
        "no-browser": "öppna inte webbläsaren, visa bara adressen",
        "lab": "starta också JupyterLab, där koden syns",
    },
    "en": {
        "usage": "usage: ",
        "options": "options",
        "commands": "commands for those who write or test the course",
        "description": "Start the course and open it in the browser. Ctrl-C stops it.",
        "help": "show this help",
        "language": "the language of the course, Swedish or English",
        "port": "the port on this computer, {port} unless given; if it is taken, the next one",
        "no-browser": "do not open the browser, only print the address",
        "lab": "start JupyterLab as well, which shows the code",
    },
}


def main(words: list[str]) -> int:
    """Run the command line and return its exit code; a fault is told in one or two sentences."""
    language = chosen_language(words, os.environ)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # A console may lack "…" in its code page.
    try:
        options = _parser(language).parse_args(words)
        section = COURSE if options.command in (None, "preview") else TEST
        elsewhere = bootstrap.ready(section, words, language)
        return _run(options) if elsewhere is None else elsewhere
    except Problem as problem:
        print(problem, file=sys.stderr)
        return problem.exit_code


def _run(options: argparse.Namespace) -> int:
    """Hand over to the command, in the environment that it needs."""
    places.lend()
    if options.command is None:
        from course.runtimes.local.serve import serve

        return serve(
            language=options.language,
            port=options.port,
            browser=not options.no_browser,
            lab=options.lab,
        )
    if options.command == "preview":
        return _previewed(options)
    from course.paths import IS_CHECKOUT

    if not IS_CHECKOUT:
        raise Problem(
            f"'course {options.command}' works on the course's source files: "
            "run it as 'python3 -m course' in a clone of the repository."
        )
    if options.command == "test":
        from course import proof

        return proof.main(long=options.long, clients=options.clients)
    if options.command == "build":
        from course.build import documents, notebooks

        return notebooks.main(options.lessons) or documents.main()
    if options.command == "check":
        from course.build import check

        return check.main()
    if options.command == "guide":
        from course.build import guide

        return guide.main(options.lessons, options.to)
    if options.command == "bench":
        from course.build import bench

        return bench.main(options.full, options.beside)
    from course.build import lock

    return lock.main(options.upgrade)


def _previewed(options: argparse.Namespace) -> int:
    """Serve an exercise file or a folder of them; it may lie anywhere."""
    from course.runtimes.local.serve import serve
    from course.session.preview import files
    from course.words import say

    language = options.language or "sv"
    file: Path = options.file.resolve()
    if not files(file):
        raise Problem(say("preview.no-file", language, file=options.file))
    return serve(language=language, port=options.port, browser=not options.no_browser, preview=file)


def _parser(language: str) -> argparse.ArgumentParser:
    """The learner's options in the learner's language, and the authors' commands in English."""
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
    learner = parser.add_argument_group(text["options"])
    learner.add_argument("-h", "--help", action="help", help=text["help"])
    learner.add_argument("--language", choices=("sv", "en"), help=text["language"])
    learner.add_argument(
        "--port",
        type=_port,
        default=DEFAULT_PORT,
        metavar="N",
        help=text["port"].format(port=DEFAULT_PORT),
    )
    learner.add_argument("--no-browser", action="store_true", help=text["no-browser"])
    learner.add_argument("--lab", action="store_true", help=text["lab"])
    commands = parser.add_subparsers(dest="command", title=text["commands"], metavar="")
    test = commands.add_parser("test", help="prove that everything works: content, code and pages")
    which = test.add_mutually_exclusive_group()
    which.add_argument(
        "--clients", action="store_true", help="prove it with other people's programs instead"
    )
    which.add_argument(
        "--long", action="store_true", help="the full counts of kills, fuzz and hostile files"
    )
    build = commands.add_parser("build", help="build the notebooks from their source text")
    build.add_argument("lessons", nargs="*", metavar="lesson", help="which lessons; all if none")
    preview = commands.add_parser("preview", help="show exercises or figures while they are edited")
    preview.add_argument(
        "file", type=Path, help="an exercise or figure file, ending in .yml, or a folder of them"
    )
    commands.add_parser("check", help="check lessons, exercises and built notebooks")
    guide = commands.add_parser("guide", help="write the facilitator's guide, a page a lesson")
    guide.add_argument("lessons", nargs="*", metavar="lesson", help="which lessons; all if none")
    guide.add_argument(
        "--to", type=Path, default=Path("guide"), metavar="FOLDER", help="where; guide if not given"
    )
    bench = commands.add_parser("bench", help="measure against the time budgets")
    bench.add_argument("--full", action="store_true", help="the slow measurements as well")
    bench.add_argument(
        "--beside", type=Path, metavar="FOLDER", help="another checkout to measure in the same run"
    )
    lock = commands.add_parser("lock", help="rewrite requirements.lock and environment.yml")
    lock.add_argument(
        "--upgrade", action="store_true", help="take the newest versions, not only what is missing"
    )
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
