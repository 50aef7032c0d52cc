"""Models to explore: what can be set, and the picture that each setting gives.

An exercise of the kind ``explore`` names one of these. To add one, write its module here, with an
``EXPLORER``, and name it in ``NAMES``. A module is loaded when its explorer is first used, since
most need NumPy or networkx, and a page needs one explorer at a time.
"""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.explorers.explorer import Explorer, Simulated

NAMES = (
    "tie-strength",
    "brokers",
    "boundary-table",
    "how-many-bridges",
    "learning",
    "idea-channel",
    "adoption",
    "volunteers",
    "who-speaks-up",
    "one-of-a-hundred",
    "where-to-put-fifteen",
    "line-or-everyone",
)
"""The explorers; the module of ``tie-strength`` is ``tie_strength``."""


class _Found(Mapping[str, "Explorer | Simulated"]):
    """The explorers by name, each imported when it is asked for."""

    def __getitem__(self, name: str) -> "Explorer | Simulated":
        if name not in NAMES:
            raise KeyError(name)
        module = import_module(f"{__name__}.{name.replace('-', '_')}")
        explorer: Explorer | Simulated = module.EXPLORER
        return explorer

    def __contains__(self, name: object) -> bool:
        # Mapping's own looks the explorer up, which would load it.
        return name in NAMES

    def __iter__(self) -> Iterator[str]:
        return iter(NAMES)

    def __len__(self) -> int:
        return len(NAMES)


EXPLORERS: Mapping[str, "Explorer | Simulated"] = _Found()
"""Every explorer by its name."""
