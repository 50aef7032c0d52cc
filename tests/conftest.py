"""What every process of tests begins with."""

import gc

from hypothesis import settings

# A fifth of a second is Hypothesis's own deadline; whether others keep the computer busy is chance.
settings.register_profile("course", deadline=None)
settings.load_profile("course")


def pytest_collection_finish() -> None:
    """Keep what is there: half a million things that a collector of garbage goes through often."""
    gc.collect()
    gc.freeze()
