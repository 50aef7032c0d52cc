"""A model that runs while the page is read: its progress, stop, go on, and answers meanwhile.

And a model that is played: by keys, by a press, with less motion, on a telephone.
"""

import json
import re
from contextlib import closing

import pytest
from accessible import obstacles
from answers import right
from hands import Keyboard
from playwright.sync_api import expect
from running import wait_for
from written import exercises, first

from course.explorers import EXPLORERS
from course.explorers.explorer import Simulated
from course.kinds.cases import chosen, plain
from course.kinds.explore.cases import claims_of_scene

pytestmark = pytest.mark.sweep

A_FEW_BATCHES = 1500  # ms
MOMENT = 100  # ms, shorter than any state is shown when a model is played
MOST_MOMENTS = 600  # a minute
AT_ONCE = ("calendar", "choice", "estimate")  # kinds that are answered in a moment, unlike a deck


def _runs_long(exercise):
    return isinstance(EXPLORERS[exercise["model"]], Simulated)


def test_a_simulation_can_be_stopped_and_gone_on_with(learner, course):
    simulation = first("explore", such=_runs_long)
    lesson, explorer = simulation["lesson"], EXPLORERS[simulation["model"]]
    me = learner("en").open_lesson(lesson)
    one = next(one for one in exercises(lesson) if one["kind"] in AT_ONCE)
    other = next(one for one in exercises(lesson) if one["kind"] == "sort")
    run = me.card(simulation).locator(".run")
    button = run.get_by_role("button")

    me.answer(simulation, right(simulation, "en"))
    runs = re.compile(re.escape(me.word("running", percent="0")).replace("0", r"\d+"))
    expect(run.get_by_role("progressbar", name=runs)).to_be_visible()
    assert 0 < progress(me, simulation) < 1
    me.answer(one, right(one, "en"))  # the model leaves room for other answers
    assert progress(me, simulation) < 1

    button.click()
    expect(button).to_have_text(me.word("go-on"))
    me.answer(other, right(other, "en"))  # by now the batch that was under way has come
    stopped = progress(me, simulation)
    percent = int(100 * stopped + 0.5)
    expect(run).to_contain_text(me.word("stopped-at", percent=percent))
    me.page.wait_for_timeout(A_FEW_BATCHES)
    assert progress(me, simulation) == stopped < 1

    button.click()
    expect(run).to_be_hidden()
    first_set = me.card(simulation).locator(".model .control input:checked").first
    expect(first_set).to_be_focused()
    assert progress(me, simulation) == 1
    start = {control.id: control.start for control in explorer.controls}
    me.claim(simulation, {"model": start}, *claims_of_scene(explorer.scene(start, "en")))
    kept = course.journal().answers(lesson, simulation["id"])
    assert [event.answer for event in kept] == [right(simulation, "en").answer]


def progress(me, exercise):
    """How much of a simulation has been run for the picture that is shown, from 0 to 1."""
    return float(me.card(exercise).locator(".model").get_attribute("data-progress"))


def held_scenes(me):
    """What a model shows after its first picture, held back: the first one, and those that wait."""
    first_one, waiting = [], []

    def opened(line):
        server = line.connect_to_server()

        def told(message):
            if json.loads(message)["name"] != "scene":
                line.send(message)
            elif first_one:
                waiting.append((line, message))
            else:
                first_one.append((line, message))
                line.send(message)

        server.on_message(told)

    me.page.route_web_socket(re.compile("/line"), opened)
    return first_one, waiting


def test_the_answer_to_a_setting_that_was_left_is_not_drawn(learner):
    """It comes when the next setting has been asked about, and what was chosen stays."""
    model = first("explore", such=lambda one: not _runs_long(one))
    explorer = EXPLORERS[model["model"]]
    me = learner("en")
    late, waiting = held_scenes(me)
    me.open_lesson(model["lesson"])
    me.answer(model, right(model, "en"))
    start = {control.id: control.start for control in explorer.controls}
    me.claim(model, {"model": start})
    control = explorer.controls[0]
    stop = control.stops - 1 if control.start != control.stops - 1 else 0
    chosen_stop = me.card(model).get_by_role("radiogroup").first.get_by_role("radio").nth(stop)
    me.hand.choose(chosen_stop)
    wait_for(lambda: waiting, "the next answer", page=me.page)
    for line, message in late * 2:
        line.send(message)
    me.page.wait_for_timeout(200)
    expect(chosen_stop).to_be_checked()
    me.claim(model, {"model": start})
    for line, message in waiting:
        line.send(message)
    me.claim(model, {"model": {**start, control.id: stop}})


