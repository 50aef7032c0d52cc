"""The commands of the course, and the command line from a Python that is new enough on.

``COMMANDS`` is the one list of them: what reads the command line, the help and the documentation
go by it. Little happens here before the command is handed over, since every start waits for it;
each command imports what it runs.
"""

import os
import sys
from argparse import Namespace
from pathlib import Path

from course.commands.command_line import Argument, Command, command_line
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
        return _run(command, options) if elsewhere is None else elsewhere
    except Problem as problem:
        print(problem, file=sys.stderr)
        return problem.exit_code


def _run(command: Command | None, options: Namespace) -> int:
    """Hand over to the command, in the environment that it needs."""
    places.lend()
    if command is None:
        return _serve(options)
    if command.in_clone:
        from course.paths import IS_CHECKOUT

        if not IS_CHECKOUT:
            raise Problem(
                f"'course {command.name}' works on the course's source files: "
                "run it as 'python3 -m course' in a clone of the repository."
            )
    return command.run(options)


# --- what each command runs -----------------------------------------------------------------------


def _serve(options: Namespace) -> int:
    from course.runtimes.local.serve import serve

    if options.own:
        _lay_over(options.own, options.language or "sv")

    return serve(
        language=options.language,
        port=options.port,
        browser=not options.no_browser,
        lab=options.lab,
    )


def _lay_over(own: Path, language: str) -> None:
    """Let a municipality's own folder be laid over the course, in this process and its own."""
    from course.content.course import WITH
    from course.words import say

    if not any(own.glob("notebooks/*/*.ipynb")):
        raise Problem(say("own.not-built", language, folder=own))
    os.environ[WITH] = str(own.resolve())


def _test(options: Namespace) -> int:
    from course import proof

    return proof.main(long=options.long, clients=options.clients)


def _build(options: Namespace) -> int:
    from course.studio import documents, notebooks

    if options.own:
        from course.studio import town

        course = town.opened(options.own)
        town.make(course)
        return notebooks.main(options.lessons, course)
    return notebooks.main(options.lessons) or documents.main()


def _preview(options: Namespace) -> int:
    """Serve an exercise file or a folder of them; it may lie anywhere."""
    from course.runtimes.local.serve import serve
    from course.session.preview import files
    from course.words import say

    language = options.language or "sv"
    file: Path = options.file.resolve()
    if not files(file):
        raise Problem(say("preview.no-file", language, file=options.file))
    return serve(language=language, port=options.port, browser=not options.no_browser, preview=file)


def _present(options: Namespace) -> int:
    """Serve a lesson's exercises for a room to look at; nothing is kept."""
    if options.own:
        _lay_over(options.own, options.language or "sv")
    from course.content.course import ours
    from course.runtimes.local.serve import serve
    from course.words import say

    language = options.language or "sv"
    given: str = options.lesson
    lessons = [one.id for one in ours().outlines(language)]
    named = [one for one in lessons if given in (one, one.split("-", 1)[0])]
    if not named:
        raise Problem(say("present.no-lesson", language, given=given))
    return serve(
        language=language, port=options.port, browser=not options.no_browser, present=named[0]
    )


def _check(options: Namespace) -> int:
    import gc

    from course.studio import checked

    gc.disable()  # a fifth of the time went into looking for circles, in a run of some seconds

    if options.own:
        from course.studio import own_faults

        return own_faults.main(options.own, options.language or "en")
    return checked.main(options.language or "en")


def _site(options: Namespace) -> int:
    from course.studio import javascript

    if options.statement and not options.statement.startswith(("https://", "http://")):
        raise Problem("--statement takes an address that begins with https:// or http://.")
    if options.own:
        _lay_over(options.own, options.language or "en")
    if not javascript.installed():
        return 1
    from course.runtimes.browser import site

    return site.main(
        options.to,
        options.language or "en",
        serve=options.serve,
        single=options.single,
        statement=options.statement,
    )


def _class(options: Namespace) -> int:
    from course.runtimes.classroom import serve

    wanted = serve.Wanted(
        lesson=options.lesson,
        language=options.language or "sv",
        address=options.address,
        port=options.port,
        public=options.public,
        wifi=options.wifi,
        smallest=options.smallest,
        data=options.data,
        browser=not options.no_browser,
    )
    if options.new_key:
        return serve.add_instructor(options.new_key, wanted)
    return serve.serve(wanted)


