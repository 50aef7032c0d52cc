"""Sums of money and times in a text: whether two places state the same ones of a section."""

import re
from collections.abc import Iterator
from functools import cache

_WORDS = {
    "sv": "noll en två tre fyra fem sex sju åtta nio tio elva tolv",
    "en": "zero one two three four five six seven eight nine ten eleven twelve",
}
_UNITS = {
    "sv": {"SEK": "kronor", "EUR": "euro", "day": "dag(?:ar)?", "week": "veck(?:a|or)",
           "month": "månad(?:er)?", "year": "år"},
    "en": {"SEK": "kronor", "EUR": "euros?", "day": "days?", "week": "weeks?",
           "month": "months?", "year": "years?"},
}  # fmt: skip
_ALSO_ONE = {"sv": {"ett": 1}, "en": {"a": 1}}
_FIGURES = {"sv": r"\d{1,3}(?:[\s\u00a0]\d{3})+|\d+", "en": r"\d{1,3}(?:,\d{3})+|\d+"}
_MILLIONS = {"sv": r"miljon(?:er)?", "en": "million"}
_BEFORE = re.compile(r"\b(?P<unit>SEK|EUR)\s(?P<n>\d{1,3}(?:,\d{3})+|\d+)(?P<million>\smillion)?")


def amounts(text: str, language: str) -> Iterator[tuple[int, str, str]]:
    """Every amount in a text: its number, its unit, and as it is written.

    >>> list(amounts("Högst 700 000 kronor, inom fyra månader.", "sv"))
    [(700000, 'SEK', '700 000 kronor'), (4, 'month', 'fyra månader')]
    >>> list(amounts("Below SEK 700,000, within four months.", "en"))
    [(700000, 'SEK', 'SEK 700,000'), (4, 'month', 'four months')]
    """
    found = []
    for match in _BEFORE.finditer(text) if language == "en" else ():
        n = int(match["n"].replace(",", "")) * (1_000_000 if match["million"] else 1)
        found.append((match.start(), n, match["unit"], match[0]))
    for unit, words in _UNITS[language].items():
        for match in _after(language, words).finditer(text):
            n = _number(match["n"], language) * (1_000_000 if match["million"] else 1)
            found.append((match.start(), n, unit, match[0]))
    for _, n, unit, written in sorted(found):
        yield n, unit, written


@cache
def _after(language: str, unit: str) -> re.Pattern[str]:
    words = "|".join([*_WORDS[language].split(), *_ALSO_ONE[language]])
    return re.compile(
        rf"(?<![\w.,:])(?P<n>{_FIGURES[language]}|(?i:{words}))"
        rf"(?P<million>[\s\u00a0]{_MILLIONS[language]})?[\s\u00a0](?:{unit})\b"
    )


def _number(written: str, language: str) -> int:
    bare = re.sub(r"[\s\u00a0,]", "", written)
    if bare.isdigit():
        return int(bare)
    word = written.lower()
    also = _ALSO_ONE[language]
    return also[word] if word in also else _WORDS[language].split().index(word)
