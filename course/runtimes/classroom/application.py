"""A class's server as a Tornado application: three views, what they ask, and their files."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from tornado.web import Application, HTTPError, RequestHandler, StaticFileHandler

from course.pages.files import STATIC as PAGES
from course.runtimes.classroom.answering import HEADERS, Answering
from course.runtimes.classroom.api import ASKED, ApiHandler
from course.runtimes.classroom.live import LARGEST_MESSAGE, LiveHandler
from course.runtimes.classroom.pages import FILES, LAB, LOADED, STATIC, page, version
from course.runtimes.classroom.served import Served
from course.widgets import STATIC as WIDGETS


class PageHandler(Answering):
    """``/`` and the other views: a page that is the same for everybody, and draws itself."""

    def get(self, view: str) -> None:
        """The page of a view, in a language."""
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(page(view or "phone", self.asked_language))


class FolderHandler(Answering):
    """The folder of the public address as somebody types it, without the slash at its end."""

    def get(self) -> None:
        """Lead on to where the addresses of a page begin; browsers keep what stands after #."""
        query = f"?{self.request.query}" if self.request.query else ""
        self.redirect(urlsplit(self.served.address).path + query)


class NothingHandler(Answering):
    """Any other address."""

    def get(self) -> None:
        """There is nothing."""
        raise HTTPError(404)

    post = get


class KeptHandler(StaticFileHandler):
    """A file of the pages, which browsers may keep: its address changes when it does."""

    def set_extra_headers(self, path: str) -> None:
        """What stands on every answer, but that this may be kept."""
        for name, value in HEADERS.items():
            self.set_header(name, value)
        self.set_header("Cache-Control", "public, max-age=31536000, immutable")

    def validate_absolute_path(self, root: str, absolute_path: str) -> str | None:
        """No file but those that the views load."""
        found: str | None = super().validate_absolute_path(root, absolute_path)
        if found is not None and not found.endswith((".js", ".css", ".woff2", ".svg")):
            raise HTTPError(404)
        return found


def application(served: Served) -> Application:
    """All that can be asked of the server; nothing in it leads to a kernel or a file.

    Where the public address has a folder, all of it stands in that folder too: some proxies take
    the folder away before they ask, and others do not.
    """
    behind = {"served": served}
    folder = urlsplit(served.address).path
    routes = list(_routes("/", behind))
    if folder not in ("", "/"):
        routes += _routes(re.escape(folder), behind)
        routes.append((re.escape(folder.rstrip("/")), FolderHandler, behind))
    return Application(
        [*routes, (".*", NothingHandler, behind)],
        compress_response=True,
        websocket_max_message_size=LARGEST_MESSAGE,
        websocket_ping_interval=20,
        log_function=lambda handler: None,
    )


Route = tuple[str, type[RequestHandler], dict[str, Any]]


def _routes(at: str, behind: dict[str, Any]) -> Iterator[Route]:
    """What stands at an address, as a regular expression that ends with a slash."""
    views = "|".join(view for view in LOADED if view != "phone")
    yield rf"{at}({views})?", PageHandler, behind
    yield rf"{at}api/({ASKED})", ApiHandler, behind
    yield rf"{at}live", LiveHandler, behind
    folders = {
        "widgets/static": WIDGETS,
        "pages/static": PAGES,
        "runtimes/classroom/static": STATIC,
        "kinds/lab": LAB,
    }
    for name, folder in folders.items():
        path = {"path": str(folder)}
        yield rf"{at}{FILES}/{version()}/{name}/(.*)", KeptHandler, path
