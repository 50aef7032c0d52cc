"""From source to notebooks; the small lesson is run for real, in a kernel of its own."""

from pathlib import Path
from typing import Any

import nbformat
import pytest
from lesson_text import HOOD, line, small_course, written

from course.content.course import ours
from course.errors import CourseError
from course.faults import FaultError
from course.paths import LANGUAGES, ROOT
from course.studio import notebooks
from course.studio.notebooks import VIEW, built, executed, write
from course.studio.source import used_exercises, used_figures
from course.widgets.figure import PAGE

SOURCE_LIST = ("{sources}\n\n+++ {", "Nothing.\n\n+++ {")


@pytest.fixture(autouse=True)
def this_course(monkeypatch: pytest.MonkeyPatch) -> None:
    """The kernel imports the course that is tested, whichever is installed."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))


def bodies(notebook: Any) -> list[str]:
    return [cell.source for cell in notebook.cells]


def test_ids_are_stable_and_the_same_in_both_languages(tmp_path: Path) -> None:
    swedish, english = (built(written(tmp_path), language) for language in LANGUAGES)
    assert [cell.id for cell in swedish.cells] == ["c01", "c02", "c03", "c04", "c05"]
    assert [cell.id for cell in english.cells] == [cell.id for cell in swedish.cells]
    assert [cell.cell_type for cell in english.cells] == [cell.cell_type for cell in swedish.cells]
    for notebook in (swedish, english):
        nbformat.validate(notebook)


def test_each_notebook_has_its_own_language(tmp_path: Path) -> None:
    swedish, english = (bodies(built(written(tmp_path), language)) for language in LANGUAGES)
    assert 'Lesson("00-start", language="sv")' in swedish[0]
    assert 'Lesson("00-start", language="en")' in english[0]
    assert swedish[1].startswith("# Börja")
    assert english[1].startswith("# Begin")
    assert swedish[2:4] == english[2:4] == ['lesson.exercise("goal")', "print(1 + 1)"]
    assert not any("ledare" in body or "facilitators" in body for body in swedish + english)


def test_citations_lead_to_the_list_of_sources(tmp_path: Path) -> None:
    swedish, english = (bodies(built(written(tmp_path), language)) for language in LANGUAGES)
    hartley, law = (ours().references[key] for key in ("hartley-2005", "sol"))
    assert "([Hartley 2005](#ref-hartley-2005))" in swedish[1]
    assert f"([{law.cited('sv')}](#ref-sol), 6\u00a0kap.\u00a01\u00a0§)" in swedish[1]
    assert f"([{law.cited('en')}](#ref-sol), ch.\u00a06\u00a0s.\u00a01)" in english[1]
    for language, text in (("sv", swedish[4]), ("en", english[4])):
        entries = [one for one in text.splitlines() if one.startswith("- ")]
        # Acts stand before other works.
        wording = ours().law.acts["sol"].wording(language)
        assert entries == [
            f'- <span id="ref-{work.key}"></span>{work.listed(language, said)}'
            for work, said in ((law, wording), (hartley, ""))
        ]
        assert "{sources}" not in text


def test_what_an_exercise_cites_is_listed_too(tmp_path: Path) -> None:
    source = written(tmp_path, (": goal", ": safe-to-challenge"))
    listed = bodies(built(source, "en"))[4]
    assert 'id="ref-cabinet-office-2024"' in listed
    assert 'id="ref-csw-2025"' in listed
    assert "oecd" not in listed


def test_what_a_figure_cites_is_listed_too(tmp_path: Path) -> None:
    source = written(tmp_path, ("exercise: goal", "figure: esther-admissions"))
    assert used_figures(source) == ["esther-admissions"]
    listed = bodies(built(source, "en"))[4]
    assert 'id="ref-vackerberg-2013"' in listed


def test_a_figure_stands_in_the_notebook_for_every_reader(tmp_path: Path) -> None:
    """In words, by itself, and for the course's page, which shows it as it stands."""
    source = written(tmp_path, ("exercise: goal", "figure: esther-admissions"))
    notebook = executed(built(source, "sv"))
    nbformat.validate(notebook)
    (output,) = notebook.cells[2].outputs
    assert set(output.data) == {"text/plain", "text/html", PAGE}
    assert "9\u00a0300" in output.data["text/plain"]
    assert "<svg" in output.data[PAGE]
    assert "<svg" not in output.data["text/html"]


