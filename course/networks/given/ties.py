"""Ties out of a table's rows: a row a tie, or a square with who is tied to whom."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from attrs import frozen

from course.networks.given.headings import TIES, columns, plain
from course.networks.given.remark import Remark, UnreadableError
from course.networks.given.table import Row, Sheet
from course.networks.ties import GRADES

_NOTHING = re.compile(r"[-–]?|0([.,]0+)?")  # in a square: no tie there

_SUMS = frozenset({"summa", "summering", "totalt", "total", "sum", "totals", "antal"})
"""What the row or column is called in which a spreadsheet adds up; nobody's name."""

_ADDED = "\0"  # stands for the name of a column of sums

_ANSWER = re.compile(r"([1-4])\s*[.:)=–-]\s*[^\W\d]")
"""A grade with its words, as surveys give an answer: "3. Har ett bestämt samarbete".

Without a sign between them it may be how often: "2 gånger i veckan".
"""


@frozen
class Said:
    """A row's tie as it was written, and the strength when it could be read."""

    row: int
    one: str
    other: str
    strength: int


def is_square(sheet: Sheet) -> bool:
    """Whether the same names stand above the columns and before the rows.

    >>> from course.networks.given.pasted import pasted
    >>> is_square(pasted(",A,B\\nA,,1\\nB,2,")), is_square(pasted("A,B,1\\nA,C,1"))
    (True, False)
    """
    above = {plain(cell) for cell in sheet.rows[0][1][1:] if cell}
    before = {plain(cells[0]) for _, cells in sheet.rows[1:] if cells[0]}
    if plain(sheet.rows[0][1][0]) in above | before:
        return False  # the corner of a square is none of its names: it is a list of numbers
    shared = above & before
    return len(shared) > 1 and 2 * len(shared) >= min(len(above), len(before))


def is_sum(name: str) -> bool:
    """Whether a row or a column is called so since a spreadsheet adds up there.

    >>> is_sum("Totalt:"), is_sum("Ekonomi")
    (True, False)
    """
    return plain(name) in _SUMS


def strength_of(cell: str) -> int | None:
    """A strength as it may be written; None for what is no grade from 1 to 4.

    >>> strength_of("2,0"), strength_of("ofta"), strength_of("9"), strength_of("3. Ofta")
    (2, None, None, 3)
    """
    if answer := _ANSWER.match(cell):
        return int(answer[1])
    try:
        number = float(cell.replace(",", "."))
    except ValueError:
        return None
    return int(number) if number in GRADES else None


def in_square(sheet: Sheet, remark: Callable[[Remark], None]) -> Iterator[Said]:
    """Yield the ties of a square; whoever stands before a row says so of those above."""
    above = sheet.rows[0][1][1:]
    if added := next((name for name in above if is_sum(name)), None):
        remark(Remark("added-up", values={"said": added}))
        above = tuple(_ADDED if is_sum(name) else name for name in above)
    before = {plain(cells[0]) for _, cells in sheet.rows[1:]}
    silent = [name for name in above if name not in ("", _ADDED) and plain(name) not in before]
    if silent:
        remark(Remark("no-row-for", values={"names": ", ".join(silent), "n": str(len(silent))}))
    known = {plain(name) for name in above}
    for number, cells in sheet.rows[1:]:
        if not cells[0]:
            remark(Remark("row-without-name", number, counts=False))
            continue
        if is_sum(cells[0]):
            remark(Remark("added-up", number, {"said": cells[0]}, counts=False))
            continue
        if plain(cells[0]) not in known:
            remark(Remark("no-column-for", number, {"name": cells[0]}))
        yield from _of_row(number, cells, above, remark)


def _of_row(
    number: int, cells: Sequence[str], above: Sequence[str], remark: Callable[[Remark], None]
) -> Iterator[Said]:
    for name, cell in zip(above, cells[1:], strict=False):
        if name == _ADDED or _NOTHING.fullmatch(cell) or plain(name) == plain(cells[0]):
            continue  # the diagonal says nothing
        strength = strength_of(cell)
        if not name:
            remark(Remark("column-without-name", number, {"said": cell}, counts=False))
        elif strength is None:
            remark(_no_strength(number, cells[0], name, cell))
        else:
            yield Said(number, cells[0], name, strength)


def in_list(sheet: Sheet, remark: Callable[[Remark], None]) -> Iterator[Said]:
    """Yield the ties of a list; UnreadableError where it has no two columns of names."""
    place, rows = _columns(sheet, remark)
    for number, cells in rows:
        one, other = (_cell(cells, place[name]) for name in ("from", "to"))
        written = _cell(cells, place["strength"]) if "strength" in place else "1"
        strength = strength_of(written)
        if formula := next((cell for cell in (one, other, written) if cell.startswith("=")), None):
            remark(Remark("formula", number, {"cell": formula}, counts=False))
        elif is_sum(one):
            remark(Remark("added-up", number, {"said": one}, counts=False))
        elif not one or not other:
            remark(Remark("tie-to-nobody", number, {"name": one or other}, counts=False))
        elif plain(one) == plain(other):
            remark(Remark("tie-to-oneself", number, {"name": one}, counts=False))
        elif strength is None:
            remark(_no_strength(number, one, other, written))
        else:
            yield Said(number, one, other, strength)


def _cell(cells: Sequence[str], place: int) -> str:
    return cells[place] if place < len(cells) else ""


def _columns(
    sheet: Sheet, remark: Callable[[Remark], None]
) -> tuple[dict[str, int], tuple[Row, ...]]:
    """Where from, to and strength stand, and the rows below the headings."""
    first = sheet.rows[0][1]
    width = max(len(cells) for _, cells in sheet.rows)
    found = columns(first, TIES)
    if {"from", "to"} <= set(found):
        if "strength" not in found and (likely := _like_strengths(sheet, found.values())):
            found["strength"] = likely
            remark(Remark("strengths-by-look", values={"said": first[likely]}))
        elif "strength" not in found:
            remark(Remark("no-strengths"))
        return found, sheet.rows[1:]
    if width < 2:
        raise UnreadableError("one-column")
    place = dict(zip(TIES, range(width), strict=False))
    # A first row without a strength, above rows that have one, is a heading in words of its own.
    below = [_cell(cells, 2) for _, cells in sheet.rows[1:]]
    has_headings = (
        width > 2
        and strength_of(_cell(first, 2)) is None
        and any(strength_of(cell) for cell in below)
    )
    told = {"said": ", ".join(filter(None, first[:3])), "all": ", ".join(filter(None, first))}
    remark(Remark("other-headings" if has_headings else "no-headings", sheet.rows[0][0], told))
    if width < len(TIES):
        remark(Remark("no-strengths"))
    return place, sheet.rows[1:] if has_headings else sheet.rows


def _like_strengths(sheet: Sheet, taken: Collection[int]) -> int | None:
    """The only other column whose cells are grades more often than not; None for none or several.

    A number that happens to be one is no grade where most in its column are not.
    """
    found = []
    for place in range(len(sheet.rows[0][1])):
        cells = [cell for _, row in sheet.rows[1:] if (cell := _cell(row, place))]
        grades = sum(strength_of(cell) is not None for cell in cells)
        if place not in taken and 2 * grades > len(cells):
            found.append(place)
    return found[0] if len(found) == 1 else None


def _no_strength(row: int, one: str, other: str, said: str) -> Remark:
    key = "strength-missing" if not said else "strength-none" if said == "0" else "strength-odd"
    return Remark(key, row, {"one": one, "other": other, "said": said}, counts=False)
