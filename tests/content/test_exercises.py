"""Every shipped exercise: faultless, with a key that scores and reasons of their own."""

from pathlib import Path
from typing import Any

import pytest

from course.content.checking import faults_in
from course.content.reading import build, fingerprint, read_exercise
from course.kinds import KINDS
from course.kinds.exercise import Exercise
from course.kinds.kind import AnswerError
from course.kinds.tried import cases
from course.marked import parse, read
from course.paths import ROOT

OF_LESSONS = sorted(ROOT.glob("exercises/*/*.yml"))
OF_BANKS = sorted(ROOT.glob("exercises/*/*/*/*.yml"))  # a test's questions
FILES = [*OF_LESSONS, *OF_BANKS]
every_file = pytest.mark.parametrize(
    "path", FILES, ids=[f"{file.parent.name}/{file.stem}" for file in FILES]
)


def definition(path: Path) -> Any:
    return read(path).value


def loaded(path: Path) -> Exercise:
    return read_exercise(path)


def stands_alone(value: Any) -> bool:
    """Not so where reasons lie in the files that it stands on, such as a bank."""
    return not KINDS[value["kind"]].beside(build(value))


def test_there_are_exercises_to_test() -> None:
    assert len(FILES) >= 12


@every_file
def test_no_faults(path: Path) -> None:
    assert [fault.told("en") for fault in faults_in(path)] == []


@every_file
def test_the_key_scores_full_marks(path: Path) -> None:
    exercise = loaded(path)
    kind = KINDS[exercise.kind]
    key = kind.key(exercise)
    assert (key is not None) == cases(exercise.kind).is_judged(exercise)
    if key is None:
        return
    verdict = kind.judge(exercise, kind.accept(exercise, key))
    assert (verdict.right, verdict.score) == (True, 1.0)
    assert verdict.said[0].tone == "right"
    # What one does without is told besides, of the whole; each thing is right.
    assert all(one.tone == ("note" if one.about is None else "right") for one in verdict.said[1:])


def score(exercise: Exercise, answer: Any) -> float | None:
    """The score of an answer that is sent; None for one that is not let through."""
    kind = KINDS[exercise.kind]
    try:
        return kind.judge(exercise, kind.accept(exercise, answer)).score
    except AnswerError:
        return None


ALONE = [(f"{file.parent.name}/{file.stem}", definition(file)) for file in FILES]
ALONE = [(name, value) for name, value in ALONE if stands_alone(value)]
DOCUMENTED = [(kind, parse(cases(kind).example).value) for kind in KINDS]
DOCUMENTED = [(kind, value) for kind, value in DOCUMENTED if stands_alone(value)]


@pytest.mark.parametrize(
    "value",
    [value for _, value in (*ALONE, *DOCUMENTED)],
    ids=[name for name, _ in (*ALONE, *DOCUMENTED)],
)
def test_a_changed_key_gives_another_verdict_or_a_fault(value: Any) -> None:
    exercise = build(value)
    kind = KINDS[exercise.kind]
    key = kind.key(exercise)
    changed = list(cases(kind.name).mutations(value))
    assert changed or key is None
    for one in changed:
        other = build(one)
        if list(kind.faults(other)):
            continue
        if key is None:
            key_of_other = kind.key(other)
            assert kind.judge(other, key_of_other) != kind.judge(exercise, key_of_other)
        # A key of the same names may have other words, and is another key then.
        elif kind.recall(other, key, "sv") == kind.recall(exercise, key, "sv"):
            assert score(other, key) != 1
            assert fingerprint(other) != fingerprint(exercise)
