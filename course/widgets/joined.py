"""Scripts joined into one file, in an order in which each finds before it what it imports.

A browser has one file sooner than sixty, and a notebook's cell can have no more than one. The files
themselves stay as they are: each says what it imports, and is read, tried and served alone.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import course.kinds
from course.kinds import folders
from course.widgets import STATIC

_IMPORT = re.compile(r'^(?:import|export) \{[^}]*\} from "([\w./-]+\.js)";\n', re.MULTILINE)
_LENT = re.compile(
    r"^const \{[^}]*\} = await import\(`\$\{[^}]*\}/widgets/static/([\w-]+\.js)`\);\n", re.MULTILINE
)
"""How a page's script imports one of the shared files, which lie elsewhere where each is alone."""

_OURS = Path(course.kinds.__file__).parent


@cache
def bundle(kind: str) -> str:
    """The view of a kind as one ES module: what it imports, not exported, then the kind's file."""
    *imported, own = with_imports(folders()[kind] / "view.js", [])
    return inside(imported) + _without_imports(own)


def views() -> str:
    """The views of all kinds as one ES module, whose default export has each by its name.

    What they share is there once; what is a kind's own stands in a scope of its own. Kinds of
    somebody else's are not among them: one that cannot be read would take all others with it.
    """
    shared: list[Path] = []
    own = []
    for kind, folder in folders().items():
        if folder.parent != _OURS:
            continue
        files = with_imports(folder / "view.js", [])
        shared += [file for file in files if file.parent == STATIC and file not in shared]
        *beside, view = [file for file in files if file.parent != STATIC]
        given = _without_imports(view).replace("\nexport default ", "\nreturn ")
        own.append(f'"{kind}": (() => {{\n{inside(beside)}{given}}})(),\n')
    return f"{inside(shared)}export default {{\n{''.join(own)}}};\n"


def apart(entries: Mapping[Path, str]) -> str:
    """Scripts that a page begins with, as one: what they import is there once.

    Each has a scope of its own, waits for itself alone, and fails alone; it begins where the page
    has an element with the id beside it, which has what it begins with.
    """
    imported: list[Path] = []
    own = []
    for entry, data in entries.items():
        *before, file = with_imports(entry, [])
        imported += [one for one in before if one not in imported]
        begins = f'if (document.getElementById("{data}")) (async () => {{'
        own.append(f"{begins}\n{_without_imports(file)}}})();\n")
    return inside(imported) + "".join(own)


def with_imports(file: Path, before: list[Path]) -> list[Path]:
    """The files before, and a file after all that it imports, each once."""
    text = file.read_text(encoding="utf-8")
    for name in _LENT.findall(text):
        before = with_imports(STATIC / name, before)
    for name in _IMPORT.findall(text):
        # A kind of somebody else's lies elsewhere, and finds the shared files as a page does.
        other = (file.parent / name).resolve()
        if not other.is_file():
            other = STATIC / other.name
        if other not in before:
            before = with_imports(other, before)
    return [*before, file]


def inside(files: Iterable[Path]) -> str:
    """Files one after another in one scope, with nothing imported and nothing exported."""
    texts = map(_without_imports, files)
    return "".join(re.sub(r"^export ", "", text, flags=re.MULTILINE) for text in texts)


def _without_imports(file: Path) -> str:
    return _LENT.sub("", _IMPORT.sub("", file.read_text(encoding="utf-8")))
