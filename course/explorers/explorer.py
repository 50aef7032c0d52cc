"""What an explorer is: controls with named stops, and a picture for each setting."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from attrs import frozen

from course.material.exercise import Json
from course.plots.picture import Picture
from course.text import say

Setting = Mapping[str, int]
"""Which stop each control stands at, by the control's id, counted from 0."""


@frozen
class Control:
    """A slider whose stops have names.

    ``id`` names its label in ``text.yml`` (``explore.<explorer>.<id>``), and ``<id>-0``,
    ``<id>-1`` ... its stops. ``start`` is the stop that it begins at.
    """

    id: str
    stops: int
    start: int = 0


@frozen(kw_only=True)
class Explorer:
    """A model to explore.

    ``look`` gives the picture for a setting, in a language.
    """

    name: str
    controls: tuple[Control, ...]
    look: Callable[[Setting, str], Picture]

    def scene(self, sent: object, language: str) -> Json:
        """The picture for what a page sent, with its setting; drawn once, then kept."""
        setting = self.setting(sent)
        drawn = _drawn(self, tuple(setting.values()), language)
        return {**drawn.as_json(), "setting": setting}

    def task(self, language: str) -> list[Json]:
        """The controls as a page shows them."""
        return [
            {
                "id": control.id,
                "text": say(f"explore.{self.name}.{control.id}", language),
                "stops": [
                    say(f"explore.{self.name}.{control.id}-{stop}", language)
                    for stop in range(control.stops)
                ],
            }
            for control in self.controls
        ]

    def setting(self, sent: object) -> dict[str, int]:
        """A setting from what a page sent: unknown controls passed over, stops kept in bounds."""
        given = sent if isinstance(sent, dict) else {}
        return {control.id: _within(given.get(control.id), control) for control in self.controls}


@lru_cache(maxsize=256)
def _drawn(explorer: Explorer, stops: tuple[int, ...], language: str) -> Picture:
    ids = [control.id for control in explorer.controls]
    return explorer.look(dict(zip(ids, stops, strict=True)), language)


def _within(stop: object, control: Control) -> int:
    if isinstance(stop, bool) or not isinstance(stop, int):
        return control.start
    return min(max(stop, 0), control.stops - 1)
