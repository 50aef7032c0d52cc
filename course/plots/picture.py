"""A picture with everything that a reader without eyes for it, or without colours, needs."""

from typing import Literal

from attrs import frozen
from matplotlib.figure import Figure

from course.material.exercise import Json
from course.plots.svg import to_svg


@frozen
class Table:
    """The figures behind a picture: a caption, the column headings, and rows of written cells."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@frozen
class Mark:
    """An entry of a legend: which unit's shape and colour (from 0), and what it stands for."""

    unit: int
    text: str


@frozen(kw_only=True)
class Picture:
    """A drawn figure.

    Attributes:
        svg: the figure, ready to stand in a page.
        message: what it shows, in one sentence; begins the caption.
        caption: what else there is to know about how it is drawn.
        reading: the number in words, beside the figure.
        table: the same figures as a table.
        legend: for narrow screens, where the labels in the figure give way.
        narrow: what becomes of the figure there. It can ``fit`` as it is, be cropped (``crop``) to
            where its labels stood, or give way to its ``table``.
    """

    svg: str
    message: str
    caption: str
    reading: str
    table: Table
    legend: tuple[Mark, ...] = ()
    narrow: Literal["fit", "crop", "table"] = "fit"

    def as_json(self) -> Json:
        """The picture as it travels to a page."""
        return {
            "svg": self.svg,
            "message": self.message,
            "caption": self.caption,
            "reading": self.reading,
            "table": {
                "caption": self.table.caption,
                "columns": list(self.table.columns),
                "rows": [list(row) for row in self.table.rows],
            },
            "narrow": self.narrow,
            "legend": [{"unit": mark.unit, "text": mark.text} for mark in self.legend],
        }


def pictured(
    figure: Figure,
    *,
    name: str,
    title: str,
    message: str,
    caption: str,
    reading: str,
    table: Table,
    legend: tuple[Mark, ...] = (),
    narrow: Literal["fit", "crop", "table"] = "fit",
) -> Picture:
    """A figure as a picture; who cannot see it hears its title, its message and its reading.

    ``name`` keeps its identifiers apart from those of other figures on the page.
    """
    return Picture(
        svg=to_svg(figure, name=name, title=title, description=f"{message} {reading}"),
        message=message,
        caption=caption,
        reading=reading,
        table=table,
        legend=legend,
        narrow=narrow,
    )
