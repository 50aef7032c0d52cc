"""What a learner may answer, and what the exercise's file says that the course replies.

The replies are read from the YAML files by the kind's ``cases.py``, and not by the course's own
rules: these are under test. An answer is written as the journal keeps it.
"""

from written import exercises

from course.kinds.cases import cases


def wrong(exercise, language):
    """An answer that is not right yet; None where there is no right or wrong."""
    return cases(exercise["kind"]).wrong(exercise, language)


def right(exercise, language):
    """An answer that is right, or one among equals."""
    return cases(exercise["kind"]).right(exercise, language)


def fill_journal(journal, lesson, language):
    """Answer all of a lesson's exercises, as an earlier visit would have left it."""
    from course.content.course import ours

    for one in exercises(lesson, language):
        journal.record(
            lesson,
            one["id"],
            right(one, language).answer,
            verdict={"right": None, "score": None},
            fingerprint=ours().exercise(lesson, one["id"]).fingerprint,
            language=language,
        )
