"""Start the one server: the course view and JupyterLab, on this computer only."""

import os
import signal
import sys
import threading
import webbrowser
from pathlib import Path
from typing import Any

from jupyter_server.serverapp import ServerApp
from traitlets.config import Config

from course.journal import Journal, home
from course.paths import LANGUAGES, ROOT
from course.text import say

_PORTS_TO_TRY = 50


class CourseServer(ServerApp):
    """Jupyter Server with the course's own words at the start instead of its log."""

    name = "course"

    start_language: str | None = None
    in_lab = False
    opens_browser = True
    previewed: Path | None = None

    def start(self) -> None:
        """Say where the course is, open it, and serve until told to stop."""
        # The course says where it is in its own words; Jupyter Server's would stand beside them.
        self.log.addFilter(lambda record: "To access the server" not in record.getMessage())
        self.io_loop.call_later(0, self._announce)
        super().start()

    def _announce(self) -> None:
        start = self._first_page()
        token = self.identity_provider.token
        address = f"http://127.0.0.1:{self.port}{self.base_url}{start}?token={token}"
        language = self.start_language or LANGUAGES[0]
        print(
            say("serve.open", language), address, say("serve.stop", language), sep="\n", flush=True
        )
        if self.opens_browser:
            # A browser may take its time to start; the server does not wait for it.
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()

    def _first_page(self) -> str:
        if self.in_lab:
            return "lab"
        if self.previewed:
            language = self.start_language or LANGUAGES[0]
            return f"course/{language}/preview"
        return f"course/{self.start_language}/" if self.start_language else "course/"

    def init_signal(self) -> None:
        """Take Ctrl-C also where there is no terminal, as in a container."""
        super().init_signal()
        if sys.platform != "win32":
            signal.signal(signal.SIGINT, self._handle_sigint)

    def _confirm_exit(self) -> None:
        """Ctrl-C stops at once: there is nothing here that asks to be saved."""
        self.stop(from_signal=True)

    async def _cleanup(self) -> None:
        await super()._cleanup()
        key = "serve.stopped" if Journal().kept else "serve.stopped-not-kept"
        print(say(key, self.start_language or LANGUAGES[0]), flush=True)


def serve(
    *,
    language: str | None = None,
    port: int = 8888,
    browser: bool = True,
    lab: bool = False,
    preview: Path | None = None,
) -> int:
    """Serve the course until Ctrl-C; takes the next free port where ``port`` is taken.

    ``language`` is the language to open in; without it, the one that was used last. ``preview``
    is an exercise file, or a folder of them, to open instead of the course.
    """
    if language:
        os.environ["COURSE_LANGUAGE"] = language
    app: Any = CourseServer.instance(config=_config(port))
    app.start_language, app.in_lab, app.opens_browser = language, lab, browser
    app.previewed = preview
    app.initialize(argv=[])
    app.start()
    return 0


def _config(port: int) -> Config:
    config = Config()
    config.ServerApp.root_dir = str(ROOT)
    config.ServerApp.ip = "127.0.0.1"
    config.ServerApp.port = port
    config.ServerApp.port_retries = _PORTS_TO_TRY
    config.ServerApp.allow_root = True  # in a container there may be nobody else; it is local only
    config.ServerApp.open_browser = False  # the course opens its own page
    config.Application.log_level = os.environ.get("COURSE_LOG", "ERROR")
    config.ServerApp.kernel_manager_class = "course.view.warm.WarmKernelManager"
    config.ServerApp.terminals_enabled = False
    # A page of another site that leads here comes without the login.
    config.IdentityProvider.cookie_options = {"samesite": "Strict"}
    config.ServerApp.cookie_options = {"samesite": "Strict"}
    config.ServerApp.jpserver_extensions = {
        "course.view.extension": True,
        "jupyterlab": True,
        # Nothing below is asked for by the course, and each costs time at the start.
        "voila.server_extension": False,
        "jupyter_lsp": False,
        "jupyter_server_terminals": False,
        "notebook_shim": False,
    }
    # A page that is gone without a word takes its kernel with it after a while.
    config.MappingKernelManager.cull_idle_timeout = 600
    config.MappingKernelManager.cull_interval = 60
    config.MappingKernelManager.cull_connected = False
    # Dragging a slider sends a picture several times a second, on this computer only.
    config.ZMQChannelsWebsocketConnection.iopub_data_rate_limit = 0
    config.ZMQChannelsWebsocketConnection.iopub_msg_rate_limit = 0
    # JupyterLab asks no other host for news or extensions.
    config.LabApp.extension_manager = "readonly"
    config.LabApp.news_url = None
    config.LabApp.check_for_updates_class = "jupyterlab.handlers.announcements.NeverCheckForUpdate"
    config.LabApp.app_settings_dir = str(Path(__file__).with_name("lab"))
    config.LabApp.collaborative = False
    config.LabApp.user_settings_dir = str(_lab_settings())
    return config


def _lab_settings() -> Path:
    """A folder of the course's own for JupyterLab's settings, kept beside the learner's journal."""
    return home() / "jupyterlab"


if __name__ == "__main__":
    sys.exit(serve())
