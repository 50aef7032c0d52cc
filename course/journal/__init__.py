"""The learner's journal: what the learner has done, kept where the learner is and nowhere else."""

from course.journal.event import Event
from course.journal.exchange import Imported, Importing
from course.journal.files import FileStore
from course.journal.home import home
from course.journal.journal import Journal
from course.journal.state import (
    LessonStanding,
    PlannedExercise,
    PlannedLesson,
    Standing,
    standing,
)
from course.journal.store import MemoryStore, Store, cause

__all__ = [
    "Event",
    "FileStore",
    "Imported",
    "Importing",
    "Journal",
    "LessonStanding",
    "MemoryStore",
    "PlannedExercise",
    "PlannedLesson",
    "Standing",
    "Store",
    "cause",
    "home",
    "standing",
]
