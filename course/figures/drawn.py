"""Figures of the lessons: what an author wrote, drawn in a language for a wide page and a phone."""

from collections.abc import Mapping
from typing import Protocol

from attrs import frozen

from course.figures import KINDS
from course.figures.figure import Figure
from course.plain import Json
from course.plots.picture import Table
from course.plots.sheet import NARROW, WIDE
from course.plots.svg import to_svg
from course.words import interface


class Cited(Protocol):
    """A work that a figure is drawn from."""

    def cited(self, language: str) -> str:
        """How it is cited in a language."""


@frozen(kw_only=True)
class Drawn:
    """A figure in one language.

    Attributes:
        id: the figure's name.
        title: what it is a figure of.
        message: what it shows, in one sentence.
        caption: what else there is to know; may be empty.
        sources: the works it is drawn from, by key, each as it is cited.
        wide: the figure as SVG, for a wide page.
        narrow: the figure as SVG, for a phone.
        width: how many points ``wide`` is across.
        table: what the figure shows, as a table.
    """

    id: str
    title: str
    message: str
    caption: str
    sources: dict[str, str]
    wide: str
    narrow: str
    width: float
    table: Table

    def as_json(self, language: str) -> Json:
        """The figure as it is shown, with the words around it."""
        return {
            "language": language,
            "title": self.title,
            "message": self.message,
            "caption": self.caption,
            "sources": [{"key": key, "cited": cited} for key, cited in self.sources.items()],
            "wide": self.wide,
            "narrow": self.narrow,
            "width": self.width,
            "words": interface(language, "figure"),
            "table": {
                "caption": self.table.caption,
                "columns": list(self.table.columns),
                "rows": [list(row) for row in self.table.rows],
            },
        }


def drawn(figure: Figure, language: str, references: Mapping[str, Cited]) -> Drawn:
    """A figure's pictures, words and table in a language.

    ``references`` is the bibliography; a source that it lacks is cited by its key.
    """
    kind = KINDS[figure.kind]
    width = kind.width(WIDE)
    title = figure.title.in_language(language)
    message = figure.message.in_language(language)
    heads, rows = kind.table(figure, language)

    def svg(across: float, size: str) -> str:
        picture = kind.draw(figure, language, across)
        name = f"figure-{figure.id}-{size}"
        return to_svg(picture, name=name, title=title, description=message)

    return Drawn(
        id=figure.id,
        title=title,
        message=message,
        caption=figure.caption.in_language(language) if figure.caption else "",
        sources={
            key: references[key].cited(language) if key in references else key
            for key in figure.sources
        },
        wide=svg(width, "wide"),
        narrow=svg(NARROW, "narrow"),
        width=width,
        table=Table(caption=title, columns=tuple(heads), rows=tuple(map(tuple, rows))),
    )
