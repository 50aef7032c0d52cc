"""The SVG that every figure becomes, read as XML as a browser would."""

import re
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
from matplotlib.figure import Figure as MplFigure

from course.explorers.placed import network as placed
from course.networks import municipality
from course.plots import matrix, network, profile
from course.plots.shapes.profile import Area
from course.plots.style import ACCENT, INK, VARIABLES
from course.plots.svg import to_svg

SVG = "{http://www.w3.org/2000/svg}"
UNITS = {"a": "Enhet A", "b": "Enhet B"}


def small_network() -> MplFigure:
    graph = municipality.load()
    units = {unit.id: unit.sv for unit in municipality.units()}
    return network.draw(placed(graph, units, named=["Karin"], weight=dict.fromkeys(graph, 0.5)))


def drawn_matrix(ties: list[list[int]]) -> MplFigure:
    """Two units with so many ties, of the four that each pair could have."""
    shares = [[n / 4 for n in row] for row in ties]
    names = ["Enhet A", "Enhet B"]
    return matrix.draw({"kind": "matrix", "names": names, "ties": ties, "shares": shares})


def small_matrix() -> MplFigure:
    return drawn_matrix([[3, 1], [1, 0]])


def drawn_profile(areas: list[Area], *times: str) -> MplFigure:
    ends = ["Lite", "Mycket"]
    return profile.draw(
        {"kind": "profile", "points": 5, "ends": ends, "times": list(times), "areas": areas}
    )


def small_profile() -> MplFigure:
    return drawn_profile(
        [
            {"text": "Mod", "mean": 2.5, "before": None},
            {"text": "Tid", "mean": None, "before": None},
        ]
    )


FIGURES = [small_network, small_matrix, small_profile]
every_figure = pytest.mark.parametrize("draw", FIGURES)
Draw = Callable[[], MplFigure]


def svg(draw: Draw, **words: str) -> str:
    return to_svg(
        draw(), **{"name": "fig", "title": "Titel", "description": "Vad den visar."} | words
    )


@every_figure
def test_the_same_figure_gives_the_same_bytes(draw: Draw) -> None:
    assert svg(draw) == svg(draw)


@every_figure
def test_it_is_an_image_with_a_title_and_a_description(draw: Draw) -> None:
    root = ElementTree.fromstring(svg(draw))
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    title, description = root[0], root[1]
    assert (title.tag, title.text) == (f"{SVG}title", "Titel")
    assert (description.tag, description.text) == (f"{SVG}desc", "Vad den visar.")
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"


@every_figure
def test_every_identifier_has_the_figures_name_and_stands_once(draw: Draw) -> None:
    drawn = svg(draw)
    root = ElementTree.fromstring(drawn)
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert ids
    assert all(str(one).startswith("fig-") for one in ids)
    assert len(set(ids)) == len(ids)
    references = re.findall(r'(?:href="#|url\(#)([^")]+)', drawn)
    assert set(references) <= set(ids)


@every_figure
def test_two_figures_on_a_page_share_no_identifier(draw: Draw) -> None:
    one, other = (
        set(re.findall(r'\bid="([^"]+)"', svg(draw, name=name))) for name in ("one", "other")
    )
    assert one
    assert not one & other


@every_figure
def test_every_colour_is_a_variable_with_itself_as_fallback(draw: Draw) -> None:
    drawn = svg(draw)
    left = re.sub(r"var\((--[\w-]+), (#[0-9a-f]{6})\)", "", drawn)
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b(?!\))", re.sub(r'(href="|url\()#[^")]+', "", left))
    assert not re.search(r"(fill|stroke): *(black|white|rgb)", left)
    used = dict(re.findall(r"var\((--[\w-]+), (#[0-9a-f]{6})\)", drawn))
    assert used
    assert all(VARIABLES[colour] == variable for variable, colour in used.items())
    # A variable means something in a style, and nothing in an attribute of its own.
    assert not re.search(r'(?<!style)="var\(', drawn)


@every_figure
def test_it_brings_neither_size_nor_style_nor_outside_address(draw: Draw) -> None:
    drawn = svg(draw)
    root = ElementTree.fromstring(drawn)
    assert root.get("viewBox")
    assert root.get("width") is None
    assert root.get("height") is None
    for unwanted in ("<style", "<metadata", "<!--", "<?xml", "<script", "DOCTYPE", "xlink"):
        assert unwanted not in drawn
    assert re.findall(r"https?://[^\"]+", drawn) == ["http://www.w3.org/2000/svg"]


@every_figure
def test_the_page_is_seen_through_it(draw: Draw) -> None:
    """The sheet and the axes have no colour of their own, which a dark page would show."""
    root = ElementTree.fromstring(svg(draw))
    sheets = [one for one in root.iter(f"{SVG}g") if "patch_1" in one.get("id", "")]
    assert sheets
    assert all("fill: none" in path.get("style", "") for one in sheets for path in one)


@every_figure
def test_text_stays_text(draw: Draw) -> None:
    root = ElementTree.fromstring(svg(draw))
    words = {element.text for element in root.iter(f"{SVG}text")}
    assert words & {"Karin", "Enhet A", "Mod"}


