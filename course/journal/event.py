"""One thing that the learner did, and the line of the journal that says so."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from operator import itemgetter
from typing import Any, Literal, TypeAlias
from uuid import uuid4

from attrs import field, frozen

from course.journal.line import LONGEST_LINE, as_line, lines, said
from course.journal.moment import read_moment

FORMAT = "nya-satt-att-tanka-journal"
"""What the first line of an export calls it."""

GREATEST_CLOCK = 2**53 - 1
"""The greatest whole number that JavaScript and every database read as Python does.

Nothing can be later than an event with this clock. An import takes none that is far ahead, so only
a file that somebody edits has one.
"""

OUTCOMES = ("done", "not-yet")
"""The two honest answers to how it went."""

_LONGEST_ID = 100
_LONGEST_TEXT = 200
_OF_ALL = itemgetter("id", "type", "time")
_OF_A_PLACE = itemgetter("lesson", "language", "cell")
_OF_AN_ANSWER = itemgetter("lesson", "language", "exercise", "fingerprint")
_OF_A_DELETE = itemgetter("lesson", "language", "exercise")
_OF_A_RECALL = itemgetter("lesson", "language", "exercise", "fingerprint", "item", "answer")
_OF_A_PROMISE = itemgetter("lesson", "language", "day")
_OF_AN_OUTCOME = itemgetter("lesson", "language", "promise", "answer")
_OF_A_LINE = itemgetter("lesson", "language", "item")


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

    An event of type ``"plan"`` has ``item``, a field of the learner's plan, and ``words``, what
    stands there from then on; they are empty where it was cleared.

    An event of type ``"delete"`` has ``exercise``: what was answered in it before is gone, in every
    copy of the journal that hears of it.

    ``time`` tells when; ``clock`` (milliseconds since 1970, but never less than what was known
    when the event was made) decides with ``id`` which of two events is the later one.
    """

    id: str
    time: str
    clock: int
    type: Literal["answer", "place", "recall", "promise", "outcome", "plan", "delete"]
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
        line = as_line({"id": uuid4().hex, "time": time, "clock": clock, **fields})
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
    return as_line({**said(line), "time": time, "clock": clock})


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


def well_formed(content: bytes) -> Iterator[tuple[bytes, Entry | Head | None]]:
    """Yield each line of ``content``, stripped, with what it says, or None.

    >>> [said for line, said in well_formed(b"once upon a time")]
    [None]
    """
    for line in lines(content):
        yield line, parse(line)


def _texts(found: dict[str, Any], names: Callable[[dict[str, Any]], tuple[str, ...]]) -> Any:
    """Return what some keys hold; raise an error if one of them is no text, or a long one."""
    texts = names(found)
    lengths = [*map(len, texts)]
    if min(lengths) == 0 or max(lengths) > _LONGEST_TEXT:
        raise ValueError(f"{texts} are not all of 1 to {_LONGEST_TEXT} characters")
    "".join(texts)  # a quick TypeError for what is no text
    return texts


_KNOWN = ("answer", "recall", "promise", "outcome", "plan", "delete")


def _about_return(
    found: dict[str, Any], type: str, at: "Later", verdict: dict[str, Any] | None, words: object
) -> Event | None:
    """What was asked anew or deleted, what the learner promised or planned, what came of it."""
    id, time, clock = at.id, at.time, at.clock
    if type == "delete":
        lesson, language, exercise = _texts(found, _OF_A_DELETE)
        return Event(id, time, clock, "delete", lesson, language, exercise)
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
    if type == "plan":
        lesson, language, item = _texts(found, _OF_A_LINE)
        return Event(id, time, clock, "plan", lesson, language, words=said or "", item=item)
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
