"""One's own organisation, from a table to a graph and a report of what was understood."""

from pathlib import Path
from typing import Any

import networkx as nx
from attrs import field, frozen

from course.networks.given.begins import table, with_ties
from course.networks.given.people import Names, lists_people, people
from course.networks.given.remark import Remark, UnreadableError
from course.networks.given.sheets import in_steps
from course.networks.given.steps import ROWS, Steps, finished, within
from course.networks.given.table import Sheet
from course.networks.given.ties import Said, in_list, in_square, is_square, is_sum
from course.networks.graph import Network


@frozen
class Report:
    """What was understood of a table.

    ``form`` is ``list`` (a tie a row) or ``square``; ``separator`` and ``encoding`` are None for an
    .xlsx; ``nodes``, ``units`` and ``ties`` are counts, ``units`` 0 where nobody's unit is told.
    ``remarks`` stand in the order of their rows; those that do not count were left out.
    """

    form: str
    separator: str | None
    encoding: str | None
    nodes: int
    units: int
    ties: int
    remarks: tuple[Remark, ...] = field(factory=tuple)

    @property
    def left_out(self) -> tuple[Remark, ...]:
        """Rows that are not in the graph."""
        return tuple(remark for remark in self.remarks if not remark.counts)


@frozen
class Given:
    """A network that was brought, and the report of what was understood."""

    graph: Network
    report: Report


def read(ties: bytes | str | Path, units: bytes | str | Path | None = None) -> Given:
    r"""Read a network from a table: pasted text, a .csv, or an .xlsx (its path or its bytes).

    ``ties`` is a list with a tie a row (from, to, strength 1-4) or a square with the same names
    above and before. ``units`` is a list of people and their units; in an .xlsx it may be another
    sheet. The graph has directions, as the table has: who says so, of whom. A node is a name as it
    was first spelled, with its ``unit`` where that is told; an edge has its ``strength``.

    Nothing is guessed in silence: `Given.report` tells what was odd and which rows were left out.
    Raises UnreadableError for what is no table or has no tie, and OSError for a path that cannot be
    read.

    >>> given = read("från;till;styrka\nHemtjänst;Ekonomi;2\nEkonomi;IT;ofta")
    >>> list(given.graph.edges(data="strength"))
    [('Hemtjänst', 'Ekonomi', 2)]
    >>> [(remark.row, remark.key) for remark in given.report.left_out]
    [(3, 'strength-odd')]
    """
    return finished(reading(_bytes(ties), None if units is None else _bytes(units)))


def reading(ties: bytes | str, units: bytes | str | None = None) -> Steps[Given]:
    """Read a network as `read` does, in steps.

    >>> steps = reading("from,to\\n" + "\\n".join(f"n{n},n{n + 1}" for n in range(400)))
    >>> [round(share, 2) for share in steps]
    [0.3, 0.6, 0.78, 0.85, 0.93, 1.0]
    """
    found = tuple(map(table, (yield from within(in_steps(ties), 0.0, 0.6))))  # what takes longest
    listed = _people_among(found)
    if units is not None:
        listed = table((yield from within(in_steps(units), 0.6, 0.65))[0])
    sheet = with_ties([one for one in found if one is not listed])
    if sheet is None:
        raise UnreadableError("no-ties")
    remarks = list(sheet.remarks)
    names = Names()
    belongs, without = {}, Names()
    if listed is not None:
        who = yield from within(people(listed, names), 0.65, 0.7)
        belongs, without = who.belongs, who.without
        remarks += who.remarks
    square = is_square(sheet)
    said = []
    for each in (in_square if square else in_list)(sheet, remarks.append):
        said.append(each)
        if len(said) % ROWS == 0:
            yield 0.7 + 0.15 * min(1.0, each.row / len(sheet.rows))
    if square and not belongs:  # whoever has no tie stands in it all the same
        for name in (*sheet.rows[0][1][1:], *(cells[0] for _, cells in sheet.rows[1:])):
            if name and not is_sum(name):
                names.of(name)
    graph = yield from within(_graph(said, names, belongs, without, remarks), 0.85, 1.0)
    if not graph.number_of_edges():
        raise _unreadable(remarks)
    report = Report(
        "square" if square else "list",
        sheet.separator,
        sheet.encoding,
        len(graph),
        len(set(belongs.values())),
        graph.number_of_edges(),
        tuple(sorted(remarks, key=lambda remark: (remark.is_of_list, remark.row or 0))),
    )
    return Given(graph, report)


def _unreadable(remarks: list[Remark]) -> UnreadableError:
    """Why no tie is left: for the headings, or else for what was first odd about the rows."""
    unknown = next((one for one in remarks if one.key in ("no-headings", "other-headings")), None)
    if unknown is not None:
        return UnreadableError("name-columns", unknown.row, said=unknown.values["all"])
    first = next((one for one in remarks if not one.counts), Remark("no-ties"))
    return UnreadableError(first.key, first.row, **first.values)


def _bytes(given: bytes | str | Path) -> bytes | str:
    return given.read_bytes() if isinstance(given, Path) else given


def _people_among(found: tuple[Sheet, ...]) -> Sheet | None:
    """Of several sheets, the one that lists people; a workbook of one sheet has the ties in it."""
    several = (*found[1:], found[0]) if len(found) > 1 else ()
    return next((one for one in several if lists_people(one)), None)


def _graph(
    said: list[Said],
    names: Names,
    belongs: dict[str, str],
    without: Names,
    remarks: list[Remark],
) -> Steps[Network]:
    graph: nx.DiGraph[Any] = nx.DiGraph()
    graph.add_nodes_from(names)
    graph.add_nodes_from((name, {"unit": unit}) for name, unit in belongs.items())
    for done, tie in enumerate(said, 1):
        if done % ROWS == 0:
            yield done / len(said)
        stranger = next(
            (one for one in (tie.one, tie.other) if belongs and not names.knows(one)), None
        )
        if stranger is not None:
            key = "unit-not-told" if without.knows(stranger) else "not-in-list"
            remarks.append(Remark(key, tie.row, {"name": stranger}, counts=False))
            continue
        one, other = names.of(tie.one), names.of(tie.other)
        before = graph.edges[one, other]["strength"] if graph.has_edge(one, other) else None
        if before == tie.strength:
            remarks.append(Remark("twice", tie.row, {"one": one, "other": other}))
        elif before is not None:
            strongest = max(before, tie.strength)
            values = {"one": one, "other": other, "strength": str(strongest)}
            remarks.append(Remark("twice-otherwise", tie.row, values))
            graph.edges[one, other]["strength"] = strongest
        else:
            graph.add_edge(one, other, strength=tie.strength)
    return graph
