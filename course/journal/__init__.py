"""The learner's journal: what the learner has done, kept on this computer and nowhere else."""

from course.journal.event import Event
from course.journal.home import home
from course.journal.journal import Imported, Journal
from course.journal.state import (
    LessonPlan,
    LessonStanding,
    PlannedExercise,
    Standing,
    standing,
)

__all__ = [
    "Event",
    "Imported",
    "Journal",
    "LessonPlan",
    "LessonStanding",
    "PlannedExercise",
    "Standing",
    "home",
    "standing",
]
