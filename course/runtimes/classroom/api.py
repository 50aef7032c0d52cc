"""What the pages of a class ask and send: ``POST api/<what>``, JSON in and JSON out.

The token of a telephone and the presenter's key are in the body, and in nothing that a browser
sends by itself: no cookie, no address.
"""

import hmac
import json
from base64 import b64encode
from collections.abc import Awaitable, Callable
from inspect import isawaitable

from tornado.web import HTTPError

from course.classroom import keys, told
from course.classroom.classroom import Sent
from course.classroom.phases import NotNowError
from course.classroom.questions import NotTakenError
from course.classroom.room import Room
from course.classroom.rooms import RoomEndedError
from course.classroom.run_sheet import run_sheet
from course.classroom.store import KeepingError
from course.classroom.summary import summary
from course.classroom.sums import SMALLEST
from course.classroom.table import table, workbook
from course.classroom.taken_home import taken_home
from course.classroom.together import in_lab, network
from course.errors import CourseError
from course.paths import LANGUAGES
from course.plain import Json
from course.runtimes.classroom.answering import Answering
from course.runtimes.classroom.served import VIEWS
from course.words import say

LARGEST_BODY = 20_000
"""Bytes; the longest that a page sends is what somebody shares."""

_GREATEST = 2**53


class RefusedError(Exception):
    """What is asked for is refused: an HTTP status, and the sentence that says why."""

    def __init__(self, status: int, key: str, **values: object) -> None:
        super().__init__(key)
        self.status = status
        self.key = key
        self.values = values


class ApiHandler(Answering):
    """``POST api/<what>``."""

    async def post(self, what: str) -> None:
        """Do what is asked, or say in words why not."""
        self.sent = self._read()
        asked = self.sent.get("in")
        self.language = asked if asked in LANGUAGES else self.served.language
        try:
            done = _ASKED[what](self)
            self.finish(await done if isawaitable(done) else done)
        except RefusedError as error:
            self._refuse(error.status, error.key, error.values)
        except RoomEndedError:
            self._refuse(410, "class.no-room", {})
        except NotNowError as error:
            self._refuse(409, f"class.{error.key}", {})
        except NotTakenError as error:
            self._refuse(400, error.key, error.values)
        except CourseError as error:
            self._refuse(404, f"error.{error.key}", error.values)
        except KeepingError:
            # A telephone sends an answer again by itself; nothing else is.
            self._refuse(507, f"class.not-kept{'-answer' if what == 'answer' else ''}", {})

    def _refuse(self, status: int, key: str, values: dict[str, object]) -> None:
        self.set_status(status)
        self.finish({"problem": say(key, self.language, **values), "why": key})

    def _read(self) -> Json:
        try:
            sent = json.loads(self.request.body)
        except (ValueError, RecursionError):
            raise HTTPError(400) from None
        if not isinstance(sent, dict):
            raise HTTPError(400)
        return sent

    # --- what was sent ----------------------------------------------------------------------------

    def text(self, name: str) -> str:
        """A text that was sent, without halves of characters; empty for anything else."""
        value = self.sent.get(name)
        return value.encode("utf-8", "replace").decode() if isinstance(value, str) else ""

    def number(self, name: str) -> int:
        """A whole number that was sent; -1 for anything else."""
        value = self.sent.get(name)
        if not isinstance(value, int) or isinstance(value, bool):
            return -1
        return value if 0 <= value < _GREATEST else -1

    def room(self) -> Room:
        """The room that the address of the page opens."""
        room = self.served.classroom.by_door(self.text("door"))
        if room is None:
            raise RefusedError(410, "class.no-room")
        return room

    def led(self) -> Room:
        """The room that the presenter's key opens."""
        room = self.served.classroom.by_key(self.text("key"))
        if room is None:
            raise RefusedError(410, "class.no-room")
        return room

    def caught_up(self) -> Room:
        """The same, with what other processes have done."""
        room = self.led()
        self.served.catch_up(room)
        return room

    def person(self, room: Room) -> str:
        """Who sends it, in this room."""
        person = keys.person(room.about.id, self.text("token"))
        if person is None:
            raise HTTPError(400)
        return person


# --- participants ---------------------------------------------------------------------------------


def _enter(asked: ApiHandler) -> Json:
    """Come in by a typed code, which gives the door, and what is behind it: on a slow network
    each time that is asked takes long. Wrong codes are counted by address.
    """
    served, address = asked.served, asked.comes_from
    if served.wrong_codes.are_too_many(address):
        raise RefusedError(429, "class.too-many-codes")
    room = served.classroom.by_code(asked.text("code"))
    if room is None:
        served.wrong_codes.add(address)
        raise RefusedError(404, "class.wrong-code")
    return {"door": room.about.door, "state": served.state(room, "phone", asked.language)}


def _state(asked: ApiHandler) -> Json:
    """How the room stands, for a page that has no line."""
    view = asked.text("view")
    room = asked.led() if view == "lead" else asked.room()
    if view not in VIEWS:
        raise HTTPError(400)
    if view == "phone" and asked.number("since") == room.version:
        return {"same": room.version}
    return asked.served.state(room, view, asked.language)


