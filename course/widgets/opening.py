"""The picture that opens a lesson, where a notebook shows it: in words, and as an image.

As with figures (`course.widgets.figure`), those who show notebooks take an ``<svg>`` away and let
an image stay. The page draws its own, in its own colours; here it is day.
"""

from base64 import b64encode
from html import escape
from typing import Any

_WIDTH = 720  # points; as wide as the text below it may be


class Opening:
    """A picture and what of it matters in words, in a language.

    >>> Opening("<svg></svg>", "A bridge.", "en")
    A bridge.
    """

    def __init__(self, svg: str, words: str, language: str) -> None:
        self.svg = svg
        self.words = words
        self.language = language

    def __repr__(self) -> str:
        return self.words

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        """The words; and the picture as an image that has them as its text."""
        data = b64encode(self.svg.encode()).decode()
        words = escape(self.words, quote=True)
        image = f'<img alt="{words}" width="{_WIDTH}" src="data:image/svg+xml;base64,{data}">'
        html = f'<figure class="opening still" lang="{self.language}"><p>{image}</p></figure>'
        return {"text/plain": self.words, "text/html": html}
