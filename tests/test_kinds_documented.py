"""docs/exercises says what the course does: each kind, each field, and an example that works."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from course.content.checking import faults_in
from course.content.course import ours
from course.content.reading import read_exercise
from course.content.schema import of_exercises
from course.explorers import EXPLORERS
from course.kinds import KINDS, folders
from course.paths import ROOT

DOCS = ROOT / "docs" / "exercises"
BANK = ROOT / "tests" / "bank"
FILES = {"README": DOCS / "README.md"} | {kind: folders()[kind] / "page.md" for kind in KINDS}
PAGES = {name: file.read_text(encoding="utf-8") for name, file in FILES.items()}
SCHEMAS = {kind: of_exercises(KINDS[kind].folder / "schema.json")["$defs"] for kind in KINDS}
DEFS: dict[str, Any] = SCHEMAS["choice"] | {kind: one["this"] for kind, one in SCHEMAS.items()}
WORDS = {"phrase", "sentence", "paragraph", "id"}
every_kind = pytest.mark.parametrize("kind", KINDS)


def example(kind: str) -> str:
    (found,) = re.findall(r"^```yaml\n(.*?)^```$", PAGES[kind], re.MULTILINE | re.DOTALL)
    return str(found)


def written(kind: str, folder: Path, text: str | None = None) -> Path:
    """The example of a kind, in a file of its own name."""
    text = example(kind) if text is None else text
    name = re.findall(r"^id: (.+)$", text, re.MULTILINE)[0]
    path = folder / "exercises" / "docs" / f"{name}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    if kind == "test":
        shutil.copytree(BANK, path.parent / "bank")
    return path


def table(page: str) -> list[tuple[str, str]]:
    """The rows of the field table: the field's name with its path, and whether it is needed."""
    rows = re.findall(r"^\| (`[^|]*`) \|[^|]*\| (yes|no) \|$", PAGES[page], re.MULTILINE)
    return [(field.replace("`", ""), needed) for field, needed in rows]


def fields_of(definition: dict[str, Any], at: str = "") -> list[tuple[str, str]]:
    """Every property of a part of the schema, with those inside it, and whether it is needed."""
    found = []
    for name, one in definition.get("properties", {}).items():
        found.append((at + name, "yes" if name in definition.get("required", ()) else "no"))
        inner = one.get("items", one)
        target = inner.get("$ref", "").removeprefix("#/$defs/")
        if target not in WORDS:
            found += fields_of(DEFS[target] if target else inner, f"{at}{name} › ")
    return found


def test_the_list_of_kinds_leads_to_the_page_of_each() -> None:
    rows = re.findall(r"^\| \[`(\w+)`\]\(([^)]+)\)", PAGES["README"], re.MULTILINE)
    assert rows == [(kind, f"../../course/kinds/{kind}/page.md") for kind in KINDS]


# --- every field ----------------------------------------------------------------------------------


@every_kind
def test_the_table_names_the_fields_of_the_schema(kind: str) -> None:
    assert sorted(table(kind)) == sorted(fields_of(DEFS[kind]))


def test_the_table_of_the_head_names_the_fields_of_every_exercise() -> None:
    assert table("README") == fields_of(DEFS["head"])


def test_what_is_said_of_lengths_is_so() -> None:
    lengths = [DEFS[name]["properties"]["sv"]["maxLength"] for name in ("phrase", "sentence")]
    assert lengths == [80, 300]
    assert "hold 80 characters, sentences 300, longer texts 900" in PAGES["README"]
    assert DEFS["paragraph"]["properties"]["en"]["maxLength"] == 900


@every_kind
def test_every_page_says_the_same_things_in_the_same_order(kind: str) -> None:
    page = PAGES[kind]
    assert page.startswith(f"# {kind}: ")
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
    assert exercise.claims
    assert [key for key in exercise.sources if key not in ours().references] == []
    assert exercise.objective.sv.startswith("Du kan ")
    assert exercise.objective.en.startswith("You can ")


