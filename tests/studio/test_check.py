"""What ``course check`` finds, each fault with its file and line and its exact sentence."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest
from lesson_text import line, small_course, written

from course.content.course import Course, ours
from course.faults import Fault
from course.paths import LANGUAGES, ROOT
from course.studio import check, checked
from course.studio.check import course_faults, notebook_faults, source_faults
from course.studio.checked import exercise_faults, figure_faults
from course.studio.notebooks import built, write
from course.studio.source import sources
from course.studio.unused import unused

FILE = "notebooks/source/00-start.md"
Check = Callable[..., list[tuple[str, str]]]


def told(found: list[Fault]) -> list[tuple[str, str]]:
    return [(one.told("sv"), one.told("en")) for one in found]


@pytest.fixture
def faults(tmp_path: Path) -> Check:
    """The faults of the small lesson, changed."""

    def faults(*changes: tuple[str, str]) -> list[tuple[str, str]]:
        return told(source_faults([written(tmp_path, *changes)]))

    return faults


def test_the_small_lesson_has_no_faults(faults: Check) -> None:
    assert faults() == []


@pytest.mark.parametrize(
    ("old", "new", "at", "swedish", "english"),
    [
        pytest.param(
            "---\njupytext", "jupytext", 1,
            "Filen ska börja med rader mellan --- om jupytext och kernelspec. "
            "Ta dem från en annan lektion.",
            "The file must begin with lines between --- on jupytext and kernelspec. "
            "Take them from another lesson.",
            id="no head",
        ),
        pytest.param(
            '+++ {"language": "en"}\n\n# Begin', "# Begin", line("# Börja"),
            "Textcellen har ingen tvilling på engelska. "
            "Skriv den direkt före eller efter, svenska först.",
            "The text cell has no twin in English. "
            "Write it right before or after, Swedish first.",
            id="missing twin",
        ),
        pytest.param(
            '+++ {"language": "en"}', "+++", line("# Begin"),
            'Textcellen saknar språk. Skriv +++ {"language": "sv"} eller "en" före den.',
            'The text cell has no language. Write +++ {"language": "sv"} or "en" before it.',
            id="no language",
        ),
        pytest.param(
            '+++ {"language": "en"}', "+++ {language: en}", line('+++ {"language": "en"}'),
            'Textcellen saknar språk. Skriv +++ {"language": "sv"} eller "en" före den.',
            'The text cell has no language. Write +++ {"language": "sv"} or "en" before it.',
            id="torn metadata",
        ),
        pytest.param(
            "# Begin", "## Begin", 1,
            "Lektionen har ingen rubrik på engelska. Skriv en rad som börjar med #.",
            "The lesson has no title in English. Write a line that begins with #.",
            id="no title",
        ),
        pytest.param(
            "## Sources", "# Sources", line("## Sources"),
            "Lektionen har fler än en rubrik med ett #. Skriv ## för avsnitt.",
            "The lesson has more than one heading with a single #. Write ## for sections.",
            id="two titles",
        ),
        pytest.param(
            "[under-the-hood]", "[under-the-bonnet]", line("print("),
            "Det finns ingen etikett under-the-bonnet. Skriv en av: under-the-hood.",
            "There is no tag under-the-bonnet. Write one of: under-the-hood.",
            id="unknown tag",
        ),
        pytest.param(
            '"en", "audience": "instructor"', '"en", "audience": "teacher"',
            line("## For those who lead"),
            "Det finns ingen målgrupp teacher. Skriv instructor eller ta bort den.",
            "There is no audience teacher. Write instructor or remove it.",
            id="unknown audience",
        ),
        pytest.param(
            ": goal", ": gaol", line(": goal"),
            "Det finns ingen övning gaol i exercises/00-start.",
            "There is no exercise gaol in exercises/00-start.",
            id="unknown exercise",
        ),
        pytest.param(
            ":exercise: goal", 'lesson.exercise("goal")', line(": goal"),
            "En kodcell visar en enda sak. Skriv :exercise: och övningens id, eller :figure: och "
            "figurens, överst i cellen. Kod som läsaren ska se får i stället etiketten "
            "under-the-hood.",
            "A code cell shows one thing. Write :exercise: and the exercise’s id, or :figure: and "
            "the figure’s, at the top of the cell. Code for the reader to look at is tagged "
            "under-the-hood instead.",
            id="an exercise shown by code",
        ),
        pytest.param(
            ":exercise: goal", ":exercise: goal\n\nprint(1)", line(": goal"),
            "Koden i en cell som visar en övning eller en figur skrivs när lektionen byggs. "
            "Ta bort den som står här.",
            "The code of a cell that shows an exercise or a figure is written when the lesson is "
            "built. Remove what stands here.",
            id="code beside what is shown",
        ),
        pytest.param(
            "exercise: goal", "figure: esther", line(": goal"),
            "Det finns ingen figur esther i data/figures.",
            "There is no figure esther in data/figures.",
            id="unknown figure",
        ),
        pytest.param(
            "exercise: goal", "figure: esther-admissions\n:after: gaol", line(": goal"),
            "Det finns ingen övning gaol i exercises/00-start.",
            "There is no exercise gaol in exercises/00-start.",
            id="a figure after an unknown exercise",
        ),
        pytest.param(
            "A claim", "A [claim](99-nowhere.ipynb)", line("# Begin"),
            "Länken 99-nowhere.ipynb leder ingenstans. Rätta eller ta bort den.",
            "The link 99-nowhere.ipynb leads nowhere. Mend or remove it.",
            id="broken link",
        ),
        pytest.param(
            "A claim", "A [claim](say:nothing)", line("# Begin"),
            "Länken say:nothing leder ingenstans. Rätta eller ta bort den.",
            "The link say:nothing leads nowhere. Mend or remove it.",
            id="a link of an unknown kind",
        ),
        pytest.param(
            "[@sol, ch. 6 s. 1]", "[@nobody-1900, p. 3]", line("# Begin"),
            "Källan nobody-1900 finns inte i data/references.yml. Lägg till den där.",
            "The source nobody-1900 is not in data/references.yml. Add it there.",
            id="missing source",
        ),
        pytest.param(
            "A claim", "Word. " * 1600 + "claim", 1,
            # By hand: 1,600 words more than Begin, claim, and another, Sources: 1,605.
            "Lektionen har 1605 ord på engelska. Korta till högst 1600.",
            "The lesson has 1605 words in English. Shorten it to 1600 at most.",
            id="too many words",
        ),
        pytest.param(
            "A claim [@hartley-2005]", "A claim [@hartley-2005; @sol]", line("# Begin"),
            "[@hartley-2005; @sol] är ingen källhänvisning. Skriv [@nyckel] eller "
            "[@nyckel, 4\u00a0§], en källa i varje klammer.",
            "[@hartley-2005; @sol] is no citation. Write [@key] or [@key, p. 4], one source in "
            "each pair of brackets.",
            id="two sources in one citation",
        ),
    ],
)  # fmt: skip
def test_a_fault_of_a_source(
    faults: Check, old: str, new: str, at: int, swedish: str, english: str
) -> None:
    assert faults((old, new)) == [(f"{FILE}, rad {at}: {swedish}", f"{FILE}, line {at}: {english}")]


@pytest.mark.parametrize(
    "link",
    [
        "06-across-boundaries.ipynb",
        "06-across-boundaries.ipynb#a-heading",
        "https://www.example.org/a?b=c",
        "#ref-hartley-2005",
    ],
)
def test_links_that_lead_somewhere(faults: Check, link: str) -> None:
    assert faults(("A claim", f"A [claim]({link})")) == []


@pytest.mark.parametrize("link", ["#ref-nobody", "https://", "notes.txt", "../x.ipynb", "http://x"])
def test_links_that_do_not(faults: Check, link: str) -> None:
    assert len(faults(("A claim", f"A [claim]({link})"))) == 1


def test_a_facilitator_text_without_its_twin(faults: Check) -> None:
    [(swedish, english)] = faults(('+++ {"language": "en", "audience": "instructor"}', ""))
    at = line("## För dig som leder")
    assert english == (
        f"notebooks/source/00-start.md, line {at}: The text cell has no twin in English. "
        "Write it right before or after, Swedish first."
    )
    assert swedish.startswith(f"notebooks/source/00-start.md, rad {at}: ")


def test_exercises_that_belong_to_no_lesson(tmp_path: Path) -> None:
    told_of = told([one for one in unused(ours(), [written(tmp_path)]) if one.key == "no-lesson"])
    assert (
        "exercises/06-across-boundaries, line 1: These exercises belong to no lesson. Write "
        "notebooks/source/06-across-boundaries.md, or move them."
    ) in [english for _, english in told_of]
    assert len(told_of) == len(ours().lessons()) - 1


def test_terms_and_hard_texts_are_looked_at_too(faults: Check) -> None:
    ((_, english),) = faults(("A claim", "A {term}`claim <silo>`"))
    assert "The term silo is not marked in the same cell in Swedish." in english
    ((_, english),) = faults(("A claim", "A claim " + "of institutional responsibility " * 30))
    assert "The text in English is hard to read" in english


def test_all_faults_of_a_source_at_once(faults: Check) -> None:
    found = faults(
        ("A claim", "A [claim](nowhere)"), (": goal", ": gaol"), ("[under-the-hood]", "[x]")
    )
    assert len(found) == 3


def test_a_broken_lesson_hides_no_fault_of_another(tmp_path: Path) -> None:
    broken = written(tmp_path, ('+++ {"language": "en"}', "+++ {language: en}"))
    other = written(tmp_path, (": goal", ": gaol"), name="06-across-boundaries")
    found = source_faults([broken, other])
    assert {"no-language", "unknown-exercise"} <= {one.key for one in found}


def test_what_no_lesson_shows(tmp_path: Path) -> None:
    found = [one for one in unused(ours(), [written(tmp_path)]) if one.key == "unused-exercise"]
    assert {one.file for one in found} == {
        f"exercises/00-start/{file.name}"
        for file in ROOT.glob("exercises/00-start/*.yml")
        if file.stem != "goal"
    }
    assert told(found)[0] == (
        "exercises/00-start/climate.yml, rad 1: Ingen lektion visar övningen. "
        "Visa den i notebooks/source/00-start.md, eller ta bort filen.",
        "exercises/00-start/climate.yml, line 1: No lesson shows this exercise. "
        "Show it in notebooks/source/00-start.md, or remove the file.",
    )


def test_figures_that_no_lesson_shows(tmp_path: Path) -> None:
    shows = written(tmp_path, ("exercise: goal", "figure: esther-admissions"))
    found = [one for one in unused(ours(), [shows]) if one.key == "unused-figure"]
    others = set(ours().figures()) - {"esther-admissions"}
    assert {one.file for one in found} == {f"data/figures/{id}.yml" for id in others}
    assert (
        "data/figures/safe-to-challenge-2024.yml, rad 1: Ingen lektion visar figuren. "
        "Visa den med en kodcell där det står :figure: safe-to-challenge-2024, "
        "eller ta bort filen.",
        "data/figures/safe-to-challenge-2024.yml, line 1: No lesson shows this figure. "
        "Show it with a code cell that says :figure: safe-to-challenge-2024, or remove the file.",
    ) in told(found)


def test_what_a_figure_cites_is_cited(tmp_path: Path) -> None:
    shows = written(tmp_path, ("exercise: goal", "figure: esther-admissions"))
    for source, is_cited in ((written(tmp_path), False), (shows, True)):
        left = {str(one.values.get("key")) for one in unused(ours(), [source])}
        assert ("vackerberg-2013" not in left) is is_cited


def changed(folder: Path, name: str, old: str, new: str) -> Course:
    """The course with one of its files changed, in a folder that lies over its own."""
    text = (ROOT / name).read_text("utf-8")
    assert old in text
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text.replace(old, new), "utf-8")
    return Course.open(ROOT, folder)


def test_the_faults_of_figures(tmp_path: Path) -> None:
    course = changed(tmp_path, "data/figures/esther-admissions.yml", "7300", "many")
    assert figure_faults(ours(), "en") == []
    (told,) = figure_faults(course, "sv")
    assert re.fullmatch(
        r"data/figures/esther-admissions\.yml, rad \d+: Här ska det stå ett tal, inte many\.", told
    )


def test_works_that_nothing_cites(tmp_path: Path) -> None:
    found = [one for one in unused(ours(), [written(tmp_path)]) if one.key == "unused-source"]
    of_glossary = {key for entry in ours().glossary.values() for key in entry.sources}
    cited = {"hartley-2005", "sol"} | of_glossary
    assert {str(one.values["key"]) for one in found} == set(ours().references) - cited


def test_the_faults_of_exercises(tmp_path: Path) -> None:
    goal = "exercises/00-start/goal.yml"
    course = changed(tmp_path, goal, "claims: [1, 2]\n", "minutes: x\nclaims: [1, 2]\n")
    assert exercise_faults(ours(), "en") == []
    (told,) = exercise_faults(course, "sv")
    assert re.fullmatch(
        r"exercises/00-start/goal\.yml, rad \d+: Här ska det stå ett heltal, inte x\.", told
    )


def test_what_is_wrong_with_a_bank(tmp_path: Path) -> None:
    """A question may lack its lesson or its source; what it cites is cited by the course."""
    folder = tmp_path / "exercises" / "00-start"
    shutil.copytree(ROOT / "course/kinds/test/beside/bank", folder / "bank")
    cited = folder / "bank" / "00-start" / "half-true.yml"
    cited.write_text(f"{cited.read_text('utf-8')}sources: [frazier-2017, nobody-2020]\n", "utf-8")
    (folder / "goal.yml").write_text(
        "id: goal\nkind: test\ntitle: {sv: Rubrik, en: Title}\nprompt: {sv: Svara., en: Answer.}\n"
        "objective: {sv: Du kan., en: You can.}\nminutes: 2\nbank: bank\ndraw: 4\n",
        encoding="utf-8",
    )
    course = Course.open(ROOT, tmp_path)
    assert exercise_faults(course, "en") == []
    found = list(unused(course, [written(tmp_path, course=course)]))
    bank = "exercises/00-start/bank"
    assert {(one.file, one.key) for one in found if one.file.startswith(bank)} == {
        (f"{bank}/00-start/half-true.yml", "missing-source"),
        *(
            (f"{bank}/06-across-boundaries/{name}.yml", "no-lesson")
            for name in ("count-ties", "everybodys-bridge", "who-is-missing")
        ),
    }
    left_over = {str(one.values["key"]) for one in found if one.key == "unused-source"}
    assert "frazier-2017" not in left_over
    assert "sol" not in left_over


def test_a_fault_that_two_files_stand_on_is_told_once(tmp_path: Path) -> None:
    """The shipped course makes this scale again in its last lesson."""
    climate = "exercises/00-start/climate.yml"
    course = changed(tmp_path, climate, "core: true\n", "core: true\nminutes: 50\n")
    again: Any = ours().exercise("10-your-plan", "climate-again")
    assert again.again == "00-start/climate"
    (told,) = exercise_faults(course, "en")
    assert told.startswith("exercises/00-start/climate.yml, line ")


# --- built notebooks -----------------------------------------------------------------------------


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """The small lesson's own course, with its notebooks built."""
    course = small_course(tmp_path)
    build(course)
    return course


