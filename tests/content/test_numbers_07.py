"""Every number that lesson 07 quotes from a model, held to the model that gives it."""

import networkx as nx
import pytest
from test_lesson_numbers import definition, lesson_text, says, under_the_hood

from course.marked import read
from course.models.bridges import crossing, minimal_placement, narrowest, tipping_share
from course.models.groups import Placement, learn_in_groups, units
from course.models.thresholds import collective
from course.networks import municipality
from course.paths import ROOT
from course.words.bilingual import Text

TRAVEL = "07-how-ideas-travel"


# --- five ties ----------------------------------------------------------------------------------


def test_three_ties_are_enough_and_two_are_not() -> None:
    puzzle = definition(TRAVEL, "five-bridges")
    assert (puzzle["ties"], puzzle["threshold"]) == (5, 2)
    assert [len(puzzle[side]["people"]) for side in ("first", "second")] == [6, 6]
    # Closed form a(a + 1)/2 with threshold a = 2 (Centola & Macy 2007).
    assert narrowest(2) == 3
    assert crossing(minimal_placement(2), 6, 6, 2).everyone
    assert tipping_share(2, 6, 2).tipping == 0
    says(Text(**puzzle["feedback"]["narrow"]), "Tre kontakter räcker", "Three ties are enough")


@pytest.mark.parametrize(
    ("ties", "outcome", "of_a_hundred", "tipping", "placements"),
    # The placements that tip the department, of all placements: C(36, 3) and C(36, 5).
    [(3, "narrow", 38, 2700, 7140), (5, "spare", 88, 330300, 376992)],
)
def test_ties_placed_at_random(
    ties: int, outcome: str, of_a_hundred: int, tipping: int, placements: int
) -> None:
    share = tipping_share(ties, 6, 2)
    assert (share.tipping, share.placements) == (tipping, placements)
    assert round(100 * share.share) == of_a_hundred
    said = Text(**definition(TRAVEL, "five-bridges")["feedback"][outcome])
    says(said, f"{of_a_hundred} fall av 100", f"{of_a_hundred} cases of 100")


def test_the_puzzle_names_people_who_work_in_those_units() -> None:
    network = municipality.load()
    puzzle = definition(TRAVEL, "five-bridges")
    names = {unit.id: Text(unit.sv, unit.en) for unit in municipality.units()}
    for side, unit in (("first", "home-care"), ("second", "needs-assessment")):
        assert Text(**puzzle[side]["text"]) == names[unit]
        assert {network.nodes[person]["unit"] for person in puzzle[side]["people"]} == {unit}


def test_the_figure_has_the_share_of_all_placements_for_one_tie_to_seven() -> None:
    figure = read(ROOT / "data/figures/ties-at-random.yml").value
    shares = [round(100 * tipping_share(ties, 6, 2).share) for ties in range(1, 8)]
    assert [row["value"] for row in figure["rows"]] == shares == [0, 0, 38, 67, 88, 98, 100]
    # The two ends that the message names are exact, not rounded.
    assert tipping_share(7, 6, 2).share == 1
    says(Text(**figure["message"]), "Med två kontakter får aldrig alla", "With two ties it never")
    says(Text(**figure["message"]), "med sju lyckas det alltid", "with seven it always does")


# --- how many, and where -------------------------------------------------------------------------


def payoff(placement: Placement) -> float:
    learnt = learn_in_groups(
        lambda number: units(15, placement=placement, seed=number), replications=30
    )
    return learnt.payoff.mean


def test_spread_out_is_best_and_one_pair_of_units_worst() -> None:
    """The shape that the table in the text builds on; with 30 replications the gaps are wide."""
    spread_out, brokers, one_pair = map(
        payoff, ("spread out", "one broker a unit", "one pair of units")
    )
    # Near .67, .61 and .26 with many replications.
    assert one_pair < 0.4 < 0.5 < brokers < spread_out


# --- one in a hundred ----------------------------------------------------------------------------


def test_the_lines_under_the_hood_print_a_hundred_and_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    exec(compile(under_the_hood(TRAVEL), "under the hood", "exec"), {})
    # Granovetter (1978): thresholds 0 to 99 take everyone along; without a 1, only the first.
    assert capsys.readouterr().out == "100\n1\n"
    assert collective(range(100)).final == 100
    assert collective([0, 2, *range(2, 100)]).final == 1


# --- the story -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("person", "unit"),
    [
        ("Karin", "home-care"),
        ("Pernilla", "home-care"),
        ("Yonas", "home-care"),
        ("Fadumo", "home-care"),
        ("Annika", "residential-care"),
        ("Henrik", "disability"),
    ],
)
def test_people_in_the_story_work_where_it_says(person: str, unit: str) -> None:
    people = nx.get_node_attributes(municipality.load(), "unit")
    assert people[person] == unit
    says(lesson_text(TRAVEL), person, person)


def test_eight_statements_and_eight_things_from_the_trial() -> None:
    for name in ("unsettled-evidence", "what-to-copy"):
        exercise = definition(TRAVEL, name)
        assert len(exercise["cards"]) == 8
        says(Text(**exercise["prompt"]), "åtta", "eight")
