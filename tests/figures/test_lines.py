"""Lines: each point in its place, each line told by more than colour, each name and end value."""

import pytest
from matplotlib.figure import Figure as MplFigure
from matplotlib.lines import Line2D

from course.figures.lines.drawing import STYLES, Scale, Series, draw
from course.plots.sheet import NARROW, WIDE
from course.plots.style import LINE, SOFT
from tests.plots.looked_at import clipped, lines, overlapping, running, smallest_on_a_phone, words

SERIES = [
    Series("Uppmuntras att hitta bättre sätt", [(2009, 64.7), (2012, 67.8), (2024, 75.3)]),
    Series("Får stöd att pröva en ny idé", [(2012, 57.7), (2024, 69.4)]),
    Series("Tryggt att ifrågasätta", [(2009, 30.9), (2020, 49.6), (2024, 46.9)]),
    Series("En fjärde som ligger nära den andra", [(2012, 57.5), (2024, 69.2)]),
]
YEARS = [2009, 2012, 2020, 2024]
every_width = pytest.mark.parametrize("width", [WIDE, NARROW])


def drawn(
    width: float, series: list[Series] | None = None, years: list[int] | None = None
) -> MplFigure:
    return draw(
        series or SERIES,
        Scale("år", years or YEARS, lambda year: f"{year:.0f}"),
        Scale("procent", [0, 20, 40, 60, 80], lambda value: f"{value:.1f}".replace(".", ",")),
        width=width,
    ).figure()


def coloured(figure: MplFigure, colour: str) -> list[Line2D]:
    return [line for line in lines(figure) if line.get_color() == colour]


@every_width
def test_the_points_lie_where_the_axes_say(width: float) -> None:
    figure = drawn(width, SERIES[:1])
    (line,) = [one for one in coloured(figure, STYLES[0][0]) if len(one.get_xdata()) == 3]
    (zero,) = [one for one in coloured(figure, SOFT) if one.get_linewidth() == 1.4]
    grid = sorted({one.get_ydata()[0] for one in coloured(figure, LINE)})
    across, up = line.get_xdata(), line.get_ydata()
    # By hand: 0 at the base line, 80 at the highest, and 3 of 15 years to the second point.
    base, top = zero.get_ydata()[0], grid[0]
    assert [(base - y) / (base - top) * 80 for y in up] == pytest.approx([64.7, 67.8, 75.3])
    assert (across[1] - across[0]) / (across[2] - across[0]) == pytest.approx(3 / 15)


def test_no_two_lines_share_colour_dashes_or_marker() -> None:
    for part in zip(*STYLES, strict=True):
        assert len(set(map(str, part))) == len(STYLES)


@every_width
def test_names_units_and_last_values_are_written(width: float) -> None:
    text = running(drawn(width))
    for one in SERIES:
        # Beside another's name it may be divided among lines, but it is all there.
        assert all(word in text for word in one.label.split())
        assert f"{one.points[-1][1]:.1f}".replace(".", ",") in text
    assert "procent" in text
    assert "år" in text


@every_width
def test_nothing_is_clipped_and_nothing_stands_on_anything(width: float) -> None:
    assert clipped(drawn(width)) == []
    assert overlapping(drawn(width)) == []


@every_width
def test_years_that_stand_close_give_way_but_not_the_first_and_the_last(width: float) -> None:
    years = [1998, 1999, 2000, 2001, 2020]
    points = [(year, 40.0) for year in years]
    figure = drawn(width, [Series("En", points)], years)
    assert overlapping(figure) == []
    assert {"1998", "2020"} <= set(words(figure))
    assert "1999" not in words(figure)


@every_width
def test_the_first_value_stands_at_its_point_where_there_is_room(width: float) -> None:
    assert {"64,7", "30,9"} <= set(words(drawn(width, SERIES[:3])))
    # The second and the fourth begin at nearly the same point: above and below it, or not at all.
    assert overlapping(drawn(width, [SERIES[1], SERIES[3]])) == []


def test_words_on_a_phone_are_large_enough() -> None:
    assert smallest_on_a_phone(drawn(NARROW)) >= 12
