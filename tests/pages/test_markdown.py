"""Markdown as HTML: only the builder's own spans get through, whatever is written."""

import random
import re
from html.parser import HTMLParser

import pytest

from course.pages.markdown import html
from course.paths import ROOT
from tests.counts import count


class Found(HTMLParser):
    """The tags and attributes that a browser would find."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


FOLDED = "<details><summary>a</summary><ul><li>b &amp; c</li><li>d</li></ul></details>"

# What CommonMark itself makes, with tables; and the builder's span. The builder's folded list is
# let through whole or not at all, so none of its parts is a tag that may stand alone.
TAGS = {
    "p", "em", "strong", "a", "ul", "ol", "li", "blockquote", "code", "pre", "hr", "br", "img",
    "h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td", "span",
}  # fmt: skip
NAMES = {"href", "id", "class", "lang", "title", "start", "src", "alt", "style"}


def is_harmless(text: str) -> bool:
    for tag, attrs in Found(html(text)).found:
        addresses = [attrs.get("href"), attrs.get("src")]
        if tag not in TAGS or not set(attrs) <= NAMES:
            return False
        if any(
            (one or "").strip().lower().startswith(("javascript:", "data:text", "vbscript:"))
            for one in addresses
        ):
            return False
        if tag == "span" and not set(attrs) <= {"id", "lang"}:
            return False
        if "style" in attrs and not (attrs["style"] or "").startswith("text-align:"):
            return False
    return True


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<span id="ref-x">*a*</span>', '<p><span id="ref-x"><em>a</em></span></p>\n'),
        ('<span lang="en">tie</span>', '<p><span lang="en">tie</span></p>\n'),
        (FOLDED, FOLDED),
        ("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>\n"),
        ("a &amp; b", "<p>a &amp; b</p>\n"),
        (
            "[t](#term-broker)",
            '<p><a class="term" id="use-broker" href="glossary#broker">t</a></p>\n',
        ),
        ("[l](06-across-boundaries.ipynb)", '<p><a href="06-across-boundaries">l</a></p>\n'),
        ("[l](06-x.ipynb#c03)", '<p><a href="06-x#c03">l</a></p>\n'),
        (
            "[l](https://example.org/x.ipynb)",
            '<p><a href="https://example.org/x.ipynb">l</a></p>\n',
        ),
    ],
)
def test_what_the_builder_writes_becomes_what_a_page_has(text: str, expected: str) -> None:
    assert html(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>", "x <img src=x onerror=alert(1)>", "[x](javascript:alert(1))",
        '<span id="x" onclick="alert(1)">', "<span id='x'>", '<span id="x"><script>', "<!-- x -->",
        '<span id="x" >', '<SPAN ID="x">', '<span lang="sv"onclick=x>', "<svg/onload=alert(1)>",
        '[x](#term-"onmouseover=alert(1))', "[x](#term-%22%3E%3Cscript%3E)",
        "<a href=javascript:x>",
        "[x](JaVaScRiPt:alert(1))", "[x](data:text/html,<script>1</script>)", "<!DOCTYPE x>",
        "<![CDATA[<script>]]>", "<?php x ?>", "```\n<script>\n```", "`<script>`", "&lt;script&gt;",
        "<script\n>alert(1)\n</script\n>", '![x](x" onerror="alert(1))', "<https://x/\"onclick=x>",
        "| <script> |\n|---|\n| <img onerror=x> |", '[x](y "t\\" onclick=\\"z")', "\0<b>",
        "<</span>b>", FOLDED.replace("b &amp;", "<i>"), FOLDED.replace("</ul>", ""), "</details>",
        "<details open>x", FOLDED.replace("<ul>", "<ul onclick=x>"),
    ],
)  # fmt: skip
def test_nothing_that_is_written_is_markup(text: str) -> None:
    assert is_harmless(text), html(text)


PIECES = (
    "<", ">", '"', "'", "/", "=", "script", "span", "img", "svg", " onload=", " id=", ' id="a"',
    '<span id="a">', "</span>", "[", "](", ")", "javascript:", "#term-", "x", " ", "\n", "\n\n",
    "`", "```", "|", "---", "<!--", "-->", "&", "&lt;", "\\", "*", "_", "!", "\0", "\u2028", "å",
    "<a href=", "data:text/html,", ".ipynb", "&#x3c;", "%3C", "\t", "- ", "# ", "> ", "<details>",
    "<summary>",
)  # fmt: skip


@pytest.mark.long
def test_nothing_that_is_thrown_together_is_markup() -> None:
    rng = random.Random(5)
    for _ in range(count(100_000)):
        text = "".join(rng.choices(PIECES, k=rng.randint(1, 14)))
        assert is_harmless(text), text


def test_what_is_looked_for_would_be_found() -> None:
    # The rules of this test, on HTML that is not made from Markdown.
    assert Found("<b onclick=x>").found == [("b", {"onclick": "x"})]
    assert "script" not in TAGS
    assert "onclick" not in NAMES


def test_the_class_that_keeps_a_day_on_one_line_is_nothing_else_s() -> None:
    # It was once called as a conversation's log is, whose lines then did not break any more.
    (name,) = re.findall(r'class="([\w-]+)"', html("Checked 2026-11-23."))
    places = [ROOT / "course" / place for place in ("kinds", "widgets", "pages/static", "runtimes")]
    files = [
        file for place in places for file in place.rglob("*") if file.suffix in (".css", ".js")
    ]
    told = [file.name for file in files if re.search(rf"\b{name}\b", file.read_text("utf-8"))]
    assert told == ["reading.css"]
