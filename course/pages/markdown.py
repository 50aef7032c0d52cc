"""A notebook's text as HTML.

markdown-it-py reads CommonMark with tables, is small and pure Python, and gives tokens that can be
changed before they become HTML. Of the HTML that a text holds only what the builder writes into
it is let through: a span with an id, for a work or a term, or with a language, and a list
that is folded. All other markup is shown as the text that it is.
"""

import re
from functools import cache
from html import escape
from typing import Any
from urllib.parse import quote

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

_FOLDED = r"<details><summary>[^<]*</summary><ul>(?:<li>[^<]*</li>)+</ul></details>"
_OURS = re.compile(rf'<span (?:id|lang)="[\w-]+">|</span>|{_FOLDED}')
_TERM = "#term-"
_WHOLE = re.compile(r"\b\d{4}-\d\d-\d\d\b|\b\d+–\d+\b|\b\d{4}-tal\w*")
"""A day, pages from and to, a decade: a line would part them at their sign."""
_CASE = re.compile(r"#(case-([a-z]+)-[a-z0-9-]+)")


def use(term: str) -> str:
    """The id of the place in a lesson where a term stands; it stands there once."""
    return f"use-{term}"


def html(text: str, ending: str = "") -> str:
    """Text in Markdown as HTML; its links to lessons and terms lead to their pages.

    ``ending`` is what the names of pages end with.

    >>> print(html("*Who* [asks](#term-broker) <b>?"))
    <p><em>Who</em> <a class="term" id="use-broker" href="glossary#broker">asks</a> &lt;b&gt;?</p>
    <BLANKLINE>

    Pages from and to stand on one line:

    >>> html("4(2), 159–180.")
    '<p>4(2), <span class="undivided">159–180</span>.</p>\\n'
    """
    return str(_reader().render(text, {"ending": ending}))


@cache
def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": True}).enable("table")
    for rule in ("html_inline", "html_block"):
        reader.add_render_rule(rule, _markup)
    reader.add_render_rule("link_open", _link)
    reader.add_render_rule("text", _text)
    return reader


def _text(renderer: RendererHTML, tokens: list[Token], at: int, options: Any, env: Any) -> str:
    text = escapeHtml(tokens[at].content)
    return _WHOLE.sub(lambda found: f'<span class="undivided">{found[0]}</span>', text)


def _markup(renderer: RendererHTML, tokens: list[Token], at: int, options: Any, env: Any) -> str:
    """The markup of the builder as it is, and everything between them as text."""
    content = tokens[at].content
    parts, end = [], 0
    for span in _OURS.finditer(content):
        parts += [escape(content[end : span.start()]), span[0]]
        end = span.end()
    return "".join([*parts, escape(content[end:])])


def _link(renderer: RendererHTML, tokens: list[Token], at: int, options: Any, env: Any) -> str:
    token = tokens[at]
    href = str(token.attrGet("href") or "")
    if href.startswith(_TERM):
        term = href.removeprefix(_TERM)
        # Without JavaScript it leads to the glossary; with it, terms.js makes a button of it.
        to = f"glossary{env['ending']}#{quote(term)}"
        token.attrs = {"class": "term", "id": use(term), "href": to}
    elif (case := _CASE.fullmatch(href)) is not None:
        # What it opens stands with the words of the lesson; without JavaScript see the glossary.
        token.attrs = {
            "class": f"term evidence {case[2]}",
            "id": f"use-{case[1]}",
            "data-entry": case[1],
            "href": f"glossary{env['ending']}#evidence",
        }
    elif (page := re.fullmatch(r"([\w-]+)\.ipynb(#.*)?", href)) is not None:
        token.attrs = {"href": page[1] + env["ending"] + (page[2] or "")}
    return str(renderer.renderToken(tokens, at, options, env))