def test_what_a_view_needs_to_know_of_the_lesson(tmp_path: Path) -> None:
    metadata = built(written(tmp_path), "en").metadata
    course = metadata["course"]
    assert (course["lesson"], course["language"], course["title"]) == ("00-start", "en", "Begin")
    # Six words take less than a minute, and count as none beside the exercise. That has 95 words
    # and takes 45 seconds to choose in: 95 / 228 + 0.75 = 1.17. It is not on the core path.
    assert (course["minutes"], course["core_minutes"]) == (1, 1)
    assert course["exercises"] == [{"id": "goal", "minutes": 1, "core": False}]
    assert course["kinds"] == ["choice"]


def test_code_is_collapsed_and_tags_are_kept(tmp_path: Path) -> None:
    cells = [cell for cell in built(written(tmp_path), "sv").cells if cell.cell_type == "code"]
    assert all(cell.metadata["jupyter"]["source_hidden"] for cell in cells)
    assert [cell.metadata.get("tags") for cell in cells] == [None, None, ["under-the-hood"]]


def test_exercises_in_the_order_of_the_cells(tmp_path: Path) -> None:
    source = written(tmp_path, (HOOD, ":exercise: climate"))
    assert used_exercises(source) == ["goal", "climate"]


def test_a_work_that_is_not_in_the_bibliography(tmp_path: Path) -> None:
    source = written(tmp_path, ("[@hartley-2005]", "[@nobody-1900]"))
    with pytest.raises(FaultError) as caught:
        built(source, "sv")
    assert (caught.value.fault.key, caught.value.fault.line) == ("missing-source", line("# Börja"))
    assert caught.value.fault.values == {"key": "nobody-1900"}


def test_works_without_a_list(tmp_path: Path) -> None:
    with pytest.raises(FaultError) as caught:
        built(written(tmp_path, SOURCE_LIST), "sv")
    assert caught.value.fault.key == "no-source-list"


def test_an_exercise_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="has no exercise nothing"):
        built(written(tmp_path, (": goal", ": nothing")), "en")


@pytest.mark.client  # four seconds; a notebook that is not as built is told by `check`
def test_building_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    texts = [nbformat.writes(executed(built(written(tmp_path), "en"))) for _ in range(2)]
    assert texts[0] == texts[1]
    for varying in (VIEW, "widget", "execution_time", "iopub", str(tmp_path)):
        assert varying not in texts[0], varying
    cells = nbformat.reads(texts[0], 4).cells
    (card,), goal = cells[2].outputs, ours().exercise("00-start", "goal")
    assert set(card.data) == {"text/plain", "text/html"}
    assert card.data["text/plain"].startswith(f"Choose: {goal.title.en}\n")
    assert cells[3].outputs[0].text == "2\n"


def test_a_notebook_is_written_only_when_it_changed(tmp_path: Path) -> None:
    notebook = built(written(tmp_path), "sv")
    path = tmp_path / "new" / "folder" / "a.ipynb"
    assert write(notebook, path)
    assert not write(notebook, path)
    content = path.read_bytes()
    assert content.endswith(b"\n")
    assert b"\r" not in content
    notebook.cells[1].source += " Mer."
    assert write(notebook, path)


