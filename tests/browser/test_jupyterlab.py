"""The same notebooks in JupyterLab: code folded, all cells run, exercises to answer."""

import json
import re

from answers import right
from learner import Learner
from playwright.sync_api import expect
from running import wait_for
from written import first

from course.paths import ROOT


def open_in_lab(page, course, language, lesson):
    """Open a notebook in JupyterLab, with all its cells in the page, and changing none on disk."""
    settings = course.home / "jupyterlab" / "@jupyterlab" / "notebook-extension"
    settings.mkdir(parents=True, exist_ok=True)
    whole = json.dumps({"windowingMode": "none"})  # else only what is in view is in the page
    (settings / "tracker.jupyterlab-settings").write_text(whole)
    page.route(
        "**/api/contents/**",
        lambda route: route.abort() if route.request.method == "PUT" else route.continue_(),
    )
    page.goto(f"{course.base}lab/tree/notebooks/{language}/{lesson}.ipynb?reset")
    expect(page.get_by_text(re.compile(r"Python 3 .*\| Idle"))).to_be_visible()


def messages(page):
    """The kernel's messages as they come: their types and whether they went well."""
    seen = []

    def hear(frame):
        text = frame if isinstance(frame, str) else frame.decode("utf-8", "replace")
        kind = re.search(r'"msg_type": ?"(execute_reply|error)"', text)
        status = re.search(r'"status": ?"(\w+)"', text)
        if kind:
            seen.append((kind[1], status and status[1]))

    page.on("websocket", lambda line: line.on("framereceived", hear))
    return seen


def test_a_notebook_runs_in_jupyterlab(visitor, course, watch):
    watch.forgive("/lsp/status")  # JupyterLab asks for a language server, which the course has not
    exercise, language = first("estimate"), "en"
    lesson = exercise["lesson"]
    file = ROOT / "notebooks" / language / f"{lesson}.ipynb"
    before = file.read_bytes()
    page = visitor(course)
    heard = messages(page)
    open_in_lab(page, course, language, lesson)
    cells = json.loads(before)["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    notebook = page.get_by_role("main")
    expect(notebook.locator(".jp-CodeCell")).to_have_count(len(code))
    assert notebook.locator(".jp-CodeCell .jp-InputArea-editor:visible").count() == 0

    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    replies = wait_for_replies(page, heard, len(code))
    assert [status for kind, status in replies if kind == "error" or status != "ok"] == []
    expect(notebook.locator("[data-mime-type*=stderr], [data-mime-type*=error]")).to_have_count(0)
    assert notebook.locator(".jp-CodeCell .jp-InputArea-editor:visible").count() == 0

    me = Learner(page, course, language)
    me.answer(exercise, right(exercise, language))
    kept = course.journal().latest(lesson, exercise["id"])
    assert kept.answer == right(exercise, language).answer
    assert file.read_bytes() == before


def wait_for_replies(page, heard, count):
    """As many replies as there are code cells, and whatever errors came with them."""

    def whole():
        page.wait_for_timeout(50)  # lets the page's events in
        return sum(kind == "execute_reply" for kind, _ in heard) >= count

    wait_for(whole, f"{count} cells to run", lambda: str(heard))
    return heard
