"""JupyterLab beside the pages: nobody who got past a page of the course gets in there.

A real one is started, in surroundings made to open it, and every address that it has is tried.
"""

import json
import re
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
from attrs import frozen

from course.content.course import WITH
from course.paths import ROOT
from course.runtimes.jupyter.lab import config
from course.runtimes.local.lab import Lab
from tests.runtimes.jupyter.asked import Answer, ask, free_port, upgrade, written
from tests.runtimes.served_here import Site

pytestmark = pytest.mark.client  # twenty seconds, nearly all of them JupyterLab's own

OPEN = {
    "ServerApp": {
        "token": "", "password": "", "allow_remote_access": True, "disable_check_xsrf": True,
        "allow_origin": "*", "allow_unauthenticated_access": True, "ip": "0.0.0.0",
        "terminals_enabled": True, "contents_manager_class": "jupyter_server.services.contents"
        ".largefilemanager.AsyncLargeFileManager", "root_dir": "/",
    },
    "IdentityProvider": {"token": ""},
    "KernelManager": {"transport": "tcp"},
}  # fmt: skip
"""What a user's own configuration may say."""


@frozen
class Running:
    """A JupyterLab that runs, the folder of its surroundings, and the cookies of who is let in."""

    lab: Lab
    folder: Path
    let_in: dict[str, str]

    def ask(self, path: str, *, known: bool = True, **options: Any) -> Answer:
        """Ask with JupyterLab's own cookies, or (``known=False``) with those that are given."""
        cookies = self.let_in if known else options.pop("cookies", {})
        told = "; ".join(f"{name}={value}" for name, value in cookies.items())
        headers = {"Cookie": told, **options.pop("headers", {})}
        if known:
            headers["X-XSRFToken"] = cookies.get("_xsrf", "")
        return ask(self.lab.port, path, headers=headers, **options)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("surroundings")
    told = json.dumps(OPEN)

    def leaves(what: str) -> str:
        """Code that leaves a trace of who ran it."""
        return f"import sys; open({str(folder / what)!r}, 'a').write(repr(sys.argv))\n"

    written(
        folder / "config",
        jupyter_config__json=told,
        jupyter_server_config__json=told,
        jupyter_config__py=leaves("ran-config"),
        jupyter_server_config__py=leaves("ran-server-config"),
    )
    argv = [sys.executable, "-c", leaves("ran-kernel")]
    foreign = {"argv": argv, "display_name": "x", "language": "python"}
    written(folder / "data" / "kernels" / "python3", kernel__json=json.dumps(foreign))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JUPYTER_CONFIG_DIR", str(folder / "config"))
        patch.setenv("JUPYTER_CONFIG_PATH", str(folder / "config"))
        patch.setenv("JUPYTER_PATH", str(folder / "data"))
        patch.setenv("JUPYTER_DATA_DIR", str(folder / "data"))
        patch.setenv("JUPYTER_RUNTIME_DIR", str(folder / "runtime"))
        patch.setenv("JUPYTER_TOKEN", "known to everybody")
        patch.setenv("COURSE_HOME", str(folder / "home"))
        lab = Lab(free_port())
        try:
            assert lab.wait()
            entered = ask(lab.port, f"/enter?key={lab.key}")
            assert entered.status == 200
            running = Running(lab, folder, entered.cookies)
            running.let_in.update(running.ask("/lab").cookies)  # with the token for forms
            yield running
        finally:
            lab.close()
    ran = {file.name: file.read_text(encoding="utf-8") for file in folder.glob("ran-*")}
    assert ran == {}, "somebody else's code was run"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The cookies of a page of the course, which any page may be: it has been let in there."""
    with Site(tmp_path_factory.mktemp("pages")) as site:
        site.ask("/course/en/answers")
        yield dict(site.cookies)


# --- every address --------------------------------------------------------------------------------

KERNEL = "12345678-1234-1234-1234-123456789012"
GROUPS = (
    # Every group that an address has, and something that it takes.
    (r"(?P<path>(?:(?:/[^/]+)+|/?))", "/README.md"), (r"(?P<section_name>\w+)", "notebook"),
    (r"(?P<checkpoint_id>[\w-]+)", "x"), (r"(?P<kernel_id>\w+-\w+-\w+-\w+-\w+)", KERNEL),
    (r"(?P<session_id>\w+-\w+-\w+-\w+-\w+)", KERNEL), (r"(?P<action>restart|interrupt)", "restart"),
    (r"(?P<kernel_name>[\w\.\-%]+)", "python3"), (r"(?P<path>.*)", "logo-64x64.png"),
    (r"(?P<format>\w+)", "html"), (r"(?P<mode>lab|doc)", "lab"), (r"(?P<locale>.*)", "sv"),
    (r"(?P<workspace>/workspaces/[a-zA-Z0-9\-\_]+)?", "/workspaces/x"),
    (r"(?P<tree>/tree/.*)?", "/tree/README.md"), (r"(?P<schema_name>.+)", "x:y"),
    (r"(?P<space_name>.+)", "x"), (r"(robots\.txt|favicon\.ico)", "robots.txt"),
    (r"(robots\.txt)", "robots.txt"), (r"(favicon\.ico)", "favicon.ico"), ("/.*/$", "/x/$"),
    ("/lab/.*$", "/lab/x$"), ("(.*)", "README.md"), ("/?$", "$"),
)  # fmt: skip
SCRIPT = """
import json
from course.runtimes.jupyter.lab import made
def told(router):
    for rule in router.rules:
        if hasattr(rule.target, "rules"):
            yield from told(rule.target)
        else:
            yield rule.matcher.regex.pattern, rule.target.__name__
