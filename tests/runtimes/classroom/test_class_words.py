"""The words of the views: each that a script fills in is there, and each that is there is used."""

import re

import pytest

from course.classroom import told
from course.paths import LANGUAGES
from course.runtimes.classroom.pages import HERE, LOADED, STATIC
from course.runtimes.classroom.served import Served
from course.words import interface
from tests.classroom.people import a_class

SCRIPTS = {file.stem: file.read_text(encoding="utf-8") for file in STATIC.glob("*.js")}
TEXT = "\n".join(SCRIPTS.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_that_a_view_fills_in_is_there(language: str) -> None:
    used = set(re.findall(r'words\["([\w-]+)"\]', TEXT))
    used |= set(re.findall(r"\bwords\.([a-z]+)\b", TEXT))
    assert len(used) > 60
    assert used - set(interface(language, "class-view")) == set()


def test_every_sentence_is_used_by_a_view() -> None:
    # Some are named by what is told: words[`do-${action}`] is any that begins so.
    begun = set(re.findall(r"words\[`([\w-]+-)\$\{", TEXT))
    named = set(re.findall(r'"([a-z][\w-]*)"', TEXT))
    named |= set(re.findall(r"\bwords\.([a-z]+)\b", TEXT))
    named |= set(re.findall(r'class-view\.([\w-]+)"', (HERE / "pages.py").read_text("utf-8")))
    unused = [
        key
        for key in interface("en", "class-view")
        if key not in named and not any(key.startswith(one) for one in begun)
    ]
    assert unused == []


def test_everything_that_a_view_is_told_is_read_by_a_script() -> None:
    classroom, room, _ = a_class()
    classroom.steer(room, "go", 0)
    keys = {*Served(classroom, "").state(room, "lead", "en")}
    for step in room.steps_together():
        classroom.steer(room, "go", step)
        keys |= {*told.to_instructor(classroom, room, "en")["together"]}
    unread = [key for key in keys if not re.search(rf"(\.|[{{,] ?){key}\b(?!-)", TEXT)]
    assert unread == []


def test_a_page_asks_at_once_for_every_script_that_it_needs() -> None:
    def needed(script: str) -> set[str]:
        found = {script}
        for other in re.findall(r'from "\./([\w-]+)\.js"', SCRIPTS[script]):
            found |= needed(other)
        return found

    for view, scripts in LOADED.items():
        assert needed(view) == set(scripts), view