def _own(asked: ApiHandler) -> Json:
    """What the sender has answered here, and what is said to it once it is revealed."""
    room = asked.room()
    asked.served.catch_up(room)
    own = told.own(asked.served.classroom, room, asked.person(room), asked.language)
    if room.together(room.at):
        asked.served.counted(room)  # whoever asks has come into it
    return own


async def _model(asked: ApiHandler) -> Json:
    """The model of an exercise in which the class's guesses are marked, once it is told."""
    room = asked.led() if asked.text("key") else asked.room()
    asked.served.catch_up(room)
    return await asked.served.models.drawn(room, asked.number("step"), asked.language)


async def _answer(asked: ApiHandler) -> Json:
    """Keep an answer, and say so when it is kept."""
    room = asked.room()
    step, round, n = (asked.number(name) for name in ("step", "round", "n"))
    filled = asked.sent.get("filled")
    await asked.served.answer(room, Sent(asked.person(room), step, round, n, filled))
    return {"kept": n}


def _share(asked: ApiHandler) -> Json:
    """Take the words that somebody shares."""
    room = asked.room()
    asked.person(room)
    asked.served.classroom.share(room, asked.number("step"), asked.text("text"))
    asked.served.counted(room)
    return {"shared": True}


def _home(asked: ApiHandler) -> Json:
    """The sender's answers, as the course's file."""
    room = asked.room()
    asked.served.catch_up(room)
    file = taken_home(asked.served.classroom, room, asked.person(room), asked.language)
    return {"file": file.decode("utf-8")}


# --- instructors ----------------------------------------------------------------------------------


def _lessons(asked: ApiHandler) -> Json:
    """The lessons that a room can take, for whoever may begin one."""
    _may_begin(asked)
    outlines = asked.served.classroom.course.outlines(asked.language)
    return {"lessons": [{"id": one.id, "text": f"{one.number} {one.title}"} for one in outlines]}


def _begin(asked: ApiHandler) -> Json:
    """Begin a room."""
    _may_begin(asked)
    smallest = asked.number("smallest") if "smallest" in asked.sent else SMALLEST
    _, key = asked.served.classroom.begin(asked.text("lesson"), asked.language, smallest)
    return {"key": key}


def _may_begin(asked: ApiHandler) -> None:
    key, own = asked.text("key"), asked.served.own_key
    is_own = bool(own) and hmac.compare_digest(keys.hashed(key), keys.hashed(own))
    if not is_own and not asked.served.classroom.may_begin(key):
        raise RefusedError(403, "class.not-yours")


def _steer(asked: ApiHandler) -> Json:
    """Do what the instructor asks, if the room stands as the page thinks; how it stands then."""
    room = asked.led()
    action, value = asked.text("action"), asked.sent.get("value")
    asked.served.classroom.steer(room, action, value, asked.number("version"))
    asked.served.changed(room)
    return asked.served.state(room, "lead", asked.language)


def _end(asked: ApiHandler) -> Json:
    """Delete the room."""
    room = asked.led()
    asked.served.classroom.end(room)
    asked.served.ended(room.about.id)
    return {"ended": True}


def _sheet(asked: ApiHandler) -> Json:
    """The guide's run sheet, which does not change while the class goes on."""
    room = asked.led()
    return {"sheet": run_sheet(asked.served.classroom.course, room, asked.language)}


def _lab(asked: ApiHandler) -> Json:
    """The class's own network as a card of the network lab, and the index of its sums."""
    room, course = asked.caught_up(), asked.served.classroom.course
    step = next(n for n in room.steps_together() if room.together(n) == "network")
    made = in_lab.card(room, asked.language)
    return {"card": made, "network": network.told(course, room, step, asked.language)}


def _look(asked: ApiHandler) -> Json:
    """How it goes in that network, as it has been changed in the lab."""
    return in_lab.scene(asked.caught_up(), asked.sent.get("setting"))


def _table(asked: ApiHandler) -> Json:
    """The sums, as a table."""
    return {"file": table(asked.served.classroom, asked.caught_up(), asked.language)}


def _workbook(asked: ApiHandler) -> Json:
    """The sums, as a workbook, in base 64."""
    made = workbook(asked.served.classroom, asked.caught_up(), asked.language)
    return {"file": b64encode(made).decode("ascii")}


def _summary(asked: ApiHandler) -> Json:
    """All that the class has seen, for a page to print."""
    return summary(asked.served.classroom, asked.caught_up(), asked.language)


_ASKED: dict[str, Callable[[ApiHandler], Json | Awaitable[Json]]] = {
    "enter": _enter,
    "state": _state,
    "own": _own,
    "model": _model,
    "answer": _answer,
    "share": _share,
    "home": _home,
    "lessons": _lessons,
    "begin": _begin,
    "steer": _steer,
    "end": _end,
    "sheet": _sheet,
    "lab": _lab,
    "lab-look": _look,
    "summary": _summary,
    "table": _table,
    "workbook": _workbook,
}

ASKED = "|".join(_ASKED)
"""All that can be asked, for an address."""
