"""The models in which a class's guesses are marked, each drawn once for a server."""

import asyncio

from attrs import define, field

from course.classroom.classroom import Classroom
from course.classroom.phases import NotNowError
from course.classroom.room import Room
from course.kinds import KINDS
from course.plain import Json

Wanted = tuple[str, str, str]
"""Which model: the lesson, the exercise, the language."""


@define
class Models:
    """What the models of the exercises show where they begin."""

    classroom: Classroom
    _drawn: dict[Wanted, "asyncio.Task[Json]"] = field(factory=dict, init=False)

    async def drawn(self, room: Room, step: int, language: str) -> Json:
        """The ``scene`` of an exercise's model, its ``controls``, and each ``guesses`` by option.

        A simulation takes seconds: it runs in a thread, and once for all who ask. Raises
        NotNowError where the class has not been told what holds, or nothing is marked in a model.
        """
        stand = room.stands.get(step)
        if stand is None or stand.phase != "revealed" or room.together(step):
            raise NotNowError("not-begun")
        poll = self.classroom.questions.poll(room, step, language)
        if poll is None or not poll.has_model:
            raise NotNowError("not-offered")
        wanted = (room.about.lesson, room.about.steps[step], language)
        if wanted not in self._drawn:
            work = asyncio.to_thread(self._draw, room, step, language)
            self._drawn[wanted] = asyncio.ensure_future(work)
        try:
            return await asyncio.shield(self._drawn[wanted])
        except Exception:
            self._drawn.pop(wanted, None)  # whoever asks next has it tried anew
            raise

    def _draw(self, room: Room, step: int, language: str) -> Json:
        exercise = self.classroom.questions.exercise(room, step)
        kind = KINDS[exercise.kind]
        task = kind.task(exercise, language)
        *_, scene = kind.scenes(exercise, {}, language)
        # As each learner's own work has it: the words of a model know no municipality but ours.
        scene = self.classroom.course.filling.shown(scene, language)
        return {"scene": scene, "controls": task["controls"], "guesses": task["guesses"]}
