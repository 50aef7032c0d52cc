"""When the course is silent or gone: the text is there, the page says so, nothing is lost."""

import re
import signal
from contextlib import closing, contextmanager, suppress

import pytest
from answers import right, wrong
from playwright.sync_api import TimeoutError as NotInTime
from playwright.sync_api import expect
from running import wait_for
from written import exercises, first

from course.words import say

pytestmark = pytest.mark.sweep

QUESTION = first("estimate")
LESSON = QUESTION["lesson"]
WRITTEN = first("reflection")
CHOICE = next(one for one in exercises(WRITTEN["lesson"]) if one["kind"] == "choice")
BEGUN = "Halva meningen står h"
LOST_LINE = r"error in the console: .*(WebSocket|ERR_CONNECTION_REFUSED)"
"""What a browser says by itself when the other end of a line is gone."""


class Line:
    """A page's line to its session, which the test can cut and let whole again."""

    def __init__(self, page):
        self.is_cut = self.is_deaf = False
        self._pairs = []
        page.route_web_socket(re.compile("/line"), self._opened)

    def _opened(self, line):
        if self.is_cut:
            line.close()
            return
        server = line.connect_to_server()
        server.on_message(lambda told: None if self.is_deaf else line.send(told))
        self._pairs.append((line, server))

    def cut(self):
        """End the line, and every one that is tried."""
        self.is_cut = True
        for line, server in self._pairs:
            line.close()
            server.close()
        self._pairs.clear()

    def mend(self):
        """Let the page through again, whenever it tries next."""
        self.is_cut = self.is_deaf = False


def alert(me):
    """The message that stands out on the page."""
    return me.page.get_by_role("alert")


def answers(course, exercise):
    """What the journal has of an exercise."""
    kept = course.journal().answers(exercise["lesson"], exercise["id"])
    return [event.answer for event in kept]


def begun(course):
    """What the learner has begun to write, as the course keeps it."""
    return course.journal().draft(WRITTEN["lesson"], WRITTEN["id"])


def see_begun(me, course):
    """See that the course keeps what is begun."""
    wait_for(lambda: begun(course) == BEGUN, "what is begun to be kept", page=me.page)


def test_the_text_is_there_without_scripts(visitor, course, language):
    page = visitor(course, java_script_enabled=False)
    page.goto(course.url(f"{language}/{LESSON}"))
    told = page.locator("noscript p")
    expect(told).to_be_visible()
    expect(told).to_contain_text(say("view.no-script", language))
    for exercise in exercises(LESSON):
        expect(page.get_by_role("main")).to_contain_text(exercise["prompt"][language])


def test_a_page_that_never_has_a_line_can_be_read_and_written_in(learner, course):
    me = learner("sv")
    line = Line(me.page)
    line.cut()
    me.open_lesson(WRITTEN["lesson"])
    expect(alert(me)).to_contain_text(me.said("engine-gone-title"))
    expect(alert(me)).to_contain_text(me.said("engine-gone"))
    for exercise in exercises(WRITTEN["lesson"]):
        expect(me.card(exercise)).to_be_visible()
    me.enter(WRITTEN, BEGUN)
    line.mend()
    with suppress(NotInTime):  # the page may have found the line by itself already
        alert(me).get_by_role("button", name=me.said("wake")).click(timeout=5_000)
    expect(alert(me)).to_have_count(0)
    see_begun(me, course)


def test_answers_sent_while_the_line_is_down_are_recorded_once(learner, course, watch):
    """Whether the line was cut before an answer arrived, or before the page heard that it had."""
    watch.forgive(LOST_LINE)
    me = learner("en")
    line = Line(me.page)
    me.open_lesson(LESSON)
    one, other = [one for one in exercises(LESSON) if one["kind"] in ("choice", "estimate")][:2]

    line.is_deaf = True
    me.enter(one, right(one, "en").answer)
    me.submit(one)
    wait_for(lambda: answers(course, one), "the answer, unheard of by the page", page=me.page)
    line.cut()
    expect(alert(me)).to_be_visible()
    me.enter(other, right(other, "en").answer)
    me.submit(other)
    expect(me.card(other)).to_contain_text(me.word("saving"))
    line.mend()
    expect(alert(me)).to_have_count(0)
    for exercise in (one, other):
        me.see(exercise, right(exercise, "en"))
        me.see_saved(exercise)
        assert answers(course, exercise) == [right(exercise, "en").answer]


