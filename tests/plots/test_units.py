"""Units as rings, and the ties between them."""

import pytest
from matplotlib.figure import Figure as MplFigure
from matplotlib.lines import Line2D
from matplotlib.patches import Circle

from course.explorers.placed import units as placed
from course.models.groups import Placement, units
from course.plots.style import INK
from course.plots.units import SIZE, draw

LETTERS = dict(enumerate("ABCDEF"))


def drawn(ties: int, placement: Placement = "spread out") -> MplFigure:
    return draw(placed(units(ties, placement=placement), LETTERS))


def marks(figure: MplFigure) -> list[tuple[float, tuple[float, float]]]:
    """Everybody's size and place."""
    people = [
        one for one in figure.findobj(Line2D) if one.get_linestyle() == "None" and one.get_marker()
    ]
    return [
        (one.get_markersize(), place)
        for one in people
        for place in zip(one.get_xdata(), one.get_ydata(), strict=True)
    ]


def lines(figure: MplFigure) -> list[Line2D]:
    return [one for one in figure.findobj(Line2D) if one.get_color() == INK]


@pytest.mark.parametrize("ties", [0, 15])
def test_everybody_has_a_mark_within_the_figure_and_every_tie_across_a_line(ties: int) -> None:
    figure = drawn(ties)
    people = marks(figure)
    assert len({place for _, place in people}) == len(people) == 48
    assert all(8 < x < SIZE[0] - 8 and 8 < y < SIZE[1] - 8 for _, (x, y) in people)
    assert len(lines(figure)) == ties
    assert len(figure.findobj(Circle)) == 6
    assert [text.get_text() for text in figure.texts] == list("ABCDEF")


def test_the_same_person_stands_in_the_same_place_whatever_the_ties() -> None:
    assert {place for _, place in marks(drawn(0))} == {place for _, place in marks(drawn(15))}


def test_those_with_ties_outside_are_larger() -> None:
    sizes = [size for size, _ in marks(drawn(15, "one broker a unit"))]
    # By hand: six brokers among 48.
    assert sorted(sizes) == [min(sizes)] * 42 + [max(sizes)] * 6
    assert min(sizes) < max(sizes)


def test_brokers_face_the_middle() -> None:
    # The first of a unit is its broker, and stands nearest to the middle of all.
    figure = drawn(15, "one broker a unit")
    middle = SIZE[0] / 2, SIZE[1] / 2

    def away(place: tuple[float, float]) -> float:
        return ((place[0] - middle[0]) ** 2 + (place[1] - middle[1]) ** 2) ** 0.5

    people = sorted(marks(figure), key=lambda mark: away(mark[1]))
    assert {size for size, _ in people[:6]} == {max(size for size, _ in people)}
