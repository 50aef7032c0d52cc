"""Sums of money and times in a text; each is read off it by hand."""

import pytest

from course.content.law.amounts import amounts


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("sv", "under 700 000 kronor", [(700_000, "SEK")]),
        ("sv", "750 000 euro (ungefär åtta miljoner kronor)",
         [(750_000, "EUR"), (8_000_000, "SEK")]),
        ("sv", "inom fyra månader, och sedan en vecka", [(4, "month"), (1, "week")]),
        ("sv", "högst 25 år, fem år i taget", [(25, "year"), (5, "year")]),
        ("sv", "ett år eller 30 dagar", [(1, "year"), (30, "day")]),
        ("sv", "hon är 85-årig, 2024 och 5 sensorer", []),
        ("en", "below SEK 700,000", [(700_000, "SEK")]),
        ("en", "EUR 750,000 (about SEK 8 million)", [(750_000, "EUR"), (8_000_000, "SEK")]),
        ("en", "within four months, then a week", [(4, "month"), (1, "week")]),
        ("en", "Twelve months and 25 years", [(12, "month"), (25, "year")]),
    ],
)  # fmt: skip
def test_amounts(language: str, text: str, expected: list[tuple[int, str]]) -> None:
    assert [(n, unit) for n, unit, _ in amounts(text, language)] == expected
