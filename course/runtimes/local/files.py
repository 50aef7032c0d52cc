"""What the server gives of the files that pages load: scripts, styles and fonts."""

from typing import Any

from tornado.web import HTTPError, RequestHandler, StaticFileHandler

from course.kinds import folders
from course.pages.files import together
from course.runtimes.local.admitted import HEADERS

KEPT = "private, max-age=31536000, immutable"
"""How long a browser may keep a file whose address changes when the file does."""


class FileHandler(StaticFileHandler):
    """``/course/files/…``: scripts, styles and fonts, which tell nothing of anybody."""

    def set_default_headers(self) -> None:
        """Put the same headers on them as on pages."""
        for name, value in HEADERS.items():
            self.set_header(name, value)

    def validate_absolute_path(self, root: str, absolute_path: str) -> str | None:
        """Find no file by a name that no file can have."""
        try:
            found: str | None = super().validate_absolute_path(root, absolute_path)
        except ValueError as fault:
            raise HTTPError(404) from fault
        return found

    def set_extra_headers(self, path: str) -> None:
        """Let a browser keep them: the address changes when a file does."""
        self.set_header("Cache-Control", KEPT)

    def write_error(self, status_code: int, **_: Any) -> None:
        """Say nothing: a sentence would help nobody here."""
        self.finish()


class JoinedHandler(RequestHandler):
    """``/course/files/…/lesson.js``: what a lesson loads, joined into one file."""

    def set_default_headers(self) -> None:
        """Put the same headers on them as on pages."""
        for name, value in HEADERS.items():
            self.set_header(name, value)

    def get(self, name: str) -> None:
        """Give the file, to be kept: the address changes when anything in it does."""
        kind = "text/css" if name.endswith(".css") else "text/javascript"
        self.set_header("Content-Type", f"{kind}; charset=utf-8")
        self.set_header("Cache-Control", KEPT)
        self.finish(together(name))


class ViewHandler(FileHandler):
    """``/course/files/…/kinds/sort/view.js``: the view of a kind, from wherever the kind lies."""

    def initialize(self) -> None:  # type: ignore[override]
        """Wait for the address: the folder depends on it."""
        super().initialize(path="")

    async def get(self, kind: str, name: str, include_body: bool = True) -> None:  # type: ignore[override]
        """Give the file; 404 where there is no such kind."""
        if kind not in folders():
            raise HTTPError(404)
        self.root = str(folders()[kind])
        await super().get(name, include_body)

    async def head(self, kind: str, name: str) -> None:  # type: ignore[override]
        """Tell of the file without giving it."""
        await self.get(kind, name, include_body=False)
