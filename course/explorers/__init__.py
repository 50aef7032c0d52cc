"""Models to explore: what can be set, and the picture that each setting gives.

An exercise of the kind ``explore`` names one of these. They are found by looking: to add one, write
its module here, with an ``EXPLORER``, and its words beside it (``tie_strength.py`` and
``tie_strength.yml`` are ``tie-strength``); a module without words is one that others share. A
module is loaded when its explorer is first used, since most need NumPy or networkx, and a page
needs one explorer at a time. Where NumPy is not to be had, as in a browser, a record of what the
model shows lies in its place (``tie_strength.json``).
"""

from collections.abc import Iterator, Mapping
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from course.looked import Found
from course.words import words_in

if TYPE_CHECKING:
    from course.explorers.explorer import Explorer, Simulated
    from course.explorers.recorded import Recorded

_HERE = Path(__file__).parent


def _names() -> Iterator[str]:
    return (file.stem.replace("_", "-") for file in _HERE.glob("*.yml"))


def settable(name: str) -> dict[str, int]:
    """What can be set in an explorer, and how many stops each has, without loading its model.

    It is known by the words: whatever can be set has a label and a word for each stop, and nothing
    else has both.

    >>> settable("tie-strength")
    {'strength': 4}
    """
    words = words_in(_HERE / f"{name.replace('-', '_')}.yml")
    stops = {key: next(n for n in count() if f"{key}-{n}" not in words) for key in words}
    return {key.removeprefix(f"explore.{name}."): n for key, n in stops.items() if n}


def _explorer(name: str) -> "Explorer | Recorded | Simulated":
    if (file := _HERE / f"{name.replace('-', '_')}.json").is_file():
        from course.explorers.recorded import Recorded

        return Recorded.read(file)
    explorer: Explorer | Simulated = import_module(f"{__name__}.{name.replace('-', '_')}").EXPLORER
    return explorer


EXPLORERS: Mapping[str, "Explorer | Recorded | Simulated"] = Found(_names, _explorer)
"""Every explorer by its name."""
