"""A session on the shipped course, and a clock that a test sets."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from course.content.course import ours
from course.journal import Journal, MemoryStore
from course.session import Session


class Clock:
    """Noon on the first of March, or another time, and on from there when a test says so."""

    def __init__(self, now: datetime = datetime(2026, 3, 1, 12, tzinfo=UTC)) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def later(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def journal(clock: Clock) -> Journal:
    return Journal(MemoryStore(), clock=clock)


@pytest.fixture
def session(journal: Journal) -> Session:
    return Session(ours(), journal, "en")


Send = Callable[..., dict[str, Any]]


@pytest.fixture
def send(session: Session) -> Send:
    """Send a message about an exercise, and give its changes by name; each comes once at most."""

    def send(lesson: str, exercise: str, **message: Any) -> dict[str, Any]:
        changes = list(session.handle(lesson, exercise, message))
        assert len({name for name, _ in changes}) == len(changes)
        return dict(changes)

    return send
