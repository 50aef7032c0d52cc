"""A figure as a cell shows it: in words, as HTML by itself, and for the course's own page."""

import re
from base64 import b64decode
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

import pytest

from course.widgets.figure import PAGE, FigureCell, plain

EVIL = "<script>alert(\"å\")</script> & 'mer'"
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} 90" role="img">'
    '<path style="fill: var(--figure-ink, #1d282d)"/></svg>'
)


def json(**fields: Any) -> dict[str, Any]:
    return {
        "language": "en",
        "title": "The title",
        "message": "The message.",
        "caption": "The caption.",
        "sources": [{"key": "a-2024", "cited": "A 2024"}, {"key": "b-2025", "cited": "B 2025"}],
        "wide": SVG.format(640),
        "narrow": SVG.format(280),
        "width": 640,
        "after": "",
        "words": {"as-table": "As a table", "after": "Guess first"},
        "table": {"caption": "The title", "columns": ["a", "b"], "rows": [["x", "1"], ["y", "2"]]},
    } | fields


def bundle(**fields: Any) -> dict[str, str]:
    return FigureCell("The title", lambda: json(**fields))._repr_mimebundle_()


class Elements(HTMLParser):
    """What a browser would make of it: its elements with their attributes, and its words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.open += [] if tag in ("img", "path") else [tag]

    def handle_endtag(self, tag: str) -> None:
        assert tag == "path" or self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def test_in_words() -> None:
    assert bundle()["text/plain"] == (
        "The title\nThe message.\nThe caption.\n(A 2024; B 2025)\na | b\nx | 1\ny | 2"
    )


def test_in_words_without_caption_and_sources_there_are_no_empty_lines() -> None:
    assert plain(json(caption="", sources=[])) == ("The title\nThe message.\na | b\nx | 1\ny | 2")


@pytest.mark.parametrize("kind", ["text/html", PAGE])
def test_the_message_is_bold_and_first_and_the_sources_lead_to_the_list(kind: str) -> None:
    html = bundle()[kind]
    caption = re.findall(r"<figcaption>(.*?)</figcaption>", html)
    assert caption == [
        '<b>The message.</b> The caption. (<a href="#ref-a-2024">A 2024</a>; '
        '<a href="#ref-b-2025">B 2025</a>)'
    ]


@pytest.mark.parametrize("kind", ["text/html", PAGE])
def test_the_table_is_folded_with_headings_for_columns_and_rows(kind: str) -> None:
    found = Elements(bundle()[kind])
    assert found.open == []
    assert [one["scope"] for one in found.all("th")] == ["col", "col", "row", "row"]
    assert len(found.all("td")) == 2
    assert "open" not in found.all("details")[0]
    # No landmark: a figure may be called what a part of the page is called.
    (table,) = [one for one in found.all("div") if one.get("role") == "group"]
    assert (table["tabindex"], table["aria-label"]) == ("0", "The title")
    assert found.all("figure")[0]["lang"] == "en"


@pytest.mark.parametrize("kind", ["text/html", PAGE])
def test_words_are_words_and_no_markup(kind: str) -> None:
    head = dict.fromkeys(("title", "message", "caption"), EVIL)
    table = {"caption": EVIL, "columns": [EVIL], "rows": [[EVIL]]}
    sources = [{"key": "a", "cited": EVIL}]
    found = Elements(bundle(**head, table=table, sources=sources)[kind])
    assert not found.all("script")
    assert found.words.count(EVIL) == 7


def test_what_stands_by_itself_has_an_image_and_no_drawing() -> None:
    """Those who show notebooks take a drawing away from the HTML, but leave images."""
    found = Elements(bundle()["text/html"])
    assert not found.all("svg")
    (image,) = found.all("img")
    assert image["alt"] == "The message."
    data = str(image["src"]).removeprefix("data:image/svg+xml;base64,")
    root = ElementTree.fromstring(b64decode(data))
    # No page gives it colours, and the page around it may be dark; 16 points of paper around it.
    assert b"var(" not in b64decode(data)
    assert b"#1d282d" in b64decode(data)
    assert root.get("style") == "background:#fff"
    assert root.get("viewBox") == "-16 -16 672 122"


def test_the_course_s_page_gets_both_drawings_in_its_own_colours() -> None:
    html = bundle()[PAGE]
    found = Elements(html)
    assert not found.all("img")
    assert [one["viewbox"] for one in found.all("svg")] == ["0 0 640 90", "0 0 280 90"]
    assert html.count("var(--figure-ink, #1d282d)") == 2
    assert [one["class"] for one in found.all("div")][:2] == [
        "drawing for-wide", "drawing for-narrow",
    ]  # fmt: skip
    # By hand: 640 points, 16 to a rem.
    assert 'style="max-width:40rem"' in html


@pytest.mark.parametrize("kind", ["text/html", PAGE])
def test_a_figure_that_gives_an_answer_away_is_folded(kind: str) -> None:
    html = bundle(after="guess")[kind]
    start = '<details class="after" data-after="guess"><summary>Guess first</summary><figure '
    assert html.startswith(start)
    assert html.endswith("</figure></details>")
    assert Elements(html).open == []


def test_its_name_is_its_title() -> None:
    assert repr(FigureCell("The title", json)) == "The title"
