"""All rooms of a server: who begins one, who comes in, what is answered, how each ends.

Whatever changes is kept first and then counted, so that what was acknowledged is there after a
restart, and what could not be kept was never counted.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from secrets import token_hex
from time import monotonic, time
from typing import Any

from attrs import define, evolve, field, frozen

from course.classroom import keys, together
from course.classroom.phases import NotNowError
from course.classroom.questions import NotTakenError, Questions
from course.classroom.room import LIFETIME, MOST_PEOPLE, About, News, Note, Room
from course.classroom.store import ClassStore, KeepingError
from course.classroom.sums import LEAST_SMALLEST, MOST_SMALLEST, SMALLEST
from course.content.course import Course
from course.errors import CourseError

LONGEST_NOTE = 600
"""Letters; what is shared is read from a screen."""

_MOST_NOTES = 300  # in a room, waiting or shown
_MOST_ROOMS = 200


@frozen
class Sent:
    """An answer as a telephone sends it; ``n`` is the number that it gave it."""

    person: str
    step: int
    round: int
    n: int
    filled: Any


class RoomEndedError(Exception):
    """The room is no more: somebody has ended it in another process."""


@define
class Classroom:
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

    # --- what is sent -----------------------------------------------------------------------------

    def answer(self, room: Room, person: str, step: int, round: int, n: int, filled: Any) -> None:
        """Take an answer; the same one again changes nothing.

        Raises NotTakenError where it is none, NotNowError where it comes too late, KeepingError.
        """
        (outcome,) = self.answer_all(room, [Sent(person, step, round, n, filled)])
        if outcome is not None:
            raise outcome

    def answer_all(self, room: Room, sent: Sequence[Sent]) -> list[Exception | None]:
        """Take answers in one turn; why each is not taken, as ``answer`` raises it, or None.

        Raises KeepingError where none of them is.
        """
        read = [self._read(room, one) for one in sent]
        before = room.answered()
        try:
            with self._turn(room):
                before = room.answered()
                return [self._kept(room, *both) for both in zip(sent, read, strict=True)]
        except KeepingError:
            room.put_back(before)
            raise

    def _kept(self, room: Room, sent: Sent, answer: Any) -> Exception | None:
        if isinstance(answer, Exception):
            return answer
        person, step, round = sent.person, sent.step, sent.round
        try:
            if name := room.together(step):
                self._join(room, name, sent)
                return None
            given = room.taken(person, step, round, sent.n, answer)
        except NotNowError as error:
            return error
        if given is not None:
            self.store.keep_answer(room.about.id, person, step, round, given)
            room.keep(person, step, round, given)
        return None

    def _join(self, room: Room, name: str, sent: Sent) -> None:
        if sent.step not in room.stands:
            raise NotNowError("not-begun")
        if sent.person not in room.people and len(room.people) >= MOST_PEOPLE:
            raise NotNowError("full")
        added = together.THINGS[name].added(room, sent.step, sent.person, sent.filled)
        if added is not None:
            row, given = added
            self.store.keep_answer(room.about.id, row, sent.step, 1, given)
            room.people.add(sent.person)
            room.round(sent.step, 1).answers[row] = given

    def _read(self, room: Room, sent: Sent) -> Any:
        """The kind's own answer, or why it is none; together, what was filled in."""
        if room.together(sent.step):
            return sent.filled
        try:
            return self.questions.answered(room, sent.step, sent.filled)
        except (NotNowError, NotTakenError, CourseError) as error:
            return error

    def take_part(self, room: Room, person: str, step: int, filled: Any = None) -> None:
        """Take somebody into what the class does together, or what they have filled in there.

        The same again changes nothing. Raises NotNowError where it cannot be, KeepingError.
        """
        name = room.together(step)
        if name is None or step not in room.stands:
            raise NotNowError("not-begun")
        if together.THINGS[name].added(room, step, person, filled) is not None:
            self.answer(room, person, step, 1, 0, filled)

    def share(self, room: Room, step: int, text: str) -> None:
        """Take words that somebody shares; they wait for the instructor."""
        # No text has a zero character in it, and PostgreSQL takes none.
        words = " ".join(text.replace("\0", "").split())[:LONGEST_NOTE]
        with self._turn(room):
            if not words or step not in room.stands:
                raise NotTakenError("class.nothing-shared")
            if len(room.notes) >= _MOST_NOTES:
                raise NotTakenError("class.notes-full")
            note = Note(max(room.notes, default=0) + 1, step, words)
            self.store.keep_note(room.about.id, note)
        room.notes[note.id] = note

    # --- what the instructor does -----------------------------------------------------------------

    def steer(self, room: Room, action: str, value: Any = None, seen: int | None = None) -> None:
        """Do what the instructor asks, if the room's version is the one that the page has seen.

        Raises NotNowError where that cannot be done as the room stands, KeepingError.
        """
        before = None
        try:
            with self._turn(room):
                before = room.state(), {**room.notes}
                if seen not in (None, room.version):
                    raise NotNowError("changed-meanwhile")
                self._steer(room, action, value)
        except (KeepingError, NotNowError):
            if before is not None:
                state, room.notes = before
                room.restore(state)
            raise

    def _steer(self, room: Room, action: str, value: Any) -> None:
        if action in ("let-in", "take-away"):
            self._judge_note(room, action, value)
            return
        if action == "go" and _is_number(value):
            room.go(value, self.now())
        elif action == "hands":
            room.count_hands(room.at, self.questions.hands(room, value))
        elif action == "deal" and (name := room.together(room.at)):
            room.deal(together.THINGS[name].chosen(self.course, room, value), self.now())
        else:
            room.act(action)
            if action == "part" and not room.is_played():  # whose minutes are those of it all
                room.begun[room.at] = self.now()
            if action == "reveal" and (name := room.together(room.at)):
                room.chosen[room.at]["seen"] = together.THINGS[name].there(room, room.at)
        self.store.keep_state(room.about.id, room.state())

    def _judge_note(self, room: Room, action: str, value: Any) -> None:
        note = room.notes.get(value) if _is_number(value) else None
        if note is None:
            raise NotNowError("not-offered")
        if action == "let-in":
            shown = evolve(note, shown=True)
            self.store.keep_note(room.about.id, shown)
            room.notes[note.id] = shown
        else:
            self.store.drop_note(room.about.id, note.id)
            del room.notes[note.id]


def _is_number(given: Any) -> bool:
    return isinstance(given, int) and not isinstance(given, bool)
