"""The pages of a class: one a view, the same for everybody, with the words that it draws with."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from course.classroom.classroom import LONGEST_NOTE
from course.classroom.sums import LEAST_SMALLEST, MOST_SMALLEST, SMALLEST
from course.words import interface, other, say

HERE = Path(__file__).parent
STATIC = HERE / "static"
LAB = HERE.parents[1] / "kinds" / "lab"

LIMITS = {
    "least": LEAST_SMALLEST,
    "usual": SMALLEST,
    "most": MOST_SMALLEST,
    "note": LONGEST_NOTE,
}
"""What the scripts keep to, so that nobody is refused what a page let them type."""

FILES = "files"
"""What the addresses of files begin with."""

DONE_TOGETHER = ("together", "split", "own-network", "wrapped")
PLAYS = ("plays", "crowd", "bridge", "channel", "played")

LOADED = {
    "phone": (
        "phone",
        "in-room",
        "sending",
        "aloud",
        "forms",
        "kept",
        "picture",
        "svg",
        "ties",
        "line",
        *DONE_TOGETHER,
    ),
    "screen": ("screen", "picture", "svg", "ties", "line", "code", *DONE_TOGETHER, *PLAYS),
    "lead": ("lead", "line", "code", "svg", "sheet", *DONE_TOGETHER, *PLAYS),
    "network-lab": ("network-lab", "line", "own-network", "svg", "wrapped"),
    "begin": ("begin", "line"),
    "summary": ("summary", "as-svg", "svg", "ties", "line", "picture", *DONE_TOGETHER, *PLAYS),
}
"""The scripts of each page: a participant's, the big screen, the instructor's, the class's
network in the lab, the one that begins a room, and the class's summary. A page asks for all at
once: one by one takes longer. A telephone fetches the plays when its class comes to one."""


STYLES = {
    "network-lab": ("widgets/static/said.css", "widgets/static/card.css", "kinds/lab/view.css")
}
"""What a page needs besides, before its own style."""


@cache
def page(view: str, language: str) -> str:
    """The page of a view; it names no room and nobody.

    >>> "<main" in page("phone", "sv")
    True
    """
    return (
        _templates()
        .get_template("page.html")
        .render(
            view=view,
            language=language,
            other=other(language),
            other_language=say("class-view.other-language", language),
            title=say("class-view.title", language),
            no_script=say("class-view.no-script", language),
            words=interface(language, "class-view"),
            limits=LIMITS,
            files=f"{FILES}/{version()}",
            scripts=LOADED[view],
            styles=STYLES.get(view, ()),
        )
    )


@cache
def version() -> str:
    """A name for the files as they are, for addresses that may be kept."""
    shared = HERE.parents[1] / "widgets" / "static"
    files = [*STATIC.iterdir(), *LAB.iterdir(), *shared.iterdir()]
    files = sorted(one for one in files if one.suffix in (".js", ".css"))
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:12]


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