def build(course: Course) -> None:
    for source in sources(course):
        for language in LANGUAGES:
            write(built(source, language), course.notebook(source.lesson, language))


def rewritten(course: Course, *changes: tuple[str, str]) -> None:
    """Change the small lesson's source."""
    written(course.file("notebooks/source/00-start.md").parent, *changes)


def faults_of(course: Course) -> list[Fault]:
    return notebook_faults(course, sources(course))


def test_notebooks_that_match_their_source(course: Course) -> None:
    assert faults_of(course) == []


def test_a_notebook_that_is_missing(course: Course) -> None:
    course.notebook("00-start", "en").unlink()
    assert told(faults_of(course)) == [
        (
            f"{FILE}, rad 1: Det finns ingen notebooks/en/00-start.ipynb. "
            "Kör: python3 -m course build 00-start",
            f"{FILE}, line 1: There is no notebooks/en/00-start.ipynb. "
            "Run: python3 -m course build 00-start",
        )
    ]


@pytest.mark.parametrize(
    ("change", "stale"),
    [
        (("A claim", "Another claim"), ["en"]),
        (("Ett påstående", "Ännu ett påstående"), ["sv"]),
        (("print(1 + 1)", "print(1 + 2)"), ["sv", "en"]),
        ((":exercise: goal", ":exercise: climate"), ["sv", "en"]),
        (("Ni vet när.", "Ni vet hur."), ["sv"]),  # a slip, which a class is dealt
    ],
)
def test_a_notebook_that_is_stale(
    course: Course, change: tuple[str, str], stale: list[str]
) -> None:
    rewritten(course, change)
    assert told(faults_of(course)) == [
        (
            f"{FILE}, rad 1: notebooks/{language}/00-start.ipynb stämmer inte med sin källa. "
            "Kör: python3 -m course build 00-start",
            f"{FILE}, line 1: notebooks/{language}/00-start.ipynb does not match its source. "
            "Run: python3 -m course build 00-start",
        )
        for language in stale
    ]


