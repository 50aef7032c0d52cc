"""A figure, the budget that it is held against, and how both are printed."""

from collections.abc import Callable, Iterable
from statistics import median
from time import perf_counter

from attrs import frozen


@frozen
class Measured:
    """One line of the table: what was measured, its values, and at most what it may be."""

    what: str
    values: tuple[float, ...]
    unit: str
    at_most: float | None = None

    @property
    def median(self) -> float:
        """The middle value."""
        return median(self.values)

    def line(self) -> str:
        """What, median, the range when there is one, budget, and whether it is kept."""
        several = f"{min(self.values):.3g}–{max(self.values):.3g}" if len(self.values) > 1 else ""
        budget = "" if self.at_most is None else f"{self.at_most:g}"
        kept = "" if self.at_most is None else ("yes" if self.median <= self.at_most else "NO")
        middle = f"{self.median:.3g} {self.unit}"
        return f"{self.what:58}{middle:>12}  {several:>15}{budget:>8}  {kept}"


HEAD = f"{'':58}{'median':>12}  {'range':>15}{'at most':>8}  kept"


def timed(
    what: str,
    run: Callable[[], object],
    *,
    times: int,
    at_most: float | None = None,
    clock: Callable[[], float] = perf_counter,
) -> Measured:
    """Time a function several times, in milliseconds, against a budget if it has one."""
    values = []
    for _ in range(times):
        start = clock()
        run()
        values.append(1000 * (clock() - start))
    return Measured(what, tuple(values), "ms", at_most)


def printed(lines: Iterable[Measured]) -> None:
    """Print the table, a line as soon as it is measured."""
    print(HEAD)
    for line in lines:
        print(line.line(), flush=True)
