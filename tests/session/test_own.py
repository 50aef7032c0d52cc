"""What the page on one's own organisation asks of a session, and what it is told.

Expected counts are made by hand from the tables beside them; indices are those of
`course.networks.boundary`, which has tests of its own.
"""

import io
import random
import time
from itertools import pairwise
from typing import Any

import networkx as nx
import openpyxl
import pytest
from hypothesis import given as any_of
from hypothesis import settings
from hypothesis import strategies as st

from course.journal import Journal, MemoryStore
from course.models.spreading import bridged
from course.networks import boundary, read
from course.networks.given import reading
from course.plain import Json
from course.portfolio import ours
from course.session.own import Own
from course.words import decimal, say

PEOPLE = b"name,unit\nAnn,Finance\nBo,Finance\nCy,IT\nDu,IT\n"
TIES = b"from,to,strength\nAnn,Bo,4\nBo,Ann,4\nAnn,Cy,1\nCy,Du,3\nDu,Cy,often\n"
UNITS = "från;till;styrka\nHemtjänst;Ekonomi;1\nEkonomi;IT;3\nIT;HR;2\n".encode()


@pytest.fixture
def own() -> Own:
    return Own(Journal(MemoryStore()), "en")


def brought(own: Own, ties: bytes = TIES, units: bytes = PEOPLE, who: str = "people") -> Json:
    """A network that was read and kept; and what was told of it."""
    told = own.handle({"do": "read", "who": who}, ties, units)
    assert own.handle({"do": "keep", "network": told["network"]}) == {"problem": ""}
    return told


def part(told: Json, id: str) -> Json:
    """The part of what is told that has this id."""
    return next(one for one in told["sections"] if one["id"] == id)


def test_what_was_understood_is_told_before_anything_is_kept(own: Own) -> None:
    told = own.handle({"do": "read", "who": "people"}, TIES, PEOPLE)
    assert dict(told["understood"]["facts"]) == {
        "Names": "4",
        "Ties": "4",
        "Units that they belong to": "2",
        "Form": say("own.form-list", "en"),
        "Cells are separated by": "commas",
        "Rows and cells that are not used": "1",
    }
    (remark,) = told["understood"]["remarks"]
    assert remark["text"].startswith("Row 6: ")
    assert remark["counts"] is False
    assert told["who"] == "people"
    assert own.handle({"do": "show"}) == {"nothing": True}


def test_what_is_odd_in_the_same_way_is_told_once_with_its_rows(own: Own) -> None:
    ties = b"from,to\nAnn,Bo\n" + b"".join(b"Ann,Eve\n" for _ in range(7)) + b"Bo,Cy\n"
    told = own.handle({"do": "read", "who": "people"}, ties, b"name,unit\nAnn,IT\nBo,IT\nCy,\n")
    texts = [one["text"] for one in told["understood"]["remarks"]]
    assert [text.partition(": ")[0] for text in texts[1:]] == [
        "Rows 3, 4, 5, 6, 7, 8 …",  # of seven
        "Row 10",
        "In the list. Row 4",
    ]
    assert dict(told["understood"]["facts"])["Rows and cells that are not used"] == "9"


def test_whether_names_are_of_people_is_asked_where_no_units_are_told(own: Own) -> None:
    told = own.handle({"do": "read", "who": ""}, UNITS)
    assert told["who"] == ""
    assert told["network"]["names"] == []  # as long as nobody has said so they are people
    assert len(told["key"]) == 4
    units = own.handle({"do": "read", "who": "units"}, UNITS)
    assert units["network"]["names"] == ["Hemtjänst", "Ekonomi", "IT", "HR"]
    assert units["key"] == []


def test_no_name_of_a_person_reaches_what_is_kept_or_told(own: Own) -> None:
    brought(own)
    kept = own._journal.draft("", "own-organisation")
    told = [own.handle({"do": "show"}), own.handle({"do": "show", "part": "rest"}), kept]
    assert "Finance" in str(kept)
    assert not [name for name in ("Ann", "Bo", "Cy", "Du") if f"'{name}" in str(told)]


def test_it_is_there_again_and_deleted_for_good_and_in_no_export(tmp_path: Any) -> None:
    journal = Journal(tmp_path)
    brought(Own(journal, "sv"))
    journal.write_drafts()
    assert b"Finance" not in journal.export()
    again = Own(Journal(tmp_path), "en")
    assert again.handle({"do": "show"})["size"] == 4
    assert again.handle({"do": "forget"}) == {"planned": False}
    assert again.handle({"do": "show"}) == {"nothing": True}
    again._journal.write_drafts()
    assert all(b"Finance" not in file.read_bytes() for file in tmp_path.iterdir())


