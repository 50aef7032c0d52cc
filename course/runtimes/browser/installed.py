"""What lets a browser keep the whole course, and put it among its apps."""

import json
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from course.paths import LANGUAGES
from course.plain import Json
from course.words import say

_KEEPER = Path(__file__).with_name("above") / "keeper.js"
"""The service worker; it has to lie at the root of what it answers for."""

_COLOURS = {"theme_color": "#0a6b6b", "background_color": "#fbfaf6"}
"""The accent and the paper of ``tokens.css``, which an app's frame has before any page is there."""


def write(folder: Path) -> None:
    """Write into a built folder the service worker, and a description of the app by language.

    All of the folder is kept for when there is no network, but what nobody opens from a page, and
    what is handed out as PDF: it is for few readers, and its pages to print are kept.
    """
    (icon,) = folder.glob("files/*/pages/icon.svg")
    for language in LANGUAGES:
        app = _app(language, icon.relative_to(folder).as_posix())
        text = json.dumps(app, ensure_ascii=False, indent=1)
        (folder / f"app-{language}.json").write_text(f"{text}\n", encoding="utf-8")
    files = {
        file.relative_to(folder).as_posix(): _integrity(file.read_bytes())
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.suffix not in (".txt", ".pdf")
    }
    version = sha256(json.dumps(files).encode()).hexdigest()[:12]
    course = json.dumps({"version": version, "files": files})
    script = _KEEPER.read_text(encoding="utf-8")
    (folder / "keeper.js").write_text(
        f"self.COURSE = {json.dumps(course)};\n{script}", encoding="utf-8", newline="\n"
    )


def _integrity(content: bytes) -> str:
    return f"sha256-{b64encode(sha256(content).digest()).decode()}"


def _app(language: str, icon: str) -> Json:
    """A description of the app; addresses in it are seen from where it lies."""
    name = say("course", language)
    return {
        "name": name,
        "short_name": name,
        "description": say("subtitle", language),
        "lang": language,
        "start_url": f"{language}/index.html",
        "scope": "./",
        "display": "standalone",
        **_COLOURS,
        "icons": [{"src": icon, "sizes": "any", "type": "image/svg+xml"}],
    }