def test_building_writes_both_languages_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    course = small_course(tmp_path)
    monkeypatch.setattr(notebooks, "executed", lambda notebook, _: notebook)
    assert notebooks.main([], course) == 0
    assert [one.title for one in course.outlines("sv")] == ["Börja"]
    assert capsys.readouterr().out.splitlines() == [
        "notebooks/sv/00-start.ipynb written",
        "notebooks/en/00-start.ipynb written",
    ]
    assert notebooks.main(["00-start"], course) == 0
    assert "notebooks/sv/00-start.ipynb unchanged" in capsys.readouterr().out
    assert notebooks.main(["77-none"], course) == 1
    assert "no source for a lesson called 77-none" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "old", "new", "runs"),
    [
        ("exercises/00-start/goal.yml", "claims:", "minutes: 2\nclaims:", 2),
        ("exercises/00-start/climate.yml", "core: true", "core: true\nminutes: 6", 2),
        ("data/glossary.yml", "A", "An", 2),
        ("notebooks/source/00-start.md", "A claim", "The claim", 1),
        ("notebooks/sv/00-start.ipynb", "Börja", "Sluta", 1),
        (
            "notebooks/source/00-start.md",
            "Ni vet när",
            "Ni vet hur",
            1,
        ),  # a slip, which a class is dealt
    ],
)
def test_only_what_changed_is_run_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, old: str, new: str, runs: int
) -> None:
    course = small_course(tmp_path)
    ran = []
    monkeypatch.setattr(notebooks, "executed", lambda notebook, _: ran.append(1) or notebook)
    assert notebooks.main([], course) == 0
    assert len(ran) == 2
    assert notebooks.main([], course) == 0
    assert len(ran) == 2
    text = course.file(name).read_text("utf-8")
    assert old in text
    course.file(name).write_text(text.replace(old, new, 1), "utf-8")
    assert notebooks.main([], course) == 0
    assert len(ran) == 2 + runs


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("[@sol, 6 kap. 1 §]", "[@nobody]"), "The source nobody is not in data/references.yml."),
        (('+++ {"language": "en"}', "+++"), "The text cell has no language."),
        ((": goal", ": nothing"), "Lesson 00-start has no exercise nothing."),
    ],
)
def test_what_cannot_be_built_is_told_in_a_sentence(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    change: tuple[str, str],
    sentence: str,
) -> None:
    course = small_course(tmp_path)
    written(tmp_path / "notebooks" / "source", change)
    monkeypatch.setattr(notebooks, "executed", lambda notebook, _: notebook)
    assert notebooks.main([], course) == 1
    told = capsys.readouterr().err
    assert told.startswith("notebooks/source/00-start.md: ")
    assert sentence in told


def test_a_bibliography_that_is_not_usable_is_told_before_anything_is_built(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A note in one language alone, and one that is a text: each is a fault with its line."""
    course = small_course(tmp_path)
    file = course.file("data/references.yml")
    text = file.read_text("utf-8")
    of_book, of_article = "\nmoore-1995:\n", "\nhartley-2005:\n"
    assert text.count(of_book) == text.count(of_article) == 1
    text = text.replace(of_book, f"{of_book}  note: Read in part.\n")
    text = text.replace(of_article, f"{of_article}  note: {{sv: Läst till hälften.}}\n")
    file.write_text(text, "utf-8")
    assert notebooks.main([], course) == 1
    told = capsys.readouterr()
    where = {key: text[: text.index(key)].count("\n") + 3 for key in (of_book, of_article)}
    lacks = "data/references.yml, line {}: The text is not there in {}. Add a line with {}:."
    assert sorted(told.err.splitlines()) == sorted(
        [
            lacks.format(where[of_book], "Swedish", "sv"),
            lacks.format(where[of_book], "English", "en"),
            lacks.format(where[of_article], "English", "en"),
        ]
    )
    assert told.out == ""
    assert not course.notebook("00-start", "sv").exists()


def test_a_cell_that_fails_stops_the_build(tmp_path: Path) -> None:
    from nbclient.exceptions import CellExecutionError

    notebook = built(written(tmp_path, ("print(1 + 1)", "1 / 0")), "en")
    with pytest.raises(CellExecutionError, match="ZeroDivisionError"):
        executed(notebook)
