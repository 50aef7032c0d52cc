"""The same notebooks in JupyterLab, as ``--lab`` starts it: cells run, exercises are answered.

``course test --clients`` opens JupyterLab. An ordinary run asks its server alone, at each of its
addresses (``tests/runtimes/jupyter``), and runs the notebooks' cells by nbval.
"""

import json
import re
from hashlib import sha256
from itertools import product
from urllib.parse import urlsplit

import pytest
from answers import right
from learner import Learner
from playwright.sync_api import expect
from running import RunningCourse, wait_for
from written import LESSONS, exercises

from course.content.course import ours
from course.kinds import KINDS
from course.kinds.scenario.cases import work
from course.paths import LANGUAGES, ROOT
from course.words import say

USERS = "README.md"
"""What the user's own JupyterLab, which is none of ours, had open last."""


@pytest.fixture(scope="module")
def users(tmp_path_factory):
    """A user's own workspace and settings, which the course neither shows nor changes."""
    folder = tmp_path_factory.mktemp("users")
    opened = {
        "layout-restorer:data": {
            "main": {
                "dock": {"type": "tab-area", "currentIndex": 0, "widgets": [f"editor:{USERS}"]}
            }
        },
        f"editor:{USERS}": {"data": {"path": USERS, "factory": "Editor"}},
    }
    for name in ("workspaces", "settings"):
        (folder / name).mkdir()
    workspace = {"data": opened, "metadata": {"id": "default"}}
    (folder / "workspaces" / "default-37a8.jupyterlab-workspace").write_text(json.dumps(workspace))
    return folder


@pytest.fixture(scope="module")
def with_lab(tmp_path_factory, users):
    """A course with JupyterLab, which puts all of a notebook into the page."""
    folder = tmp_path_factory.mktemp("lab")
    settings = folder / "home/jupyterlab/settings/@jupyterlab/notebook-extension"
    settings.mkdir(parents=True)
    whole = json.dumps({"windowingMode": "none"})  # else only what is in view is in the page
    (settings / "tracker.jupyterlab-settings").write_text(whole)
    own = {
        "JUPYTERLAB_WORKSPACES_DIR": str(users / "workspaces"),
        "JUPYTERLAB_SETTINGS_DIR": str(users / "settings"),
    }
    with RunningCourse(folder / "home", folder / "jupyter", lab=True, more=own) as course:
        course.lab_address()
        yield course


@pytest.fixture
def lab(visitor, with_lab, watch):
    """A tab with JupyterLab, let in by the address that the course has told; nothing is open."""
    for workspace in (with_lab.home / "jupyterlab" / "workspaces").glob("*"):
        workspace.unlink()
    watch.allow_lab()
    watch.forgive("/lsp/status")  # it asks for a language server, which the course has not
    page = visitor(with_lab, signed_in=False)
    page.goto(with_lab.lab_address())
    expect(page.get_by_role("menuitem", name="File", exact=True)).to_be_visible()
    expect(page).not_to_have_url(re.compile("key="))
    return page


def choose(page, *names):
    """Choose from JupyterLab's menu."""
    for name in names:
        page.get_by_role("menuitem", name=name, exact=True).click()


def open_notebook(page, path):
    """Open a notebook, and give its panel when its kernel is ready."""
    choose(page, "File", re.compile("^Open from Path"))
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("textbox").fill(path)
    dialog.get_by_role("button", name="Open").click()
    expect(page.get_by_text(re.compile(r"Python 3 .*\| Idle"))).to_be_visible()
    return page.locator(".jp-NotebookPanel:visible")


def close_notebook(page):
    """Close the notebook that is open, and end its kernel."""
    choose(page, "File", re.compile("^Close and Shut Down Notebook"))
    page.locator(".jp-Dialog .jp-mod-accept").click()
    expect(page.locator(".jp-NotebookPanel")).to_have_count(0)


class Replies:
    """The kernels' replies as they come: of what type, and whether they went well."""

    def __init__(self, page):
        self.page = page
        self.seen = []
        page.on("websocket", lambda line: line.on("framereceived", self._hear))

    def _hear(self, frame):
        text = frame if isinstance(frame, str) else frame.decode("utf-8", "replace")
        kind = re.search(r'"msg_type": ?"(execute_reply|error)"', text)
        status = re.search(r'"status": ?"(\w+)"', text)
        if kind:
            self.seen.append((kind[1], status and status[1]))

    def of_all_cells(self, count):
        """What came for a run of so many cells."""
        choose(self.page, "Run", "Run All Cells")
        enough = lambda: sum(kind == "execute_reply" for kind, _ in self.seen) >= count  # noqa: E731
        wait_for(enough, f"{count} cells to run", lambda: str(self.seen), page=self.page)
        seen, self.seen = self.seen, []
        return seen


def built():
    """A sum of each built notebook."""
    files = ROOT.glob("notebooks/[se][vn]/*.ipynb")
    return {file: sha256(file.read_bytes()).hexdigest() for file in files}


def first_of_their_kinds(lesson):
    """The exercises of a lesson whose kind is in none before it: so each kind is answered."""
    before = {one["kind"] for other in LESSONS[: LESSONS.index(lesson)] for one in exercises(other)}
    found = {one["kind"]: one["id"] for one in reversed(exercises(lesson))}
    return {id for kind, id in found.items() if kind not in before}


