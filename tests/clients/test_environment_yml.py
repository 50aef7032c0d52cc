"""The environment that conda and Binder make: everything the lessons need, and nbval passes in it.

conda itself is not asked for: what environment.yml lists is installed by pip, as conda does it.
"""

import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from course.paths import ROOT
from course.programs import CLIENTS

LISTED = YAML(typ="safe").load((ROOT / "environment.yml").read_text("utf-8"))["dependencies"]
PACKAGES = next(one["pip"] for one in LISTED if isinstance(one, dict))
NAMED = ("jupyterlab", "ipywidgets", "matplotlib", "networkx", "nbval")
"""The packages at the heart of the course."""


@pytest.fixture(scope="module")
def python() -> Path:
    """The Python of such an environment, made once for each state of the file."""
    named = sha256("\n".join(PACKAGES).encode()).hexdigest()[:12]
    folder = CLIENTS / f"environment-{named}"
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    done = folder / "done"
    if not done.exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=True)
        wanted = folder / "requirements.txt"
        wanted.write_text("\n".join(PACKAGES), encoding="utf-8")
        install = [str(python), "-m", "pip", "install", "--quiet", "-r", str(wanted)]
        subprocess.run(install, cwd=ROOT, check=True)
        done.touch()
    return python


def test_it_holds_the_packages_at_the_heart_of_the_course() -> None:
    pinned = {one.partition("==")[0] for one in PACKAGES}
    assert set(NAMED) <= pinned


def test_every_package_has_what_it_needs(python: Path) -> None:
    subprocess.run([str(python), "-m", "pip", "check"], check=True)


def test_nbval_passes_on_every_built_notebook(python: Path, tmp_path: Path) -> None:
    notebooks = [str(ROOT / "notebooks" / language) for language in ("sv", "en")]
    nbval = ["--nbval", "--nbval-sanitize-with", str(ROOT / "tests/nbval-sanitize.cfg")]
    done = subprocess.run(
        [str(python), "-m", "pytest", "-q", *nbval, *notebooks],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    assert " passed" in done.stdout.splitlines()[-1]
