"""A fault that the checks have found, and how it is told."""

from collections.abc import Mapping

from attrs import frozen

from course.words import say, spoken


@frozen
class Found:
    """A fault in a file, at a line, told by the sentence ``source.<key>``."""

    file: str
    line: int
    key: str
    values: Mapping[str, object]

    def told(self, language: str) -> str:
        """File, line, what is wrong and what to write."""
        what = say(f"source.{self.key}", language, **spoken(self.values, language))
        return say("fault.line", language, file=self.file, line=self.line, what=what)
