"""A lesson's page in its steps: what it has before any script runs, and which step is opened."""

import re

import pytest

from course.content.course import ours
from course.journal import Journal, MemoryStore
from course.pages.lesson import parts, steps
from course.pages.render import Pages
from course.paths import LANGUAGES
from course.session import Session

LESSON = "06-across-boundaries"
PAGES = Pages("/course")


def page(language: str = "sv", place: str = "") -> str:
    session = Session(ours(), Journal(MemoryStore()), language)
    if place:
        session.journal.reach(LESSON, place, language=language)
    return PAGES.lesson(session, LESSON)


def opened(html: str) -> list[str]:
    """The steps that are shown before the script runs."""
    return re.findall(r'<section class="step \w+" data-step="(\w+)" data-here>', html)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_of_the_lesson_is_in_one_step_but_the_glossary(language: str) -> None:
    shown = parts(ours().notebook(LESSON, language))
    in_steps = [part.id for step in steps(shown) for part in step.parts]
    assert in_steps == [part.id for part in shown if part.kind != "words"]
    html = page(language)
    assert [html.count(f'id="{part.id}"') for part in shown] == [1] * len(shown)


def test_headings_stand_once_and_lead_their_steps() -> None:
    html = page("en")
    for step in steps(parts(ours().notebook(LESSON, "en"))):
        assert step.heading
        assert len(re.findall(rf"<h[124][^>]*>{re.escape(step.heading)}</h[124]>", html)) == 1
    assert html.count("<h1") == 1


def test_the_step_that_was_left_is_opened() -> None:
    told = {step.id: step for step in steps(parts(ours().notebook(LESSON, "sv")))}
    first = next(iter(told))
    assert opened(page()) == [first]
    inside = told["c06"].parts[-1].id
    assert opened(page(place=inside)) == ["c06"]
    end = next(step for step in told.values() if step.kind == "end")
    assert opened(page(place=end.id)) == [first], "who was at the end begins anew"
    folded = next(step for step in told.values() if step.kind == "more")
    assert opened(page(place=folded.id)) == [end.id]
    assert opened(page(place="gone")) == [first]


def test_the_end_repeats_what_monday_asks_for() -> None:
    monday = next(
        one for one in steps(parts(ours().notebook(LESSON, "sv"))) if one.kind == "monday"
    )
    assert monday.last.startswith("Gör likadant.")
    assert page().count(monday.last) == 2


def test_the_head_leads_to_the_plan_and_the_foot_alone_to_the_laboratory() -> None:
    html = Pages("/course", lab="/lab/tree").lesson(
        Session(ours(), Journal(MemoryStore()), "sv"), LESSON
    )
    head, _, rest = html.partition("</header>")
    assert '<a href="/course/sv/plan">' in head
    assert "/lab/tree" not in head
    assert "/lab/tree" in rest.partition('<footer class="foot">')[2]
    assert html.count("/lab/tree") == 1
