import pytest
from small_exercises import Make, made


@pytest.fixture
def make() -> Make:
    """Makes a small exercise of a kind, with some of its fields written otherwise."""
    return made
