"""What a course with another kind of exercise says, asked in a process of its own.

``python asking.py`` reads a folder on each line, and after it what another package brings. It looks
at the exercises of the folder as an author's preview does, and at the same ones as a lesson of a
course, and writes in JSON beside it what it finds. A process of its own begins for each where all
is loaded and no kind has been looked for yet; what it complains of stands beside it too.
"""

import json
import os
import shutil
import sys
import traceback
from pathlib import Path
from typing import Any

from course.content.checking import faults_in
from course.content.course import Course
from course.journal import Journal, MemoryStore
from course.kinds import KINDS, _packages
from course.kinds.broken import BrokenKindError
from course.kinds.tried import cases
from course.marked import read
from course.session import Session
from tests.runtimes.served_here import Site
from tests.small_course import write_lesson

LESSON = "00-start"


def asked(folder: Path) -> dict[str, Any]:
    """Faults by language, the preview's page, the files of each kind, and an answer to each."""
    files = sorted(folder.glob("*.yml"))
    whole = folder.parent / "whole"
    shutil.copytree(folder, whole / "exercises" / LESSON)
    write_lesson(whole, LESSON, "Start", 9, [(file.stem, 2, True) for file in files])
    for notebook in whole.glob("notebooks/*/*.ipynb"):
        _show(notebook, [file.stem for file in files])
    course = Course.open(whole)
    with Site(MemoryStore(), course=course, preview=folder) as site:
        page = site.ask("/course/en/preview")
        address = page.text.partition("/course/files/")[2].partition("/")[0]
        kinds = {file.stem: read(file).value["kind"] for file in files}
        views = {
            name: site.ask(f"/course/files/{address}/kinds/{kind}/view.js").status
            for name, kind in kinds.items()
        }
        lesson = site.ask(f"/course/en/{LESSON}").status
    session = Session(course, Journal(MemoryStore()), "en")
    judged = {file.stem: _judged(session, file) for file in files}
    portfolio = session.plan(), session.certificate(), session.answers()  # that they can be made
    assert all(portfolio)
    return {
        "faults": {
            language: [one.told(language) for file in files for one in faults_in(file)]
            for language in ("sv", "en")
        },
        "page": [page.status, page.text],
        "views": views,
        "lesson": lesson,
        "cards": session.page(LESSON)["cards"],
        "judged": judged,
    }


def _show(notebook: Path, exercises: list[str]) -> None:
    """Put a cell for each exercise in a notebook."""
    cells = [
        {
            "id": f"c{n:02d}",
            "cell_type": "code",
            "metadata": {"course": {"exercise": id}},
            "source": f'lesson.exercise("{id}")',
            "outputs": [],
        }
        for n, id in enumerate(exercises)
    ]
    built = json.loads(notebook.read_text(encoding="utf-8"))
    notebook.write_text(json.dumps({**built, "cells": cells}), encoding="utf-8")


def _judged(session: Session, file: Path) -> Any:
    """What the page hears when it sends the right answer; or the problem."""
    definition = read(file).value
    try:
        answer = cases(KINDS[definition["kind"]].name).right(definition, "en").answer
    except BrokenKindError:
        answer = "anything"
    told = session.handle(LESSON, file.stem, {"do": "answer", "answer": answer, "n": 1})
    state = next(value for name, value in told if name == "state")
    return state.get("problem") or state["verdict"]["right"]


def _apart(folder: Path, also: str) -> int:
    """Ask in a process that ends with it; gives its exit code."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    try:
        os.dup2(os.open(complaints_of(folder), os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)
        sys.path += [also] if also else []
        told_of(folder).write_text(json.dumps(asked(folder)), encoding="utf-8")
        os._exit(0)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(1)


def told_of(folder: Path) -> Path:
    """The file of what is found in a folder."""
    return folder.with_name(f"{folder.name}-told.json")


def complaints_of(folder: Path) -> Path:
    """The file of what was complained of meanwhile."""
    return folder.with_name(f"{folder.name}-complaints.txt")


if __name__ == "__main__":
    assert not _packages.cache_info().currsize, "kinds were looked for before any was asked"
    for line in sys.stdin:
        folder, also = json.loads(line)
        print(_apart(Path(folder), also), flush=True)
