"""The pages as an extension of a real Jupyter Server, below an address of its own, as on a Hub."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen

from course.content.course import ours
from course.journal import Journal
from course.paths import LANGUAGES, ROOT
from course.words import say
from tests.journal.test_landed import LINES
from tests.runtimes.jupyter.asked import PATIENCE, Answer, ask, free_port, upgrade
from tests.runtimes.served_here import form

BASE, TOKEN = "/user/ada", "0123456789abcdef"
LESSONS = [ours().outlines("sv")[0].id]
"""One is enough: all have one handler, and ``local/test_application.py`` asks for each of them."""
PAGES = [
    f"{BASE}/course/{language}/{page}"
    for language in LANGUAGES
    for page in ("", "answers", "plan", "certificate", "glossary", "people", "own", *LESSONS)
]


@frozen
class Running:
    """A Jupyter Server with the course's pages, and the folder of its learner's journal."""

    port: int
    home: Path

    def ask(self, path: str, *, known: bool = True, **options: Any) -> Answer:
        headers = {"Authorization": f"token {TOKEN}"} if known else {}
        return ask(self.port, path, headers={**headers, **options.pop("headers", {})}, **options)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("server")
    port = free_port()
    environment = {
        **os.environ,
        "COURSE_HOME": str(folder / "home"),
        "JUPYTER_CONFIG_DIR": str(folder / "config"),
        "JUPYTER_DATA_DIR": str(folder / "data"),
        "JUPYTER_RUNTIME_DIR": str(folder / "runtime"),
        "JUPYTER_TOKEN": TOKEN,
    }
    extensions = {"course.runtimes.jupyter.extension": True}
    command = [
        sys.executable, "-m", "jupyter_server", "--no-browser", "--allow-root",
        f"--ServerApp.port={port}", "--ServerApp.port_retries=0", f"--ServerApp.base_url={BASE}/",
        f"--ServerApp.root_dir={folder}", f"--ServerApp.jpserver_extensions={extensions}",
    ]  # fmt: skip
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
    try:
        running = Running(port, folder / "home")
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            try:
                if running.ask(f"{BASE}/api").status == 200:
                    break
            except OSError:
                time.sleep(0.1)
        yield running
    finally:
        process.terminate()
        process.wait(PATIENCE)
    log_text = (folder / "log").read_text(encoding="utf-8", errors="replace")
    assert "Traceback" not in log_text, log_text


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_there_behind_the_servers_login(running: Running, page: str) -> None:
    answer = running.ask(page)
    assert answer.status == 200
    text = answer.body.decode()
    assert f'<html lang="{page.split("/")[4]}">' in text
    assert f'"{BASE}/course/files/' in text
    assert f'href="{BASE}/lab/tree/notebooks"' in text
    policy = answer.headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "default-src 'none'" in policy


@pytest.mark.parametrize(
    "page", [*PAGES, f"{BASE}/course/", f"{BASE}/course/sv/99-nowhere", f"{BASE}/course/x"]
)
def test_a_stranger_is_let_in_nowhere(running: Running, page: str) -> None:
    for headers in ({}, {"Authorization": "token x"}, {"Cookie": "course-80=x"}):
        answer = running.ask(page, known=False, headers=headers)
        leads = answer.headers.get("Location", "")
        assert answer.status == 403 or leads.startswith(f"{BASE}/login")
        assert b"<progress" not in answer.body


def test_the_key_of_the_local_course_is_no_way_in(running: Running) -> None:
    answer = running.ask(f"{BASE}/course/enter?key={TOKEN}", known=False)
    assert answer.status in (302, 403)
    assert running.ask(f"{BASE}/course/enter?key={TOKEN}").status == 404


def test_the_start_leads_on_below_the_servers_address(running: Running) -> None:
    answer = running.ask(f"{BASE}/course/")
    assert (answer.status, answer.headers["Location"]) == (302, f"{BASE}/course/sv/")


def test_what_is_not_there_is_told_in_words(running: Running) -> None:
    answer = running.ask(f"{BASE}/course/sv/99-nowhere")
    assert answer.status == 404
    assert say("view.not-found", "sv") in answer.body.decode()


def test_every_file_is_given_and_no_other(running: Running) -> None:
    page = running.ask(PAGES[0]).body.decode()
    files = page.partition(f'"{BASE}/course/files/')[2].partition("/")[0]
    assert running.ask(f"{BASE}/course/files/{files}/pages/page.css").status == 200
    assert running.ask(f"{BASE}/course/files/{files}/pages/../render.py").status in (403, 404)


def test_answers_are_brought_back_and_deleted_by_a_form_with_the_servers_token(
    running: Running,
) -> None:
    address = f"{BASE}/course/en/answers"
    # As a browser: let in once with the token, and by cookies from then on.
    entered = running.ask(f"{BASE}/course/en/?token={TOKEN}", known=False)
    cookies = entered.cookies

    def told() -> dict[str, str]:
        return {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}

    def send(**parts: Any) -> Answer:
        kind = {"Content-Type": "multipart/form-data; boundary=xxBOUNDARYxx"}
        return running.ask(
            address, known=False, method="POST", headers={**told(), **kind}, body=form(parts)
        )

    shown = running.ask(address, known=False, headers=told())
    cookies.update(shown.cookies)
    token = shown.body.decode().partition('name="_xsrf" value="')[2].partition('"')[0]
    loaded = send(_xsrf=token, file=("x.jsonl", LINES))
    assert say("view.imported", "en", new=7, known=0) in loaded.body.decode()
    assert send(delete="yes").status == 403
    assert len(Journal(running.home).events()) == 7
    assert say("view.deleted", "en") in send(_xsrf=token, delete="yes").body.decode()
    assert Journal(running.home).events() == ()


def test_the_line_is_opened_for_a_page_of_the_server_alone(running: Running) -> None:
    line = f"{BASE}/course/en/line?lesson=00-start"
    mine = {"Authorization": f"token {TOKEN}"}
    port = running.port
    assert ask(port, line, headers=upgrade(port, **mine)).status == 101
    refused = ask(port, line, headers=upgrade(port))
    assert refused.status in (302, 403)
    foreign = ask(port, line, headers=upgrade(port, Origin="https://evil.example", **mine))
    assert foreign.status == 403
