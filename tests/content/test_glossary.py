"""The glossary: how it is read, and that the course's own is whole."""

from pathlib import Path

import pytest

from course.content.course import Course
from course.content.glossary import ROLE, Entry, lacks
from course.words import alphabetical
from course.words.bilingual import Text


def test_an_entry(tmp_path: Path) -> None:
    file = tmp_path / "data" / "glossary.yml"
    file.parent.mkdir()
    file.write_text(
        "tie:\n  sv: {term: kontakt, meaning: Ett band.}\n  en: {term: tie, meaning: A link.}\n"
        "  sources: [burt-2004]\nhalf:\n  sv: {term: halv, meaning: Halv.}\n",
        encoding="utf-8",
    )
    assert Course.open(tmp_path).glossary == {
        "tie": Entry(
            id="tie",
            term=Text(sv="kontakt", en="tie"),
            meaning=Text(sv="Ett band.", en="A link."),
            sources=("burt-2004",),
        )
    }


@pytest.mark.parametrize("fields", [None, "words", [], {"sv": "ord"}, {"sv": {"term": 3}}])
def test_what_is_no_entry_lacks_everything(fields: object) -> None:
    assert list(lacks(fields)) == ["sv: term:", "sv: meaning:", "en: term:", "en: meaning:"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{term}`ord <silo>`", ("ord", "silo")),
        ("{term}`två ord <wide-bridge>`", ("två ord", "wide-bridge")),
        ("{term}`ord<silo>`", ("ord", "silo")),
        ("{term}`ord`", None),
        ("{term}`ord <Silo>`", None),
        ("{term}` <silo>`", None),
        ("{ref}`ord <silo>`", None),
    ],
)
def test_a_term_in_text(text: str, found: tuple[str, str] | None) -> None:
    match = ROLE.search(text)
    assert (match and (match["words"], match["term"])) == found


def test_the_order_of_a_swedish_word_list() -> None:
    # Svenska Akademiens ordlista: å, ä and ö last, in that order; capitals make no difference.
    words = ["öppenhet", "avvikelse", "åtgärd", "Zebra", "äldre", "idé", "idéer", "ideal"]
    expected = ["avvikelse", "idé", "ideal", "idéer", "Zebra", "åtgärd", "äldre", "öppenhet"]
    assert sorted(words, key=alphabetical) == expected
