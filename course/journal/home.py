"""Where on this computer the learner's journal lives."""

import os
from pathlib import Path

_FOLDER = "nya-satt-att-tanka"


def home() -> Path:
    """Return the folder of the learner's journal, whether or not it exists yet.

    The environment variable ``COURSE_HOME`` decides if it is set and not empty (``~`` is
    understood); otherwise it is the operating system's folder for a user's data.

    >>> from unittest.mock import patch
    >>> with patch.dict("os.environ", COURSE_HOME="somewhere/else"):
    ...     home().parts
    ('somewhere', 'else')
    >>> with patch.dict("os.environ", COURSE_HOME=""):
    ...     home().name
    'nya-satt-att-tanka'
    """
    chosen = os.environ.get("COURSE_HOME")
    if chosen:
        return Path(chosen).expanduser()
    # Loaded where it is asked: a session whose journal lies elsewhere starts sooner.
    from platformdirs import user_data_dir

    return Path(user_data_dir(_FOLDER, appauthor=False))