@pytest.mark.parametrize(
    "words",
    ["<script>alert('&')</script>", '"quoted"', r"a\1b \g<0> C:\new \d", "]]>", "Älvhamn – ”så”"],
)
def test_any_words_can_be_its_title(words: str) -> None:
    drawn = svg(small_profile, title=words, description=words)
    root = ElementTree.fromstring(drawn)
    assert (root[0].text, root[1].text) == (words, words)
    assert "<script" not in drawn


def test_labels_can_be_hidden_on_a_narrow_page() -> None:
    root = ElementTree.fromstring(svg(small_network))
    labels = [group for group in root.iter(f"{SVG}g") if group.get("class") == "label"]
    words = {text.text for group in labels for text in group.iter(f"{SVG}text")}
    assert words == {unit.sv for unit in municipality.units()}


def whole_network(**options: Any) -> ElementTree.Element:
    graph = municipality.load()
    units = {unit.id: unit.en for unit in municipality.units()}
    return ElementTree.fromstring(svg(lambda: network.draw(placed(graph, units, **options))))


def test_ties_between_units_are_dark_and_ties_within_are_pale() -> None:
    lines = {
        variable: path.get("d", "").count("M")
        for path in whole_network().iter(f"{SVG}path")
        for variable in re.findall(r"stroke: var\(--figure-(ink|pale)", path.get("style", ""))
    }
    graph = municipality.load()
    of = dict(graph.nodes(data="unit"))
    within = sum(of[a] == of[b] for a, b in graph.edges)
    assert lines == {"pale": within, "ink": graph.number_of_edges() - within}


def test_a_network_without_ties_or_with_an_empty_unit_can_be_drawn() -> None:
    graph = municipality.load()
    graph.remove_edges_from(list(graph.edges))
    units = {unit.id: unit.en for unit in municipality.units()}
    ElementTree.fromstring(svg(lambda: network.draw(placed(graph, {**units, "empty": "Empty"}))))


def test_the_area_of_a_square_is_the_share_of_ties() -> None:
    (squares,) = drawn_matrix([[4, 1], [1, 0]]).axes[0].collections
    sides = [float(np.ptp(path.vertices[:, 0])) for path in squares.get_paths()]
    # By hand: shares 1, 1/4, 1/4 and 0, so sides in the proportions 1, 1/2, 1/2 and 0.
    assert [side / sides[0] for side in sides] == pytest.approx([1, 0.5, 0.5, 0])


def test_the_numbers_of_a_matrix_are_the_ties() -> None:
    words = [text.get_text() for text in small_matrix().axes[0].texts]
    assert words == ["3", "1", "1"]


def test_a_profile_marks_the_mean_of_what_was_answered() -> None:
    axes = small_profile().axes[0]
    dots = [line for line in axes.lines if line.get_marker() == "o"]
    assert [(list(dot.get_xdata()), list(dot.get_ydata())) for dot in dots] == [([2.5], [0])]
    assert {dot.get_color() for dot in dots} == {ACCENT}
    assert [text.get_text() for text in axes.texts] == ["Mod", "Tid", "Lite", "Mycket"]
    assert axes.texts[0].get_color() == INK


def test_an_earlier_profile_is_marked_by_open_squares_and_both_are_named() -> None:
    axes = drawn_profile(
        [
            {"text": "Mod", "mean": 2.5, "before": 1.5},
            {"text": "Tid", "mean": None, "before": 3},
            {"text": "Rum", "mean": 4, "before": None},
        ],
        "Då",
        "Nu",
    ).axes[0]
    at = {
        marker: [
            (list(line.get_xdata()), list(line.get_ydata()))
            for line in axes.lines
            if line.get_marker() == marker and line.get_ydata()[0] >= 0
        ]
        for marker in "so"
    }
    assert at == {"s": [([1.5], [0]), ([3], [1])], "o": [([2.5], [0]), ([4], [2])]}
    squares = [line for line in axes.lines if line.get_marker() == "s"]
    assert {line.get_markerfacecolor() for line in squares} == {"none"}
    assert [text.get_text() for text in axes.texts][:2] == ["Då", "Nu"]
    legend = [line.get_marker() for line in axes.lines if line.get_ydata()[0] < 0]
    assert legend == ["s", "o"]


def widths(root: ElementTree.Element) -> list[float]:
    """How wide each person's mark is drawn."""
    across = {
        f"#{path.get('id')}": max(map(float, re.findall(r"[\d.]+", path.get("d", ""))))
        for path in root.iter(f"{SVG}path")
        if path.get("id")
    }
    return [2 * across[use.get("href", "")] for use in root.iter(f"{SVG}use")]


def test_weight_makes_one_person_s_mark_larger() -> None:
    # Karin is the first of the first unit, whose mark is a circle.
    karin, *others = widths(whole_network(weight={"Karin": 1.0}))
    assert len(others) == 59
    assert karin > 3 * max(others)


def test_without_weights_all_marks_of_a_unit_are_equal() -> None:
    assert len(set(widths(whole_network())[:11])) == 1
