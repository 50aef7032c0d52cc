"""What goes wrong on a page fails the test that opened it, and no other."""

import pytest
from conftest import Watch
from playwright.sync_api import Error

WRONG = """() => new Promise((gone) => {
  console.error("told in the console");
  setTimeout(() => { throw new Error("thrown in a script"); });
  setTimeout(gone, 50);
})"""


@pytest.mark.parametrize("visit", ["first", "later"])
def test_each_fault_is_seen_also_in_a_browser_that_was_lent_before(visitor, course, watch, visit):
    watch.forgive("")
    page = visitor(course)
    page.goto(course.url("en/"))
    page.evaluate(WRONG)
    with pytest.raises(Error, match="ERR_NAME_NOT_RESOLVED"):
        page.goto("http://elsewhere.example/")
    told = "\n".join(watch.faults)
    assert "told in the console" in told
    assert told.count("thrown in a script") == 1
    assert told.count("asked another host: http://elsewhere.example/") == 1


def test_who_has_left_is_watched_no_longer(visitor, course, watch):
    """A browser that is lent again tells its faults to the next test alone."""
    watch.forgive("")
    page, earlier = visitor(course), Watch()
    earlier.follow(page.context)
    earlier.leave(page.context)
    page.evaluate("console.error('later')")
    page.evaluate("0")  # what was told before has come now
    assert [one for one in watch.faults if "later" in one]
    assert earlier.faults == []
