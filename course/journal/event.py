"""One thing that the learner did, and the line of the journal that says so."""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, Literal, NoReturn
from uuid import uuid4

from attrs import field, frozen

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"  # Some editors put one first in a file that they save.

_TEXTS = {
    "answer": ("id", "time", "lesson", "language", "exercise", "fingerprint"),
    "place": ("id", "time", "lesson", "language", "cell"),
}


def _refuse(constant: str) -> NoReturn:
    """Refuse NaN and Infinity, which Python reads and JSON does not have."""
    raise ValueError(f"{constant} is not JSON")


# Made once: json.loads() would make one for each of ten thousand lines.
_DECODER = json.JSONDecoder(parse_constant=_refuse)


@frozen
class Event:
    """One thing that the learner did.

    An event of type ``"answer"`` has ``exercise``, ``answer`` (any JSON), ``verdict`` (a JSON
    object or None) and ``fingerprint`` (of the exercise as it was defined when it was answered).
    An event of type ``"place"`` has ``cell``, the id of the cell where the learner stopped.
    """

    id: str
    time: str
    type: Literal["answer", "place"]
    lesson: str
    language: str
    exercise: str | None = None
    answer: Any = field(default=None, hash=False)
    verdict: dict[str, Any] | None = field(default=None, hash=False)
    fingerprint: str | None = None
    cell: str | None = None

    @property
    def when(self) -> datetime:
        """The time of the event by the clock of the computer, with its time zone."""
        return datetime.fromisoformat(self.time)


def utc_now() -> datetime:
    """Return the time now, in UTC."""
    return datetime.now(UTC)


def written(fields: Mapping[str, object], clock: Callable[[], datetime]) -> tuple[Event, bytes]:
    """Return a new event with these fields, and its line (UTF-8, without the newline).

    The event is what a reader of the line will get: a tuple in the answer has become a list.

    Raises ValueError if the fields do not make an event or cannot be said in JSON.

    >>> place = {"type": "place", "lesson": "01-start", "cell": "a1", "language": "sv"}
    >>> event, line = written(place, lambda: datetime(2026, 3, 1, 12, tzinfo=UTC))
    >>> event.cell, event.time
    ('a1', '2026-03-01T12:00:00.000Z')
    >>> read(line) == event
    True
    """
    time = clock().astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    try:
        line = _line({"id": uuid4().hex, "time": time, **fields})
    except (TypeError, ValueError, RecursionError) as fault:
        raise ValueError(
            f"The answer cannot be written in the journal: {fault}. "
            "Use what JSON has: text, numbers, true, false, null, lists and objects."
        ) from fault
    event = read(line)
    if event is None:
        raise ValueError(
            "Only an event can be written in the journal: lesson, exercise or cell, fingerprint "
            "and language are texts that are not empty, and a verdict is an object or None."
        )
    return event, line


def read(line: bytes) -> Event | None:
    """Return the event of a line of a journal, or None if the line is not an event.

    Keys that this version of the course does not know are passed over.

    >>> read(b'{"id": "torn off in the midd') is None
    True
    """
    try:
        said = _DECODER.decode(line.decode("utf-8"))
        return _event(said) if isinstance(said, dict) else None
    except (ValueError, RecursionError):
        return None


def well_formed(content: bytes) -> Iterator[tuple[bytes, Event | None]]:
    """Yield each line of ``content``, stripped, with its event, or None for one that is not.

    >>> [event for line, event in well_formed(b"once upon a time")]
    [None]
    """
    # Split at newlines alone: splitlines() would also split at signs that an answer may hold.
    for line in content.split(b"\n"):
        stripped = line.removeprefix(_BYTE_ORDER_MARK).strip()
        yield stripped, read(stripped)


def _line(fields: Mapping[str, object]) -> bytes:
    """Return the fields as JSON on one line, with letters such as å readable where possible."""
    try:
        return json.dumps(fields, ensure_ascii=False, allow_nan=False).encode("utf-8")
    except UnicodeEncodeError:
        # Half of a surrogate pair, as browsers can send, exists in JSON but not in UTF-8.
        return json.dumps(fields, ensure_ascii=True, allow_nan=False).encode("ascii")


def _event(said: dict[str, Any]) -> Event | None:
    kind = said.get("type")
    if not isinstance(kind, str) or kind not in _TEXTS:
        return None
    texts: dict[str, Any] = {name: said.get(name) for name in _TEXTS[kind]}
    if not all(isinstance(text, str) and text for text in texts.values()):
        return None
    if datetime.fromisoformat(said["time"]).tzinfo is None:
        return None
    if kind == "place":
        return Event(type="place", **texts)
    verdict = said.get("verdict")
    if "answer" not in said or not (verdict is None or isinstance(verdict, dict)):
        return None
    return Event(type="answer", answer=said["answer"], verdict=verdict, **texts)
