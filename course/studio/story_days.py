"""The days that the texts name, held to the calendar: weekdays, dates, how a lesson opens."""

import re
from collections.abc import Iterator
from datetime import date

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
    years = sorted({int(one.day[:4]) for one in cast.days if one.lesson == lesson})
    years = years or sorted({int(one.day[:4]) for one in cast.days})
    days, months = named_weekdays(language), named_months(language)
    pattern = {
        "sv": r"({day})(?:en)? den (\d{{1,2}}) ({month})(?: (20\d\d))?",
        "en": r"({day}),? (?:the )?(\d{{1,2}}) ({month})(?: (20\d\d))?",
    }[language].format(day="|".join(days), month="|".join(months))
    for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE):
        weekday = days.index(as_listed(match[1], days))
        month = 1 + months.index(as_listed(match[3], months))
        given = [int(match[4])] if match[4] else years
        on = [_day(year, month, int(match[2])) for year in given]
        if on and all(day is None or day.weekday() != weekday for day in on):
            real = ", ".join(f"{days[day.weekday()]} {day.year}" for day in on if day) or "–"
            yield match.start(), "story-weekday", {"given": match[0], "right": real}


def dates(text: str, language: str, cast: Cast) -> Iterator[Found]:
    """A day of a month, without a year, on which nothing happens in the story.

    What is real has its year beside it; a day without one is the story's own.
    """
    months = named_months(language)
    known = {one.day[5:] for one in cast.days}
    pattern = {"sv": r"\bden (\d{1,2}) ", "en": r"(?<![\d,.])\b(\d{1,2}) "}[language]
    pattern += rf"({'|'.join(months)})\b(?! 20\d\d)"
    for match in re.finditer(pattern, text, re.IGNORECASE):
        month = 1 + months.index(as_listed(match[2], months))
        if known and f"{month:02}-{int(match[1]):02}" not in known:
            yield match.start(), "story-date", {"given": match[0]}


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
