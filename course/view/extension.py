"""The course as an extension of Jupyter Server: its addresses, beside JupyterLab's."""

import os
from typing import Any

from jupyter_server.utils import url_path_join
from tornado.web import StaticFileHandler
from voila.configuration import VoilaConfiguration

from course.paths import LANGUAGES
from course.view import handlers, portfolio, preview, words
from course.view.handlers import HERE, TEMPLATES, Course
from course.view.warm import WarmKernelManager
from course.widgets import STATIC

_LANGUAGE = f"({'|'.join(LANGUAGES)})"


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "course.view.extension"}]


def _load_jupyter_server_extension(server: Any) -> None:
    """Add the course's pages to a server, and keep a kernel warm for the next lesson."""
    course = Course.opened(os.environ.get("COURSE_LANGUAGE", LANGUAGES[0]))
    shared = {"course": course}
    voila = {"parent": server, "template": "course", "show_tracebacks": True}
    lesson = {
        **shared,
        "config": server.config,
        "template_paths": [str(TEMPLATES / "course"), str(TEMPLATES)],
        "voila_configuration": VoilaConfiguration(**voila, prelaunch_hook=words.linked),
    }
    routes: list[tuple[Any, ...]] = [
        (r"/course/?", handlers.StartHandler, shared),
        (rf"/course/{_LANGUAGE}/?", handlers.HomeHandler, shared),
        (rf"/course/{_LANGUAGE}/answers", handlers.AnswersHandler, shared),
        (rf"/course/{_LANGUAGE}/plan", portfolio.PlanHandler, shared),
        (rf"/course/{_LANGUAGE}/certificate", portfolio.CertificateHandler, shared),
        (rf"/course/{_LANGUAGE}/glossary", handlers.GlossaryHandler, shared),
        (rf"/course/{_LANGUAGE}/([0-9][\w-]*)(?:\.ipynb)?", handlers.LessonHandler, lesson),
        (r"/course/api/place", handlers.PlaceHandler, shared),
        (rf"/course/api/standing/{_LANGUAGE}", handlers.StandingHandler, shared),
        (r"/course/api/leave/([\w-]+)", handlers.LeaveHandler, shared),
        (r"/course/widgets/(.*)", StaticFileHandler, {"path": str(STATIC)}),
        (r"/course/static/(.*)", StaticFileHandler, {"path": str(HERE / "static")}),
        (r"/course/.*", handlers.PageNotFoundHandler, shared),
    ]
    if file := getattr(server, "previewed", None):
        hooked = VoilaConfiguration(**voila, prelaunch_hook=preview.in_its_place)
        previewed = {**lesson, "voila_configuration": hooked, "file": file}
        routes = [
            (rf"/course/{_LANGUAGE}/preview", preview.PreviewHandler, previewed),
            (r"/course/api/changed", preview.ChangedHandler, {**shared, "file": file}),
            *routes,
        ]
    base = server.web_app.settings["base_url"]
    server.web_app.add_handlers(
        ".*$", [(url_path_join(base, pattern), *rest) for pattern, *rest in routes]
    )
    if isinstance(server.kernel_manager, WarmKernelManager):
        server.io_loop.call_later(0, server.kernel_manager.keep_warm)
