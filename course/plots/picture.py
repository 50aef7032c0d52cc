"""A picture with everything that a reader without eyes for it, or without colours, needs."""

from typing import Literal

from attrs import frozen

from course.plain import Json
from course.plots.shapes import Drawing


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


@frozen
class Frame:
    """A state on the way to what a picture shows: what is drawn then, and a sentence about it."""

    drawing: Drawing
    told: str


@frozen(kw_only=True)
class Picture:
    """What is to be seen, and the same in words. Whoever shows it draws it.

    Attributes:
        name: keeps its identifiers apart from those of other pictures on a page.
        title: what it is a picture of.
        drawing: what is drawn, as data.
        message: what it shows, in one sentence; begins the caption.
        caption: what else there is to know about how it is drawn.
        reading: the number in words, beside the figure.
        table: the same figures as a table.
        legend: for narrow screens, where the labels in the figure give way.
        narrow: what becomes of the figure there. It can ``fit`` as it is, be cropped (``crop``) to
            where its labels stood, or give way to its ``table``.
        frames: the states that lead to it, in order, where something happens; the last one draws
            what ``drawing`` does. Words and table stand for the last.
    """

    name: str
    title: str
    drawing: Drawing
    message: str
    caption: str
    reading: str
    table: Table
    legend: tuple[Mark, ...] = ()
    narrow: Literal["fit", "crop", "table"] = "fit"
    frames: tuple[Frame, ...] = ()

    @property
    def description(self) -> str:
        """What is told to whoever cannot see the drawing."""
        if self.message == self.reading:
            return self.message
        return f"{self.message} {self.reading}"

    def as_json(self) -> Json:
        """The picture as it travels to a page."""
        return {
            "name": self.name,
            "title": self.title,
            "description": self.description,
            "drawing": self.drawing,
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
            "frames": [{"drawing": one.drawing, "told": one.told} for one in self.frames],
        }
