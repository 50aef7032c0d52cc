"""The course's own environment: ``.venv`` beside the README, made from ``requirements.lock``.

A stamp in it says which sections of the lock are installed, so that a start that has nothing to
do asks nobody. What is outdated is brought up to date; what was cut short is started over."""

import contextlib
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from course.start.sentences import Problem, Progress, diagnosis, sentence

COURSE, TEST = "course", "test"
"""The two sections of ``requirements.lock``."""

TEST_HEADING = "# --- extra: test ---\n"
"""The line of the lock after which testing and authoring begin."""


def lock_sections(text: str) -> dict[str, str]:
    """The text of ``requirements.lock``, by section.

    >>> lock_sections("numpy==2\\n# --- extra: test ---\\npytest==9\\n")
    {'course': 'numpy==2\\n', 'test': 'pytest==9\\n'}
    """
    course, _, test = text.partition(TEST_HEADING)
    return {COURSE: course, TEST: test}


class Environment:
    """The folder ``.venv`` in the checkout at ``root``."""

    def __init__(self, root: Path, language: str) -> None:
        """``language``, ``"sv"`` or ``"en"``, is that of everything told to the user."""
        self.root = root
        self.language = language
        self.folder = root / ".venv"
        self.log = self.folder / "installation.log"
        self._stamp = self.folder / "course-environment.json"

    @property
    def python(self) -> Path:
        """The environment's Python, whether or not it exists."""
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def is_running(self) -> bool:
        """Whether this very process runs in the environment."""
        return self.folder.is_dir() and os.path.samefile(sys.prefix, str(self.folder))

    def prepare(self, sections: list[str]) -> None:
        """Install what is missing or outdated of the lock's ``sections``.

        Raises Problem, with a sentence for the user, when that fails.
        """
        if not self._outdated(sections):
            return
        try:
            with self._alone():
                outdated = self._outdated(sections)  # Another start may just have seen to it.
                if outdated:
                    self._install(outdated)
        except KeyboardInterrupt:
            message = "\n" + sentence("interrupted", self.language)
            raise Problem(message, exit_code=130) from None
        except OSError as fault:
            raise self._problem(str(fault)) from fault

    def _outdated(self, sections: list[str]) -> dict[str, str]:
        """The text of those ``sections`` that are not installed as the lock has them."""
        texts = lock_sections((self.root / "requirements.lock").read_text(encoding="utf-8"))
        stamp = self._read_stamp()
        installed = stamp.get("sections", {}) if self._is_sound(stamp) else {}
        return {name: texts[name] for name in sections if installed.get(name) != _hash(texts[name])}

    def _install(self, outdated: dict[str, str]) -> None:
        """Make the environment if need be, install the sections, and stamp them as installed."""
        stamp = self._read_stamp()
        if self._is_sound(stamp) or self.is_running():
            self._say("update")
        else:
            self._create()
            stamp = {}
        self._write_stamp({"unfinished": True})
        self._run_pip(outdated)
        self._compile()
        site_packages = self._site_packages()
        # Relative, hence plain ASCII: before Python 3.13 a .pth file is in the system's encoding.
        pth = Path(os.path.relpath(self.root.resolve(), site_packages.resolve())).as_posix()
        (site_packages / "course.pth").write_text(pth + "\n", encoding="ascii")
        installed = {name: _hash(text) for name, text in outdated.items()}
        sections = {**stamp.get("sections", {}), **installed}
        self._write_stamp({"python": self._base_python(), "sections": sections})
        self._say("done")

    def _create(self) -> None:
        """Make a virtual environment with pip, after removing what was left of an earlier one."""
        import importlib.util
        import venv

        if importlib.util.find_spec("ensurepip") is None:
            raise Problem(sentence("no ensurepip", self.language))
        if self.folder.exists():
            is_environment = self._stamp.exists() or (self.folder / "pyvenv.cfg").exists()
            if not is_environment and any(self.folder.iterdir()):
                raise Problem(sentence("strange folder", self.language, folder=self.folder))
            self._say("again")
            shutil.rmtree(str(self.folder))
        else:
            self._say("first")
        self.folder.mkdir()
        self._write_stamp({"unfinished": True})
        try:
            venv.EnvBuilder(with_pip=True, symlinks=os.name != "nt").create(self.folder)
        except subprocess.CalledProcessError as fault:
            self.log.write_bytes(fault.output or b"")
            raise self._problem(self._read_log()) from fault

    def _run_pip(self, outdated: dict[str, str]) -> None:
        """Let pip install the packages of the sections, and show how far it has come."""
        requirements = self.folder / "requirements.txt"
        requirements.write_text("".join(outdated.values()), encoding="utf-8")
        command = [str(self.python), "-m", "pip", "--no-input", "--disable-pip-version-check"]
        command += ["install", "--require-hashes", "--no-deps", "--only-binary", ":all:"]
        # Compiled afterwards, by all processors at once.
        command += ["--no-compile", "--no-warn-script-location", "--progress-bar", "off"]
        command += ["--requirement", str(requirements)]
        with self.log.open("wb") as log, Progress(self.language) as progress:
            started = time.time() - 1
            with subprocess.Popen(
                command, stdout=log, stderr=log, cwd=str(self.folder), env=_pip_environment()
            ) as pip:
                try:
                    while pip.poll() is None:
                        doing, count, percent = self._progress(outdated, started)
                        if percent:  # Until then the number of packages is not known.
                            progress.show(doing, count, percent)
                        time.sleep(0.2)
                except BaseException:
                    pip.terminate()
                    raise
        if pip.returncode:
            raise self._problem(self._read_log())

    def _compile(self) -> None:
        """Compile the packages' modules now, so that no start has to wait for it.

        Python does so by itself when a module is first used, unless PYTHONDONTWRITEBYTECODE
        forbids it; then every start would compile everything anew. The packages' own tests make
        up a third of their code, and are never used.
        """
        self._say("compiling")
        skipped = r"[/\\]tests?[/\\]"
        command = [str(self.python), "-m", "compileall", "-q", "-j", "0", "-x", skipped]
        with self.log.open("ab") as log:
            # A template that is no Python is no fault: what does not compile is left as it is.
            subprocess.run([*command, str(self._site_packages())], stdout=log, stderr=log)

    def _progress(self, outdated: dict[str, str], started: float) -> tuple[str, int, int]:
        """What pip is doing, with how many packages, and how many per cent of them are done."""
        lines = self._read_log().splitlines()
        count = sum(text.count("==") for text in outdated.values())
        count -= sum(line.startswith("Ignoring ") for line in lines)  # For another system.
        present = sum(line.startswith("Requirement already satisfied") for line in lines)
        if not any(line.startswith("Installing collected packages") for line in lines):
            fetched = sum(line.startswith(("Collecting ", "Processing ")) for line in lines)
            return "fetching", count, 100 * (present + fetched) // max(1, count)
        count = max(1, count - present)
        folders = list(self._site_packages().glob("*.dist-info"))
        installed = sum(_modified(folder) > started for folder in folders)
        return "installing", count, min(100, 100 * installed // count)

    def _is_sound(self, stamp: dict[str, Any]) -> bool:
        """Whether the environment is whole, and its Python still the one it was made with.

        An environment that somebody else made has no stamp: it is taken as it is, and installed
        into.
        """
        if not self.python.exists() or "unfinished" in stamp:
            return False
        base = self._base_python()
        return bool(base) and stamp.get("python", base) == base

    def _base_python(self) -> str:
        """The Python behind the environment's own: a system upgrade can move or replace it."""
        if os.name != "nt":
            return os.path.realpath(str(self.python))
        settings = (self.folder / "pyvenv.cfg").read_text(encoding="utf-8", errors="replace")
        homes = [line for line in settings.splitlines() if line.startswith("home")]
        home = homes[0].partition("=")[2].strip() if homes else ""
        return home if os.path.isdir(home) else ""

    def _site_packages(self) -> Path:
        pattern = "Lib/site-packages" if os.name == "nt" else "lib/python3*/site-packages"
        return next(self.folder.glob(pattern))

    def _read_stamp(self) -> dict[str, Any]:
        try:
            stamp = json.loads(self._stamp.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except ValueError:
            return {"unfinished": True}
        return dict(stamp)

    def _write_stamp(self, stamp: dict[str, Any]) -> None:
        self._stamp.write_text(json.dumps(stamp, indent=1) + "\n", encoding="utf-8")

    def _read_log(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")

    def _say(self, key: str) -> None:
        print(sentence(key, self.language), flush=True)

    def _problem(self, output: str) -> Problem:
        """What went wrong, what to do, and where the details are."""
        python = ".".join(map(str, sys.version_info[:2]))
        message = sentence(diagnosis(output), self.language, python=python)
        if self.log.exists():
            message += "\n" + sentence("log", self.language, log=self.log)
        else:
            message += f"\n({output})"
        return Problem(message)

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Hold off other starts in the same checkout, which would pull .venv from under this."""
        with (self.root / ".venv.lock").open("a") as handle:
            is_waiting = False
            while not _locked(handle):
                if not is_waiting:
                    self._say("waiting")
                is_waiting = True
                time.sleep(0.5)
            yield


def _locked(handle: IO[str]) -> bool:
    """Try to lock the file; the system lets go of it when the process ends, however it ends."""
    try:
        if sys.platform == "win32":
            import msvcrt

            handle.seek(0)
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True  # A file system without locks: then this is as good as it gets.
    return True


def _pip_environment() -> dict[str, str]:
    """The user's settings for pip (index, proxy, certificate), less those that lead it astray."""
    astray = ("PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_QUIET")
    environment = {name: value for name, value in os.environ.items() if name not in astray}
    environment.update(PIP_USER="0", PYTHONUNBUFFERED="1", PYTHONIOENCODING="utf-8")
    return environment


def _modified(folder: Path) -> float:
    try:
        return folder.stat().st_mtime
    except FileNotFoundError:  # pip replaces folders while they are being counted.
        return 0.0


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
