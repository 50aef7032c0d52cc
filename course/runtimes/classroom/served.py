"""What all requests of a class's server share: its rooms, who listens, and how it is reached."""

import asyncio
import json
from collections.abc import Container
from typing import Any, Protocol

from attrs import define, field

from course.classroom import told
from course.classroom.classroom import Classroom, Sent
from course.classroom.keys import WrongCodes
from course.classroom.room import Room
from course.classroom.rooms import RoomEndedError
from course.classroom.store import KeepingError
from course.plain import Json
from course.runtimes.classroom.addresses import LOOPBACKS
from course.runtimes.classroom.gathering import Gathering
from course.runtimes.classroom.models import Models
from course.runtimes.classroom.wifi import Wifi, square

VIEWS = ("phone", "screen", "lead")
"""Those of a participant, of the whole class, and of the instructor."""

COUNTED_AFTER = 0.5  # seconds, at most, until the instructor sees that somebody has answered


class Neighbours(Protocol):
    """The other processes that serve the same rooms."""

    def lines(self, room: Room) -> int:
        """How many telephones have a line to a room there."""

    def tell_lines(self, room: Room, n: int) -> None:
        """Let them know how many have one here."""


class Listener(Protocol):
    """A page that is told what changes."""

    view: str
    language: str

    def tell(self, text: str) -> None:
        """Send it a state, as JSON."""

    def hang_up(self) -> None:
        """Close its line."""


@define
class Served:
    """A classroom that is being served.

    Attributes:
        classroom: the rooms.
        address: where participants find the server, as they see it; ends with ``/``.
        wifi: the network that they have to be on; None where nothing is said.
        language: the one that pages begin in.
        own_key: what begins rooms on this computer, besides the keys of instructors.
        here: this computer's own addresses: it asks itself by the one that it serves at.
        reached: whether a page has come from another computer.
        neighbours: the other processes that serve the same rooms; None where there can be none.
    """

    classroom: Classroom
    address: str
    language: str = "sv"
    wifi: Wifi | None = None
    own_key: str = ""
    here: Container[str] = LOOPBACKS
    reached: bool = False
    wrong_codes: WrongCodes = field(factory=WrongCodes)
    _listeners: dict[str, set[Listener]] = field(factory=dict, init=False)
    neighbours: Neighbours | None = None
    _squares: dict[str, list[str]] = field(factory=dict, init=False)
    _told: dict[str, int] = field(factory=dict, init=False)
    _to_be_counted: set[str] = field(factory=set, init=False)
    _gathering: Gathering = field(init=False)
    models: Models = field(init=False)

    _wifi: Json | None = field(init=False)

    @_wifi.default
    def _wifi_told(self) -> Json | None:
        return self.wifi.told() if self.wifi else None

    @_gathering.default
    def _gather(self) -> Gathering:
        return Gathering(self.classroom)

    @models.default
    def _models(self) -> Models:
        return Models(self.classroom)

    # --- what is told -----------------------------------------------------------------------------

    def state(self, room: Room, view: str, language: str) -> Json:
        """What a view shows of a room now."""
        if view == "phone":
            return told.common(self.classroom, room, language)
        state = (told.on_screen if view == "screen" else told.to_instructor)(
            self.classroom, room, language
        )
        state |= {"address": self.address, "wifi": self._wifi, "square": self._square(room)}
        if view == "lead":
            state |= {"reached": self.reached, "connected": self.connected(room)}
        return state

    def join_address(self, room: Room) -> str:
        """The address that opens a room without a code; what stands after # is sent nowhere."""
        return f"{self.address}#{room.about.door}"

    def _square(self, room: Room) -> list[str]:
        """That address as a square to scan, row by row, each of 0 and 1."""
        id = room.about.id
        if id not in self._squares:
            self._squares[id] = square(self.join_address(room))
        return self._squares[id]

    def connected(self, room: Room) -> int:
        """How many telephones have a line to the room."""
        elsewhere = self.neighbours.lines(room) if self.neighbours else 0
        return self.connected_here(room) + elsewhere

    def connected_here(self, room: Room) -> int:
        """How many of them have it to this process."""
        return sum(one.view == "phone" for one in self._listeners.get(room.about.id, ()))

    # --- who listens ------------------------------------------------------------------------------

    def listen(self, room: Room, listener: Listener) -> None:
        """Tell a page what changes in a room, from now on."""
        self._listeners.setdefault(room.about.id, set()).add(listener)
        self._told.setdefault(room.about.id, room.version)
        self.counted(room)

    def forget(self, room: Room, listener: Listener) -> None:
        """A page has gone."""
        self._listeners.get(room.about.id, set()).discard(listener)
        self.counted(room)

    def changed(self, room: Room) -> None:
        """Tell every page of a room how it stands."""
        self._told[room.about.id] = room.version
        self._tell(room, VIEWS)

    def counted(self, room: Room) -> None:
        """Tell screen and instructor how many there are, soon, and many at once."""
        if room.about.id in self._to_be_counted:
            return
        self._to_be_counted.add(room.about.id)
        asyncio.get_running_loop().call_later(COUNTED_AFTER, self._count, room)

    def _count(self, room: Room) -> None:
        self._to_be_counted.discard(room.about.id)
        if room.about.id in self.classroom.rooms:
            self._tell(room, ("screen", "lead"))
            if self.neighbours:
                self.neighbours.tell_lines(room, self.connected_here(room))

    def catch_up(self, room: Room) -> bool:
        """Know what other processes have done with a room, and tell its pages.

        Whether it could be read. Raises RoomEndedError, when the pages have been told.
        """
        if not self.classroom.store.is_shared:
            return True
        try:
            self.classroom.catch_up(room)
        except RoomEndedError:
            self.ended(room.about.id)
            raise
        except KeepingError:
            return False
        self.tell(room)
        return True

    def tell(self, room: Room) -> None:
        """Tell every page of a room that something has changed, if not that there is one more."""
        if room.version == self._told.get(room.about.id):
            self.counted(room)
        else:
            self.changed(room)

    async def answer(self, room: Room, sent: Sent) -> None:
        """Take an answer as `Classroom.answer` does; in a database with others, if there are."""
        if self.classroom.store.is_shared:
            await self._gathering.answer(room, sent)
        else:
            self.classroom.answer(room, sent.person, sent.step, sent.round, sent.n, sent.filled)
        self.tell(room)

    def _tell(self, room: Room, views: tuple[str, ...]) -> None:
        texts: dict[tuple[str, str], str] = {}
        for listener in tuple(self._listeners.get(room.about.id, ())):
            if listener.view in views:
                of = (listener.view, listener.language)
                if of not in texts:
                    texts[of] = as_json(self.state(room, *of))
                listener.tell(texts[of])

    def ended(self, id: str) -> None:
        """Tell every page that its room, known by its id alone, is no more."""
        self._squares.pop(id, None)
        self._told.pop(id, None)
        for listener in self._listeners.pop(id, set()):
            listener.tell(as_json({"ended": True}))
            listener.hang_up()

    def end_old(self) -> None:
        """Delete the rooms whose time is over, and tell their pages."""
        for room in self.classroom.end_old():
            self.ended(room.about.id)

    def hang_up(self) -> None:
        """Close all lines: the pages come back when the server does."""
        for listeners in self._listeners.values():
            for listener in tuple(listeners):
                listener.hang_up()


def as_json(value: Any) -> str:
    """JSON in ASCII: half a character that somebody sent cannot break the line."""
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))
