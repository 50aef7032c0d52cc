"""A course that is served in the test's own process."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.runtimes.served_here import Site, Start


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Serve a course as a test needs it: ``start(store, preview=file)``."""
    begun: list[Site] = []

    def start(where: Any = None, **options: Any) -> Site:
        begun.append(Site(where or tmp_path / "journal", **options))
        return begun[-1]

    yield start
    for one in begun:
        one.close()


@pytest.fixture
def site(start: Start) -> Site:
    """A course whose learner has not begun."""
    return start()
