"""A lesson's source read into cells and pairs; lines are those of the file, counted from 1."""

from pathlib import Path

import pytest
from lesson_text import HEAD, TEXT, line, written

from course.content.course import Course, ours
from course.faults import FaultError
from course.paths import ROOT
from course.studio.source import Source, sources

ENGLISH = '+++ {"language": "en"}'
SWEDISH = '+++ {"language": "sv"}'


def test_cells_with_their_lines_languages_and_tags(tmp_path: Path) -> None:
    cells = written(tmp_path).cells
    assert [(cell.kind, cell.language, cell.audience) for cell in cells] == [
        ("text", "sv", "learner"),
        ("text", "en", "learner"),
        ("code", None, "learner"),
        ("code", None, "learner"),
        ("text", "sv", "learner"),
        ("text", "en", "learner"),
        ("text", "sv", "instructor"),
        ("text", "en", "instructor"),
    ]
    # Counted in the file by an editor.
    assert [cell.line for cell in cells] == [9, 15, 20, 25, 30, 36, 42, 65]
    assert [cell.tags for cell in cells][2:4] == [(), ("under-the-hood",)]
    assert [(cell.shows, cell.body) for cell in cells[2:4]] == [
        ({"exercise": "goal"}, ""),
        ({}, "print(1 + 1)"),
    ]


def test_text_comes_in_pairs_and_code_serves_both(tmp_path: Path) -> None:
    pairs = written(tmp_path).pairs
    assert [pair.id for pair in pairs] == ["c02", "c03", "c04", "c05"]
    assert pairs[1].cells["sv"] is pairs[1].cells["en"]
    assert pairs[0].cells["sv"].body.startswith("# Börja")
    assert pairs[0].cells["en"].body.startswith("# Begin")
    assert not any("ledare" in pair.cells["sv"].body for pair in pairs)


def test_titles_and_lesson(tmp_path: Path) -> None:
    source = written(tmp_path)
    assert (source.title("sv"), source.title("en")) == ("Börja", "Begin")
    assert source.lesson == "00-start"


@pytest.mark.parametrize(
    ("changes", "at", "key", "language"),
    [
        # English is missing: the fault stands with the Swedish text that lacks a twin.
        ([(ENGLISH, SWEDISH)], line("# Börja"), "no-twin", "say:in.en"),
        ([(f"{ENGLISH}\n\n# Begin\n\nA claim", "A claim")], 22, "no-twin", "say:in.en"),
        # English stands first.
        ([(SWEDISH, ENGLISH)], line("# Börja"), "no-twin", "say:in.sv"),
        # Code stands between the two.
        (
            [(ENGLISH, f"```{{code-cell}}\n1\n```\n\n{ENGLISH}")],
            line("# Börja"),
            "no-twin",
            "say:in.en",
        ),
        # The last text has no twin.
        ([(f"{ENGLISH}\n\n## Sources\n\n{{sources}}\n\n", "")], 30, "no-twin", "say:in.en"),
        ([(ENGLISH, "+++")], line("# Begin"), "no-language", None),
        ([(ENGLISH, '+++ {"language": "de"}')], line("# Begin"), "no-language", None),
    ],
)
def test_twins_that_are_missing_or_in_the_wrong_order(
    tmp_path: Path, changes: list[tuple[str, str]], at: int, key: str, language: str | None
) -> None:
    with pytest.raises(FaultError) as caught:
        _ = written(tmp_path, *changes).pairs
    assert caught.value.fault.key == key
    assert caught.value.fault.values.get("language") == language
    if at != 22:
        assert caught.value.fault.line == at


def test_a_fault_is_told_in_a_sentence_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(FaultError) as caught:
        _ = written(tmp_path, (ENGLISH, SWEDISH)).pairs
    assert str(caught.value) == (
        f"line {line('# Börja')}: The text cell has no twin in English. "
        "Write it right before or after, Swedish first."
    )


@pytest.mark.parametrize(
    "head",
    [
        "",
        "---\n- 25\n---\n\n",
        HEAD.replace("python3}", "python3"),
    ],
)
def test_a_head_that_is_none(tmp_path: Path, head: str) -> None:
    source = written(tmp_path, (HEAD, head))
    for read in (lambda: source.head, lambda: source.cells, lambda: source.pairs):
        with pytest.raises(FaultError) as caught:
            read()
        assert caught.value.fault.key == "no-head"
        assert caught.value.fault.line <= 5


def test_a_cell_s_torn_metadata_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(FaultError) as caught:
        _ = written(tmp_path, (ENGLISH, "+++ {language: en}")).pairs
    assert (caught.value.fault.key, caught.value.fault.line) == ("no-language", line(ENGLISH))


@pytest.mark.parametrize(("missing", "language"), [("# Börja", "sv"), ("# Begin", "en")])
def test_a_lesson_without_a_title(tmp_path: Path, missing: str, language: str) -> None:
    source = written(tmp_path, (f"\n{missing}\n", f"\n#{missing}\n"))
    with pytest.raises(FaultError) as caught:
        source.title(language)
    assert caught.value.fault.key == "no-title"
    assert caught.value.fault.values == {"language": f"say:in.{language}"}


def test_lessons_come_in_order(tmp_path: Path) -> None:
    course = Course.open(tmp_path)
    assert sources(course) == ()
    folder = tmp_path / "notebooks" / "source"
    folder.mkdir(parents=True)
    for name in ("02-c", "00-a", "01-b"):
        written(folder, name=name)
    (folder / "notes.txt").touch()
    assert [source.lesson for source in sources(course)] == ["00-a", "01-b", "02-c"]
    assert all(source.course is course for source in sources(course))


def test_line_ends_of_windows_change_nothing(tmp_path: Path) -> None:
    unix = written(tmp_path)
    windows = tmp_path / "01-windows.md"
    windows.write_bytes(TEXT.replace("\n", "\r\n").encode())
    assert Source(windows, ours()).cells == unix.cells


@pytest.mark.parametrize("source", sources(ours()), ids=lambda source: source.lesson)
def test_every_shipped_source_can_be_read(source: Source) -> None:
    lines = source.text.splitlines()
    assert source.path.parent == ROOT / "notebooks" / "source"
    for cell in source.cells:
        shown = [f":{what}: {id}" for what, id in cell.shows.items()]
        first = (shown or cell.body.split("\n"))[0]
        assert lines[cell.line - 1].strip() == first.strip()
    assert [cell.line for cell in source.cells] == sorted({cell.line for cell in source.cells})
    assert source.title("sv") != source.title("en")
