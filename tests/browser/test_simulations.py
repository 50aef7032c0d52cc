"""A model that runs while the page is read: its progress, stop, go on, and answers meanwhile."""

import re

from answers import right
from looking import told
from playwright.sync_api import expect
from written import exercises, first

from course.explorers import EXPLORERS
from course.explorers.explorer import Simulated

A_FEW_BATCHES = 1500  # ms


def _runs_long(exercise):
    return isinstance(EXPLORERS[exercise["model"]], Simulated)


def test_a_simulation_can_be_stopped_and_gone_on_with(learner, course):
    simulation = first("explore", such=_runs_long)
    lesson, explorer = simulation["lesson"], EXPLORERS[simulation["model"]]
    me = learner("en").open_lesson(lesson)
    one, other = [one for one in exercises(lesson) if one["kind"] in ("sort", "choices")][:2]
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
    expect(me.card(simulation).get_by_role("slider").first).to_be_focused()
    assert progress(me, simulation) == 1
    start = {control.id: control.start for control in explorer.controls}
    me.claim(simulation, {"model": start}, *told(explorer.scene(start, "en")))
    kept = course.journal().answers(lesson, simulation["id"])
    assert [event.answer for event in kept] == [right(simulation, "en").answer]


def progress(me, exercise):
    """How much of a simulation has been run for the picture that is shown, from 0 to 1."""
    return float(me.card(exercise).locator(".model").get_attribute("data-progress"))
