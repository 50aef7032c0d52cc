"""The templates that pages are made from."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, select_autoescape

HERE = Path(__file__).parent


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(HERE / "templates"), autoescape=select_autoescape(default=True)
    )


def filled(template: str, **values: Any) -> str:
    """A template of the pages, filled with values; what is in these is never HTML."""
    return _templates().get_template(template).render(**values)
