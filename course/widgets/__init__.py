"""Views: a thin Python side over plain files in ``static``. No rule and no number lives here."""

from pathlib import Path

STATIC = Path(__file__).with_name("static")
"""The folder of the views' files, which the course's pages load as they are."""
