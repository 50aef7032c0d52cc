"""What is taken home: a long journal as a portfolio, and one's own organisation as a network."""

import random
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import psutil

from course.content.course import ours
from course.journal import Journal, MemoryStore
from course.pages import taken
from course.pages.render import Pages
from course.session import Session
from course.session.own import Own
from tests.benchmarks.large import journal_of
from tests.benchmarks.measured import Measured, timed

EVENTS = 10_000

SIZES = (
    (60, 6, 240, 500, None),
    (1_000, 30, 15_000, None, 3_000),
    (5_000, 80, 25_000, None, 15_000),
)
"""Names, units, ties; milliseconds at most to the map, and to every measure."""


def taken_home_lines() -> Iterator[Measured]:
    """The portfolio of a long journal, read and taken along; organisations of three sizes."""
    yield from _portfolio_lines()
    for size in SIZES:
        yield from _organisation_lines(*size)
    yield Measured(
        "memory after the largest", (psutil.Process().memory_info().rss / 1e6,), "MB", 300
    )


def _portfolio_lines() -> Iterator[Measured]:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "journal.jsonl").write_bytes(journal_of(EVENTS))
        session = Session(ours(), Journal(Path(folder)), "sv")
        what = f"{EVENTS:,} events: "
        read = partial(Pages("/course").answers, session, xsrf="")
        yield timed(f"{what}My answers", read, times=5, at_most=1000)
        yield timed(f"{what}as one .zip", partial(taken.archive, session), times=5, at_most=1000)
        archive = taken.archive(session)

    def bring_in() -> None:
        Session(ours(), Journal(MemoryStore()), "sv").import_(archive, "answers.zip").finish()

    yield timed(f"{what}the .zip brought in", bring_in, times=3, at_most=1000)


def _organisation_lines(
    names: int, units: int, ties: int, to_map: float | None, in_all: float | None
) -> Iterator[Measured]:
    own, what = Own(Journal(MemoryStore()), "sv"), f"{names:,} names, {ties:,} ties: "
    ties_of, people = table(names, units, ties)

    def first() -> object:
        read = own.handle({"do": "read", "who": "people"}, ties_of, people)
        own.handle({"do": "show", "network": read["network"]})
        return read["network"]

    def every() -> None:
        own.handle({"do": "show", "part": "rest", "network": first()})

    times = 3 if names < EVENTS // 2 else 1
    yield timed(f"{what}map", first, times=times, at_most=to_map)
    yield timed(f"{what}map and every measure", every, times=times, at_most=in_all)


def table(names: int, units: int, ties: int) -> tuple[bytes, bytes]:
    """Ties of which four in five stay in a unit, and who belongs to which; the same each time."""
    rng = random.Random(1)
    made: set[tuple[int, int]] = set()
    while len(made) < ties:
        one = rng.randrange(names)
        step = units if rng.random() < 0.8 else 1  # names whose numbers differ by units share one
        other = (one + step * rng.randrange(1, names // units)) % names
        if one != other:
            made.add((one, other))
    rows = [f"n{one},n{other},{rng.randint(1, 4)}" for one, other in sorted(made)]
    belong = [f"n{one},u{one % units}" for one in range(names)]
    return "\n".join(["from,to,strength", *rows]).encode(), "\n".join(
        ["name,unit", *belong]
    ).encode()
