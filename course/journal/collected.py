"""Events in the order in which they happened, however they came, ready to be asked about."""

from collections.abc import Callable, Sequence

from course.journal.event import Entry, Event, order

_Place = tuple[str, str]  # lesson and exercise
_GOES = ("answer", "recall")  # with what is deleted


def _later(event: Event, than: Event | None) -> bool:
    if than is None or event.clock > than.clock:  # as nearly always; two tuples take a while
        return True
    return order(event) > order(than)


class _Row:
    """Events in their order. They mostly come in it, so they are sorted when that is needed."""

    __slots__ = ("_events", "_sorted", "latest")

    def __init__(self) -> None:
        self._events: list[Event] = []
        self._sorted = True
        self.latest: Event | None = None

    def add(self, event: Event) -> None:
        self._events.append(event)
        if _later(event, self.latest):
            self.latest = event
        else:
            self._sorted = False

    def without(self, goes: Callable[[Event], bool]) -> Sequence[Event]:
        """Leave out those that go, and return them."""
        stay: list[Event] = []
        gone: list[Event] = []
        for event in self._events:
            (gone if goes(event) else stay).append(event)
        self._events = stay
        self.latest = max(stay, key=order, default=None)
        return gone

    def events(self) -> Sequence[Event]:
        if not self._sorted:
            self._events.sort(key=order)
            self._sorted = True
        return self._events


class Collected:
    """Entries of a journal, each id once. What is latest is decided by clock and id alone.

    ``lines`` has the clock and the line of each entry under its id; ``greatest`` is the greatest
    clock of all. What was answered before it was deleted is not among them, whichever came first;
    ``hidden`` says how many such entries there were.
    """

    def __init__(self) -> None:
        """Start with no entries."""
        self.lines: dict[str, tuple[int, bytes]] = {}
        self.greatest = 0
        self.hidden = 0
        self._deleted: dict[_Place, int] = {}  # the clock of the latest deletion
        self._all = _Row()
        self._answers: dict[_Place, _Row] = {}
        self._recalls: dict[_Place, _Row] = {}
        self._places: dict[str, Event] = {}
        self._place: Event | None = None
        self._promises: dict[str, Event] = {}
        self._outcomes: dict[str, Event] = {}
        self._planned: dict[str, Event] = {}

    def add(self, entry: Entry, line: bytes) -> None:
        """Add an entry and its line, unless its id is known already."""
        if entry.id in self.lines:
            return
        if self.hides(entry):
            self.hidden += 1
            return
        self.lines[entry.id] = entry.clock, line
        if entry.clock > self.greatest:
            self.greatest = entry.clock
        if not isinstance(entry, Event):
            return
        self._all.add(entry)
        if entry.type == "delete" and entry.exercise is not None:
            self._hide((entry.lesson, entry.exercise), entry.clock)
        elif entry.exercise is not None:
            rows = self._answers if entry.type == "answer" else self._recalls
            place = entry.lesson, entry.exercise
            if place not in rows:
                rows[place] = _Row()
            rows[place].add(entry)
        elif entry.type == "promise":
            if _later(entry, self._promises.get(entry.lesson)):
                self._promises[entry.lesson] = entry
        elif entry.promise is not None:
            if _later(entry, self._outcomes.get(entry.promise)):
                self._outcomes[entry.promise] = entry
        elif entry.type == "plan":
            if _later(entry, self._planned.get(entry.item or "")):
                self._planned[entry.item or ""] = entry
        else:
            if _later(entry, self._places.get(entry.lesson)):
                self._places[entry.lesson] = entry
            if _later(entry, self._place):
                self._place = entry

    def hides(self, entry: Entry) -> bool:
        """Whether an entry tells of what was deleted later."""
        if not self._deleted or not isinstance(entry, Event) or entry.type not in _GOES:
            return False
        return entry.clock < self._deleted.get((entry.lesson, entry.exercise or ""), 0)

    def _hide(self, place: _Place, clock: int) -> None:
        """Forget what was answered in an exercise before this."""
        self._deleted[place] = max(clock, self._deleted.get(place, 0))
        for rows in (self._answers, self._recalls):
            gone = rows[place].without(self.hides) if place in rows else ()
            for event in gone:
                del self.lines[event.id]
            self.hidden += len(gone)
            if gone and rows[place].latest is None:
                del rows[place]
        self._all.without(self.hides)

    def events(self) -> Sequence[Event]:
        """Return all events, in their order."""
        return self._all.events()

    def answers(self, lesson: str, exercise: str) -> Sequence[Event]:
        """Return the answers to an exercise, in their order."""
        row = self._answers.get((lesson, exercise))
        return row.events() if row else ()

    def latest(self, lesson: str, exercise: str) -> Event | None:
        """Return the latest answer to an exercise, or None."""
        row = self._answers.get((lesson, exercise))
        return row.latest if row else None

    def answered(self) -> frozenset[_Place]:
        """Return the (lesson, exercise) of every exercise that has been answered."""
        return frozenset(self._answers)

    def recalls(self, lesson: str, exercise: str) -> Sequence[Event]:
        """Return what was asked anew of an exercise, in its order."""
        row = self._recalls.get((lesson, exercise))
        return row.events() if row else ()

    def promises(self) -> Sequence[Event]:
        """Return the latest promise after each lesson, in their order."""
        return sorted(self._promises.values(), key=order)

    def outcome(self, promise: str) -> Event | None:
        """Return what the learner said last of how a promise went, or None."""
        return self._outcomes.get(promise)

    def planned(self) -> dict[str, Event]:
        """Return what was written last in each field of the plan, by the field."""
        return dict(self._planned)

    def place(self, lesson: str | None = None) -> Event | None:
        """Return the latest place in a lesson, or of all; None if there is none."""
        return self._place if lesson is None else self._places.get(lesson)
