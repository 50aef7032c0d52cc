"""Faults told to a person, and that every sentence for a fault is one that the code can say."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

import course
from course import words as text
from course.errors import CourseError

PACKAGE = Path(course.__file__).parent

RAISED = {
    # What makes a fault of each family, and which of its arguments is the sentence's key.
    "error": {"CourseError": 0},
    "answer": {"AnswerError": 0, "accept_option": 2, "accept_placed": 3},
    "fault": {
        "Fault": 1,
        "Fault.at": 1,
        "NotYAMLError": 1,
        "WordsError": 1,
        "BrokenKindError": 2,
    },
}
CHECKS = "".join(path.read_text(encoding="utf-8") for path in (PACKAGE / "studio").glob("*.py"))
"""The checks, in which faults of a cell, a term and a claim are yielded with their lines."""

SLIPS = (PACKAGE / "content" / "slips.py").read_text(encoding="utf-8")
"""What authors slip on: each is tried under the key of its sentence."""

CAUGHT = {"answer": {"changed"}}  # raised and caught in one place: the card has words of its own


@cache
def calls() -> list[tuple[str, list[ast.expr]]]:
    """What is called in the code, and with what, of every call by a name that is looked for."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py"))]
    nodes = (node for text in texts for node in ast.walk(ast.parse(text)))
    made = ((ast.unparse(one.func), one.args) for one in nodes if isinstance(one, ast.Call))
    wanted = {"say"}.union(*RAISED.values())
    return [(name, given) for name, given in made if name in wanted]


def text_of(node: ast.AST) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def named(family: str) -> set[str]:
    """The keys that the code names, wherever it makes a fault or says one."""
    found: set[str | None] = set()
    for name, given in calls():
        place = RAISED[family].get(name)
        if place is not None and len(given) > place:
            found.add(text_of(given[place]))
        said = text_of(given[0]) if name == "say" else None
        if said and said.startswith(f"{family}."):
            found.add(said.removeprefix(f"{family}."))
    if family == "fault":
        found |= set(re.findall(r'yield (?!Fault|from |not_one_of)(?:.*, )?"([\w-]+)", ', CHECKS))
        found |= set(re.findall(r'"(\w+-claim)"', CHECKS))
        found |= set(re.findall(r'"(slip-[\w-]+)"', SLIPS))
    return {key for key in found if key} - CAUGHT.get(family, set())


@pytest.mark.parametrize("family", RAISED)
def test_every_sentence_for_a_fault_is_used_and_every_one_used_is_there(family: str) -> None:
    start = f"{family}."
    there = {key.removeprefix(start) for key in text.every_key() if key.startswith(start)}
    assert there
    assert named(family) - there == set(), "the code names a sentence that is in no file"
    assert there - named(family) == set(), "there is a sentence that no code names"


def test_a_fault_speaks_both_languages() -> None:
    error = CourseError("unknown-lesson", language="sv", given="x", known="a, b")
    assert str(error) == "Det finns ingen lektion x. Lektionerna är: a, b."
    assert error.in_language("en") == "There is no lesson x. The lessons are: a, b."
    assert (error.key, error.values) == ("unknown-lesson", {"given": "x", "known": "a, b"})


def test_english_is_spoken_where_no_language_is_known() -> None:
    assert str(CourseError("unknown-language", given="de")).startswith("The course is in Swedish")


def test_a_notebook_shows_the_sentence_and_no_traceback() -> None:
    error = CourseError("unknown-lesson", language="sv", given="x", known="a")
    assert error._render_traceback_() == ["Det finns ingen lektion x. Lektionerna är: a."]


def test_a_fault_without_a_sentence_is_a_fault_of_the_code() -> None:
    with pytest.raises(KeyError):
        str(CourseError("no-such-thing"))
    with pytest.raises(KeyError):
        str(CourseError("unknown-lesson", given="x"))
