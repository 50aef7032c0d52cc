"""Serve the course's pages on this computer until Ctrl-C."""

import asyncio
import os
import signal
import socket
import sys
import threading
import time
import webbrowser
from contextlib import suppress
from pathlib import Path

from attrs import define
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from course.content.course import Course, ours
from course.journal import Journal, MemoryStore, cause
from course.pages.render import Pages
from course.paths import LANGUAGES
from course.runtimes.local.application import application
from course.runtimes.local.door import Door, leading_file
from course.runtimes.local.lab import Lab
from course.runtimes.local.served import Served
from course.words import say

LARGEST_BODY = 100_000
"""The bytes that a request may have; an address that takes a file says what it takes itself."""

_PORTS_TO_TRY = 50
_WARM_AFTER = 1.0  # seconds, so that the first page goes first
_PATIENCE = 1.5  # seconds that the end may take; whoever presses Ctrl-C waits no longer


def serve(
    *,
    language: str | None = None,
    port: int = 8888,
    browser: bool = True,
    lab: bool = False,
    preview: Path | None = None,
    present: str = "",
    course: Course | None = None,
) -> int:
    """Serve the course until Ctrl-C; takes the next free port where ``port`` is taken.

    ``language`` is the language to open in; without it, the one that was used last. ``lab``
    starts JupyterLab as well. ``preview`` is an exercise file, or a folder of them, to open
    instead of the course; ``present`` is a lesson whose exercises a room is shown: then nothing
    is kept, and nothing that was kept before is seen.
    """
    served = Served(
        course or ours(),
        Journal(MemoryStore()) if present else Journal(),
        Pages("/course"),
        language=language or LANGUAGES[0],
        previewed=preview,
        presented=present,
    )
    told = language or served.language_used_last()
    bound = _bound(port)
    if bound is None:
        print(say("serve.no-port", told, port=port, last=port + _PORTS_TO_TRY), file=sys.stderr)
        served.close()
        return 1
    page = _opened(language, preview, present)
    running = _Running(served, Door(), bound, page, told, browser)
    loop = asyncio.new_event_loop()
    in_time = loop.run_until_complete(running.until_interrupted(lab))
    if any(not one.daemon for one in threading.enumerate() if one is not threading.main_thread()):
        # A disk that does not answer, or a drawing under way, would keep the process for long.
        sys.stdout.flush()
        os._exit(0 if in_time else 1)
    loop.close()
    return 0 if in_time else 1


def _opened(language: str | None, preview: Path | None, present: str) -> str:
    """The page to open, below the course's own address."""
    if preview or present:
        return f"{language or LANGUAGES[0]}/{f'present/{present}' if present else 'preview'}"
    return f"{language}/" if language else ""


def _bound(first: int) -> list[socket.socket] | None:
    """Sockets on the first port from ``first`` on that is free; None where all are taken."""
    for port in range(first, min(first + _PORTS_TO_TRY + 1, 65536)):
        with suppress(OSError):
            return bind_sockets(port, "127.0.0.1")
    return None


@define
class _Running:
    """A course that is being served: on which sockets, and what is said and opened at the start."""

    served: Served
    door: Door
    sockets: list[socket.socket]
    page: str
    told: str
    browser: bool
    lab: Lab | None = None

    async def until_interrupted(self, with_lab: bool) -> bool:
        """Serve until Ctrl-C; gives whether everything came to its end in time."""
        stopped = asyncio.Event()
        _on_interrupt(self.served, stopped)
        server = HTTPServer(application(self.served, self.door), max_body_size=LARGEST_BODY)
        server.add_sockets(self.sockets)
        port: int = self.sockets[0].getsockname()[1]
        address = self.door.address(port, self.page)
        self._say(say("serve.open", self.told), address, say("serve.stop", self.told))
        if with_lab:
            self._start_lab(port + 1)
        elif self.browser:
            self._open(address)
        asyncio.get_running_loop().call_later(_WARM_AFTER, self._warm)
        await stopped.wait()
        server.stop()
        self.served.hang_up()
        in_time = await self._end()
        journal = self.served.journal
        kept = "" if in_time and journal.kept else f"-not-kept-{cause(journal.why)}"
        self._say(say(f"serve.stopped{kept}", self.told))
        return in_time

    async def _end(self) -> bool:
        """End what runs beside, and make durable what is not; False if that takes too long."""
        ends = [self.served.close, *([self.lab.close] if self.lab else [])]
        threads = [threading.Thread(target=end, daemon=True) for end in ends]
        for thread in threads:
            thread.start()
        deadline = time.monotonic() + _PATIENCE
        while any(thread.is_alive() for thread in threads) and time.monotonic() < deadline:
            await asyncio.sleep(0.01)
        _ignore_interrupts()  # a second Ctrl-C has nothing left to interrupt
        return not any(thread.is_alive() for thread in threads)

    def _warm(self) -> None:
        threading.Thread(target=self.served.warm, daemon=True).start()

    def _start_lab(self, port: int) -> None:
        """Start JupyterLab, and say where it is once it answers; the pages do not wait for it."""
        bound = _bound(port)
        if bound is None:
            return
        port = bound[0].getsockname()[1]
        for one in bound:
            one.close()
        self.lab = lab = Lab(port)

        def announce() -> None:
            if not lab.wait():
                self._say(say("serve.no-lab", self.told))
                return
            self._say(say("serve.lab", self.told), lab.address)
            if self.browser:
                self._open(lab.address)

        threading.Thread(target=announce, daemon=True).start()

    def _open(self, address: str) -> None:
        """Open a browser by a file that only its owner can read: no command line has the key."""
        path = self.served.journal.path
        with suppress(OSError):
            file = leading_file(path.parent if path else None, address).as_uri()
            # A browser may take its time to start; the server does not wait for it.
            threading.Thread(target=webbrowser.open, args=(file,), daemon=True).start()

    @staticmethod
    def _say(*lines: str) -> None:
        print(*lines, sep="\n", flush=True)


_INTERRUPTS = [
    number
    for name in ("SIGINT", "SIGTERM", "SIGBREAK")
    if (number := getattr(signal, name, None)) is not None
]


def _ignore_interrupts() -> None:
    """Take no notice of Ctrl-C any more, also not when the loop closes, which would undo that."""
    loop = asyncio.get_running_loop()
    for number in _INTERRUPTS:
        while signal.getsignal(number) is not signal.SIG_IGN:
            # Between these two a Ctrl-C is Python's own again.
            with suppress(KeyboardInterrupt, NotImplementedError):
                loop.remove_signal_handler(number)
            with suppress(KeyboardInterrupt):
                signal.signal(number, signal.SIG_IGN)


def _on_interrupt(served: Served, stopped: asyncio.Event) -> None:
    """Stop at Ctrl-C, at once and whatever is under way.

    asyncio's own handlers wait their turn behind all pages that have been asked for; this one runs
    between two of them, and lets the rest be turned away.
    """
    loop = asyncio.get_running_loop()

    def interrupted(*_: object) -> None:
        served.is_ending = True
        loop.call_soon_threadsafe(stopped.set)

    for number in _INTERRUPTS:
        signal.signal(number, interrupted)
