"""A figure where it is shown: in words, as HTML that stands by itself, and for the course's page.

It needs neither a kernel nor JavaScript. Those who show notebooks clean the HTML that they are
given, each in a way of their own: an ``<svg>`` goes, an image stays. So the HTML that stands by
itself has its picture as an image, on paper of its own, since the page around it may be dark. The
course's own page cleans nothing; it gets the drawing itself, in the colours of the page, once for
a wide page and once for a narrow one.
"""

from base64 import b64encode
from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from course.content.references import Reference
from course.figures.figure import Figure
from course.plain import Json
from course.plots.element import alone

PAGE = "application/vnd.course.figure+html"
"""The kind of output that the course's own page shows in place of ``text/html``."""

_FRAME = 16  # points of paper around the picture of the HTML that stands by itself
_PER_REM = 16  # points of the drawing to a rem of the page, which makes its words as large as text


class FigureCell:
    """A figure as a cell shows it.

    ``title`` says what it is a figure of; ``draw`` gives its words, drawings and table.
    """

    def __init__(self, title: str, draw: Callable[[], Json]) -> None:
        self.title = title
        self._draw = draw

    def __repr__(self) -> str:
        return self.title

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        """The figure in words, as HTML that stands by itself, and for the course's own page."""
        drawn = self._draw()
        return {
            "text/plain": plain(drawn),
            "text/html": html(drawn, _image(drawn), "figure still"),
            PAGE: html(drawn, _drawings(drawn), "figure"),
        }


def shown(
    figure: Figure, language: str, references: Mapping[str, Reference], *, after: str = ""
) -> FigureCell:
    """A figure that an author wrote, as a cell shows it; folded until ``after`` is answered."""

    def draw() -> Json:
        from course.figures.drawn import drawn  # with matplotlib, which only a drawing needs

        return {**drawn(figure, language, references).as_json(language), "after": after}

    return FigureCell(figure.title.in_language(language), draw)


def plain(drawn: Json) -> str:
    """The figure in words, as a notebook stores it and a test compares it."""
    table = drawn["table"]
    words = [drawn["title"], drawn["message"], drawn["caption"], _cited(drawn)]
    rows = [" | ".join(row) for row in (table["columns"], *table["rows"])]
    return "\n".join([*(line for line in words if line), *rows])


def _cited(drawn: Json) -> str:
    cited = "; ".join(source["cited"] for source in drawn["sources"])
    return f"({cited})" if cited else ""


def html(drawn: Json, picture: str, name: str) -> str:
    """The figure as HTML around its picture, with its table folded below it.

    A figure that gives the answer to an exercise away is itself folded.
    """
    parts = [
        f'<p class="title"><b>{escape(drawn["title"])}</b></p>',
        picture,
        f"<figcaption><b>{escape(drawn['message'])}</b> {_caption(drawn)}</figcaption>",
        _table(drawn),
    ]
    figure = f'<figure class="{name}" lang="{drawn["language"]}">{"".join(parts)}</figure>'
    if not drawn["after"]:
        return figure
    return (
        f'<details class="after" data-after="{escape(drawn["after"], quote=True)}">'
        f"<summary>{escape(drawn['words']['after'])}</summary>{figure}</details>"
    )


def _caption(drawn: Json) -> str:
    links = "; ".join(
        f'<a href="#ref-{source["key"]}">{escape(source["cited"])}</a>'
        for source in drawn["sources"]
    )
    return " ".join(part for part in (escape(drawn["caption"]), links and f"({links})") if part)


def _table(drawn: Json) -> str:
    table = drawn["table"]
    caption = escape(table["caption"], quote=True)
    heads = "".join(f'<th scope="col">{escape(text)}</th>' for text in table["columns"])
    rows = "".join(
        f'<tr><th scope="row">{escape(first)}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in rest)
        + "</tr>"
        for first, *rest in table["rows"]
    )
    return (
        f'<details class="figures"><summary>{escape(drawn["words"]["as-table"])}</summary>'
        f'<div class="scroll" tabindex="0" role="group" aria-label="{caption}">'
        f"<table><caption>{caption}</caption><thead><tr>{heads}</tr></thead>"
        f"<tbody>{rows}</tbody></table></div></details>"
    )


def _drawings(drawn: Json) -> str:
    """Both drawings; the page's style shows the one that has room."""
    most = f"{drawn['width'] / _PER_REM:g}rem"
    return (
        f'<div class="drawing for-wide" style="max-width:{most}">{drawn["wide"]}</div>'
        f'<div class="drawing for-narrow">{drawn["narrow"]}</div>'
    )


def _image(drawn: Json) -> str:
    """The wide drawing as an image, in colours that need no page, on paper with a margin."""
    data = b64encode(alone(drawn["wide"], frame=_FRAME).encode()).decode()
    width = round(drawn["width"] + 2 * _FRAME)
    alternative = escape(drawn["message"], quote=True)
    return (
        f'<p><img alt="{alternative}" width="{width}" src="data:image/svg+xml;base64,{data}"></p>'
    )
