"""The commands of the course, and the command line from a Python that is new enough on.

``COMMANDS`` is the one list of them: what reads the command line, the help and the documentation
go by it. Little happens here before the command is handed over, since every start waits for it.
"""

import os
import sys
from argparse import Namespace
from pathlib import Path

from course.commands.command_line import Argument, Command, command_line
from course.commands.running import (
    run_bench,
    run_build,
    run_check,
    run_class,
    run_guide,
    run_journal,
    run_lock,
    run_pictures,
    run_present,
    run_preview,
    run_serve,
    run_site,
    run_test,
    run_verify,
)
from course.start import bootstrap, places
from course.start.packages import COURSE
from course.start.sentences import Problem
from course.start.version import chosen_language


def main(words: list[str]) -> int:
    """Run the command line and return its exit code; a fault is told in one or two sentences."""
    language = chosen_language(words, os.environ)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # A console may lack "…" in its code page.
    try:
        options = command_line(COMMANDS, language).parse_args(words)
        command: Command | None = options.command
        needs = command.needs if command else COURSE
        elsewhere = bootstrap.ready(needs, words, language)
        code = _run(command, options) if elsewhere is None else elsewhere
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # whoever reads it has seen enough, as `| head` has
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Problem as problem:
        print(problem, file=sys.stderr)
        return problem.exit_code


def _run(command: Command | None, options: Namespace) -> int:
    """Hand over to the command, in the environment that it needs."""
    places.lend()
    if command is None:
        return run_serve(options)
    if command.in_clone:
        from course.paths import IS_CHECKOUT

        if not IS_CHECKOUT:
            raise Problem(
                f"'course {command.name}' works on the course's source files: "
                "run it as 'python3 -m course' in a clone of the repository."
            )
    return command.run(options)


# --- the list -------------------------------------------------------------------------------------


def _option(name: str, help: str) -> Argument:
    return Argument(name, help, {"action": "store_true"})


def _path(name: str, help: str, metavar: str, **how: object) -> Argument:
    """A file or a folder; with ``nargs="?"`` its name may be left out."""
    return Argument(name, help, {"type": Path, "metavar": metavar, **how})


_WITH = _path(
    "--with",
    "a folder with the names, units and exercises of one's own municipality",
    "FOLDER",
    dest="own",
)
_LESSONS = Argument("lessons", "which lessons; all if none", {"nargs": "*", "metavar": "lesson"})

COMMANDS = (
    Command(
        "test",
        "prove that everything works: content, code and pages",
        run_test,
        (
            _option("--clients", "prove the rest: all in a browser, and other people's programs"),
            _option("--long", "the full counts of kills, fuzz and hostile files"),
        ),
        one_of=True,
    ),
    Command("build", "build the notebooks from their source text", run_build, (_LESSONS, _WITH)),
    Command(
        "preview",
        "show exercises or figures while they are edited",
        run_preview,
        (
            Argument(
                "file",
                "an exercise or figure file, ending in .yml, or a folder of them",
                {"type": Path},
            ),
            _WITH,
        ),
        needs=COURSE,
        in_clone=False,
    ),
    Command(
        "present",
        "show the exercises of a lesson to a room, one to a screen; nothing is kept",
        run_present,
        (Argument("lesson", "its number, such as 06", {}), _WITH),
        needs=COURSE,
        in_clone=False,
    ),
    Command("check", "check lessons, exercises and built notebooks", run_check, (_WITH,)),
    Command(
        "guide",
        "write the facilitator's guide, a page a lesson",
        run_guide,
        (
            _LESSONS,
            _path("--to", "where; guide if not given", "FOLDER", default=Path("guide")),
            _WITH,
        ),
    ),
    Command(
        "site",
        "write the whole course into a folder that any web server can give",
        run_site,
        (
            _path("to", "where; site if not given", "FOLDER", nargs="?", default=Path("site")),
            _option("--serve", "show it on this computer"),
            _path(
                "--single",
                "write one HTML file instead, which a double click opens; course.html if not given",
                "FILE",
                nargs="?",
                const=Path("course.html"),
            ),
            Argument(
                "--statement",
                "the address of the host's accessibility statement, for the foot of each page",
                {"default": "", "metavar": "ADDRESS"},
            ),
            _WITH,
        ),
    ),
    Command(
        "class",
        "let a class answer on its own telephones",
        run_class,
        (
            Argument(
                "lesson", "which lesson to begin with, such as 06", {"nargs": "?", "default": ""}
            ),
            Argument(
                "--address",
                "which of this computer's addresses to use; asked for if not given",
                {"default": "", "metavar": "ADDRESS"},
            ),
            Argument(
                "--public",
                "the address that participants use, where another server stands before this one",
                {"default": "", "metavar": "URL"},
            ),
            Argument(
                "--smallest",
                "the smallest group that is told of, from 4 to 10; 5 if not given",
                {"type": int, "default": 5, "metavar": "N"},
            ),
            Argument(
                "--wifi",
                "the name of the network that participants have to be on",
                {"default": "", "metavar": "NAME"},
            ),
            Argument(
                "--wifi-password",
                "its password, which the big screen shows",
                {"default": "", "metavar": "PASSWORD"},
            ),
            _path("--data", "the file that rooms are kept in", "FILE"),
            Argument(
                "--database",
                "a PostgreSQL database for rooms that several processes serve, instead of a file",
                {"default": "", "metavar": "postgresql://..."},
            ),
            Argument(
                "--new-key",
                "print a key with which somebody may begin rooms on this server",
                {"default": "", "metavar": "NAME"},
            ),
            _WITH,
        ),
        needs=COURSE,
        in_clone=False,
    ),
    Command(
        "journal",
        "show what is kept of your answers, take it along as a file, bring it back, delete it",
        run_journal,
        (
            Argument(
                "action",
                "show if not given",
                {
                    "choices": ("show", "export", "import", "delete"),
                    "nargs": "?",
                    "default": "show",
                },
            ),
            _path("file", "a file of answers, to write or to load", "FILE", nargs="?"),
        ),
        needs=COURSE,
        in_clone=False,
    ),
    Command(
        "verify",
        "see whether a certificate is as it was written",
        run_verify,
        (_path("file", "the certificate as a web page, ending in .html", "FILE"),),
        needs=COURSE,
        in_clone=False,
    ),
    Command("pictures", "take the pictures of the README anew, with Chromium", run_pictures),
    Command(
        "bench",
        "measure against the time budgets",
        run_bench,
        (
            _option("--full", "the slow measurements as well"),
            Argument(
                "--class",
                "a class on simulated telephones alone, which takes a minute",
                {"action": "store_true", "dest": "of_class"},
            ),
            _path("--beside", "another checkout to measure in the same run", "FOLDER"),
            _path(
                "--site",
                "the folder of 'site' instead, as a browser meets it",
                "FOLDER",
                nargs="?",
                const=Path("site"),
            ),
        ),
    ),
    Command(
        "lock",
        "rewrite requirements.lock, environment.yml and package-lock.json",
        run_lock,
        (_option("--upgrade", "take the newest versions, not only what is missing"),),
    ),
)
"""All that can be written after ``python3 -m course``, in the order in which help tells it."""
