"""A crowd: one mark for each, by group, and a key."""

from xml.etree import ElementTree

import pytest

from course.plots.crowd import STYLES, WIDTH, draw
from course.plots.shapes.crowd import Group, crowd, rows
from course.plots.svg import to_svg

SVG = "{http://www.w3.org/2000/svg}"


Places = dict[str, list[tuple[float, float]]]


def group(n: int, style: int, text: str) -> Group:
    return {"n": n, "style": style, "text": text}


def places(columns: int, *groups: Group) -> tuple[Places, float]:
    """Where marks stand, by the shape that they use, keys first, and how high the figure is."""
    figure = draw(crowd(columns, *groups))
    root = ElementTree.fromstring(to_svg(figure, name="n", title="t", description="d"))
    marks: dict[str, list[tuple[float, float]]] = {}
    for use in root.iter(f"{SVG}use"):
        at = (float(str(use.get("x"))), float(str(use.get("y"))))
        marks.setdefault(str(use.get("href")), []).append(at)
    return marks, float(str(root.get("viewBox")).split()[3])


def test_groups_fill_the_rows_one_after_another() -> None:
    marks, height = places(4, group(3, 0, "tre"), group(5, 1, "fem"))
    key, _, first, second = marks.values()
    assert len(key) == 1
    # By hand: eight on four columns, 75 wide each, with the middle of the first at 37.5.
    assert [x for x, _ in first] == pytest.approx([37.5, 112.5, 187.5], abs=0.1)
    assert [x for x, _ in second] == pytest.approx([262.5, 37.5, 112.5, 187.5, 262.5], abs=0.1)
    assert len({y for _, y in first}) == 1
    assert len({y for _, y in second}) == 2
    # Rows are as far apart as columns, and the lower one's middle half of that above the edge.
    low, high = sorted({y for _, y in second})
    assert high - low == pytest.approx(75, abs=0.1)
    assert height - high == pytest.approx(37.5, abs=0.1)
    assert all(0 < x < WIDTH for x, _ in first + second)


def test_an_empty_group_stands_in_the_key_alone() -> None:
    marks, _ = places(2, group(0, 0, "ingen"), group(2, 2, "två"))
    assert sorted(len(at) for at in marks.values()) == [1, 1, 2]


@pytest.mark.parametrize(("people", "filled"), [(0, 0), (1, 1), (4, 1), (5, 2)])  # by hand
def test_rows_are_filled_from_the_first(people: int, filled: int) -> None:
    assert rows(crowd(4, group(people, 0, "alla"))) == filled


def test_no_two_styles_share_colour_or_shape() -> None:
    colours, shapes, filled = zip(*STYLES, strict=True)
    assert len(set(colours)) == len(set(shapes)) == len(STYLES)
    assert set(filled) == {True, False}