def test_an_old_draft_is_not_sent_again_with_the_line(learner, course, watch):
    """What has long arrived does not cover the answer that was given in another tab meanwhile."""
    watch.forgive(LOST_LINE)
    me = learner("sv")
    line = Line(me.page)
    me.open_lesson(WRITTEN["lesson"])
    me.enter(WRITTEN, BEGUN)
    see_begun(me, course)
    me.page.wait_for_timeout(2500)
    line.cut()
    expect(alert(me)).to_be_visible()
    given = right(WRITTEN, "sv")
    other = learner("sv").open_lesson(WRITTEN["lesson"])
    other.answer(WRITTEN, given)
    line.mend()
    expect(alert(me)).to_have_count(0)
    me.answer(CHOICE, right(CHOICE, "sv"))  # all that came with the line has arrived before this
    other.page.reload()
    other.awake().see_entered(WRITTEN, given.answer)


def test_whoever_leaves_with_an_answer_on_its_way_is_asked_first(learner, watch):
    watch.forgive(LOST_LINE)
    me = learner("en")
    line = Line(me.page)
    me.open_lesson(LESSON)
    me.answer(QUESTION, right(QUESTION, "en"))
    asked = []
    me.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    line.cut()
    expect(alert(me)).to_be_visible()
    me.enter(QUESTION, wrong(QUESTION, "en").answer)
    me.submit(QUESTION)
    expect(me.card(QUESTION)).to_contain_text(me.word("saving"))
    me.page.close(run_before_unload=True)
    wait_for(lambda: asked, "the question", page=me.page)
    assert asked == ["beforeunload"]
    line.mend()
    expect(alert(me)).to_have_count(0)
    me.see_saved(QUESTION)
    with me.page.expect_event("close"):
        me.page.close(run_before_unload=True)
    assert asked == ["beforeunload"]


def test_the_focus_stays_when_the_message_goes(learner, watch):
    watch.forgive(LOST_LINE)
    me = learner("sv")
    line = Line(me.page)
    me.open_lesson(LESSON)
    line.cut()
    button = alert(me).get_by_role("button", name=me.said("wake"))
    button.focus()
    line.mend()
    expect(alert(me)).to_have_count(0)
    expect(me.page.get_by_role("main")).to_be_focused()


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_the_page_carries_on_when_the_course_is_started_again(start, learner, watch, how):
    """Its port is the same, its key another: a new tab that enters lets the old one in, too."""
    watch.forgive(LOST_LINE, "403")
    course = start(language="sv")
    me = learner("sv", at=course).open_lesson(WRITTEN["lesson"])
    answered = CHOICE
    other = next(one for one in exercises(WRITTEN["lesson"]) if one["kind"] == "estimate")
    me.answer(answered, right(answered, "sv"))
    me.enter(WRITTEN, BEGUN)
    course.stop(how)
    expect(alert(me)).to_contain_text(me.said("engine-gone"))
    me.see_entered(WRITTEN, BEGUN)
    me.enter(other, right(other, "sv").answer)
    me.submit(other)

    again = start(home=course.home, port=course.port, language="sv")
    assert again.key != course.key
    me.page.wait_for_timeout(500)
    expect(alert(me)).to_be_visible()
    tab = me.page.context.new_page()
    tab.goto(again.address)
    expect(tab.get_by_role("heading", level=1)).to_have_text(say("course", "sv"))
    expect(alert(me)).to_have_count(0)
    me.see(other, right(other, "sv"))
    me.see_saved(other)
    me.see_entered(WRITTEN, BEGUN)
    me.page.reload()
    me.awake()
    me.see(answered, right(answered, "sv"))
    me.see_entered(WRITTEN, BEGUN)
    assert answers(again, answered) == [right(answered, "sv").answer]
    assert answers(again, other) == [right(other, "sv").answer]


def test_a_silent_course_is_told_and_the_answer_comes_when_it_wakes(learner, course):
    me = learner("en")
    exercise, given = QUESTION, right(QUESTION, "en")
    with closing(me.page.context):  # where the clock goes wrong, nobody else is to come
        me.page.clock.install()
        me.open_lesson(LESSON)
        with asleep(course.process):
            me.enter(exercise, given.answer)
            me.submit(exercise)
            expect(me.card(exercise)).to_contain_text(me.word("saving"))
            me.page.clock.fast_forward("00:10")
            expect(me.card(exercise)).to_contain_text(me.word("no-reply"), use_inner_text=True)
            me.see_entered(exercise, given.answer)
        me.see(exercise, given)
        me.see_saved(exercise)


@contextmanager
def asleep(process):
    """It answers nobody, and wakes again."""
    process.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        process.send_signal(signal.SIGCONT)
