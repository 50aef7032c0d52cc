"""Whole lessons, taken as learners take them: every exercise wrongly once, then rightly."""

import re

from accessible import obstacles
from answers import LESSONS, exercises, right, wrong
from learner import Keyboard, Mouse, Touch
from playwright.sync_api import expect

from course.explorers import EXPLORERS
from course.paths import EXERCISES
from course.text import say

HANDS = {("06-across-boundaries", "en"): Keyboard}
"""One of the walks is by keyboard alone; the others are by mouse."""


def test_the_lessons_here_are_all_there_are():
    """The tests take every lesson, and every exercise of it stands in its notebook."""
    assert [folder.name for folder in sorted(EXERCISES.iterdir())] == list(LESSONS)
    for lesson in LESSONS:
        files = {file.stem for file in (EXERCISES / lesson).glob("*.yml")}
        for language in ("sv", "en"):
            assert {one["id"] for one in exercises(lesson, language)} == files


def test_a_lesson_from_beginning_to_end(learner, course, lesson, language):
    me = learner(language, HANDS.get((lesson, language), Mouse)).open_lesson(lesson)
    if me.hand.__class__ is Keyboard:
        me.hand.press(me.page.get_by_role("link", name=me.said("skip")))
        expect(me.page.get_by_role("main")).to_be_focused()
    left = me.minutes_left()
    before = obstacles(me.page, language)

    for exercise in exercises(lesson, language):
        expect(me.card(exercise)).to_have_attribute("lang", language)
        given = []
        for answer in (wrong(exercise, language), right(exercise, language)):
            if answer:
                me.answer(exercise, answer)
                given.append(answer.answer)
        kept = course.journal().answers(lesson, exercise["id"])
        assert [event.answer for event in kept] == given
        assert kept[-1].language == language
        if exercise["kind"] == "explore":
            look_around(me, exercise)
        if exercise["kind"] == "estimate":
            assert_shows_both_numbers(me, exercise, given[-1])

    expect(me.page.get_by_role("banner")).not_to_contain_text(say("view.left", language, time=left))
    assert me.minutes_left() < left
    done = me.page.get_by_role("navigation", name=me.said("lessons")).get_by_role(
        "link", name=re.compile(re.escape(f"({me.said('done')})"))
    )
    expect(done).to_have_count(1)
    expect(done).to_have_attribute("aria-current", "page")
    assert before + obstacles(me.page, language) == []


def look_around(me, exercise):
    """Set the model's slider: picture, reading and table follow."""
    card = me.card(exercise)
    explorer = EXPLORERS[exercise["model"]]
    slider = card.get_by_role("slider")
    expect(slider).to_have_count(1)
    (control,) = explorer.controls
    name, last = control.id, control.stops - 1
    assert control.start != last
    for stop in (control.start, last):
        if stop == last:
            me.hand.to_the_end(slider)
        picture = explorer.look({name: stop}, me.language)
        expect(card.get_by_role("figure")).to_contain_text(picture.message)
        expect(card.get_by_role("status").filter(has_text=picture.reading)).to_be_visible()
        words = say(f"explore.{explorer.name}.{name}-{stop}", me.language)
        expect(slider).to_have_attribute("aria-valuetext", words)
    table = me.unfold(card, me.word("as-table")).get_by_role("table", name=picture.table.caption)
    expect(table.get_by_role("row")).to_have_count(1 + len(picture.table.rows))
    told = me.unfold(card, me.word("leaves-out"))
    expect(told).to_contain_text(exercise["leaves_out"][me.language], use_inner_text=True)


def assert_shows_both_numbers(me, exercise, guess):
    card = me.card(exercise)
    for key, number in (("your-guess", guess), ("the-answer", exercise["answer"])):
        shown = me.number(number) if number == int(number) else f"{number:g}"
        shown = shown.replace(".", "," if me.language == "sv" else ".")
        expect(card.get_by_text(f"{me.word(key)}: {shown}", exact=True)).to_be_visible()


def test_the_puzzle_by_touch_on_a_telephone(learner, course):
    """At 360 pixels: ties by tapping people, the table, undo, and the way to the goal."""
    me = learner("sv", Touch, width=360, height=740, has_touch=True, is_mobile=True)
    puzzle = next(e for e in exercises("06-across-boundaries") if e["kind"] == "network")
    me.open_lesson("06-across-boundaries")
    card = me.card(puzzle)

    for tie in ([0, 0], [1, 1], [2, 2]):
        me.tie(puzzle, tie)
    expect(me.ties(card)).to_have_count(3)
    left = say("card.ties-left", "sv", n=puzzle["ties"] - 3)
    expect(card.get_by_role("status").filter(has_text=left)).to_be_visible()
    me.hand.press(card.get_by_role("button", name=me.word("undo")))
    expect(me.ties(card)).to_have_count(2)
    me.tie(puzzle, [1, 1])  # a second time takes it away
    expect(me.ties(card)).to_have_count(1)
    me.submit(puzzle)
    expect(card).to_contain_text(puzzle["feedback"]["scattered"]["sv"], use_inner_text=True)

    for tie in ([1, 0], [0, 1]):
        me.tie(puzzle, tie)
    me.submit(puzzle)
    me.see(puzzle, right(puzzle, "sv"))
    me.see_saved(puzzle)
    people = puzzle["second"]["people"]
    everybody = say(
        "card.spread-to", "sv", n=len(people), all=len(people), unit=puzzle["second"]["text"]["sv"]
    )
    expect(card).to_contain_text(everybody)
    table = me.unfold(card, me.word("ties-table"))
    # By hand: the first has seen two, then the second sees one from outside and the first, then
    # everybody else sees those two.
    for name, step in zip(people, (1, 2, 3, 3, 3, 3), strict=True):
        row = table.get_by_role("row", name=re.compile(f"^{name}"))
        expect(row).to_contain_text(me.word("in-round", n=step))


def test_ties_run_out(learner, course):
    me = learner("en").open_lesson("06-across-boundaries")
    puzzle = next(e for e in exercises("06-across-boundaries") if e["kind"] == "network")
    for place in range(puzzle["ties"]):
        me.tie(puzzle, [place, place])
    me.tie(puzzle, [0, 1])
    expect(me.card(puzzle).get_by_role("status").first).to_contain_text(me.word("no-ties-left"))
    expect(me.ties(me.card(puzzle))).to_have_count(puzzle["ties"])


LACKS = {
    "choice": ("choose-one", {}),
    "explore": ("predict-first", {}),
    "sort": ("cards-left", {"n": 10}),
    "estimate": ("no-number", {}),
    "scale": ("answer-one", {}),
    "reflection": ("write-something", {}),
    "network": ("place-a-tie", {}),
}
"""What is said to an empty answer of each kind."""


def test_an_empty_answer_is_told_what_it_lacks(learner, course, lesson):
    """Nothing is judged and nothing kept; the sentence says what to do."""
    me = learner("en").open_lesson(lesson)
    for exercise in exercises(lesson):
        me.hand.press(me.button(me.card(exercise)))
        key, values = LACKS[exercise["kind"]]
        told = say(f"answer.{key}", "en", **values)
        expect(me.card(exercise)).to_contain_text(told, use_inner_text=True)
    assert not course.journal().answered()
