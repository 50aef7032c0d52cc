"""A journal of 100,000 events: a lesson is opened over it, and it is brought in beside a page."""

import json
import tempfile
import threading
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from course.content.course import ours
from tests.benchmarks.measured import Measured
from tests.benchmarks.pages import ANSWER, begin, browser_page, opened
from tests.benchmarks.serving import serving

EVENTS = 100_000


def large_lines() -> Iterator[Measured]:
    """Seconds until a lesson is live, and the longest wait for an answer during an import."""
    journal = journal_of(EVENTS)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "journal.jsonl").write_bytes(journal)
        with serving(Path(folder)) as server, browser_page(server) as page:
            live = opened(page, server)[1]
            yield Measured(f"{EVENTS:,} events: a lesson live", (live,), "s", 1)
    with tempfile.TemporaryDirectory() as folder:
        with serving(Path(folder)) as server, browser_page(server) as page:
            opened(page, server)
            begin(page)
            importing = threading.Thread(target=server.bring_in, args=(journal,))
            importing.start()
            waits = []
            while importing.is_alive():
                waits.append(page.evaluate(ANSWER))
            longest = max(waits)
        what = f"{EVENTS:,} events brought in: longest wait for an answer"
        yield Measured(what, (longest,), "ms", 100)


def journal_of(events: int) -> bytes:
    """Answers to every exercise of the course in turn, a second apart."""
    every = [(lesson, id) for lesson in ours().lessons() for id in ours().exercises(lesson)]
    lines = []
    for n, (lesson, exercise) in enumerate(islice(cycle(every), events)):
        at = f"2026-{1 + n // 86_400:02}-01T{n // 3600 % 24:02}:{n // 60 % 60:02}:{n % 60:02}.000Z"
        event = {
            "id": f"{n:032x}",
            "time": at,
            "type": "answer",
            "lesson": lesson,
            "exercise": exercise,
            "answer": "an answer of about the usual length",
            "verdict": {"right": None, "score": None},
            "fingerprint": "0123456789abcdef",
            "language": "sv",
        }
        lines.append(json.dumps(event))
    return ("\n".join(lines) + "\n").encode()
