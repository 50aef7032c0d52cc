"""A published figure, ours, and how they are printed side by side."""

from collections.abc import Iterable

from attrs import frozen


@frozen
class Compared:
    """One figure: what it is, as published, as computed here, and how far apart they may be."""

    what: str
    published: float
    ours: float
    tolerance: float

    @property
    def agrees(self) -> bool:
        """Whether ours is within the tolerance."""
        return abs(self.ours - self.published) <= self.tolerance

    def line(self) -> str:
        """What, published, ours, difference, tolerance, and whether it is kept."""
        figures = f"{self.published:>10.4g}{self.ours:>10.4g}{self.ours - self.published:>+10.3g}"
        return f"{self.what:50}{figures}{self.tolerance:>10g}  {'yes' if self.agrees else 'NO'}"


HEAD = f"{'':50}{'published':>10}{'ours':>10}{'apart':>10}{'at most':>10}  kept"


def compared(figures: Iterable[Compared]) -> list[Compared]:
    """Print the table, a line as soon as it is computed, and give its figures."""
    print(HEAD)
    shown = []
    for figure in figures:
        print(figure.line(), flush=True)
        shown.append(figure)
    return shown
