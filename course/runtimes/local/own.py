"""One's own organisation: its page, and what the page asks; a table never leaves this computer."""

import asyncio
from base64 import b64encode
from contextlib import aclosing

from tornado.escape import json_encode
from tornado.web import HTTPError

from course.plain import Json
from course.runtimes.local.beside import ModelStoppedError
from course.runtimes.local.upload import UploadHandler

_DRAFTED = ("keep", "forget")
_PLANNED = ("plan", "unplan", "forget")
"""What changes what is kept beside the journal, and in it; it is answered when that is done."""


class OwnHandler(UploadHandler):
    """``/course/sv/own``: the page; posted to, the same address reads, keeps, shows, deletes."""

    def get(self, language: str) -> None:
        """Draw the page; what is kept it asks for itself."""
        xsrf = self.xsrf_token.decode()
        self.show(self.served.pages.own(self.served.session(language), xsrf=xsrf))

    async def post(self, language: str) -> None:
        """Answer one question: ``asked``, as JSON, with the files ``ties`` and ``units``."""
        from course.session import own_apart  # when it is first asked: most never come here

        await self.take_form()
        journal, keeper = self.served.journal, self.served.keeper
        before = await asyncio.to_thread(own_apart.kept, journal)
        told = await self._told({"language": language, "kept": before})
        own_apart.keep(journal, before, told["kept"], language)
        writes = [journal.write_drafts] if told["do"] in _DRAFTED else []
        writes += [journal.write] if told["do"] in _PLANNED else []
        more: Json = {"saved": self.served.session(language).saved()}
        if writes:
            is_written = all([await keeper.beside(write) for write in writes])
            more["kept"] = is_written and journal.is_keeping
        self.set_header("Content-Type", "application/json")
        self.set_header("Cache-Control", "no-store")
        # Joined as text: thousands of people are not taken apart and put together again here.
        self.finish(", ".join(filter(None, (json_encode(more)[:-1], told["told"][1:-1]))) + "}")

    async def _told(self, request: Json) -> Json:
        """What the process tells that reads and counts; HTTPError 400 for what is no JSON."""
        files = {name: b64encode(self._file(name)).decode() for name in ("ties", "units")}
        asked = {**request, **files, "asked": self.get_body_argument("asked", "")}
        try:
            async with aclosing(self.served.apart.scenes({"own": asked})) as answers:
                told = await anext(answers)
        except ModelStoppedError as fault:  # the page says that nothing answers
            raise HTTPError(503) from fault
        if not told:
            raise HTTPError(400)
        return told

    def _file(self, name: str) -> bytes:
        given = self.request.files.get(name, [])
        return bytes(given[0]["body"]) if given else b""
