"""A lesson's steps: what a built notebook says of them, and every fault with its line."""

from pathlib import Path

import pytest

from course.content.course import Course, ours
from course.content.minutes import exercise_minutes
from course.content.steps import ALWAYS, STEPS, Step
from course.paths import LANGUAGES
from course.studio.source import Source, sources
from course.studio.steps import FEWEST, MOST, step_faults, steps

HEAD = """\
---
jupytext: {text_representation: {extension: .md, format_name: myst}}
kernelspec: {display_name: Python 3, language: python, name: python3}
course: {minutes: 25}
---
"""


def cell(id: str, step: str = "", sv: str = "## Rubrik\n\nEtt två.", en: str = "## Heading") -> str:
    """A pair of text cells, ten lines of the file and one between them."""
    begins = f', "step": "{step}"' if step else ""
    swedish = f'\n+++ {{"language": "sv", "id": "{id}"{begins}}}\n\n{sv}\n'
    return f'{swedish}\n+++ {{"language": "en"}}\n\n{en}\n'


SOUND = [
    cell("c02", "scene", "# Början", "# The beginning"),
    cell("c03", "idea"),
    cell("c04", "guess"),
    "\n```{code-cell}\n:exercise: goal\n:id: c05\n```\n",
    cell("c06", "", "### En rubrik inuti", "### A heading within"),
    cell("c07", "deck"),
    cell("c08", "monday"),
    cell("c09", "end"),
    cell("c10", "more"),
]


def lesson(folder: Path, cells: list[str]) -> Source:
    path = folder / "00-start.md"
    path.write_text(HEAD + "".join(cells), encoding="utf-8")
    return Source(path, ours())


def found(folder: Path, cells: list[str]) -> list[tuple[str, str]]:
    """The faults: the key of each, and what stands on its line."""
    source = lesson(folder, cells)
    lines = source.text.splitlines()
    return [(fault.key, lines[fault.line - 1]) for fault in step_faults(source)]


def with_(at: int, *instead: str) -> list[str]:
    """The sound lesson with other cells in the place of one."""
    return [*SOUND[:at], *instead, *SOUND[at + 1 :]]


def test_a_sound_lesson_has_no_faults_and_one_without_steps_is_not_asked(tmp_path: Path) -> None:
    assert found(tmp_path, SOUND) == []
    assert found(tmp_path, [cell("c02", "", "# Början", "# The beginning"), cell("c03")]) == []


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        (with_(1, cell("c03", "ide")), ("unknown-step", "## Rubrik")),
        (with_(1, cell("c03", "idea", "Ingen rubrik.")), ("step-without-heading", "Ingen rubrik.")),
        (with_(4, cell("c06")), ("heading-without-step", "## Rubrik")),
        (
            with_(1, cell("c03", "idea", "## Rubrik\n\n## En till", "## Heading\n\n## Another")),
            ("heading-without-step", "## En till"),
        ),
        (
            with_(1, cell("c03", "idea", "## Rubrik\n\n### En till")),
            ("other-headings", "## Heading"),
        ),
        (
            with_(1, cell("c03", "idea").replace('"en"}', '"en", "step": "deck"}')),
            ("step-elsewhere", "## Heading"),
        ),
        (with_(7), ("no-end", "## Rubrik")),
        (with_(1, cell("c03", "end")), ("two-ends", "## Rubrik")),
        (with_(1, cell("c03", "idea"), cell("c11", "more")), ("more-before-end", "## Rubrik")),
        (with_(8, cell("c10", "own")), ("step-after-end", "## Rubrik")),
        (SOUND[:3] + SOUND[6:], ("number-of-steps", "---")),
        (with_(1, *[cell(f"c{n}", "idea") for n in range(20, 26)]), ("number-of-steps", "---")),
        (with_(4, cell("c02", "", "### Inuti", "### Within")), ("cell-id-twice", "### Inuti")),
        # The cell that opens every notebook has this id; the builder writes it.
        (with_(4, cell("c01", "", "### Inuti", "### Within")), ("cell-id-twice", "### Inuti")),
    ],
)
def test_each_fault_is_told_with_its_line(
    tmp_path: Path, cells: list[str], fault: tuple[str, str]
) -> None:
    assert fault in found(tmp_path, cells)


def test_a_cell_without_an_id_is_told_one_that_is_free(tmp_path: Path) -> None:
    nameless = SOUND[3].replace(":id: c05\n", "")
    (fault,) = step_faults(lesson(tmp_path, with_(3, nameless)))
    assert fault.key == "no-cell-id"
    assert fault.values == {"free": "c11"}  # c10 is the last that is taken
    for language in LANGUAGES:
        assert "c11" in fault.told(language)


def test_what_a_notebook_says_of_its_steps(tmp_path: Path) -> None:
    exercise = ours().exercise("00-start", "goal")
    told = [Step(**one) for one in steps(lesson(tmp_path, SOUND), "sv", [exercise])]
    assert [one.id for one in told] == ["c02", "c03", "c04", "c07", "c08", "c09", "c10"]
    assert [one.title for one in told][:2] == ["Början", "Rubrik"]
    # "Rubrik" and "Ett två." are three words; what stands inside the step counts too.
    assert [one.words for one in told] == [1, 3, 6, 3, 3, 3, 3]
    takes = exercise_minutes(exercise, "sv")  # held in tests/content/test_minutes.py
    assert takes > 0
    assert [one.exercise_minutes for one in told] == [0, 0, takes, 0, 0, 0, 0]
    assert [one.kind for one in told if one.core] == ["scene", "monday", "end"]


def test_a_step_belongs_to_the_short_way_by_its_exercise() -> None:
    """Each lesson's short way: its opening, its core exercises, Monday and the end."""
    for source in sources(ours()):
        for language in LANGUAGES:
            outline = ours().outline(source.lesson, language)
            core = {one.id for one in outline.exercises if one.core}
            short = [one for one in outline.steps if one.core]
            assert 2 <= len(core) <= 4
            assert 2 <= len([one for one in short if one.kind not in ALWAYS]) <= len(core)
            assert [one.kind for one in short if one.kind in ALWAYS] == list(ALWAYS)


@pytest.mark.parametrize("source", sources(ours()), ids=lambda source: source.lesson)
def test_both_languages_have_the_same_steps(source: Source) -> None:
    sv, en = (ours().outline(source.lesson, language).steps for language in LANGUAGES)
    assert [(one.id, one.kind, one.core) for one in sv] == [(x.id, x.kind, x.core) for x in en]
    assert FEWEST <= len([one for one in sv if one.kind != "more"]) <= MOST
    assert {one.kind for one in sv} <= set(STEPS)


def test_a_lesson_of_another_course_need_not_have_steps(tmp_path: Path) -> None:
    from tests.small_course import write_lesson

    write_lesson(tmp_path, "01-small", "Small", 10)
    assert Course.open(tmp_path).outline("01-small", "en").steps == ()
