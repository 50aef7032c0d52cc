"""What the course holds: words, how hard they are to read, minutes, exercises by kind."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from course.content import minutes as estimates
from course.content.minutes import word_count
from course.faults import Fault
from course.kinds import KINDS
from course.paths import LANGUAGES
from course.studio.prose import HARDEST, MEASURES, can_measure, difficulty, sentences
from course.studio.source import Source, readable
from course.studio.steps import steps
from course.words import say

FEWEST_EXERCISES = 60
"""How many exercises the whole course has at least."""


def learners_text(source: Source, language: str) -> list[str]:
    """The Markdown of the cells that a learner reads."""
    cells = [pair.cells[language] for pair in source.pairs]
    return [cell.body for cell in cells if cell.kind == "text"]


def hardness(source: Source, language: str) -> float:
    """The LIX or the grade of a lesson's text."""
    return _hardness(tuple(learners_text(source, language)), language)


@lru_cache(maxsize=64)
def _hardness(parts: tuple[str, ...], language: str) -> float:
    return difficulty([one for part in parts for one in sentences(part)], language)


def minutes(source: Source, language: str, *, core: bool = False) -> int:
    """How long a lesson takes in a language, as estimated: the whole of it, or the short way.

    The whole goes to the lesson's end; what lies folded after that is for those who want more.
    """
    shown = source.shown_exercises
    told = steps(source, language, shown)
    if not told:
        words = sum(map(word_count, learners_text(source, language)))
        return estimates.minutes(words, [one for one in shown if one.core or not core], language)
    walked = [step for step in told if (step["core"] if core else step["kind"] != "more")]
    return estimates.together(
        sum(step["words"] for step in walked),
        sum(step["exercise_minutes"] for step in walked),
        language,
    )


def longest_minutes(source: Source, *, core: bool = False) -> int:
    """The minutes of a lesson in the language in which it takes longer."""
    return max(minutes(source, language, core=core) for language in LANGUAGES)


# --- what is printed ------------------------------------------------------------------------------


def summary(lessons: Iterable[Source], language: str = "en") -> Iterator[str]:
    """Lesson by lesson: words, how hard they are, minutes, exercises; then exercises by kind."""
    lessons = readable(lessons)
    measured = can_measure()
    yield (
        f"{'lesson':24}{'words sv':>9}{'words en':>9}{'LIX sv':>7}{'FK en':>6}"
        f"{'min sv':>8}{'core':>5}{'min en':>8}{'core':>5}{'exercises':>10}"
    )
    for source in lessons:
        counts = [sum(map(word_count, learners_text(source, code))) for code in LANGUAGES]
        hard = [f"{hardness(source, code):.0f}" if measured else "–" for code in LANGUAGES]
        exercises = source.shown_exercises
        yield (
            f"{source.lesson:24}{counts[0]:9}{counts[1]:9}{hard[0]:>7}{hard[1]:>6}"
            f"{_times(source)}{len(exercises):10}"
        )
    everything = [one for source in lessons for one in source.shown_exercises]
    yield f"{'all':55}{_times(*lessons)}{len(everything):10}"
    if not measured:
        yield say("fault.not-measured", language)
    yield ""
    yield from _by_kind(lessons)
    for exercise in everything:
        if counted := KINDS[exercise.kind].counts(exercise):
            yield f"{exercise.lesson}/{exercise.id}: {counted}"


def _times(*lessons: Source) -> str:
    """The estimated minutes of some lessons in each language, and those of their core paths."""
    return "".join(
        f"{sum(minutes(source, language, core=core) for source in lessons):{5 if core else 8}}"
        for language in LANGUAGES
        for core in (False, True)
    )


def _by_kind(lessons: list[Source]) -> Iterator[str]:
    counts = {source.lesson: Counter(x.kind for x in source.shown_exercises) for source in lessons}
    kinds = sorted({kind for count in counts.values() for kind in count})
    yield f"{'kind':12}" + "".join(f"{lesson[:2]:>4}" for lesson in counts) + f"{'all':>5}"
    for kind in kinds:
        row = [count[kind] for count in counts.values()]
        yield f"{kind:12}" + "".join(f"{n or '':>4}" for n in row) + f"{sum(row):5}"


# --- what can be wrong ----------------------------------------------------------------------------


def hard_texts(source: Source) -> Iterator[Fault]:
    """The languages in which a lesson is too hard to read; none where it cannot be measured."""
    if not can_measure():
        return
    for language in LANGUAGES:
        given = hardness(source, language)
        if given > HARDEST[language]:
            values = {
                "language": f"say:in.{language}",
                "measure": MEASURES[language],
                "given": f"{given:.0f}",
                "most": f"{HARDEST[language]:.0f}",
            }
            yield Fault.at(1, "too-hard", values, source.name)


def size_faults(lessons: Iterable[Source]) -> Iterator[Fault]:
    """A course that has too few exercises."""
    lessons = readable(lessons)
    exercises = sum(len(source.shown_exercises) for source in lessons)
    if exercises < FEWEST_EXERCISES:
        values = {"given": exercises, "least": FEWEST_EXERCISES}
        yield Fault.at(1, "few-exercises", values, "notebooks/source")
