"""What the learner has answered, in words, lesson by lesson."""

from course.errors import CourseError
from course.journal import Event, Journal
from course.material.course import ours
from course.material.exercise import Json
from course.scoring import KINDS, readable
from course.scoring.test import FinalTest, attempts
from course.scoring.verdict import AnswerError
from course.text import say
from course.view.plan import entries


def told(journal: Journal, language: str) -> list[Json]:
    """Lessons with answers: each exercise's latest answer, and how many there are."""
    lessons = []
    for entry in entries(language):
        rows = []
        for exercise in entry.exercises:
            given = journal.answers(entry.id, exercise.id)
            if given:
                rows.append(_row(entry.id, exercise.id, given, language))
        if rows:
            lessons.append({"id": entry.id, "title": entry.title, "answers": rows})
    return lessons


def _row(lesson: str, id: str, given: tuple[Event, ...], language: str) -> Json:
    latest = given[-1]
    title, words, times = id, str(latest.answer), len(given)
    try:
        exercise = ours().exercise(lesson, id, language=language)
        title = exercise.title.in_language(language)
        kind = KINDS[exercise.kind]
        words = kind.recall(exercise, kind.read(exercise, latest.answer), language)
        if isinstance(exercise, FinalTest):  # each question is an answer of its own there
            times = len(attempts(readable(exercise, (event.answer for event in given))))
    except (CourseError, AnswerError):
        pass  # the exercise has changed: the answer is shown as it was kept
    return {
        "exercise": title,
        "words": words,
        "time": latest.time,
        "date": latest.when.astimezone().strftime("%Y-%m-%d %H:%M"),
        "times": "" if times == 1 else say("view.times", language, n=times),
    }
