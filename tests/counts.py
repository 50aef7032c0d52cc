"""How often a test tries what is thrown at random: all of it takes long, so mostly a hundredth."""

import os

LONG = bool(os.environ.get("COURSE_LONG"))
"""Whether the full counts are wanted: COURSE_LONG=1."""


def count(full: int) -> int:
    """The full count where it is wanted, and a hundredth of it in an ordinary run."""
    return full if LONG else max(1, full // 100)
