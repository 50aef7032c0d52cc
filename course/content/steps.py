"""The steps of a lesson: what sorts there are, and what a built notebook says of each."""

from attrs import frozen

from course.content.minutes import WORDS_A_MINUTE

STEPS = ("scene", "idea", "guess", "deck", "play", "own", "monday", "end", "more")
"""What sort of step a heading begins: a ``scene`` is read; an ``idea`` explains; a ``guess`` is
made before something is shown; a ``deck`` is gone through card by card; a ``play`` is a
conversation, a puzzle, a budget; ``own`` is about the learner's own unit; ``monday`` is what to do;
at the ``end`` one may stop. ``more`` lies after the end, folded, and is no step to take.
"""

ALWAYS = ("scene", "monday", "end")
"""The steps that belong to the short way whatever they show; others do with a core exercise."""


@frozen
class Step:
    """A step of a lesson, as its built notebook says it.

    Attributes:
        id: the cell that it begins with, which addresses lead to.
        kind: one of ``STEPS``.
        title: its heading.
        words: how many words of text there are in it.
        exercise_minutes: how long its exercises take.
        core: whether it belongs to the short way.
        language: the one that it is read in.

    >>> Step("c05", "guess", "Where does the wall begin?", 398, 5, True, "sv").minutes
    7.0
    """

    id: str
    kind: str
    title: str
    words: int
    exercise_minutes: int
    core: bool
    language: str = "en"

    @property
    def minutes(self) -> float:
        """How long it takes, as estimated: its text is read, its exercises are done."""
        return self.words / WORDS_A_MINUTE[self.language] + self.exercise_minutes