def test_a_notebook_edited_by_hand_is_stale(course: Course) -> None:
    path = course.notebook("00-start", "sv")
    path.write_text(path.read_text(encoding="utf-8").replace("Ett p", "Två p"), encoding="utf-8")
    assert [one.key for one in faults_of(course)] == ["stale"]


def test_outputs_do_not_make_a_notebook_stale(course: Course) -> None:
    (source,) = sources(course)
    notebook = built(source, "sv")
    notebook.cells[3].outputs = [nbformat.v4.new_output("stream", text="2\n")]
    notebook.cells[3].execution_count = 3
    write(notebook, course.notebook("00-start", "sv"))
    assert faults_of(course) == []


def test_a_notebook_without_a_source(course: Course) -> None:
    shutil.copy(course.notebook("00-start", "sv"), course.notebook("98-left-over", "sv"))
    assert told(faults_of(course)) == [
        (
            "notebooks/sv/98-left-over.ipynb, rad 1: Anteckningsboken har ingen källa i "
            "notebooks/source. Ta bort den, eller skriv källan.",
            "notebooks/sv/98-left-over.ipynb, line 1: This notebook has no source in "
            "notebooks/source. Remove it, or write the source.",
        )
    ]


def test_a_source_that_cannot_be_built(course: Course) -> None:
    rewritten(course, ("[@sol, ch. 6 s. 1]", "[@nobody]"))
    found = faults_of(course)
    assert ("missing-source", line("# Begin")) in [(one.key, one.line) for one in found]


