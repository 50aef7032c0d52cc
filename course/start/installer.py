"""Lets pip fetch and install packages, and shows how far it has come.

pip does what its user's settings say, in variables and in the files of the user and the computer.
Those that say how to reach the packages hold here too (index, proxy, certificate, time limits).
All others are left out, since many lead it astray: to another folder, to another Python, or to
nothing but talk (``target``, ``user``, ``python``, ``dry-run``).
"""

import ast
import os
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO

from course.start.environment import Environment
from course.start.sentences import Progress, sentence

REACHING = (
    *("index-url", "extra-index-url", "find-links", "no-index", "trusted-host"),
    *("proxy", "cert", "client-cert", "keyring-provider", "use-feature"),
    *("timeout", "default-timeout", "retries", "cache-dir", "no-cache-dir"),
)
"""pip's settings that say how packages are reached."""

_SECTIONS = ("global", "download", "install", ":env:")
"""Where they stand; the later ones hold before the earlier, as in pip."""


class Failed(Exception):
    """pip did not do it; what it said is in the log."""


class Installer:
    """The pip of an ``environment``; what it says goes into ``log``."""

    def __init__(self, environment: Environment, log: Path, language: str, lock: IO[str]) -> None:
        """``language``, ``"sv"`` or ``"en"``, is that of the progress shown.

        pip holds the ``lock``, too: should this process be killed, nobody else touches the
        environment before pip has ended.
        """
        self._wheels = environment.folder / "wheels"
        self._requirements = environment.folder / "requirements.txt"
        self._environment = environment
        self._log = log
        self._language = language
        self._held = [lock.fileno()] if os.name != "nt" else []  # Windows cannot hand it on.

    def fetch(self, entries: dict[str, str]) -> None:
        """Fetch the packages of these ``entries`` of the lock; raise Failed if pip cannot.

        Nothing is changed by it, and what is there from an earlier attempt is not fetched again.
        """
        self._requirements.write_text("".join(entries.values()), encoding="utf-8")
        command = ["download", "--require-hashes", "--no-deps", "--only-binary", ":all:"]
        command += ["--dest", str(self._wheels), "--requirement", str(self._requirements)]

        def fetched() -> tuple[int, int]:
            lines = self._log.read_text(encoding="utf-8", errors="replace").splitlines()
            ignored = sum(line.startswith("Ignoring ") for line in lines)  # For another system.
            done = sum(line.startswith(("Collecting ", "Processing ")) for line in lines)
            return done, len(entries) - ignored

        self._run(command, self._settings(), "fetching", fetched)

    def install(self) -> None:
        """Install what was fetched, asking nobody; raise Failed if pip cannot."""
        count = len(list(self._wheels.glob("*.whl")))
        # Compiled afterwards, by all processors at once.
        command = ["install", "--require-hashes", "--no-deps", "--no-compile", "--no-index"]
        command += ["--force-reinstall"]  # What cannot be imported may be there all the same.
        command += ["--no-warn-script-location", "--find-links", str(self._wheels)]
        command += ["--requirement", str(self._requirements)]
        site_packages = self._environment.site_packages()
        started = time.time() - 1

        def installed() -> tuple[int, int]:
            folders = list(site_packages.glob("*.dist-info"))
            return sum(_modified(folder) > started for folder in folders), count

        self._run(command, {}, "installing", installed)
        self._compile(site_packages)

    def clean_up(self) -> None:
        """Remove the fetched files, which are of no more use."""
        shutil.rmtree(self._wheels, ignore_errors=True)

    def _run(
        self,
        arguments: list[str],
        settings: dict[str, str],
        doing: str,
        done: Callable[[], tuple[int, int]],
    ) -> None:
        """Run pip and show how many packages are ``done``, of how many, until it ends."""
        command = [*self._pip(), "--no-input", "--disable-pip-version-check", *arguments]
        command += ["--progress-bar", "off"]
        variables = _variables() | settings | {"PIP_CONFIG_FILE": os.devnull}
        self._log.unlink(missing_ok=True)  # The file may be shared with a spare copy.
        with (
            self._log.open("wb") as log,
            Progress(self._language) as progress,
            subprocess.Popen(
                command, stdout=log, stderr=log, env=variables, pass_fds=self._held
            ) as pip,
        ):
            try:
                while pip.poll() is None:
                    number, count = done()
                    if number:  # Until then the number of packages is not known.
                        progress.show(doing, count, min(100, 100 * number // max(1, count)))
                    time.sleep(0.2)
            except BaseException:
                pip.terminate()
                raise
        if pip.returncode:
            raise Failed

    def _compile(self, site_packages: Path) -> None:
        """Compile the packages' modules now, so that no start has to wait for it.

        Python does so by itself when a module is first used, unless PYTHONDONTWRITEBYTECODE
        forbids it; then every start would compile everything anew. The packages' own tests make
        up a third of their code, and are never used.
        """
        print(sentence("compiling", self._language), flush=True)
        skipped = r"[/\\]tests?[/\\]"
        command = [
            str(self._environment.python),
            "-I",
            "-m",
            "compileall",
            "-q",
            "-j",
            "0",
            "-x",
            skipped,
        ]
        with self._log.open("ab") as log:
            # A template that is no Python is no fault: what does not compile is left as it is.
            subprocess.run([*command, str(site_packages)], stdout=log, stderr=log)

    def _pip(self) -> list[str]:
        return [str(self._environment.python), "-I", "-u", "-X", "utf8", "-m", "pip"]

    def _settings(self) -> dict[str, str]:
        """The user's settings of how packages are reached, as environment variables for pip."""
        # --python and PIP_QUIET hold against a file that would send this very question astray.
        command = [*self._pip(), "--python", str(self._environment.python), "config", "list"]
        variables = _variables() | {"PIP_QUIET": "0", "PIP_VERBOSE": "0"}
        listed = subprocess.run(command, env=variables, capture_output=True, encoding="utf-8")
        found: dict[str, dict[str, str]] = {section: {} for section in _SECTIONS}
        for line in listed.stdout.splitlines():
            place, _, value = line.partition("=")
            section, _, name = place.rpartition(".")
            if name in REACHING and section in found:
                found[section][_variable(name)] = str(ast.literal_eval(value))
        return {name: value for section in found.values() for name, value in section.items()}


def _variables() -> dict[str, str]:
    """The variables of this process's environment, less those that lead pip or Python astray."""
    kept = {"PIP_CONFIG_FILE"} | {_variable(name) for name in REACHING}
    variables = {
        name: value
        for name, value in os.environ.items()
        if name not in ("PYTHONHOME", "PYTHONPATH") and (name[:4] != "PIP_" or name in kept)
    }
    variables["PYTHONUTF8"] = "1"  # Holds also where pip starts a process of its own.
    return variables


def _variable(setting: str) -> str:
    return "PIP_" + setting.upper().replace("-", "_")


def _modified(folder: Path) -> float:
    try:
        return folder.stat().st_mtime
    except FileNotFoundError:  # pip replaces folders while they are being counted.
        return 0.0
