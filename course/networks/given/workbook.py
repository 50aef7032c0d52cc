"""The sheets of an .xlsx file, read with openpyxl (pure Python: it also runs in a browser)."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from itertools import repeat
from typing import Any, TypeAlias

from attrs import frozen
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange

from course.networks.given.remark import Remark, UnreadableError
from course.networks.given.steps import ROWS, Steps, within
from course.networks.given.table import Row, Sheet

OnDisk: TypeAlias = Any
"""A sheet whose rows are read as they are asked for; openpyxl's types know only of the other."""

_MOST_UNPACKED = 200_000_000  # bytes: more is a bomb
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z0-9:]+)"')
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_MOST_CELLS = 3_000_000  # a square of 1,700 names


def workbook(given: bytes) -> Steps[list[Sheet]]:
    """Read each visible sheet, in steps.

    A merged cell has its value in every row; a formula has its result. Raises UnreadableError for a
    file that is no workbook, or one that would unpack without end.
    """
    parts = _parts(given)
    book = _opened(given, results=False)
    calculates = any(one.has_formulas for one in parts.values())
    results = _opened(given, results=True) if calculates else None
    found = []
    shown: list[OnDisk] = [one for one in book.worksheets if one.sheet_state == "visible"]
    for n, sheet in enumerate(shown):
        begin, end = n / len(shown), (n + 1) / len(shown)
        calculated = results[sheet.title] if results else None
        areas = parts[sheet._worksheet_path].areas
        found.append((yield from within(_sheet(sheet, calculated, areas), begin, end)))
    return found


@frozen
class Part:
    """What a sheet's file says of itself: the areas that are merged, and whether it calculates."""

    areas: tuple[CellRange, ...]
    has_formulas: bool


def _parts(given: bytes) -> dict[str, Part]:
    """Look at the sheets' files by their names in the archive.

    Refuses what would unpack without end, or merges so many cells that reading never ends.
    """
    found = {}
    try:
        with zipfile.ZipFile(io.BytesIO(given)) as packed:
            if sum(one.file_size for one in packed.infolist()) > _MOST_UNPACKED:
                raise UnreadableError("bomb")
            for name in packed.namelist():
                if "worksheets/" not in name:
                    continue
                written = packed.read(name)
                areas = tuple(CellRange(area.decode()) for area in _MERGED.findall(written))
                if any(one.size["rows"] * one.size["columns"] > _MOST_CELLS for one in areas):
                    raise UnreadableError("bomb")
                found[name] = Part(areas, bool(_FORMULA.search(written)))
    except UnreadableError:
        raise
    except Exception:  # a broken file raises whatever its broken part does
        raise UnreadableError("broken-workbook") from None
    return found


def _opened(given: bytes, *, results: bool) -> Workbook:
    """The workbook, whose rows are read as they are asked for."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and rules that a table does not need
            return load_workbook(io.BytesIO(given), data_only=results, read_only=True)
    except Exception:  # as above, in zip, XML and cells
        raise UnreadableError("broken-workbook") from None


def _sheet(sheet: OnDisk, results: OnDisk | None, areas: Sequence[CellRange]) -> Steps[Sheet]:
    remarks = [Remark("merged", area.min_row, {"cells": area.coord}) for area in areas]
    begins = {(area.min_row, area.min_col): area for area in areas}
    shared: dict[tuple[int, int], str | None] = {
        place: None
        for area in areas
        for place in area.cells  # until its first cell is read
    }
    wide: dict[int, int] = {}
    for row, column in shared:
        wide[row] = max(column, wide.get(row, 0))
    rows: list[Row] = []
    many = max([sheet.max_row or 1, *wide])
    for number, cells in _numbered(sheet, results, last=max(wide, default=0)):
        said = []
        for column in range(1, max(len(cells), wide.get(number, 0)) + 1):
            value, is_formula = cells[column - 1] if column <= len(cells) else (None, False)
            if is_formula and value is None:
                place = f"{get_column_letter(column)}{number}"
                remarks.append(Remark("formula", number, {"cell": place}, counts=False))
            if area := begins.get((number, column)):
                shared |= dict.fromkeys(area.cells, _text(value))
            words = shared.get((number, column))
            said.append(_text(value) if words is None else words)
        if any(said):
            rows.append((number, tuple(said)))
        if number % ROWS == 0:
            yield number / many
    return Sheet(tuple(rows), name=sheet.title, remarks=tuple(remarks))


def _numbered(
    sheet: OnDisk, results: OnDisk | None, last: int
) -> Iterator[tuple[int, list[tuple[Any, bool]]]]:
    """Each row's number, and its cells: what each shows, and whether that is calculated.

    The rows go on to the ``last`` at least, since a file need not have those that are merged.
    """
    number, widest = 0, 0
    try:
        for one in (sheet, results) if results else (sheet,):
            one.reset_dimensions()  # a file may say of itself what is not so
        calculated = results.iter_rows() if results else repeat(())
        for number, (cells, shown) in enumerate(
            zip(sheet.iter_rows(), calculated, strict=False), 1
        ):
            widest = max(widest, len(cells))
            if number * widest > _MOST_CELLS:
                cell = f"{get_column_letter(widest)}{number}"
                raise UnreadableError("far-out", sheet=sheet.title, cell=cell)
            values = [one.value for one in shown or cells]
            yield (
                number,
                [(value, one.data_type == "f") for one, value in zip(cells, values, strict=False)],
            )
    except UnreadableError:
        raise
    except Exception:  # as in opening it: what is broken is met as it is read
        raise UnreadableError("broken-workbook") from None
    for beyond in range(number + 1, last + 1):
        yield beyond, []


def _text(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split()) if value is not None else ""
