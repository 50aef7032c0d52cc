"""The course's own environment: ``.venv`` beside the README, made from ``requirements.lock``.

A stamp in it says which sections of the lock are installed, so that a start that has nothing to do
asks nobody; ``course.start.installation`` does what there is to do.
"""

import hashlib
import json
import os
import sys
from pathlib import Path
from typing import Any

from course.start.packages import lock_sections


class Environment:
    """The folder ``.venv`` in the checkout at ``root``."""

    def __init__(self, root: Path) -> None:
        """The folder need not exist."""
        self.root = root
        self.folder = root / ".venv"
        self._stamp = self.folder / "course-environment.json"

    @property
    def python(self) -> Path:
        """The environment's Python, whether or not it exists."""
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def is_running(self) -> bool:
        """Whether this very process runs in the environment."""
        return self.folder.is_dir() and os.path.samefile(sys.prefix, str(self.folder))

    def prepare(self, sections: list[str], language: str) -> None:
        """Install what is missing or outdated of the lock's ``sections``.

        When that fails, what was installed before stays; if it can run the course, the user is
        told, in ``language``, why it was not updated, and the course goes on. Otherwise raises
        Problem, with a sentence for the user.
        """
        if self.outdated(sections):
            from course.start.installation import Installation  # Few starts need it.

            Installation(self, language).bring_up_to_date(sections)

    def outdated(self, sections: list[str]) -> dict[str, str]:
        """The text of those ``sections`` that are not installed as the lock has them."""
        texts = lock_sections((self.root / "requirements.lock").read_text(encoding="utf-8"))
        stamp = self.stamp()
        # An earlier version of the course wrote the stamp without looking.
        is_known = self.is_sound() and stamp.get("looked", False)
        installed = stamp.get("sections", {}) if is_known else {}
        return {name: texts[name] for name in sections if installed.get(name) != _hash(texts[name])}

    def is_sound(self) -> bool:
        """Whether the environment is whole, and its Python still the one it was made with.

        An environment that somebody else made has no stamp: it is taken as it is, and installed
        into.
        """
        stamp = self.stamp()
        if not self.python.exists() or "unfinished" in stamp:
            return False
        base = self.base_python()
        return bool(base) and stamp.get("python", base) == base

    def base_python(self) -> str:
        """The Python behind the environment's own: a system upgrade can move or replace it."""
        if os.name != "nt":
            return os.path.realpath(str(self.python))
        settings = (self.folder / "pyvenv.cfg").read_text(encoding="utf-8", errors="replace")
        homes = [line for line in settings.splitlines() if line.startswith("home")]
        home = homes[0].partition("=")[2].strip() if homes else ""
        return home if os.path.isdir(home) else ""

    def site_packages(self) -> Path:
        """The folder of the installed packages."""
        pattern = "Lib/site-packages" if os.name == "nt" else "lib/python3*/site-packages"
        return next(self.folder.glob(pattern))

    def is_ours(self) -> bool:
        """Whether the folder is an environment at all, or has nothing in it."""
        is_environment = self._stamp.exists() or (self.folder / "pyvenv.cfg").exists()
        return is_environment or not any(self.folder.iterdir())

    def stamp(self) -> dict[str, Any]:
        """What the environment says of itself; ``{}`` if there is none, or it says nothing."""
        try:
            stamp = json.loads(self._stamp.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except ValueError:
            return {"unfinished": True}
        return dict(stamp)

    def begin(self) -> None:
        """Stamp the environment as unfinished: whatever it holds, it is not to be relied on."""
        replace(self._stamp, json.dumps({"unfinished": True}) + "\n")

    def complete(self, before: dict[str, Any], texts: dict[str, str]) -> None:
        """Stamp the environment as whole: with the sections of the stamp ``before``, and ``texts``.

        ``texts`` are the sections that were installed now, and looked at.
        """
        sections = {**before.get("sections", {})}
        sections.update({name: _hash(text) for name, text in texts.items()})
        stamp = {"python": self.base_python(), "looked": True, "sections": sections}
        replace(self._stamp, json.dumps(stamp, indent=1) + "\n")

    def follow(self, base: str) -> None:
        """Stamp the environment with a Python that has moved, and is still the same."""
        replace(self._stamp, json.dumps({**self.stamp(), "python": base}, indent=1) + "\n")


def replace(path: Path, text: str) -> None:
    """Write a file in one step; what other links to the old one show stays as it was."""
    new = path.with_name(path.name + ".new")
    new.write_text(text, encoding="utf-8")
    new.replace(path)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
