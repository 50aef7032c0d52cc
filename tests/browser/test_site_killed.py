"""Tabs of the browser's edition, many at a time or killed: what was called saved is there."""

import json
import os
import random
import signal

import pytest
from hosted import hosted
from playwright.sync_api import expect
from running import PATIENCE

from course.programs import find_chromium
from tests.built_site import built
from tests.counts import LONG, count

pytestmark = pytest.mark.edition

LESSON, EXERCISE = "00-start", "first-thought"
KILLS = count(200)
"""How many tabs are killed."""

TABS = 10 if LONG else 2
"""How many are open at once, each with an engine of its own."""

ANSWERING = """async ([engine, lesson, exercise, round, times]) => {
  const { WorkerSession } = await import(`${engine}/worker-session.js`);
  const session = WorkerSession.of(engine, "sv", lesson, { lost() {}, back() {} });
  session.on(exercise, (name, value) => {
    if (name !== "saved" || !value.kept) return;
    acknowledged(`${round}-${value.n}`);
    console.debug("saved");
  });
  for (let n = 1; n <= times; n += 1) {
    session.send(exercise, { do: "answer", answer: `${round}-${n}`, n });
  }
}"""
"""Answer many times without waiting, and tell of each answer that is said to be saved.

By the session of the page; one that has none, and so is there soonest, gets it.
"""

TIMES = 60

KEPT = """async ([engine, limit]) => {
  const { open } = await import(`${engine}/kept.js`);
  const late = new Promise((_, fail) => {
    setTimeout(() => fail(new Error("the database did not open in time")), limit);
  });
  return Promise.race([open().then((kept) => kept.lines()), late]);
}"""
"""What lies in the database; a question to a page has no time limit of its own."""


@pytest.fixture(scope="session")
def folder(tmp_path_factory, worker_id):
    return built(tmp_path_factory, worker_id)


def kept(page, engine):
    """The answers that lie in the browser's database."""
    events = map(json.loads, page.evaluate(KEPT, [engine, 1000 * PATIENCE]))
    return {event["answer"] for event in events if "answer" in event}


@pytest.fixture
def own_browser(browser):
    """A browser of the test's own, all of whose tabs may be killed."""
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    chromium = str(find_chromium())
    with browser.browser_type.launch(executable_path=chromium, args=arguments) as own:
        yield own


def kill_tabs(browser):
    """Kill the processes of all tabs, as a computer does that has no memory left."""
    asked = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")
    for process in asked["processInfo"]:
        if process["type"] == "renderer":
            os.kill(process["id"], signal.SIGKILL)


@pytest.mark.long
def test_what_was_said_to_be_saved_is_there_after_a_kill(own_browser, folder):
    chance = random.Random(13)
    acknowledged = []
    with hosted(folder) as site:
        # What keeps the whole course for later would begin anew after each kill.
        context = own_browser.new_context(service_workers="block")
        context.set_default_timeout(1000 * PATIENCE)
        context.expose_function("acknowledged", lambda one: acknowledged.append(one))
        (name,) = (folder / "engine").iterdir()
        engine = f"{site.address}engine/{name.name}"
        for round in range(KILLS):
            page = context.new_page()
            page.goto(site.url("sv/people"))  # a page without an engine of its own
            assert set(acknowledged) <= kept(page, engine)
            with page.expect_console_message(lambda told: told.text == "saved"):
                page.evaluate(ANSWERING, [engine, LESSON, EXERCISE, round, TIMES])
            # The engine is awake, and in the midst of it.
            page.wait_for_timeout(chance.uniform(0, 100))
            with page.expect_event("crash"):
                kill_tabs(own_browser)
            page.close()
        page = context.new_page()
        page.goto(site.url("sv/people"))
        assert set(acknowledged) <= kept(page, engine)
        assert len(acknowledged) < TIMES * KILLS  # each was killed before it was done
        print(f"{KILLS} tabs killed; all {len(acknowledged)} answers said to be saved are there")


@pytest.mark.long
def test_what_many_tabs_answer_at_once_is_all_there(learner, folder):
    acknowledged = []
    with hosted(folder) as site:
        me = learner("sv", at=site, signed_in=False)
        context = me.page.context
        context.expose_function("heard_saved", lambda one: acknowledged.append(one))
        (name,) = (folder / "engine").iterdir()
        engine = f"{site.address}engine/{name.name}"
        pages = [context.new_page() for _ in range(TABS)]
        for page in pages:
            page.goto(site.url(f"sv/{LESSON}"))
        for number, page in enumerate(pages):
            expect(page.locator("html")).to_have_attribute("data-live", "true")
            answering = ANSWERING.replace("acknowledged", "heard_saved")
            page.evaluate(answering, [engine, LESSON, EXERCISE, number, 3])
        while len(acknowledged) < 3 * TABS:
            me.page.wait_for_timeout(20)
        me.page.goto(site.url("sv/people"))
        assert kept(me.page, engine) == {f"{tab}-{n}" for tab in range(TABS) for n in (1, 2, 3)}
