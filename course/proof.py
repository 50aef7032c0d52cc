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
from typing import IO

from attrs import frozen

from course.paths import ROOT
from course.programs import find_chromium, install_chromium, installed, is_there
from course.proofs import LONG, PROOFS, WITH_CLIENTS, Proof

NO_TESTS = 5
"""pytest's exit code when it found nothing to run, which proves nothing."""

_LATER = 10
"""How much longer a process waits, for a core that others want too, when it goes on idle ones.

It is its niceness. At the same priority what is to be done within two seconds now and then was not,
with five processes on two cores.
"""


@frozen
class Outcome:
    """How a proof went: ``fault`` is empty if it passed; ``seconds`` is the time it took."""

    proof: Proof
    fault: str
    seconds: float


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
