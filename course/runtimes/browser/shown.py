"""A plain file server on this computer, to look at the folder as a web server will give it."""

from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from course.words import say


class Files(SimpleHTTPRequestHandler):
    """Files, and what they are by their names; what this computer knows of kinds plays no part."""

    extensions_map = {  # noqa: RUF012 - the base class has it so
        "": "application/octet-stream",
        ".css": "text/css",
        ".html": "text/html; charset=utf-8",
        ".js": "text/javascript",
        ".json": "application/json",
        ".pdf": "application/pdf",
        ".svg": "image/svg+xml",
        ".txt": "text/plain",
        ".woff2": "font/woff2",
        ".zip": "application/zip",
    }

    def log_message(self, *_: object) -> None:
        """Say nothing: which pages somebody reads is nobody's business."""


def served(folder: Path, files: type[SimpleHTTPRequestHandler] = Files) -> ThreadingHTTPServer:
    """A server of the folder's files, on this computer alone, at a port that is free.

    Whoever calls runs and closes it.
    """
    return ThreadingHTTPServer(("127.0.0.1", 0), partial(files, directory=str(folder)))


def show(folder: Path, language: str) -> None:
    """Serve the folder until Ctrl-C."""
    with served(folder) as server:
        address = f"http://127.0.0.1:{server.server_port}/"
        print(say("site.shown", language, address=address), flush=True)
        with suppress(KeyboardInterrupt):
            server.serve_forever()
