"""The templates that pages are made from."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, select_autoescape

from course.pages.files import STATIC
from course.widgets import STATIC as WIDGETS
from course.words import say

HERE = Path(__file__).parent


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(HERE / "templates"), autoescape=select_autoescape(default=True)
    )


def filled(template: str, **values: Any) -> str:
    """A template of the pages, filled with values; what is in these is never HTML."""
    return _templates().get_template(template).render(**values)


def alone(template: str, language: str, *styles: str, **values: Any) -> str:
    """A template as one file that needs nothing beside it; ``styles`` are drawn by as well."""
    files = (WIDGETS / "tokens.css", STATIC / "portfolio.css", *(STATIC / one for one in styles))
    style = "\n".join(file.read_text(encoding="utf-8") for file in files)
    named = {"name": say("course", language), **values}
    return filled(template, language=language, style=style, **named)
