"""Every number that lesson 04 quotes from Älvhamn's data or a model, held to its origin."""

from datetime import date, timedelta
from itertools import combinations

import pytest
from test_lesson_numbers import definition, lesson_text, says, under_the_hood

from course.content.course import ours
from course.kinds.calendar.rules import Calendar, judge
from course.models.learning import learn
from course.networks import municipality
from course.words.bilingual import Text

LEADERSHIP = "04-leadership"


def test_the_lines_under_the_hood_let_the_slowest_pace_win(
    capsys: pytest.CaptureFixture[str],
) -> None:
    exec(compile(under_the_hood(LEADERSHIP), "under the hood", "exec"), {})
    lines = capsys.readouterr().out.splitlines()
    # March's model (1991) reaches .954, .811 and .742 at p2 = .5 in 10,000 replications; 1,000 are
    # within three standard errors of that.
    for pace, reference in ((0.1, 0.954), (0.5, 0.811), (0.9, 0.742)):
        known = learn(pace, 0.5, replications=1000).knowledge
        assert known.mean == pytest.approx(reference, abs=3.2 * known.standard_error)
    assert lines == ["0.1 0.95", "0.5 0.82", "0.9 0.75"]
    says(lesson_text(LEADERSHIP), "vinner den långsammaste takten", "the slowest pace wins")


def test_four_per_cent_of_the_groups_week() -> None:
    week = definition(LEADERSHIP, "protected-time")
    people, hours_each, at_a_time = 5, 40, 2
    assert people * hours_each == 200
    assert 0.04 * people * hours_each == 8 == at_a_time * week["hours"]
    prompt = Text(**week["prompt"])
    says(prompt, "40 timmar var, alltså 200 i veckan", "40 hours each, so 200 a week")
    says(prompt, "åtta timmar", "eight hours")
    says(prompt, "räcker fyra timmar", "four hours in the calendar are enough")
    says(Text(**week["feedback"]["met"]), "åtta timmar av 200", "eight hours out of 200")


def test_the_week_is_full_and_three_plans_fit_in_it() -> None:
    week = ours().exercise(LEADERSHIP, "protected-time")
    assert isinstance(week, Calendar)
    hours = [(day, hour) for day in range(7) for hour in range(week.opens, week.closes)]
    taken = [[block for block in week.busy if block.holds(slot)] for slot in hours]
    assert {len(blocks) for blocks in taken} == {1}  # no hour is free, and none is taken twice
    giving = [slot for slot, (block,) in zip(hours, taken, strict=True) if block.gives]
    plans = [
        plan
        for plan in combinations(giving, week.hours)
        if judge(week, [list(slot) for slot in plan]).right
    ]
    # By hand: two hours in a row may give way on Monday, Tuesday and Thursday; choose two of the
    # three. Three hours by themselves tempt, on Wednesday and Friday.
    assert len(plans) == 3
    assert len(giving) == 6 + 3


def test_nobody_in_the_week_works_more_than_five_shifts_or_from_an_evening_to_a_morning() -> None:
    week = ours().exercise(LEADERSHIP, "protected-time")
    assert isinstance(week, Calendar)

    def shifts(start: int) -> dict[int, set[str]]:
        blocks = [block for block in week.busy if block.start == start]
        return {block.day: set(block.who.split(", ")) for block in blocks}

    mornings, evenings = shifts(7), shifts(19)
    people = set().union(*mornings.values(), *evenings.values())
    assert people == {"Fadumo", "Dragana", "Yonas", "Rasmus"}
    for person in people:
        days = [day for shift in (mornings, evenings) for day in range(7) if person in shift[day]]
        assert len(days) == len(set(days)) <= 5
        assert not any(person in evenings[day] & mornings[day + 1] for day in range(6))


@pytest.mark.parametrize(
    ("person", "unit"),
    [
        ("Karin", "home-care"),
        ("Johan", "home-care"),
        ("Yonas", "home-care"),
        ("Samira", "staff"),
    ],
)
def test_people_in_the_story_work_where_it_says(person: str, unit: str) -> None:
    assert municipality.load().nodes[person]["unit"] == unit
    says(lesson_text(LEADERSHIP), person, person)


def test_the_fourth_week_and_the_last_day_of_the_trial() -> None:
    # Six weeks from Monday 5 October 2026 end on Sunday 15 November.
    first = date(2026, 10, 5)
    assert first.isoweekday() == 1
    assert first + timedelta(weeks=6, days=-1) == date(2026, 11, 15)
    says(lesson_text(LEADERSHIP), "slutar den 15 november", "ends on 15 November")


def test_nine_sentences_in_three_phases() -> None:
    exercise = definition(LEADERSHIP, "frames-and-freedom")
    phases = [card["group"] for card in exercise["cards"]]
    assert [phases.count(group["id"]) for group in exercise["groups"]] == [3, 3, 3]
    says(Text(**exercise["prompt"]), "Nio saker", "Nine things")


def test_two_cards_of_nine_are_missing() -> None:
    cards = definition(LEADERSHIP, "skonsmo-evidence")["cards"]
    assert [card["group"] for card in cards].count("missing") == 2
    says(Text(**definition(LEADERSHIP, "skonsmo-evidence")["prompt"]), "två kort", "two cards")
