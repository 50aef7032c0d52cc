"""Times as they are written; expected values are worked out by hand beside each case."""

import re
from datetime import UTC, datetime, timedelta, timezone

import pytest

from course.journal.moment import at, moment, read_moment

# What ECMA-262 says that every JavaScript reads: "Date Time String Format".
JAVASCRIPT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", re.ASCII)


@pytest.mark.parametrize(
    ("given", "canonical"),
    [
        ("2026-03-01T12:00:00.000Z", "2026-03-01T12:00:00.000Z"),
        ("2026-03-01T12:00:00Z", "2026-03-01T12:00:00.000Z"),
        ("2026-03-01 12:00+00:00", "2026-03-01T12:00:00.000Z"),
        ("2026-03-01T01:30:00.123456+02:00", "2026-02-28T23:30:00.123Z"),
        ("20260301T120000Z", "2026-03-01T12:00:00.000Z"),
        ("2026-W09-7T12:00:00.000Z", "2026-03-01T12:00:00.000Z"),  # the Sunday of week 9
        ("0001-01-01T00:00:00.000Z", "1970-01-01T00:00:00.000Z"),
        ("0001-01-01T00:00:00+14:00", "1970-01-01T00:00:00.000Z"),
        ("1970-01-01T00:00:00+14:00", "1970-01-01T00:00:00.000Z"),
        ("9999-12-31T23:59:59.999Z", "9998-12-31T23:59:59.999Z"),
        ("9999-12-31T23:59:59-14:00", "9998-12-31T23:59:59.999Z"),
        ("9998-12-31T23:59:59-14:00", "9998-12-31T23:59:59.999Z"),
    ],
)
def test_a_time_has_one_form(given: str, canonical: str) -> None:
    text, clock = read_moment(given)
    assert text == canonical
    assert JAVASCRIPT.fullmatch(text)
    assert at(clock) == text
    assert datetime.fromisoformat(text).astimezone(timezone(timedelta(hours=14))).year < 10_000


@pytest.mark.parametrize("given", ["yesterday", "2026-03-01", "20260301", "2026-02-30T12:00Z", ""])
def test_what_is_no_time_or_in_no_zone_is_refused(given: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_moment(given)


def test_milliseconds_are_counted_from_1970() -> None:
    assert moment(datetime(1970, 1, 2, 0, 0, 1, 500, tzinfo=UTC)) == (
        "1970-01-02T00:00:01.000Z",
        86_401_000,
    )


def test_the_computer_s_zone_makes_no_difference() -> None:
    swedish = datetime(2026, 7, 1, 14, 30, tzinfo=timezone(timedelta(hours=2)))
    assert moment(swedish)[0] == "2026-07-01T12:30:00.000Z"
