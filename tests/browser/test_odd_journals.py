"""A journal with odd things in it, brought in or on the disk: every page and card is drawn."""

import json
from itertools import cycle

import pytest
from answers import right
from playwright.sync_api import expect
from written import exercises, first

pytestmark = pytest.mark.sweep

LESSON = first("reflection")["lesson"]
SURROGATE = "en halv " + chr(0xD83D)

ODD = {
    "a time in year 1": {"time": "0001-01-01T00:00:00Z"},
    "a time that no clock has come to": {"time": "9999-12-31T23:59:59.999Z"},
    "a time that JavaScript cannot read": {"time": "20261120T100000+0100"},
    "a time with a week": {"time": "2026-W47-5T10:00:00+01:00"},
    "half a character": {"words": SURROGATE},
    "a language that is unknown": {"language": "tlh"},
    "a verdict of another kind": {"verdict": {"right": "yes", "score": "all"}},
}


def lines(odd):
    """Each exercise of the lesson answered, and a place, with something odd in each line."""
    answered = {"type": "answer", "verdict": None, "fingerprint": "any"}
    events = [
        {**answered, "exercise": one["id"], "answer": right(one, "sv").answer}
        for one in exercises(LESSON)
    ]
    events.append({"type": "place", "cell": "c03"})
    usual = {"lesson": LESSON, "language": "sv", "time": "2026-11-20T10:00:00.000Z"}
    numbered = ({"id": f"{n:032x}", **usual, **one, **odd} for n, one in enumerate(events, start=1))
    return "".join(json.dumps(one) + "\n" for one in numbered)


WAYS = ("brought in", "on the disk")


@pytest.mark.parametrize(("odd", "how"), list(zip(ODD, cycle(WAYS), strict=False)))
def test_every_page_stands_and_every_card_is_drawn(learner, course, tmp_path, odd, how):
    me = learner("en")
    if how == "on the disk":
        course.journal().path.write_text(lines(ODD[odd]), encoding="utf-8")
    else:
        file = tmp_path / "course-answers.jsonl"
        file.write_text(lines(ODD[odd]), encoding="utf-8")
        me.open("answers").page.get_by_label(me.said("bring-back")).set_input_files(file)
        me.page.get_by_role("button", name=me.said("import"), exact=True).click()
    for path in ("answers", "plan", "certificate", ""):
        assert me.page.goto(me.course.url(f"en/{path}")).ok, path
    me.page.goto(me.course.address)
    expect(me.page).to_have_url(me.course.url("sv/"))
    me.open_lesson(LESSON)
    expect(me.page.locator(".card form")).to_have_count(len(exercises(LESSON)))
    for exercise in exercises(LESSON):
        me.see_entered(exercise, right(exercise, "sv").answer)
        me.see_saved(exercise)
