"""The line between a page and its session: a WebSocket that carries messages and changes."""

import asyncio
import json
from contextlib import suppress
from typing import Any

from tornado.websocket import WebSocketClosedError, WebSocketHandler

from course.plain import Json
from course.runtimes.local.admitted import Admitted
from course.runtimes.local.beside import ModelStoppedError
from course.session import Session
from course.session.changes import MOST_BYTES, taken
from course.words import say

_WAITED_FOR = ("answer", "recall", "promise", "outcome", "plan")
"""What a page keeps until it hears that it is saved."""


class LineHandler(Admitted, WebSocketHandler):
    """``/course/sv/line?lesson=…``: what a page asks, and what changes."""

    language: str
    lesson: str

    async def get(self, language: str) -> None:
        """Open the line of a page; refuses pages of other sites, and strangers."""
        self.language, self.lesson = language, self.get_query_argument("lesson", "")
        preview = self.served.preview(language) if not self.lesson else None
        self.session: Session = preview or self.served.session(language)
        await super().get()

    def open(self, *_: str) -> None:
        """Listen for what is made durable."""
        self.set_nodelay(True)  # what comes after a verdict does not wait for the page's receipt
        self._under_way: dict[str, asyncio.Task[None]] = {}
        self._unsaved: dict[str, Any] = {}
        self._told_kept = self.served.journal.kept
        self._forget = self.served.keeper.on_written(self._written)
        self.served.lines.add(self)

    def on_message(self, text: str | bytes) -> None:
        """Answer one message; what cannot be read is left alone.

        So is what comes at the end, when all may have been written already: the page keeps it.
        """
        if self.served.is_ending:
            return
        try:
            sent = json.loads(text) if len(text) <= MOST_BYTES else None
        except (ValueError, RecursionError):
            return
        if not isinstance(sent, dict) or not isinstance(exercise := sent.get("exercise"), str):
            return
        message = taken(sent.get("message"))
        if message is None:
            return
        # A new message about an exercise leaves off what was under way there.
        if message["do"] != "draft" and (task := self._under_way.pop(exercise, None)):
            task.cancel()
        if message["do"] == "look":
            self._under_way[exercise] = asyncio.ensure_future(self._look(exercise, message))
        else:
            self._answer(exercise, message)

    def _answer(self, exercise: str, message: Json) -> None:
        recorded = False
        for name, value in self.session.handle(self.lesson, exercise, message):
            recorded = recorded or name == "event"
            if name != "event":
                self._say(exercise, name, value)
        if message["do"] in ("draft", "try"):
            self.served.keeper.drafts_soon()
        if message["do"] in _WAITED_FOR or (message["do"] == "try" and recorded):
            self._unsaved[exercise] = message.get("n")
        if recorded or message["do"] in _WAITED_FOR:
            # Feedback does not wait for the disk; "saved" does.
            self.served.keeper.write_soon()

    def _written(self, kept: bool) -> None:
        """Tell what has become of the answers that this page waits for, and of keeping at all."""
        if not kept and self.served.journal.why is None:
            return  # something newer waits for the next write, which is on its way
        saved = self.session.saved()
        for exercise, n in self._unsaved.items():
            self._say(exercise, "saved", {**saved, "n": n})
        if kept:
            self._unsaved.clear()
        if kept != self._told_kept:
            self._told_kept = kept
            self._say("", "saved", {**saved, "n": None})

    async def _look(self, exercise: str, message: Json) -> None:
        """Let a model run beside, and pass on what it shows."""
        request = self.served.model(self.session, self.lesson, exercise, message["setting"])
        n = message.get("n")
        try:
            async for scene in self.served.beside.scenes(request):
                self._say(exercise, "scene", {**scene, "n": n})
        except ModelStoppedError:
            problem = say("view.no-scene", self.language)
            self._say(exercise, "state", {"answered": False, "problem": problem, "n": n})

    def _say(self, exercise: str, name: str, value: Json) -> None:
        change = {"exercise": exercise, "name": name, "value": value}
        with suppress(WebSocketClosedError):
            self.write_message(json.dumps(change, ensure_ascii=True))

    def on_close(self) -> None:
        """Leave off what is under way for this page."""
        for task in self._under_way.values():
            task.cancel()
        self._forget()
        self.served.lines.discard(self)
        if not self.served.is_ending:
            self.served.keeper.drafts_soon()
