"""JupyterLab beside the pages: the same notebooks, with their code, and the same journal.

It is a process and a server of its own, on another host name than the pages (``localhost``, not
``127.0.0.1``), so that a browser keeps their cookies apart: whoever gets past a page of the course
does not get here. It takes no setting from the user's own Jupyter configuration.
"""

import atexit
import hmac
import json
import os
import sys
import threading
from pathlib import Path
from posixpath import normpath
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any

from ipykernel.kernelspec import RESOURCES, get_kernel_dict
from jupyter_client.kernelspec import (
    NATIVE_KERNEL_NAME,
    KernelSpec,
    KernelSpecManager,
    NoSuchKernel,
)
from jupyter_core.paths import jupyter_config_dir
from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.auth.identity import IdentityProvider, User
from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.serverapp import ServerApp
from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager
from jupyter_server.utils import ensure_async, url_path_join
from tornado.web import HTTPError
from traitlets.config import Config

from course.content.course import WITH
from course.journal import home
from course.paths import LANGUAGES, ROOT
from course.words import say

HOST = "localhost"
"""The name that JupyterLab is reached by; no page of the course has it."""

_BUILT = tuple(("notebooks", language) for language in LANGUAGES)


class LabsDoor(IdentityProvider):
    """Lets in whoever has JupyterLab's own cookie or key, under JupyterLab's own host name."""

    async def get_user(self, handler: Any) -> User | None:
        """Nobody where the request came by the name that pages have."""
        if handler.request.host.partition(":")[0] != HOST:
            return None
        return await ensure_async(super().get_user(handler))


class EnterHandler(JupyterHandler):
    """``/enter?key=…``: in, for whoever shows the key; the address does not stay."""

    async def prepare(self) -> None:  # type: ignore[override]
        """Ask nobody: this page is before the door."""

    @allow_unauthenticated
    def get(self) -> None:
        """Give the cookie, and lead on from here, so that the cookie goes along."""
        is_here = self.request.host.partition(":")[0] == HOST
        shown = self.get_query_argument("key", "").encode("utf-8", "replace")
        if not is_here or not hmac.compare_digest(shown, self.identity_provider.token.encode()):
            raise HTTPError(403)
        provider = self.identity_provider
        provider.set_login_cookie(self, provider.generate_anonymous_user(self))
        self.set_header("Cache-Control", "no-store")
        self.set_header("Referrer-Policy", "no-referrer")
        self.finish(
            '<!doctype html><meta http-equiv="refresh" content="0;url=lab"><title>…</title>'
        )


class CourseContents(AsyncLargeFileManager):
    """The course's files; the built notebooks can be run, and are not written over."""

    def _base_model(self, path: str) -> dict[str, Any]:
        model: dict[str, Any] = super()._base_model(path)
        if _is_built(path):
            model["writable"] = False
        return model

    async def save(self, model: dict[str, Any], path: str = "") -> Any:
        """Save a file that is not built; a copy of a built one can be saved anywhere else."""
        _refuse_built(path)
        return await super().save(model, path)

    async def rename_file(self, old_path: str, new_path: str) -> None:
        """Rename a file that is not built, to a name that no built one has."""
        _refuse_built(old_path, new_path)
        await super().rename_file(old_path, new_path)

    async def delete_file(self, path: str) -> None:
        """Delete a file that is not built."""
        _refuse_built(path)
        await super().delete_file(path)


def _refuse_built(*paths: str) -> None:
    if any(map(_is_built, paths)):
        raise HTTPError(403, say("lab.built", "en"))


def _is_built(path: str) -> bool:
    """Whether a path leads to a built notebook, or to a folder of them, however it is spelled."""
    parts = tuple(normpath(path.strip("/")).split("/"))
    return parts[:2] in _BUILT or parts == ("notebooks",)


class ThisPython(KernelSpecManager):
    """The one kernel is this very Python, whatever others on this computer are called."""

    def find_kernel_specs(self) -> dict[str, str]:
        """Its folder, which has its logo; no other folder is looked into."""
        return {NATIVE_KERNEL_NAME: RESOURCES}

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """How it is started. Raises NoSuchKernel for any other."""
        if kernel_name != NATIVE_KERNEL_NAME:
            raise NoSuchKernel(kernel_name)
        return KernelSpec(resource_dir=RESOURCES, **get_kernel_dict())


