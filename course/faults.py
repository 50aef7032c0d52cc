"""A fault in a file that an author can mend."""

from collections.abc import Mapping
from pathlib import Path

from attrs import field, frozen

from course.marked import Place


@frozen
class Fault:
    """A fault in a file that an author can mend: where, and which sentence (``fault.``) says it.

    ``file`` is the file that it stands in where that is not the exercise's own but one beside it.
    """

    place: Place
    key: str
    values: Mapping[str, object] = field(factory=dict)
    file: Path | None = None
