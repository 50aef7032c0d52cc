"""The files that pages load: scripts, styles, fonts; and by what name a browser may keep them."""

from functools import cache, lru_cache
from hashlib import sha256
from itertools import chain
from pathlib import Path
from time import monotonic

from course.kinds import folders
from course.widgets import STATIC as WIDGETS

STATIC = Path(__file__).with_name("static")
"""Those of the pages themselves."""

FOLDERS = {"pages": STATIC, "widgets/static": WIDGETS}
"""The folders of files that pages load, by the name that their addresses have."""

EVERY_CARD = tuple(sorted(f"widgets/static/{script.stem}" for script in WIDGETS.glob("*.js")))
"""What the scripts of all cards lean on. A page asks for all of it at once: a browser that is left
to find out asks for a script, reads in it which ones it needs, and asks for those.
"""


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
    files = sorted(chain(*own, *map(of_kind, folders().values())))
    told = [f"{file.name} {file.stat().st_mtime_ns}" for file in files]
    return sha256("\n".join(told).encode()).hexdigest()[:12]
