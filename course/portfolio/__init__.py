"""What a learner takes along from the course: a plan of their own, and a certificate."""

from typing import Protocol

from course.journal import LessonPlan


class Listed(Protocol):
    """A lesson as the course lists it, in one language."""

    @property
    def id(self) -> str:
        """Its folder and file."""

    @property
    def title(self) -> str:
        """What it is called."""

    @property
    def minutes(self) -> int:
        """How long it takes with everything."""

    @property
    def plan(self) -> LessonPlan:
        """Its exercises."""