@every_kind
def test_the_key_of_the_example_scores_full_marks(kind: str, tmp_path: Path) -> None:
    path = written(kind, tmp_path)
    exercise = read_exercise(path)
    rules = KINDS[kind]
    key = rules.key(exercise)
    if kind in ("scale", "reflection", "canvas"):
        assert key is None
    else:
        verdict = rules.judge(exercise, rules.read(exercise, key))
        assert (verdict.right, verdict.score) == (True, 1)
        assert {one.tone for one in verdict.said} == {"right"}


def test_the_scenario_can_be_lost_at_the_door_and_mended_at_the_table(tmp_path: Path) -> None:
    path = written("scenario", tmp_path)
    exercise = read_exercise(path)

    def end(*replies: str) -> str:
        return str(KINDS["scenario"].judge(exercise, list(replies)).detail["scene"])

    # Followed by hand: trust 2, 0, -1 and -2 when the same question is asked at the table.
    asked = "what-did-you-see"
    assert end("how-are-they", "write-together", asked) == "fadumo"
    assert end("ring-pool", "on-my-desk", asked) == "papers"
    assert end("told-you", "on-my-desk", asked, "my-part") == "fadumo"
    assert end("told-you", "between-us", asked, "my-part") == "march"


def test_the_week_has_few_solutions_and_single_hours_that_tempt(tmp_path: Path) -> None:
    path = written("calendar", tmp_path)
    exercise: Any = read_exercise(path)
    free = [
        (day, hour)
        for day in range(5)
        for hour in range(exercise.opens, exercise.closes)
        if not any(block.holds((day, hour)) for block in exercise.busy)
    ]
    # By hand: two afternoon hours on Monday, Wednesday and Thursday, and four hours by themselves.
    assert free == [
        (0, 11), (0, 14), (0, 15), (1, 15), (2, 14), (2, 15), (3, 10), (3, 14), (3, 15), (4, 11),
    ]  # fmt: skip
    taken = [(block.day, hour) for block in exercise.busy for hour in range(block.start, block.end)]
    assert len(taken) == len(set(taken)), "nothing hides behind something else"


# --- what an author is told of the newer kinds ----------------------------------------------------

EXPLORER_NAMES = ", ".join(EXPLORERS)
SCENES = "door, daughter, meeting, fadumo, papers, friday, binder, march"

OTHER_MATCHES = "survey, three-meetings, draw-together, own-hour, selling"
GO_ON = """\
    replies:
      - id: round
        text: {sv: En gång till., en: Once more.}
        feedback: {sv: Runt och runt., en: Round and round.}
        leads: [{scene: binder}]
"""


