"""The sheets of an .xlsx file, read with openpyxl (pure Python: it also runs in a browser)."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from course.networks.given.remark import Remark, UnreadableError
from course.networks.given.table import Row, Sheet

_MOST_UNPACKED = 200_000_000  # bytes: more is a bomb
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z0-9:]+)"')
_MOST_CELLS = 3_000_000  # a square of 1,700 names


def workbook(given: bytes) -> Iterator[Sheet]:
    """Read each visible sheet. A merged cell has its value in every row; a formula has its result.

    Raises UnreadableError for a file that is no workbook, or one that would unpack without end.
    """
    _require_bounds(given)
    book = _opened(given, results=False)
    for sheet in book.worksheets:
        if sheet.max_row * sheet.max_column > _MOST_CELLS:
            last = sheet.cell(sheet.max_row, sheet.max_column).coordinate
            raise UnreadableError("far-out", sheet=sheet.title, cell=last)
    results = _opened(given, results=True) if _has_formulas(book) else book
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            yield _sheet(sheet, results[sheet.title])


def _require_bounds(given: bytes) -> None:
    """Refuse what would unpack without end, or merges so many cells that reading never ends."""
    try:
        with zipfile.ZipFile(io.BytesIO(given)) as packed:
            if sum(one.file_size for one in packed.infolist()) > _MOST_UNPACKED:
                raise UnreadableError("bomb")
            for name in packed.namelist():
                areas = _MERGED.findall(packed.read(name)) if "worksheets/" in name else []
                for size in (CellRange(area.decode()).size for area in areas):
                    if size["rows"] * size["columns"] > _MOST_CELLS:
                        raise UnreadableError("bomb")
    except UnreadableError:
        raise
    except Exception:  # a broken file raises whatever its broken part does
        raise UnreadableError("broken-workbook") from None


def _opened(given: bytes, *, results: bool) -> Workbook:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and rules that a table does not need
            return load_workbook(io.BytesIO(given), data_only=results)
    except Exception:  # as above, in zip, XML and cells
        raise UnreadableError("broken-workbook") from None


def _has_formulas(book: Workbook) -> bool:
    return any(
        cell.data_type == "f" for sheet in book.worksheets for row in sheet.rows for cell in row
    )


def _sheet(sheet: Worksheet, results: Worksheet) -> Sheet:
    areas = [
        (area, _text(results[area.coord.partition(":")[0]].value))
        for area in sheet.merged_cells.ranges
    ]
    remarks = [Remark("merged", area.min_row, {"cells": area.coord}) for area, _ in areas]
    shared = {place: words for area, words in areas for place in area.cells}
    rows: list[Row] = []
    for number, cells in enumerate(sheet.iter_rows(), 1):
        said = []
        for cell in cells:
            value = results[cell.coordinate].value
            if cell.data_type == "f" and value is None:
                remarks.append(Remark("formula", number, {"cell": cell.coordinate}, counts=False))
            said.append(shared.get((cell.row, cell.column), _text(value)))
        if any(said):
            rows.append((number, tuple(said)))
    return Sheet(tuple(rows), name=sheet.title, remarks=tuple(remarks))


def _text(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split()) if value is not None else ""
