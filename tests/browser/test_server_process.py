"""The command itself: what it prints, which port it takes, and how it ends."""

import os
import signal
import socket
import sys

import psutil
import pytest
from playwright.sync_api import expect
from running import free_port, is_alive, wait_for
from written import LESSONS

from course.text import say


def test_the_address_stands_on_a_line_of_its_own(course):
    assert course.lines()[:3] == [
        say("serve.open", "sv"),
        f"http://127.0.0.1:{course.port}/course/?token={course.token}",
        say("serve.stop", "sv"),
    ]
    assert len(course.token) >= 32


def test_it_can_be_reached_from_this_computer_only(course):
    """It listens on the loopback address and no other."""
    listening = [
        connection.laddr.ip
        for connection in psutil.Process(course.process.pid).net_connections("inet")
        if connection.status == psutil.CONN_LISTEN and connection.laddr.port == course.port
    ]
    assert listening == ["127.0.0.1"]


def test_where_the_port_is_taken_the_next_is(start, visitor):
    taken = free_port()
    with socket.socket() as somebody:
        somebody.bind(("127.0.0.1", taken))
        somebody.listen()
        course = start(port=taken, language="en")
        assert course.port == taken + 1
        page = visitor(course)
        page.goto(course.address)
        expect(page.get_by_role("heading", level=1)).to_have_text(say("course", "en"))


@pytest.fixture(params=["terminal", "no terminal"])
def terminal(request):
    """What the process has as its input."""
    if request.param == "no terminal":
        yield None
        return
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    yield theirs
    os.close(ours)
    os.close(theirs)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for another process")
def test_ctrl_c_ends_it_and_leaves_nothing_behind(start, learner, terminal):
    """In the middle of a lesson, with a kernel in use and another being made ready."""
    course = start(language="en", **({"terminal": terminal} if terminal else {}))
    learner("en", at=course).open_lesson(LESSONS[0])
    wait_for(lambda: len(course.kernels()) > 1, "the next kernel to be started")
    children = psutil.Process(course.process.pid).children(recursive=True)
    assert course.stop(signal.SIGINT) == 0
    assert [child for child in children if is_alive(child)] == []
    assert course.lines()[3:] == [say("serve.stopped", "en")]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for another process")
def test_ctrl_c_at_once_is_as_clean(start):
    """While the first kernel is only just starting."""
    course = start(language="sv")
    wait_for(course.kernels, "the first kernel to be started")
    children = psutil.Process(course.process.pid).children(recursive=True)
    assert course.stop(signal.SIGINT) == 0
    assert [child for child in children if is_alive(child)] == []
    assert course.lines()[3:] == [say("serve.stopped", "sv")]
