"""The glossary's terms in a lesson: links, entries, places, and each fault with its sentence."""

from pathlib import Path

import pytest
from lesson_text import line, written

from course.content.course import Course, ours
from course.faults import FaultError
from course.marked import read
from course.paths import LANGUAGES, ROOT
from course.studio.notebooks import built
from course.studio.terms import (
    CELL,
    SUBJECT,
    glossary_faults,
    linked,
    subject_faults,
    term_faults,
    used_terms,
)

FILE = "notebooks/source/00-start.md"
SWEDISH = ("Ett påstående", "Ett {term}`stuprör <silo>`")
ENGLISH = ("A claim", "A {term}`silo <silo>`")
BOTH = (SWEDISH, ENGLISH)


def test_a_term_is_a_link_to_its_entry_in_the_last_cell(tmp_path: Path) -> None:
    entry = ours().glossary["silo"]
    swedish, english = (built(written(tmp_path, *BOTH), language) for language in LANGUAGES)
    assert "Ett [stuprör](#term-silo) (" in swedish.cells[1].source
    assert "A [silo](#term-silo) (" in english.cells[1].source
    assert swedish.cells[-1].source == (
        '## Ord i lektionen\n\n- <span id="term-silo"></span>**stuprör**, på engelska '
        f'<span lang="en">silo</span>. {entry.meaning.sv}'
    )
    assert english.cells[-1].source == (
        '## Words in this lesson\n\n- <span id="term-silo"></span>**silo**, in Swedish '
        f'<span lang="sv">stuprör</span>. {entry.meaning.en}'
    )
    for notebook in (swedish, english):
        assert notebook.cells[-1].id == CELL
        assert notebook.cells[-1].metadata["tags"] == ["glossary"]


def test_entries_stand_in_the_order_of_their_language(tmp_path: Path) -> None:
    terms = ("Ett påstående", "{term}`a <trust-based-governance>` {term}`b <user-influence>`")
    others = ("A claim", "{term}`a <trust-based-governance>` {term}`b <user-influence>`")
    swedish, english = (built(written(tmp_path, terms, others), code) for code in LANGUAGES)
    # brukarinflytande before tillitsbaserad styrning; trust-based governance before user influence.
    assert swedish.cells[-1].source.index("user-inf") < swedish.cells[-1].source.index("trust-")
    assert english.cells[-1].source.index("trust-") < english.cells[-1].source.index("user-inf")


def test_a_lesson_without_terms_has_no_such_cell(tmp_path: Path) -> None:
    notebook = built(written(tmp_path), "sv")
    assert [cell.id for cell in notebook.cells] == ["c01", "c02", "c03", "c04", "c05"]
    assert notebook.metadata["course"]["terms"] == []


def test_where_a_term_stands(tmp_path: Path) -> None:
    source = written(tmp_path, *BOTH, ("Källor\n", "Källor\n\n{term}`kontakt <tie>`\n"))
    first, second = used_terms(source, "sv")
    # By hand: the first is two lines below the title, the second two below the last heading.
    assert (first.term, first.cell, first.heading) == ("silo", "c02", "Börja")
    assert first.line == line("# Börja") + 2
    assert (second.term, second.cell, second.heading) == ("tie", "c05", "Källor")
    assert second.line == line("## Källor") + 2
    assert built(source, "sv").metadata["course"]["terms"] == [
        {"id": "silo", "cell": "c02", "heading": "Börja"},
        {"id": "tie", "cell": "c05", "heading": "Källor"},
    ]


def test_words_over_two_lines() -> None:
    assert linked("en {term}`bred\nbro <wide-bridge>`") == "en [bred\nbro](#term-wide-bridge)"


def test_a_term_that_is_not_there_stops_the_build(tmp_path: Path) -> None:
    source = written(tmp_path, ("A claim", "A {term}`wall <wall>`"))
    with pytest.raises(FaultError) as caught:
        built(source, "en")
    assert (caught.value.fault.key, caught.value.fault.line) == (
        "unknown-term",
        line("# Begin") + 2,
    )


