"""Where lessons, exercises and data are: beside the package in a clone, inside it if installed."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
"""The folder of the package."""

IS_CHECKOUT = (PACKAGE.parent / "notebooks").is_dir()
"""True when the course runs from a clone of its repository."""

ROOT = PACKAGE.parent if IS_CHECKOUT else PACKAGE / "house"
"""The folder that holds ``notebooks/``, ``exercises/`` and ``data/``."""

LANGUAGES = ("sv", "en")
"""The languages of the course; the first is the one that it starts in."""
