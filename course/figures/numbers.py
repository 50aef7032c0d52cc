"""How numbers are written along axes and in tables."""

import math
from collections.abc import Sequence


def digits_of(numbers: Sequence[float]) -> int:
    """As many decimals as the number that has most of them."""
    return max(len(f"{number:.6f}".rstrip("0").partition(".")[2]) for number in numbers)


def plain_number(number: float, language: str) -> str:
    """A number along an axis: a year is written without a space in it."""
    written = f"{number:.{digits_of([number])}f}"
    return written.replace(".", ",") if language == "sv" else written


def ticks_within(lowest: float, highest: float) -> list[float]:
    """Two to seven round numbers from ``lowest`` or below to ``highest`` or above.

    >>> ticks_within(0, 77), ticks_within(0, 9300)
    ([0.0, 20.0, 40.0, 60.0, 80.0], [0.0, 2000.0, 4000.0, 6000.0, 8000.0, 10000.0])
    """
    span = (highest - lowest) or 1.0
    power = 10.0 ** math.floor(math.log10(span / 4))
    step = next(one * power for one in (1, 2, 2.5, 5, 10) if one * power * 5 >= span)
    first = math.floor(lowest / step + 1e-9)
    last = max(math.ceil(highest / step - 1e-9), first + 1)
    return [round(n * step, 10) for n in range(first, last + 1)]


def as_head(words: str) -> str:
    """Words with a capital at their head."""
    return words[:1].upper() + words[1:]
