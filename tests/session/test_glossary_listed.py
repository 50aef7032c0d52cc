"""The glossary as a page shows it: its order, and where each term stands."""

import shutil
from pathlib import Path

import pytest

from course.content.course import Course, ours
from course.paths import LANGUAGES, ROOT
from course.session.glossary import listed
from tests.small_course import write_lesson


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_term_is_listed_once_under_its_letter(language: str) -> None:
    groups = listed(ours(), language)
    ids = [entry["id"] for group in groups for entry in group["entries"]]
    assert sorted(ids) == sorted(ours().glossary)
    letters = [group["letter"] for group in groups]
    assert len(set(letters)) == len(letters)
    for group in groups:
        assert all(one["term"].upper().startswith(group["letter"]) for one in group["entries"])


def test_letters_stand_in_order() -> None:
    assert [group["letter"] for group in listed(ours(), "sv")] == sorted(
        (group["letter"] for group in listed(ours(), "sv")),
        key="ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ".index,
    )


def test_where_a_term_stands(tmp_path: Path) -> None:
    terms = [{"id": "tie", "cell": "c02", "heading": "How strong?"}]
    write_lesson(tmp_path, "06-across-boundaries", "Over", 5, terms=terms)
    (tmp_path / "data").mkdir()
    shutil.copy(ROOT / "data" / "glossary.yml", tmp_path / "data")
    groups = listed(Course.open(tmp_path), "en")
    entries = {one["id"]: one for group in groups for one in group["entries"]}
    assert entries["tie"]["uses"] == [
        {"address": "06-across-boundaries#use-tie", "number": 6, "title": "Over",
         "heading": "How strong?"}
    ]  # fmt: skip
    assert entries["silo"]["uses"] == []


def test_what_is_told_of_a_term() -> None:
    entries = {one["id"]: one for group in listed(ours(), "sv") for one in group["entries"]}
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
