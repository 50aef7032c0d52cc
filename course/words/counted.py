"""How each language names weekdays, months and small numbers."""

from collections.abc import Mapping
from functools import cache

_WEEKDAYS = {
    "sv": "måndag tisdag onsdag torsdag fredag lördag söndag",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
}
_MONTHS = {
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "en": "January February March April May June July August September October November December",
}
_UNITS = {
    "sv": "noll en två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton "
    "sjutton arton nitton",
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen",
}
_TENS = {
    "sv": "tjugo trettio fyrtio femtio sextio sjuttio åttio nittio",
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
}
_HUNDRED = {"sv": "hundra", "en": " hundred"}
_ALSO = {"sv": {"ett": 1}, "en": {"a": 1}}


def weekdays(language: str) -> tuple[str, ...]:
    """The seven days from Monday on, as the language writes them.

    >>> weekdays("sv")[6]
    'söndag'
    """
    return tuple(_WEEKDAYS[language].split())


def months(language: str) -> tuple[str, ...]:
    """The twelve months, as the language writes them."""
    return tuple(_MONTHS[language].split())


@cache
def numbers(language: str) -> Mapping[str, int]:
    """What whole numbers are called in running text: up to twenty, the tens, the hundreds.

    >>> numbers("sv")["trehundra"], numbers("en")["three hundred"], numbers("en")["twelve"]
    (300, 300, 12)
    """
    units, tens = _UNITS[language].split(), _TENS[language].split()
    return {
        **{word: n for n, word in enumerate(units)},
        **{word: 10 * n for n, word in enumerate(tens, start=2)},
        **{f"{units[n]}{_HUNDRED[language]}": 100 * n for n in range(2, 10)},
        **_ALSO[language],
    }


def in_words(n: int, language: str) -> str | None:
    """A whole number in words, where it has a short one.

    >>> in_words(11, "sv"), in_words(23, "en")
    ('elva', None)
    """
    return next((word for word, value in numbers(language).items() if value == n), None)
