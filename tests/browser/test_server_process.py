"""The command itself: what it prints, which port it takes, and how it ends."""

import os
import signal
import socket
import subprocess
import sys
import time

import psutil
import pytest
from answers import right
from playwright.sync_api import expect
from running import free_port, is_alive, wait_for
from written import LESSONS, first

from course.explorers import EXPLORERS
from course.explorers.explorer import Simulated
from course.words import say

AT_MOST = 2.0
"""Seconds from Ctrl-C until nothing is left."""

pytestmark = [
    pytest.mark.sweep,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for another process"),
]


def test_the_address_stands_on_a_line_of_its_own(course):
    assert course.lines()[:3] == [
        say("serve.open", "sv"),
        f"http://127.0.0.1:{course.port}/course/enter?key={course.key}&to=",
        say("serve.stop", "sv"),
    ]
    assert len(course.key) >= 32


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
        yield subprocess.DEVNULL
        return
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    yield theirs
    os.close(ours)
    os.close(theirs)


def ends(course, *signals, language):
    """See that it ends in time and in words, and that no process of it is left."""
    children = course.children()
    began = time.monotonic()
    for one in signals:
        course.process.send_signal(one)
    assert course.stop(signals[-1]) == 0
    assert time.monotonic() - began < AT_MOST
    assert [child for child in children if is_alive(child)] == []
    assert course.lines()[3:] == [say("serve.stopped", language)]


def test_ctrl_c_ends_it_while_nobody_does_anything(start, terminal):
    ends(start(terminal=terminal), signal.SIGINT, language="sv")


@pytest.mark.parametrize("signals", [[signal.SIGINT] * 2, [signal.SIGTERM]])
def test_it_ends_the_same_when_it_is_told_twice_or_otherwise(start, learner, watch, signals):
    # The page looks for the line that was closed, and may still ask for its icon.
    watch.forgive("WebSocket", "ERR_CONNECTION_REFUSED")
    course = start(language="en")
    learner("en", at=course).open_lesson(LESSONS[0])
    ends(course, *signals, language="en")


def test_ctrl_c_ends_it_while_pages_load(start, learner, watch):
    watch.forgive("WebSocket", "ERR_", "503")  # what is asked too late is turned away
    course = start(language="en")
    me = learner("en", at=course).open()
    me.page.evaluate("(all) => { for (const one of all) fetch(one).catch(() => {}); }", LESSONS * 2)
    ends(course, signal.SIGINT, language="en")


def test_ctrl_c_ends_it_while_simulations_run(start, learner, watch):
    watch.forgive("WebSocket", "ERR_")
    course = start(language="sv")
    simulation = first("explore", such=lambda one: isinstance(EXPLORERS[one["model"]], Simulated))
    pages = [learner("sv", at=course).open_lesson(simulation["lesson"]) for _ in range(2)]
    for me in pages:
        me.enter(simulation, right(simulation, "sv").answer)
        me.submit(simulation)
        expect(me.card(simulation).locator(".run")).to_be_visible()
    wait_for(course.children, "the process for models")
    ends(course, signal.SIGINT, language="sv")


def test_ctrl_c_at_once_is_as_clean(start):
    """The moment that the address is there, in the middle of what is made ready behind it."""
    ends(start(language="sv"), signal.SIGINT, language="sv")
