"""Stylesheets that meet in one page keep to themselves.

In JupyterLab the style of every kind holds in every card, and a lesson's page has its own beside
those of the cards: a class that two of them have a use for takes on what was meant for the other.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from course.kinds import folders
from course.pages.files import STATIC as PAGES
from course.widgets.card import STATIC as WIDGETS

KINDS = {
    kind: file for kind, folder in folders().items() if (file := folder / "view.css").is_file()
}
SHARED = {"row"}
"""What a page and a card have in common, and looks alike in both."""


def selectors(css: str) -> Iterator[str]:
    """The selectors of a stylesheet, one by one; fails at what is no rule.

    >>> list(selectors("a, b { c: d } @media print { e :is(f, g) { h: i; } }"))
    ['a', 'b', 'e :is(f, g)']
    """
    without = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    depth = 0
    for text, end in re.findall(r"([^{}]*)([{}]|$)", without):
        depth += {"{": 1, "}": -1, "": 0}[end]
        assert depth >= 0
        *declared, begun = re.split(r";(?![\w=])", text)
        for one in [*declared, begun] if end != "{" else declared:
            assert re.fullmatch(r"\s*([\w-]+\s*:.*)?", one, re.DOTALL), f"no declaration: {one}"
        if end == "{" and not re.match(r"@|from|to|\d", begun.strip()):
            yield from re.split(r",\s*(?![^()]*\))", begun.strip())
    assert depth == 0


def read(file: Path) -> str:
    return file.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_styles_nothing_but_its_own_cards(kind: str) -> None:
    own = f".card.{kind}"
    others = [
        one
        for one in selectors(read(KINDS[kind]))
        if not re.match(rf"{re.escape(own)}\b", one) and f"{own})" not in one
    ]
    assert not others


def test_the_style_of_a_deck_holds_in_decks_alone() -> None:
    of_cards = [one for one in selectors(read(WIDGETS / "card.css")) if ".deck" not in one]
    # The parts of a deck have names that kinds use for other things.
    parts = re.compile(r"\.(marks?|places?|dealt|all|more|paper)\b")
    assert not [one for one in of_cards if parts.search(one) and ".legend .mark" not in one]


@pytest.mark.parametrize("name", ["page", "steps", "town", "returning"])
def test_the_style_of_a_lesson_does_not_reach_into_cards(name: str) -> None:
    sheets = (WIDGETS / "card.css", WIDGETS / "said.css", *KINDS.values())
    of_cards = " ".join(
        one for sheet in sheets for one in selectors(read(sheet)) if one.startswith(".card")
    )
    begun = (re.match(r"\.([\w-]+)", one) for one in selectors(read(PAGES / f"{name}.css")))
    shared = {one[1] for one in begun if one} & set(re.findall(r"\.([a-z][\w-]*)", of_cards))
    assert shared <= SHARED


def test_drawings_measure_words_in_the_font_of_the_page_without_asking_the_page() -> None:
    """A computed style has a browser lay out the page in the middle of drawing in it."""
    (family,) = re.findall(r"(?m)^const FAMILY = '([^']+)';$", read(WIDGETS / "draw-parts.js"))
    assert re.findall(r"--sans: ([^;]+);", read(WIDGETS / "tokens.css")) == [family]
    scripts = [*WIDGETS.glob("*.js"), *(one for f in folders().values() for one in f.glob("*.js"))]
    asking = {file.name for file in scripts if "getComputedStyle(" in read(file)}
    assert asking == {"save-picture.js"}  # which takes the colours along, once it is pressed
