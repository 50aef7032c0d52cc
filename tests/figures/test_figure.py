"""Figure files: every shipped one, every example of the docs, and every fault that can be told."""

import re
from pathlib import Path
from typing import Any

import attrs
import pytest
from jsonschema import Draft202012Validator

from course.content.course import ours
from course.content.figure import build_figure
from course.content.figure_checking import faults_in_figure
from course.content.opened import opened_figure
from course.content.reading import FAULTY
from course.content.schema import of_figures
from course.errors import CourseError
from course.figures import KINDS
from course.figures.bars.shape import Bars, Row
from course.figures.lines.shape import Lines, Series
from course.figures.quadrants.shape import Axis, Cells
from course.figures.steps.shape import Loop, Stage
from course.figures.timeline.shape import Event
from course.marked import parse
from course.paths import ROOT
from course.words.bilingual import Text
from tests.documented import fields_of, table

PAGE = (ROOT / "docs" / "figures.md").read_text(encoding="utf-8")
PAGES = {kind: (KINDS[kind].folder / "page.md").read_text(encoding="utf-8") for kind in KINDS}
EXAMPLES = {
    kind: re.findall(r"^```yaml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)[0]
    for kind, page in PAGES.items()
}
SCHEMAS = {kind: of_figures(KINDS[kind].folder / "schema.json") for kind in KINDS}
DEFS: dict[str, Any] = SCHEMAS["bars"]["$defs"] | {
    kind: schema["$defs"]["this"] for kind, schema in SCHEMAS.items()
}
WORDS = {"phrase", "sentence", "paragraph", "label", "end", "name", "note", "happening", "id"}
every_kind = pytest.mark.parametrize("kind", KINDS)


def written(folder: Path, text: str, name: str = "one") -> Path:
    path = folder / "data" / "figures" / f"{name}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def faults(path: Path) -> list[tuple[str, str]]:
    """Every fault of a file in both languages; its sources are looked up in the course's own."""
    found = faults_in_figure(path, ours().references)
    return [(one.told("sv"), one.told("en")) for one in found]


# --- what is shipped, and what is documented ------------------------------------------------------


@pytest.mark.parametrize("id", ours().figures())
def test_a_shipped_figure_has_no_faults(id: str) -> None:
    assert faults(ROOT / "data" / "figures" / f"{id}.yml") == []
    figure = ours().figure(id)
    assert figure.id == id
    assert set(figure.sources) <= set(ours().references)


@every_kind
def test_an_example_of_the_docs_has_no_faults(tmp_path: Path, kind: str) -> None:
    path = written(tmp_path, EXAMPLES[kind])
    assert faults(path) == []
    assert type(opened_figure(path)) is KINDS[kind].figure


@every_kind
def test_a_kind_has_a_schema_of_its_own_and_a_page_that_is_found(kind: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[kind])
    assert DEFS[kind]["unevaluatedProperties"] is False
    assert PAGES[kind].startswith(f"# {kind}: ")
    assert f"kind: {kind}\n" in EXAMPLES[kind]
    assert f"(../course/figures/{kind}/page.md)" in PAGE


@every_kind
def test_the_docs_name_the_fields_of_the_schema(kind: str) -> None:
    assert table(PAGES[kind]) == fields_of(DEFS[kind], DEFS, WORDS)


def test_the_docs_name_what_every_figure_has_and_how_long_it_may_be() -> None:
    part = PAGE.split("## What every figure has")[1].split("\n## ")[0]
    assert table(part) == fields_of(DEFS["head"], DEFS, WORDS)
    longest = [DEFS[name]["properties"]["sv"]["maxLength"] for name in ("phrase", "sentence")]
    assert longest == [80, 300]
    assert DEFS["paragraph"]["properties"]["en"]["maxLength"] == 900
    assert DEFS["label"]["properties"]["en"]["maxLength"] == 40
    assert "A title may have at most 80 characters, a message 300, a caption 900" in PAGE
    assert "labels, units, axes and cells 40" in PAGE


# --- the schema and the classes -------------------------------------------------------------------


def in_file(cls: type) -> dict[str, bool]:
    names = {Loop: {"start": "from", "end": "to"}}.get(cls, {})
    return {
        names.get(field.name, field.name): field.default is attrs.NOTHING
        for field in attrs.fields(cls)
        if field.metadata.get("in_file", True)
    }


@every_kind
def test_the_schema_has_the_fields_of_the_class(kind: str) -> None:
    head, own = DEFS["head"], DEFS[kind]
    required = {*head["required"], *own["required"]} - {"sources"}
    properties = {**head["properties"], **own["properties"]}
    # A file must say that it has no sources; to the class, none is none.
    assert {name: name in required for name in properties} == in_file(KINDS[kind].figure)


def test_the_schema_has_the_fields_of_the_parts() -> None:
    steps, series = DEFS["steps"]["properties"], DEFS["lines"]["properties"]["series"]
    for cls, definition in (
        *((Text, DEFS[name]) for name in WORDS - {"id"}),
        (Row, DEFS["bars"]["properties"]["rows"]["items"]),
        (Series, series["items"]),
        (Stage, steps["steps"]["items"]),
        (Loop, steps["loop"]),
        (Axis, DEFS["axis"]),
        (Event, DEFS["timeline"]["properties"]["events"]["items"]),
    ):
        required = definition["required"]
        properties = {name: name in required for name in definition["properties"]}
        assert properties == in_file(cls), cls.__name__
        assert definition["additionalProperties"] is False
    cells = DEFS["quadrants"]["properties"]["cells"]
    assert [name.replace("-", "_") for name in cells["properties"]] == list(in_file(Cells))


def test_a_file_becomes_an_object() -> None:
    bars = build_figure(parse(EXAMPLES["bars"]).value)
    assert isinstance(bars, Bars)
    assert (bars.highest, bars.rows[2].value, bars.rows[2].strong) == (60.0, 34.0, True)
    assert bars.rows[0].label == Text(sv="Prövades", en="Were tested")
    lines = build_figure(parse(EXAMPLES["lines"]).value)
    assert isinstance(lines, Lines)
    assert lines.series[0].points[1] == (40.0, 8.2)
    loop = getattr(build_figure(parse(EXAMPLES["steps"]).value), "loop", None)
    assert (loop.start, loop.end) == (4, 1)


@pytest.mark.parametrize("definition", [None, [], {}, {"kind": "pie"}, {"kind": 3}])
def test_what_is_no_figure_is_refused(definition: Any) -> None:
    with pytest.raises(ValueError, match="known kind"):
        build_figure(definition)


def test_an_unknown_key_is_refused_also_inside_a_part() -> None:
    for kind, old, new in (
        ("steps", "  from: 4", "  from: 4\n  over: 2"),
        ("quadrants", "  top-left:", "  middle: 1\n  top-left:"),
        ("bars", "strong:", "bold:"),
    ):
        with pytest.raises(FAULTY):
            build_figure(parse(EXAMPLES[kind].replace(old, new)).value)


# --- what is told ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "old", "new", "at", "swedish", "english"),
    [
        (
            "bars", "kind: bars", "kind: pie", "kind:",
            "Det finns ingen sorts figur som heter pie. "
            "Skriv en av: bars, lines, quadrants, steps, timeline.",
            "There is no kind of figure called pie. "
            "Write one of: bars, lines, quadrants, steps, timeline.",
        ),
        (
            "bars", "sources: []", "sources: [nobody-2020]", "sources:",
            "Källan nobody-2020 finns inte i data/references.yml. Lägg till den där.",
            "The source nobody-2020 is not in data/references.yml. Add it there.",
        ),
        (
            "bars", "sources: []\n", "", "kind:",
            "Raden sources: saknas. Lägg till den.",
            "A line with sources: is missing. Add it.",
        ),
        (
            "bars", "unit: {sv: idéer, en: ideas}", "unit: {sv: idéer}", "unit:",
            "Texten finns inte på engelska. Lägg till en rad med en:.",
            "The text is not there in English. Add a line with en:.",
        ),
        (
            "bars", "en: Were tested}", "en: '  '}", "en: '  '",
            "Här saknas text. Skriv något, eller ta bort raden.",
            "Text is missing here. Write something, or remove the line.",
        ),
        (
            "bars", "nej med en förklaring", "nej med en förklaring" + "!" * 11, "Fick ett nej",
            "Texten är 41 tecken. Korta den till högst 40.",
            "The text has 41 characters. Shorten it to 40 at most.",
        ),
        (
            "bars", "value: 34", "value: 61", "value: 61",
            "61 är utanför gränserna: ≤ 60 (highest).",
            "61 is out of bounds: ≤ 60 (highest).",
        ),
        (
            "bars", "value: 34", "value: -1", "value: -1",
            "-1 är utanför gränserna: ≥ 0.",
            "-1 is out of bounds: ≥ 0.",
        ),
        (
            "bars", "value: 34", "value: many", "value: many",
            "Här ska det stå ett tal, inte many.",
            "This should be a number, not many.",
        ),
        (
            "bars", "sv: Fick inget svar", "sv: prövades", "sv: prövades",
            "”prövades” står redan tidigare i figuren. Skriv något annat.",
            "“prövades” stands earlier in the figure already. Write something else.",
        ),
        (
            "lines", "[40, 8.2], [42, 6.5]", "[42, 6.5], [40, 8.2]", "points: [[38, 8], [42",
            "Punkten vid 40 kommer efter den vid 42. "
            "Skriv punkterna i ordning, den minsta först och ingen två gånger.",
            "The point at 40 comes after the one at 42. "
            "Write the points in order, the smallest first and none twice.",
        ),
        (
            "lines", "[38, 8], [40", "[38, 8], [38", "points: [[38, 8], [38",
            "Punkten vid 38 kommer efter den vid 38. "
            "Skriv punkterna i ordning, den minsta först och ingen två gånger.",
            "The point at 38 comes after the one at 38. "
            "Write the points in order, the smallest first and none twice.",
        ),
        (
            "lines", "[38, 8], [40", "[38], [40", "points: [[38]",
            "Här behövs minst 2.", "At least 2 are needed here.",
        ),
        (
            "steps", "from: 4", "from: 5", "from: 5",
            "Det finns inget steg 5. Skriv ett tal från 1 till 4.",
            "There is no step 5. Write a number from 1 to 4.",
        ),
        (
            "steps", "to: 1", "to: 4", "to: 4",
            "Vägen tillbaka ska leda till ett tidigare steg. Skriv ett tal som är mindre än 4.",
            "The way back must lead to an earlier step. Write a number below 4.",
        ),
        (
            "quadrants", "top-left:", "topleft:", "topleft:",
            "Nyckeln topleft hör inte hemma här. "
            "Ta bort den, eller skriv en av: top-left, top-right, bottom-left, bottom-right.",
            "The key topleft does not belong here. "
            "Remove it, or write one of: top-left, top-right, bottom-left, bottom-right.",
        ),
        (
            "quadrants", "Begin on Monday", "Tell them and let go", "en: Tell them and let go",
            "”Tell them and let go” står redan tidigare i figuren. Skriv något annat.",
            "“Tell them and let go” stands earlier in the figure already. Write something else.",
        ),
        (
            "timeline", "year: 2016", "year: 2012", "year: 2012",
            "2012 kommer efter 2014. Skriv händelserna i ordning, den äldsta först.",
            "2012 comes after 2014. Write the events in order, the earliest first.",
        ),
        (
            "timeline", "year: 2016", "year: 2016.5", "year: 2016.5",
            "Här ska det stå ett heltal, inte 2016.5.",
            "This should be a whole number, not 2016.5.",
        ),
        (
            "timeline", "The years are made up.", "Årtalen är påhittade.", "en: Årtalen",
            "Texten är likadan på båda språken. Översätt den.",
            "The text is the same in both languages. Translate it.",
        ),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_line(
    tmp_path: Path, kind: str, old: str, new: str, at: str, swedish: str, english: str
) -> None:
    text = EXAMPLES[kind]
    assert old in text
    changed = text.replace(old, new, 1)
    line = changed.count("\n", 0, changed.rindex(at)) + 1
    told = faults(written(tmp_path, changed))
    file = "data/figures/one.yml"
    expected = (f"{file}, rad {line}: {swedish}", f"{file}, line {line}: {english}")
    # A misspelt key is missing under its right name as well, which is told too.
    assert expected in told
    assert all("A line with top-left: is missing" in one[1] for one in told if one != expected)


@pytest.mark.parametrize(
    ("content", "english"),
    [
        (b"", "The file must begin with lines such as kind:, title: and message:."),
        (b"- kind: bars\n", "The file must begin with lines such as kind:, title: and message:."),
        (b"kind: [bars\n", "A bracket never ends."),
        ("kind: bärs".encode("latin-1"), "The file is not saved as UTF-8"),
    ],
)
def test_a_file_that_is_no_figure_at_all(tmp_path: Path, content: bytes, english: str) -> None:
    path = written(tmp_path, "")
    path.write_bytes(content)
    ((_, told),) = faults(path)
    assert english in told


@pytest.mark.parametrize("name", ["Upper", "två", "3rd", "a b"])
def test_a_name_that_is_no_id(tmp_path: Path, name: str) -> None:
    ((_, told),) = faults(written(tmp_path, EXAMPLES["bars"], name))
    assert f"{name} cannot be an id" in told


# --- what a lesson is told ------------------------------------------------------------------------


def test_a_faulty_figure_is_told_with_its_faults(tmp_path: Path) -> None:
    path = written(tmp_path, EXAMPLES["bars"].replace("value: 34", "value: x"))
    with pytest.raises(CourseError) as caught:
        opened_figure(path)
    assert str(caught.value).startswith("This figure cannot be shown yet:\ndata/figures/one.yml,")


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    path = written(tmp_path, EXAMPLES["bars"])
    before = opened_figure(path)
    path.write_text(EXAMPLES["timeline"], encoding="utf-8")
    after = opened_figure(path)
    assert (before.kind, after.kind) == ("bars", "timeline")