class CourseLab(ServerApp):
    """Jupyter Server with JupyterLab and nothing else, as the course sets it and nobody else."""

    name = "course-lab"

    def find_server_extensions(self) -> None:
        """JupyterLab alone, whatever else is installed."""

    def _confirm_exit(self) -> None:
        self.stop(from_signal=True)


def config(key: str, port: int) -> Config:
    """All settings of the server."""
    folder = home() / "jupyterlab"
    settings = Config()
    server = settings.ServerApp
    # With a municipality's own folder its notebooks are shown, not those that came with the course.
    server.root_dir = os.environ.get(WITH) or str(ROOT)
    server.ip = "127.0.0.1"
    server.port = port
    server.port_retries = 0
    server.local_hostnames = [HOST]
    server.allow_remote_access = False
    server.allow_origin = ""
    server.disable_check_xsrf = False
    server.allow_unauthenticated_access = False
    server.allow_root = True  # in a container there may be nobody else; it is local only
    server.open_browser = False
    server.use_redirect_file = False
    server.terminals_enabled = False
    server.log_level = os.environ.get("COURSE_LOG", "ERROR")
    server.identity_provider_class = LabsDoor
    server.contents_manager_class = CourseContents
    server.kernel_spec_manager_class = ThisPython
    server.jpserver_extensions = {"jupyterlab": True}
    settings.IdentityProvider.token = key
    settings.IdentityProvider.cookie_options = {"samesite": "Strict"}
    # Kernels speak through files that only their owner can open, where the system has such.
    if sys.platform != "win32":
        settings.KernelManager.transport = "ipc"
    # It asks no other host for news or extensions, and keeps its own workspace.
    settings.LabApp.extension_manager = "readonly"
    settings.LabApp.news_url = None
    settings.LabApp.check_for_updates_class = (
        "jupyterlab.handlers.announcements.NeverCheckForUpdate"
    )
    settings.LabApp.app_settings_dir = str(Path(__file__).with_name("lab"))
    settings.LabApp.user_settings_dir = str(folder / "settings")
    settings.LabApp.workspaces_dir = str(folder / "workspaces")
    settings.LabApp.collaborative = False
    settings.LabApp.log_level = server.log_level
    return settings


def made(key: str, port: int) -> Any:
    """The server, ready to be started.

    The user's own configuration is for the user's own servers: neither this one nor JupyterLab,
    which looks for it by itself, reads it or runs what stands in it.
    """
    os.environ["JUPYTER_NO_CONFIG"] = "1"
    os.environ["JUPYTER_RUNTIME_DIR"] = _own_folder()
    atexit.register(rmtree, jupyter_config_dir(), ignore_errors=True)  # an empty one, made for that
    app = CourseLab.instance(config=config(key, port))
    app.initialize(argv=[])
    base = app.web_app.settings["base_url"]
    app.web_app.add_handlers(".*$", [(url_path_join(base, "enter"), EnterHandler)])
    app.log.addFilter(lambda record: "To access the server" not in record.getMessage())
    return app


def _own_folder() -> str:
    """A folder for this run that only its owner can enter, with a name as short as can be.

    The files that kernels speak through have names that the system wants shorter than a hundred
    letters, which a home with a long name leaves no room for.
    """
    short = "/tmp" if os.access("/tmp", os.W_OK) and sys.platform != "win32" else None
    folder = mkdtemp(prefix="course-", dir=short)
    atexit.register(rmtree, folder, ignore_errors=True)
    return folder


def main() -> None:
    """Serve until the input ends, which it does when the process that started this one is gone."""
    told = json.loads(sys.stdin.buffer.readline())
    app = made(told["key"], told["port"])
    threading.Thread(target=_end_with_input, args=(app,), daemon=True).start()
    app.io_loop.call_later(0, lambda: print("ready", flush=True))
    app.start()


def _end_with_input(app: Any) -> None:
    sys.stdin.buffer.read()
    app.io_loop.add_callback_from_signal(app.stop)


if __name__ == "__main__":
    main()
