"""Every number that the last lesson takes from the course itself, held to its origin.

What a publication says is held by its citation, not here.
"""

from collections import Counter
from datetime import date, timedelta

import pytest
from test_lesson_numbers import definition, lesson_text, says, under_the_hood

from course.content.course import ours
from course.figures.steps.shape import Steps
from course.kinds.scale.rules import Scale
from course.kinds.test.rules import FinalTest
from course.marked import read
from course.paths import ROOT
from course.words.bilingual import Text

PLAN = "10-your-plan"
START = date(2027, 8, 30)
"""Day 1 of Karin's plan: the Monday after the evening in August of which the lesson tells."""


def test_the_lines_under_the_hood_give_the_chance_that_all_gets_done(
    capsys: pytest.CaptureFixture[str],
) -> None:
    exec(compile(under_the_hood(PLAN), "under the hood", "exec"), {})
    # By hand: .9^3 = .729; .9^11 = .729^3 x .81 = .3138.
    assert capsys.readouterr().out == "1 90%\n3 73%\n11 31%\n"
    says(lesson_text(PLAN), "90 procents chans", "90 per cent chance")
    says(lesson_text(PLAN), "sina elva saker", "her eleven things")


def test_the_final_test_draws_twenty_and_takes_sixteen() -> None:
    test = ours().exercise(PLAN, "final-test")
    assert isinstance(test, FinalTest)
    assert (test.draw, test.needed) == (20, 16)
    says(lesson_text(PLAN), "Tjugo korta fall", "Twenty short cases")
    says(lesson_text(PLAN), "minst 16 rätta svar", "at least 16 correct answers")


def test_the_climate_is_asked_with_as_many_statements_as_it_says() -> None:
    climate = ours().exercise(PLAN, "climate-again")
    assert isinstance(climate, Scale)
    assert sum(len(area.items) for area in climate.areas) == 18
    says(climate.prompt, "18 påståenden", "18 statements")


@pytest.mark.parametrize(
    ("verdict", "number", "swedish", "english"),
    [
        ("holds", 24, "24 påståenden håller", "24 claims hold"),
        ("nuance", 19, "19 till håller", "19 more hold"),
        ("dated", 3, "Tre påståenden har blivit gamla", "Three claims have grown old"),
        ("contested", 4, "Fyra påståenden", "Four claims"),
        ("unsourced", 2, "Två saknar källa", "Two have no source"),
        ("misleading", 2, "Två leder tanken fel", "Two mislead"),
    ],
)
def test_the_claims_are_counted_by_their_verdicts(
    verdict: str, number: int, swedish: str, english: str
) -> None:
    claims = read(ROOT / "data" / "claims.yml").value
    assert Counter(claim["verdict"] for claim in claims.values())[verdict] == number
    assert len(claims) == 54
    says(lesson_text(PLAN), swedish, english)
    says(lesson_text(PLAN), "textens 54 påståenden", "the text's 54 claims")


@pytest.mark.parametrize(
    ("name", "parts", "number", "swedish", "english"),
    [
        ("ninety-days", "fields", 9, "de nio raderna", "the nine lines"),
        ("who-owns-it", "pairs", 6, "sex saker", "six things"),
        ("who-owns-it", "extra", 2, "Två rader blir över", "Two lines are left over"),
        ("peer-questions", "cards", 10, "tio frågor", "ten questions"),
    ],
)
def test_a_prompt_counts_what_is_below_it(
    name: str, parts: str, number: int, swedish: str, english: str
) -> None:
    exercise = definition(PLAN, name)
    assert len(exercise[parts]) == number
    says(Text(**exercise["prompt"]), swedish, english)


def test_the_ninety_days_are_seven_steps_with_room_for_six_weeks() -> None:
    figure = ours().figure("ninety-days-in-steps")
    assert isinstance(figure, Steps)
    assert len(figure.steps) == 7
    says(figure.title, "sju steg", "seven steps")
    says(lesson_text(PLAN), "nittio dagar i sju steg", "ninety days in seven steps")
    # The trial begins in week 4, when three weeks have gone by, and is counted in its last two.
    says(figure.steps[2].text, "Vecka 4", "Week 4")
    says(figure.steps[4].text, "Vecka 8–9", "Weeks 8–9")
    says(lesson_text(PLAN), "att tre veckor går innan", "that three weeks go by before")


def test_karin_s_days_are_in_the_almanac_and_within_the_ninety() -> None:
    assert START.isoweekday() == 1
    begins = START + timedelta(weeks=3)
    assert (begins.month, begins.day) == (9, 20)
    told = date(2027, 11, 26)
    assert told.isoweekday() == 5
    assert told + timedelta(days=1) == START + timedelta(days=89)  # day 90, a Saturday
    models = {one["id"]: Text(**one["model"]) for one in definition(PLAN, "ninety-days")["fields"]}
    says(models["smallest-test"], "sex veckor från den 20 september", "six weeks from 20 September")
    says(models["promise"], "Fredagen den 26 november", "On Friday 26 November")
    says(models["lawful"], "i vecka 36", "in week 36")
    assert (START + timedelta(weeks=1)).isocalendar().week == 36


def test_the_slip_quotes_the_plan() -> None:
    models = {one["id"]: Text(**one["model"]) for one in definition(PLAN, "ninety-days")["fields"]}
    says(models["problem"], "nio olika medarbetare på två veckor", "nine faces in two weeks")
    says(models["hypothesis"], "högst sex olika medarbetare", "at most six faces")
    text = lesson_text(PLAN)
    says(
        text,
        "högst sex olika medarbetare på två veckor, mot nio",
        "six faces in two weeks, against nine",
    )
    says(text, "sex veckor från den 20 september", "six weeks from 20 September")
