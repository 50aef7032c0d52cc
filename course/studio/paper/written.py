"""A printed document as files: one of HTML that needs nothing beside it, and one of tagged PDF."""

import json
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from attrs import frozen
from fontTools.ttLib import TTFont
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from course.studio.paper.blocks import Document
from course.widgets import STATIC
from course.words import say

_HERE = Path(__file__).parent
_FONTS = _HERE.parents[1] / "pages" / "static" / "fonts"
_FACES = {
    "Course Sans": "course-sans.woff2",
    "Course Serif": "course-serif.woff2",
}


def html(document: Document) -> str:
    """The document as a page with its styles and typefaces in it."""
    template = _templates().get_template("paper.html")
    return template.render(document=document, style=_style())


@frozen
class Printer:
    """Makes PDFs; it keeps the typefaces where they can be read for as long as it is open."""

    fonts: Path

    @classmethod
    @contextmanager
    def open(cls) -> Iterator["Printer"]:
        """A printer with the course's own typefaces and no others, so that all print alike."""
        with TemporaryDirectory(prefix="course-fonts-") as folder:
            for file in _FACES.values():
                # The day of writing stays the typeface's own, so that all print the same bytes.
                font = TTFont(_FONTS / file, recalcTimestamp=False)
                font.flavor = None  # out of woff2, which is for browsers
                font.save(Path(folder) / f"{Path(file).stem}.ttf")
            yield cls(Path(folder))

    def pdf(self, document: Document) -> bytes:
        """The document as PDF/UA-1: tagged, with a title and a language, to be read aloud."""
        return self._compiled(document, "pdf")[0]

    def pictures(self, document: Document, ppi: float = 60) -> list[bytes]:
        """Its pages as PNG, to be looked at."""
        return self._compiled(document, "png", ppi)

    def _compiled(self, document: Document, format: str, ppi: float | None = None) -> list[bytes]:
        # Loaded when something is printed: it is forty megabytes.
        import typst

        given = {
            "language": document.language,
            "title": document.title,
            "over": document.over,
            "foot": document.foot,
            "course": say("course", document.language),
            "blocks": document.blocks,
        }
        made = typst.compile(
            _HERE / "paper.typ",
            root=_HERE,
            format=format,  # type: ignore[call-overload]
            ppi=ppi,
            font_paths=typst.Fonts(include_system_fonts=False, font_paths=[self.fonts]),
            sys_inputs={"document": json.dumps(given, ensure_ascii=False)},
            pdf_standards="ua-1" if format == "pdf" else [],
            timestamp=0,
        )
        return made if isinstance(made, list) else [made]


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _style() -> str:
    """The course's colours and its two typefaces, in the page itself."""
    faces = "".join(
        f'@font-face {{ font-family: "{family}"; font-weight: 200 900; '
        f"src: url(data:font/woff2;base64,{b64encode((_FONTS / name).read_bytes()).decode()}); }}\n"
        for family, name in _FACES.items()
    )
    return faces + (STATIC / "tokens.css").read_text(encoding="utf-8")
