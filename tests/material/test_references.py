"""The bibliography; expected forms are written by hand after the entries."""

import re
from pathlib import Path

import pytest

from course.material.references import CITATION, Reference, references

TWO = [{"family": "Centola", "given": "D."}, {"family": "Macy", "given": "M."}]


def work(**fields: object) -> Reference:
    return Reference("key", {"title": "A title", **fields})


@pytest.mark.parametrize(
    ("fields", "cited"),
    [
        ({"author": TWO[:1], "issued": 1991}, "Centola 1991"),
        ({"author": TWO, "issued": 2007}, "Centola & Macy 2007"),
        ({"author": [*TWO, TWO[0]], "issued": 2007}, "Centola, Macy & Centola 2007"),
        ({"author": TWO * 2, "issued": 2007}, "Centola et al. 2007"),
        ({"author": [{"literal": "Cabinet Office"}], "issued": 2024}, "Cabinet Office 2024"),
        ({"issued": 2024}, "A title 2024"),
        ({"type": "legislation", "title-short": "OSL", "issued": 2009}, "OSL"),
        ({"author": TWO}, "Centola & Macy"),
    ],
)
def test_as_it_stands_in_running_text(fields: dict[str, object], cited: str) -> None:
    assert work(**fields).cited("en") == cited


def test_more_than_three_authors_in_swedish() -> None:
    assert work(author=TWO * 2, issued=2007).cited("sv") == "Centola m.fl. 2007"


def test_as_it_stands_in_the_list() -> None:
    fields = {
        "author": TWO,
        "issued": 2007,
        "title": "Complex contagions.",
        "container-title": "American Journal of Sociology",
        "volume": 113,
        "page": "702–734",
        "DOI": "10.1086/521848",
        "URL": "https://example.org/passed-over",
        "accessed": "2026-11-23",
    }
    assert work(**fields).listed("en") == (
        "Centola, D. & Macy, M. (2007). *Complex contagions*. American Journal of Sociology, 113, "
        "702–734. <https://doi.org/10.1086/521848> Checked 2026-11-23."
    )
    assert work(**fields).listed("sv").endswith(" Kontrollerad 2026-11-23.")
    title = '<span lang="en">*A title*</span>'  # a screen reader changes its voice for it
    assert work(URL="https://example.org").listed("sv") == f"{title}. <https://example.org>"


@pytest.mark.parametrize("key", references())
def test_every_shipped_work_can_be_cited_and_listed(key: str) -> None:
    reference = references()[key]
    assert reference.cited("sv")
    assert CITATION.fullmatch(f"[@{key}]"), "the key cannot be written in a citation"
    for language in ("sv", "en"):
        listed = reference.listed(language)
        assert str(reference.fields["title"]).rstrip(".") in listed
        assert "None" not in listed
        assert re.search(r"<https?://[^>\s]+>", listed) or reference.fields.get("publisher")


def test_every_statute_says_when_it_was_checked() -> None:
    laws = [one for one in references().values() if one.fields.get("type") == "legislation"]
    assert len(laws) > 5
    assert [law.key for law in laws if not law.fields.get("accessed")] == []


def test_citations_in_text() -> None:
    found = CITATION.findall("x [@sol] y [@osl, 26 kap. 1 §] [link](x) [@Big] a@b.se")
    assert found == [("sol", ""), ("osl", "26 kap. 1 §")]


def test_an_empty_bibliography_has_no_works(tmp_path: Path) -> None:
    (tmp_path / "references.yml").write_text("# none yet\n", encoding="utf-8")
    assert references(tmp_path / "references.yml") == {}
