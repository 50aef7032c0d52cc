"""A Bass curve fitted to counts of one's own: how many had begun, by when.

The least squares of Srinivasan & Mason: what is new between two counts is m (F(t) - F(t - 1)) and
an error, with F the share of `course.models.adoption.bass_share`. A count of all so far would carry
each error on to the next.

Source: Srinivasan & Mason (1986), Marketing Science 5(2), 169-178.
"""

from math import sqrt

import numpy as np
from attrs import field, frozen
from numpy.typing import ArrayLike, NDArray

from course.models.adoption import bass_peak, bass_share
from course.models.checks import require_positive
from course.models.estimate import SAME_ARRAY, read_only

_STARTS = ((0.03, 0.38), (0.005, 0.6), (0.001, 1.0), (0.1, 0.1), (0.01, 0.2))
"""Innovation and imitation to begin from; the best end is kept."""

_STEPS = 500
_TINY = 1e-10


@frozen
class BassFit:
    """The curve that fits best, with the standard error of each of its numbers.

    ``innovation`` (p) and ``imitation`` (q) are per unit of time, ``potential`` (m) is how many
    adopt in the end; ``potential_error`` is 0 where that was given. ``residual`` is the standard
    deviation of what is new between two counts about the curve. ``times`` and ``adopters``
    (counts,) are what it was fitted to.
    """

    innovation: float
    imitation: float
    potential: float
    innovation_error: float
    imitation_error: float
    potential_error: float
    residual: float
    times: NDArray[np.float64] = field(converter=read_only, eq=SAME_ARRAY, hash=False, repr=False)
    adopters: NDArray[np.float64] = field(
        converter=read_only, eq=SAME_ARRAY, hash=False, repr=False
    )

    @property
    def peak(self) -> float:
        """The time when most begin."""
        return bass_peak(self.innovation, self.imitation)

    def curve(self, times: ArrayLike) -> NDArray[np.float64]:
        """Give how many have adopted at each of ``times``, by the curve; of their shape."""
        curve: NDArray[np.float64] = self.potential * bass_share(
            times, self.innovation, self.imitation
        )
        return curve


def fit_bass(times: ArrayLike, adopters: ArrayLike, *, potential: float | None = None) -> BassFit:
    """Fit the curve to how many ``adopters`` there were in all at each of the ``times``.

    Both have one number for each count, times rising from above 0, adopters never falling.
    ``potential``, if it is known, is how many could adopt; else it is fitted too. A peak that has
    not been passed says little of it: look at its error before the number.

    Raises ValueError for fewer than four counts, for times or counts that do not rise so, for more
    adopters than could be, and where no curve of this shape fits best.

    >>> fit = fit_bass([1, 2, 3, 4, 5, 6], [4, 11, 22, 37, 52, 64], potential=80)
    >>> round(fit.innovation, 2), round(fit.imitation, 1), round(fit.peak, 1)
    (0.03, 0.7, 4.1)
    """
    when, many = _counts(times, adopters)
    if potential is not None and require_positive(potential, "potential") < many[-1]:
        raise ValueError(
            f"There are {many[-1]:g} adopters and only {potential:g} could be: give a potential of "
            "at least as many, or none."
        )
    new = np.diff(many, prepend=0)
    scale = float(many[-1])
    ends = [_descended(when, new, start, scale, potential) for start in _STARTS]
    logs, squares = min(ends, key=lambda end: end[1])
    rates = np.exp(logs)
    free = len(new) - len(logs)
    slopes = _slopes(when, logs, potential)
    covariance = _inverse(slopes.T @ slopes)
    # Whatever the units: rates in the time that was counted, and a potential in what was.
    found = np.concatenate([rates[:2] * when[-1], rates[2:] / scale])
    if covariance is None or found.max() > 1e6 or found.min() < 1e-6:
        raise ValueError(
            "No curve of this shape fits these counts best: give counts from before and after most "
            "have begun, or the potential."
        )
    errors = rates * np.sqrt(np.diag(covariance) * squares / free)
    p, q = rates[:2].tolist()
    m, m_error = (potential, 0.0) if potential is not None else (float(rates[2]), float(errors[2]))
    return BassFit(
        p, q, m, float(errors[0]), float(errors[1]), m_error, sqrt(squares / free), when, many
    )


def _counts(
    times: ArrayLike, adopters: ArrayLike
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    when, many = (np.asarray(each, dtype=float) for each in (times, adopters))
    if when.ndim != 1 or when.shape != many.shape or len(when) < 4:
        raise ValueError("Give at least four counts, and a time for each.")
    if not (np.isfinite(when).all() and (np.diff(when, prepend=0) > 0).all()):
        raise ValueError("Times must rise, from above 0: count them from when it began.")
    if not (np.isfinite(many).all() and (np.diff(many, prepend=0) >= 0).all() and many[-1] > 0):
        raise ValueError("Adopters must not fall: give how many there are in all at each time.")
    return when, many


def _new(
    when: NDArray[np.float64], logs: NDArray[np.float64], potential: float | None
) -> NDArray[np.float64]:
    """What is new between two counts, by the curve whose numbers have these logarithms."""
    p, q, *m = np.exp(logs).tolist()
    share = bass_share(when, p, q)
    new: NDArray[np.float64] = (m[0] if potential is None else potential) * np.diff(
        share, prepend=0
    )
    return new


def _slopes(
    when: NDArray[np.float64], logs: NDArray[np.float64], potential: float | None
) -> NDArray[np.float64]:
    """How that changes with each logarithm (counts, numbers), by small steps both ways."""
    step = 1e-5
    each = [
        (_new(when, logs + off, potential) - _new(when, logs - off, potential)) / (2 * step)
        for off in step * np.eye(len(logs))
    ]
    return np.column_stack(each)


def _descended(
    when: NDArray[np.float64],
    new: NDArray[np.float64],
    start: tuple[float, float],
    scale: float,
    potential: float | None,
) -> tuple[NDArray[np.float64], float]:
    """Logarithms of the numbers with the least squares from a start, and those squares.

    Levenberg's and Marquardt's way: between the steepest descent and Gauss's step.
    """
    pace = 8.0 / when[-1]  # the starts are those of ten units of time or so
    logs: NDArray[np.float64] = np.log(
        [*(pace * rate for rate in start), *([1.2 * scale] if potential is None else [])]
    )
    errors, damping = new - _new(when, logs, potential), 1e-2
    squares, slopes = float((errors**2).sum()), _slopes(when, logs, potential)
    for _ in range(_STEPS):
        square = slopes.T @ slopes
        inverse = _inverse(square + damping * np.diag(np.diag(square) + _TINY * scale))
        if inverse is None:
            break
        step = inverse @ (slopes.T @ errors)
        tried = (logs + step.clip(-2, 2)).clip(-30, 30)
        left = new - _new(when, tried, potential)
        there = float((left**2).sum())
        if there < squares:
            gained = squares - there
            logs, squares, errors = tried, there, left
            damping /= 5
            if gained <= _TINY * squares and np.abs(step).max() < 1e-7:
                break
            slopes = _slopes(when, logs, potential)
        elif damping > 1e12:
            break
        else:
            damping *= 4
    return logs, squares


def _inverse(square: NDArray[np.float64]) -> NDArray[np.float64] | None:
    try:
        inverse = np.asarray(np.linalg.inv(square), np.float64)
    except np.linalg.LinAlgError:
        return None
    return inverse if np.isfinite(inverse).all() else None
