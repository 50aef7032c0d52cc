"""The cast as an object, and what an overlay's own file does to it."""

import json
from datetime import date
from pathlib import Path

import pytest

import course.content.cast
from course.content.cast import id_of, read_cast
from course.content.course import Course, ours
from course.networks import municipality


def test_everybody_in_the_network_is_in_the_cast_with_the_same_post() -> None:
    """The network's own files are the other side: they were written from the cast."""
    graph = municipality.load("en")
    people = {one.given: one for one in ours().cast.people.values()}
    assert set(people) == set(graph)
    for node, about in graph.nodes(data=True):
        one = people[node]
        assert (one.name, one.unit, one.role.en) == (about["name"], about["unit"], about["role"])


@pytest.mark.parametrize(
    ("name", "id"), [("Åsa Wikander", "asa"), ("Zoë Öst", "zoe"), ("Eva Rosander", "eva")]
)
def test_an_id_is_the_given_name_in_plain_letters(name: str, id: str) -> None:
    assert id_of(name) == id


def test_who_recurs_comes_first_and_all_who_are_met_are_presented() -> None:
    met = ours().cast.met
    assert [one.id for one in met][:5] == ["karin", "yonas", "ali", "samira", "eva"]
    assert all(one.met for one in met)


def test_the_weeks_of_the_trial() -> None:
    """By a calendar of 2026: 5 October is a Monday, 15 November a Sunday, six weeks later."""
    trial = ours().cast.trial
    assert trial is not None
    assert (trial.weeks, trial.week(date(2026, 10, 4)), trial.week(date(2026, 10, 5))) == (6, 0, 1)
    assert (trial.week(date(2026, 11, 15)), trial.left(date(2026, 10, 26))) == (6, 3)
    assert trial.day(4, 0) == date(2026, 10, 26)


def test_a_month_without_a_day_is_no_day_of_a_scene() -> None:
    assert ours().cast.scene("05-idea-to-use") is None
    assert ours().cast.scene("03-culture") == date(2026, 10, 16)


def test_what_is_laid_over_the_cast_replaces_what_it_names_and_no_more(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "cast.yml").write_text(
        "municipality: {sv: Västervik, en: Västervik}\n"
        "people: {yonas: {name: Olle Berg, unit: home-care, role: {sv: vårdare, en: carer}}}\n",
        encoding="utf-8",
    )
    cast, own = Course.open(ours().folders[0], tmp_path).cast, ours().cast
    assert cast.municipality is not None
    assert (cast.municipality.sv, cast.people["yonas"].name) == ("Västervik", "Olle Berg")
    assert (cast.people["karin"], cast.units, cast.days) == (
        own.people["karin"],
        own.units,
        own.days,
    )


def test_a_course_without_a_cast_has_nobody(tmp_path: Path) -> None:
    assert Course.open(tmp_path).cast == read_cast((), ())


def test_the_schema_names_every_part_that_is_read() -> None:
    file = Path(course.content.cast.__file__).with_name("cast.schema.json")
    properties = json.loads(file.read_text(encoding="utf-8"))["properties"]
    parts = "municipality streets units people residents recurring trial days counts"
    assert list(properties) == parts.split()
