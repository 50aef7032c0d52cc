"""The command ``check``: what is asked of shipped content, and that nothing kept hides a fault."""

import json
import os
import re
import shutil
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import lesson_text
import pytest

from course.content.course import Course
from course.paths import LANGUAGES, ROOT
from course.studio import checked, documents, exercises_kept
from course.studio.notebooks import built, write
from course.studio.source import sources
from tests.small_course import leave, rewrite

FOLDERS = ("data", "docs", "exercises", "notebooks")
LESSONS = ("00-start", "09-room-to-act", "10-your-plan")
"""The lessons of a course that is checked over and over; all eleven would take four times that."""


def told(course: Course) -> list[str]:
    return [one["en"] for one in checked.check(course)[0]]


@cache
def found_of_the_code() -> str:
    """What is wrong with the package itself, as it is kept; it is the same whatever the course."""
    with tempfile.TemporaryDirectory() as folder:
        checked.check(Course.open(Path(folder)))
        kept = json.loads((Path(folder) / "build" / "checked.json").read_text("utf-8"))
    return json.dumps({"code": kept["code"]})


def small_course(folder: Path) -> Course:
    """The small course, where no check has been made but of the code."""
    course = lesson_text.small_course(folder)
    (folder / "build").mkdir()
    (folder / "build" / "checked.json").write_text(found_of_the_code(), "utf-8")
    return course


def copied(folder: Path) -> Course:
    """A copy of the course, and of what was found in it by the last check, if there was one.

    What still holds there, holds here, and is not found anew.
    """
    for name in FOLDERS:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("*checkpoints"))
    shutil.copy(ROOT / "README.md", folder)
    found = ROOT / "build" / "checked.json"
    if found.is_file():
        (folder / "build").mkdir()
        shutil.copy(found, folder / "build")
    return Course.open(folder)


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Few of the course's lessons, whole and built, in a folder where they have been checked."""
    folder = tmp_path_factory.mktemp("few")
    course = copied(folder)
    leave(course, *LESSONS)
    documents.main(course)
    checked.check(course)
    return folder


Edit = Callable[[str, str, str], Course]


@pytest.fixture
def edit(few: Path, tmp_path: Path) -> Edit:
    """A copy of these lessons with one file edited: notebooks of an overlay say that it is.

    What was found in them before is copied too, and holds there.
    """

    def edit(name: str, old: str, new: str) -> Course:
        text = (few / name).read_text("utf-8")
        assert old in text, old
        if not (tmp_path / "build").exists():
            shutil.copytree(few, tmp_path, dirs_exist_ok=True)
        (tmp_path / name).write_text(text.replace(old, new, 1), "utf-8")
        return Course.open(tmp_path)

    return edit


# --- what was found before ------------------------------------------------------------------------

EDITS = [
    ("exercises/00-start/goal.yml", "claims: [1, 2]\n", "claims: x\n", "goal.yml, line"),
    ("exercises/00-start/climate.yml", "core: true\n", "core: 500\n", "climate.yml, line"),
    ("exercises/10-your-plan/bank/00-start", "claims:", "clams:", "/bank/00-start/"),
    ("data/figures/esther-admissions.yml", "7300", "many", "esther-admissions.yml, line"),
    ("exercises/09-room-to-act/ten-obstacles.yml", "KL 2 kap. 6 §", "KL 2 kap. 99 §", "99 §"),
    ("data/law.yml", "      2 kap. 6 §:", "      2 kap. 99 §:", "KL 2 kap. 6 §"),
    ("data/glossary.yml", "meaning:", "meanin:", "data/glossary.yml, line"),
    ("data/references.yml", "publisher:", "publsher:", "data/references.yml, line"),
    ("data/claims.yml", "  verdict: holds", "  verdict: hold", "data/claims.yml, line"),
    ("data/references.json", '"id"', '"ID"', "data/references.json, line 1: The file does not"),
    (
        "notebooks/source/00-start.md",
        '"step": "scene"',
        '"step": "scen"',
        "00-start.md, line",
    ),
    ("notebooks/en/09-room-to-act.ipynb", '"minutes":', '"hours":', "09-room-to-act.md, line 1"),
    ("docs/coverage.md", "holds", "held", "docs/coverage.md, line 1"),
    ("README.md", "| all |", "| sum |", "README.md, line 1"),
]


