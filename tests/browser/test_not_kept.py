"""A disk that takes nothing: head, card, end and a second visit say why, and no text is lost."""

from pathlib import Path

import pytest
from answers import right
from playwright.sync_api import expect
from written import exercises, first

from course.words import say

pytestmark = pytest.mark.sweep

WRITTEN = first("reflection")
CHOICE = next(one for one in exercises(WRITTEN["lesson"]) if one["kind"] == "choice")


def below_a_file(folder):
    """A folder for the answers that lies below a file: nobody, not even root, can write there."""
    file = folder / "a file"
    file.write_text("no folder")
    return file / "below"


def full(folder):
    """A journal on a device that is always full."""
    if not Path("/dev/full").exists():
        pytest.skip("this system has no device that is always full")
    home = folder / "home"
    home.mkdir()
    (home / "journal.jsonl").symlink_to("/dev/full")
    return home


@pytest.mark.parametrize(("made", "cause"), [(below_a_file, "other"), (full, "full")])
def test_a_disk_that_takes_nothing_is_told_everywhere(start, learner, tmp_path, made, cause):
    """From the start on, or from the first answer on where only writing fails."""
    course = start(home=made(tmp_path), language="sv")
    me = learner("sv", at=course).open_lesson(WRITTEN["lesson"])
    why = me.said(f"not-kept-{cause}")
    for exercise in (CHOICE, WRITTEN):
        given = right(exercise, "sv")
        me.enter(exercise, given.answer)
        me.submit(exercise)
        me.see(exercise, given)
        me.claim(exercise, {"announces": why})
    see_why(me, why)
    for path in ("", "answers"):
        me.open(path)
        see_why(me, why)
    me.open_lesson(WRITTEN["lesson"])
    see_why(me, why)
    for exercise in (CHOICE, WRITTEN):
        me.see_entered(exercise, right(exercise, "sv").answer)
        me.claim(exercise, {"announces": why})
    me.page.close()
    assert course.stop() == 0
    assert course.lines()[-1] == say(f"serve.stopped-not-kept-{cause}", "sv")


def see_why(me, why):
    """The head of the page says why nothing is saved, and not that anything is."""
    head = me.page.get_by_role("banner")
    expect(head).to_contain_text(why)
    expect(head).not_to_contain_text(me.said("saved-here"))


def test_a_disk_that_fills_up_and_is_emptied_again(start, learner, tmp_path):
    """What was answered meanwhile is saved with the next answer, and the head says so."""
    course = start(home=full(tmp_path), language="en")
    me = learner("en", at=course).open_lesson(WRITTEN["lesson"])
    why = me.said("not-kept-full")
    me.enter(CHOICE, right(CHOICE, "en").answer)
    me.submit(CHOICE)
    me.claim(CHOICE, {"announces": why})
    course.home.joinpath("journal.jsonl").unlink()
    me.answer(WRITTEN, right(WRITTEN, "en"))
    me.see_saved(CHOICE)
    expect(me.page.get_by_role("banner")).to_contain_text(me.said("saved-here"))
    kept = course.journal().answered()
    assert kept == {(WRITTEN["lesson"], one["id"]) for one in (CHOICE, WRITTEN)}
