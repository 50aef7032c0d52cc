"""docs/exercises says what the course does: each kind, each field, and an example that works."""

import re
from pathlib import Path
from typing import Any

import pytest

from course.content.checking import faults_in
from course.content.course import ours
from course.content.reading import read_exercise
from course.content.schema import of_exercises
from course.kinds import KINDS, folders
from course.kinds.cases import FaultCase
from course.kinds.tried import cases
from course.paths import ROOT
from tests.documented import fields_of, table

DOCS = ROOT / "docs" / "exercises"
FILES = {"README": DOCS / "README.md"} | {kind: folders()[kind] / "page.md" for kind in KINDS}
PAGES = {name: file.read_text(encoding="utf-8") for name, file in FILES.items()}
SCHEMAS = {kind: of_exercises(KINDS[kind].folder / "schema.json")["$defs"] for kind in KINDS}
DEFS: dict[str, Any] = next(iter(SCHEMAS.values())) | {
    kind: one["this"] for kind, one in SCHEMAS.items()
}
WORDS = {"phrase", "sentence", "paragraph", "id"}
every_kind = pytest.mark.parametrize("kind", KINDS)


def written(kind: str, folder: Path, text: str | None = None) -> Path:
    """The example of a kind, in a file of its own name."""
    return cases(kind).write_example(folder / "exercises" / "docs", text)


def test_the_list_of_kinds_leads_to_the_page_of_each() -> None:
    rows = re.findall(r"^\| \[`(\w+)`\]\(([^)]+)\)", PAGES["README"], re.MULTILINE)
    assert rows == [(kind, f"../../course/kinds/{kind}/page.md") for kind in KINDS]


# --- every field ----------------------------------------------------------------------------------


@every_kind
def test_the_table_names_the_fields_of_the_schema(kind: str) -> None:
    assert sorted(table(PAGES[kind])) == sorted(fields_of(DEFS[kind], DEFS, WORDS))


def test_the_table_of_the_head_names_the_fields_of_every_exercise() -> None:
    assert table(PAGES["README"]) == fields_of(DEFS["head"], DEFS, WORDS)


def test_what_is_said_of_lengths_is_so() -> None:
    lengths = [DEFS[name]["properties"]["sv"]["maxLength"] for name in ("phrase", "sentence")]
    assert lengths == [80, 300]
    assert "hold 80 characters, sentences 300, longer texts 900" in PAGES["README"]
    assert DEFS["paragraph"]["properties"]["en"]["maxLength"] == 900


@every_kind
def test_every_page_says_the_same_things_in_the_same_order(kind: str) -> None:
    page = PAGES[kind]
    assert page.startswith(f"# {kind}: ")
    assert re.match(r"# .+\n\n\*The learner .+; good for .+\.\*\n\n", page)
    parts = [
        "**What it is for.**",
        "**What the learner does.**",
        "| field |",
        "**How it is judged.**",
    ]
    places = [page.index(part) for part in [*parts, "**Think of.**", "```yaml"]]
    assert places == sorted(places)


def test_links_lead_to_pages() -> None:
    for name, page in PAGES.items():
        for target in re.findall(r"\]\(([^)]+)\)", page):
            assert (FILES[name].parent / target).exists(), target


# --- every example --------------------------------------------------------------------------------


@every_kind
def test_the_example_has_no_fault_and_is_of_its_kind(kind: str, tmp_path: Path) -> None:
    path = written(kind, tmp_path)
    assert [fault.told("en") for fault in faults_in(path)] == []
    exercise = read_exercise(path)
    assert exercise.kind == kind
    assert [key for key in exercise.sources if key not in ours().references] == []


@every_kind
def test_the_key_of_the_example_scores_full_marks(kind: str, tmp_path: Path) -> None:
    path = written(kind, tmp_path)
    exercise = read_exercise(path)
    rules = KINDS[kind]
    key = rules.key(exercise)
    assert (key is not None) == cases(kind).is_judged(exercise)
    if key is not None:
        verdict = rules.judge(exercise, rules.accept(exercise, key))
        assert (verdict.right, verdict.score) == (True, 1)
        assert {one.tone for one in verdict.said} == {"right"}


# --- what an author is told -----------------------------------------------------------------------

FAULTS = [(kind, one) for kind in KINDS for one in cases(kind).faults]


@pytest.mark.parametrize(("kind", "case"), FAULTS, ids=[f"{k}: {one.new}" for k, one in FAULTS])
def test_a_fault_in_an_example_is_told_with_its_line(
    tmp_path: Path, kind: str, case: FaultCase
) -> None:
    text = cases(kind).example
    assert case.old in text
    changed = text.replace(case.old, case.new, -1 if case.every else 1)
    line = changed.count("\n", 0, changed.index(case.at)) + 1
    path = written(kind, tmp_path, changed)
    file = f"exercises/docs/{path.name}"
    assert [(one.told("sv"), one.told("en")) for one in faults_in(path)] == [
        (f"{file}, rad {line}: {case.swedish}", f"{file}, line {line}: {case.english}")
    ]
