"""The typefaces as they lie among the pages' files."""

import re
import unicodedata

import pytest
from fontTools.ttLib import TTFont

from course.paths import ROOT
from course.studio.typeface import FACES, file

SHOWN = (1, 4, 6, 16)
"""OpenType's numbers of the names by which a reader is shown a typeface, or asks for it."""

FACE = re.compile(r'font-family: "(Course \w+)"; [^}]*font-weight: (\d+) (\d+)')


@pytest.fixture(params=FACES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def font(name: str) -> TTFont:
    return TTFont(file(name))


def test_it_has_every_letter_of_western_europe_and_the_signs_of_both_languages(
    font: TTFont,
) -> None:
    # Latin-1 as Unicode has it, and the signs that Swedish and English writing rules ask for.
    latin = {chr(n) for n in range(0x20, 0x100)}
    letters = {one for one in latin if unicodedata.category(one)[0] in "LNPS"}
    assert letters | set("–—‘’“”„…•−€") <= {chr(n) for n in font.getBestCmap()}


@pytest.mark.parametrize(
    "style", ["pages/static/page.css", "runtimes/classroom/static/class.css"], ids=["page", "class"]
)
def test_a_style_names_the_weights_that_are_in_it(name: str, font: TTFont, style: str) -> None:
    told = FACE.findall((ROOT / "course" / style).read_text(encoding="utf-8"))
    (axis,) = font["fvar"].axes
    assert (name, str(int(axis.minValue)), str(int(axis.maxValue))) in told


def test_what_was_changed_does_not_bear_the_reserved_name(name: str, font: TTFont) -> None:
    # SIL Open Font License 1.1, condition 3; whose it is stays in it, condition 2.
    shown = {one.toUnicode() for one in font["name"].names if one.nameID in SHOWN}
    assert shown == {name, name.replace(" ", "")}
    assert "Reserved Font Name" in font["name"].getDebugName(0)
