"""Plain data, as it travels between session, page, model and journal."""

from typing import Any

Json = dict[str, Any]
"""A JSON object."""
