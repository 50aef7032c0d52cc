"""Answers that come at about the same time are kept in one turn: a database takes long for each."""

import asyncio

from attrs import define, field

from course.classroom.classroom import Classroom, Sent
from course.classroom.room import Room

GATHERED_FOR = 0.01  # seconds that the first of them waits for more

Waiting = tuple[Sent, "asyncio.Future[None]"]


@define
class Gathering:
    """The answers that wait to be kept, by room."""

    classroom: Classroom
    _waiting: dict[str, list[Waiting]] = field(factory=dict, init=False)

    async def answer(self, room: Room, sent: Sent) -> None:
        """Take an answer, as `Classroom.answer` does, when it is kept with the others."""
        loop = asyncio.get_running_loop()
        waiting = self._waiting.setdefault(room.about.id, [])
        kept = loop.create_future()
        waiting.append((sent, kept))
        if len(waiting) == 1:
            loop.call_later(GATHERED_FOR, self._keep, room)
        await kept

    def _keep(self, room: Room) -> None:
        waiting = self._waiting.pop(room.about.id)
        try:
            outcomes = self.classroom.answer_all(room, [sent for sent, _ in waiting])
        except Exception as error:  # each of them is told
            outcomes = [error] * len(waiting)
        for (_, kept), outcome in zip(waiting, outcomes, strict=True):
            if outcome is None:
                kept.set_result(None)
            else:
                kept.set_exception(outcome)
