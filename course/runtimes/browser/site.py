"""``python3 -m course site``: the whole course as a folder that any web server can give."""

import shutil
import tempfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from attrs import frozen

from course.content.course import Course, ours
from course.errors import CourseError
from course.journal import Journal
from course.kinds import folders
from course.pages.files import FOLDERS, JOINED, of_kind, together
from course.pages.render import Pages
from course.paths import LANGUAGES
from course.runtimes.browser import installed, leaders, licences
from course.runtimes.browser.handed import HandedStore
from course.runtimes.browser.lighter import lighten
from course.runtimes.browser.pack import LIBRARIES, pack
from course.session import Session
from course.words import say

SCRIPTS = Path(__file__).with_name("static")
"""The scripts of the engine: the worker, and what speaks with it."""

MARK = "course-site.txt"
"""A file of every such folder, by which it is known again; it holds the name of the version."""

Tell = Callable[[str], None]


@frozen
class Built:
    """What a folder came to.

    Attributes:
        version: its name, made from what is in it.
        files: how many there are.
        size: their bytes together.
    """

    version: str
    files: int
    size: int


def build(course: Course, to: Path, tell: Tell = print, *, statement: str = "") -> Built:
    """Write the course into a folder; one that holds a site is replaced when the new one is done.

    ``tell`` hears what is being done; ``statement`` is the address of the host's accessibility
    statement, which the foot of each page leads to. Raises CourseError where the folder holds
    something else, and OSError where it cannot be written.
    """
    if to.exists() and not (to / MARK).is_file() and (not to.is_dir() or any(to.iterdir())):
        raise CourseError("site-holds-something-else", folder=to)
    to.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=to.parent, prefix=".course-site-") as work:
        made = Path(work) / "site"
        version = _parts(course, Path(work), made, tell)
        for language in LANGUAGES:
            tell(f"Drawing the pages in {language}")
            _pages(course, made, language, version, statement)
        front = Pages(".", ending=".html", built=version)
        first = front.address(LANGUAGES[0])
        _write(front.enter(first, LANGUAGES[0]), made / "index.html")
        installed.write(made)
        licences.write(LIBRARIES, made / "licences")
        _write(f"{version}\n", made / MARK)
        if to.exists():
            shutil.rmtree(to)
        made.rename(to)
    sizes = [file.stat().st_size for file in _files(to)]
    return Built(version, len(sizes), sum(sizes))


def _parts(course: Course, work: Path, to: Path, tell: Tell) -> str:
    """The engine and the files that pages load, in folders named by what is in them; that name."""
    engine, files = work / "engine", work / "files"
    tell("Packing the engine, and what the models show")
    pack(course, work / "staging", engine)
    shutil.copytree(SCRIPTS, engine, dirs_exist_ok=True)
    tell("Copying scripts, styles and fonts")
    for name, folder in FOLDERS.items():
        shutil.copytree(folder, files / name)
    for kind, folder in folders().items():
        for file in of_kind(folder):
            kept = files / "kinds" / kind / file.name
            kept.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, kept)
    for name in JOINED:
        _write(together(name), files / name)
    for folder in (engine, files):
        lighten(folder)
    told = sha256()
    for folder in (engine, files):
        for file in _files(folder):
            told.update(f"{file.relative_to(work).as_posix()}\n".encode())
            told.update(file.read_bytes())
    version = told.hexdigest()[:12]
    for folder in (engine, files):
        (to / folder.name).mkdir(parents=True)
        folder.rename(to / folder.name / version)
    return version


def _pages(course: Course, to: Path, language: str, version: str, statement: str) -> None:
    """Every page of a language, as it is for somebody who has not begun."""
    session = Session(course, Journal(HandedStore()), language, kept_in="browser")
    pages = Pages("..", ending=".html", built=version, statement=statement)
    drawn = {
        "index": pages.home(session),
        "glossary": pages.glossary(session),
        "people": pages.people(session),
        "own": pages.own(session),
        "answers": pages.answers(session, xsrf=""),
        "plan": pages.plan(session),
        "certificate": pages.certificate(session),
        "verify": pages.verify(session),
        **{one.id: pages.lesson(session, one.id) for one in course.outlines(language)},
    }
    drawn[leaders.PAGE] = leaders.write(course, session, pages, to / language)
    for name, html in drawn.items():
        _write(html, to / language / f"{name}.html")


def _write(text: str, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_text(text, encoding="utf-8", newline="\n")


def _files(folder: Path) -> list[Path]:
    return [file for file in sorted(folder.rglob("*")) if file.is_file()]


def _single(to: Path, language: str, statement: str) -> int:
    """Write the course as one file and say how large it is."""
    from course.runtimes.browser.single import fold

    with tempfile.TemporaryDirectory(prefix="course-site-") as work:
        folder = Path(work) / "site"
        build(ours(), folder, statement=statement)
        size = f"{fold(folder, to) / 1_000_000:.1f}"
    print(say("site.single", language, file=to, size=size))
    return 0


def main(
    to: Path, language: str, *, serve: bool, single: Path | None = None, statement: str = ""
) -> int:
    """Build the folder and say how large it is; show it where asked. Returns the exit code.

    With ``single`` one file is written instead.
    """
    try:
        if single:
            return _single(single, language, statement)
        built = build(ours(), to, statement=statement)
    except CourseError as error:
        print(error.in_language(language))
        return 1
    size = f"{built.size / 1_000_000:.1f}"
    print(say("site.built", language, folder=to, files=built.files, size=size))
    if serve:
        from course.runtimes.browser.shown import show

        show(to, language)
    return 0