def test_the_sentence_on_the_wall_has_the_measures_of_the_network(own: Own) -> None:
    brought(own)
    found = boundary(read(TIES, PEOPLE).graph)  # 3 ties inside, 1 across: -0.5
    assert found.ei == -0.5
    wall = part(own.handle({"do": "show", "part": "wall"}), "wall")
    low, high = (decimal(end, 2, "en", signed=True) for end in found.by_chance)
    assert "−0.50. If ties took no notice of units it would be near +0.33" in wall["told"][0]
    assert f"between {low} and {high}" in wall["told"][0]
    assert [row[1] for row in wall["table"]["rows"]] == ["4", "3", "3", "2"]


def test_the_boundary_table_has_rows_where_ties_begin(own: Own) -> None:
    brought(own)
    table = part(own.handle({"do": "show"}), "table")["table"]
    assert table["head"][1:] == ["Finance", "IT"]
    assert table["rows"] == [["Finance", "2", "1"], ["IT", "", "1"]]


def test_units_have_strengths_in_their_table_and_no_index(own: Own) -> None:
    brought(own, UNITS, b"", "units")
    told = own.handle({"do": "show"})
    assert [one["text"] for one in told["map"]["nodes"]] == ["Hemtjänst", "Ekonomi", "IT", "HR"]
    assert part(told, "table")["table"]["rows"][1] == ["Ekonomi", "", "", "3", ""]
    wall = own.handle({"do": "show", "part": "wall"})
    assert say("own.ei-none", "en") in part(wall, "wall")["told"]


def test_the_rest_comes_in_the_order_that_the_page_has(own: Own) -> None:
    brought(own, UNITS, b"", "units")
    rest = own.handle({"do": "show", "part": "rest"})
    ids = [one["id"] for one in rest["sections"]]
    assert ids == ["wall", "hangs", "help", "spread", "doubt"]
    assert ids == [one["id"] for one in own.handle({"do": "show"})["parts"]]
    one_by_one = [own.handle({"do": "show", "part": id})["sections"] for id in ids]
    assert [[one] for one in rest["sections"]] == one_by_one
    # In a line of four each of the middle two cuts one off; Ekonomi stands first.
    assert part(rest, "hangs")["told"] == [
        "Most hangs on Ekonomi. Without Ekonomi, one other has no way to the rest."
    ]


def test_a_map_in_two_parts_is_not_said_to_hang_together(own: Own) -> None:
    brought(own, b"from,to\nA,B\nB,C\nC,A\nD,E\nE,F\nF,D\n", b"", "units")
    (told,) = part(own.handle({"do": "show", "part": "rest"}), "hangs")["told"]
    assert told == say("own.hub-none", "en")


def test_the_plan_has_three_sentences_at_most(own: Own) -> None:
    brought(own)  # no new tie shortens the way for any others: two are all there is to say
    assert len(planned(own)) == 2
    brought(
        own, TIES + b"Du,Eva,2\n", PEOPLE + b"Eva,IT\n"
    )  # Bo and Eva would: Bo has 3 steps to Du
    assert len(planned(own)) == 3
    assert all("{" not in one and one for one in planned(own))


def planned(own: Own) -> tuple[str, ...]:
    """What stands in the plan once it is taken there."""
    own.handle({"do": "plan"})
    found = ours.from_words(own._journal.planned()[ours.ITEM].words or "")
    assert found is not None
    return found.told


def test_it_is_taken_into_the_plan_by_neutral_labels_and_out_again(own: Own) -> None:
    journal = own._journal
    brought(own, UNITS, b"", "units")
    assert own.handle({"do": "show"})["planned"] is False
    assert own.handle({"do": "plan", "bridge": 0}) == {"planned": True}
    assert own.handle({"do": "show"})["planned"] is True
    found = ours.from_words(journal.planned()[ours.ITEM].words or "")
    assert found is not None
    assert found.units == ("Unit 1", "Unit 2", "Unit 3", "Unit 4")
    assert found.rows == ((0, 1, 0, 0), (0, 0, 3, 0), (0, 0, 0, 2), (0, 0, 0, 0))
    # In a line of four, 1 and 3 as well as 1 and 4 bring one other pair together; 3 comes first.
    assert found.bridge == "Between unit 1 and unit 3. Pairs that get a shorter way: 1."
    assert found.ends == (0, 2)
    assert found.told[0].startswith("Most hangs on unit 2.")
    assert b"Hemtj" not in journal.export()
    assert own.handle({"do": "unplan"}) == {"planned": False}
    assert journal.planned()[ours.ITEM].words == ""
    assert own.handle({"do": "show"})["size"] == 4  # it is still here


