"""What every process of tests does once it has found them."""

import gc


def pytest_collection_finish() -> None:
    """Keep what is there: half a million things that a collector of garbage goes through often."""
    gc.collect()
    gc.freeze()
