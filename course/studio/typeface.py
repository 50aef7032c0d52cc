"""``python -m course.studio.typeface FOLDER``: the typefaces of the pages, from Adobe's *Source*.

Every page loads them, and as they come they are half of what the home page weighs: for weights
lighter and heavier than any that we set, and for signs beside the letters. FOLDER is
``@fontsource-variable`` as npm fills it, with ``source-sans-3`` and ``source-serif-4`` in it.

What is changed may not be called *Source* (SIL Open Font License, 3), so these are *Course*.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from course.pages.files import STATIC

FACES = {"Course Sans": "source-sans-3", "Course Serif": "source-serif-4"}
"""Each typeface by the name that styles ask for, and the package that it is made from."""

WEIGHTS = (400, 700)
"""From running text to bold: the lightest and the heaviest that a style asks for."""

_FEATURES = ("kern", "liga", "locl", "ccmp", "pnum", "tnum")
"""What is kept of how letters and digits stand together; no style asks for set fractions."""

_MARKS = range(0x300, 0x370)
"""Accents that stand apart from their letters: every accented letter of Latin-1 is one sign."""

_FAMILY, _UNIQUE, _FULL, _POSTSCRIPT, _SUBFAMILY = 1, 3, 4, 6, 17
"""Records of a typeface's names, by the numbers that OpenType gives them."""


def file(name: str) -> Path:
    """Where a typeface lies among the pages' files."""
    return STATIC / "fonts" / f"{name.lower().replace(' ', '-')}.woff2"


def lighter(source: Path, name: str) -> TTFont:
    """A typeface with the weights and signs that pages use, under a name of its own."""
    # The day of writing stays the typeface's own, so that it is the same bytes again.
    font = TTFont(source, recalcTimestamp=False)
    wanted = subset.Options(layout_features=list(_FEATURES), hinting=False, name_IDs=["*"])
    cut = subset.Subsetter(wanted)
    cut.populate(unicodes=[sign for sign in font.getBestCmap() if sign not in _MARKS])
    cut.subset(font)
    instancer.instantiateVariableFont(font, {"wght": WEIGHTS}, inplace=True)
    _rename(font, name)
    font.flavor = "woff2"
    return font


def _rename(font: TTFont, name: str) -> None:
    """Call it by its own name; whose it is and under which terms stays as it was."""
    close = name.replace(" ", "")
    names = {_FAMILY: name, _UNIQUE: close, _FULL: name, _POSTSCRIPT: close, _SUBFAMILY: "Regular"}
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]


if __name__ == "__main__":
    for name, package in FACES.items():
        source = Path(sys.argv[1], package, "files", f"{package}-latin-wght-normal.woff2")
        lighter(source, name).save(file(name))
