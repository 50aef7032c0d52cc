"""What each view is told of a room: the telephones, the big screen, the instructor."""

from typing import Any

from attrs import asdict

from course.classroom import together
from course.classroom.classroom import Classroom
from course.classroom.phases import Stand
from course.classroom.results import result
from course.classroom.room import LIFETIME, LOBBY, Note, Room
from course.content.minutes import exercise_minutes
from course.kinds import KINDS
from course.kinds.exercise import Exercise
from course.kinds.kind import AnswerError, Said
from course.kinds.polled import ONLY, Poll
from course.plain import Json
from course.words import say
from course.words.sentences import first_sentence


def common(classroom: Classroom, room: Room, language: str) -> Json:
    """What all views are told, telephones among them; nothing of it before it is shown."""
    about = room.about
    told: Json = {
        "version": room.version,
        "now": classroom.now(),
        "lesson": classroom.course.titled(about.lesson, language),
        "at": room.at,
        "of": len(about.steps),
        "smallest": about.smallest,
        "exercise": None,
    }
    stand = room.stand
    if stand is None:
        return told
    thing = room.together(room.at)
    if thing:
        return {
            **told,
            "round": stand.round,
            "phase": stand.phase,
            "together": {
                "what": thing,
                "title": together.THINGS[thing].titled(language),
                **together.THINGS[thing].told(classroom.course, room, room.at, language),
            },
        }
    exercise, poll = _opened(classroom, room, language)
    told |= {
        "round": stand.round,
        "phase": stand.phase,
        "exercise": asked(exercise, poll, language),
    }
    if poll is not None and room.round(room.at, 1).at_first is not None:
        told["result"] = result(room, room.at, poll)
    if stand.phase == "revealed":
        told["held"] = held(exercise, poll, language)
    return told


def on_screen(classroom: Classroom, room: Room, language: str) -> Json:
    """What the big screen shows besides: how to come in, and what was let in of shared words."""
    return {
        **common(classroom, room, language),
        "code": room.about.code,
        "answered": _answered(room),
        "notes": [note.text for note in _notes(room) if note.shown],
    }


def to_instructor(classroom: Classroom, room: Room, language: str) -> Json:
    """What the instructor sees besides: what can be done, what to say, what waits."""
    told = {
        **on_screen(classroom, room, language),
        "door": room.about.door,
        "ends": room.about.began + LIFETIME,
        "actions": [*room.actions()],
        "steps": [
            *(_step(classroom, room, n, language) for n in range(len(room.about.steps))),
            *(_done_together(classroom, room, n, language) for n in room.steps_together()),
        ],
        "notes": [asdict(note) for note in _notes(room)],
        "begun": room.begun.get(room.at),
        "started": min(room.begun.values(), default=None),
    }
    thing = room.together(room.at)
    if thing:
        made = together.THINGS[thing]
        told["together"] |= made.to_instructor(classroom.course, room, language)
        told["minutes"] = told["together"].get("minutes", made.minutes(classroom.course, room))
    elif room.stand is not None:
        exercise, poll = _opened(classroom, room, language)
        told["held"] = held(exercise, poll, language)
        told["minutes"] = exercise_minutes(exercise, language)
        told["hands"] = room.round(room.at, room.stand.round).hands
    return told


def _opened(classroom: Classroom, room: Room, language: str) -> tuple[Exercise, Poll | None]:
    return classroom.questions.exercise(room, room.at), classroom.questions.poll(
        room, room.at, language
    )


def asked(exercise: Exercise, poll: Poll | None, language: str) -> Json:
    """An exercise without its key: what is asked, and the rows and places of its form."""
    return {
        "id": exercise.id,
        "title": exercise.title.in_language(language),
        "prompt": exercise.prompt.in_language(language),
        "kind": say(f"card.kind-{exercise.kind}", language),
        "form": poll.form if poll else None,
        "rows": [asdict(row) for row in poll.rows] if poll else [],
        **(_between(poll) if poll and poll.departments else {}),
    }


