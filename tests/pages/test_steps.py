"""A lesson's page in its steps: what it has before any script runs, and which step is opened."""

import json
import re
from pathlib import Path

import pytest

from course.content.course import Course, ours
from course.journal import Journal, MemoryStore
from course.pages.lesson import parts, steps
from course.pages.render import Pages
from course.paths import LANGUAGES
from course.session import Session

LESSON = "06-across-boundaries"
PAGES = Pages("/course")


def page(language: str = "sv", place: str = "", course: Course | None = None) -> str:
    session = Session(course or ours(), Journal(MemoryStore()), language)
    if place:
        session.journal.reach(LESSON, place, language=language)
    return PAGES.lesson(session, LESSON)


def opened(html: str) -> list[str]:
    """The steps that are shown before the script runs."""
    return re.findall(r'<section class="step \w+" data-step="(\w+)"[^>]* data-here>', html)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_of_the_lesson_is_in_one_step_but_the_glossary(language: str) -> None:
    shown = parts(ours().notebook(LESSON, language))
    in_steps = [part.id for step in steps(shown) for part in step.parts]
    assert in_steps == [part.id for part in shown if part.kind != "glossary"]
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


def ending(html: str) -> str:
    """The step in which the lesson ends."""
    return html.partition('<section class="step end"')[2].partition("</section>\n<nav")[0]


def test_the_end_asks_for_a_promise_which_begins_with_the_lessons_own_suggestion() -> None:
    html = page()
    place = '<section class="monday" id="promise" aria-labelledby="promise-title">'
    assert ending(html).count(place) == html.count(place) == 1
    # Without a script the suggestion itself stands there.
    assert "<p>Ring en enhet som ni delar" in ending(html).split(place)[1].split("</section>")[0]
    data = re.findall(r'<script type="application/json" id="returning">(.*?)</script>', html)
    # Read in notebooks/source/06-across-boundaries.md, under course: monday.
    assert json.loads(data[0])["promised"]["suggestion"].startswith("Ring en enhet som ni delar")


def test_the_end_of_what_suggests_nothing_repeats_what_monday_asks_for(tmp_path: Path) -> None:
    notebook = json.loads(ours().notebook(LESSON, "sv").read_text(encoding="utf-8"))
    notebook["cells"] = [one for one in notebook["cells"] if one["cell_type"] == "markdown"]
    notebook["metadata"]["course"] |= {"monday": "", "exercises": []}
    file = tmp_path / "notebooks" / "sv" / f"{LESSON}.ipynb"
    file.parent.mkdir(parents=True)
    file.write_text(json.dumps(notebook), encoding="utf-8")
    told = {one.kind: one for one in steps(parts(file))}
    assert told["monday"].last.startswith("Gör likadant.")
    html = page(course=Course.open(tmp_path))
    assert html.count(told["monday"].last) == 2
    assert told["monday"].last in ending(html)


def test_the_head_leads_to_the_plan_and_the_foot_alone_to_the_laboratory() -> None:
    html = Pages("/course", lab="/lab/tree").lesson(
        Session(ours(), Journal(MemoryStore()), "sv"), LESSON
    )
    head, _, rest = html.partition("</header>")
    assert '<a href="/course/sv/plan">' in head
    assert "/lab/tree" not in head
    assert "/lab/tree" in rest.partition('<footer class="foot">')[2]
    assert html.count("/lab/tree") == 1
