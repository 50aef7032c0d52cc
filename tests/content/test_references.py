"""The bibliography; expected forms are written by hand after the entries."""

import json
import re
from pathlib import Path

import pytest

from course.content.course import Course, ours
from course.content.references import CITATION, Reference, csl_json

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
        "issue": 3,
        "page": "702–734",
        "DOI": "10.1086/521848",
        "URL": "https://example.org/passed-over",
        "accessed": "2026-11-23",
    }
    assert work(**fields).listed("en") == (
        "Centola, D. & Macy, M. (2007). [*Complex contagions*](<https://doi.org/10.1086/521848>). "
        "American Journal of Sociology, 113(3), 702–734. Checked 2026-11-23."
    )
    assert work(**fields).listed("sv").endswith(" Kontrollerad 2026-11-23.")
    title = "[*A title*](<https://example.org>)"  # a screen reader changes its voice for it
    assert work(URL="https://example.org").listed("sv") == f'<span lang="en">{title}</span>.'


def test_a_report_has_its_number_and_names_its_publisher_once() -> None:
    fields = {"author": [{"literal": "Kommittén"}], "issued": 2022, "number": "SOU 2022:59"}
    assert work(**fields, publisher="Regeringskansliet", language="sv").listed("sv") == (
        "Kommittén (2022). *A title*. SOU 2022:59, Regeringskansliet."
    )
    assert work(**fields, publisher="Kommittén", language="sv").listed("sv") == (
        "Kommittén (2022). *A title*. SOU 2022:59."
    )


ACT = {
    "type": "legislation",
    "language": "sv",
    "title-short": "KL",
    "title": "Kommunallag (2017:725)",
    "english": {"title": "Local Government Act"},
    "accessed": "2026-02-12",
    "note": {"sv": "Delvis.", "en": "In part."},
}


def test_an_act_has_its_english_name_in_the_english_list_and_tells_which_wording_was_read() -> None:
    assert work(**ACT).listed("en") == (
        'Local Government Act (KL): <span lang="sv">*Kommunallag (2017:725)*</span>. '
        "Read in the wording of 2026-02-12; later amendments have not been checked. In part."
    )
    assert work(**ACT).listed("sv") == (
        "*Kommunallag (2017:725)*. "
        "Läst i lydelsen 2026-02-12; senare ändringar är inte kontrollerade. Delvis."
    )


def test_an_act_that_english_names_otherwise() -> None:
    english = {"title": "Artificial Intelligence Act", "short": "AI Act"}
    act = work(**{**ACT, "title-short": "AI-förordningen", "english": english})
    assert (act.cited("sv"), act.cited("en")) == ("AI-förordningen", "AI Act")
    assert act.listed("en").startswith("Artificial Intelligence Act (AI Act): ")


def test_a_swedish_name_is_explained_in_the_english_list_alone() -> None:
    fields = {"author": [{"literal": "Regeringen", "english": "the Government"}], "issued": 2024}
    assert work(**fields).listed("en").startswith("Regeringen [the Government] (2024).")
    assert work(**fields).listed("sv").startswith("Regeringen (2024).")
    assert work(**fields).cited("en") == "Regeringen 2024"


def test_what_is_not_csl_is_left_out_for_reference_managers() -> None:
    act = work(**ACT, author=[{"literal": "Riksdagen", "english": "the parliament"}]).as_csl()
    assert "english" not in act
    assert (act["note"], act["author"]) == ("In part.", [{"literal": "Riksdagen"}])


def test_where_it_can_be_read() -> None:
    assert work(DOI="10.1086/521848", URL="https://a.se").link == "https://doi.org/10.1086/521848"
    assert work(URL="https://a.se").link == "https://a.se"
    assert work().link == ""


# --- for reference managers -----------------------------------------------------------------------


def test_the_bibliography_as_csl_json() -> None:
    works = [
        work(issued=2007, author=TWO),
        Reference("sol", {"title": "Lag", "accessed": "2025-09-01"}),
    ]
    first, second = json.loads(csl_json(works))
    assert first == {
        "id": "key",
        "title": "A title",
        "author": TWO,
        "issued": {"date-parts": [[2007]]},
    }
    assert second["accessed"] == {"date-parts": [[2025, 9, 1]]}
    assert len(csl_json(works).splitlines()) == 4  # brackets, and a work on each line


@pytest.mark.parametrize("key", ours().references)
def test_every_shipped_work_can_be_cited_and_listed(key: str) -> None:
    reference = ours().references[key]
    assert reference.cited("sv")
    assert CITATION.fullmatch(f"[@{key}]"), "the key cannot be written in a citation"
    for language in ("sv", "en"):
        listed = reference.listed(language)
        title = str(reference.fields["title"]).rstrip(".").replace("'", "’")  # as it is read
        assert title in listed
        assert "None" not in listed
        assert re.search(r"\]\(<https?://[^>\s]+>\)", listed) or reference.fields.get("publisher")


def test_citations_in_text() -> None:
    found = CITATION.findall("x [@sol] y [@osl, 26 kap. 1 §] [link](x) [@Big] a@b.se")
    assert found == [("sol", ""), ("osl", "26 kap. 1 §")]


def test_an_empty_bibliography_has_no_works(tmp_path: Path) -> None:
    file = tmp_path / "data" / "references.yml"
    file.parent.mkdir()
    file.write_text("# none yet\n", encoding="utf-8")
    assert Course.open(tmp_path).references == {}
