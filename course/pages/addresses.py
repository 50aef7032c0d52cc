"""Where the course's pages and their files are, as each other page leads to them."""

from attrs import define

from course.pages.files import version

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",  # WebAssembly, and no other code made on the way
        "style-src 'self'",
        "style-src-attr 'unsafe-inline'",  # the drawings of figures have their colours there
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'none'",
        "base-uri 'none'",
    )
)
"""What a page may load that no server sends headers with: the course's own files alone."""


@define
class Addresses:
    """Where the pages of a course are that is served below an address, and what they load.

    Attributes:
        base: the address below which the course is served, such as ``/course``.
        lab: where JupyterLab is; empty where pages are all there is.
        ending: what the names of pages end with where they are files, ``.html``; else empty.
        built: the name of the version, of pages that are files and no server answers; else empty.
        statement: where the host's accessibility statement is; empty where it has none.
    """

    base: str
    lab: str = ""
    ending: str = ""
    built: str = ""
    statement: str = ""

    def address(self, language: str, page: str = "") -> str:
        """Where a page is, whose name may go on with ``#`` and a place in it; home without a name.

        >>> Addresses("/course").address("sv", "plan")
        '/course/sv/plan'
        >>> Addresses("..", ending=".html").address("sv")
        '../sv/index.html'
        """
        return f"{self.base}/{language}/{self.neighbour(page)}"

    def neighbour(self, page: str) -> str:
        """A page's address as seen from the others in its language."""
        name, mark, place = page.partition("#")
        file = f"{name or 'index'}{self.ending}" if self.ending else name
        return f"{file}{mark}{place}"

    @property
    def files(self) -> str:
        """The address of the files that pages load; it changes when they do."""
        return f"{self.base}/files/{self.built or version()}"

    @property
    def engine(self) -> str:
        """The address of the scripts that answer where no server does; else empty."""
        return f"{self.base}/engine/{self.built}" if self.built else ""
