"""Every lesson in the folder for a web server, played to its end: the browser's engine judges.

The walks of ``test_walks.py`` see the pages of a server; here is seen that nothing but a file
server is needed for the same.
"""

import pytest
from hosted import hosted
from playwright.sync_api import expect
from test_lessons import MOTION, READ
from written import LESSONS, exercises

from tests.built_site import built

pytestmark = pytest.mark.edition


@pytest.fixture(scope="session")
def folder(tmp_path_factory, worker_id):
    return built(tmp_path_factory, worker_id)


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_from_beginning_to_end(learner, folder, lesson):
    """Each exercise wrongly, then rightly; My answers tell of all when the page is gone."""
    language = READ[lesson]
    with hosted(folder) as site:
        me = learner(
            language, at=site, signed_in=False, steps="all", reduced_motion=MOTION[language]
        ).open_lesson(lesson)
        left = me.minutes_left()
        for exercise in exercises(lesson, language):
            me.play_to(exercise)
            me.work(exercise)
        while not me.is_at_end():
            me.next_step()
        assert me.minutes_left() < left
        me.open("answers").awake()
        for exercise in exercises(lesson, language):
            expect(me.page.get_by_role("main")).to_contain_text(exercise["title"][language])
