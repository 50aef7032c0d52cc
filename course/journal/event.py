"""One thing that the learner did, and the line of the journal that says so."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from math import isinf
from operator import itemgetter
from typing import Any, Literal, NoReturn, TypeAlias
from uuid import uuid4

from attrs import field, frozen

from course.journal.moment import read_moment

FORMAT = "nya-satt-att-tanka-journal"
"""What the first line of an export calls it."""

LONGEST_LINE = 1_000_000
"""The bytes that a line may have; a long answer in words has some ten thousand."""

GREATEST_CLOCK = 2**53 - 1
"""The greatest whole number that JavaScript and every database read as Python does.

Nothing can be later than an event with this clock. An import takes none that is far ahead, so only
a file that somebody edits has one.
"""

OUTCOMES = ("done", "not-yet")
"""The two honest answers to how it went."""

_LONGEST_ID = 100
_LONGEST_TEXT = 200
_LONGEST_NUMBER = 300  # digits; some more, and it is beyond what a float can be
_DEEPEST = 60  # lists in lists; what shows an answer goes through them by recursion
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"  # Some editors put one first in a file that they save.
_OF_ALL = itemgetter("id", "type", "time")
_OF_A_PLACE = itemgetter("lesson", "language", "cell")
_OF_AN_ANSWER = itemgetter("lesson", "language", "exercise", "fingerprint")
_OF_A_RECALL = itemgetter("lesson", "language", "exercise", "fingerprint", "item", "answer")
_OF_A_PROMISE = itemgetter("lesson", "language", "day")
_OF_AN_OUTCOME = itemgetter("lesson", "language", "promise", "answer")
_LONE = re.compile("[\ud800-\udfff]")  # half of a pair, as browsers can send; UTF-8 has it not


@frozen
class Event:
    """One thing that the learner did.

    An event of type ``"answer"`` has ``exercise``, ``answer`` (any JSON), ``verdict`` (a JSON
    object or None), ``fingerprint`` (of the exercise as it was defined when it was answered) and
    may have ``words`` (the answer in words, as it was given). An event of type ``"place"`` has
    ``cell``, the id of the cell where the learner stopped.

    An event of type ``"recall"`` has ``exercise`` and ``fingerprint``, ``item`` (which thing of the
    exercise was asked anew), ``answer`` (what was chosen) and ``verdict``. One of type
    ``"promise"`` has ``words`` and ``day`` (ISO 8601): what the learner will do after the lesson,
    and when. One of type ``"outcome"`` has ``promise`` (the id of that event), ``answer``
    (``"done"`` or ``"not-yet"``) and may have ``words``.

    ``time`` tells when; ``clock`` (milliseconds since 1970, but never less than what was known
    when the event was made) decides with ``id`` which of two events is the later one.
    """

    id: str
    time: str
    clock: int
    type: Literal["answer", "place", "recall", "promise", "outcome"]
    lesson: str
    language: str
    exercise: str | None = None
    answer: Any = field(default=None, hash=False)
    verdict: dict[str, Any] | None = field(default=None, hash=False)
    fingerprint: str | None = None
    words: str | None = None
    cell: str | None = None
    item: str | None = None
    day: str | None = None
    promise: str | None = None

    @property
    def when(self) -> datetime:
        """The time of the event by the clock of the computer, with its time zone."""
        return datetime.fromisoformat(self.time)


@frozen
class Later:
    """An event of a type that a later version of the course writes; it is kept, and no more."""

    id: str
    time: str
    clock: int


@frozen
class Head:
    """The first line of an export, which tells the version of the format."""

    version: float


Entry: TypeAlias = Event | Later
"""What a journal holds: each has its id, time and clock."""


def order(entry: Entry) -> tuple[int, str]:
    """Return what entries are sorted by: the same in every copy of a journal."""
    return entry.clock, entry.id


def written(fields: Mapping[str, object], time: str, clock: int) -> tuple[Event, bytes]:
    """Return a new event with these fields, and its line (UTF-8, without the newline).

    The event is what a reader of the line will get: a tuple in the answer has become a list.

    Raises ValueError if the fields do not make an event or cannot be said in JSON.

    >>> place = {"type": "place", "lesson": "01-start", "cell": "a1", "language": "sv"}
    >>> event, line = written(place, "2026-03-01T12:00:00.000Z", 1772366400000)
    >>> event.cell, event.clock
    ('a1', 1772366400000)
    >>> parse(line) == event
    True
    """
    try:
        line = _line({"id": uuid4().hex, "time": time, "clock": clock, **fields})
    except (TypeError, ValueError, RecursionError) as fault:
        raise ValueError(
            f"The answer cannot be written in the journal: {fault}. "
            "Use what JSON has: text, numbers, true, false, null, lists and objects."
        ) from fault
    event = parse(line)
    if not isinstance(event, Event):
        raise ValueError(
            "Only an event can be written in the journal: lesson, exercise or cell, fingerprint "
            f"and language are texts of 1 to {_LONGEST_TEXT} characters, a verdict is an object "
            f"or None, and all of it takes at most {LONGEST_LINE:,} bytes."
        )
    return event, line


def dated(line: bytes, time: str, clock: int) -> bytes:
    """Return the line of an entry with another time and clock, and all else as it is."""
    return _line({**said(line), "time": time, "clock": clock})


def parse(line: bytes) -> Entry | Head | None:
    """Return what a line of a journal says, or None if it says nothing that can be used.

    Keys that this version of the course does not know are passed over. What is read can be
    written and shown: times are in UTC, numbers are finite, and no text has half a character.

    >>> parse(b'{"id": "torn off in the midd') is None
    True
    """
    if len(line) > LONGEST_LINE:
        return None
    try:
        return _entry(said(line))
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def said(line: bytes) -> dict[str, Any]:
    """Return the JSON object of a line, safe to be written, shown and gone through.

    Raises ValueError if it is none, is nested too deep, or has a number that is not finite.

    >>> said(b'{"half": "\\\\ud83d"}')
    {'half': '\ufffd'}
    """
    text = line.decode("utf-8")
    found, end = _DECODER.raw_decode(text)
    if end != len(text) or not isinstance(found, dict):
        raise ValueError("a line is one JSON object")
    if line.count(b"[") + line.count(b"{") > _DEEPEST and _depth(found) > _DEEPEST:
        raise ValueError("lists and objects are nested too deep")
    said: dict[str, Any] = found
    if b"\\u" in line:  # perhaps half of a pair, perhaps a whole one
        said = _DECODER.decode(whole(json.dumps(said, ensure_ascii=False)))
    return said


def well_formed(content: bytes) -> Iterator[tuple[bytes, Entry | Head | None]]:
    """Yield each line of ``content``, stripped, with what it says, or None.

    >>> [said for line, said in well_formed(b"once upon a time")]
    [None]
    """
    for line in lines(content):
        yield line, parse(line)


def lines(content: bytes) -> Iterator[bytes]:
    """Yield each line of ``content``, without what editors put around it."""
    # Split at newlines alone: splitlines() would also split at signs that an answer may hold.
    for line in content.split(b"\n"):
        yield line.removeprefix(_BYTE_ORDER_MARK).strip()


def whole(text: str) -> str:
    """Return the text with U+FFFD for each half of a surrogate pair.

    >>> whole("a\\ud83d")
    'a\\ufffd'
    """
    return _LONE.sub("\ufffd", text)


def _refuse(constant: str) -> NoReturn:
    """Refuse NaN and Infinity, which Python reads and JSON does not have."""
    raise ValueError(f"{constant} is not JSON")


def _fraction(digits: str) -> float:
    number = float(digits)
    if isinf(number):
        raise ValueError("a number is too large")
    return number


def _integer(digits: str) -> int:
    if len(digits) > _LONGEST_NUMBER:
        raise ValueError("a number is too large")
    return int(digits)


# Made once: json.loads() would make one for each of ten thousand lines.
_DECODER = json.JSONDecoder(parse_constant=_refuse, parse_float=_fraction, parse_int=_integer)


def _depth(found: dict[str, Any]) -> int:
    level: list[Any] = [found]
    depth = 0
    while level:
        inner = (one.values() if isinstance(one, dict) else one for one in level)
        level = [below for one in inner for below in one if isinstance(below, dict | list)]
        depth += 1
    return depth


def _line(fields: Mapping[str, object]) -> bytes:
    """Return the fields as JSON on one line, with letters such as å readable."""
    return whole(json.dumps(fields, ensure_ascii=False, allow_nan=False)).encode("utf-8")


def _texts(found: dict[str, Any], names: Callable[[dict[str, Any]], tuple[str, ...]]) -> Any:
    """Return what some keys hold; raise an error if one of them is no text, or a long one."""
    texts = names(found)
    lengths = [*map(len, texts)]
    if min(lengths) == 0 or max(lengths) > _LONGEST_TEXT:
        raise ValueError(f"{texts} are not all of 1 to {_LONGEST_TEXT} characters")
    "".join(texts)  # a quick TypeError for what is no text
    return texts


_KNOWN = ("answer", "recall", "promise", "outcome")


def _about_return(
    found: dict[str, Any], type: str, at: "Later", verdict: dict[str, Any] | None, words: object
) -> Event | None:
    """What was asked anew, what the learner has promised to do, and what came of it."""
    id, time, clock = at.id, at.time, at.clock
    said = words if isinstance(words, str) else None
    if type == "recall":
        lesson, language, exercise, fingerprint, item, answer = _texts(found, _OF_A_RECALL)
        return Event(
            *(id, time, clock, "recall", lesson, language, exercise, answer, verdict, fingerprint),
            item=item,
        )
    if type == "promise":
        lesson, language, day = _texts(found, _OF_A_PROMISE)
        date.fromisoformat(day)
        if not said:
            return None
        return Event(id, time, clock, "promise", lesson, language, words=said, day=day)
    lesson, language, promise, answer = _texts(found, _OF_AN_OUTCOME)
    if answer not in OUTCOMES:
        return None
    return Event(
        *(id, time, clock, "outcome", lesson, language), answer=answer, words=said, promise=promise
    )


def _entry(found: dict[str, Any]) -> Entry | Head | None:
    if "format" in found and found["format"] == FORMAT:
        version = found.get("version")
        return Head(version) if isinstance(version, int | float) and version >= 1 else None
    id, type, time = _texts(found, _OF_ALL)
    if len(id) > _LONGEST_ID:
        return None
    time, clock = read_moment(time)
    given = found.get("clock")
    if isinstance(given, int) and not isinstance(given, bool) and 0 <= given <= GREATEST_CLOCK:
        clock = given
    if type == "place":
        lesson, language, cell = _texts(found, _OF_A_PLACE)
        return Event(id, time, clock, "place", lesson, language, cell=cell)
    if type not in _KNOWN:
        return Later(id, time, clock)
    verdict, words = found.get("verdict"), found.get("words")
    if not (verdict is None or isinstance(verdict, dict)):
        return None
    if type != "answer":
        return _about_return(found, type, Later(id, time, clock), verdict, words)
    lesson, language, exercise, fingerprint = _texts(found, _OF_AN_ANSWER)
    return Event(
        id,
        time,
        clock,
        "answer",
        lesson,
        language,
        exercise,
        found["answer"],
        verdict,
        fingerprint,
        words if isinstance(words, str) else None,
    )
