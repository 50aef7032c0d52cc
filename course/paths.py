"""Where lessons, exercises and data are: beside the package in a clone, inside it if installed."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent

IS_CHECKOUT = (_PACKAGE.parent / "notebooks").is_dir()
"""True when the course runs from a clone of its repository."""

ROOT = _PACKAGE.parent if IS_CHECKOUT else _PACKAGE / "house"
"""The folder that holds ``notebooks/``, ``exercises/`` and ``data/``."""

LANGUAGES = ("sv", "en")
"""The languages of the course; the first is the one that it starts in."""
