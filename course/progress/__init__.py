"""The learner's journal: what the learner has done, kept on this computer and nowhere else."""

from course.progress.event import Event
from course.progress.home import home
from course.progress.journal import Imported, Journal
from course.progress.state import (
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
