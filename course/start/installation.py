"""Makes the course's environment, or brings it up to date, and tells the user how that goes.

A first installation that was cut short is started over. An update changes nothing until everything
is fetched, and if it fails it leaves what was installed as it was. That the packages are there is
believed when they are seen and can be imported, not when pip says so.
"""

import contextlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from course.start import inside, spare
from course.start.environment import Environment, replace
from course.start.installer import Failed, Installer
from course.start.packages import direct_dependencies, entries, name_of
from course.start.sentences import Problem, diagnosis, sentence

_NAMES_TOLD = 3


class Installation:
    """What is done to an ``environment`` that is not as the lock has it."""

    def __init__(self, environment: Environment, language: str) -> None:
        """``language``, ``"sv"`` or ``"en"``, is that of everything told to the user."""
        self._environment = environment
        self._language = language
        self._log = environment.folder / "installation.log"

    def bring_up_to_date(self, sections: list[str]) -> None:
        """Do what ``Environment.prepare`` says."""
        try:
            self._bring_up_to_date(sections)
        except KeyboardInterrupt:
            key = "update stopped" if self._environment.is_sound() else "interrupted"
            raise Problem("\n" + sentence(key, self._language), exit_code=130) from None
        except Problem as problem:
            if not self._can_run(sections):
                raise
            print(problem, sentence("goes on", self._language), sep="\n", file=sys.stderr)

    def _bring_up_to_date(self, sections: list[str]) -> None:
        environment = self._environment
        try:
            with self._alone() as lock:
                if "unfinished" in environment.stamp() or not environment.folder.exists():
                    spare.put_back(environment.folder)  # Left by an update that was cut short.
                self._follow_moved_python()
                outdated = environment.outdated(sections)  # Perhaps another start has seen to it.
                if outdated:
                    self._install(outdated, lock)
        except Failed as fault:
            message = self._why(self._read_log())
            raise Problem(message + "\n" + self._told("log", log=self._log)) from fault
        except OSError as fault:
            raise Problem(f"{self._why(str(fault))}\n({fault})") from fault

    def _install(self, outdated: dict[str, str], lock: IO[str]) -> None:
        """Make the environment if need be, install the sections, and stamp them as installed."""
        environment = self._environment
        is_new = not (environment.is_sound() or environment.is_running())
        if is_new:
            self._create()
        wanted = entries("".join(outdated.values()))
        lacking = self._lacking(wanted, list(outdated))
        if not lacking:
            self._finish(outdated, environment.stamp())
            return
        if not is_new:
            self._say("update")
        installer = Installer(environment, self._log, self._language, lock)
        installer.fetch(lacking)
        if environment.is_sound():
            self._change_with_a_spare(installer, outdated)
        else:
            self._change(installer, outdated)
        installer.clean_up()
        self._say("done")

    def _lacking(self, wanted: dict[str, str], sections: list[str]) -> dict[str, str]:
        """Those entries of the lock that are not installed, or cannot be imported."""
        direct = direct_dependencies(self._environment.root, sections)
        answer = inside.asked(self._environment.python, list(wanted), list(map(name_of, direct)))
        if answer is None:
            return wanted
        broken = set(map(name_of, answer.broken))
        return {
            requirement: text
            for requirement, text in wanted.items()
            if requirement in answer.lacking or name_of(requirement) in broken
        }

    def _change_with_a_spare(self, installer: Installer, outdated: dict[str, str]) -> None:
        """Change an environment that works so that it still works if that fails."""
        folder = self._environment.folder
        spare.make(folder)
        try:
            self._change(installer, outdated)
        except BaseException:
            log = self._read_log()
            spare.put_back(folder)
            replace(self._log, log)
            raise
        spare.drop(folder)

    def _change(self, installer: Installer, outdated: dict[str, str]) -> None:
        """Install what is fetched; the environment counts as unfinished until all is there."""
        before = self._environment.stamp()
        self._environment.begin()
        installer.install()
        self._finish(outdated, before)

    def _finish(self, outdated: dict[str, str], before: dict[str, object]) -> None:
        """Let the environment know the course, look that it has everything, and stamp it so."""
        root, site_packages = self._environment.root, self._environment.site_packages()
        # Relative, hence plain ASCII: before Python 3.13 a .pth file is in the system's encoding.
        pth = Path(os.path.relpath(root.resolve(), site_packages.resolve())).as_posix()
        replace(site_packages / "course.pth", pth + "\n")
        self._look(outdated)
        self._environment.complete(before, outdated)

    def _look(self, outdated: dict[str, str]) -> None:
        """Raise Problem if the packages are not there, or cannot be imported, whatever pip said."""
        root, python = self._environment.root, self._environment.python
        direct = map(name_of, direct_dependencies(root, list(outdated)))
        answer = inside.asked(python, list(entries("".join(outdated.values()))), list(direct))
        if answer is None:
            raise Problem(self._told("failed"))
        if answer.lacking:
            names = ", ".join(map(name_of, answer.lacking[:_NAMES_TOLD]))
            more = " …" if len(answer.lacking) > _NAMES_TOLD else ""
            raise Problem(self._told("astray", names=names + more, python=python))
        for name, fault in answer.broken.items():
            raise Problem(self._told("does not start", name=name, fault=fault))

    def _can_run(self, sections: list[str]) -> bool:
        """Whether what is installed has all that the course imports, if not as the lock has it."""
        if not self._environment.is_sound():
            return False
        direct = direct_dependencies(self._environment.root, sections)
        answer = inside.asked(self._environment.python, direct, list(map(name_of, direct)))
        return answer is not None and not answer.lacking and not answer.broken

    def _create(self) -> None:
        """Make a virtual environment with pip, after removing what was left of an earlier one."""
        import importlib.util
        import venv

        if importlib.util.find_spec("ensurepip") is None:
            raise Problem(self._told("no ensurepip"))
        folder = self._environment.folder
        if folder.exists():
            if not self._environment.is_ours():
                raise Problem(self._told("strange folder", folder=folder))
            self._say("again")
            shutil.rmtree(str(folder))
        else:
            self._say("first")
        folder.mkdir()
        self._environment.begin()
        try:
            venv.EnvBuilder(with_pip=True, symlinks=os.name != "nt").create(folder)
        except subprocess.CalledProcessError as fault:
            self._log.write_bytes(fault.output or b"")
            raise Failed from fault

    def _follow_moved_python(self) -> None:
        """Take the environment for sound if its Python has moved, but still finds the packages.

        As when a patch release took its place. The next minor version finds none of them.
        """
        environment, stamp = self._environment, self._environment.stamp()
        base = environment.base_python() if environment.python.exists() else ""
        has_moved = base and "unfinished" not in stamp and stamp.get("python", base) != base
        if has_moved and inside.asked(environment.python, [], []) is not None:
            environment.follow(base)

    def _read_log(self) -> str:
        if not self._log.exists():
            return ""
        return self._log.read_text(encoding="utf-8", errors="replace")

    def _why(self, output: str) -> str:
        """What went wrong, and what to do."""
        return self._told(diagnosis(output), python=".".join(map(str, sys.version_info[:2])))

    def _told(self, key: str, **values: object) -> str:
        return sentence(key, self._language, **values)

    def _say(self, key: str) -> None:
        print(self._told(key), flush=True)

    @contextlib.contextmanager
    def _alone(self) -> Iterator[IO[str]]:
        """Hold off other starts in the same checkout, which would pull .venv from under this."""
        with (self._environment.root / ".venv.lock").open("a") as handle:
            is_waiting = False
            while not _locked(handle):
                if not is_waiting:
                    self._say("waiting")
                is_waiting = True
                time.sleep(0.5)
            yield handle


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
