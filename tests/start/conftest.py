"""A checkout in small: one package, made here, and a server that says where it runs."""

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from filelock import FileLock

from course.paths import ROOT
from course.start.spare import _link

SERVE = """
def serve(language, port, browser, lab):
    import json, little, os, random, subprocess, sys
    child = [sys.executable, "-c", "import course, json, random; print(course.__file__)"]
    found = subprocess.run(child, cwd="/", capture_output=True, text=True)
    print(found.stderr, end="")
    print(json.dumps([sys.prefix, little.__file__, language, port, browser, lab, little.version]))
    return 7
"""


class Checkout:
    """The folder of a small course, and what one does with it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.lock = root / "requirements.lock"
        self.venv = root / ".venv"
        self.wheels = root / "wheels"

    def wheel(self, version: str, name: str = "little", body: str = "") -> str:
        """Make a wheel of a package; return its line in a lock."""
        info = f"{name}-{version}.dist-info"
        files = {
            f"{name}.py": f"version = {version!r}\n{body}\n",
            f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
            f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        }
        record = [f"{info}/RECORD,,"]
        for file, text in files.items():
            digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode()
            record.append(f"{file},sha256={digest.rstrip('=')},{len(text)}")
        self.wheels.mkdir(exist_ok=True)
        path = self.wheels / f"{name}-{version}-py3-none-any.whl"
        with zipfile.ZipFile(path, "w") as archive:
            for file, text in {**files, f"{info}/RECORD": "\n".join(record) + "\n"}.items():
                archive.writestr(file, text)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        return f"{name}=={version} \\\n    --hash=sha256:{digest}\n"

    def without_network(self) -> None:
        """Nothing can be fetched any more."""
        shutil.rmtree(self.wheels)

    def environment(self, **settings: str) -> dict[str, str]:
        """Variables as a learner has them, and pip's for the wheels made here."""
        clean = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("PYTHON", "PIP_", "COURSE_", "CONDA_"))
        }
        pip = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": self.wheels.as_uri()}
        return clean | pip | {"PYTHONUTF8": "1", "LC_ALL": "sv_SE.UTF-8"} | settings

    def start(self, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
        """Start the course as its user does."""
        return subprocess.run(
            [sys.executable, "-m", "course", *arguments],
            cwd=self.root,
            env=self.environment(**settings),
            capture_output=True,
            encoding="utf-8",
        )


def laid_out(root: Path) -> Checkout:
    """A small checkout at ``root``, in which nothing is installed yet."""
    (root / "course" / "runtimes" / "local").mkdir(parents=True)
    for name in ("__init__.py", "__main__.py"):
        shutil.copy(ROOT / "course" / name, root / "course" / name)
    ours = shutil.ignore_patterns("__pycache__")
    for room in ("start", "commands"):
        shutil.copytree(ROOT / "course" / room, root / "course" / room, ignore=ours)
    (root / "course" / "runtimes" / "local" / "serve.py").write_text(SERVE)
    # It asks Jupyter, which is not among the small course's packages; test_places.py has it.
    (root / "course" / "start" / "places.py").write_text("def lend():\n    pass\n")
    (root / "pyproject.toml").write_text('[project]\nname = "small"\ndependencies = ["little"]\n')
    checkout = Checkout(root)
    checkout.lock.write_text(checkout.wheel("1.0"))
    return checkout


@pytest.fixture
def bare(tmp_path) -> Checkout:
    """A checkout before its first start."""
    return laid_out(tmp_path / "Ängöns nya kurs")  # Neither spaces nor Swedish letters may matter.


@pytest.fixture(scope="session")
def _started(tmp_path_factory) -> Checkout:
    """One for all processes that share the tests: to make an environment takes seconds."""
    folder = tmp_path_factory.getbasetemp()
    folder = folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder
    checkout = Checkout(folder / "started" / "Ängöns kurs")
    printed = checkout.root / "first.out"
    with FileLock(folder / "started.lock"):
        if not checkout.root.exists():
            laid_out(checkout.root)
            first = checkout.start("--language", "en", "--port", "9000", "--no-browser")
            assert first.returncode == 7, first.stdout + first.stderr
            printed.write_text(first.stdout, "utf-8")
    assert printed.exists(), "another process could not make it, and says why"
    return checkout


@pytest.fixture
def checkout(_started, tmp_path) -> Checkout:
    """A checkout that has been started once; it is a copy, so that tests share one installation."""
    root = tmp_path / "Ängöns kurs"
    shutil.copytree(_started.root, root, symlinks=True, copy_function=_lent)
    return Checkout(root)


def _lent(source: str, target: str) -> None:
    """Link what pip has installed, for it is replaced and never written into; copy all else."""
    (_link if "site-packages" in Path(source).parts else shutil.copy2)(source, target)
