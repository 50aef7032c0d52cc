"""Who may come in: whoever shows the key, and from then on the browser that did.

The key and the cookie are made at each start, so that neither is worth anything afterwards. The
key is in no command line, since other accounts on the computer can read those: the browser gets a
file that only its owner can read, and that file leads it here.
"""

import hmac
import os
from html import escape
from pathlib import Path
from secrets import token_urlsafe
from tempfile import mkdtemp
from urllib.parse import urlencode

from attrs import define, field
from tornado.web import HTTPError, RequestHandler

_DAYS = 30  # that a browser keeps the cookie; the secret that it is signed with lasts a start


@define
class Door:
    """The way into a course that is served on a port of this computer."""

    key: str = field(factory=lambda: token_urlsafe(24))
    secret: str = field(factory=lambda: token_urlsafe(32))

    def admits(self, handler: RequestHandler) -> bool:
        """Whether a request comes to this computer by its number, from a browser that was here."""
        if not is_here(handler.request.host):
            return False
        shown = handler.get_signed_cookie(_cookie(handler), max_age_days=_DAYS)
        return shown is not None and hmac.compare_digest(shown, self.key.encode())

    def turn_away(self, handler: RequestHandler) -> None:
        """Refuse a request; its error page tells how to come in."""
        raise HTTPError(403)

    def opens(self, handler: RequestHandler, key: str) -> bool:
        """Let a browser in that shows the key; from now on its cookie does."""
        if not is_here(handler.request.host):
            return False
        if not hmac.compare_digest(key.encode("utf-8", "replace"), self.key.encode()):
            return False
        handler.set_signed_cookie(
            _cookie(handler),
            self.key,
            expires_days=_DAYS,
            path="/",
            httponly=True,
            samesite="Strict",
        )
        return True

    def address(self, port: int, page: str) -> str:
        """The address that lets a browser in, and leads to a page of the course."""
        return f"http://127.0.0.1:{port}/course/enter?{urlencode({'key': self.key, 'to': page})}"


def is_here(host: str) -> bool:
    """Whether a request named this computer by its number: no other name leads to the course."""
    return host.partition(":")[0] == "127.0.0.1"


def _cookie(handler: RequestHandler) -> str:
    """Each port's cookie has a name of its own, for browsers do not tell ports apart."""
    return f"course-{handler.request.host.partition(':')[2] or '80'}"


def leading_file(folder: Path | None, address: str) -> Path:
    """Write a page that leads to an address, which only the owner can read, and return it.

    It goes into ``folder``; where that cannot be written, into a folder of its own among the
    computer's temporary ones. Raises OSError if it can be written nowhere.
    """
    try:
        return _leading_file(folder or Path(mkdtemp(prefix="course-")), address)
    except OSError:
        return _leading_file(Path(mkdtemp(prefix="course-")), address)


def _leading_file(folder: Path, address: str) -> Path:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = folder / "open-the-course.html"
    file.unlink(missing_ok=True)
    number = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    told = escape(address, quote=True)
    with os.fdopen(number, "w", encoding="utf-8") as opened:
        opened.write(
            '<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer">'
            f'<meta http-equiv="refresh" content="0;url={told}"><title>…</title>'
            f'<p><a href="{told}">127.0.0.1</a></p>\n'
        )
    return file
