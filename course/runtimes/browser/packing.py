"""Run in a browser's Python under Node, when the folder is built: bytecode, and only what is used.

Which modules a session needs is found by asking it for everything (``everything.py``) and looking
at what it has imported. Nothing is lost by that: the other modules go into an archive of their own,
which the engine fetches when one of them is asked for after all (``rest.py``).

Given are ``/packed``, the folder of the course's code and content, and ``/library.zip``, Python's
own library as sources. Written are ``/out/course.zip``, ``/out/library.zip`` and ``/out/rest.zip``.
"""

import json
import py_compile
import re
import sys
import zipfile
from pathlib import Path

_STARTED = frozenset(sys.modules)
"""What Pyodide itself imports before anything is asked of it."""

_UNUSABLE = re.compile(
    "(_pyrepl|dbm|ensurepip|idlelib|multiprocessing|pydoc_data|sqlite3|test|tkinter|turtledemo"
    "|unittest|venv|wsgiref|xmlrpc)/|(doctest|pdb|profile|cProfile|pstats|pydoc|trace|turtle)[.]py"
)
"""Of Python's library, what is for consoles and tests, or cannot run in a browser at all."""

_ALWAYS = re.compile("encodings/(ascii|idna|latin_1|punycode|utf_8|utf_8_sig)[.]pyc")
"""What is looked up by name, in a way that the rest cannot help with; small."""

_PACKED, _LIBRARY, _OUT = Path("/packed"), Path("/library"), Path("/out")


def compiled(folder: Path, kept: tuple[str, ...] = ()) -> None:
    """Every module below a folder as bytecode in place of its source; of those kept beside it."""
    unchecked = py_compile.PycInvalidationMode.UNCHECKED_HASH
    for source in sorted(folder.rglob("*.py")):
        is_kept = source.name in kept
        name = source.relative_to(folder).as_posix()
        to = None if is_kept else f"{source}c"
        # Without docstrings, which are half of some libraries.
        py_compile.compile(
            str(source), to, name, doraise=True, optimize=2, invalidation_mode=unchecked
        )
        if not is_kept:
            source.unlink()


def used() -> frozenset[str]:
    """The names of all modules that are imported when everything is asked, in either language."""
    sys.path.insert(0, str(_PACKED))
    from course.runtimes.browser import everything, rest  # noqa: F401 - the engine begins with it

    everything.said("sv", brief=True)
    return frozenset(sys.modules) - {everything.__name__}


def module(file: Path, folder: Path) -> str | None:
    """The name of the module that a file is; None where it is none.

    >>> module(Path("/packed/attr/__init__.pyc"), Path("/packed"))
    'attr'
    """
    inside = file.relative_to(folder)
    if inside.suffix not in (".py", ".pyc"):
        return None
    parts = [part.partition(".")[0] for part in inside.parts if part != "__pycache__"]
    return ".".join(parts).removesuffix(".__init__")


def archive(to: Path, files: dict[str, Path]) -> None:
    """Write a zip file, not compressed: all of it together is, which makes it smaller."""
    with zipfile.ZipFile(to, "w") as packed:
        for name in sorted(files):
            packed.writestr(zipfile.ZipInfo(name), files[name].read_bytes())


def main() -> None:
    """Write the three archives."""
    compiled(_PACKED, kept=("rules.py",))  # a kind is found by its rules
    with zipfile.ZipFile("/library.zip") as library:
        names = [name for name in library.namelist() if not _UNUSABLE.match(name)]
        library.extractall(_LIBRARY, names)
    compiled(_LIBRARY)
    needed = used() | _STARTED
    parted: dict[Path, dict[str, Path]] = {_PACKED: {}, _LIBRARY: {}}
    rest: dict[str, Path] = {}
    left_out = []
    for folder, files in parted.items():
        for file in sorted(one for one in folder.rglob("*") if one.is_file()):
            name, path = module(file, folder), file.relative_to(folder).as_posix()
            if name is None or name in needed or _ALWAYS.fullmatch(path):
                files[path] = file
            else:
                rest[path] = file
                left_out.append(name)
    index = Path("/rest.json")
    index.write_text(json.dumps(sorted(set(left_out))), encoding="utf-8")
    archive(_OUT / "course.zip", {**parted[_PACKED], "rest.json": index})
    archive(_OUT / "library.zip", parted[_LIBRARY])
    archive(_OUT / "rest.zip", rest)


if __name__ == "__main__":
    main()
