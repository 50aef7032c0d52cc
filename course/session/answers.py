"""What the learner has answered, in words, lesson by lesson."""

from contextlib import suppress
from datetime import date
from typing import Any

from attrs import frozen

from course.content.course import Course
from course.content.places import cells
from course.errors import CourseError
from course.journal import Event, Journal
from course.kinds import KINDS, readable
from course.kinds.broken import BrokenKindError
from course.kinds.exercise import Exercise
from course.kinds.kind import AnswerError
from course.plain import Json
from course.words import NoWordsError, dated, say


def told(course: Course, journal: Journal, language: str) -> list[Json]:
    """Lessons with answers: each exercise's latest answer, how it went, and how many there are."""
    lessons = []
    for outline in course.outlines(language):
        rows = []
        for exercise in outline.exercises:
            given = journal.answers(outline.id, exercise.id)
            if given:
                rows.append(_row(course, outline.id, exercise.id, given, language))
        if rows:
            lessons.append({"id": outline.id, "title": outline.title, "answers": rows})
    return lessons


def read_exercises(course: Course, language: str) -> None:
    """Read every exercise of the lessons, so that it is at hand; those with faults stay away."""
    for outline in course.outlines(language):
        for exercise in outline.exercises:
            with suppress(CourseError):
                course.exercise(outline.id, exercise.id, language=language)


def _row(course: Course, lesson: str, id: str, given: tuple[Event, ...], language: str) -> Json:
    latest = given[-1]
    kind_name, went = "", _Went()
    title, words, times = id, course.landed.in_words(latest, language), len(given)
    first, sure = "", None
    try:
        exercise = course.exercise(lesson, id, language=language)
        title = exercise.title.in_language(language)
        kind = KINDS[exercise.kind]
        kind_name = say(f"card.kind-{exercise.kind}", language)
        answer = kind.accept(exercise, latest.answer)
        went = _went(exercise, latest, answer)
        words = _as_given(course, exercise, latest, answer, language)
        still = list(readable(exercise, (event.answer for event in given)))
        times = len(given) - len(still) + kind.tries(exercise, still)
        sure = _sure(exercise, still)
        if kind.deck(exercise) is not None and len(still) > 1:
            first = _first(course, exercise, given, language)
        elif (earlier := kind.first(exercise, still)) not in (None, answer):
            first = kind.recall(exercise, earlier, language)
    except (CourseError, AnswerError, BrokenKindError, NoWordsError):
        pass  # the exercise has changed: the answer is shown as it was given
    return {
        "id": id,
        "cell": cells(course, lesson, language).get(id, ""),
        "kind": kind_name,
        "missed": went.missed,
        "unsure": went.unsure,
        "exercise": title,
        "words": words,
        "first": first,
        "sure": sure and {**sure, "date": given[0].when.astimezone().strftime("%Y-%m-%d")},
        "time": latest.time,
        "date": latest.when.astimezone().strftime("%Y-%m-%d %H:%M"),
        "times": "" if times == 1 else say("view.times", language, n=times),
    }


@frozen
class _Went:
    """Whether something in an answer did not hold, and whether something was a guess."""

    missed: bool = False
    unsure: bool = False


def _went(exercise: Exercise, event: Event, answer: Any) -> _Went:
    """By its things, where it has such; else by the verdict that was given."""
    went = {thing.went(answer) for thing in KINDS[exercise.kind].recallable(exercise)}
    is_wrong = event.verdict is not None and event.verdict.get("right") is False
    return _Went("wrong" in went or is_wrong, "unsure" in went)


def _sure(exercise: Exercise, answers: list[Any]) -> Json | None:
    """How sure somebody was at first, and how often right, in per cent; None where none is asked.

    Only what is dealt card by card is looked at: a model would have to run for its verdict.
    """
    if not answers or KINDS[exercise.kind].deck(exercise) is None:
        return None
    detail = KINDS[exercise.kind].judge(exercise, answers[0]).detail
    if "mean_sure" not in detail:
        return None
    return {"sure": round(detail["mean_sure"]), "right": round(100 * detail["right"] / detail["n"])}


def calibration(lessons: list[Json], language: str) -> str:
    """What ``told`` tells of how sure one was, a line for each time, the earliest first."""
    rows = [row for lesson in lessons for row in lesson["answers"] if row["sure"]]
    times = [
        say(
            "answers.sure-then",
            language,
            **{**row["sure"], "exercise": row["exercise"], "date": _day(row["sure"], language)},
        )
        for row in sorted(rows, key=lambda row: str(row["sure"]["date"]))
    ]
    return "\n".join([say("answers.sure", language), *times]) if times else ""


def _day(row: Json, language: str) -> str:
    """The day of a row as people write it in running text."""
    return dated(date.fromisoformat(row["date"].split()[0]), language)


def summary(lessons: list[Json], language: str) -> list[str]:
    """What ``told`` tells: how much there is, what is worth a second look, how sure one was."""
    rows = [row for lesson in lessons for row in lesson["answers"]]
    if not rows:
        return []
    last = _day(max(rows, key=lambda row: str(row["date"])), language)
    values = {"n": len(rows), "lessons": len(lessons), "last": last}
    missed, unsure = sum(row["missed"] for row in rows), sum(row["unsure"] for row in rows)
    again = say("answers.again", language, missed=missed, unsure=unsure)
    sure = calibration(lessons, language)
    more = [again] if missed or unsure else []
    return [say("answers.so-far", language, **values), *more, *([sure] if sure else [])]


def _first(course: Course, exercise: Exercise, given: tuple[Event, ...], language: str) -> str:
    """The first answer to a deck in words: what was known before anything was told."""
    for event in given:
        with suppress(AnswerError):
            answer = KINDS[exercise.kind].accept(exercise, event.answer)
            return _as_given(course, exercise, event, answer, language)
    return ""


def _as_given(course: Course, exercise: Exercise, event: Event, answer: Any, language: str) -> str:
    """An answer in the words that were chosen, which may have been mended since.

    Its own are in the language that it was given in. The landed version kept none; what it offered
    stands in its table.
    """
    if event.words and event.language == language:
        return event.words
    offered = exercise if event.words else course.landed.worded(exercise)
    return KINDS[exercise.kind].recall(offered, answer, language)
