"""A matplotlib figure as SVG that can stand in a page: named, small, and in the page's colours."""

import re
from html import escape
from io import StringIO

import matplotlib as mpl
from matplotlib.figure import Figure

from course.plots.style import RC, VARIABLES

_COLOUR = re.compile("|".join(VARIABLES), re.IGNORECASE)
_PREAMBLE = re.compile(
    r"^.*?(?=<svg)|<metadata>.*?</metadata>|<style.*?</style>|<!--.*?-->", re.DOTALL
)
_OWN_SIZE = re.compile(r'(<svg[^>]*?) (?:width|height)="[^"]*"')
_IDENTIFIER = re.compile(r'(id="|url\(#|href="#)([^")]+)')


def to_svg(figure: Figure, *, name: str, title: str, description: str) -> str:
    """The figure as one ``<svg>`` element, an image with a title and a description.

    ``name`` keeps its identifiers apart from those of other figures on the page. An artist whose
    gid begins with ``label`` gets that word as a class, so that a narrow page can hide it.
    """
    with mpl.rc_context(RC):
        out = StringIO()
        figure.savefig(out, format="svg", metadata={"Date": None}, transparent=True)
    drawn = _PREAMBLE.sub("", out.getvalue())
    drawn = _OWN_SIZE.sub(r"\1", _OWN_SIZE.sub(r"\1", drawn, count=1), count=1)
    drawn = re.sub(r'id="(label)[^"]*"', r'class="\1"', drawn)
    drawn = _IDENTIFIER.sub(rf"\g<1>{name}-\2", drawn)
    drawn = _COLOUR.sub(lambda colour: _variable(colour[0].lower()), drawn)
    drawn = re.sub(r"\n\s*", "\n", drawn).strip()
    return _named(drawn, name, title, description)


def _variable(colour: str) -> str:
    return f"var({VARIABLES[colour]}, {colour})"


def _named(drawn: str, name: str, title: str, description: str) -> str:
    words = (
        f'<title id="{name}-title">{escape(title)}</title>'
        f'<desc id="{name}-desc">{escape(description)}</desc>'
    )
    attributes = f'role="img" aria-labelledby="{name}-title {name}-desc"'
    drawn = re.sub(r' xmlns:xlink="[^"]*"', "", drawn).replace("xlink:href", "href")
    # A function, since words in a template would have their backslashes read.
    return re.sub(
        r"<svg([^>]*)>", lambda start: f"<svg{start[1]} {attributes}>\n{words}", drawn, count=1
    )