app = made("key", 0).web_app
print(json.dumps([*told(app.default_router), *told(app.wildcard_router)]))
"""


@pytest.fixture(scope="module")
def rules(running: Running) -> list[tuple[str, str]]:
    """Each address of JupyterLab's server, as an example, and the name of its handler."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=ROOT, capture_output=True, text=True, check=True
    )
    found = []
    for pattern, handler in json.loads(done.stdout.splitlines()[-1]):
        example = pattern
        for group, taken in GROUPS:
            example = example.replace(group, taken)
        example = example.removesuffix("$")
        assert re.match(pattern, example), f"no example for {pattern}: {example}"
        found.append((example if example.startswith("/") else "/nothing-here", handler))
    return sorted(set(found))


PUBLIC = {
    # Files that come with the packages, the number of a version, and the way in itself.
    "/robots.txt", "/favicon.ico", "/login", "/logout", "/enter", "/", "/api",
}  # fmt: skip


LEADS = {"TrailingSlashHandler", "NotebooksRedirectHandler"}  # to another of the addresses
SILENT = {"LicensesHandler"}
"""It refuses by never answering: a fault of JupyterLab's own, which waits for its error page."""


def is_public(path: str, handler: str) -> bool:
    return path in PUBLIC or path.startswith("/static/") or handler in LEADS | SILENT


def is_refused(answer: Answer) -> bool:
    leads = answer.headers.get("Location", "")
    return answer.status in (400, 401, 403, 404, 405) or (
        answer.status in (301, 302) and leads.startswith("/login")
    )


def test_there_are_many_addresses_and_no_terminal(rules: list[tuple[str, str]]) -> None:
    assert len(rules) > 40
    paths = [path for path, _ in rules]
    assert {"/api/kernels", "/api/contents/README.md", "/files/README.md", "/lab"} <= {
        path.removesuffix("/workspaces/x/tree/README.md") for path in paths
    }
    assert not [path for path in paths if "terminal" in path]


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("who", ["nobody", "page", "page and its token", "url", "header"])
def test_no_address_answers_a_page_of_the_course(
    running: Running, page: dict[str, str], rules: list[tuple[str, str]], who: str, method: str
) -> None:
    cookies = page if who.startswith("page") else {}
    headers = {"X-XSRFToken": page["_xsrf"]} if who == "page and its token" else {}
    if who == "header":
        headers["Authorization"] = "token known to everybody"
    for path, handler in rules:
        if is_public(path, handler):
            continue
        address = path + ("?token=" if who == "url" else "")
        answer = running.ask(
            address, known=False, cookies=cookies, headers=headers, method=method, body=b"{}"
        )
        assert is_refused(answer), (method, address, answer.status)
    assert running.ask("/api/status").status == 200, "it runs, and has not been shut down"


def test_what_is_public_tells_nothing(running: Running, rules: list[tuple[str, str]]) -> None:
    for path, handler in rules:
        if is_public(path, handler) and handler not in SILENT:
            answer = running.ask(path, known=False)
            assert answer.status in (200, 301, 302, 403, 404), path
            assert running.lab.key.encode() not in answer.body
            assert b"kernel_id" not in answer.body


@pytest.mark.parametrize("host", ["127.0.0.1", "evil.example", "localhost.evil.example", "[::1]"])
def test_no_address_answers_under_another_name(
    running: Running, rules: list[tuple[str, str]], host: str
) -> None:
    # Even with JupyterLab's own cookie: a page of the course is at 127.0.0.1, and can send there.
    for path, handler in rules:
        if not is_public(path, handler):
            for headers in ({}, {"Authorization": f"token {running.lab.key}"}):
                answer = running.ask(path, host=host, headers=headers)
                assert is_refused(answer), (path, answer.status)
    assert running.ask(f"/enter?key={running.lab.key}", known=False, host=host).status == 403


