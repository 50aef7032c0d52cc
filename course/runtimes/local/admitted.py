"""What all answers of the server have in common: the door, the headers, the sentences."""

from typing import Any
from urllib.parse import unquote

from tornado.web import HTTPError, RequestHandler

from course.paths import LANGUAGES
from course.runtimes.local.door import Door
from course.runtimes.local.served import Served
from course.words import say

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "style-src-attr 'unsafe-inline'",  # the drawings of figures have their colours there
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""Scripts, styles and all else are the course's own files; no other host is asked."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Admitted(RequestHandler):
    """A request that is answered only behind the door."""

    served: Served
    door: Door

    def initialize(self, served: Served, door: Door) -> None:
        """Know what is served, and who may come in."""
        self.served, self.door = served, door

    def set_default_headers(self) -> None:
        """Put what browsers are to keep to on every answer, also on one that says no."""
        for name, value in HEADERS.items():
            self.set_header(name, value)

    async def prepare(self) -> None:
        """Let nobody further who may not come in."""
        if (before := super().prepare()) is not None:
            await before
        if self.served.is_ending and not self._finished:
            self.set_status(503)
            self.set_header("Content-Type", "text/plain; charset=utf-8")
            self.finish(say("serve.stopping", self.served.language))
        if not self._finished and not self.door.admits(self):
            self.door.turn_away(self)

    def compute_etag(self) -> None:
        """Pages tell where the learner stands now; none is kept."""

    def show(self, html: str) -> None:
        """Answer with a page."""
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        self.finish(html)

    def as_file(self, kind: str, name: str) -> None:
        """Let what is answered be a file to keep."""
        self.set_header("Content-Type", f"{kind}; charset=utf-8")
        self.set_header("Content-Disposition", f'attachment; filename="{name}"')

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """A sentence and the way back, in the language of the address; for a stranger, the door."""
        parts = unquote(self.request.path).split("/")
        spoken = next((part for part in parts if part in LANGUAGES), None)
        if not self.door.admits(self):
            # A stranger's page tells nothing, not even which language was used last.
            self.set_status(403)
            self.show(self.served.pages.door(spoken or self.served.language))
            return
        language = spoken or self.served.language_used_last()
        key = {404: "not-found", 405: "not-found", 413: "too-large"}.get(status_code, "error")
        if key == "error" and not self.served.journal.is_keeping:
            key = "error-not-kept"
        session = self.served.session(language)
        self.show(self.served.pages.not_here(session, say(f"view.{key}", language)))

    def log_exception(self, *fault: Any) -> None:
        """A page that is not there is no news."""
        if not isinstance(fault[1], HTTPError):
            super().log_exception(*fault)
