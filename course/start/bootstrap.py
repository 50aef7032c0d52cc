"""Which Python runs the course, decided by a Python that may have nothing but itself.

The rule, in this order:

1. An installed course (no ``requirements.lock`` beside the package) runs where it is installed.
2. ``COURSE_ENVIRONMENT=here`` means the Python that is running.
3. So does an active virtual or conda environment that has every package the command needs.
4. Otherwise it is ``.venv`` beside the README, which ``course.start.environment`` makes.
"""

import os
import subprocess
import sys
from pathlib import Path

from course.start.environment import Environment
from course.start.packages import COURSE, TEST, direct_dependencies, name_of
from course.start.sentences import Problem, sentence

_PREPARED = "COURSE_PREPARED"
"""Tells the Python handed over to that its environment has just been seen to."""


def ready(section: str, arguments: list[str], language: str) -> int | None:
    """See to it that ``python -m course`` runs where ``section`` of the lock is installed.

    Returns None when that is the running Python, and the caller goes on. Otherwise the same
    command line, ``arguments``, starts over in ``.venv``: on POSIX this process becomes that one,
    on Windows its exit code is returned. Raises Problem when there can be no such environment.
    """
    root = Path(__file__).resolve().parents[2]
    if not (root / "requirements.lock").is_file():
        return None
    sections = [COURSE] if section == COURSE else [COURSE, TEST]
    environment = Environment(root)
    if environment.is_running():
        if not os.environ.pop(_PREPARED, None):
            environment.prepare(sections, language)
        return None
    if _runs_here(root, sections, language):
        return None
    environment.prepare(sections, language)
    return _hand_over(environment.python, arguments)


def missing_packages(root: Path, sections: list[str]) -> list[str]:
    """Names of the direct dependencies in ``pyproject.toml`` that the running Python lacks."""
    from importlib import metadata

    missing = []
    for name in map(name_of, direct_dependencies(root, sections)):
        try:
            metadata.distribution(name)
        except metadata.PackageNotFoundError:
            missing.append(name)
    return missing


def _runs_here(root: Path, sections: list[str], language: str) -> bool:
    """Whether the second or the third rule holds."""
    if os.environ.get("COURSE_ENVIRONMENT") == "here":
        missing = missing_packages(root, sections)
        if missing:
            raise Problem(sentence("missing here", language, names=", ".join(missing)))
        return True
    conda = os.environ.get("CONDA_PREFIX")
    is_active = sys.prefix != sys.base_prefix or (conda and Path(conda) == Path(sys.prefix))
    return bool(is_active) and not missing_packages(root, sections)


def _hand_over(python: Path, arguments: list[str]) -> int:
    """Run the same command in another Python, which knows where the course is."""
    command = [str(python), "-P", "-m", "course", *arguments]
    os.environ[_PREPARED] = "1"
    os.environ.pop("PYTHONPATH", None)  # It would come before that Python's own modules.
    os.environ.pop("__PYVENV_LAUNCHER__", None)  # On macOS it would lead back to this Python.
    sys.stdout.flush()
    if sys.platform != "win32":
        os.execv(str(python), command)
    with subprocess.Popen(command) as child:
        while True:
            try:
                return child.wait()
            except KeyboardInterrupt:
                continue  # Ctrl-C has reached the child as well, which closes in its own time.