def test_no_line_to_a_kernel_is_opened_for_a_page(running: Running, page: dict[str, str]) -> None:
    kernel = json.loads(running.ask("/api/kernels", method="POST", body=b"{}").body)["id"]
    for line in (f"/api/kernels/{kernel}/channels", "/api/events/subscribe"):
        port = running.lab.port
        mine = "; ".join(f"{name}={value}" for name, value in running.let_in.items())
        theirs = "; ".join(f"{name}={value}" for name, value in page.items())
        strange = [
            {"headers": upgrade(port, Cookie=theirs)},
            {"headers": upgrade(port)},
            {"headers": upgrade(port, Cookie=mine), "host": "127.0.0.1"},
            {"headers": upgrade(port, Cookie=mine, Origin="http://127.0.0.1:8888")},
            {"headers": upgrade(port, Cookie=mine, Origin="https://evil.example")},
        ]
        for options in strange:
            assert is_refused(ask(port, line, **options)), options  # type: ignore[arg-type]
        assert ask(port, line, headers=upgrade(port, Cookie=mine)).status == 101
    assert running.ask(f"/api/kernels/{kernel}", method="DELETE").status == 204


@pytest.mark.parametrize("key", ["", "x", "known to everybody".replace(" ", "%20"), "%ff"])
def test_only_the_key_opens_it(running: Running, key: str) -> None:
    answer = running.ask(f"/enter?key={key}", known=False)
    assert answer.status in (400, 403)
    assert not {"username-localhost"} & set(answer.cookies)


def test_the_way_in_leaves_no_key_behind(running: Running) -> None:
    answer = ask(running.lab.port, f"/enter?key={running.lab.key}")
    cookies = [one for one in answer.headers.get_all("Set-Cookie") or [] if "username" in one]
    assert cookies
    assert all("samesite=strict" in one.lower() and "httponly" in one.lower() for one in cookies)
    assert running.lab.key.encode() not in answer.body
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_key_is_in_no_command_line(running: Running) -> None:
    process = psutil.Process(running.lab._process.pid)
    for one in (process, *process.children(recursive=True)):
        assert running.lab.key not in " ".join(one.cmdline())
        assert running.lab.key not in str(one.environ())


def test_it_listens_on_this_computer_alone(running: Running) -> None:
    process = psutil.Process(running.lab._process.pid)
    heard = [one.laddr.ip for one in process.net_connections() if one.status == "LISTEN"]
    assert set(heard) == {"127.0.0.1"}


# --- what it does for who is let in ---------------------------------------------------------------


def test_the_kernel_is_this_python_and_speaks_through_files_of_its_owner(
    running: Running,
) -> None:
    specs = json.loads(running.ask("/api/kernelspecs").body)["kernelspecs"]
    assert set(specs) == {"python3"}
    argv = specs["python3"]["spec"]["argv"]
    assert "ipykernel_launcher" in argv
    kernel = json.loads(running.ask("/api/kernels", method="POST", body=b"{}").body)["id"]
    process = psutil.Process(running.lab._process.pid)
    children = process.children(recursive=True)
    (command,) = (child.cmdline() for child in children)
    file = Path(command[command.index("-f") + 1])
    assert json.loads(file.read_text())["transport"] == "ipc"
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) & 0o077 == 0
        assert stat.S_IMODE(file.parent.stat().st_mode) & 0o077 == 0
        assert len(str(file)) < 80  # a socket's name, which is longer by six, may have a hundred
    assert [one.exe() for one in children] == [str(Path(sys.executable).resolve())]
    assert [one for child in children for one in child.net_connections("inet")] == []
    assert running.ask(f"/api/kernels/{kernel}", method="DELETE").status == 204


def test_a_built_notebook_is_not_written_over(running: Running) -> None:
    path = "/api/contents/notebooks/sv/00-start.ipynb"
    model = json.loads(running.ask(path).body)
    assert model["writable"] is False
    file = ROOT / "notebooks" / "sv" / "00-start.ipynb"
    before = file.read_bytes()
    body = json.dumps({"type": "notebook", "format": "json", "content": model["content"]})
    assert running.ask(path, method="PUT", body=body.encode()).status == 403
    moved = json.dumps({"path": "notebooks/sv/mine.ipynb"}).encode()
    assert running.ask(path, method="PATCH", body=moved).status == 403
    assert running.ask(path, method="DELETE").status == 403
    assert file.read_bytes() == before


def test_its_own_workspace_is_the_course_s(running: Running) -> None:
    settings = json.loads(running.ask("/lab/api/settings").body)
    assert settings["settings"]
    data = running.ask("/lab").body.decode()
    assert str(running.folder / "home") in data or "workspaces" in data
    assert str(running.folder / "config") not in data


def test_it_ends_with_its_kernels(running: Running) -> None:
    lab = Lab(free_port())
    assert lab.wait()
    process = psutil.Process(lab._process.pid)
    children = process.children(recursive=True)
    start = time.monotonic()
    lab.close()
    assert time.monotonic() - start < 3
    assert not process.is_running()
    assert not [one for one in children if one.is_running()]


def test_it_shows_the_notebooks_of_one_s_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert config("key", 1).ServerApp.root_dir == str(ROOT)
    monkeypatch.setenv(WITH, str(tmp_path))
    assert config("key", 1).ServerApp.root_dir == str(tmp_path)