@pytest.mark.parametrize(
    "edits",
    # Each edit takes a second or two; a third of them has one of most kinds of input.
    [pytest.param(EDITS[n::3], marks=pytest.mark.client if n else ()) for n in range(3)],
    ids=range(3),
)
def test_each_input_that_is_edited_is_seen_and_so_is_its_mending(
    few: Path, edit: Edit, edits: list[tuple[str, str, str, str]]
) -> None:
    """Each is mended when the next is edited, so that lessons are gone through once for both.

    The edited file has the size and the date of the file that was checked before.
    """
    mend: tuple[str, str, str] | None = None
    always, before = set(told(Course.open(few))), set[str]()
    for name, old, new, where in edits:
        if not (few / name).is_file():
            name = sorted((few / name).glob("*.yml"))[0].relative_to(few).as_posix()
        stood = os.stat(edit(name, old, old).file(name))
        if mend is not None:
            edit(*mend)
        course = edit(name, old, new)
        os.utime(course.file(name), ns=(stood.st_atime_ns, stood.st_mtime_ns))
        found = told(course)
        new_ones = set(found) - always
        assert [one for one in new_ones if where in one], name
        assert not before & new_ones, f"the mending before {name} is not seen"
        assert told(course) == found, "told again from what was kept"
        mend, before = (name, old, old), new_ones
    assert mend is not None
    assert set(told(edit(*mend))) == always


def test_a_citation_that_moves_is_seen_where_it_is_told_what_the_law_is_used_in(edit: Edit) -> None:
    """The exercise's head stays as it was, and still the page on the law no longer matches."""
    name = "exercises/09-room-to-act/ten-obstacles.yml"
    old = "(KL 2 kap. 6 §). Nästa försök"
    course = edit(name, old, old)
    before = set(told(course))
    found = set(told(edit(name, old, "(KL 2 kap. 60 §). Nästa försök"))) - before
    assert [one for one in found if "KL 2 kap. 60 § is cited in Swedish and is not in" in one]
    found = set(told(edit(name, old, "(KL 2 kap. 8 §). Nästa försök"))) - before
    assert [one for one in found if one.startswith("docs/law.md, line 1: The file does")]


@pytest.mark.client  # five seconds: all is checked anew each time
def test_what_was_kept_may_be_deleted_torn_or_out_of_reach(tmp_path: Path) -> None:
    course = small_course(tmp_path)
    first = checked.check(course)
    kept = tmp_path / "build" / "checked.json"
    assert kept.is_file()
    kept.write_text("{", "utf-8")
    assert checked.check(course) == first
    shutil.rmtree(kept.parent)
    kept.parent.write_text("no folder", "utf-8")
    assert checked.check(course) == first


def test_what_other_code_found_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    course = small_course(tmp_path)
    checked.check(course)
    monkeypatch.setattr(exercises_kept, "faults_in", lambda file, find: [])
    monkeypatch.setattr(exercises_kept, "standards", lambda document, name: [_fault(name)])
    assert not [one for one in told(course) if "no sentence" in one]
    monkeypatch.setattr(exercises_kept, "code", lambda: "other code")
    assert [one for one in told(course) if "The sentence no.such is missing" in one]


def _fault(name: str) -> checked.Fault:
    return checked.Fault.at(1, "no-words", {"key": "no.such"}, name)


# --- rules that bite ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def always(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What is told of the small course as it is, since there is so little of it."""
    return set(told(small_course(tmp_path_factory.mktemp("small"))))


LESSON = "notebooks/source/00-start.md"


@pytest.mark.parametrize(
    ("name", "old", "new", "sentence"),
    [
        ("exercises/00-start/goal.yml", "claims:", "# claims:",
         "The exercise is tied to no claim."),
        ("exercises/00-start/climate.yml", "en: You can ", "en: We teach you to ",
         "Begin with “You can”."),
        ("data/glossary.yml", "meaning: ", "meaning: a *", "None of the signs"),
        ("data/references.yml", "type: report", "type: rapport", "rapport does not fit here."),
        ("data/references.yml", "issued: 2013", "issued: soon", "soon is no year or date."),
        ("data/references.yml", 'english: {title: "Local Government Act"}', "genre: act",
         "The statute kl has no English title."),
        ("data/references.yml", 'english: {title: "Local Government Act"}', "english: an act",
         "The statute kl has no English title."),
        ("data/references.yml", '    en: "The summary on the', '    is: "The summary on the',
         "The text is not there in English."),
        ("data/references.yml", "{family: Albury, given: D.}", "{name: Albury}",
         "The author must have either family: and given:, or literal: alone."),
    ],
)  # fmt: skip
def test_a_rule_of_shipped_content_bites(
    tmp_path: Path, always: set[str], name: str, old: str, new: str, sentence: str
) -> None:
    course = small_course(tmp_path)
    rewrite(course.file(name), old, new)
    found = set(told(course)) - always
    assert [one for one in found if sentence in one and name in one]