def test_units_have_their_names_in_the_plan_only_where_that_is_asked(own: Own) -> None:
    brought(own)
    own.handle({"do": "plan", "bridge": None, "named": True})
    found = ours.from_words(own._journal.planned()[ours.ITEM].words or "")
    assert found is not None
    assert (found.units, found.bridge, found.ends) == (("Finance", "IT"), "", ())
    assert (found.rows, found.counts) == (((2, 1), (0, 1)), True)  # as in the boundary table above
    words = own._journal.planned()[ours.ITEM].words or ""
    assert not [name for name in ("Ann", "Bo", "Cy", "Du") if f'"{name}' in words]


def test_of_many_units_the_busiest_are_in_the_plan_and_keep_their_numbers(own: Own) -> None:
    # u0 has one tie, and u1 to u12 have two or three: it alone is left out of the table.
    ties = "from,to\nu0,u1\n" + "".join(f"u{n},u{n % 12 + 1}\n" for n in range(1, 13))
    brought(own, ties.encode(), b"", "units")
    own.handle({"do": "plan"})
    found = ours.from_words(own._journal.planned()[ours.ITEM].words or "")
    assert found is not None
    assert found.numbers == tuple(range(2, 14))
    assert found.units[0] == "Unit 2"


def test_a_bridge_between_people_is_told_by_their_units(own: Own) -> None:
    # Bo would have a shorter way to Eva over either end; Ann has the only tie across.
    brought(own, TIES + b"Du,Eva,2\n", PEOPLE + b"Eva,IT\n")
    own.handle({"do": "plan", "bridge": 0})
    found = ours.from_words(own._journal.planned()[ours.ITEM].words or "")
    assert found is not None
    assert found.bridge.startswith("Between unit 1 and unit 2. ")
    assert "tie between unit 1 and unit 2 " in found.told[2]
    assert found.ends == (0, 1)


def test_people_without_units_are_in_no_table_of_the_plan(own: Own) -> None:
    brought(own, b"from,to\nAnn,Bo\nBo,Cy\nCy,Du\n", b"")
    own.handle({"do": "plan", "bridge": 0, "named": True})
    found = ours.from_words(own._journal.planned()[ours.ITEM].words or "")
    assert found is not None
    assert (found.units, found.rows, found.ends) == ((), (), ())
    assert found.bridge.startswith("Between person ")


def test_deleting_it_takes_it_out_of_the_plan_and_the_plan_is_told_where_nothing_is_kept(
    own: Own,
) -> None:
    brought(own)
    own.handle({"do": "plan"})
    own._journal.keep_draft("", "own-organisation", None)  # as on another computer
    assert own.handle({"do": "show"}) == {"nothing": True, "planned": True}
    assert own.handle({"do": "forget"}) == {"planned": False}
    assert own.handle({"do": "show"}) == {"nothing": True}


def test_the_same_again_is_no_new_event(own: Own) -> None:
    brought(own)
    for _ in range(2):
        own.handle({"do": "plan", "bridge": 0})
    assert len(own._journal.events()) == 1
    own.handle({"do": "unplan"})
    own.handle({"do": "unplan"})
    assert len(own._journal.events()) == 2


def test_what_is_no_suggested_tie_is_no_bridge(own: Own) -> None:
    brought(own, UNITS, b"", "units")
    for odd in (-1, 9, "0", True, 1.0, [0], None):
        own.handle({"do": "plan", "bridge": odd})
        found = ours.from_words(own._journal.planned()[ours.ITEM].words or "")
        assert found is not None
        assert found.bridge == ""


