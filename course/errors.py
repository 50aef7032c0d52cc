"""Faults that a person can do something about."""

from course.words import say


class CourseError(Exception):
    """Where, what, and what to do, in the reader's language.

    ``key`` names a sentence of the course's words (under ``error.``); ``values`` fill it.

    >>> print(CourseError("unknown-language", given="de").in_language("en"))
    The course is in Swedish (sv) and English (en), not in de. Write language="sv" or language="en".
    """

    def __init__(self, key: str, /, *, language: str = "en", **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.language = language
        self.values = values

    def in_language(self, language: str) -> str:
        """The fault as a sentence in Swedish or English."""
        return say(f"error.{self.key}", language, **self.values)

    def __str__(self) -> str:
        return self.in_language(self.language)

    def _render_traceback_(self) -> list[str]:
        """What IPython shows instead of a traceback: the sentence, which is all that helps."""
        return [str(self)]
