"""A table as rows of text, and how large one may be."""

from typing import TypeAlias

from attrs import frozen

from course.networks.given.remark import Remark

MOST_BYTES = 20_000_000
"""A file above this is no table of an organisation."""

MOST_ROWS = 100_000
"""Rows of a table: 5,000 people with twenty ties each."""

Row: TypeAlias = "tuple[int, tuple[str, ...]]"
"""The number that a spreadsheet shows beside the row, and its cells without blanks around them."""


@frozen
class Sheet:
    """A table as text: rows that are not empty, and how it was read.

    ``separator`` and ``encoding`` are None for an .xlsx; ``name`` is that of its sheet.
    """

    rows: tuple[Row, ...]
    separator: str | None = None
    encoding: str | None = None
    name: str | None = None
    remarks: tuple[Remark, ...] = ()
