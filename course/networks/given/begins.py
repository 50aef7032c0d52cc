"""Where in what was brought the table stands: which sheet has it, and below which rows."""

from collections.abc import Sequence

from attrs import evolve

from course.networks.given.headings import TIES, columns, of_people
from course.networks.given.remark import Remark
from course.networks.given.table import Sheet
from course.networks.given.ties import is_square

_ABOVE = 10
"""Rows among which headings are looked for: a title, who made it, when, a blank row."""


def table(sheet: Sheet) -> Sheet:
    """The sheet from its headings on, with a remark where something stands above them.

    What is no heading that we know is a title as long as only one cell in the row has something.

    >>> from course.networks.given.pasted import pasted
    >>> below = table(pasted("Enkät 2026;;\\nFrån;Till;Styrka\\nA;B;1"))
    >>> below.rows[0], [(one.key, one.values["row"]) for one in below.remarks]
    ((2, ('Från', 'Till', 'Styrka')), [('begins-below', '2')])
    """
    rows = sheet.rows
    begins = next(
        (at for at, (_, cells) in enumerate(rows[:_ABOVE]) if _has_headings(cells)),
        next((at for at, (_, cells) in enumerate(rows) if sum(map(bool, cells)) > 1), 0),
    )
    if not begins:
        return sheet
    told = Remark("begins-below", values={"row": str(rows[begins][0])})
    return evolve(sheet, rows=rows[begins:], remarks=(*sheet.remarks, told))


def with_ties(sheets: Sequence[Sheet]) -> Sheet | None:
    """Of several sheets the one with ties: by its headings, its form, or at least two columns."""

    def suits(sheet: Sheet) -> int:
        if {"from", "to"} <= set(columns(sheet.rows[0][1], TIES)):
            return 3
        return 2 if is_square(sheet) else int(max(len(cells) for _, cells in sheet.rows) > 1)

    return max(sheets, key=suits, default=None)


def _has_headings(cells: Sequence[str]) -> bool:
    return {"from", "to"} <= set(columns(cells, TIES)) or of_people(cells) is not None
