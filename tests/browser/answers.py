"""What a learner may answer, and what the exercise's file says that the course replies.

The replies are read from the YAML files by the kind's ``cases.py``, and not by the course's own
rules: these are under test. An answer is written as the journal keeps it.
"""

from written import exercises

from course.content.course import ours
from course.kinds import KINDS
from course.kinds.tried import cases


def wrong(exercise, language):
    """An answer that is not right yet; None where there is no right or wrong."""
    return cases(exercise["kind"]).wrong(exercise, language)


def right(exercise, language):
    """An answer that is right, or one among equals."""
    return cases(exercise["kind"]).right(exercise, language)


def fill_journal(journal, lesson, language):
    """Answer all of a lesson's exercises, as an earlier visit would have left it."""
    for one in exercises(lesson, language):
        written, answer = ours().exercise(lesson, one["id"]), right(one, language).answer
        journal.record(
            lesson,
            one["id"],
            answer,
            verdict={"right": None, "score": None},
            fingerprint=written.fingerprint,
            language=language,
            words=KINDS[one["kind"]].recall(written, answer, language),
        )
