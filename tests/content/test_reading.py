"""From files to typed objects, and the fault that a lesson shows where there is none."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cattrs import BaseValidationError

from course.content.checking import faults_in
from course.content.opened import opened_exercise
from course.content.reading import build
from course.errors import CourseError
from course.kinds.choice.rules import Choice
from course.words.bilingual import Text
from tests.kinds.small_exercises import FIELDS

GOAL = """\
id: goal
kind: choice
title: {sv: Vad vill du lära dig först?, en: What do you want to learn first?}
prompt: {sv: Välj., en: Choose.}
objective: {sv: Du kan välja., en: You can choose.}
minutes: 1
claims: [1, 2]
options:
  - id: what-counts
    text: {sv: Vad som räknas., en: What counts.}
    feedback: {sv: Börja där., en: Begin there.}
  - id: whose-value
    text: {sv: Värde för vem., en: Value for whom.}
    feedback: {sv: Börja här., en: Begin here.}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "00-x").mkdir()
    (tmp_path / "00-x" / "goal.yml").write_text(GOAL, encoding="utf-8")
    return tmp_path


def rewrite(folder: Path, old: str, new: str) -> None:
    path = folder / "00-x" / "goal.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    before = path.stat().st_mtime_ns
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    os.utime(path, ns=(before + 1, before + 1))


def test_a_file_becomes_a_typed_object(folder: Path) -> None:
    goal = opened_exercise(folder / "00-x" / "goal.yml")
    assert isinstance(goal, Choice)
    assert (goal.id, goal.lesson, goal.kind, goal.minutes) == ("goal", "00-x", "choice", 1)
    assert goal.title == Text("Vad vill du lära dig först?", "What do you want to learn first?")
    assert (goal.claims, goal.sources, goal.core) == ([1, 2], [], False)
    assert goal.options[0].id == "what-counts"


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("minutes: 1\n", "minutes: soon\n", "line 6: This should be a whole number, not soon."),
        ("minutes: 1\n", "minutes: 1.0\n", "line 6: This should be a whole number, not 1.0."),
        ("id: goal", "id: aim", "line 1: The id must be the name of the file. Write id: goal"),
        ("kind: choice", "kind: chioce", "line 2: There is no kind of exercise called chioce."),
        ("kind: choice", "kind: [choice]", "line 2: There is no kind of exercise called –."),
        ("kind: choice", "kind: [choice", "A bracket never ends. Write ] at the end"),
        ("- id: whose-value", "- id: what-counts", "what-counts stands earlier in the file"),
    ],
)
def test_a_faulty_file_is_told_with_its_lines(
    folder: Path, old: str, new: str, sentence: str
) -> None:
    opened_exercise(folder / "00-x" / "goal.yml")
    rewrite(folder, old, new)
    with pytest.raises(CourseError) as caught:
        opened_exercise(folder / "00-x" / "goal.yml")
    assert caught.value.key == "faulty-exercise"
    assert str(caught.value).startswith("This exercise cannot be shown yet:\n")
    assert sentence in str(caught.value)
    assert f"{folder.name}/00-x/goal.yml, line" in str(caught.value)


def test_a_file_in_another_encoding_is_told(folder: Path) -> None:
    (folder / "00-x" / "goal.yml").write_bytes(GOAL.encode("latin-1", errors="replace"))
    with pytest.raises(CourseError, match="is not saved as UTF-8"):
        opened_exercise(folder / "00-x" / "goal.yml")


def test_a_changed_file_is_read_anew(folder: Path) -> None:
    first = opened_exercise(folder / "00-x" / "goal.yml")
    assert opened_exercise(folder / "00-x" / "goal.yml") is first
    rewrite(folder, "minutes: 1", "minutes: 2")
    assert opened_exercise(folder / "00-x" / "goal.yml").minutes == 2


