"""What is told of a table that somebody brings: what is odd, in which row, and if it counts."""

from collections.abc import Mapping

from attrs import field, frozen


@frozen
class Remark:
    """One thing about a table: which sentence says it (``given.<key>``), and what fills it in.

    ``row`` is the number that a spreadsheet shows beside the row, from 1; None for the whole table.
    ``counts`` says whether the row is used all the same, ``is_of_list`` whether it is one of the
    list of who belongs where.

    >>> Remark("twice", row=4, values={"one": "Home care", "other": "Finance"}).counts
    True
    """

    key: str
    row: int | None = None
    values: Mapping[str, str] = field(factory=dict)
    counts: bool = True
    is_of_list: bool = False


class UnreadableError(ValueError):
    """A table of which nothing can be used; ``remark`` says why, and what to do."""

    def __init__(self, key: str, row: int | None = None, /, **values: str) -> None:
        super().__init__(f"{key} {values} (row {row})")
        self.remark = Remark(key, row, values, counts=False)
