"""A published figure, ours, and how they are printed side by side."""

from collections.abc import Iterable

from attrs import frozen

ERRORS = 3
"""Standard errors that an estimate may be off by."""


@frozen
class Compared:
    """One figure: what it is, as published, as computed here, and how far apart they may be.

    An estimate has the standard ``error`` of the difference, and may be three of them off; a figure
    without one is exact but for its rounding, ``within``.
    """

    what: str
    published: float
    ours: float
    error: float = 0.0
    within: float = 0.0

    @property
    def agrees(self) -> bool:
        """Whether ours is as near as it should be."""
        return abs(self.ours - self.published) <= ERRORS * self.error + self.within

    def line(self) -> str:
        """What, published, ours, the difference, that in standard errors, and whether it agrees."""
        apart = self.ours - self.published
        errors = f"{apart / self.error:+.1f}" if self.error else ""
        figures = f"{self.published:>10.4g}{self.ours:>10.4g}{apart:>+10.3g}{errors:>8}"
        return f"{self.what:56}{figures}  {'yes' if self.agrees else 'NO'}"


HEAD = f"{'':56}{'published':>10}{'ours':>10}{'apart':>10}{'errors':>8}  agrees"


def compared(figures: Iterable[Compared]) -> list[Compared]:
    """Print the table, a line as soon as it is computed, and give its figures."""
    print(HEAD)
    shown = []
    for figure in figures:
        print(figure.line(), flush=True)
        shown.append(figure)
    return shown
