"""What every figure has, and what a kind of figure is."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from course.faults import Fault
from course.marked import Place
from course.paths import LANGUAGES
from course.words.bilingual import Text

if TYPE_CHECKING:
    from matplotlib.figure import Figure as MplFigure

    from course.plots.sheet import Page

Rows = tuple[Sequence[str], Sequence[Sequence[str]]]
"""A table's headings and its rows."""


@frozen(kw_only=True)
class Figure:
    """The head of a figure file; each kind adds its own fields.

    Attributes:
        id: the name of the file, without its ending.
        title: what it is a figure of.
        message: what it shows, in one sentence.
        caption: whom and when it concerns, how it was measured, its caution.
        sources: keys of the bibliography; none for the course's own drawings.
    """

    id: str = field(default="", metadata={"in_file": False})
    kind: str
    title: Text
    message: Text
    caption: Text | None = None
    sources: list[str] = field(factory=list)


class FigureKind:
    """A kind of figure: what its folder has, by name.

    ``shape.py`` has the class of its figures, and

    - ``faults(definition)``: what is wrong with a file that no schema can say.
    - ``table(figure, language)``: what it shows, as a table.
    - ``RENAMED``, if need be: names in a file that Python cannot have, by class.

    ``picture.py`` has ``draw(figure, language, width)``, which gives a page of
    `course.plots.sheet`, and ``WIDTH`` where a wide page takes another width than most. It is
    loaded when something is drawn.
    """

    def __init__(self, name: str, folder: Path, shape: ModuleType) -> None:
        """A kind that is called ``name`` in files, of the shape in a folder."""
        self.name = name
        self.folder = folder
        self.faults: Callable[[dict[str, Any]], Iterator[Fault]] = shape.faults
        self.table: Callable[[Any, str], Rows] = shape.table
        self.renamed: dict[type, dict[str, str]] = getattr(shape, "RENAMED", {})
        self._shape = shape

    @property
    def figure(self) -> type[Figure]:
        """The class of its figures: the last of the module's own."""
        own = [
            one
            for one in vars(self._shape).values()
            if isinstance(one, type)
            and issubclass(one, Figure)
            and one.__module__ == self._shape.__name__
        ]
        return own[-1]

    def lay_out(self, figure: Figure, language: str, width: float) -> "Page":
        """What stands in the picture in a language, and where, ``width`` points across."""
        page: Page = self._picture().draw(figure, language, width)
        return page

    def draw(self, figure: Figure, language: str, width: float) -> "MplFigure":
        """The same, drawn by matplotlib."""
        return self.lay_out(figure, language, width).figure()

    def width(self, usual: float) -> float:
        """How many points it is across on a wide page, where most have the usual width."""
        return float(getattr(self._picture(), "WIDTH", usual))

    def _picture(self) -> ModuleType:
        return import_module(f"{self._shape.__package__}.picture")


def alike(texts: Iterable[tuple[Place, dict[str, str]]]) -> Iterator[Fault]:
    """Labels with the same words: nobody could tell which is which."""
    seen: set[tuple[str, str]] = set()
    for place, text in texts:
        for language in LANGUAGES:
            words = (language, " ".join(text[language].split()).casefold())
            if words in seen:
                yield Fault((*place, language), "same-label", {"label": text[language]})
                break
            seen.add(words)
