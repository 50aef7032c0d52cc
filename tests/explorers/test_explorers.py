"""Each explorer against ``course.networks``: what it says is what the measures give."""

import json
import re
from itertools import combinations
from typing import Any

import pytest

from course.explorers import EXPLORERS, tie_strength
from course.explorers.explorer import Control, Explorer
from course.networks import at_least, boundary, boundary_table, brokers, municipality
from course.networks.graph import Network
from course.networks.measures import Boundary
from course.networks.municipality import Municipality
from course.paths import LANGUAGES
from course.words import decimal, say

STOPS = range(4)
MAPS = ("tie-strength", "brokers", "boundary-table")
"""The explorers of Älvhamn's collaboration map."""
in_both_languages = pytest.mark.parametrize("language", LANGUAGES)
at_every_stop = pytest.mark.parametrize("stop", STOPS)


@pytest.fixture(scope="module")
def network() -> Network:
    return municipality.load()


def numbers(text: str) -> list[str]:
    """The numbers of a sentence, as they are written."""
    return re.findall(r"[+−]?\d+(?:[.,]\d+)?", text)


@at_every_stop
@in_both_languages
def test_tie_strength_tells_the_boundary(network: Network, stop: int, language: str) -> None:
    at = boundary(at_least(network, stop + 1))
    picture = EXPLORERS["tie-strength"].look({"strength": stop}, language)
    assert numbers(picture.message) == [str(at.external), str(at.ties)]
    ei, chance = (decimal(value, 2, language, signed=True) for value in (at.ei, at.chance))
    between = [decimal(value, 2, language, signed=True) for value in at.by_chance]
    isolates = [str(at.isolates)] if at.isolates > 1 else []
    assert numbers(picture.reading) == [ei, chance, *between, *isolates]
    assert numbers(picture.caption) == ["8", "60"]
    row = picture.table.rows[stop]
    assert row[1:4] == (str(at.ties), str(at.external), str(at.isolates))
    assert row[4] == ei
    assert row[5:] == tuple(
        decimal(share, 2, language) for share in (at.density_within, at.density_between)
    )


@at_every_stop
@in_both_languages
def test_brokers_names_who_stands_between(network: Network, stop: int, language: str) -> None:
    graph = at_least(network, stop + 1)
    first, second, third, *_ = ranked = brokers(graph)
    picture = EXPLORERS["brokers"].look({"strength": stop}, language)
    unit_names = {unit.id: getattr(unit, language) for unit in municipality.units()}
    person = graph.nodes[first.node]
    assert person["name"] in picture.message
    assert unit_names[person["unit"]] in picture.message
    times = decimal(first.betweenness / second.betweenness, 1, language)
    assert numbers(picture.reading) == [str(first.units_reached), times]
    assert first.node in picture.reading
    assert second.node in picture.reading
    assert [row[0] for row in picture.table.rows] == [
        graph.nodes[broker.node]["name"] for broker in ranked[:8]
    ]
    assert picture.table.rows[0][2:] == (
        str(first.ties),
        str(first.units_reached),
        decimal(first.betweenness, 0, language),
        decimal(first.constraint, 2, language),
    )
    drawing: Any = picture.drawing
    assert [drawing["people"][i]["name"] for i in drawing["named"]] == [
        broker.node for broker in (first, second, third)
    ]


@at_every_stop
@in_both_languages
def test_boundary_table_counts_ties_unit_by_unit(
    network: Network, stop: int, language: str
) -> None:
    order = [unit.id for unit in municipality.units()]
    names = [getattr(unit, language) for unit in municipality.units()]
    counted = boundary_table(at_least(network, stop + 1), order=order)
    picture = EXPLORERS["boundary-table"].look({"strength": stop}, language)
    pairs = list(combinations(range(8), 2))
    closest = max(pairs, key=lambda pair: counted.density[pair])
    assert names[closest[0]] in picture.message
    assert names[closest[1]] in picture.message
    assert numbers(picture.message) == [str(counted.ties[closest])]
    without = sum(counted.ties[pair] == 0 for pair in pairs)
    assert len(pairs) == 28  # 8 units: 8 x 7 / 2
    assert numbers(picture.reading) == ([str(without), "28"] if without else [])
    assert [list(row) for row in picture.table.rows] == [
        [name, *map(str, row)] for name, row in zip(names, counted.ties.tolist(), strict=True)
    ]
    assert picture.table.columns[1:] == tuple(names)


@pytest.mark.parametrize("name", MAPS)
@at_every_stop
@in_both_languages
def test_every_picture_is_whole(name: str, stop: int, language: str) -> None:
    picture = EXPLORERS[name].look({"strength": stop}, language)
    for words in (picture.message, picture.caption, picture.reading, picture.table.caption):
        assert words
        assert "nan" not in words
        assert "{" not in words
    assert all(len(row) == len(picture.table.columns) for row in picture.table.rows)
    assert all(cell for row in picture.table.rows for cell in row)
    assert EXPLORERS[name].look({"strength": stop}, language) == picture


