"""What is answered in the rooms of a server, and what their instructors do.

Whatever changes is kept first and then counted, so that what was acknowledged is there after a
restart, and what could not be kept was never counted.
"""

from collections.abc import Sequence
from typing import Any

from attrs import define, evolve, frozen

from course.classroom import together
from course.classroom.phases import NotNowError
from course.classroom.questions import NotTakenError
from course.classroom.room import MOST_PEOPLE, Note, Room
from course.classroom.rooms import Rooms
from course.classroom.store import KeepingError
from course.errors import CourseError

LONGEST_NOTE = 600
"""Letters; what is shared is read from a screen."""

_MOST_NOTES = 300  # in a room, waiting or shown


@frozen
class Sent:
    """An answer as a telephone sends it; ``n`` is the number that it gave it."""

    person: str
    step: int
    round: int
    n: int
    filled: Any


@define
class Classroom(Rooms):
    """The rooms of one server, with all that is sent to them."""

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
