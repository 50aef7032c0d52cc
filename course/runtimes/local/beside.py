"""What takes long runs beside the server, in a process that is made when it is first needed."""

import asyncio
import json
import subprocess
import sys
import threading
from collections.abc import AsyncGenerator
from contextlib import suppress
from itertools import count
from queue import SimpleQueue

from course.paths import PACKAGE
from course.plain import Json

_ATTEMPTS = 2  # at a model whose process ends under it; then it may well be the model's fault


class ModelStoppedError(Exception):
    """A model has not come to its end, and will not."""


class Beside:
    """A process that runs models, or counts an organisation; started anew if it should end."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._outbox: SimpleQueue[bytes | None] = SimpleQueue()
        self._numbers = count(1)
        self._answers: dict[int, asyncio.Queue[Json]] = {}
        self._runs_in: dict[int, subprocess.Popen[bytes]] = {}
        self._closed = False

    async def scenes(self, request: Json) -> AsyncGenerator[Json, None]:
        """The scenes of a model, as they come. Whoever stops listening leaves the work off.

        Where the process ends in the middle they begin anew, once. Raises ModelStoppedError where
        that does not help, and for a fault of the model.
        """
        job = next(self._numbers)
        answers = self._answers[job] = asyncio.Queue()
        told: Json = {"scene": None}
        try:
            for _ in range(_ATTEMPTS):
                self._ask({"job": job, **request})
                while "scene" in (told := await answers.get()):
                    yield told["scene"]
                if "ended" not in told:
                    break
        finally:
            del self._answers[job]
            self._runs_in.pop(job, None)
            if "scene" in told and self.is_running:
                self._tell({"leave": job})
        if "done" not in told:
            raise ModelStoppedError(told.get("fault", "its process has ended"))

    @property
    def is_running(self) -> bool:
        """Whether the process is there."""
        return self._process is not None and self._process.poll() is None

    def close(self) -> None:
        """End the process, whatever it is doing, and start none again."""
        self._closed = True
        self._end()

    def _ask(self, request: Json) -> None:
        """Send a request to the process, which is started if it is not there."""
        if not self.is_running:
            self._start()
        assert self._process is not None
        self._runs_in[request["job"]] = self._process
        self._tell(request)

    def _tell(self, message: Json) -> None:
        self._outbox.put(json.dumps(message).encode() + b"\n")

    def _start(self) -> None:
        if self._closed:
            raise ModelStoppedError("the course has ended")
        self._end()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "course.runtimes.local.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=PACKAGE.parent,
        )
        self._outbox = SimpleQueue()
        loop = asyncio.get_running_loop()
        for work in (self._listen, loop), (_send, self._outbox):
            threading.Thread(target=work[0], args=(self._process, work[1]), daemon=True).start()

    def _end(self) -> None:
        # Taken first: at the course's end a thread comes here while the loop hears of it too.
        process, self._process = self._process, None
        if process is None:
            return
        self._outbox.put(None)
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()

    def _listen(self, process: "subprocess.Popen[bytes]", loop: asyncio.AbstractEventLoop) -> None:
        """Pass on what a process says until it ends; runs in a thread of its own."""
        assert process.stdout is not None
        with suppress(RuntimeError):  # the loop has ended
            with suppress(ValueError):  # closed meanwhile, or ended in the middle of a line
                for line in process.stdout:
                    loop.call_soon_threadsafe(self._take, json.loads(line))
            loop.call_soon_threadsafe(self._ended, process)

    def _take(self, told: Json) -> None:
        if answers := self._answers.get(told["job"]):
            answers.put_nowait(told)

    def _ended(self, process: "subprocess.Popen[bytes]") -> None:
        """Tell those whose model ran in a process that it is gone."""
        if process is self._process:
            self._end()
        for job, runs_in in tuple(self._runs_in.items()):
            if runs_in is process:
                self._take({"job": job, "ended": True})


def _send(process: "subprocess.Popen[bytes]", outbox: "SimpleQueue[bytes | None]") -> None:
    """Pass on what a process is told; in a thread, since a pipe takes no more while it is full."""
    assert process.stdin is not None
    with suppress(OSError, ValueError):  # it has just ended; whoever waits is told by _ended
        while (message := outbox.get()) is not None:
            process.stdin.write(message)
            process.stdin.flush()
