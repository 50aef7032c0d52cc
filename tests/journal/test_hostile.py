"""Journals made to do harm: whatever stands in them, nothing is raised and pages can be drawn."""

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import asdict

from course.content.outline import LessonOutline, PlannedExercise
from course.errors import CourseError
from course.journal import Journal, standing
from tests.counts import count
from tests.journal.test_landed import LINES
from tests.journal.test_moment import JAVASCRIPT

COUNT = count(500)
PLAN = [LessonOutline("00-start", "en", "Start", 20, 20, (PlannedExercise("goal", 4, True),))]

# What stood in attacks that once worked, and what is like it. No clock is the very last one, which
# leaves no room for a later answer; an import takes none of those, and one's own file has none.
VALUES: tuple[Any, ...] = (
    "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999-14:00", "2026-W09-7T12:00Z",
    "20260301T12Z", "2999-01-01T00:00:00Z", "\ud83d", "\udc00x", "a\0b",
    "<img src=x onerror=alert(1)>", "../etc",
    "x" * 201, "x" * 5000, "", " ", "de", "__proto__", None, True, -1, 0.5, 2**53, 10**18, 10**300,
    [], {}, [[]], {"": ""}, {"\ud800": ["\udfff"]}, "answer", "place", "wish", "constructor",
)  # fmt: skip
BYTES = (
    b"\n", b"\r", b"\0", b"\xff", b"\xef\xbb\xbf", b'"', b"\\", b"\\ud83d", b"{", b"}",
    b"[" * 5000, b"]", b",", b":", b"9" * 5000, b"1e999", b"-1e999", b"NaN", b"Infinity",
    b"\xed\xa0\xbd", b"\xe2\x80\xa8",
    b'"id": "x", ', b'"clock": 9007199254000000, ', b'"clock": 1e300, ', b" " * 1_000_001,
    b'{"format": "nya-satt-att-tanka-journal", "version": 9}\n',
    b'{"format": "nya-satt-att-tanka-journal", "version": [1]}\n', b"\xff\xfe{\0}\0",
)  # fmt: skip
BY_HAND = (
    b"",
    b"\n" * 1000,
    LINES.replace(b"2026", b"0001"),
    LINES.replace(b"2026", b"9999"),
    LINES.replace(b'"sv"', b'"xx"'),
    LINES.replace(b"goal", b"\\ud83d"),
    LINES.replace(b"0-start", b"\\udc00"),
    LINES.replace(b'"00-start"', b"[" * 500 + b"]" * 500),
    LINES.replace(b'"whose-value"', b"[" * 900 + b"]" * 900),
    LINES.replace(b'"whose-value"', b'{"a":' * 900 + b"1" + b"}" * 900),
    LINES.replace(b"0.5", b"1e999").replace(b"[2, 3, 5]", b"[" + b"9" * 4000 + b"]"),
    LINES.replace(b'"type"', b'"clock": 9007199254000000, "type"'),
    LINES.replace(b'"type": "answer"', b'"type": "place"'),
    LINES.replace(b'"type": "place"', b'"type": "answer"'),
    LINES.decode().encode("utf-16"),
    LINES.decode().encode("latin-1", "replace"),
    LINES[:-1] * 2,
)


def mutated(rng: random.Random) -> bytes:
    """Real lines of which some are changed as bytes, and some as JSON."""
    made = []
    for line in LINES.splitlines(keepends=True) * rng.randint(1, 3):
        for _ in range(rng.choice([0, 1, 1, 2, 4])):
            line = rng.choice([_as_bytes, _as_json])(line, rng)
        made.append(line)
    rng.shuffle(made)
    return b"".join(made)


def _as_bytes(line: bytes, rng: random.Random) -> bytes:
    start = rng.randint(0, len(line))
    end = rng.choice([start, start, start + 1, rng.randint(start, len(line)), len(line)])
    return line[:start] + rng.choice([b"", bytes([rng.randrange(256)]), *BYTES]) + line[end:]


def _as_json(line: bytes, rng: random.Random) -> bytes:
    try:
        said = json.loads(line)
        key = rng.choice([*said, "clock", "words", "format", "\ud83d"])
    except (ValueError, RecursionError, TypeError, IndexError):
        return line
    if rng.random() < 0.2:
        said.pop(key, None)
    else:
        said[key] = rng.choice(VALUES)
        if rng.random() < 0.2:
            said[key] = [{"deep": said[key]}] * rng.randint(1, 70)
    return (
        json.dumps(said, ensure_ascii=rng.random() < 0.9).encode("utf-8", "surrogatepass") + b"\n"
    )


def hostile() -> Iterator[bytes]:
    yield from BY_HAND
    for seed in range(COUNT):
        yield mutated(random.Random(seed))


def use(journal: Journal, other: Journal) -> int:
    """Ask all that a page asks, and see that what is got can be shown; return how many events."""
    events = journal.events()
    for event in events:
        shown = json.dumps(asdict(event), ensure_ascii=False, allow_nan=False)
        shown.encode("utf-8")
        assert JAVASCRIPT.fullmatch(event.time)
        assert event.when.astimezone().year >= 1969
        assert 0 <= event.clock < 2**53
    for lesson, exercise in journal.answered():
        assert journal.latest(lesson, exercise) == journal.answers(lesson, exercise)[-1]
    assert 0 <= standing(journal, PLAN).share_done <= 1
    journal.place()
    assert all(number > 0 for number in journal.set_aside)
    assert other.import_from(journal.export()).new >= len(events)
    return len(events)


@pytest.mark.long
def test_hostile_journals_leave_no_traceback(tmp_path: Path) -> None:
    used = refused = 0
    for number, content in enumerate(hostile()):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "journal.jsonl").write_bytes(content)
        (folder / "drafts.json").write_bytes(content)
        journal = Journal(folder)
        used += use(journal, Journal(folder / "other"))
        before = (folder / "journal.jsonl").read_bytes()
        # It can be gone on with, and what was there stays where it was.
        event = journal.record("00-start", "goal", "mine", fingerprint="f", language="sv")
        assert event in Journal(folder).events()
        assert (folder / "journal.jsonl").read_bytes().startswith(before)
        journal.keep_draft("00-start", "goal", "mine")
        assert journal.write_drafts()
        assert journal.draft("00-start", "goal") == "mine"
        imported = Journal(folder / "imported")
        try:
            imported.import_from(content)
        except CourseError:
            refused += 1
        use(imported, Journal(folder / "again"))
    # They are no mere rubbish: a good part of the lines is read all the same.
    assert used > 2 * (COUNT + len(BY_HAND)) > refused


@pytest.mark.parametrize("size", [1_000_001, 5_000_000])
def test_a_line_without_an_end_is_set_aside(tmp_path: Path, size: int) -> None:
    (tmp_path / "journal.jsonl").write_bytes(LINES + b'{"id": "' + b"x" * size)
    journal = Journal(tmp_path)
    assert (len(journal.events()), journal.set_aside) == (7, (8,))
