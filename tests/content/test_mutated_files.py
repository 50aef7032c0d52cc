"""Files that were torn, typed over or grown: each is told with file and line, and soon."""

import os
import random
import re
import shutil
from contextlib import suppress
from pathlib import Path
from time import process_time

import pytest

from course.content.checking import faults_in
from course.content.course import Course, ours
from course.content.figure_checking import faults_in_figure
from course.content.opened import opened_exercise, opened_figure
from course.errors import CourseError
from course.paths import LANGUAGES, ROOT
from course.studio import checked
from tests.counts import count

SEED = 20261129
SLOWEST = 2.0
"""Seconds of work a file; what other programs do beside it is not counted."""
SIGNS = "\t:\"'”“&*%@`!|>-#{}[],\\\x00\x07\ufeff😀\n ~=?9"
EXERCISES = sorted(ROOT.glob("exercises/*/*.yml"))
FIGURES = sorted(ROOT.glob("data/figures/*.yml"))
TOLD = re.compile(r"[\w./-]+\.yml, line \d+: \S.*", re.DOTALL)


def mutated(text: str, rng: random.Random) -> str:
    """A text with one to four slips of a hand: signs, lines and words gone, doubled or moved."""
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(len(text) + 1)
        lines = text.split("\n")
        n = rng.randrange(len(lines))
        match rng.randrange(9):
            case 0:
                text = text[:at] + rng.choice(SIGNS) + text[at:]
            case 1:
                text = text[:at] + text[at + 1 :]
            case 2:
                text = "\n".join([*lines[:n], *lines[n + 1 :]])
            case 3:
                text = "\n".join([*lines[: n + 1], *lines[n:]])
            case 4:
                text = text[:at]
            case 5:
                text = "\n".join([*lines[:n], " " * rng.randint(1, 5) + lines[n], *lines[n + 1 :]])
            case 6:
                text = "\n".join([*lines[:n], lines[n].lstrip(), *lines[n + 1 :]])
            case 7:
                rng.shuffle(lines)
                text = "\n".join(lines)
            case _:
                value = rng.choice(["", "[]", "{}", "null", "-1", "9" * 400, ".inf", "*a", "&a x"])
                text = "\n".join(
                    [*lines[:n], re.sub(r":.*", f": {value}", lines[n]), *lines[n + 1 :]]
                )
    return text


@pytest.mark.long
@pytest.mark.parametrize("part", range(10))
def test_a_mutated_file_is_told_or_whole_and_never_raises(tmp_path: Path, part: int) -> None:
    rng = random.Random(SEED + part)
    for n in range(count(3000) // 10):
        original = rng.choice([*EXERCISES, *FIGURES])
        is_figure = original in FIGURES
        folder = tmp_path / f"{n}" / ("data/figures" if is_figure else "exercises/00-x")
        folder.mkdir(parents=True)
        file = folder / original.name
        file.write_text(mutated(original.read_text("utf-8"), rng), encoding="utf-8")
        start = process_time()
        faults = faults_in_figure(file, ours().references) if is_figure else faults_in(file)
        for language in LANGUAGES:
            told = [fault.told(language) for fault in faults]
            if language == "en":
                assert [one for one in told if not TOLD.fullmatch(one)] == []
        if not faults:
            shown = opened_figure(file) if is_figure else opened_exercise(file)
            assert shown.id == file.stem
        with suppress(CourseError):  # a rule of taste is told and lets a learner go on
            opened_figure(file) if is_figure else opened_exercise(file)
        assert process_time() - start < SLOWEST, file.read_text("utf-8")


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
BAD: dict[str, bytes] = {
    "alias-bomb": BOMB.encode(),
    "deep": b"a: " + b"[" * 3000,
    "deep-blocks": "".join(f"{'  ' * n}a:\n" for n in range(1500)).encode(),
    "long-number": b"id: long-number\nkind: choice\nminutes: " + b"9" * 5000 + b"\n",
    "too-long": b"x: " + b"y" * 1_000_001,
    "long-line": b"kind: choice\nx: " + b"a: b, " * 8_000,
    "zeros": b"\x00" * 1000,
    "latin": "kind: bärs".encode("latin-1"),
    "empty": b"",
    "list": b"- a\n- b\n",
    "itself": b"a: &a {b: *a}\n",
    "many-keys": b"kind: choice\n" + b"".join(b"k%d: 1\n" % n for n in range(20_000)),
    "odd-keys": b"? [a, b]\n: c\nkind: choice\n3: x\n",
    "odd-kind": b"kind: {sv: a}\n",
    "two-documents": b"a: 1\n---\nb: 2\n",
    "open-quotes": b"kind: choice\n" + b'a: "\n' * 2001,
}


def test_every_bad_file_is_told_and_every_other_exercise_goes_on(tmp_path: Path) -> None:
    """Each in a course of its own beside a good exercise, at most two seconds."""
    (tmp_path / "exercises" / "00-start").mkdir(parents=True)
    good = tmp_path / "exercises" / "00-start" / "goal.yml"
    shutil.copy(ROOT / "exercises" / "00-start" / "goal.yml", good)
    bad = {name: good.with_name(f"{name}.yml") for name in BAD}
    for name, file in bad.items():
        file.write_bytes(BAD[name])
    bad["folder"] = good.with_name("folder.yml")
    bad["folder"].mkdir()
    if hasattr(os, "mkfifo"):
        bad["pipe"] = good.with_name("pipe.yml")
        os.mkfifo(bad["pipe"])
    for name, file in bad.items():
        start = process_time()
        told = [fault.told("en") for fault in faults_in(file)]
        assert process_time() - start < SLOWEST, name
        assert told, name
        assert [one for one in told if not TOLD.fullmatch(one)] == [], name
    course = Course.open(tmp_path)
    found = " ".join(one["en"] for one in checked.check(course)[0])
    assert [name for name in bad if f"exercises/00-start/{name}.yml, line" not in found] == []
    assert course.exercise("00-start", "goal").id == "goal"
