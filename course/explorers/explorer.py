"""What an explorer is: controls with named stops, and a picture for each setting.

Most models answer at once (`Explorer`). One that rests on many replications is `Simulated`: it runs
them a batch at a time and shows the picture after each, so that a page is never kept waiting.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from attrs import frozen

from course.plain import Json
from course.plots.picture import Picture
from course.words import say

if TYPE_CHECKING:
    from course.networks.municipality import Municipality

Setting = Mapping[str, int]
"""Which stop each control stands at, by the control's id, counted from 0."""


@frozen
class Control:
    """What can be set, at stops that have names: a page shows few as buttons, many as a slider.

    ``id`` names its label in the course's words (``explore.<explorer>.<id>``), and ``<id>-0``,
    ``<id>-1`` ... its stops. ``start`` is the stop that it begins at.
    """

    id: str
    stops: int
    start: int = 0


@frozen(kw_only=True)
class Controlled:
    """A model that a reader sets: what kinds of explorers have in common."""

    name: str
    controls: tuple[Control, ...]

    def task(self, language: str) -> list[Json]:
        """The controls as a page shows them."""
        return [
            {
                "id": control.id,
                "text": say(f"explore.{self.name}.{control.id}", language),
                "start": control.start,
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

    def scenes(
        self, sent: object, language: str, town: "Municipality | None" = None
    ) -> Iterator[Json]:
        """The pictures for what a page sent, with their setting and ``progress`` (1 is done).

        ``town`` is the municipality whose network is shown, by those that show one.
        """
        raise NotImplementedError

    def scene(self, sent: object, language: str, town: "Municipality | None" = None) -> Json:
        """The last of the pictures: with everything that the model has to show."""
        *_, last = self.scenes(sent, language, town)
        return last

    def first_scene(self, language: str) -> Json:
        """The first picture that a page gets before anything is set."""
        return next(self.scenes({}, language))


@frozen(kw_only=True)
class Explorer(Controlled):
    """A model that answers at once.

    ``look`` gives the picture for a setting, in a language.
    """

    look: Callable[[Setting, str], Picture]

    def scenes(
        self, sent: object, language: str, town: "Municipality | None" = None
    ) -> Iterator[Json]:
        """The one picture for what a page sent; drawn once, then kept."""
        setting = self.setting(sent)
        drawn = self._look(setting, language, town)
        yield {**drawn.as_json(), "setting": setting, "progress": 1}

    def _look(self, setting: dict[str, int], language: str, town: "Municipality | None") -> Picture:
        return _drawn(self, tuple(setting.values()), language)


@frozen(kw_only=True)
class OfTown(Explorer):
    """A model that shows a municipality's network; its ``look`` takes that as well."""

    look: Callable[..., Picture]

    def _look(self, setting: dict[str, int], language: str, town: "Municipality | None") -> Picture:
        return _drawn(self, tuple(setting.values()), language, *([town] if town else []))


@frozen(kw_only=True)
class Simulated(Controlled):
    """A model whose replications take longer than a slider may wait: run a batch at a time.

    Attributes:
        batches: how many batches make a whole run.
        batch: a batch for a setting, by its number from 0, which seeds it; takes a tenth of a
            second or less, since nothing else is answered meanwhile.
        look: the picture for a setting, in a language, from the batches run so far (one or more).
    """

    batches: int
    batch: Callable[[Setting, int], Any]
    look: Callable[[Setting, str, Sequence[Any]], Picture]

    def scenes(
        self, sent: object, language: str, town: "Municipality | None" = None
    ) -> Iterator[Json]:
        """A picture after each batch; batches once run are kept, whoever stopped in between."""
        setting = self.setting(sent)
        ran = _ran(self, tuple(setting.values()))
        shown = 0
        while shown < self.batches:
            if len(ran) < self.batches:
                ran.append(self.batch(setting, len(ran)))
            shown = len(ran)  # another page may have run some meanwhile
            yield self._scene(setting, language, ran)

    def scene(self, sent: object, language: str, town: "Municipality | None" = None) -> Json:
        """The last of the pictures; those before it, which nobody sees, are not drawn."""
        setting = self.setting(sent)
        ran = _ran(self, tuple(setting.values()))
        while len(ran) < self.batches:
            ran.append(self.batch(setting, len(ran)))
        return self._scene(setting, language, ran)

    def first_scene(self, language: str) -> Json:
        """The picture of the first batch, which is run once for both languages."""
        setting = self.setting({})
        ran = _ran(self, tuple(setting.values()))
        if not ran:
            ran.append(self.batch(setting, 0))
        return self._scene(setting, language, ran[:1])

    def _scene(self, setting: dict[str, int], language: str, ran: Sequence[Any]) -> Json:
        drawn = self.look(setting, language, tuple(ran))
        scene = {**drawn.as_json(), "setting": setting, "progress": len(ran) / self.batches}
        # What is not done is not played.
        return scene if len(ran) == self.batches else {**scene, "frames": []}


@lru_cache(maxsize=256)
def _drawn(
    explorer: Explorer, stops: tuple[int, ...], language: str, *town: "Municipality"
) -> Picture:
    ids = [control.id for control in explorer.controls]
    return explorer.look(dict(zip(ids, stops, strict=True)), language, *town)


@lru_cache(maxsize=256)
def _ran(explorer: Simulated, stops: tuple[int, ...]) -> list[Any]:
    """The batches that have been run for a setting, to go on from."""
    return []


def _within(stop: object, control: Control) -> int:
    if isinstance(stop, bool) or not isinstance(stop, int):
        return control.start
    return min(max(stop, 0), control.stops - 1)
