"""Figures of the lessons: what an author wrote, drawn in a language for a wide page and a phone."""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from attrs import frozen
from matplotlib.figure import Figure as Drawing

from course.content.figure import Axis, Bars, Figure, Lines, Quadrants, Steps, Timeline
from course.content.references import Reference
from course.plain import Json
from course.plots import bars, lines, quadrants, steps, timeline
from course.plots.picture import Table
from course.plots.sheet import NARROW, WIDE
from course.plots.svg import to_svg
from course.words import grouped, interface, say


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


def drawn(figure: Figure, language: str, references: Mapping[str, Reference]) -> Drawn:
    """A figure's pictures, words and table in a language.

    ``references`` is the bibliography; a source that it lacks is cited by its key.
    """
    draw, tabled, width = KINDS[figure.kind]
    title = figure.title.in_language(language)
    message = figure.message.in_language(language)
    heads, rows = tabled(figure, language)

    def svg(across: float, size: str) -> str:
        picture = draw(figure, language, across)
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


Rows = tuple[Sequence[str], Sequence[Sequence[str]]]
"""A table's headings and its rows."""


# --- bars ---------------------------------------------------------------------------------------


def _bars(figure: Bars, language: str, width: float) -> Drawing:
    digits = _digits([row.value for row in figure.rows])
    shown = [
        bars.Bar(
            row.label.in_language(language),
            row.value,
            grouped(row.value, digits, language),
            row.strong or not any(one.strong for one in figure.rows),
        )
        for row in figure.rows
    ]
    highest = figure.highest
    return bars.draw(
        shown,
        unit=figure.unit.in_language(language),
        highest=highest or max(row.value for row in figure.rows) or 1,
        end=grouped(highest, _digits([highest]), language) if highest else "",
        width=width,
    )


def _table_of_bars(figure: Bars, language: str) -> Rows:
    digits = _digits([row.value for row in figure.rows])
    heads = (say("figure.row", language), _as_head(figure.unit.in_language(language)))
    return heads, [
        (row.label.in_language(language), grouped(row.value, digits, language))
        for row in figure.rows
    ]


# --- lines --------------------------------------------------------------------------------------


def _lines(figure: Lines, language: str, width: float) -> Drawing:
    points = [point for one in figure.series for point in one.points]
    ups = [up for _, up in points]
    digits = _digits(ups)
    ticks = _ticks(min(0.0, *ups), max(0.0, *ups))
    places = sorted({across for across, _ in points})

    def up(value: float) -> str:
        return grouped(value, digits if value in ups else _digits(ticks), language)

    return lines.draw(
        [lines.Series(one.label.in_language(language), one.points) for one in figure.series],
        lines.Scale(
            figure.across.in_language(language),
            places,
            lambda value: _plain(value, language),
        ),
        lines.Scale(figure.unit.in_language(language), ticks, up),
        width=width,
    )


def _table_of_lines(figure: Lines, language: str) -> Rows:
    digits = _digits([up for one in figure.series for _, up in one.points])
    heads = [
        _as_head(figure.across.in_language(language)),
        *(
            f"{one.label.in_language(language)}, {figure.unit.in_language(language)}"
            for one in figure.series
        ),
    ]
    values = [dict(one.points) for one in figure.series]
    places = sorted({across for one in values for across in one})
    return heads, [
        (
            _plain(at, language),
            *(grouped(one[at], digits, language) if at in one else "–" for one in values),
        )
        for at in places
    ]


# --- steps, quadrants, timeline -------------------------------------------------------------------


def _steps(figure: Steps, language: str, width: float) -> Drawing:
    shown = [
        steps.Step(
            one.text.in_language(language), one.note.in_language(language) if one.note else ""
        )
        for one in figure.steps
    ]
    back = None
    if figure.loop:
        back = steps.Back(figure.loop.start - 1, figure.loop.end - 1, _back(figure, language))
    return steps.draw(shown, back, width=width)


def _back(figure: Steps, language: str) -> str:
    """The words for the way back; empty where there is none."""
    if figure.loop is None:
        return ""
    text = figure.loop.text.in_language(language)
    return say("figure.back", language, n=figure.loop.end, text=text)


