"""``python3 -m course site --single``: the folder for a web server, folded into one HTML file.

Nothing is drawn or packed here once more: the file holds what the folder holds, and a script in it
(``inside/host.js``) gives that to the pages as a web server would. What the folder gains, the file
gains.
"""

import base64
import gzip
import json
import re
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment

from course.paths import LANGUAGES
from course.runtimes.browser.leaders import is_beside
from course.words import interface, say

INSIDE = Path(__file__).with_name("inside")
"""What the file begins with: its frame, and the scripts that stand in for a server."""

_IMPORT = re.compile(r'\b(from|import) *"(\.{1,2}/[^"]+)"')
_FONT = re.compile(r"url\(([^)]+\.woff2)\)")
_LEADERS = re.compile(r'<p id="leaders">.*?</p>\n?')  # what they have is not in the file
_IN_WORKER_ALONE = "/python/"  # Pyodide's, which is large and no page asks for

_POLICY = "; ".join(
    (
        "default-src 'none'",
        # Its own first script alone, and what that one puts there: never what stands in a page.
        "script-src '{script}' 'strict-dynamic' 'wasm-unsafe-eval'",
        "style-src '{style}'",
        "style-src-attr 'unsafe-inline'",  # the drawings of figures have their colours there
        "img-src data: blob:",
        "font-src data:",
        "worker-src blob:",
        "form-action 'none'",
        "base-uri 'none'",
    )
)
"""What the file may load: nothing at all from anywhere, since it has everything."""


def fold(folder: Path, to: Path) -> int:
    """Write a built folder as one file, and give its size in bytes; OSError where it cannot be.

    The same folder gives the same bytes.
    """
    script, style = _inside("host.js"), _inside("file.css")
    frame = Environment(autoescape=True).from_string(_inside("file.html"))
    (icon,) = folder.glob("files/*/pages/icon.svg")
    html = frame.render(
        languages=LANGUAGES,
        said={one: {**interface(one, "single"), "name": say("course", one)} for one in LANGUAGES},
        icon=f"data:image/svg+xml;base64,{_base64(icon.read_bytes())}",
        policy=_POLICY.format(script=_hash(script), style=_hash(style)),
        script=script,
        style=style,
        files=_files(folder),
        licences=_licences(folder),
    )
    content = html.encode()
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_bytes(content)
    return len(content)


def _files(folder: Path) -> dict[str, str]:
    """All that the file gives, by name in the folder: compressed, and in base64."""
    scripts: dict[str, str] = {}
    styles: dict[str, str] = {}
    files: dict[str, bytes] = {}
    for file in sorted(folder.rglob("*")):
        if is_beside(file, folder):
            continue
        name = file.relative_to(folder).as_posix()
        if file.suffix == ".js":
            text = module(file.read_text(encoding="utf-8"), name)
            if _IN_WORKER_ALONE in name:
                files[name] = _compressed(text)
            else:
                scripts[name] = text
        elif file.suffix == ".css":
            styles[name] = _with_fonts(file)
        elif file.name == "rest.zip.bin":
            continue  # a worker that waits for it cannot ask the page
        elif file.suffix == ".bin":
            files[name] = file.read_bytes()
        elif file.suffix == ".json" or (file.suffix == ".html" and file.parent != folder):
            files[name] = _compressed(_LEADERS.sub("", file.read_text(encoding="utf-8")))
    first = {
        "scripts": _compressed(json.dumps(scripts)),
        "styles": _compressed(json.dumps(styles)),
        "worker-host": _compressed(_inside("worker-host.js")),
    }
    return {name: _base64(content) for name, content in {**first, **files}.items()}


def module(text: str, name: str) -> str:
    """A script whose imports are names in the folder, and which asks the host where it lies.

    >>> print(module('import { a } from "../b/c.js";', "files/v/d/e.js"))
    import { a } from "files/v/b/c.js";
    >>> print(module('new URL("./", import.meta.url)', "engine/v/w.js"))
    new URL("./", courseHost.address("engine/v/w.js"))
    """
    here = Path("/", name).parent

    def named(found: re.Match[str]) -> str:
        whole = Path(*_resolved((here / found[2]).parts[1:])).as_posix()
        return f'{found[1]} "{whole}"'

    text = _IMPORT.sub(named, text)
    return text.replace("import.meta.url", f'courseHost.address("{name}")')


def _resolved(parts: tuple[str, ...]) -> list[str]:
    found: list[str] = []
    for part in parts:
        if part == "..":
            found.pop()
        else:
            found.append(part)
    return found


def _with_fonts(file: Path) -> str:
    """A style with its fonts in it."""

    def font(found: re.Match[str]) -> str:
        content = (file.parent / found[1]).read_bytes()
        return f"url(data:font/woff2;base64,{_base64(content)})"

    return _FONT.sub(font, file.read_text(encoding="utf-8"))


def _licences(folder: Path) -> str:
    """The terms of all that is in the file, to be read by whoever looks into it."""
    files = sorted((folder / "licences").glob("*.txt"))
    return "\n\n".join(f"{file.stem}\n\n{file.read_text(encoding='utf-8')}" for file in files)


def _inside(name: str) -> str:
    return (INSIDE / name).read_text(encoding="utf-8")


def _compressed(text: str) -> bytes:
    return gzip.compress(text.encode(), mtime=0)


def _base64(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")


def _hash(text: str) -> str:
    return f"sha256-{_base64(sha256(text.encode()).digest())}"
