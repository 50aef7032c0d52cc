"""The other processes that serve the same rooms: what they change, and who has a line there."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from secrets import token_hex
from threading import Event, Thread
from time import monotonic
from typing import Protocol

from attrs import define, field

from course.classroom.room import Room
from course.classroom.rooms import RoomEndedError
from course.classroom.store import KeepingError
from course.runtimes.classroom.served import Served

LOOKED_AFTER = 0.05  # seconds, at most, until what others have done is seen, many at once
TRIED_AFTER = 1.0  # seconds until it is looked again, where the store could not be read
TOLD_EVERY = 20.0  # seconds between two times that it is told who has a line here
TRUSTED_FOR = 50.0  # seconds after which a process that says nothing is thought to be gone


class Told(Protocol):
    """A store through which processes tell each other what they do."""

    def say(self, room: str, words: str) -> None:
        """Let the others know something of a room that is no change of it."""

    def listen(self, hear: Callable[[str], None], goes_on: Callable[[], bool]) -> None:
        """Pass on what others tell, until it is not to go on; "" when some may be missed."""


@define
class Processes:
    """The others, heard in a thread of its own; all else is done in the loop that it began in."""

    served: Served
    store: Told
    clock: Callable[[], float] = monotonic
    _name: str = field(factory=lambda: token_hex(4), init=False)
    _lines: dict[str, dict[str, tuple[int, float]]] = field(factory=dict, init=False)
    _said: dict[str, tuple[int, float]] = field(factory=dict, init=False)
    _to_be_looked_at: set[str] = field(factory=set, init=False)
    _ends: Event = field(factory=Event, init=False)
    _thread: Thread | None = field(default=None, init=False)
    _telling: asyncio.TimerHandle | None = field(default=None, init=False)

    def begin(self) -> None:
        """Hear the others from now on."""
        loop = asyncio.get_running_loop()

        def hear(told: str) -> None:
            with suppress(RuntimeError):  # the loop has ended
                loop.call_soon_threadsafe(self._hear, loop, told)

        def goes_on() -> bool:
            return not self._ends.is_set()

        self._thread = Thread(target=self.store.listen, args=(hear, goes_on), daemon=True)
        self._thread.start()
        self.served.neighbours = self
        self._telling = loop.call_later(TOLD_EVERY, self._tell_on, loop)

    def end(self) -> None:
        """Hear them no more."""
        self._ends.set()
        if self._telling is not None:
            self._telling.cancel()
        if self._thread is not None:
            self._thread.join()

    # --- lines ------------------------------------------------------------------------------------

    def lines(self, room: Room) -> int:
        """How many telephones have a line to a room there."""
        before = self.clock() - TRUSTED_FOR
        return sum(n for n, when in self._lines.get(room.about.id, {}).values() if when >= before)

    def _tell_on(self, loop: asyncio.AbstractEventLoop) -> None:
        """Tell how many have one here although nothing happens: else it is trusted no longer."""
        for room in tuple(self.served.classroom.rooms.values()):
            self.tell_lines(room, self.served.connected_here(room))
        self._telling = loop.call_later(TOLD_EVERY, self._tell_on, loop)

    def tell_lines(self, room: Room, n: int) -> None:
        """Let them know how many have one here, when that is new or was told long ago."""
        said, when = self._said.get(room.about.id, (0, 0.0))
        if n != said or (n and self.clock() - when >= TOLD_EVERY):
            with suppress(KeepingError):  # told anew in its time
                self.store.say(room.about.id, f"{self._name} {n}")
                self._said[room.about.id] = n, self.clock()

    # --- changes ----------------------------------------------------------------------------------

    def _hear(self, loop: asyncio.AbstractEventLoop, told: str) -> None:
        room, *said = told.split(" ")
        if len(said) == 2:
            name, n = said
            self._lines.setdefault(room, {})[name] = int(n), self.clock()
        self._look_later(loop, room)

    def _look_later(
        self, loop: asyncio.AbstractEventLoop, room: str, after: float = LOOKED_AFTER
    ) -> None:
        """Look at a room soon, by its id; at all where that is empty, as what is told may be."""
        if room not in self._to_be_looked_at:
            self._to_be_looked_at.add(room)
            loop.call_later(after, self._look, loop, room)

    def _look(self, loop: asyncio.AbstractEventLoop, room: str) -> None:
        self._to_be_looked_at.discard(room)
        for id in [room] if room else [*{*self.served.classroom.rooms, *self._said}]:
            if not self._has_seen(id):
                # One try for all of them: each may take as long as the store's patience.
                self._look_later(loop, "", TRIED_AFTER)
                return

    def _has_seen(self, id: str) -> bool:
        """Know what others have done with a room; whether that could be read."""
        room = self.served.classroom.rooms.get(id)
        if room is None:
            # An answer may have come here first and met that it has ended; its pages know nothing.
            self.served.ended(id)
            self._lines.pop(id, None)
            self._said.pop(id, None)
            return True
        try:
            return self.served.catch_up(room)
        except RoomEndedError:
            return True
