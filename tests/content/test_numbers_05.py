"""Every number that lesson 05 quotes from a model or adds up itself, held to its origin."""

import re

import networkx as nx
import pytest
from test_lesson_numbers import (
    definition,
    feedback,
    lesson_text,
    right_options,
    says,
    under_the_hood,
)

from course.models.channel import idea_channel
from course.networks import municipality
from course.words.bilingual import Text

TO_USE = "05-idea-to-use"

BUDGET = 90_000
TRIALS = 3
"""Trials a quarter, each of which takes a quarter."""


# --- the queue -----------------------------------------------------------------------------------


def test_the_lines_under_the_hood_are_what_the_text_says(
    capsys: pytest.CaptureFixture[str],
) -> None:
    exec(compile(under_the_hood(TO_USE), "under the hood", "exec"), {})
    printed = capsys.readouterr().out.splitlines()
    assert printed == ["60 12 48 4.8", "30 12 18 3.6", "15 11 4 1.7"]
    text = lesson_text(TO_USE)
    says(text, "60, 30 och 15 löften", "60, 30 and 15 promises")
    says(text, "elva idéer i stället för tolv", "eleven ideas are tested instead of twelve")
    says(text, "fyra tappas i stället för 48", "four are lost instead of 48")
    says(text, "4,8 månader till 1,7", "4.8 months to 1.7")


def test_twelve_trials_a_year_at_most() -> None:
    # By hand: three a quarter make twelve a year, and with sixty ideas no place is ever free.
    queue = idea_channel(60, assessors=TRIALS, assessment=1 / 4, patience=1 / 2)
    assert round(60 * queue.assessed) == 4 * TRIALS == 12
    text = lesson_text(TO_USE)
    says(text, "60 idéer om året", "60 ideas a year")
    says(text, "tre hinner prövas i kvartalet", "three a quarter")
    said = feedback(TO_USE, "portfolio-budget", "survey")
    says(said, "60 idéer om året och hinner pröva tolv", "60 ideas a year and time to test twelve")


# --- the budget ----------------------------------------------------------------------------------


def costs() -> dict[str, tuple[int, int]]:
    """What each trial costs, as the Swedish and as the English option says it."""
    found = {}
    for option in definition(TO_USE, "portfolio-budget")["options"]:
        swedish = re.search(r"([\d ]+) kr", option["text"]["sv"])
        english = re.search(r"SEK ([\d,]+)", option["text"]["en"])
        assert swedish, option["id"]
        assert english, option["id"]
        found[option["id"]] = (
            int(swedish[1].replace(" ", "")),
            int(english[1].rstrip(",").replace(",", "")),
        )
    return found


def test_both_languages_have_the_same_costs() -> None:
    assert all(swedish == english for swedish, english in costs().values())


def test_the_three_trials_fit_the_budget_and_the_robot_leaves_no_room() -> None:
    chosen = right_options(TO_USE, "portfolio-budget")
    assert len(chosen) == TRIALS
    spent = sum(costs()[option][0] for option in chosen)
    # By hand: 20,000 + 35,000 + 30,000.
    assert spent == 85_000 <= BUDGET
    says(feedback(TO_USE, "portfolio-budget", "key-cabinet"), "85 000", "85,000")
    cheapest = min(costs()[option][0] for option in chosen)
    assert costs()["robot"][0] + cheapest > BUDGET
    title = Text(**definition(TO_USE, "portfolio-budget")["title"])
    says(title, "90 000 kronor", "SEK 90,000")


# --- what is counted in words --------------------------------------------------------------------


def test_eight_steps_and_seven_introductions() -> None:
    channel = definition(TO_USE, "order-the-channel")
    assert len(channel["steps"]) == 8
    says(Text(**channel["prompt"]), "åtta steg", "eight steps")
    failed = definition(TO_USE, "failed-introductions")
    assert len(failed["pairs"]) == 7
    says(Text(**failed["prompt"]), "sju saker", "seven things")
    says(lesson_text(TO_USE), "de sju frågorna", "the seven questions")


@pytest.mark.parametrize(
    ("person", "unit"),
    [("Karin", "home-care"), ("Samira", "staff"), ("Eva", "staff"), ("Peter", "staff")],
)
def test_people_in_the_story_work_where_it_says(person: str, unit: str) -> None:
    people = nx.get_node_attributes(municipality.load(), "unit")
    assert people[person] == unit
    says(lesson_text(TO_USE), person, person)


@pytest.mark.parametrize(
    ("option", "person", "unit"),
    [
        ("second-street", "Pernilla", "home-care"),
        ("key-cabinet", "Johan", "home-care"),
        ("robot", "Annika", "residential-care"),
        ("survey", "Samira", "staff"),
    ],
)
def test_owners_of_trials_work_where_the_trial_is(option: str, person: str, unit: str) -> None:
    people = nx.get_node_attributes(municipality.load(), "unit")
    assert people[person] == unit
    options = definition(TO_USE, "portfolio-budget")["options"]
    (said,) = [Text(**one["text"]) for one in options if one["id"] == option]
    says(said, person, person)