@pytest.mark.parametrize("name", MAPS)
def test_each_setting_and_language_has_a_picture_of_its_own(name: str) -> None:
    looks = [
        EXPLORERS[name].look({"strength": stop}, language)
        for stop in STOPS
        for language in LANGUAGES
    ]
    assert len({json.dumps(picture.drawing) for picture in looks}) == len(looks)
    assert len({(picture.message, picture.reading) for picture in looks}) == len(looks)


@pytest.mark.parametrize("name", MAPS)
@in_both_languages
def test_the_page_gets_controls_with_names_for_every_stop(name: str, language: str) -> None:
    explorer = EXPLORERS[name]
    assert explorer.name == name
    (task,) = explorer.task(language)
    assert task["id"] == "strength"
    assert task["text"] == say(f"explore.{name}.strength", language)
    assert len(task["stops"]) == len(set(task["stops"])) == 4


def test_every_explorer_calls_the_strengths_the_same() -> None:
    for language in LANGUAGES:
        tasks = [EXPLORERS[name].task(language) for name in MAPS]
        stops = [[control["stops"] for control in task] for task in tasks]
        assert stops == [stops[0]] * len(MAPS)


# --- settings ------------------------------------------------------------------------------------

TWO = Explorer(
    name="two", controls=(Control("a", 3), Control("b", 5, start=2)), look=lambda _, __: None
)  # type: ignore[arg-type,return-value]


@pytest.mark.parametrize(
    ("sent", "setting"),
    [
        ({"a": 1, "b": 4}, {"a": 1, "b": 4}),
        ({"a": -1, "b": -(10**30)}, {"a": 0, "b": 0}),
        ({"a": 3, "b": 10**30}, {"a": 2, "b": 4}),
        ({}, {"a": 0, "b": 2}),
        ({"b": 0}, {"a": 0, "b": 0}),
        ({"c": 1, "__class__": 2, "a": 1}, {"a": 1, "b": 2}),
    ],
)
def test_settings_are_kept_in_bounds(sent: object, setting: dict[str, int]) -> None:
    assert TWO.setting(sent) == setting


@pytest.mark.parametrize("sent", [None, [], "a", 3, True, [("a", 1)], {"a": None, "b": "1"}])
def test_garbage_is_passed_over(sent: object) -> None:
    assert TWO.setting(sent) == {"a": 0, "b": 2}


@pytest.mark.parametrize("stop", [1.0, True, "1", None, [1], float("nan")])
def test_a_stop_is_a_whole_number(stop: object) -> None:
    assert TWO.setting({"a": stop}) == {"a": 0, "b": 2}


# --- places --------------------------------------------------------------------------------------


def places(name: str, stop: int, language: str) -> dict[str, tuple[float, float]]:
    """Where everybody stands."""
    drawing: Any = EXPLORERS[name].look({"strength": stop}, language).drawing
    return {person["name"]: (person["x"], person["y"]) for person in drawing["people"]}


def test_each_strength_is_measured_once_for_all_stops_and_languages(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The table tells of all four at every stop: a slider that is dragged does not wait for it."""
    measured: list[Network] = []

    def counted(graph: Network) -> Boundary:
        measured.append(graph)
        return boundary(graph)

    monkeypatch.setattr(tie_strength, "boundary", counted)
    town = Municipality()
    told = [tie_strength.look({"strength": stop}, "sv", town) for stop in (0, 1, 2, 3, 0)]
    assert len(measured) == 4
    assert told[0] == told[4] != told[1]


@pytest.mark.parametrize("name", ["tie-strength", "brokers"])
def test_everybody_stands_in_the_same_place_at_every_strength(network: Network, name: str) -> None:
    first = places(name, 0, "sv")
    assert set(first) == set(network)
    assert len(set(first.values())) == 60
    assert all(places(name, stop, language) == first for stop in STOPS for language in LANGUAGES)


@at_every_stop
def test_the_ties_that_are_drawn_are_the_network_s(network: Network, stop: int) -> None:
    drawing: Any = EXPLORERS["tie-strength"].look({"strength": stop}, "sv").drawing
    names = [person["name"] for person in drawing["people"]]
    drawn = {frozenset((names[a], names[b])) for a, b in drawing["ties"]}
    assert drawn == {frozenset(tie) for tie in at_least(network, stop + 1).edges}
    assert len(drawn) == len(drawing["ties"])


def test_the_first_broker_is_the_largest(network: Network) -> None:
    drawing: Any = EXPLORERS["brokers"].look({"strength": 0}, "sv").drawing
    weights = {person["name"]: person["weight"] for person in drawing["people"]}
    first, second, *_ = brokers(network)
    assert weights[first.node] == 1
    assert weights[second.node] == pytest.approx(second.betweenness / first.betweenness)
