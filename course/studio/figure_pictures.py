"""Words that have no room in a figure: it is drawn for a wide page and a phone, in both languages.

Drawing takes longer than all else that ``check`` does. So it goes on beside the rest, in a process
of its own, and only for figures that changed.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from course.content.course import Course
from course.content.unreadable import read_or_fault
from course.faults import Fault
from course.figures import KINDS
from course.marked import Marked
from course.paths import LANGUAGES
from course.studio.kept import Kept, Told, code, content_of, fingerprint_of, told

_STANDS_ON = ("data/cast.yml", "data/numbers.json")
"""What fills in a figure's texts."""


class Pictures:
    """The faults of figures as they are drawn, found beside whatever else is done."""

    def __init__(self, course: Course, kept: Kept, names: list[str]) -> None:
        """Begin to draw those of the figures, by id, that are not as they were; of no other."""
        self._kept = kept
        layers = [file for name in _STANDS_ON for file in course.layers(name)]
        files = {name: course.file(f"data/figures/{name}.yml") for name in names}
        self._seen = {
            name: fingerprint_of(code(), content_of([file, *layers]))
            for name, file in files.items()
        }
        changed = [name for name, seen in self._seen.items() if kept.before(_of(name))[0] != seen]
        self._drawing = _begun(course, changed) if changed else None

    @property
    def is_drawing(self) -> bool:
        """Whether there was anything to draw."""
        return self._drawing is not None

    def told(self) -> list[Told]:
        """Every fault. Raises RuntimeError where drawing came to no end."""
        new: Mapping[str, list[Told]] = {}
        if self._drawing is not None:
            printed, _ = self._drawing.communicate()
            if self._drawing.returncode:
                raise RuntimeError("the figures could not be drawn; why stands above")
            new = json.loads(printed)
        found = []
        for name, seen in self._seen.items():
            before = self._kept.before(_of(name))[1]
            found += self._kept.put(_of(name), seen, new.get(name, before))
        return found


def _of(name: str) -> str:
    return f"picture of {name}"


def _begun(course: Course, names: list[str]) -> "subprocess.Popen[bytes]":
    folders = [str(folder) for folder in course.folders]
    command = [sys.executable, "-m", "course.studio.figure_pictures"]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]
    )
    assert process.stdin
    process.stdin.write(json.dumps({"folders": folders, "names": names}).encode())
    process.stdin.close()
    process.stdin = None
    return process


def picture_faults(course: Course, name: str) -> Iterator[Fault]:
    """The words of a figure that reach beyond its edge, or stand on others."""
    from course.plots.legible import boxes, clipped, overlapping
    from course.plots.sheet import NARROW, WIDE

    file = course.file(f"data/figures/{name}.yml")
    document = read_or_fault(file, course.name(file))
    assert isinstance(document, Marked)
    figure = course.figure(name)
    kind = KINDS[figure.kind]
    for language in LANGUAGES:
        for across, page in ((kind.width(WIDE), "wide"), (NARROW, "phone")):
            picture = kind.draw(figure, language, across)
            placed = boxes(picture)
            where = {"page": f"say:in.{page}", "language": f"say:in.{language}"}
            for words in clipped(picture, placed):
                place = _place(document.value, words, language)
                values = {"words": words, **where}
                yield Fault(place, "figure-clipped", values).found(course.name(file), document)
            for words, other in overlapping(picture, placed):
                place = _place(document.value, words, language)
                values = {"words": words, "other": other, **where}
                yield Fault(place, "figure-overlaps", values).found(course.name(file), document)


def _place(value: Any, line: str, language: str, at: tuple[str | int, ...] = ()) -> Any:
    """Where the text stands that a line of a figure is of; nowhere, ``()``, for what is counted."""
    if isinstance(value, str):
        return at if at[-1] == language and line.rstrip("-") in value else ()
    if not isinstance(value, dict | list):
        return ()
    parts = value.items() if isinstance(value, dict) else enumerate(value)
    found = (_place(part, line, language, (*at, key)) for key, part in parts)
    return next((place for place in found if place), ())


def main() -> None:
    """Print the faults of the figures that are asked for on the standard input, as JSON."""
    asked = json.load(sys.stdin)
    course = Course(tuple(map(Path, asked["folders"])))
    found = {name: told(picture_faults(course, name)) for name in asked["names"]}
    print(json.dumps(found))


if __name__ == "__main__":
    main()