def _table_of_steps(figure: Steps, language: str) -> Rows:
    heads = [say(f"figure.{name}", language) for name in ("step", "what", "note")]
    rows = []
    for n, one in enumerate(figure.steps, start=1):
        note = one.note.in_language(language) if one.note else ""
        back = _back(figure, language) if figure.loop and figure.loop.start == n else ""
        more = " ".join(words for words in (note, back and f"({back})") if words)
        rows.append((str(n), one.text.in_language(language), more))
    if not any(row[2] for row in rows):
        return heads[:2], [row[:2] for row in rows]
    return heads, rows


def _quadrants(figure: Quadrants, language: str, width: float) -> Drawing:
    def axis(one: Axis) -> quadrants.Axis:
        return quadrants.Axis(
            *(text.in_language(language) for text in (one.text, one.low, one.high))
        )

    cells = figure.cells
    top_left, top_right, bottom_left, bottom_right = (
        text.in_language(language)
        for text in (cells.top_left, cells.top_right, cells.bottom_left, cells.bottom_right)
    )
    return quadrants.draw(
        axis(figure.across),
        axis(figure.up),
        (top_left, top_right, bottom_left, bottom_right),
        width=width,
    )


def _table_of_quadrants(figure: Quadrants, language: str) -> Rows:
    def end(axis: Axis, which: str) -> str:
        words: Any = getattr(axis, which)
        return say(
            "figure.axis",
            language,
            text=axis.text.in_language(language).rstrip("?:"),
            end=words.in_language(language),
        )

    cells = figure.cells
    heads = (
        figure.up.text.in_language(language),
        end(figure.across, "low"),
        end(figure.across, "high"),
    )
    rows = (
        ("high", cells.top_left, cells.top_right),
        ("low", cells.bottom_left, cells.bottom_right),
    )
    return heads, [
        (
            getattr(figure.up, which).in_language(language),
            left.in_language(language),
            right.in_language(language),
        )
        for which, left, right in rows
    ]


def _timeline(figure: Timeline, language: str, width: float) -> Drawing:
    events = [(event.year, event.text.in_language(language)) for event in figure.events]
    return timeline.draw(events, width=width)


def _table_of_events(figure: Timeline, language: str) -> Rows:
    heads = (say("figure.year", language), say("figure.event", language))
    return heads, [(str(event.year), event.text.in_language(language)) for event in figure.events]


KINDS: dict[str, tuple[Callable[[Any, str, float], Drawing], Callable[[Any, str], Rows], float]] = {
    "bars": (_bars, _table_of_bars, WIDE),
    "lines": (_lines, _table_of_lines, WIDE),
    "steps": (_steps, _table_of_steps, WIDE),
    "quadrants": (_quadrants, _table_of_quadrants, WIDE),
    "timeline": (_timeline, _table_of_events, timeline.WIDTH),
}
"""How each kind is drawn, how it is told in a table, and how wide it is on a wide page."""


# --- numbers --------------------------------------------------------------------------------------


def _digits(numbers: Sequence[float]) -> int:
    """As many decimals as the number that has most of them."""
    return max(len(f"{number:.6f}".rstrip("0").partition(".")[2]) for number in numbers)


def _plain(number: float, language: str) -> str:
    """A number along an axis: a year is written without a space in it."""
    written = f"{number:.{_digits([number])}f}"
    return written.replace(".", ",") if language == "sv" else written


def _ticks(lowest: float, highest: float) -> list[float]:
    """Two to seven round numbers from ``lowest`` or below to ``highest`` or above.

    >>> _ticks(0, 77), _ticks(0, 9300)
    ([0.0, 20.0, 40.0, 60.0, 80.0], [0.0, 2000.0, 4000.0, 6000.0, 8000.0, 10000.0])
    """
    span = (highest - lowest) or 1.0
    power = 10.0 ** math.floor(math.log10(span / 4))
    step = next(one * power for one in (1, 2, 2.5, 5, 10) if one * power * 5 >= span)
    first = math.floor(lowest / step + 1e-9)
    last = max(math.ceil(highest / step - 1e-9), first + 1)
    return [round(n * step, 10) for n in range(first, last + 1)]


def _as_head(words: str) -> str:
    return words[:1].upper() + words[1:]
