"""Those whom a table names: found again however they are spelled, and in which unit they are."""

from collections.abc import Iterator

from attrs import evolve, frozen

from course.networks.given.headings import PEOPLE, of_people, plain
from course.networks.given.remark import Remark, UnreadableError
from course.networks.given.steps import ROWS, Steps
from course.networks.given.table import Sheet

MOST_NAMES = 5_000
"""More than these no picture and no measure of the course is made for."""

_LONGEST = 200  # letters of a name


class Names:
    """Names by their plain form, in the order in which they came.

    >>> names = Names()
    >>> names.of("Home care"), names.of("home  care"), list(names)
    ('Home care', 'Home care', ['Home care'])
    """

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def of(self, said: str) -> str:
        """The name as it was first spelled; UnreadableError when there are too many."""
        name = self._known.setdefault(plain(said), said[:_LONGEST])
        if len(self._known) > MOST_NAMES:
            raise UnreadableError("too-many-names", most=str(MOST_NAMES))
        return name

    def knows(self, said: str) -> bool:
        """Whether somebody has been called so."""
        return plain(said) in self._known

    def __iter__(self) -> Iterator[str]:
        return iter(self._known.values())

    def __len__(self) -> int:
        return len(self._known)


def lists_people(sheet: Sheet) -> bool:
    """Whether a sheet is a list of people and their units, by its headings."""
    return of_people(sheet.rows[0][1]) is not None


@frozen
class Listed:
    """A list: each one's unit, who stands there without one, and what is odd about it."""

    belongs: dict[str, str]
    without: Names
    remarks: list[Remark]


def people(sheet: Sheet, names: Names) -> Steps[Listed]:
    """Give each person's unit, and what is odd about the list, in steps.

    A list without headings has the name first and the unit second. Raises UnreadableError for a
    list of one column.
    """
    found = of_people(sheet.rows[0][1])
    if found is None and max(len(cells) for _, cells in sheet.rows) < len(PEOPLE):
        raise UnreadableError("people-need-units")
    place = found or {"name": 0, "unit": 1}
    units, without = Names(), Names()
    belongs: dict[str, str] = {}
    remarks = [_of_list(one) for one in sheet.remarks]
    for done, (number, cells) in enumerate(sheet.rows[1:] if found else sheet.rows, 1):
        if done % ROWS == 0:
            yield done / len(sheet.rows)
        name, unit = (cells[at] if at < len(cells) else "" for at in place.values())
        if not name:
            remarks.append(Remark("person-without-name", number, {"unit": unit}, counts=False))
        elif not unit:
            without.of(name)
            remarks.append(Remark("person-without-unit", number, {"name": name}, counts=False))
        elif names.knows(name) and belongs[names.of(name)] != units.of(unit):
            first = {"name": name, "unit": belongs[names.of(name)], "other": unit}
            remarks.append(Remark("person-in-two-units", number, first, counts=False))
        elif names.knows(name):
            remarks.append(Remark("person-twice", number, {"name": name}))
        else:
            belongs[names.of(name)] = units.of(unit)
    return Listed(belongs, without, [evolve(one, is_of_list=True) for one in remarks])


def _of_list(remark: Remark) -> Remark:
    """What was odd about the whole of a table, told of the list."""
    return evolve(remark, key="list-begins-below") if remark.key == "begins-below" else remark