def test_ties_are_told_with_what_they_cost_and_all_of_it_together(own: Own) -> None:
    brought(own, UNITS, b"", "units")
    said = own.handle({"do": "cost", "across": "2,5", "budget": 4})
    assert said["problem"] == ""
    # In a line of four a first tie brings one pair nearer; a second would need another 2.5 of 1.5.
    assert said["section"]["list"] == [
        "Between Hemtjänst and IT. Pairs that get a shorter way: 1. Time: 2.5 h a month."
    ]
    assert said["section"]["then"] == ["Time in all: 2.5 of 4 h a month."]
    again = part(own.handle({"do": "show", "part": "help"}), "help")
    assert [(one["id"], one["value"]) for one in again["cost"]] == [
        ("across", "2.5"),
        ("budget", "4"),
    ]
    own.handle({"do": "plan", "bridge": 0})
    found = ours.from_words(own._journal.planned()[ours.ITEM].words or "")
    assert found is not None
    assert found.bridge.endswith("Time: 2.5 h a month.")
    dear = own.handle({"do": "cost", "across": 5, "budget": 4})["section"]
    assert (dear["told"], dear["list"]) == ([say("own.help-dear", "en")], [])
    without = own.handle({"do": "cost", "across": "", "budget": ""})["section"]
    assert [one["value"] for one in without["cost"]] == ["", ""]
    assert "Time" not in str(without["list"])


def test_what_is_no_cost_is_told_and_what_was_set_stays(own: Own) -> None:
    brought(own)
    own.handle({"do": "cost", "within": 1, "across": 2, "budget": 4})
    for odd in ("0", "-1", "two", "nan", "inf", "1e9", [2], {"a": 2}, True, 2000):
        said = own.handle({"do": "cost", "within": "1", "across": odd, "budget": "4"})
        assert said == {"problem": say("own.cost-problem", "en")}, odd
    missing = own.handle({"do": "cost", "within": "1", "across": "2"})
    assert missing == {"problem": say("own.cost-problem", "en")}
    kept = part(own.handle({"do": "show", "part": "help"}), "help")["cost"]
    assert [one["value"] for one in kept] == ["1", "2", "4"]
    own.handle({"do": "forget"})
    brought(own)
    kept = part(own.handle({"do": "show", "part": "help"}), "help")["cost"]
    assert [one["value"] for one in kept] == ["", "", ""]


def test_the_page_knows_which_bridge_the_plan_has(own: Own) -> None:
    def planned() -> Json:
        return part(own.handle({"do": "show", "part": "help"}), "help")["planned"]

    brought(own, b"from,to\nA,B\nB,C\nC,D\nD,E\nE,F\n", b"", "units")
    assert planned() == {"bridge": None, "named": False}
    for bridge, named in ((1, True), (0, False), (None, True)):
        own.handle({"do": "plan", "bridge": bridge, "named": named})
        assert planned() == {"bridge": bridge, "named": named}
    own.handle({"do": "plan", "bridge": 1})
    swedish = Own(own._journal, "sv").handle({"do": "show", "part": "help"})
    assert part(swedish, "help")["planned"]["bridge"] == 1
    brought(own, UNITS, b"", "units")  # another map, of which that is no tie
    assert planned() == {"bridge": None, "named": False}


def test_a_practice_spreads_from_a_unit_and_new_ties_carry_it_on(own: Own) -> None:
    brought(own)
    told = own.handle({"do": "spread", "begin": 0, "contacts": 2})
    # Finance has two people; Cy has met one of them and is given a second, and Du one besides Cy.
    assert [row[-1] for row in told["table"]["rows"]] == ["2", "4"]
    for odd in (None, -1, 9, "x", True, 1.5):
        assert own.handle({"do": "spread", "begin": odd, "contacts": odd})["table"]


def test_each_round_of_the_spread_is_told_for_everyone(own: Own) -> None:
    brought(own, b"from,to\nA,B\nB,C\nC,D\n", b"", "units")
    play = own.handle({"do": "spread", "begin": 0, "contacts": 2})["play"]
    # A begins with B; C meets B alone until it is tied to A, D is tied to A after that.
    assert play == {"now": [0, 0, -1, -1], "then": [0, 0, 1, 2], "ties": [[0, 2], [0, 3]]}


def test_new_ties_are_no_more_than_they_may_be_and_always_new() -> None:
    for seed in range(8):
        graph = nx.gnp_random_graph(30, 0.06, seed=seed)
        now, then, ties = bridged(graph, [0, 1], contacts=2)
        assert len(ties) <= 5
        assert not [tie for tie in ties if graph.has_edge(*tie)]
        assert then[-1] >= now[-1]
        assert all(one < other for one, other in pairwise(now))


