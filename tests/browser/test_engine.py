"""When the engine is slow, silent or gone: the text is there, the page says so, nothing is lost."""

import re
import signal

import pytest
from answers import right
from playwright.sync_api import expect
from running import is_alive, wait_for
from written import exercises, first

from course.text import say

QUESTION = first("estimate")
LESSON = QUESTION["lesson"]
AT_ONCE = ("choice", "choices", "sort", "match", "confidence", "scale")
LOST_LINE = r"error in the console: .*WebSocket"
"""What a browser says by itself when the other end of a line is gone."""


@pytest.fixture
def held(course):
    """The course's kernels, stopped as on a computer that has too much to do, till let go."""
    wait_for(course.kernels, "a kernel to be warm")
    kernels = course.kernels()
    for kernel in kernels:
        kernel.send_signal(signal.SIGSTOP)
    yield kernels
    for kernel in kernels:
        if is_alive(kernel):
            kernel.send_signal(signal.SIGCONT)


def alert(me):
    """The message that stands out on the page."""
    return me.page.get_by_role("alert")


def assert_is_readable(me):
    """The lesson's text and its questions are there, without any kernel."""
    expect(me.page.get_by_role("heading", level=1)).to_have_count(1)
    expect(me.page.get_by_role("heading", level=2).last).to_be_visible()
    for exercise in exercises(LESSON):
        title = exercise["title"][me.language]
        expect(me.page.get_by_role("heading", name=title, level=3, exact=True)).to_be_visible()
        expect(me.page.get_by_role("main")).to_contain_text(exercise["prompt"][me.language])


def test_the_text_is_there_before_the_kernel_answers(learner, held):
    me = learner("sv")
    me.page.clock.install()
    me.page.goto(me.course.url(f"sv/{LESSON}"), wait_until="commit")
    assert_is_readable(me)
    waking = me.page.get_by_text(me.said("waking"), exact=True)
    expect(waking).to_have_count(len(exercises(LESSON)))
    expect(alert(me)).to_have_count(0)

    me.page.clock.fast_forward("00:30")
    expect(alert(me)).to_contain_text(me.said("engine-slow-title"))
    expect(alert(me)).to_contain_text(me.said("engine-slow"))
    expect(waking).to_have_count(0)
    asleep = me.page.get_by_text(me.said("engine-slow-short"), exact=True)
    expect(asleep).to_have_count(len(exercises(LESSON)))

    for kernel in held:
        kernel.send_signal(signal.SIGCONT)
    alert(me).get_by_role("button", name=me.said("wake")).click()
    me.awake()
    expect(alert(me)).to_have_count(0)


def test_the_text_is_there_without_scripts(visitor, course):
    language = "sv"
    page = visitor(course, java_script_enabled=False)
    page.goto(course.url(f"{language}/{LESSON}"))
    told = page.locator("noscript p")
    expect(told).to_be_visible()
    expect(told).to_contain_text(say("view.no-script", language))
    for exercise in exercises(LESSON):
        expect(page.get_by_role("main")).to_contain_text(exercise["prompt"][language])


def test_a_line_that_never_opens_is_told(learner):
    """The page is whole, and no message of the kernel ever arrives."""
    me = learner("en")
    me.page.route_web_socket(re.compile("/api/kernels/"), lambda line: None)
    me.page.clock.install()
    me.open(LESSON)
    assert_is_readable(me)
    me.page.clock.fast_forward("00:30")
    expect(alert(me)).to_contain_text(me.said("engine-slow"))


def test_a_killed_kernel_loses_nothing(learner, watch):
    """Killed in mid-lesson: the page says so, and a retry brings back all, also what was typed."""
    watch.forgive(LOST_LINE)
    me = learner("sv")
    lines = []
    me.page.on("websocket", lambda line: lines.append(line.url))
    written = first("reflection")
    me.open_lesson(written["lesson"])
    answered = next(one for one in exercises(written["lesson"]) if one["kind"] in AT_ONCE)
    given = right(answered, "sv")
    me.answer(answered, given)
    me.enter(written, "Halva meningen står h")

    kernel = re.search("/api/kernels/([^/]+)/", lines[-1])[1]
    me.course.kernel(kernel).send_signal(signal.SIGKILL)
    expect(alert(me)).to_contain_text(me.said("engine-gone-title"))
    expect(alert(me)).to_contain_text(me.said("engine-gone"))
    me.see_entered(written, "Halva meningen står h")

    alert(me).get_by_role("button", name=me.said("wake")).click()
    expect(alert(me)).to_have_count(0)
    me.awake()
    me.see(answered, given)
    me.see_entered(written, "Halva meningen står h")
    me.submit(written)
    me.see_saved(written)
    (kept,) = me.course.journal().answers(written["lesson"], written["id"])
    assert kept.answer == "Halva meningen står h"


def test_a_silent_engine_is_told_and_the_answer_comes_when_it_wakes(learner, course):
    me = learner("en")
    lines = []
    me.page.on("websocket", lambda line: lines.append(line.url))
    me.page.clock.install()
    me.open_lesson(LESSON)
    exercise, given = QUESTION, right(QUESTION, "en")
    kernel = course.kernel(re.search("/api/kernels/([^/]+)/", lines[-1])[1])
    kernel.send_signal(signal.SIGSTOP)
    try:
        me.enter(exercise, given.answer)
        me.submit(exercise)
        expect(me.card(exercise)).to_contain_text(me.word("saving"))
        me.page.clock.fast_forward("00:10")
        expect(me.card(exercise)).to_contain_text(me.word("no-reply"), use_inner_text=True)
        me.see_entered(exercise, given.answer)
    finally:
        kernel.send_signal(signal.SIGCONT)
    me.see(exercise, given)
    me.see_saved(exercise)


def test_a_page_that_is_left_takes_its_kernel_along(learner, course):
    """Voilà alone would leave a kernel behind for each page ever opened."""
    me = learner("en")
    lines = []
    me.page.on("websocket", lambda line: lines.append(line.url))
    me.open_lesson(LESSON)
    kernel = course.kernel(re.search("/api/kernels/([^/]+)/", lines[-1])[1])
    me.open()
    wait_for(lambda: not is_alive(kernel), "the kernel to end")


def test_a_folder_that_cannot_be_written_is_told_and_the_course_goes_on(start, learner, tmp_path):
    """The folder for the answers lies below a file: nobody, not even root, can write there."""
    file = tmp_path / "a file"
    file.write_text("no folder")
    course = start(home=file / "below")
    me = learner("sv", at=course).open()
    expect(me.page.get_by_role("banner")).to_contain_text(me.said("not-kept"))
    me.open_lesson(LESSON)
    exercise, given = QUESTION, right(QUESTION, "sv")
    me.enter(exercise, given.answer)
    me.submit(exercise)
    me.see(exercise, given)
    told = me.card(exercise).get_by_role("status").filter(has_text=me.word("not-kept"))
    expect(told).to_be_visible()
    expect(me.page.get_by_role("banner")).to_contain_text(me.said("not-kept"))
    me.open("answers")
    expect(me.page.get_by_role("main")).to_contain_text(me.said("not-kept"))
    assert course.stop() == 0
    assert course.lines()[-1] == say("serve.stopped-not-kept", "sv")