@pytest.mark.parametrize(
    ("kind", "old", "new", "at", "swedish", "english"),
    [
        (
            "explore", "model: tie-strength", "model: tie-strenght", "model:",
            f"Det finns ingen modell tie-strenght att utforska. Skriv en av: {EXPLORER_NAMES}.",
            f"There is no model tie-strenght to explore. Write one of: {EXPLORER_NAMES}.",
        ),
        (
            "choices", "    right: true\n", "", "options:",
            "Inget svar är rätt. Skriv right: true på minst ett.",
            "No answer is right. Write right: true at one at least.",
        ),
        (
            "match", "      survey:\n", "      survy:\n", "      survy:",
            f"Det finns inget par survy. Skriv ett av: {OTHER_MATCHES}.",
            f"There is no pair survy. Write one of: {OTHER_MATCHES}.",
        ),
        (
            "confidence", "    holds: true", "    holds: false", "statements:",
            "Alla påståenden stämmer, eller inget. Blanda.",
            "All statements hold, or none. Mix them.",
        ),
        (
            "scenario", "leads: [{scene: friday}]", "leads: [{scene: firday}]", "{scene: firday}",
            f"Det finns ingen scen firday. Skriv en av: {SCENES}.",
            f"There is no scene firday. Write one of: {SCENES}.",
        ),
        (
            "scenario", "changes: {trust: 2}", "changes: {trsut: 2}", "trsut",
            "Det finns ingen egenskap trsut. Skriv en av: trust.",
            "There is no quality trsut. Write one of: trust.",
        ),
        (
            "scenario", "changes: {trust: 2}", "changes: {2: 2}", "{2: 2}",
            "Här ska det stå text, inte 2.",
            "This should be text, not 2.",
        ),
        (
            "scenario", "- {scene: papers}", "- {scene: papers, needs: {trust: -3}}", "trust: -3",
            "Den sista vägen ska alltid vara öppen. Ta bort needs: på den.",
            "The last way must always be open. Remove needs: from it.",
        ),
        (
            "scenario", "[{scene: friday}]", "[{scene: friday}, {scene: binder}]",
            "{scene: friday},",
            "Vägen före är alltid öppen, så den här väljs aldrig. "
            "Skriv needs: på vägen före, eller ta bort den här.",
            "The way before is always open, so this one is never taken. "
            "Write needs: at the way before, or remove this one.",
        ),
        (
            "scenario", "    score: 0.5\n", "", "- id: binder",
            "Scenen är ett slut men har ingen poäng. Skriv score: från 0 till 1.",
            "The scene is an ending without a score. Write score: from 0 to 1.",
        ),
        (
            "scenario", "    score: 0.5\n", GO_ON, "- id: binder",
            "Från scenen binder går det inte att komma till något slut. Låt en replik leda dit.",
            "From the scene binder no ending can be reached. Let a reply lead to one.",
        ),
        (
            "scenario", "  - id: papers\n", "  - id: papers\n    score: 0\n", "    score: 0\n",
            "Scenen har repliker och är inget slut. Ta bort score: här.",
            "The scene has replies and is no ending. Remove score: here.",
        ),
        (
            "scenario", "    score: 1\n", "    score: 0.9\n", "scenes:",
            "Det går inte att nå något slut med score: 1. "
            "Ge ett slut full poäng, eller sänk det som vägarna dit kräver i needs:.",
            "No ending with score: 1 can be reached. "
            "Give an ending full marks, or lower what the ways to it ask for in needs:.",
        ),
        (
            "scenario", "[{scene: friday}]", "[{scene: binder}]", "- id: friday",
            "Ingen replik leder till scenen friday. Låt någon göra det, eller ta bort den.",
            "No reply leads to the scene friday. Let one do so, or remove it.",
        ),
        (
            "calendar", "closes: 17", "closes: 8", "closes: 8",
            "Dagen slutar innan den börjar. closes ska vara senare än opens.",
            "The day ends before it begins. closes must be later than opens.",
        ),
        (
            "calendar", "{day: 0, start: 8,", "{day: 0, start: 7,", "start: 7",
            "Tiden ligger utanför veckan. "
            "Dagarna är 0 (måndag) till 4, timmarna opens till closes.",
            "This time is outside the week. "
            "Days are 0 (Monday) to 4, hours from opens to closes.",
        ),
        (
            "calendar", "[3, 14], [3, 15]", "[3, 15], [3, 16]", "example:",
            "Lösningen i example bryter mot: clash. "
            "Rätta den, eller ändra veckan så att det finns en lösning.",
            "The solution in example breaks: clash. "
            "Mend it, or change the week so that there is a solution.",
        ),
    ],
)  # fmt: skip
def test_a_fault_in_an_example_is_told_with_its_line(
    tmp_path: Path, kind: str, old: str, new: str, at: str, swedish: str, english: str
) -> None:
    text = example(kind)
    assert old in text
    # Of several right options, and several true statements, all have to go.
    changed = text.replace(old, new, -1 if kind in ("choices", "confidence") else 1)
    line = changed.count("\n", 0, changed.index(at)) + 1
    found = faults_in(written(kind, tmp_path, changed))
    file = f"exercises/docs/{re.findall(r'^id: (.+)$', text, re.MULTILINE)[0]}.yml"
    assert [(one.told("sv"), one.told("en")) for one in found] == [
        (f"{file}, rad {line}: {swedish}", f"{file}, line {line}: {english}")
    ]
