"""A later table beside an earlier one: what is told of those who came, went, stayed.

Expected counts are made by hand from the tables beside them.
"""

from typing import Any

import pytest

from course.journal import Journal, MemoryStore
from course.plain import Json
from course.session.own import Own
from course.words import say

PEOPLE = b"name,unit\nAnn,Finance\nBo,Finance\nCy,IT\nDu,IT\n"
TIES = b"from,to,strength\nAnn,Bo,4\nBo,Ann,4\nAnn,Cy,1\nCy,Du,3\n"
LATER_PEOPLE = b"name,unit\nEva,IT\nDu,IT\nCy,Finance\nBo,Finance\nAnn,Finance\n"
LATER = b"from,to,strength\nAnn,Bo,4\nBo,Ann,2\nAnn,Cy,3\nEva,Du,2\nDu,Bo,1\n"
"""Cy has gone over to Finance, and Du is no longer named by Cy; Eva is new."""


@pytest.fixture
def own() -> Own:
    return Own(Journal(MemoryStore()), "en")


def read(own: Own, ties: bytes, people: bytes = b"", who: str = "people") -> Json:
    return own.handle({"do": "read", "who": who}, ties, people)


def compared(own: Own, first: Json, later: Json, *, named: bool = True) -> Json:
    """What is told of both; ``named`` is whether the page knows who is who."""
    own.handle({"do": "keep", "network": first["network"]})
    key = first["key"]
    match = [key.index(one) if one in key else -1 for one in later["key"]] if named else None
    return own.handle({"do": "compare", "later": later["network"], "match": match})


def part(told: Json, id: str) -> Json:
    return next(one for one in told["sections"] if one["id"] == id)


def test_people_are_followed_by_the_key_that_the_page_has(own: Own) -> None:
    first, later = read(own, TIES, PEOPLE), read(own, LATER, LATER_PEOPLE)
    told = compared(own, first, later)
    assert part(told, "both")["told"] == [
        "Then: 4 names. Now: 5. In both: 4.",
        say("own.later-by-key", "en"),
        say("own.later-moved", "en", n=1),
    ]
    number = {name: n + 1 for n, name in enumerate([*first["key"], "Eva"])}

    def tie(one: str, other: str, strength: int) -> str:
        unit = {"Ann": "Finance", "Bo": "Finance"}  # the others stand in IT, as Cy did
        placed = (f"person {number[name]} ({unit.get(name, 'IT')})" for name in (one, other))
        return "{} names {}, strength {}".format(*placed, strength)

    assert part(told, "came")["list"] == [tie("Eva", "Du", 2), tie("Du", "Bo", 1)]
    went = part(told, "went")
    assert went["list"] == [tie("Cy", "Du", 3)]
    assert went["then"] == [say("own.later-deeper", "en", stronger=1, weaker=1)]
    assert "Ann" not in str(told)


def test_everyone_stands_in_one_place_on_both_maps_and_who_is_away_is_told(own: Own) -> None:
    first, later = read(own, TIES, PEOPLE), read(own, b"from,to\nAnn,Eva\nAnn,Bo\n", LATER_PEOPLE)
    told = compared(own, first, later)
    then, now = told["maps"]
    assert then["map"]["nodes"] == now["map"]["nodes"]
    assert (len(then["map"]["ties"]), len(now["map"]["ties"])) == (4, 2)
    assert then["away"] == [4]  # Eva, who is new
    assert now["away"] == []  # the list of people still has all four


def test_the_boundaries_are_told_then_and_now(own: Own) -> None:
    told = compared(own, read(own, TIES, PEOPLE), read(own, LATER, LATER_PEOPLE))
    # Within Finance 2 ties and then Ann-Bo, Bo-Ann, Ann-Cy; across 1 and then none; in IT 1 and 1;
    # from IT to Finance none and then Du-Bo.
    assert part(told, "table")["table"]["rows"] == [
        ["Finance", "2 → 3", "1 → 0"],
        ["IT", "0 → 1", "1"],
    ]
    wall = part(told, "wall")
    # Of 4 ties 1 crosses: -0.5. Of 5 ties 1 crosses: -0.6.
    assert wall["told"][0] == "The E–I index was −0.50 and is now −0.60."
    assert wall["table"]["rows"][0] == ["1 or more", "4", "5", "25%", "20%", "−0.50", "−0.60"]
    assert wall["table"]["rows"][3][1:3] == ["2", "1"]


def test_where_the_key_is_gone_only_figures_and_units_are_compared(own: Own) -> None:
    told = compared(own, read(own, TIES, PEOPLE), read(own, LATER, LATER_PEOPLE), named=False)
    assert told["maps"] == []
    assert [one["id"] for one in told["sections"]] == ["both", "wall", "table"]
    assert say("own.later-unknown", "en") in part(told, "both")["told"]


@pytest.mark.parametrize("match", [[0, 0, 1, 2, 3], [0, 1], [9, 0, 1, 2, 3], "abcde", [True] * 5])
def test_what_says_nothing_of_who_is_who_is_taken_for_nothing(own: Own, match: Any) -> None:
    own.handle({"do": "keep", "network": read(own, TIES, PEOPLE)["network"]})
    later = read(own, LATER, LATER_PEOPLE)["network"]
    told = own.handle({"do": "compare", "later": later, "match": match})
    assert told["maps"] == []


def test_units_are_the_same_where_they_are_called_the_same(own: Own) -> None:
    first = read(own, b"from,to,strength\nIT,HR,1\nHR,Care,2\n", who="units")
    later = read(own, b"from,to,strength\nCare,HR,2\nIT,HR,3\nHR,Law,1\n", who="units")
    told = compared(own, first, later, named=False)
    assert part(told, "both")["told"][0] == "Then: 3 names. Now: 4. In both: 3."
    assert part(told, "came")["list"] == [
        "Care names HR, strength 2",
        "HR names Law, strength 1",
    ]
    assert part(told, "went")["list"] == ["HR names Care, strength 2"]
    assert [len(one["map"]["nodes"]) for one in told["maps"]] == [4, 4]
    assert part(told, "wall")["table"]["rows"][0] == ["1 or more", "2", "3"]


def test_units_and_people_are_not_compared_nor_what_is_no_organisation(own: Own) -> None:
    first = read(own, b"from,to\nIT,HR\n", who="units")
    told = compared(own, first, read(own, TIES, PEOPLE))
    assert told == {"problem": say("own.later-unlike", "en")}
    assert own.handle({"do": "compare", "later": {"size": 3}}) == {"nothing": True}


def test_one_look_without_units_has_no_boundaries_to_compare(own: Own) -> None:
    told = compared(own, read(own, TIES), read(own, LATER, LATER_PEOPLE))
    assert [one["id"] for one in told["sections"]] == ["both", "came", "went", "wall"]
    assert say("own.later-units", "en") in part(told, "both")["told"]
    assert part(told, "wall")["told"] == []