def _guide(options: Namespace) -> int:
    from course.studio import guide

    return guide.main(options.lessons, options.to)


def _bench(options: Namespace) -> int:
    from course.studio import bench

    if options.of_class:
        return bench.of_class()
    return bench.main(options.full, options.beside, options.site)


def _lock(options: Namespace) -> int:
    from course.studio import lock

    return lock.main(options.upgrade)


def _pictures(options: Namespace) -> int:
    from course.studio import screenshots

    return screenshots.main()


# --- the list -------------------------------------------------------------------------------------


def _option(name: str, help: str) -> Argument:
    return Argument(name, help, {"action": "store_true"})


_WITH = Argument(
    "--with",
    "a folder with the names, units and exercises of one's own municipality",
    {"type": Path, "metavar": "FOLDER", "dest": "own"},
)
_LESSONS = Argument("lessons", "which lessons; all if none", {"nargs": "*", "metavar": "lesson"})

COMMANDS = (
    Command(
        "test",
        "prove that everything works: content, code and pages",
        _test,
        (
            _option("--clients", "prove it with other people's programs instead"),
            _option("--long", "the full counts of kills, fuzz and hostile files"),
        ),
        one_of=True,
    ),
    Command("build", "build the notebooks from their source text", _build, (_LESSONS, _WITH)),
    Command(
        "preview",
        "show exercises or figures while they are edited",
        _preview,
        (
            Argument(
                "file",
                "an exercise or figure file, ending in .yml, or a folder of them",
                {"type": Path},
            ),
        ),
        needs=COURSE,
        in_clone=False,
    ),
    Command(
        "present",
        "show the exercises of a lesson to a room, one to a screen; nothing is kept",
        _present,
        (Argument("lesson", "its number, such as 06", {}), _WITH),
        needs=COURSE,
        in_clone=False,
    ),
    Command("check", "check lessons, exercises and built notebooks", _check, (_WITH,)),
    Command(
        "guide",
        "write the facilitator's guide, a page a lesson",
        _guide,
        (
            _LESSONS,
            Argument(
                "--to",
                "where; guide if not given",
                {"type": Path, "default": Path("guide"), "metavar": "FOLDER"},
            ),
        ),
    ),
    Command(
        "site",
        "write the whole course into a folder that any web server can give",
        _site,
        (
            Argument(
                "to",
                "where; site if not given",
                {"type": Path, "nargs": "?", "default": Path("site"), "metavar": "FOLDER"},
            ),
            _option("--serve", "show it on this computer"),
            Argument(
                "--single",
                "write one HTML file instead, which a double click opens; course.html if not given",
                {"type": Path, "nargs": "?", "const": Path("course.html"), "metavar": "FILE"},
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
        _class,
        (
            Argument("lesson", "which lesson to begin with", {"nargs": "?", "default": ""}),
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
                "--data",
                "the file that rooms are kept in",
                {"type": Path, "metavar": "FILE"},
            ),
            Argument(
                "--new-key",
                "print a key with which somebody may begin rooms on this server",
                {"default": "", "metavar": "NAME"},
            ),
        ),
        needs=COURSE,
        in_clone=False,
    ),
    Command("pictures", "take the pictures of the README anew, with Chromium", _pictures),
    Command(
        "bench",
        "measure against the time budgets",
        _bench,
        (
            _option("--full", "the slow measurements as well"),
            Argument(
                "--class",
                "a class on simulated telephones alone, which takes a minute",
                {"action": "store_true", "dest": "of_class"},
            ),
            Argument(
                "--beside",
                "another checkout to measure in the same run",
                {"type": Path, "metavar": "FOLDER"},
            ),
            Argument(
                "--site",
                "the folder of 'site' instead, as a browser meets it",
                {"type": Path, "nargs": "?", "const": Path("site"), "metavar": "FOLDER"},
            ),
        ),
    ),
    Command(
        "lock",
        "rewrite requirements.lock, environment.yml and package-lock.json",
        _lock,
        (_option("--upgrade", "take the newest versions, not only what is missing"),),
    ),
)
"""All that can be written after ``python3 -m course``, in the order in which help tells it."""
