"""Every number that lesson 03 quotes from Älvhamn's data or a model, held to its origin."""

import re
from datetime import date

import networkx as nx
import pytest
from test_lesson_numbers import definition, lesson_text, says, under_the_hood

from course.marked import read
from course.models.thresholds import collective
from course.networks import municipality
from course.paths import ROOT
from course.words.bilingual import Text

CULTURE = "03-culture"

WAITS_FOR = [0, 1, 2, 4, 4, 5, 6, 7, 8, 9, 10]


def test_the_lines_under_the_hood_give_the_crowd_after_a_sigh_nothing_and_thanks(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = under_the_hood(CULTURE)
    assert f"waits_for = {WAITS_FOR}" in code
    exec(compile(code, "under the hood", "exec"), {})
    # By hand: after a sigh nobody begins; after nothing 0, 1 and 2 follow on each other, and the
    # next wants to hear 4; after thanks two begin, and each further step is taken.
    assert capsys.readouterr().out == "1 0\n0 3\n-1 11\n"
    assert collective(WAITS_FOR).acting == (0, 1, 2, 3)
    says(lesson_text(CULTURE), "säger tre något (0)", "three speak")
    says(lesson_text(CULTURE), "då talar alla elva", "all eleven speak")


def test_a_three_in_place_of_the_first_four_closes_the_gap() -> None:
    # By hand: 0, 1 and 2 are followed by somebody who waits for 3, and so on to the last, for 10.
    closed = list(WAITS_FOR)
    closed[WAITS_FOR.index(4)] = 3
    assert collective(closed).final == 11
    says(lesson_text(CULTURE), "den första fyran mot en trea", "a three in place of the first four")


def test_the_list_is_as_long_as_karins_unit() -> None:
    members = list(nx.get_node_attributes(municipality.load(), "unit").values())
    assert members.count("home-care") == len(WAITS_FOR) == 11
    says(lesson_text(CULTURE), "elva personer", "eleven people")


@pytest.mark.parametrize(
    ("person", "unit"),
    [
        ("Karin", "home-care"),
        ("Yonas", "home-care"),
        ("Rasmus", "home-care"),
        ("Johan", "home-care"),
        ("Eva", "staff"),
    ],
)
def test_people_in_the_story_work_where_it_says(person: str, unit: str) -> None:
    assert municipality.load().nodes[person]["unit"] == unit
    says(lesson_text(CULTURE), person, person)


@pytest.mark.parametrize(
    ("person", "unit"),
    [
        ("Annika", "residential-care"),
        ("Hawa", "residential-care"),
        ("Gunilla", "residential-care"),
        ("Ali", "needs-assessment"),
        ("Nasrin", "needs-assessment"),
    ],
)
def test_people_in_the_exercises_work_where_they_say(person: str, unit: str) -> None:
    assert municipality.load().nodes[person]["unit"] == unit
    exercises = ("my-idea", "dui-sti")
    assert any(person in str(definition(CULTURE, name)) for name in exercises)


def test_the_exercise_and_the_figure_quote_the_same_survey() -> None:
    series = read(ROOT / "data" / "figures" / "encouraged-and-safe.yml").value["series"]
    safe = dict(series[2]["points"])
    assert definition("00-start", "safe-to-challenge")["answer"] == safe[2024] == 46.9
    exercise = definition(CULTURE, "profile-and-benchmark")
    says(Text(**exercise["prompt"]), "46,9 procent", "46.9 per cent")
    said = next(Text(**one["feedback"]) for one in exercise["options"] if one["id"] == "too-old")
    assert safe[2020] == 49.6
    says(said, "49,6 procent 2020", "49.6 per cent in 2020")


def test_nine_mistakes_in_three_groups_of_three() -> None:
    exercise = definition(CULTURE, "nine-mistakes")
    kinds = [card["group"] for card in exercise["cards"]]
    assert [kinds.count(group["id"]) for group in exercise["groups"]] == [3, 3, 3]
    assert re.match("Nio ", exercise["title"]["sv"])
    assert re.match("Nine ", exercise["title"]["en"])


def test_fridays_and_mondays_fall_where_the_story_has_them() -> None:
    # The trial begins on 5 October 2026; an answer is promised for 13 November.
    assert (date(2026, 10, 5).isoweekday(), date(2026, 11, 13).isoweekday()) == (1, 5)
    assert "Fredag den 13 november" in str(definition(CULTURE, "my-idea"))
    assert "Friday 13 November" in str(definition(CULTURE, "my-idea"))
