"""The files that pages load: scripts, styles, fonts; and by what name a browser may keep them."""

from functools import cache, lru_cache
from hashlib import sha256
from itertools import chain
from pathlib import Path
from time import monotonic

from course.kinds import folders
from course.widgets import STATIC as WIDGETS
from course.widgets import joined

STATIC = Path(__file__).with_name("static")
"""Those of the pages themselves."""

KEPT = STATIC / "kept"
"""The scripts from npm that pages load, with their terms beside them."""

FOLDERS = {"pages": STATIC, "widgets/static": WIDGETS}
"""The folders of files that pages load, by the name that their addresses have."""

JOINED = ("lesson.js", "views.js", "lesson.css")
"""What a lesson loads, beside those folders: its scripts, the views of all cards, its styles. Asked
for one by one, as they lie there, these are seventy files, and take longer than all else of a page.
"""

_ENTRIES = {"terms": "lesson", "paper": "lesson", "lesson": "lesson", "returning": "returning"}
"""A lesson's scripts, and the id of the data in its page that each begins with."""

_STYLES = (
    *(WIDGETS / f"{name}.css" for name in ("tokens", "said", "card")),
    *(STATIC / f"{name}.css" for name in ("page", "reading", "returning", "steps", "cast")),
)


@cache
def has_styles(kind: str) -> bool:
    """Whether a kind of exercise has a style of its own."""
    return (folders()[kind] / "view.css").is_file()


def of_kind(folder: Path) -> list[Path]:
    """The scripts and styles in the folder of a kind of exercise."""
    return sorted([*folder.glob("*.js"), *folder.glob("*.css")])


def version() -> str:
    """A name for the files that pages load as they are now, for addresses that may be kept.

    They are looked through at most once a second: a page asks for the name several times.
    """
    return _version(int(monotonic()))


@lru_cache(maxsize=1)
def _version(_second: int) -> str:
    own = (folder.rglob("*.*") for folder in FOLDERS.values())
    files = sorted(
        chain(*own, *map(of_kind, folders().values()), [Path(__file__), Path(joined.__file__)])
    )
    told = [f"{file.name} {file.stat().st_mtime_ns}" for file in files]
    return sha256("\n".join(told).encode()).hexdigest()[:12]


def together(name: str) -> str:
    """One of the ``JOINED`` files, as those that it is made of are now."""
    return _together(name, version())


@lru_cache(maxsize=len(JOINED))
def _together(name: str, _version: str) -> str:
    if name == "views.js":
        return joined.views()
    if name == "lesson.js":
        return joined.apart({STATIC / f"{name}.js": data for name, data in _ENTRIES.items()})
    own = (folder / "view.css" for kind, folder in folders().items() if has_styles(kind))
    styles = "".join(
        file.read_text(encoding="utf-8", errors="replace") for file in (*_STYLES, *own)
    )
    return styles.replace("url(fonts/", "url(pages/fonts/")  # it lies beside that folder
