"""Which rooms a server has: how one begins, is found, learns what others do with it, and ends."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from secrets import token_hex
from time import monotonic, time

from attrs import define, field

from course.classroom import keys, together
from course.classroom.questions import NotTakenError, Questions
from course.classroom.room import LIFETIME, About, News, Room
from course.classroom.store import ClassStore, KeepingError
from course.classroom.sums import LEAST_SMALLEST, MOST_SMALLEST, SMALLEST
from course.content.course import Course

_MOST_ROOMS = 200


class RoomEndedError(Exception):
    """The room is no more: somebody has ended it in another process."""


@define
class Rooms:
    """The rooms of one server, over a store that other processes may share.

    Each process has the rooms in memory. What it changes it changes in its turn, when it has learnt
    what the others have done.
    """

    course: Course
    store: ClassStore
    now: Callable[[], float] = time
    clock: Callable[[], float] = monotonic
    rooms: dict[str, Room] = field(factory=dict, init=False)
    _begun: dict[str, float] = field(factory=dict, init=False)  # by ``clock``
    questions: Questions = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Go on where the server was left."""
        self.questions = Questions(self.course)
        self._meet()
        self.end_old()

    # --- rooms ------------------------------------------------------------------------------------

    def begin(self, lesson: str, language: str, smallest: int = SMALLEST) -> tuple[Room, str]:
        """A new room for a lesson, and the presenter's key to it, which is kept nowhere.

        Raises CourseError where there is no such lesson, KeepingError, and NotTakenError.
        """
        if not LEAST_SMALLEST <= smallest <= MOST_SMALLEST:
            raise NotTakenError("class.smallest", least=LEAST_SMALLEST, most=MOST_SMALLEST)
        if self.store.is_shared:
            self._meet()
        if len(self.rooms) >= _MOST_ROOMS:
            raise NotTakenError("class.rooms-full")
        outline = self.course.outline(lesson, language)
        key, code = keys.new_key(), keys.new_code()
        while self.by_code(code):
            code = keys.new_code()
        about = About(
            id=token_hex(8),
            code=code,
            door=keys.new_key(),
            key=keys.hashed(key),
            lesson=lesson,
            steps=tuple(one.id for one in outline.exercises),
            language=language,
            smallest=smallest,
            began=self.now(),
            together=together.offered_in(self.course, lesson),
        )
        self.store.add(about)
        room = self.rooms[about.id] = Room(about)
        self._begun[about.id] = self.clock()
        return room, key

    def by_code(self, code: str) -> Room | None:
        """The room that a typed code opens."""
        return self._found("code", keys.typed(code))

    def by_door(self, door: str) -> Room | None:
        """The room that an address opens."""
        return self._found("door", door)

    def by_key(self, key: str) -> Room | None:
        """The room that a presenter's key opens."""
        return self._found("key", keys.hashed(key))

    def _found(self, name: str, value: str) -> Room | None:
        for room in self.rooms.values():
            if getattr(room.about, name) == value:
                return room
        if self.store.is_shared and self._meet():
            return self._found(name, value)
        return None

    def _meet(self) -> bool:
        """Know the rooms that others have begun; whether there was any."""
        met = {room.about.id: room for room in self.store.rooms(known=self.rooms)}
        self.rooms |= met
        for room in met.values():
            self.questions.read(room)
            self._begun[room.about.id] = self.clock() - max(0.0, self.now() - room.about.began)
        return bool(met)

    def end(self, room: Room) -> None:
        """Delete a room and all in it. Raises KeepingError if some of it may be left."""
        self.store.remove(room.about.id)
        self.rooms.pop(room.about.id, None)

    # --- what other processes do ------------------------------------------------------------------

    def catch_up(self, room: Room) -> None:
        """Learn what others have done with a room. Raises RoomEndedError, KeepingError."""
        self._learn(room, self.store.news(room.about.id))

    @contextmanager
    def _turn(self, room: Room) -> Iterator[None]:
        """Have the room alone, as the others have left it. Raises RoomEndedError, KeepingError."""
        with self.store.turn(room.about.id) as news:
            self._learn(room, news)
            yield

    def _learn(self, room: Room, news: News) -> None:
        if news.is_over:
            self.rooms.pop(room.about.id, None)
            raise RoomEndedError
        room.learn(news)

    # --- at the end of a day ----------------------------------------------------------------------

    def end_old(self) -> list[Room]:
        """Delete the rooms whose time is over, and give them; what cannot be, is tried anew.

        The computer's clock is asked when a room is met, and not again: one that was off and is put
        right ends no class.
        """
        now, rooms = self.clock(), self.rooms.items()
        old = [room for id, room in rooms if now - self._begun[id] >= LIFETIME]
        for room in old:
            with suppress(KeepingError):
                self.end(room)
        return old

    def may_begin(self, key: str) -> bool:
        """Whether it is the key of an instructor of this server."""
        return keys.hashed(key) in self.store.instructors()