@pytest.mark.client
@pytest.mark.parametrize(("lesson", "language"), [*product(LESSONS, LANGUAGES)])
def test_a_notebook_runs_and_each_kind_can_be_answered(lab, with_lab, lesson, language):
    """What is answered here is in the same journal as what is answered in the pages."""
    with_lab.forget()  # a card that is answered already would be tried again first
    before, replies = built(), Replies(lab)
    me = Learner(lab, with_lab, language)
    path = f"notebooks/{language}/{lesson}.ipynb"
    cells = json.loads((ROOT / path).read_text("utf-8"))["cells"]
    code = sum(cell["cell_type"] == "code" for cell in cells)
    panel = open_notebook(lab, path)
    expect(panel.locator(".jp-CodeCell")).to_have_count(code)
    assert panel.locator(".jp-CodeCell .jp-InputArea-editor:visible").count() == 0
    assert replies.of_all_cells(code) == [("execute_reply", "ok")] * code
    expect(panel.locator(".card form")).to_have_count(len(exercises(lesson, language)))
    expect(panel.locator("[data-mime-type*=stderr], [data-mime-type*=error]")).to_have_count(0)
    for exercise in exercises(lesson, language):
        if exercise["id"] in first_of_their_kinds(lesson):
            answer(me, exercise)
    close_notebook(lab)
    assert built() == before


def test_every_kind_is_answered_in_some_notebook():
    answered = [len(first_of_their_kinds(lesson)) for lesson in LESSONS]
    assert sum(answered) == len(KINDS)


def answer(me, exercise):
    """Answer, and see that the journal has it."""
    if exercise["kind"] == "scenario":
        expected = work(me, exercise)[-1]
    else:
        given = right(exercise, me.language)
        me.answer(exercise, given)
        expected = given.answer
    kept = me.course.journal().latest(exercise["lesson"], exercise["id"])
    if exercise["kind"] != "test":  # its questions are drawn by chance
        assert kept.answer == expected


@pytest.mark.client
def test_a_built_notebook_cannot_be_saved_over(lab, with_lab, watch):
    watch.forgive("403")
    path = f"notebooks/en/{LESSONS[0]}.ipynb"
    before = built()
    open_notebook(lab, path)
    lab.locator(".jp-Cell").first.click()
    lab.keyboard.press("Control+S")
    lab.wait_for_timeout(500)
    told = lab.evaluate(
        """async (path) => {
          const secret = document.cookie.match(/_xsrf=([^;]+)/)?.[1] ?? "";
          const answer = await fetch(`/api/contents/${path}`, {
            method: "PUT", headers: { "X-XSRFToken": secret },
            body: JSON.stringify({ type: "notebook", content: { cells: [], metadata: {} } }),
          });
          return [answer.status, (await answer.json()).message];
        }""",
        path,
    )
    assert told == [403, say("lab.built", "en")]
    assert built() == before


@pytest.mark.client
def test_the_users_own_workspace_is_left_alone(lab, with_lab, users):
    before = {file: file.read_bytes() for file in users.rglob("*.*")}
    open_notebook(lab, f"notebooks/sv/{LESSONS[0]}.ipynb")
    expect(lab.get_by_role("tab", name=USERS)).to_have_count(0)
    own = with_lab.home / "jupyterlab" / "workspaces"
    wait_for(lambda: list(own.glob("*")), "the course's own workspace", page=lab)
    assert {file: file.read_bytes() for file in users.rglob("*.*")} == before


@pytest.mark.client
def test_a_term_leads_to_its_meaning(lab):
    lesson = max(LESSONS, key=lambda one: len(terms(one)))
    id = terms(lesson)[0]["id"]
    cells = json.loads((ROOT / f"notebooks/sv/{lesson}.ipynb").read_text("utf-8"))["cells"]
    text = "".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    panel = open_notebook(lab, f"notebooks/sv/{lesson}.ipynb")
    entry = panel.get_by_role("listitem").filter(has_text=ours().glossary[id].meaning.sv)
    expect(entry).not_to_be_in_viewport()
    words = re.search(rf"\[([^\]]+)\]\(#term-{id}\)", text)[1]
    panel.get_by_role("link", name=words, exact=True).click()
    expect(entry).to_be_in_viewport()


def terms(lesson):
    """The terms of a lesson's built notebook, in order."""
    file = ROOT / f"notebooks/sv/{lesson}.ipynb"
    return json.loads(file.read_text("utf-8"))["metadata"]["course"]["terms"]


@pytest.mark.client
def test_the_pages_and_jupyterlab_let_in_nobody_by_each_others_cookies(
    visitor, lab, with_lab, watch
):
    watch.forgive("403")
    port = urlsplit(with_lab.lab_address()).port
    page = visitor(with_lab)
    assert page.goto(with_lab.url("en/")).ok
    for host in ("localhost", "127.0.0.1"):
        address = f"http://{host}:{port}"
        assert not page.request.get(f"{address}/api/kernels", max_redirects=0).ok
        page.goto(f"{address}/lab")
        expect(page.get_by_role("menuitem", name="File", exact=True)).to_have_count(0)
    assert lab.goto(with_lab.url("en/")).status == 403
    expect(lab.get_by_role("heading", name=say("door.title", "en"))).to_be_visible()


def test_the_pages_tell_how_the_code_is_opened(learner, course, language):
    foot = learner(language).open_lesson(LESSONS[0]).page.get_by_role("contentinfo")
    expect(foot).to_contain_text(say("view.open-code", language))
    expect(foot.locator("code")).to_have_text(re.compile(r"-m course --lab$"))
