"""Models to explore: what can be set, and the picture that each setting gives.

An exercise of the kind ``explore`` names one of these. They are found by looking: to add one, write
its module here, with an ``EXPLORER``, and its words beside it (``tie_strength.py`` and
``tie_strength.yml`` are ``tie-strength``); a module without words is one that others share. A
module is loaded when its explorer is first used, since most need NumPy or networkx, and a page
needs one explorer at a time.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.explorers.explorer import Explorer, Simulated

_HERE = Path(__file__).parent


@cache
def _modules() -> dict[str, str]:
    """The explorers, and the module of each."""
    files = sorted(_HERE.glob("*.yml"))
    return {file.stem.replace("_", "-"): f"{__name__}.{file.stem}" for file in files}


class _Found(Mapping[str, "Explorer | Simulated"]):
    """The explorers by name, each imported when it is asked for."""

    def __getitem__(self, name: str) -> "Explorer | Simulated":
        module = import_module(_modules()[name])
        explorer: Explorer | Simulated = module.EXPLORER
        return explorer

    def __contains__(self, name: object) -> bool:
        # Mapping's own looks the explorer up, which would load it.
        return name in _modules()

    def __iter__(self) -> Iterator[str]:
        return iter(_modules())

    def __len__(self) -> int:
        return len(_modules())


EXPLORERS: Mapping[str, "Explorer | Simulated"] = _Found()
"""Every explorer by its name."""
