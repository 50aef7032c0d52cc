"""Rewrites ``requirements.lock`` and ``environment.yml`` from ``pyproject.toml``, with uv.

``package-lock.json``, with the tools that check the JavaScript, is written from ``package.json``.

The lock holds for every system and every Python from 3.11: one version of each package, the
hashes of its wheels, and a marker where it is for some systems alone. It is resolved as a whole,
so that what the tests add never changes what the course itself gets. The extra ``benchmarks`` is
not in it: neither command installs it, and it would bring SciPy, which no lesson may use.
"""

import re
import subprocess
import tempfile
import tomllib
from pathlib import Path

from uv import find_uv_bin

from course.paths import ROOT
from course.start.packages import TEST_HEADING
from course.start.version import OLDEST_PYTHON
from course.studio import javascript

_HEADER = """\
# Every package of the course, with its version and the hashes of its files.
# Written by `python3 -m course lock` from pyproject.toml: change that one, not this one.
"""

_ENVIRONMENT = """\
# The course's environment for conda, Binder and repo2docker; `python3 -m course` needs none of it.
# Written by `python3 -m course lock` from pyproject.toml: change that one, not this one.
#
# Every package that the lessons, JupyterLab and `pytest --nbval notebooks` need, in the version of
# requirements.lock. Without that file's hashes: pip checks them only if every line has one, and the
# last line, the course's own folder, cannot. To have them checked, in the activated environment:
# pip install --require-hashes --no-deps --force-reinstall -r requirements.lock
name: {name}
channels:
  - conda-forge
  - nodefaults
dependencies:
  - python=3.12
  - pip
  - pip:
{pins}
      - -e .
"""

_NOTEBOOK_TESTS = "nbval"
"""What environment.yml has besides the course's own packages, from the project's extra ``test``."""


def main(upgrade: bool = False) -> int:
    """Write the files; with ``upgrade`` every package in its newest version that fits."""
    lock = ROOT / "requirements.lock"
    known = lock.read_text(encoding="utf-8") if lock.exists() and not upgrade else ""
    with tempfile.TemporaryDirectory() as folder:
        everything = _resolved(Path(folder) / "everything.txt", known, "--extra", "test")
        course = _resolved(Path(folder) / "course.txt", everything)
        nbval = Path(folder) / "nbval.in"
        nbval.write_text(_NOTEBOOK_TESTS + "\n", encoding="utf-8")
        notebooks = _resolved(Path(folder) / "notebooks.txt", everything, str(nbval))
    lock.write_text(joined(course, everything), encoding="utf-8", newline="\n")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    text = environment_text(project["name"], notebooks)
    (ROOT / "environment.yml").write_text(text, encoding="utf-8", newline="\n")
    javascript.lock(ROOT, upgrade=upgrade)
    return 0


def blocks(text: str) -> dict[str, str]:
    """The entries of a requirements file: each one's first line (with its lines of hashes).

    >>> blocks("# about\\nnumpy==2.4.6 \\\\\\n    --hash=sha256:ab\\nsix==1.17\\n")
    {'numpy==2.4.6': '    --hash=sha256:ab\\n', 'six==1.17': ''}
    """
    found = re.findall(r"^([a-z0-9][^\n\\]*?)(?: \\)?\n((?:    --hash.*\n)*)", text, re.MULTILINE)
    return dict(found)


def joined(course: str, everything: str) -> str:
    """The lock: what the course needs, and then what ``everything`` adds to it.

    A package that tests need on more systems than the course does stands in both sections.

    >>> print(joined("six==1.17\\n", "pytest==9.2\\nsix==1.17\\n").partition("not this one.\\n")[2])
    six==1.17
    # --- extra: test ---
    pytest==9.2
    <BLANKLINE>
    """
    ours = blocks(course)
    added = {line: hashes for line, hashes in blocks(everything).items() if line not in ours}
    return _HEADER + _text(ours) + TEST_HEADING + _text(added)


def environment_text(name: str, packages: str) -> str:
    """The text of environment.yml: each of the ``packages``, a requirements file, in its version.

    >>> print(environment_text("small", "six==1.17 ; os_name == 'nt'\\n").partition("- pip:\\n")[2])
          - "six==1.17 ; os_name == 'nt'"
          - -e .
    <BLANKLINE>
    """
    pins = [f'      - "{line}"' if ";" in line else f"      - {line}" for line in blocks(packages)]
    return _ENVIRONMENT.format(name=name, pins="\n".join(pins))


def _text(entries: dict[str, str]) -> str:
    return "".join(
        line + (" \\\n" + hashes if hashes else "\n") for line, hashes in entries.items()
    )


def _resolved(target: Path, known: str, *options: str) -> str:
    """What uv makes of pyproject.toml, keeping the versions in ``known`` where they fit."""
    target.write_text(known, encoding="utf-8")
    subprocess.run(
        [
            *(find_uv_bin(), "pip", "compile", "pyproject.toml", *options),
            *("--universal", "--python-version", ".".join(map(str, OLDEST_PYTHON))),
            # One version for all Pythons: the notebooks' outputs are compared character by
            # character. And only wheels: nobody's start compiles a package.
            *("--fork-strategy", "fewest", "--only-binary", ":all:", "--generate-hashes"),
            *("--no-annotate", "--no-header", "--no-emit-index-url", "--no-emit-find-links"),
            *("--quiet", "--output-file", str(target)),
        ],
        cwd=ROOT,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return target.read_text(encoding="utf-8")
