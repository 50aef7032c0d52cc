"""The process in which models run, so that no page waits for another's.

It reads a request on each line of its input and writes a scene on each line of its output, as JSON.
A request that is new goes first: a slider is answered between two batches of a simulation.

Another one of these answers what is asked about one's own organisation.
"""

import json
import signal
import sys
import threading
from base64 import b64decode
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any

from course.content.course import Course
from course.content.opened import opened_exercise
from course.errors import CourseError
from course.journal import Journal, MemoryStore
from course.plain import Json
from course.session.work import Work

if TYPE_CHECKING:
    from course.session.own_apart import Apart


def main() -> None:
    """Answer until the input ends, which it does when the server is gone."""
    # Ctrl-C in a terminal reaches this process too; the server ends it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    asked: SimpleQueue[Json | None] = SimpleQueue()
    threading.Thread(target=_listen, args=(asked,), daemon=True).start()
    running: dict[int, Iterator[Json]] = {}
    while True:
        try:
            request = asked.get(block=not running)
        except Empty:
            _step(running, next(iter(running)))
            continue
        if request is None:
            return
        if "leave" in request:
            running.pop(request["leave"], None)
        else:
            running[request["job"]] = _scenes(request)
            _step(running, request["job"])


def _listen(asked: "SimpleQueue[Json | None]") -> None:
    for line in sys.stdin.buffer:
        asked.put(json.loads(line))
    asked.put(None)


def _step(running: dict[int, Iterator[Json]], job: int) -> None:
    """Give the next scene of a job, and let the others have theirs before it has another."""
    scenes = running.pop(job)
    told: dict[str, Any] = {"job": job}
    try:
        told["scene"] = next(scenes)
        running[job] = scenes
    except StopIteration:
        told["done"] = True
    except Exception as fault:  # a model's own fault must not end the process for all
        told["fault"] = repr(fault)
    with suppress(BrokenPipeError):
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()


def _scenes(request: Json) -> Iterator[Json]:
    """The scenes of a model for a setting; none where the exercise has become another."""
    if "own" in request:
        yield _answered(request["own"])
        return
    with suppress(CourseError, FileNotFoundError):
        course = Course(tuple(map(Path, request["folders"])))
        if request["file"]:
            exercise = opened_exercise(Path(request["file"]), filling=course.filling)
        else:
            exercise = course.exercise(request["lesson"], request["exercise"])
        work = Work(course, Journal(MemoryStore()), exercise, request["language"])
        yield from work.scenes(request["setting"])


def _answered(request: Json) -> Json:
    """What is told of one's own organisation, as text: the server need not take it apart.

    With what is kept of it from then on, and what was asked to be done. Nothing for no JSON.
    """
    try:
        asked = json.loads(request["asked"])
    except (ValueError, RecursionError):
        return {}
    ties, units = (b64decode(request[name]) for name in ("ties", "units"))
    told, kept = _apart(request["language"]).answer(asked, ties, units, request["kept"])
    do = asked.get("do") if isinstance(asked, dict) else None
    return {"told": json.dumps(told), "kept": kept, "do": do if isinstance(do, str) else ""}


@cache
def _apart(language: str) -> "Apart":
    from course.session.own_apart import Apart

    return Apart(language)


if __name__ == "__main__":
    main()
