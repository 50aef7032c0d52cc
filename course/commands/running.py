"""What each command runs: its options handed over to the room that does the work.

Each imports what it runs, so that no command waits for another's.
"""

import os
from argparse import Namespace
from pathlib import Path

from course.start.sentences import Problem


def run_serve(options: Namespace) -> int:
    """Serve the pages on this computer, until Ctrl-C."""
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

    _there(own, language)
    if not any(own.glob("notebooks/*/*.ipynb")):
        raise Problem(say("own.not-built", language, folder=own))
    os.environ[WITH] = str(own.resolve())


def _there(own: Path, language: str) -> None:
    """Refuse what is no folder."""
    from course.words import say

    if not own.is_dir():
        raise Problem(say("own.no-folder", language, folder=own))


def run_test(options: Namespace) -> int:
    """Prove that everything works."""
    from course import proof

    return proof.main(long=options.long, clients=options.clients)


def run_build(options: Namespace) -> int:
    """Build the notebooks of some lessons or of all, then the documents that follow from them."""
    from course.studio import documents, notebooks

    if options.own:
        from course.studio import own_faults, own_folder, town

        language = options.language or "en"
        _there(options.own, language)
        course = town.opened(options.own)
        if own_faults.tell(own_folder.keeps_from_building(course), language):
            return 1
        town.make(course)
        return notebooks.main(options.lessons, course)
    return notebooks.main(options.lessons) or documents.main()


def run_preview(options: Namespace) -> int:
    """Serve an exercise file or a folder of them; it may lie anywhere."""
    if options.own:
        _lay_over(options.own, options.language or "sv")
    from course.runtimes.local.serve import serve
    from course.session.preview import files
    from course.words import say

    language = options.language or "sv"
    file: Path = options.file.resolve()
    if not files(file):
        raise Problem(say("preview.no-file", language, file=options.file))
    return serve(language=language, port=options.port, browser=not options.no_browser, preview=file)


def run_present(options: Namespace) -> int:
    """Serve a lesson's exercises for a room to look at; nothing is kept."""
    if options.own:
        _lay_over(options.own, options.language or "sv")
    from course.runtimes.local.serve import serve

    language = options.language or "sv"
    lesson = _meant(options.lesson, language)
    return serve(
        language=language, port=options.port, browser=not options.no_browser, present=lesson
    )


def _meant(given: str, language: str) -> str:
    """The id of the lesson that is meant. Raises Problem when there is none."""
    from course.content.course import ours
    from course.errors import CourseError

    try:
        return ours().meant(given, language).id
    except CourseError as error:
        raise Problem(str(error)) from None


def run_check(options: Namespace) -> int:
    """Tell every fault of the course, or of a municipality's own folder."""
    from course.studio import checked
    from course.studio.side_by_side import leave_circles

    leave_circles()
    if options.own:
        from course.studio import own_faults

        _there(options.own, options.language or "en")
        return own_faults.main(options.own, options.language or "en")
    return checked.main(options.language or "en")


def run_site(options: Namespace) -> int:
    """Write the course for a web server, or as one file."""
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


def run_class(options: Namespace) -> int:
    """Let a class answer on its own telephones, or print a key for an instructor."""
    if options.own:
        _lay_over(options.own, options.language or "sv")
    from course.runtimes.classroom import serve

    language = options.language or "sv"
    wanted = serve.Wanted(
        lesson=options.lesson and _meant(options.lesson, language),
        language=language,
        address=options.address,
        port=options.port,
        public=options.public,
        wifi=options.wifi,
        wifi_password=options.wifi_password,
        smallest=options.smallest,
        data=options.data,
        database=options.database,
        browser=not options.no_browser,
    )
    if options.new_key:
        return serve.add_instructor(options.new_key, wanted)
    return serve.serve(wanted)


def run_guide(options: Namespace) -> int:
    """Write the facilitator's guide."""
    if options.own:
        _lay_over(options.own, options.language or "en")
    from course.studio import guide

    return guide.main(options.lessons, options.to)


def run_journal(options: Namespace) -> int:
    """Show, take along, bring back or delete what is kept of the learner."""
    from course.runtimes import terminal
    from course.start.version import chosen_language

    language = options.language or chosen_language([], os.environ)
    return terminal.main(options.action, options.file, language)


def run_verify(options: Namespace) -> int:
    """Say whether a certificate is as it was written; the exit code is 0 where it is."""
    from course.pages.sheet import verdict
    from course.portfolio.seal import LARGEST
    from course.start.version import chosen_language
    from course.words import say

    language = options.language or chosen_language([], os.environ)
    try:
        with options.file.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as fault:
        raise Problem(say("verify.not-read", language, name=options.file)) from fault
    is_unchanged, words = verdict(content, options.file.name, language)
    print(words)
    return int(not is_unchanged)


def run_bench(options: Namespace) -> int:
    """Measure against the time budgets."""
    from course.studio import bench

    if options.of_class:
        return bench.of_class()
    return bench.main(options.full, options.beside, options.site)


def run_lock(options: Namespace) -> int:
    """Rewrite what names the packages and their versions."""
    from course.studio import lock

    return lock.main(options.upgrade)


def run_pictures(options: Namespace) -> int:
    """Take the pictures of the README anew."""
    from course.studio import screenshots

    return screenshots.main()
