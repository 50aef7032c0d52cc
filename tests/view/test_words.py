"""Terms in the course view: their links in a lesson, and the glossary page's content."""

from pathlib import Path
from types import SimpleNamespace

import nbformat
import pytest

from course.build.terms import linked as built
from course.material.course import Course, ours
from course.paths import LANGUAGES
from course.view import plan, words
from tests.small_course import write_lesson


def shown(text: str, language: str = "sv", base: str = "/course") -> str:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(text)])
    handler = SimpleNamespace(language=language, surroundings=lambda code: {"base": base})
    return str(words.linked(handler, notebook).cells[0].source)


def test_a_term_leads_to_its_entry_on_the_glossary_page() -> None:
    assert shown(built("En {term}`bred bro <wide-bridge>`.")) == (
        'En <a class="term" id="use-wide-bridge" href="/course/sv/glossary#wide-bridge">'
        "bred bro</a>."
    )
    assert 'href="/hub/user/a%20b/course/en/' in shown(
        "[x](#term-tie)", "en", "/hub/user/a b/course"
    )


def test_other_links_and_code_are_left_alone() -> None:
    text = "[Sol](#ref-sol), [x](https://example.org) och [y](06-across-boundaries.ipynb)."
    assert shown(text) == text
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell('"[x](#term-tie)"')])
    assert words.linked(SimpleNamespace(language="sv", surroundings=lambda _: {"base": ""}),
                        notebook).cells[0].source == '"[x](#term-tie)"'  # fmt: skip


def test_words_are_not_markup() -> None:
    assert ">a &lt;b&gt; &amp; c</a>" in shown("[a <b> & c](#term-tie)")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_term_is_listed_once_under_its_letter(language: str) -> None:
    groups = words.listed(language)
    ids = [entry["id"] for group in groups for entry in group["entries"]]
    assert sorted(ids) == sorted(ours().glossary)
    letters = [group["letter"] for group in groups]
    assert len(set(letters)) == len(letters)
    for group in groups:
        assert all(one["term"].upper().startswith(group["letter"]) for one in group["entries"])


def test_letters_stand_in_order() -> None:
    assert [group["letter"] for group in words.listed("sv")] == sorted(
        (group["letter"] for group in words.listed("sv")), key="ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ".index
    )


def test_where_a_term_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    terms = [{"id": "tie", "cell": "c02", "heading": "How strong?"}]
    write_lesson(tmp_path, "06-across-boundaries", "Over", 5, terms=terms)
    monkeypatch.setattr(plan, "ours", lambda: Course.open(tmp_path))
    entries = {one["id"]: one for group in words.listed("en") for one in group["entries"]}
    assert entries["tie"]["uses"] == [
        {"address": "06-across-boundaries#use-tie", "number": 6, "title": "Over",
         "heading": "How strong?"}
    ]  # fmt: skip
    assert entries["silo"]["uses"] == []


def test_what_is_told_of_a_term() -> None:
    entries = {one["id"]: one for group in words.listed("sv") for one in group["entries"]}
    public_access = entries["public-access"]
    assert public_access["term"] == "offentlighetsprincipen"
    assert public_access["foreign"] == {"term": "principle of public access", "language": "en"}
    assert public_access["sources"] == [
        {
            "text": "TF",
            "link": "https://www.riksdagen.se/sv/dokument-och-lagar/dokument/"
            "svensk-forfattningssamling/_sfs-1949-105/",
        }
    ]