def test_the_fingerprint_follows_ids_and_key_and_not_the_words(folder: Path) -> None:
    first = opened_exercise(folder / "00-x" / "goal.yml")
    assert len(first.fingerprint) == 12
    rewrite(folder, "id: goal\nkind: choice\n", "# moved\nkind:   choice\nid: 'goal'\n")
    assert opened_exercise(folder / "00-x" / "goal.yml").fingerprint == first.fingerprint
    rewrite(folder, "sv: Vad vill du lära dig först?", "sv: Vad vill du lära dig?")
    rewrite(folder, "minutes: 1", "minutes: 2")
    assert opened_exercise(folder / "00-x" / "goal.yml").fingerprint == first.fingerprint
    rewrite(folder, "id: whose-value", "id: value")
    assert opened_exercise(folder / "00-x" / "goal.yml").fingerprint != first.fingerprint


@pytest.mark.parametrize(
    "definition", [None, [], "text", {}, {"kind": None}, {"kind": ["choice"]}, {"kind": "quiz"}]
)
def test_what_is_no_exercise_is_refused(definition: object) -> None:
    with pytest.raises(ValueError, match="not an exercise of a known kind"):
        build(definition)


TEXT = {"sv": "a", "en": "b"}
REFLECTION = {
    "id": "r",
    "kind": "reflection",
    **dict.fromkeys(("title", "prompt", "objective", "after"), TEXT),
    "minutes": 2,
}


def test_only_what_is_needed_is_needed() -> None:
    assert build(REFLECTION).minutes == 2


@pytest.mark.parametrize(
    "change",
    [
        {"minutes": "2"},
        {"minutes": True},
        {"minutes": 2.0},
        {"core": "yes"},
        {"core": 1},
        {"title": "one language"},
        {"title": {"sv": "a"}},
        {"title": {"sv": "a", "en": 3}},
        {"titel": TEXT},
        {"hints": [{"sv": "a", "en": "b", "de": "c"}]},
    ],
)
def test_nothing_is_turned_into_what_it_is_not(change: dict[str, object]) -> None:
    with pytest.raises(BaseValidationError):
        build({**REFLECTION, **change})


# --- files that nobody means to write ------------------------------------------------------------


def emptied(thing: Any) -> Iterator[Any]:
    """A definition with one of its lists or mappings empty, for each that it has."""
    if isinstance(thing, dict):
        for key, inside in thing.items():
            yield from ({**thing, key: one} for one in emptied(inside))
    elif isinstance(thing, list):
        for i, inside in enumerate(thing):
            yield from ([*thing[:i], one, *thing[i + 1 :]] for one in emptied(inside))
    if isinstance(thing, dict | list):
        yield type(thing)()


@pytest.mark.parametrize("kind", FIELDS)
def test_what_is_empty_is_told_and_never_raises(kind: str, tmp_path: Path) -> None:
    """Once, a conversation without scenes raised IndexError."""
    file = tmp_path / "00-x" / f"{kind}.yml"
    file.parent.mkdir()
    head = {name: {"sv": name, "en": name} for name in ("title", "prompt", "objective")}
    whole = {"id": kind, "kind": kind, "minutes": 3, **head, **FIELDS[kind]}
    for n, definition in enumerate(emptied(whole)):
        file.write_text(json.dumps(definition), encoding="utf-8")
        os.utime(file, ns=(n + 1, n + 1))
        try:
            opened_exercise(file)
        except CourseError:
            assert faults_in(file), definition


def test_a_file_that_would_never_end_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "00-x"
    folder.mkdir()
    laughs = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    texts = {"laughs": laughs, "deep": "[" * 3000, "long": "x: " + "y" * 1_000_001}
    for name, text in texts.items():
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    (folder / "folder.yml").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe.yml")
    keys = {file.stem: fault.key for file in folder.glob("*.yml") for fault in faults_in(file)}
    pipe = {"pipe": "no-file"} if hasattr(os, "mkfifo") else {}
    assert keys == {
        "laughs": "too-much",
        "deep": "not-yaml",  # libyaml stops at that depth by itself
        "long": "too-long-file",
        "folder": "no-file",
        **pipe,
    }


def test_a_number_without_end_is_a_text(folder: Path) -> None:
    """Python refuses to read a number of 5,000 digits, and no page could tell it from another."""
    rewrite(folder, "minutes: 1\n", f"minutes: {'9' * 5000}\n")
    with pytest.raises(CourseError, match="This should be a whole number"):
        opened_exercise(folder / "00-x" / "goal.yml")
