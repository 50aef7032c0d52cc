"""Tornado's own logs are still, as they are where a class is served."""

import logging
from collections.abc import Iterator

import pytest

from course.runtimes.classroom.answering import say_nothing_of_requests
from tests.classroom.people import close_stores

NAMES = ("tornado.access", "tornado.general", "tornado.application")


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """As ``serve`` begins; other tests hear Tornado again."""
    say_nothing_of_requests()
    yield
    close_stores()
    for name in NAMES:
        logging.getLogger(name).disabled = False
