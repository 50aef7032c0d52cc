"""What somebody takes home: the own answers, as a file that the course reads in."""

from datetime import UTC, datetime

from course.classroom.classroom import Classroom
from course.classroom.phases import ROUNDS
from course.classroom.room import Room
from course.journal import Journal, MemoryStore
from course.kinds import KINDS
from course.kinds.kind import AnswerError


def taken_home(classroom: Classroom, room: Room, person: str, language: str) -> bytes:
    """The answers to what has been revealed, round by round, as a journal's export.

    What is not revealed yet is left out: the verdict in the file would tell what holds.
    """
    journal = Journal(MemoryStore(), clock=lambda: datetime.fromtimestamp(classroom.now(), UTC))
    for step, stand in sorted(room.stands.items()):
        if stand.phase != "revealed" or room.together(step):
            continue
        exercise = classroom.questions.exercise(room, step)
        kind = KINDS[exercise.kind]
        for round in ROUNDS:
            given = room.round(step, round).answers.get(person)
            if given is None:
                continue
            try:
                answer = kind.accept(exercise, given.answer)
            except AnswerError:
                continue  # its file was changed while the class went on
            verdict = kind.judge(exercise, answer)
            journal.answer(
                exercise.lesson,
                exercise.id,
                answer,
                verdict={"right": verdict.right, "score": verdict.score},
                fingerprint=exercise.fingerprint,
                language=language,
                words=kind.recall(exercise, answer, language),
            )
    return journal.export()
