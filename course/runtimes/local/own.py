"""One's own organisation: its page, and what the page asks; a table never leaves this computer."""

import asyncio
import json

from tornado.escape import json_encode
from tornado.web import HTTPError

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
        await self.take_form()
        try:
            asked = json.loads(self.get_body_argument("asked", ""))
        except (ValueError, RecursionError) as fault:
            raise HTTPError(400) from fault
        ties, units = (self._file(name) for name in ("ties", "units"))
        session, keeper = self.served.session(language), self.served.keeper
        # Beside the loop: a large table takes seconds, and other pages go on.
        told = await asyncio.to_thread(session.own, asked, ties, units)
        do, journal = asked.get("do") if isinstance(asked, dict) else None, self.served.journal
        writes = [journal.write_drafts] if do in _DRAFTED else []
        writes += [journal.write] if do in _PLANNED else []
        if writes:
            is_written = all([await keeper.beside(write) for write in writes])
            told = {**told, "kept": is_written and journal.is_keeping}
        self.set_header("Content-Type", "application/json")
        self.set_header("Cache-Control", "no-store")
        self.finish(json_encode({**told, "saved": session.saved()}))

    def _file(self, name: str) -> bytes:
        given = self.request.files.get(name, [])
        return bytes(given[0]["body"]) if given else b""
