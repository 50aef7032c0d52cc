"""Whose work the folder for a web server holds, and on which terms: a file for each."""

import re
import shutil
from collections.abc import Iterable
from importlib.metadata import distribution
from pathlib import Path

from course.pages.files import KEPT
from course.paths import ROOT

_TERMS = re.compile(r"licen[cs]e|copying|notice", re.IGNORECASE)

_PYODIDE = """\
Pyodide: CPython compiled to WebAssembly, and what joins it to JavaScript.
Mozilla Public License 2.0: https://www.mozilla.org/MPL/2.0/
Its source: https://github.com/pyodide/pyodide

CPython: Python Software Foundation License: https://docs.python.org/3/license.html
Only names were changed: its scripts end in .js here, and its library is compiled.

zstddec, which unpacks both in a browser: MIT License; zstd in it: BSD License.
Its source: https://github.com/donmccurdy/zstddec-wasm
"""


def write(libraries: Iterable[str], to: Path) -> None:
    """Write the terms of the course, of Pyodide, and of each library, into the folder ``to``."""
    to.mkdir()
    for file in (ROOT / "LICENSES").glob("*.txt"):
        shutil.copy(file, to)
    shutil.copy(ROOT / "LICENSE", to / "course.txt")
    (to / "pyodide.txt").write_text(_PYODIDE, encoding="utf-8")
    shutil.copy(ROOT / "node_modules" / "zstddec" / "LICENSE", to / "zstddec.txt")
    for file in KEPT.glob("*.txt"):  # what the plan's page writes files with
        shutil.copy(file, to)
    for library in libraries:
        files = distribution(library).files or ()
        terms = [file for file in files if file.suffix != ".py" and _TERMS.search(file.name)]
        text = "\n".join(file.read_text(encoding="utf-8") for file in terms)
        (to / f"{library}.txt").write_text(text, encoding="utf-8")
