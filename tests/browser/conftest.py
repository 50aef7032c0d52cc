"""A course that runs, a browser, and people who visit it.

Every page that a test opens is watched: a script's fault, an error in its console and any question
to another host than this one fail the test that caused it.
"""

import re
from collections import defaultdict
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hands import Mouse
from hosted import Hosted
from in_class import Class
from learner import Learner
from playwright.sync_api import expect, sync_playwright
from running import PATIENCE, RunningCourse, free_port

from course.programs import find_chromium
from tests.runtimes.classroom.asked import ask
from tests.runtimes.classroom.class_started import LESSON, killed, started

THIS_COMPUTER = ("127.0.0.1", "localhost")
"""The host of the course's pages, and that of JupyterLab beside them."""

NO_HOST = ("data", "blob", "about", "file")
"""What is no question to anybody."""

expect.set_options(timeout=1000 * PATIENCE / 2)


FOUND = pytest.StashKey()
"""The marks of each test that was found, by its id, before some are left out."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config, items):
    """Whole lessons are walked first: begun last, one would keep all other processes waiting."""
    here = (item for item in items if item.path.parent == Path(__file__).parent)
    config.stash[FOUND] = {one.nodeid: {mark.name for mark in one.iter_markers()} for one in here}
    items.sort(key=lambda item: item.path.name != "test_walks.py")


@pytest.fixture(scope="session")
def browser():
    """One Chromium for all tests, which finds no other host even if a page asks for one."""
    chromium = find_chromium()
    assert chromium, "Chromium is missing: install it, or name it in COURSE_CHROMIUM"
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    here = ", ".join(f"EXCLUDE {host}" for host in THIS_COMPUTER)
    arguments.append(f"--host-resolver-rules=MAP * ~NOTFOUND , {here}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(chromium), args=arguments)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def shared_course(tmp_path_factory):
    """One course for all tests that need none of their own."""
    folder = tmp_path_factory.mktemp("course")
    with RunningCourse(folder / "home", folder / "jupyter") as course:
        yield course


@pytest.fixture
def course(shared_course):
    """A running course whose learner has not begun."""
    shared_course.forget()
    return shared_course


@pytest.fixture
def start(tmp_path):
    """Start a course of the test's own: ``start(home, port=..., language=...)``."""
    running = []

    def started(home=None, **options):
        course = RunningCourse(home or tmp_path / "home", tmp_path / "jupyter", **options)
        running.append(course)
        return course

    yield started
    for course in running:
        course.__exit__()


class Watch:
    """What goes wrong on a visitor's pages, and what they ask of other hosts."""

    def __init__(self):
        self.faults = []
        self.forgiven = []
        self.hosts = {THIS_COMPUTER[0]}

    def forgive(self, *patterns):
        """Take these for what the test is about, and not for faults."""
        self.forgiven += patterns

    def allow_lab(self):
        """Let pages ask JupyterLab's host, too."""
        self.hosts.add(THIS_COMPUTER[1])

    def follow(self, context):
        """Watch all pages of a visitor, until ``leave``."""
        for event, hear in self._heard().items():
            context.on(event, hear)

    def leave(self, context):
        """Watch a visitor no longer."""
        for event, hear in self._heard().items():
            context.remove_listener(event, hear)

    def _heard(self):
        return {
            "request": self._requested,
            "weberror": self._failed,
            "console": self._logged,
            "page": self._opened,
        }

    def _requested(self, request):
        self._asked(request.url)

    def _failed(self, error):
        self._fault(f"fault in a script: {error.error}")

    def _opened(self, page):
        page.on("websocket", lambda line: self._asked(line.url))

    def _asked(self, url):
        address = urlsplit(url)
        is_here = address.hostname in self.hosts or address.scheme in NO_HOST
        if not is_here:
            self._fault(f"asked another host: {url}")

    def _logged(self, message):
        if message.type == "error":
            where = message.location.get("url", "")
            self._fault(f"error in the console: {message.text} ({where})")

    def _fault(self, what):
        self.faults.append(what)

    def unforgiven(self):
        """The faults that no test has asked for."""
        return [
            fault
            for fault in self.faults
            if not any(re.search(pattern, fault) for pattern in self.forgiven)
        ]


