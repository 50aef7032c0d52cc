"""The line of a page: a WebSocket that tells it how its room stands, and takes nothing else."""

import json
from contextlib import suppress
from urllib.parse import urlsplit

from tornado.websocket import WebSocketClosedError, WebSocketHandler

from course.classroom.room import Room
from course.paths import LANGUAGES
from course.runtimes.classroom.answering import Answering
from course.runtimes.classroom.served import VIEWS, as_json

LARGEST_MESSAGE = 2_000
"""Bytes; the one message of a page says who it is."""


class LiveHandler(Answering, WebSocketHandler):
    """``live``: the first message says which view it is, and shows door or key."""

    view = ""
    language = ""
    room: Room | None = None

    def check_origin(self, origin: str) -> bool:
        """Pages of this server: by the address that was asked for, or by the public one.

        A proxy that tells no port, or no name but its own, would shut all lines out otherwise.
        """
        public = urlsplit(self.served.address)
        return origin == f"{public.scheme}://{public.netloc}" or super().check_origin(origin)

    def on_message(self, text: str | bytes) -> None:
        """Know the page, and tell it how the room stands; whatever else it sends is left alone."""
        if self.room is not None:
            return
        try:
            sent = json.loads(text)
            view, secret, asked = sent["view"], sent["secret"], sent["in"]
        except (ValueError, RecursionError, KeyError, TypeError):
            self.close(1003)
            return
        if view not in VIEWS or asked not in LANGUAGES or not isinstance(secret, str):
            self.close(1003)
            return
        rooms = self.served.classroom
        room = rooms.by_key(secret) if view == "lead" else rooms.by_door(secret)
        if room is None:
            self.tell(as_json({"ended": True}))
            self.close(1000)
            return
        self.view, self.language, self.room = view, asked, room
        self.served.listen(room, self)
        self.tell(as_json(self.served.state(room, view, asked)))

    def tell(self, text: str) -> None:
        """Send a state."""
        with suppress(WebSocketClosedError):
            self.write_message(text)

    def hang_up(self) -> None:
        """The server goes away, or the room has."""
        self.close(1001)

    def on_close(self) -> None:
        """Tell it no more."""
        if self.room is not None:
            self.served.forget(self.room, self)