@pytest.mark.parametrize(
    ("changes", "at", "swedish", "english"),
    [
        pytest.param(
            [SWEDISH, ("A claim", "A {term}`silo <wall>`")], line("# Begin") + 2,
            "Termen wall finns inte i data/glossary.yml. Lägg till den där, "
            "eller skriv en som finns.",
            "The term wall is not in data/glossary.yml. Add it there, or write one that is.",
            id="unknown",
        ),
        pytest.param(
            [*BOTH, ("## Sources\n", "## Sources\n\n{term}`silos <silo>`\n"),
             ("## Källor\n", "## Källor\n\n{term}`stuprör <silo>`\n")], line("## Sources") + 4,
            "Termen silo står redan tidigare i lektionen. Skriv bara orden här.",
            "The term silo stands earlier in the lesson already. Write only the words here.",
            id="twice",
        ),
        pytest.param(
            [SWEDISH], line("# Börja") + 2,
            "Termen silo är inte utmärkt i samma cell på engelska. "
            "Märk ut den där, eller skriv bara orden här.",
            "The term silo is not marked in the same cell in English. "
            "Mark it there, or write only the words here.",
            id="in Swedish alone",
        ),
        pytest.param(
            [ENGLISH], line("# Begin") + 2,
            "Termen silo är inte utmärkt i samma cell på svenska. "
            "Märk ut den där, eller skriv bara orden här.",
            "The term silo is not marked in the same cell in Swedish. "
            "Mark it there, or write only the words here.",
            id="in English alone",
        ),
        pytest.param(
            [("A claim", "A {term}`silo`")], line("# Begin") + 2,
            "{term}`silo` är ingen term. Skriv {term}`orden som visas <id>`, "
            "med ett id ur data/glossary.yml.",
            "{term}`silo` is no term. Write {term}`the words shown <id>`, "
            "with an id from data/glossary.yml.",
            id="without its id",
        ),
        pytest.param(
            [("# Källor", "# {term}`Källor <silo>`"), ("# Sources", "# {term}`Sources <silo>`")],
            line("## Sources"),
            "Termen silo ska stå i löpande text, inte i en rubrik. Ta bort {term} här.",
            "The term silo belongs in running text, not in a heading. Remove {term} here.",
            id="in a heading",
        ),
    ],
)  # fmt: skip
def test_a_fault_of_a_term(
    tmp_path: Path, changes: list[tuple[str, str]], at: int, swedish: str, english: str
) -> None:
    found = {(one.told("sv"), one.told("en")) for one in term_faults(written(tmp_path, *changes))}
    assert (f"{FILE}, rad {at}: {swedish}", f"{FILE}, line {at}: {english}") in found


def test_terms_that_are_right_have_no_faults(tmp_path: Path) -> None:
    assert list(term_faults(written(tmp_path, *BOTH))) == []


# --- the glossary's own faults --------------------------------------------------------------------

WHOLE = """\
silo:
  sv: {term: stuprör, meaning: En vägg.}
  en: {term: silo, meaning: A wall.}
"""


def faults(tmp_path: Path, text: str, *changes: tuple[str, str]) -> list[tuple[int, str]]:
    """The line and the English sentence of each fault of a glossary."""
    file = tmp_path / "data" / "glossary.yml"
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    found = glossary_faults(Course.open(ROOT, tmp_path), [written(tmp_path, *changes)])
    return [(one.line, one.told("en").partition(": ")[2]) for one in found]


def test_a_whole_glossary(tmp_path: Path) -> None:
    assert faults(tmp_path, WHOLE, *BOTH) == []


@pytest.mark.parametrize(
    ("old", "new", "at", "sentence"),
    [
        ("  en: {term: silo, meaning: A wall.}\n", "", 1,
         "The term silo lacks en: term:. Add it."),
        ("meaning: A wall.", "meaning: ''", 1, "The term silo lacks en: meaning:. Add it."),
        ("A wall.}\n", "A wall.}\n  sources: [nobody-1900]\n", 4,
         "The source nobody-1900 is not in data/references.yml. Add it there."),
        ("A wall.}\n", "A wall.}\n  see: tie\n", 4,
         "The term silo has a line see: that does not belong here. Write sv:, en: or sources:."),
        ("A wall.", "A wall" + "s" * 300, 3,
         "The meaning of silo has 306 characters. Shorten it to 300 at most."),
        ("En vägg.}", "En vägg.", 2, "A bracket never ends. Write } at the end of the line."),
    ],
)  # fmt: skip
def test_a_fault_of_the_glossary(
    tmp_path: Path, old: str, new: str, at: int, sentence: str
) -> None:
    assert old in WHOLE
    found = faults(tmp_path, WHOLE.replace(old, new), *BOTH)
    assert any(line == at and said.startswith(sentence) for line, said in found), found


def test_a_term_that_no_lesson_uses(tmp_path: Path) -> None:
    assert faults(tmp_path, WHOLE) == [(1, "No lesson uses the term silo. Use it or remove it.")]


# --- what the subject needs -----------------------------------------------------------------------


def test_the_course_has_the_terms_of_its_subject() -> None:
    needed = read(ours().file(SUBJECT)).value
    assert len(set(needed)) == len(needed) == 66  # 65, with user participation and influence apart
    assert list(subject_faults(ours())) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # The second of three; the list has it on line 3, below a comment.
        ("# Needed.\n- silo\n- wall\n- silo\n", [
            (3, "The glossary lacks the term wall, which the subject needs. "
                "Write it in data/glossary.yml, or remove the line here."),
        ]),
        ("- silo\n", []),
        ("- [silo\n", [(1, "A bracket never ends. Write ] at the end of the line.")]),
    ],
)  # fmt: skip
def test_a_term_that_the_subject_needs(
    tmp_path: Path, text: str, told: list[tuple[int, str]]
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "glossary.yml").write_text(WHOLE, encoding="utf-8")
    (tmp_path / SUBJECT).write_text(text, encoding="utf-8")
    found = subject_faults(Course.open(tmp_path))
    assert [(one.line, one.told("en").partition(": ")[2]) for one in found] == told


def test_a_course_that_says_of_no_subject_is_asked_for_no_terms(tmp_path: Path) -> None:
    assert list(subject_faults(Course.open(tmp_path))) == []