def test_whoever_answers_again_before_the_model_has_shown_anything_is_shown_it(learner):
    """The second answer leaves off what the model was asked after the first."""
    model = first("explore", such=lambda one: not _runs_long(one))
    me = learner("en")
    asked = []

    def opened(line):
        server = line.connect_to_server()

        def told(message):
            is_first_scene = json.loads(message)["name"] == "scene" and len(asked) == 1
            if not is_first_scene:
                line.send(message)

        def sent(message):
            asked.extend(["look"] if json.loads(message)["message"]["do"] == "look" else [])
            server.send(message)

        server.on_message(told)
        line.on_message(sent)

    me.page.route_web_socket(re.compile("/line"), opened)
    me.open_lesson(model["lesson"])
    for given in (chosen(one, "en") for one in model["options"][:2]):
        me.enter(model, given.answer)
        me.submit(model)
        me.claim(model, *({"announces": plain(words)} for _, words in given.reasons))
    me.claim(model, {"model": {}})
    assert len(asked) == 2


# --- what is played ------------------------------------------------------------------------------


def opened_play(learner, language="sv", **more):
    """The card with sixty ideas, guessed and at the end of what is played."""
    exercise = first("explore", such=lambda one: one["id"] == "sixty-ideas")
    me = learner(language, steps="all", **more).open_at(exercise)
    me.answer(exercise, right(exercise, language))
    card = me.card(exercise)
    expect(card.locator(".playing")).to_be_visible()
    return me, card


def test_a_course_of_events_is_stepped_through_by_keys(learner):
    me, card = opened_play(learner, hand=Keyboard)
    frames = EXPLORERS["idea-channel"].scene({}, "sv")["frames"]
    told = card.locator(".told")
    expect(told).to_have_text(frames[-1]["told"])
    rewind, step = (me.word(word) for word in ("play-rewind", "play-step"))
    me.hand.press(card.get_by_role("button", name=rewind, exact=True))
    expect(told).to_have_text(frames[0]["told"])
    expect(told).to_have_attribute("aria-live", "polite")
    # What cannot be pressed any more has handed the focus on.
    expect(card.get_by_role("button", name=me.word("play"), exact=True)).to_be_focused()
    me.hand.press(card.get_by_role("button", name=step, exact=True))
    expect(told).to_have_text(frames[1]["told"])
    me.hand.to_an_end(card.locator(".playing input"), last=True)
    expect(told).to_have_text(frames[-1]["told"])
    expect(card.locator(".guessed")).to_be_visible()
    assert obstacles(me.page, "sv", within=".live[data-exercise='sixty-ideas']") == []


def test_it_plays_to_its_end_by_a_press_alone(learner):
    """The page's clock stands still and is moved on: each state is there to be seen."""
    me, card = opened_play(learner)
    frames = EXPLORERS["idea-channel"].scene({}, "sv")["frames"]
    told, context = card.locator(".told"), me.page.context
    with closing(context):  # where the clock stands, nobody else is to come
        context.clock.install(time=0)
        context.clock.pause_at(1000)
        card.get_by_role("button", name=me.word("play"), exact=True).click()
        expect(card.get_by_role("button", name=me.word("play-pause"), exact=True)).to_be_visible()
        seen = []
        again = card.get_by_role("button", name=me.word("play-again"), exact=True)
        while not again.is_visible() and len(seen) < MOST_MOMENTS:
            seen.append(told.evaluate("one => [one.textContent, one.ariaLive]"))
            context.clock.run_for(MOMENT)
        assert {live for _, live in seen} == {"off"}
        seen.append([told.text_content(), "polite"])
        assert [*dict(seen)] == [*dict.fromkeys(frame["told"] for frame in frames)]
        expect(again).to_be_visible()


def test_who_asks_for_less_motion_has_the_end_and_the_steps(learner):
    me, card = opened_play(learner, reduced_motion="reduce")
    expect(card.get_by_role("button", name=me.word("play"), exact=True)).to_be_hidden()
    frames = EXPLORERS["idea-channel"].scene({}, "sv")["frames"]
    expect(card.locator(".told")).to_have_text(frames[-1]["told"])
    card.get_by_role("button", name=me.word("play-back"), exact=True).click()
    expect(card.locator(".told")).to_have_text(frames[-2]["told"])


def test_on_a_telephone_it_is_whole(learner):
    me, card = opened_play(learner, width=360, height=740)
    wide = me.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 360
    for button in card.locator(".playing button").all():
        box = button.bounding_box()
        assert box["height"] >= 24
        assert box["x"] + box["width"] <= 360