def _between(poll: Poll) -> Json:
    """Whom the ties that are placed go between, and how many may be placed."""
    return {"departments": [*poll.departments], "most": poll.most}


def held(exercise: Exercise, poll: Poll | None, language: str) -> Json:
    """What holds, and why: the place of each row in the key, and the reasons.

    Where one option is chosen, each has its reason, also those that tempt. ``lines`` is the key in
    words, for what has no rows. Of ties there are several ways that hold, so none of them is right
    alone. ``model``: whether the class's guesses are marked in a model.
    """
    kind = KINDS[exercise.kind]
    key = kind.key(exercise)
    told: Json = {"right": {}, "said": [], "lines": [], "model": bool(poll and poll.has_model)}
    if key is not None:
        told["lines"] = kind.recall(exercise, key, language).splitlines()
    if poll is None:
        return told
    if key is not None:
        told["right"] = {} if poll.form == "ties" else dict(poll.cells(key))
        told["said"] = _said(kind.judge(exercise, key).said, language)
    if poll.form == "one":
        told["said"] = [
            one
            for place in poll.rows[0].places
            for one in _said(kind.judge(exercise, poll.answer({ONLY: place["id"]})).said, language)
        ]
    return told


def _said(pieces: tuple[Said, ...], language: str) -> list[Json]:
    told = []
    for piece in pieces:
        text = piece.text.in_language(language)
        told.append(
            {"text": text, "lead": first_sentence(text), "tone": piece.tone, "about": piece.about}
        )
    return told


def _answered(room: Room) -> int:
    stand = room.stand
    if thing := room.together(room.at):
        return together.THINGS[thing].there(room, room.at)
    return 0 if stand is None else len(room.round(room.at, stand.round).answers)


def _notes(room: Room) -> list[Note]:
    return [note for note in room.notes.values() if note.step == room.at]


def _step(classroom: Classroom, room: Room, n: int, language: str) -> Json:
    exercise = classroom.questions.exercise(room, n)
    stand: Stand | None = room.stands.get(n)
    return {
        "title": exercise.title.in_language(language),
        "minutes": exercise_minutes(exercise, language),
        "core": exercise.core,
        "counted": classroom.questions.poll(room, n, language) is not None,
        "phase": stand.phase if stand else None,
    }


def _done_together(classroom: Classroom, room: Room, n: int, language: str) -> Json:
    thing = together.THINGS[room.together(n) or ""]
    stand: Stand | None = room.stands.get(n)
    return {
        "title": thing.titled(language),
        "minutes": thing.minutes(classroom.course, room),
        "core": False,
        "counted": True,
        "phase": stand.phase if stand else None,
        "isTogether": True,
    }


def own(classroom: Classroom, room: Room, person: str, language: str) -> Json:
    """A participant's own answers to the exercise that the class is at, and what is said to them.

    ``filled`` is the place of each row, round by round; ``said`` is there once it is revealed.
    """
    told: Json = {"filled": {}, "said": []}
    stand = room.stand
    if room.at == LOBBY or stand is None:
        return told
    if thing := room.together(room.at):
        classroom.take_part(room, person, room.at)
        return told | together.THINGS[thing].own(classroom.course, room, person, language)
    exercise, poll = _opened(classroom, room, language)
    if poll is None:
        return told
    latest: Any = None
    for round in range(1, stand.round + 1):
        given = room.round(room.at, round).answers.get(person)
        if given is not None:
            latest = given.answer
            is_number = poll.form == "number"
            cells = {ONLY: _number(latest, language)} if is_number else dict(poll.cells(latest))
            told["filled"][str(round)] = cells
    if latest is not None and stand.phase == "revealed":
        kind = KINDS[exercise.kind]
        try:
            verdict = kind.judge(exercise, kind.accept(exercise, latest))
        except AnswerError:
            return told  # its file was changed while the class went on
        told["said"] = _said(verdict.said, language)
        told["right"] = verdict.right
    return told


def _number(answer: float, language: str) -> str:
    text = f"{answer:g}"
    return text.replace(".", ",") if language == "sv" else text
