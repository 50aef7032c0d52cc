"""The browser edition in Firefox and WebKit: every kind is answered, kept, shown and exported.

That is the folder, whose pages then open without a network; and the one file, by ``file://``.

Answers are sent as a card sends them; that hands and keys work is proved in Chromium alone. Of
WebKit it is the GTK edition; Safari itself, and iPhones, are untried.
"""

import json
import sys
import time

import pytest

from course.content.course import ours
from course.kinds import KINDS
from course.paths import ROOT
from course.runtimes.browser.single import fold
from tests.built_site import built
from tests.clients.other_browsers import PATIENCE, Firefox, WebKit

sys.path.append(str(ROOT / "tests" / "browser"))

from hosted import hosted

LIVE = "document.documentElement.dataset.live === 'true'"

SEND = """(async () => {
  const { WorkerSession } = await import(SCRIPT);
  const session = WorkerSession.of("", "sv", "", { lost() {}, back() {} });
  return new Promise((resolve) => {
    session.on(ID, (name, value) => {
      if (name === "saved" && value.n === 901) resolve(value.kept);
    });
    session.send(ID, { do: "answer", answer: ANSWER, n: 901 });
  });
})()"""
"""Answer by the page's own session, and wait until it is said whether that is kept."""

EXPORTED = """(() => {
  URL.createObjectURL = (blob) => { self.taken = blob; return "blob:x"; };
  HTMLAnchorElement.prototype.click = () => {};
  document.querySelector("main a[download$='.jsonl']").dispatchEvent(
    new MouseEvent("click", { bubbles: true, cancelable: true }));
  return 1;
})()"""
"""Press the link that gives the answers as a file, and keep what it gives."""


@pytest.fixture(params=[Firefox, WebKit], ids=["firefox", "webkit"])
def other(request, tmp_path):
    browser = request.param(tmp_path)
    yield browser
    browser.close()


def one_of_each():
    """The lesson, id, right answer and title of an exercise of every kind that has a right one."""
    found = {}
    for lesson in ours().lessons():
        for id in ours().exercises(lesson):
            exercise = ours().exercise(lesson, id)
            answer = KINDS[exercise.kind].key(exercise)
            if exercise.kind not in found and answer is not None:
                found[exercise.kind] = (lesson, id, answer, exercise.title.in_language("sv"))
    return found


def until(browser, script):
    """Wait until an expression is true."""
    end = time.monotonic() + PATIENCE
    while not browser.run(script):
        assert time.monotonic() < end, script
        time.sleep(0.3)


@pytest.fixture
def folder(tmp_path_factory):
    return built(tmp_path_factory, "master")


def answered_and_exported(browser, url, script):
    """One of each, at the addresses that ``url`` gives; gives them."""
    wanted = sorted(one_of_each().values())
    assert len(wanted) > 10
    opened = ""
    for lesson, id, answer, _ in wanted:
        if lesson != opened:
            browser.open(url(f"sv/{lesson}"))
            until(browser, LIVE)
            opened = lesson
        asked = SEND.replace("SCRIPT", json.dumps(script))
        asked = asked.replace("ANSWER", json.dumps(answer)).replace("ID", json.dumps(id))
        assert browser.run(asked) is True, id
    browser.open(url("sv/answers"))
    for *_, title in wanted:
        until(browser, f"document.querySelector('main')?.textContent.includes({json.dumps(title)})")
    browser.run(EXPORTED)
    until(browser, "self.taken !== undefined")
    exported = [json.loads(line) for line in browser.run("self.taken.text()").splitlines()]
    assert {id for _, id, *_ in wanted} <= {line.get("exercise") for line in exported}
    return wanted


def test_every_kind_is_answered_kept_and_exported_and_needs_no_network_then(other, folder):
    (engine,) = (folder / "engine").iterdir()
    with hosted(folder) as site:
        script = f"{site.address}engine/{engine.name}/worker-session.js"
        wanted = answered_and_exported(other, site.url, script)
        until(other, "document.getElementById('offline').hidden === false")  # it is all here now
    lesson, id, *_ = wanted[0]
    other.open(site.url(f"sv/{lesson}"))  # its server is gone
    until(other, LIVE)
    place = f"""document.querySelector('[data-exercise="{id}"]')"""
    until(other, f"{place}.dataset.drawn === '' || {place}.textContent.length > 0")


def test_the_one_file_has_every_kind_answered_kept_and_exported(other, folder, tmp_path):
    """Kept from page to page: that is where they are listed and taken along from."""
    file = tmp_path / "course.html"
    fold(folder, file)
    (engine,) = (folder / "engine").iterdir()
    script = f"engine/{engine.name}/worker-session.js"
    answered_and_exported(other, lambda page: f"{file.as_uri()}?{page}", script)
