"""What an explorer shows for each of its settings, kept as data: for where its model cannot run."""

import json
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import asdict, frozen

from course.explorers.explorer import Control, Controlled
from course.paths import LANGUAGES
from course.plain import Json

if TYPE_CHECKING:
    from course.networks.municipality import Municipality


@frozen(kw_only=True)
class Recorded(Controlled):
    """An explorer that answers from what was recorded.

    ``shown`` has the last scene of each setting, by language and by the stops of its controls in
    their order, such as ``"0 2"``.
    """

    shown: dict[str, dict[str, Json]]

    @classmethod
    def of(cls, explorer: Controlled, town: "Municipality | None" = None) -> "Recorded":
        """Run an explorer at every setting that it has, in every language."""
        shown: dict[str, dict[str, Json]] = {language: {} for language in LANGUAGES}
        for stops in product(*(range(control.stops) for control in explorer.controls)):
            setting = dict(zip((one.id for one in explorer.controls), stops, strict=True))
            for language in LANGUAGES:
                shown[language][_name(setting)] = explorer.scene(setting, language, town)
        return cls(name=explorer.name, controls=explorer.controls, shown=shown)

    @classmethod
    def read(cls, file: Path) -> "Recorded":
        """What was recorded in a file."""
        said = json.loads(file.read_text(encoding="utf-8"))
        controls = tuple(Control(**control) for control in said["controls"])
        return cls(name=said["name"], controls=controls, shown=said["shown"])

    def as_json(self) -> Json:
        """What ``read`` takes."""
        controls = [asdict(control) for control in self.controls]
        return {"name": self.name, "controls": controls, "shown": self.shown}

    def scenes(
        self, sent: object, language: str, town: "Municipality | None" = None
    ) -> Iterator[Json]:
        """The one scene for what a page sent."""
        yield self.shown[language][_name(self.setting(sent))]


def _name(setting: dict[str, int]) -> str:
    return " ".join(str(stop) for stop in setting.values())
