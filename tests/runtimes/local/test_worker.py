"""The process that runs models, spoken to as the server does: lines of JSON in and out."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from course.content.course import ours
from course.journal import Journal, MemoryStore
from course.paths import PACKAGE, ROOT
from course.session import Session

LESSON, MODEL = "07-how-ideas-travel", "fifteen-ties"
"""The simulation that is soonest at its end: of twelve batches."""


class Worker:
    """The process, started as the server starts it."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "course.runtimes.local.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=PACKAGE.parent,
        )

    def tell(self, **request: Any) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(request).encode() + b"\n")
        self.process.stdin.flush()

    def ask(self, job: int, **request: Any) -> None:
        about = {
            "folders": [str(folder) for folder in ours().folders], "file": "", "lesson": LESSON,
            "exercise": MODEL, "language": "en", "setting": {}, "job": job,
        }  # fmt: skip
        self.tell(**about | request)

    def hear(self) -> Any:
        assert self.process.stdout is not None
        return json.loads(self.process.stdout.readline())

    def hear_of(self, job: int) -> Any:
        """The next that is told of a job; what is left of another's may come before."""
        while (told := self.hear())["job"] != job:
            pass
        return told

    def end(self) -> tuple[int, bytes]:
        """End its input, as a server does that is gone; gives its code and its complaints."""
        _, complaints = self.process.communicate(timeout=20)
        return self.process.returncode, complaints


def _worker() -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.process.kill()
    worker.process.communicate()


worker = pytest.fixture(_worker)
busy = pytest.fixture(_worker, scope="module", name="busy")
"""One for all the requests that leave it as it was: to start one takes half a second."""

JOBS = count(100)


def test_it_shows_what_a_session_shows(worker: Worker) -> None:
    worker.ask(1, language="sv")
    told = [worker.hear()]
    while "scene" in told[-1]:
        told.append(worker.hear())
    assert told[-1] == {"job": 1, "done": True}
    session = Session(ours(), Journal(MemoryStore()), "sv")
    assert told[-2]["scene"] == json.loads(json.dumps(session.work(LESSON, MODEL).scene({})))
    assert worker.end() == (0, b"")


def test_a_new_request_goes_first_and_both_come_to_their_end(worker: Worker) -> None:
    worker.ask(1)
    worker.hear()
    worker.ask(2, setting={"placement": 1})
    heard: list[int] = []
    ended: set[int] = set()
    while len(ended) < 2:
        told = worker.hear()
        heard.append(told["job"])
        if "done" in told:
            ended.add(told["job"])
    # The pipe may hold some of the first; the second does not wait for all twelve.
    assert heard.index(2) < 8


def test_what_is_left_is_left_off(worker: Worker) -> None:
    worker.ask(1)
    worker.hear()
    worker.tell(leave=1)
    worker.tell(leave=99)
    worker.ask(2)
    after = []
    while (told := worker.hear()).get("job") != 2:
        after.append(told)
    assert len(after) <= 2  # what was on its way
    assert worker.end()[0] == 0


@pytest.mark.parametrize(
    "request_",
    [
        {"lesson": "99-nowhere"},
        {"exercise": "nothing"},
        {"exercise": "../../data/landed"},
        {"folders": ["/nowhere"]},
        {"file": "/nowhere/x.yml"},
        {"lesson": "00-start", "exercise": "goal"},  # no model there
    ],
)
def test_what_is_no_model_is_done_at_once(busy: Worker, request_: dict[str, Any]) -> None:
    busy.ask(job := next(JOBS), **request_)
    assert busy.hear_of(job) == {"job": job, "done": True}


@pytest.mark.parametrize(
    "setting", [None, [], "x", {"placement": "x"}, {"placement": 10**30}, {"": [[]]}]
)
def test_any_setting_is_one(busy: Worker, setting: Any) -> None:
    busy.ask(job := next(JOBS), setting=setting)
    assert busy.hear_of(job)["scene"]["progress"] > 0
    busy.tell(leave=job)


def test_a_models_own_fault_ends_that_model_alone(worker: Worker, tmp_path: Path) -> None:
    worker.ask(1)
    worker.hear()
    worker.ask(2, language="xx")  # there are no words in it
    told = worker.hear()
    while told["job"] != 2:
        told = worker.hear()
    assert "xx" in told["fault"]
    while worker.hear() != {"job": 1, "done": True}:
        pass


def test_an_exercise_of_an_overlay_or_a_preview_is_found(worker: Worker, tmp_path: Path) -> None:
    file = tmp_path / f"{MODEL}.yml"
    file.write_text((ROOT / "exercises" / LESSON / f"{MODEL}.yml").read_text(encoding="utf-8"))
    worker.ask(1, file=str(file), lesson="")
    assert worker.hear()["scene"]["progress"] > 0


def test_ctrl_c_in_the_terminal_is_the_servers(worker: Worker) -> None:
    worker.ask(1)
    worker.hear()
    worker.process.send_signal(signal.SIGINT)
    assert "scene" in worker.hear()
    assert worker.end()[0] == 0