def test_what_is_too_large_to_keep_is_told_and_can_be_looked_at(own: Own) -> None:
    rng = random.Random(3)
    people = "name,unit\n" + "".join(f"n{n},u{n % 20}\n" for n in range(2000))
    pairs = {tuple(rng.sample(range(2000), 2)) for _ in range(25_000)}
    rows = "".join(f"n{a},n{b},{rng.randrange(1, 5)}\n" for a, b in pairs)
    told = own.handle({"do": "read"}, f"from,to,strength\n{rows}".encode(), people.encode())
    kept = own.handle({"do": "keep", "network": told["network"]})
    assert kept == {"problem": say("own.too-large", "en")}
    assert own.handle({"do": "show", "network": told["network"]})["size"] == 2000
    begun = time.process_time()
    rest = own.handle({"do": "show", "part": "rest", "network": told["network"]})
    assert part(rest, "help")["told"] == [say("own.help-large", "en")]
    assert time.process_time() - begun < 30  # seconds; two or so where nobody else works


def twenty_thousand() -> bytes:
    rows = (f"n{n % 997},n{(n * 7 + 1 + n // 997) % 997},{n % 4 + 1}" for n in range(20_000))
    return "\n".join(["from,to,strength", *rows]).encode()


def test_a_long_table_is_read_in_steps_and_comes_to_the_same(own: Own) -> None:
    table = twenty_thousand()
    told = own.handle({"do": "read", "who": "units", "steps": True}, table)
    shares, longest = [], 0.0
    while "reading" in told:
        shares.append(told["share"])
        begun = time.thread_time()
        told = own.handle({"do": "read", "who": "units", "steps": True, "reading": told["reading"]})
        longest = max(longest, time.thread_time() - begun if "reading" in told else 0)
    assert len(shares) > 2
    assert shares == sorted(shares)
    assert longest < 0.2  # of this thread alone; a twentieth is asked for
    assert told == own.handle({"do": "read", "who": "units"}, table)


def test_what_was_left_off_or_begun_anew_is_not_gone_on_with(own: Own) -> None:
    table = twenty_thousand()
    first = own.handle({"do": "read", "steps": True}, table)
    second = own.handle({"do": "read", "steps": True}, table)
    assert own.handle({"do": "read", "steps": True, **first}) == {"nothing": True}
    assert own.handle({"do": "leave"}) == {}
    assert own.handle({"do": "read", "steps": True, **second}) == {"nothing": True}
    assert own.handle({"do": "read", "reading": [], "steps": True}) == {"nothing": True}


def test_a_long_workbook_says_how_far_it_has_come() -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for line in twenty_thousand().decode().splitlines()[:3000]:
        sheet.append(line.split(","))
    file = io.BytesIO()
    book.save(file)
    shares = list(reading(file.getvalue()))
    assert shares == sorted(shares)
    assert 3 * 3000 / 200 - 3 <= len(shares) <= 3 * 3000 / 200


JSON: Any = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9),
    lambda inside: (
        st.lists(inside, max_size=4) | st.dictionaries(st.text(max_size=6), inside, max_size=4)
    ),
    max_leaves=8,
)
DOES = (
    "read",
    "leave",
    "keep",
    "show",
    "compare",
    "spread",
    "cost",
    "plan",
    "unplan",
    "forget",
    "dance",
)
NETWORK: Any = st.fixed_dictionaries(
    {},
    optional={
        "size": st.integers(-1, 9) | JSON,
        "names": st.lists(st.text(max_size=3), max_size=3) | JSON,
        "units": st.lists(st.text(max_size=3), max_size=3) | JSON,
        "member": st.lists(st.integers(-1, 3), max_size=3) | JSON,
        "ties": st.text("0123456789 -", max_size=20) | JSON,
    },
)


@settings(max_examples=80, deadline=None)
@any_of(
    st.sampled_from(DOES) | JSON,
    NETWORK | JSON,
    st.binary(max_size=60),
)
def test_whatever_is_sent_is_answered(do: Any, network: Any, table: bytes) -> None:
    own = Own(Journal(MemoryStore()), "sv")
    asked = {"do": do, "network": network, "who": network, "begin": network, "part": "rest"}
    asked |= {"later": network, "match": network, "across": network, "budget": network}
    assert isinstance(own.handle(asked, table, table), dict)
    assert own.handle(network) is not None