def test_a_lesson_without_a_core_and_a_reason_that_is_none(tmp_path: Path) -> None:
    course = small_course(tmp_path)
    assert f"{LESSON}, line 1: No exercise of the lesson is in the short version." in " ".join(
        told(course)
    )
    goal = course.file("exercises/00-start/goal.yml")
    whole = goal.read_text("utf-8")
    text = re.sub(r"(feedback:\s+sv: )[\s\S]*?(\n +en: )", r"\1Ja.\2", whole, count=1)
    assert text != whole
    goal.write_text(text, "utf-8")
    line = text[: text.index("sv: Ja.")].count("\n") + 1
    assert [one for one in told(course) if one.startswith("exercises/00-start/goal.yml")] == [
        f"exercises/00-start/goal.yml, line {line}: The explanation has 3 characters. Write 60 at "
        "least: what holds, why, and why a plausible mistake tempts."
    ]


def test_two_exercises_whose_answers_could_not_be_told_apart(tmp_path: Path) -> None:
    """A choice x of y and z, and a choice y of x and z: the same ids, and nothing is right."""
    course = small_course(tmp_path)
    for id, other in (("x", "y"), ("y", "x")):
        file = course.file("exercises/00-start/goal.yml").with_name(f"{id}.yml")
        options = "".join(
            f"  - id: {one}\n    text: {{sv: Svar {one}, en: Answer {one}}}\n"
            f"    feedback: {{sv: Skäl {one}, en: Reason {one}}}\n"
            for one in (other, "z")
        )
        file.write_text(
            f"id: {id}\nkind: choice\ntitle: {{sv: Rubrik, en: Title}}\n"
            "prompt: {sv: Välj., en: Choose.}\nobjective: {sv: Du kan., en: You can.}\n"
            f"minutes: 1\noptions:\n{options}",
            "utf-8",
        )
    told_of = [one for one in told(course) if "cannot be told from" in one]
    assert told_of == [
        "exercises/00-start/y.yml, line 1: Answers to this exercise cannot be told from answers "
        "to x. Give it other ids."
    ]


@pytest.mark.parametrize("name", ["references", "glossary", "claims"])
@pytest.mark.parametrize(
    ("content", "line", "sentence"),
    [
        ("a:\n  sv: b: c\n", 2, "A colon and a space stand in the text."),
        ("- a\n", 1, "The file must consist of names followed by colons"),
        ("a: 3\n", 1, "Below a there must be indented lines"),
        ("a: [b]\n", 1, "Below a there must be indented lines"),
    ],
)
def test_data_of_another_shape_is_a_fault_with_its_line(
    tmp_path: Path, name: str, content: str, line: int, sentence: str
) -> None:
    course = small_course(tmp_path)
    course.file(f"data/{name}.yml").write_text(content, "utf-8")
    assert any(one.startswith(f"data/{name}.yml, line {line}: {sentence}") for one in told(course))


def test_data_that_is_no_text_and_claims_that_are_gone(tmp_path: Path) -> None:
    course = small_course(tmp_path)
    course.file("data/claims.yml").write_bytes(b"\xff\xfe")
    assert any("data/claims.yml, line 1: The file is not saved as UTF-8" in o for o in told(course))


def test_how_many_faults_in_both_languages() -> None:
    counted = [checked.counted(n, language) for n in (0, 1, 2) for language in ("sv", "en")]
    assert counted == ["Inga fel.", "No faults.", "1 fel.", "1 fault.", "2 fel.", "2 faults."]


# --- CONTRIBUTING's own example -------------------------------------------------------------------


def test_the_example_of_contributing_passes_everything(tmp_path: Path) -> None:
    """Put in lesson 06 as CONTRIBUTING says: its file, a code cell, ``build``, ``check``.

    The whole course has no fault then, nor had it before.
    """
    page = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    (example,) = re.findall(r"```yaml\n(id: .*?)```", page, re.DOTALL)
    (shown,) = re.findall(r"(```\{code-cell\}\n:id: \w+\n:exercise: first-step\n```\n)", page)
    (lesson,) = re.findall(r"`(?:python3 -m course )build (06-[\w-]+)`, then `[^`]*check` \(", page)
    course = copied(tmp_path)
    (tmp_path / "exercises" / lesson / "first-step.yml").write_text(example, "utf-8")
    source = tmp_path / "notebooks" / "source" / f"{lesson}.md"
    text, last = source.read_text("utf-8"), ":exercise: own-map\n```\n"
    assert last in text
    source.write_text(text.replace(last, f"{last}\n{shown}"), "utf-8")
    (one,) = [one for one in sources(course) if one.lesson == lesson]
    for code in LANGUAGES:
        write(built(one, code), course.notebook(lesson, code))
    documents.main(course)
    assert told(course) == []
