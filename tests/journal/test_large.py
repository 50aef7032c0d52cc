"""A hundred thousand events, or a hundredth of that.

The limits are several times what a slow computer takes. They are there to see what would take ten
times as long, such as a step for each event. They are of the processor's time, since a computer
that has other things to do takes any time by the clock.
"""

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from course.content.outline import LessonOutline, PlannedExercise
from course.journal import Imported, Journal, standing
from course.journal.moment import at
from tests.counts import LONG, count

pytestmark = pytest.mark.long

COUNT = count(100_000)
EXERCISES = tuple(PlannedExercise(f"e{n}", 3, True) for n in range(8))
PLAN = [LessonOutline(f"0{n}", "en", f"L{n}", 20, 20, EXERCISES) for n in range(10)]


@pytest.fixture(scope="module")
def content() -> bytes:
    said = {
        "type": "answer",
        "language": "sv",
        "answer": {"values": [1, 2, 3], "text": "å" * 40},
        "verdict": {"right": True, "score": 0.5},
        "fingerprint": "c4d2aa",
    }
    first = 1772366400000
    return b"".join(
        json.dumps(
            {
                "id": f"{n:032x}",
                "time": at(first + n),
                "clock": first + n,
                "lesson": f"0{n % 10}",
                "exercise": f"e{n // 10 % 8}",
                **said,
            }
        ).encode()
        + b"\n"
        for n in range(COUNT)
    )


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def typical(work: Callable[[], object]) -> float:
    return sorted(seconds(work) for _ in range(51))[25]


def steps(importing: Iterator[float]) -> Iterator[float]:
    start = time.process_time()
    for _ in importing:
        yield time.process_time() - start
        start = time.process_time()


def test_they_are_opened_and_asked_about(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "journal.jsonl").write_bytes(content)
    journal = Journal(tmp_path)
    assert seconds(lambda: standing(journal, PLAN)) < 10
    assert standing(journal, PLAN).done
    assert typical(lambda: standing(journal, PLAN)) < 0.005
    assert typical(lambda: journal.latest("00", "e0")) < 0.001
    assert typical(lambda: journal.record_place("00", "c", language="sv")) < 0.1


def test_they_are_imported_in_short_steps(content: bytes, tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    importing = journal.importing(content, "x")
    took = sorted(steps(iter(importing)))
    assert importing.result == Imported(COUNT, 0, 0)
    # In one step of a hundred Python may look through its memory; where there are a few steps only,
    # that may be each other one.
    assert took[len(took) * (98 if LONG else 50) // 100] < 0.1
    assert typical(lambda: journal.latest("00", "e0")) < 0.001
    assert journal.import_from(content) == Imported(0, COUNT, 0)
