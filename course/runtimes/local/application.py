"""The course as a Tornado application: its addresses, and who may ask them."""

import re
from collections.abc import Callable
from typing import Any

from tornado.web import Application, RequestHandler

from course.pages.files import FOLDERS, JOINED
from course.paths import LANGUAGES
from course.runtimes.local import files, pages
from course.runtimes.local.door import Door
from course.runtimes.local.own import OwnHandler
from course.runtimes.local.served import Served
from course.runtimes.local.socket import LineHandler

Route = tuple[str, type[RequestHandler], dict[str, Any]]
Adapt = Callable[[type[RequestHandler]], type[RequestHandler]]

_LANGUAGE = f"({'|'.join(LANGUAGES)})"


def routes(served: Served, door: Any, adapt: Adapt = lambda handler: handler) -> list[Route]:
    """The course's addresses below ``served.pages.base``; another server may adapt the handlers."""
    behind = {"served": served, "door": door}
    found: list[tuple[str, type[RequestHandler]]] = [
        ("/?", pages.StartHandler),
        (rf"/{_LANGUAGE}/?", pages.HomeHandler),
        (rf"/{_LANGUAGE}/answers", pages.AnswersHandler),
        (rf"/{_LANGUAGE}/plan", pages.PlanHandler),
        (rf"/{_LANGUAGE}/certificate", pages.CertificateHandler),
        (rf"/{_LANGUAGE}/verify", pages.VerifyHandler),
        (rf"/{_LANGUAGE}/glossary", pages.GlossaryHandler),
        (rf"/{_LANGUAGE}/people", pages.PeopleHandler),
        (rf"/{_LANGUAGE}/own", OwnHandler),
        (rf"/{_LANGUAGE}/([0-9][\w-]*)(?:\.ipynb)?", pages.LessonHandler),
        (rf"/{_LANGUAGE}/line", LineHandler),
    ]
    if served.previewed is not None:
        found += [
            (rf"/{_LANGUAGE}/preview", pages.PreviewHandler),
            ("/changed", pages.ChangedHandler),
        ]
    if served.presented:
        found.append((rf"/{_LANGUAGE}/present/([0-9][\w-]*)", pages.PresentHandler))
    base = served.pages.base
    return [
        *(
            (rf"{base}/files/[0-9a-f]+/{name}/(.*)", files.FileHandler, {"path": str(folder)})
            for name, folder in FOLDERS.items()
        ),
        (rf"{base}/files/[0-9a-f]+/({'|'.join(map(re.escape, JOINED))})", files.JoinedHandler, {}),
        (rf"{base}/files/[0-9a-f]+/kinds/([\w-]+)/([\w-]+\.js|view\.css)", files.ViewHandler, {}),
        *((base + path, adapt(handler), behind) for path, handler in found),
        (rf"{base}/.*", adapt(pages.NothingHereHandler), behind),
    ]


def application(served: Served, door: Door) -> Application:
    """The course alone: nothing in it leads to a kernel, a file or a terminal."""
    behind = {"served": served, "door": door}
    return Application(
        [
            (f"{served.pages.base}/enter", pages.EnterHandler, behind),
            *routes(served, door),
            ("/", pages.StartHandler, behind),
            (".*", pages.NothingHereHandler, behind),
        ],
        cookie_secret=door.secret,
        xsrf_cookies=True,
        xsrf_cookie_kwargs={"samesite": "Strict", "httponly": True},
        websocket_max_message_size=300_000,
        websocket_ping_interval=20,
        log_function=lambda handler: None,
    )
