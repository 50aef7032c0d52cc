"""Every shipped exercise: faultless, with a key that scores and reasons of their own."""

import copy
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from course.content.checking import faults_in
from course.content.course import ours
from course.content.reading import build, fingerprint, read_exercise
from course.explorers import EXPLORERS
from course.kinds import KINDS
from course.kinds.exercise import Exercise
from course.kinds.explore.rules import Explore
from course.marked import parse, read
from course.paths import LANGUAGES, ROOT

OF_LESSONS = sorted(ROOT.glob("exercises/*/*.yml"))
OF_BANKS = sorted(ROOT.glob("exercises/*/*/*/*.yml"))  # a test's questions
FILES = [*OF_LESSONS, *OF_BANKS]
every_file = pytest.mark.parametrize(
    "path", FILES, ids=[f"{file.parent.name}/{file.stem}" for file in FILES]
)


DOCUMENTED = [
    parse(re.findall(r"```yaml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)[0]).value
    for page in sorted(ROOT.glob("course/kinds/*/page.md"))
    if page.parent.name != "test"
]


def definition(path: Path) -> Any:
    return read(path).value


def loaded(path: Path) -> Exercise:
    return read_exercise(path)


def has_own_reasons(path: Path) -> bool:
    """Not so where they lie in the files of a bank, or in the scale that is made again."""
    value = definition(path)
    return value["kind"] != "test" and "again" not in value


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
    if key is None:
        assert exercise.kind in ("scale", "reflection", "choice", "canvas", "scenario")
        return
    verdict = kind.judge(exercise, kind.read(exercise, key))
    assert (verdict.right, verdict.score) == (True, 1.0)
    assert {one.tone for one in verdict.said} == {"right"}


JUDGED_ALONE = [file for file in FILES if has_own_reasons(file)]


def mutations(value: Any) -> Iterator[Any]:
    """The file with one thing changed that decides what is right."""
    for i, option in enumerate(value.get("options", [])):
        for right in {True, False} - {option.get("right", False)}:
            changed = copy.deepcopy(value)
            changed["options"][i]["right"] = right
            yield changed
    groups = [group["id"] for group in value.get("groups", [])]
    for i, card in enumerate(value.get("cards", [])):
        for group in groups:
            if group != card["group"]:
                changed = copy.deepcopy(value)
                changed["cards"][i]["group"] = group
                yield changed
    if value["kind"] == "estimate":
        for answer in (value["lowest"] - 1, value["answer"] + 2 * value["near"]):
            yield {**value, "answer": answer}
        yield {**value, "near": value["highest"] - value["lowest"]}
    yield from (swapped(value, i) for i in range(len(value.get("steps", [])) - 1))
    for i in range(len(value.get("pairs", [])) - 1):
        changed = copy.deepcopy(value)
        first, second = changed["pairs"][i : i + 2]
        first["match"], second["match"] = second["match"], first["match"]
        yield changed
    for i, statement in enumerate(value.get("statements", [])):
        changed = copy.deepcopy(value)
        changed["statements"][i]["holds"] = not statement["holds"]
        yield changed
    for i, scene in enumerate(value.get("scenes", [])):
        if scene.get("score") == 1:
            changed = copy.deepcopy(value)
            changed["scenes"][i]["score"] = 0.5
            yield changed
    if value["kind"] == "calendar":
        for name in ("hours", "shortest", "days"):
            yield {**value, name: value.get(name, 1) + 1}
        for day, hour in value["example"]:
            taken = {"day": day, "start": hour, "end": hour + 1, "text": value["title"]}
            yield {**value, "busy": [*value["busy"], taken]}
    if value["kind"] == "network":
        yield {**value, "threshold": value["threshold"] + 1}
        yield {**value, "ties": 1}


def swapped(value: Any, i: int) -> Any:
    changed = copy.deepcopy(value)
    steps = changed["steps"]
    steps[i], steps[i + 1] = steps[i + 1], steps[i]
    return changed


@pytest.mark.parametrize(
    "value",
    [*map(definition, JUDGED_ALONE), *DOCUMENTED],
    ids=[
        *(f"{file.parent.name}/{file.stem}" for file in JUDGED_ALONE),
        *(d["kind"] for d in DOCUMENTED),
    ],
)
def test_a_changed_key_gives_another_verdict_or_a_fault(value: Any) -> None:
    exercise = build(value)
    kind = KINDS[exercise.kind]
    key = kind.key(exercise)
    changed = list(mutations(value))
    unjudged = exercise.kind in ("scale", "reflection", "canvas") or (
        exercise.kind == "scenario" and key is None
    )
    assert bool(changed) == (not unjudged)
    for one in changed:
        other = build(one)
        if list(kind.faults(other)):
            continue
        if key is None:
            key_of_other = kind.key(other)
            assert kind.judge(other, key_of_other) != kind.judge(exercise, key_of_other)
        elif exercise.kind == "match":  # the words of the key are others, whatever its names
            assert kind.recall(other, key, "sv") != kind.recall(exercise, key, "sv")
        else:
            assert kind.judge(other, key).score != 1
            assert fingerprint(other) != fingerprint(exercise)


JUDGED = ("options", "cards", "pairs", "steps", "statements")


def reasons(value: Any) -> Iterator[tuple[str, dict[str, str]]]:
    """Every piece of feedback of a file, by what it answers."""
    parts = [one for name in JUDGED for one in value.get(name, [])]
    parts += [reply for scene in value.get("scenes", []) for reply in scene.get("replies", [])]
    for one in parts:
        yield one["id"], one["feedback"]
        for group, reason in one.get("tempting", {}).items():
            yield f"{one['id']} in {group}", reason
    if not parts:
        for outcome, reason in value.get("feedback", {}).items():
            yield outcome, reason
    for area in value.get("areas", []):
        for level in ("low", "middle", "high"):
            yield f"{area['id']}, {level}", area[level]
    if "after" in value:
        yield "after", value["after"]


@pytest.mark.parametrize(
    "path", JUDGED_ALONE, ids=[f"{file.parent.name}/{file.stem}" for file in JUDGED_ALONE]
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_has_a_reason_of_its_own(path: Path, language: str) -> None:
    found = [(about, reason[language].strip()) for about, reason in reasons(definition(path))]
    assert found
    assert len({reason for _, reason in found}) == len(found), "two answers get the same reason"
    # Shorter than this is a verdict and no reason.
    assert [about for about, reason in found if len(reason) < 60] == []


@every_file
def test_no_two_options_read_alike(path: Path) -> None:
    value = definition(path)
    for language in LANGUAGES:
        texts = [one["text"][language] for name in JUDGED for one in value.get(name, [])]
        assert len(set(texts)) == len(texts)


@every_file
def test_every_work_that_it_names_is_in_the_bibliography(path: Path) -> None:
    exercise = loaded(path)
    assert [key for key in exercise.sources if key not in ours().references] == []


@every_file
def test_every_model_that_it_names_is_there_to_explore(path: Path) -> None:
    exercise = loaded(path)
    if isinstance(exercise, Explore):
        assert exercise.model in EXPLORERS


@pytest.mark.parametrize("lesson", sorted({path.parent.name for path in OF_LESSONS}))
def test_every_lesson_has_a_core_and_no_id_twice(lesson: str) -> None:
    exercises = [ours().exercise(lesson, one) for one in ours().exercises(lesson)]
    assert any(exercise.core for exercise in exercises)
    assert len({exercise.fingerprint for exercise in exercises}) == len(exercises)
