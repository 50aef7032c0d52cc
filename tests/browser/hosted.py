"""The folder on a web server that does not do as it should."""

import gzip
import threading
from contextlib import contextmanager

from course.runtimes.browser.shown import Files, served


class Hosted:
    """The folder at an address of its own."""

    is_preview = False

    def __init__(self, address):
        self.address = address
        self.visitors = []

    def url(self, path=""):
        """The address of a page, such as ``en/00-start``."""
        page, mark, place = path.partition("#")
        return f"{self.address}{page}{'index' if page.endswith('/') else ''}.html{mark}{place}"

    def see_off(self):
        """Have the visitors leave, for the server ends.

        When the engine is awake the rest of it is fetched, and what is kept for when there is no
        network: without a server those fail, in pages that nobody looks at any more.
        """
        for visitor in self.visitors:
            for page in visitor.context.pages[1:]:  # the first keeps the browser open, empty
                page.close()


@contextmanager
def hosted(folder, files=Files):
    """The folder, given by a server of one's own."""
    with served(folder, files) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        host = Hosted(f"http://127.0.0.1:{server.server_port}/")
        yield host
        host.see_off()
        server.shutdown()
        thread.join()


class Strict(Files):
    """A server that sends a policy of its own, which allows no more than docs/hosting.md names."""

    POLICY = (
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; "
        "manifest-src 'self'; connect-src 'self'; style-src-attr 'unsafe-inline'"
    )

    def end_headers(self):
        """With the policy."""
        self.send_header("Content-Security-Policy", self.POLICY)
        super().end_headers()


class ScriptsAsText(Files):
    """A server that gives scripts as texts, which no browser runs as modules."""

    extensions_map = {**Files.extensions_map, ".js": "text/plain"}  # noqa: RUF012 - the base class has it so


class Altered(Files):
    """A server that gives something else than the file."""

    def altered(self, content):
        """What it gives, and the headers that it gives with it."""
        return content, {}

    def is_altered(self):
        """Whether this is such a file."""
        return self.path.partition("?")[0].endswith(".bin")

    def do_GET(self):
        """Give the file, altered."""
        if not self.is_altered():
            return super().do_GET()
        with open(self.translate_path(self.path), "rb") as file:
            content, headers = self.altered(file.read())
        self.send_response(200)
        for name, value in {**headers, "Content-Length": str(len(content))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)
        return None


class Clumsy(Altered):
    """A server that knows few kinds of files, and compresses what is large once more."""

    extensions_map = {  # noqa: RUF012 - as above
        "": "text/plain",
        ".css": "text/css",
        ".html": "text/html",
        ".js": "text/javascript",
    }

    def altered(self, content):
        """Compressed."""
        return gzip.compress(content, 1), {"Content-Encoding": "gzip", "Content-Type": "text/plain"}


class Tears(Altered):
    """A server, or a line, that ends in the middle."""

    def altered(self, content):
        """The first half."""
        return content[: len(content) // 2], {}


class Spoils(Altered):
    """Something on the way that changes a byte."""

    def altered(self, content):
        """With one byte changed."""
        at = len(content) // 2
        return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :], {}


class SpoilsCourse(Spoils):
    """As above, but for what the browser's Python is made of: that comes as it left."""

    def is_altered(self):
        """The course's own pack."""
        return self.path.endswith("/course.zip.bin")


class SpoilsLibrary(Spoils):
    """As above, of Python's library alone."""

    def is_altered(self):
        """The library's pack."""
        return self.path.endswith("/python_stdlib.zip.bin")


class AsksForLogin(Altered):
    """A server that gives its own page, and says that all is well."""

    def altered(self, content):
        """A page."""
        return b"<!doctype html><title>Logga in</title>", {"Content-Type": "text/html"}


class WithoutDatabase(Altered):
    """A browser that lets the course keep nothing: it has no database for the scripts to ask."""

    def is_altered(self):
        """The script that asks it."""
        return self.path.endswith("/kept.js")

    def altered(self, content):
        """Asking for what is not there."""
        assert b"indexedDB.open" in content
        given = content.replace(b"indexedDB.open", b"undefined.open")
        return given, {"Content-Type": "text/javascript"}
