"""The days that the texts name, held to the calendar: weekdays, dates, how a lesson opens."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from course.content.cast import Cast
from course.words import dated
from course.words.counted import months as named_months
from course.words.counted import weekdays as named_weekdays

Found = tuple[int, str, dict[str, object]]
"""Where in a text, the key of the fault, and its values."""


def weekdays(text: str, language: str, cast: Cast, lesson: str) -> Iterator[Found]:
    """A weekday beside a date that it does not fall on, in the year given or in the lesson's.

    A lesson's years are those of its days in the cast; where it has none, those of the story.
    """
    days, months = named_weekdays(language), named_months(language)
    for match in _weekday_and_date(language).finditer(text):
        years = sorted({int(one.day[:4]) for one in cast.days if one.lesson == lesson})
        years = years or sorted({int(one.day[:4]) for one in cast.days})
        weekday = days.index(as_listed(match[1], days))
        month = 1 + months.index(as_listed(match[3], months))
        given = [int(match[4])] if match[4] else years
        on = [_day(year, month, int(match[2])) for year in given]
        if on and all(day is None or day.weekday() != weekday for day in on):
            real = ", ".join(f"{days[day.weekday()]} {day.year}" for day in on if day) or "–"
            yield match.start(), "story-weekday", {"given": match[0], "right": real}


@cache
def _weekday_and_date(language: str) -> re.Pattern[str]:
    pattern = {
        "sv": r"({day})(?:en)? den (\d{{1,2}}) ({month})(?: (20\d\d))?",
        "en": r"({day}),? (?:the )?(\d{{1,2}}) ({month})(?: (20\d\d))?",
    }[language]
    days, months = "|".join(named_weekdays(language)), "|".join(named_months(language))
    return re.compile(rf"(?<!\w){pattern.format(day=days, month=months)}(?!\w)", re.IGNORECASE)


def dates(text: str, language: str, cast: Cast) -> Iterator[Found]:
    """A day of a month, without a year, on which nothing happens in the story.

    What is real has its year beside it; a day without one is the story's own.
    """
    months = named_months(language)
    for match in _date_without_year(language).finditer(text):
        month = 1 + months.index(as_listed(match[2], months))
        known = {one.day[5:] for one in cast.days}
        if known and f"{month:02}-{int(match[1]):02}" not in known:
            yield match.start(), "story-date", {"given": match[0]}


@cache
def _date_without_year(language: str) -> re.Pattern[str]:
    pattern = {"sv": r"\bden (\d{1,2}) ", "en": r"(?<![\d,.])\b(\d{1,2}) "}[language]
    months = "|".join(named_months(language))
    return re.compile(rf"{pattern}({months})\b(?! 20\d\d)", re.IGNORECASE)


def as_listed(word: str, words: tuple[str, ...]) -> str:
    """The word of a list that is meant, in whichever case it is written."""
    return next(one for one in words if one.lower() == word.lower())


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


_OPENS = {
    "sv": r"\A(?:#[^\n]*\n\s*)?[^\n]{{0,30}}?\b(?:det är|en)?\s?({day})(?:en)?\b(?! den)",
    "en": r"\A(?:#[^\n]*\n\s*)?[^\n]{{0,30}}?\b({day})\b(?!,? \d)",
}


def scene(text: str, language: str, cast: Cast, lesson: str) -> Iterator[Found]:
    """The weekday that a lesson's first words name, or its month; the cast has another."""
    if not text.startswith("# "):
        return
    days, months = named_weekdays(language), named_months(language)
    day = cast.scene(lesson)
    words = _OPENS[language].format(day="|".join(days))
    match = re.match(words, text, re.IGNORECASE)
    if match and day and days.index(as_listed(match[1], days)) != day.weekday():
        values = {"given": match[1], "right": f"{days[day.weekday()]} {dated(day, language)}"}
        yield match.start(1), "story-weekday", values
    told = [one.day for one in cast.days if one.lesson == lesson and one.scene]
    opens = re.match(rf"\A#[^\n]*\n\s*({'|'.join(months)}) (20\d\d)\b", text, re.IGNORECASE)
    if opens and told:
        given = f"{opens[2]}-{1 + months.index(as_listed(opens[1], months)):02}"
        if not told[0].startswith(given):
            yield opens.start(1), "story-month", {"given": opens[0][-40:], "right": told[0]}
