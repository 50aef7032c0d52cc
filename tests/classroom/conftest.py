"""No test leaves a store of rooms open."""

from collections.abc import Iterator

import pytest

from tests.classroom.people import close_stores


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    """A database has a connection for each."""
    yield
    close_stores()