# --- the command ---------------------------------------------------------------------------------


def test_the_command_counts_the_faults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    course = small_course(tmp_path)
    rewritten(course, (": goal", ": gaol"))
    monkeypatch.setattr(check, "course_faults", lambda course, lessons: [])
    assert checked.main(course=course) == 1
    printed = capsys.readouterr()
    assert printed.out.splitlines()[-1] == "1 fault."
    assert "00-start" in printed.out
    assert printed.err == (
        f"{FILE}, line {line(': goal')}: There is no exercise gaol in exercises/00-start.\n"
    )


def test_a_fault_of_the_whole_course_fails_the_check(
    course: Course, capsys: pytest.CaptureFixture[str]
) -> None:
    assert checked.main(course=course) == 1
    told = capsys.readouterr().err
    for sentence in (
        "notebooks/source, line 1: The course has 1 exercises.",
        "data/claims.yml, line 3: No text teaches claim 1.",
        "docs/coverage.md, line 1: The file does not match",
        "No lesson uses the term silo.",
        "exercises/00-start/climate.yml, line 1: No lesson shows this exercise.",
    ):
        assert sentence in told, sentence


def test_the_course_itself_has_no_faults() -> None:
    lessons = sources(ours())
    assert [one.told("en") for one in source_faults(lessons)] == []
    assert [one.told("en") for one in course_faults(ours(), lessons)] == []
    assert exercise_faults(ours(), "en") == []