@pytest.fixture
def watch():
    """Faults of the pages that the test opens; they fail it unless it forgives them."""
    watch = Watch()
    yield watch
    assert watch.unforgiven() == []


_WISH = """try {
  localStorage.getItem('course-show') ?? localStorage.setItem('course-show', '%s');
  localStorage.getItem('course-way') ?? localStorage.setItem('course-way', '%s');
} catch { /* a frame without a place of its own */ }"""
"""What a visitor's browser remembers of how lessons are to be shown, as if chosen earlier."""


@pytest.fixture(scope="session")
def idle():
    """The browsers of visitors who have left, each by its empty page, for visitors like them."""
    return defaultdict(list)


@pytest.fixture
def visitor(browser, idle, watch, start):
    """A new visitor's browser: ``visitor(course, width=...)`` gives a page that may enter.

    Lessons are shown on one page each, where everything can be seen at once; with ``steps`` they
    are played: ``"all"`` of them, or the ``"short"`` way.

    Visitors leave before a course that was started for them (``start``) ends. A browser without
    cookies, pages and what a page has put by is as good as new, and saves half of what it takes to
    open a page: what it knows of files it has as everybody has who comes back. Its empty page
    keeps it open. How large the window is, is said of the page, so that it is lent to all sizes.
    """
    lent = []

    def visit(course, *, signed_in=True, width=1280, height=900, steps=None, **options):
        alike = idle[repr((steps, sorted(options.items())))]
        empty = alike.pop() if alike else _new(browser, steps, options)
        lent.append((empty, alike, course))
        context = empty.context
        context.set_default_timeout(1000 * PATIENCE / 2)
        watch.follow(context)
        if signed_in:
            assert context.request.get(course.address).ok
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": height})
        return page

    yield visit
    for empty, alike, course in lent:
        if empty.is_closed():  # the test has closed the browser
            continue
        for page in empty.context.pages:
            if page is not empty:
                page.close()
        watch.leave(empty.context)
        empty.context.clear_cookies()
        address = urlsplit(course.address)
        empty.context.new_cdp_session(empty).send(
            "Storage.clearDataForOrigin",
            {
                "origin": f"{address.scheme}://{address.netloc}",
                "storageTypes": "local_storage,indexeddb,cache_storage,service_workers",
            },
        )
        alike.append(empty)


def _new(browser, steps, options):
    """The empty page of a new browser."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, **options)
    context.add_init_script(_WISH % ("steps" if steps else "whole", steps or "all"))
    return context.new_page()


@pytest.fixture
def learner(visitor, course):
    """A learner at the shared course: ``learner("sv", hand=Keyboard, width=320)``."""

    def begin(language="en", hand=Mouse, at=None, **options):
        place = at or course
        page = visitor(place, **options)
        if isinstance(place, Hosted):
            place.visitors.append(page)
        return Learner(page, place, language, hand)

    return begin


@pytest.fixture(params=["sv", pytest.param("en", marks=pytest.mark.sweep)])
def language(request):
    """Both languages, of which an ordinary run takes the first."""
    return request.param


@pytest.fixture(scope="session")
def class_server(tmp_path_factory):
    """One that all these classes are on, and the key that begins a room."""
    kept = tmp_path_factory.mktemp("class")
    port = free_port()
    process, key, address = started(kept, port, "--data", str(kept / "class.sqlite"))
    yield address, key
    killed(process)


@pytest.fixture
def a_class(browser, watch, class_server):
    """``a_class(language)``: a class in a room of its own, in lesson 06 or in another."""
    address, first = class_server
    begun = []

    def begin(language, lesson=LESSON):
        key = ask(address, "begin", key=first, lesson=lesson)["key"]
        begun.append(Class(browser, watch, language, address, key))
        return begun[-1]

    yield begin
    for one in begun:
        one.leave()
