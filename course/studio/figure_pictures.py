"""Words that have no room in a figure: it is drawn for a wide page and a phone, in both languages.

Drawing takes longer than all else that ``check`` does. So it goes on beside the rest, and only for
figures that changed.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from course.content.course import Course
from course.content.unreadable import read_or_fault
from course.faults import Fault
from course.figures import KINDS
from course.marked import Marked
from course.paths import LANGUAGES
from course.studio.kept import Kept, Told, code, content_of, fingerprint_of, told
from course.studio.side_by_side import SideBySide

_STANDS_ON = ("data/cast.yml", "data/numbers.json")
"""What fills in a figure's texts."""


def of_pictures(
    course: Course, kept: Kept, names: Iterable[str], both: SideBySide
) -> Callable[[], list[Told]]:
    """Every fault of the figures as they are drawn, by id, once the result is called."""
    layers = [file for name in _STANDS_ON for file in course.layers(name)]
    files = {name: course.file(f"data/figures/{name}.yml") for name in names}
    asked = (
        (
            f"picture of {name}",
            fingerprint_of(code(), content_of([file, *layers])),
            partial(_of_picture, course, name),
        )
        for name, file in files.items()
    )
    of_each = kept.each(asked, both, few=0)  # one takes as long to draw as many texts to read
    return lambda: [one for part in of_each() for one in part]


def _of_picture(course: Course, name: str) -> list[Told]:
    return told(picture_faults(course, name))


def picture_faults(course: Course, name: str) -> Iterator[Fault]:
    """The words of a figure that reach beyond its edge, or stand on others."""
    from course.plots.legible import clipped, overlapping, placed
    from course.plots.sheet import NARROW, WIDE

    file = course.file(f"data/figures/{name}.yml")
    document = read_or_fault(file, course.name(file))
    assert isinstance(document, Marked)
    figure = course.figure(name)
    kind = KINDS[figure.kind]
    for language in LANGUAGES:
        for across, page in ((kind.width(WIDE), "wide"), (NARROW, "phone")):
            laid = kind.lay_out(figure, language, across)
            lines = placed(laid)
            where = {"page": f"say:in.{page}", "language": f"say:in.{language}"}
            for words in clipped(lines, laid.width, laid.height):
                place = _place(document.value, words, language)
                values = {"words": words, **where}
                yield Fault(place, "figure-clipped", values).found(course.name(file), document)
            for words, other in overlapping(lines):
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
