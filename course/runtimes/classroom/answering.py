"""What all answers of a class's server have in common: the headers, and silence about who asks."""

import logging
from typing import Any

from tornado.web import HTTPError, RequestHandler

from course.paths import LANGUAGES
from course.runtimes.classroom.addresses import LOOPBACKS
from course.runtimes.classroom.served import Served

LOG = logging.getLogger("course.classroom")

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "style-src-attr 'unsafe-inline'",  # how long a bar is
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Server": "course",  # Tornado's version is nobody's affair
}


class Answering(RequestHandler):
    """A request to the server of a class; there is no cookie, and no line of it in any log."""

    served: Served

    def initialize(self, served: Served) -> None:
        """Know what is served."""
        self.served = served

    def set_default_headers(self) -> None:
        """Put what browsers are to keep to on every answer."""
        for name, value in HEADERS.items():
            self.set_header(name, value)

    def prepare(self) -> None:
        """Take down that somebody has come from another computer; not who."""
        if self.comes_from not in self.served.here:
            self.served.reached = True

    def compute_etag(self) -> None:
        """Nothing that is answered is kept."""

    @property
    def comes_from(self) -> str:
        """The address of who asks; where a proxy on this computer asks, the one that it tells."""
        address = self.request.remote_ip or ""
        if address in LOOPBACKS:
            return self.request.headers.get("X-Forwarded-For", address).split(",")[-1].strip()
        return address

    @property
    def asked_language(self) -> str:
        """The language of the page: as the address says, or else the server's."""
        asked = self.get_query_argument("in", "")
        return asked if asked in LANGUAGES else self.served.language

    def write_error(self, status_code: int, **_: Any) -> None:
        """A number, and nothing about the fault."""
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(str(status_code))

    def log_exception(self, kind: Any, fault: Any, trace: Any) -> None:
        """A fault of the server, without the request: that names who asks."""
        if not isinstance(fault, HTTPError):
            LOG.error("A request could not be answered.", exc_info=(kind, fault, trace))


def say_nothing_of_requests() -> None:
    """Keep Tornado's own logs still, which name addresses."""
    for name in ("tornado.access", "tornado.general", "tornado.application"):
        logging.getLogger(name).disabled = True
