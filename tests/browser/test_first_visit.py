"""The folder for a web server, as a first visitor meets it: no more than shows that it works.

To build it takes a minute and a half of one core, so that this too is for ``--clients``, which
proves it whole: ``test_site.py``, ``test_site_faults.py``, ``test_site_killed.py``,
``test_single.py``.
"""

import pytest
from answers import right
from hosted import hosted
from playwright.sync_api import expect
from written import exercises

from course.words import say
from tests.built_site import built

pytestmark = pytest.mark.edition


@pytest.fixture(scope="session")
def folder(tmp_path_factory, worker_id):
    return built(tmp_path_factory, worker_id)


def test_an_answer_is_judged_kept_and_there_again(learner, folder):
    exercise = next(one for one in exercises("00-start", "sv") if one["kind"] == "choice")
    given = right(exercise, "sv")
    with hosted(folder) as site:
        me = learner("sv", at=site, signed_in=False).open_lesson("00-start")
        me.enter(exercise, given.answer)
        me.submit(exercise)
        me.see(exercise, given)
        me.see_saved(exercise)
        me.page.reload()
        me.awake()
        me.see_entered(exercise, given.answer)
        me.see_saved(exercise)
        expect(me.page.locator("#saved")).to_have_text(say("browser.saved-here", "sv"))
