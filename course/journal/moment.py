"""Times as the journal writes them: in UTC, to the millisecond, and within what pages can read."""

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_END = datetime(9998, 12, 31, 23, 59, 59, 999_000, tzinfo=UTC)  # any time zone can still say it
_FORM = (24, "-", "-", "T", ".", "Z")  # of 2026-03-01T12:00:00.000Z, and where these stand
_MILLISECOND = timedelta(milliseconds=1)

DAY = 24 * 60 * 60 * 1000
"""A day in milliseconds."""


def utc_now() -> datetime:
    """Return the time now, in UTC."""
    return datetime.now(UTC)


def moment(time: datetime) -> tuple[str, int]:
    """Return a time as ISO 8601 text in UTC, and in milliseconds since 1970.

    Years outside 1970-9998 are brought inside: Python reads the year 1 and then cannot turn it to
    another time zone.

    Raises ValueError if the time has no time zone.

    >>> moment(datetime.fromisoformat("2026-03-01T13:00+01:00"))
    ('2026-03-01T12:00:00.000Z', 1772366400000)
    >>> moment(datetime.fromisoformat("0001-01-01T00:00+05:00"))
    ('1970-01-01T00:00:00.000Z', 0)
    """
    if time.tzinfo is None:
        raise ValueError(f"{time} is in no time zone")
    if time.year < 1970:
        time = _EPOCH
    elif time.year > 9998:
        time = _END
    utc = min(max(time.astimezone(UTC), _EPOCH), _END)
    text = utc.isoformat(timespec="milliseconds").removesuffix("+00:00") + "Z"
    return text, (utc - _EPOCH) // _MILLISECOND


def read_moment(text: str) -> tuple[str, int]:
    """Return ``moment`` of a time in any form of ISO 8601 that Python reads.

    Raises ValueError for a text in another form.

    >>> read_moment("2026-W09-7T12:00Z")
    ('2026-03-01T12:00:00.000Z', 1772366400000)
    """
    time = datetime.fromisoformat(text)
    # Nearly all are in the journal's own form already, and a journal has thousands.
    form = (len(text), text[4:5], text[7:8], text[10:11], text[19:20], text[23:])
    if form == _FORM and 1970 <= time.year <= 9998:
        return text, (time - _EPOCH) // _MILLISECOND
    return moment(time)


def at(clock: int) -> str:
    """Return the text of a time in milliseconds since 1970.

    >>> at(1772366400000)
    '2026-03-01T12:00:00.000Z'
    """
    return moment(_EPOCH + timedelta(milliseconds=clock))[0]
