"""The course's pages as an extension of Jupyter Server, for a Hub, a Binder, a lab of one's own.

There the server's own login is the door, and JupyterLab is a link away. Run by `python3 -m course`,
the pages are served by themselves, without any of this.
"""

from typing import Any

from attrs import frozen
from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.utils import url_path_join
from tornado.web import HTTPError, RequestHandler, authenticated

from course.content.course import ours
from course.journal import Journal
from course.pages.render import Pages
from course.runtimes.local.application import routes
from course.runtimes.local.served import Served


@frozen
class ServersDoor:
    """The door of a Jupyter Server: whoever it has let in."""

    def admits(self, handler: RequestHandler) -> bool:
        """Whether the server knows who asks."""
        return bool(handler.current_user)

    def turn_away(self, handler: RequestHandler) -> None:
        """Send a browser to the server's login, which leads it back; refuse all else."""
        if handler.request.headers.get("Upgrade"):
            raise HTTPError(403)
        authenticated(lambda _: None)(handler)


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "course.runtimes.jupyter.extension"}]


def _load_jupyter_server_extension(server: Any) -> None:
    """Add the course's pages to a server."""
    base = server.web_app.settings["base_url"]
    lab = url_path_join(base, "lab/tree/notebooks")
    served = Served(ours(), Journal(), Pages(url_path_join(base, "course"), lab=lab))
    server.web_app.add_handlers(".*$", routes(served, ServersDoor(), _by_the_server))


def _by_the_server(handler: type[RequestHandler]) -> type[RequestHandler]:
    """A handler that asks Jupyter Server who is asking."""
    return type(handler.__name__, (handler, JupyterHandler), {})
