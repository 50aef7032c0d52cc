"""A fault in a file that an author can mend, from where it is found to how it is told."""

from collections.abc import Mapping
from pathlib import Path

from attrs import evolve, field, frozen

from course.marked import Marked, Place
from course.words import say, spoken


@frozen
class Fault:
    """A fault in a file that an author can mend: where, and which sentence (``fault.``) says it.

    A rule knows the path to a value, ``place``; whoever asked it looks up the ``line`` (from 1).
    ``file`` is as the author knows it, such as ``exercises/00-start/goal.yml``; a rule leaves it
    out for the file that it was asked about, and gives the path of one beside that.

    >>> values = {"missing": "minutes"}
    >>> print(Fault.at(3, "missing-key", values, "exercises/a/b.yml").told("en"))
    exercises/a/b.yml, line 3: A line with minutes: is missing. Add it.
    """

    place: Place
    key: str
    values: Mapping[str, object] = field(factory=dict)
    file: Path | str | None = None
    line: int = 1

    @classmethod
    def at(
        cls,
        line: int,
        key: str,
        values: Mapping[str, object] | None = None,
        file: str | None = None,
    ) -> "Fault":
        """A fault whose line is known."""
        return cls((), key, values or {}, file, line)

    def in_file(self, name: str) -> "Fault":
        """The fault, whose line is known, in a file of that name."""
        return evolve(self, file=name)

    def found(self, name: str, document: Marked) -> "Fault":
        """The fault in a file of that name, at the line that its place has in the document."""
        return evolve(self, file=name, line=document.line(self.place))

    def told(self, language: str) -> str:
        """File, line, what is wrong, what to write; without the file where that is not known."""
        what = say(f"fault.{self.key}", language, **spoken(self.values, language))
        if self.file is None:
            return say("fault.in-line", language, line=self.line, what=what)
        return say("fault.line", language, file=self.file, line=self.line, what=what)


class FaultError(Exception):
    """A file that cannot be gone on with, since it has this fault."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.key)
        self.fault = fault

    def __str__(self) -> str:
        return self.fault.told("en")
