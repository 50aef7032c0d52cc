// Compiles Python for a browser, with the very Python that will run it there: the folder that is
// given, in place, and the standard library, into a zip file that is not compressed.
//
// node compile.mjs PYODIDE FOLDER LIBRARY

import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [pyodide, folder, library] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`).href);
const python = await loadPyodide({ indexURL: `${pyodide}/` });
python.FS.mkdir("/packed");
python.FS.mount(python.FS.filesystems.NODEFS, { root: folder }, "/packed");
python.FS.writeFile("/library.zip", readFileSync(`${pyodide}/python_stdlib.zip`));
python.runPython(`
import pathlib, py_compile, re, zipfile
unchecked = py_compile.PycInvalidationMode.UNCHECKED_HASH

# What is for consoles, tests, other programs and other alphabets: no session asks for it.
left_out = re.compile(
    "(_pyrepl|dbm|ensurepip|idlelib|multiprocessing|pydoc_data|sqlite3|test|tkinter|turtledemo|unittest"
    "|venv|wsgiref|xmlrpc)/"
    "|(doctest|ftplib|imaplib|mailbox|optparse|pdb|pickletools|poplib|profile|cProfile|pstats|pydoc"
    "|smtplib|tarfile|trace|turtle)[.]py"
    "|encodings/(big5|cp(?!437|1252)|euc|gb|hp|hz|iso(?!8859_1[.])|johab|koi8|kz|mac|palmos|ptcp|shift|tis)"
)

def compiled(folder, kept=()):
    """Every module below a folder as bytecode in place of its source; of those kept beside it."""
    for source in sorted(pathlib.Path(folder).rglob("*.py")):
        is_kept = source.name in kept
        name = source.relative_to(folder).as_posix()
        to = None if is_kept else f"{source}c"
        # Without docstrings, which are half of some libraries.
        py_compile.compile(source, to, name, doraise=True, optimize=2, invalidation_mode=unchecked)
        if not is_kept:
            source.unlink()

compiled("/packed", kept=("rules.py",))  # a kind is found by its rules
with zipfile.ZipFile("/library.zip") as library:
    library.extractall("/library", [name for name in library.namelist() if not left_out.match(name)])
compiled("/library")
with zipfile.ZipFile("/compiled.zip", "w") as library:
    for file in sorted(pathlib.Path("/library").rglob("*")):
        if file.is_file():
            about = zipfile.ZipInfo(file.relative_to("/library").as_posix())
            library.writestr(about, file.read_bytes())
`);
writeFileSync(library, python.FS.readFile("/compiled.zip"));
