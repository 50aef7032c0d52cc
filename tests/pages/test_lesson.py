"""A lesson's page part by part: what stands in its notebook, and nothing else."""

import json
import os
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from course.content.course import ours
from course.pages.lesson import parts
from course.paths import LANGUAGES

LESSONS = [one.id for one in ours().outlines("sv")]
every_notebook = pytest.mark.parametrize(
    ("lesson", "language"), [(lesson, language) for lesson in LESSONS for language in LANGUAGES]
)


def cells(lesson: str, language: str) -> list[dict[str, Any]]:
    notebook = json.loads(ours().notebook(lesson, language).read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = notebook["cells"]
    return found


@every_notebook
def test_each_exercise_of_the_lesson_has_exactly_one_place(lesson: str, language: str) -> None:
    shown = [one.exercise for one in parts(ours().notebook(lesson, language)) if one.exercise]
    assert sorted(shown) == sorted(one.id for one in ours().outline(lesson, language).exercises)


@every_notebook
def test_figures_are_there_in_their_order(lesson: str, language: str) -> None:
    # The names are read here by their own hand, from the code of the cells.
    named = re.findall(
        r'^lesson\.figure\("([\w-]+)"',
        "\n".join(
            "".join(c["source"]) for c in cells(lesson, language) if c["cell_type"] == "code"
        ),
        re.MULTILINE,
    )
    drawn = [one for one in parts(ours().notebook(lesson, language)) if one.kind == "figure"]
    assert len(drawn) == len(named)
    for part, name in zip(drawn, named, strict=True):
        title = ours().figure(name).title.in_language(language)
        assert title in Text(part.html).text
        assert "<svg" in part.html
        assert "<table" in part.html


@every_notebook
def test_every_text_is_there_and_every_id_is_one(lesson: str, language: str) -> None:
    found = parts(ours().notebook(lesson, language))
    ids = [one.id for one in found]
    assert len(set(ids)) == len(ids)
    texts = [c["id"] for c in cells(lesson, language) if c["cell_type"] == "markdown"]
    assert [one.id for one in found if one.kind in ("text", "glossary")] == texts
    assert [one.kind for one in found].count("glossary") <= 1


@every_notebook
def test_terms_link_to_the_glossary_and_come_back_from_it(lesson: str, language: str) -> None:
    html = "".join(one.html for one in parts(ours().notebook(lesson, language)))
    uses = re.findall(r'<a class="term" id="use-([\w-]+)" href="glossary#([\w-]+)"', html)
    assert all(term == link for term, link in uses)
    terms = [term for term, _ in uses]
    assert sorted(terms) == sorted(one["id"] for one in ours().outline(lesson, language).terms)
    assert set(terms) <= set(ours().glossary)


@every_notebook
def test_links_to_lessons_lead_to_their_pages(lesson: str, language: str) -> None:
    html = "".join(one.html for one in parts(ours().notebook(lesson, language)))
    for link in re.findall(r'<a [^>]*href="([^"]*)"', html):
        assert ".ipynb" not in link
        if not link.startswith(("http", "#", "glossary")):
            assert link.partition("#")[0] in ours().lessons(), link


@every_notebook
def test_nothing_in_a_page_runs_or_loads(lesson: str, language: str) -> None:
    for one in parts(ours().notebook(lesson, language)):
        found = Text(one.html)
        assert found.tags.isdisjoint({"script", "iframe", "object", "embed", "img", "form", "base"})
        assert [name for name in found.names if name.startswith("on")] == []


class Text(HTMLParser):
    """The text, the tags and the attributes' names of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.tags: set[str] = set()
        self.names: list[str] = []
        self.feed(html)

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.names += [name for name, _ in attrs]


def test_what_is_under_the_hood_shows_its_code_and_what_it_printed() -> None:
    hoods = [
        one
        for lesson in LESSONS
        for one in parts(ours().notebook(lesson, "en"))
        if one.kind == "hood"
    ]
    assert hoods
    assert all(one.code and not one.html for one in hoods)
    assert any(one.printed for one in hoods)


def test_changing_a_notebook_changes_its_page(tmp_path: Path) -> None:
    file = tmp_path / "lesson.ipynb"
    shutil.copy(ours().notebook("00-start", "en"), file)
    before = parts(file)
    assert parts(file) is before, "an unchanged file is not read again"
    notebook = json.loads(file.read_text(encoding="utf-8"))
    notebook["cells"].insert(
        0, {"cell_type": "markdown", "id": "new", "metadata": {}, "source": ["# A new beginning"]}
    )
    stamp = file.stat().st_mtime_ns
    file.write_text(json.dumps(notebook), encoding="utf-8")
    os.utime(file, ns=(stamp + 1, stamp + 1))
    now = parts(file)
    assert now[0].html == "<h1>A new beginning</h1>\n"
    assert now[1:] == before


def test_a_cell_without_a_part_of_the_page_has_none(tmp_path: Path) -> None:
    file = tmp_path / "lesson.ipynb"
    code = {"cell_type": "code", "id": "c", "metadata": {}, "source": "x = 1", "outputs": []}
    file.write_text(json.dumps({"cells": [code]}), encoding="utf-8")
    assert parts(file) == ()
