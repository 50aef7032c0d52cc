"""Files that stand on others beside them: the bank of a test, and a scale that is made again."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from course.content import checking
from course.content.checking import faults_in
from course.content.course import ours
from course.content.opened import opened_exercise
from course.errors import CourseError
from course.faults import Fault
from course.paths import ROOT
from course.session.preview import Preview
from tests.small_course import FINAL_TEST, rewrite

AGAIN = """\
id: again
kind: scale
title: {sv: Rubrik, en: Title}
prompt: {sv: Skatta igen., en: Assess again.}
objective: {sv: Du kan jämföra., en: You can compare.}
minutes: 2
again: 00-start/climate
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Exercises of two lessons: the first's own, and a test with a bank beside it."""
    exercises = tmp_path / "exercises"
    (exercises / "10-plan").mkdir(parents=True)
    (exercises / "00-start").mkdir()
    shutil.copy(ROOT / "exercises" / "00-start" / "climate.yml", exercises / "00-start")
    shutil.copy(ROOT / "exercises" / "00-start" / "goal.yml", exercises / "00-start")
    shutil.copytree(ROOT / "course/kinds/test/beside/bank", exercises / "10-plan" / "bank")
    (exercises / "10-plan" / "final.yml").write_text(FINAL_TEST, encoding="utf-8")
    (exercises / "10-plan" / "again.yml").write_text(AGAIN, encoding="utf-8")
    return exercises


def told(path: Path) -> list[tuple[str, str]]:
    return [(fault.told("sv"), fault.told("en")) for fault in faults_in(path)]


def test_both_are_without_faults_and_can_be_loaded(folder: Path) -> None:
    assert told(folder / "10-plan" / "final.yml") == []
    assert told(folder / "10-plan" / "again.yml") == []
    test: Any = opened_exercise(folder / "10-plan" / "final.yml")
    assert [(one.lesson, one.id) for one in test.questions] == [
        (file.parent.name, file.stem)
        for file in sorted((ROOT / "course/kinds/test/beside/bank").glob("*/*.yml"))
    ]
    again: Any = opened_exercise(folder / "10-plan" / "again.yml")
    climate: Any = opened_exercise(folder / "00-start" / "climate.yml")
    assert again.areas == climate.areas


def test_a_preview_goes_through_a_file_again_when_what_it_stands_on_has_changed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone_through: list[str] = []

    def noted(path: Path) -> list[Fault]:
        gone_through.append(path.name)
        return faults_in(path)

    monkeypatch.setattr(checking, "faults_in", noted)
    preview, climate = Preview(ours(), "en", folder / "10-plan"), folder / "00-start/climate.yml"
    text = climate.read_text(encoding="utf-8")
    assert [one.faults for one in preview.files()] == [(), ()]
    climate.write_text(f"{text}\ntitel: Rubrik\n", encoding="utf-8")
    again, final = preview.files()
    assert len(again.faults) == 1
    assert "titel" in again.faults[0]
    assert final.faults == ()
    climate.write_text(text, encoding="utf-8")
    assert [one.faults for one in preview.files()] == [(), ()]
    assert gone_through == ["again.yml", "final.yml", "again.yml", "again.yml"]


def test_a_question_that_is_changed_is_read_anew(folder: Path) -> None:
    opened_exercise(folder / "10-plan" / "final.yml")
    rewrite(folder / "10-plan/bank/00-start/half-true.yml", "en: Half a claim", "en: A claim")
    test: Any = opened_exercise(folder / "10-plan" / "final.yml")
    titles = {one.id: one.exercise.title.en for one in test.questions}
    assert titles["half-true"] == "A claim"
    (folder / "10-plan/bank/00-start/half-true.yml").unlink()
    test = opened_exercise(folder / "10-plan" / "final.yml")
    assert "half-true" not in {one.id for one in test.questions}


BANK_FILE = "exercises/10-plan/bank/00-start/half-true.yml"


@pytest.mark.parametrize(
    ("old", "new", "line", "swedish", "english"),
    [
        (
            "    right: true\n", "", 9,
            "Inget svar är rätt. Skriv right: true på minst ett.",
            "No answer is right. Write right: true at one at least.",
        ),
        (
            "claims: [2]", "minutes: 0\nclaims: [2]", 8,
            "0 är utanför gränserna: ≥ 1.",
            "0 is out of bounds: ≥ 1.",
        ),
        (
            "Börja där. Utan", "Fel. Utan", 14,
            "Återkopplingen börjar med ”Fel”. Börja med vad som gäller i stället.",
            "The feedback begins with “Fel”. Begin with what holds instead.",
        ),
    ],
)  # fmt: skip
def test_a_fault_in_a_question_is_told_in_its_own_file(
    folder: Path, old: str, new: str, line: int, swedish: str, english: str
) -> None:
    rewrite(folder / "10-plan/bank/00-start/half-true.yml", old, new)
    assert told(folder / "10-plan" / "final.yml") == [
        (f"{BANK_FILE}, rad {line}: {swedish}", f"{BANK_FILE}, line {line}: {english}")
    ]


def test_a_question_with_two_right_answers_is_not_asked(folder: Path) -> None:
    rewrite(
        folder / "10-plan/bank/00-start/half-true.yml",
        "  - id: which-two\n",
        "  - id: which-two\n    right: true\n",
    )
    with pytest.raises(CourseError) as caught:
        opened_exercise(folder / "10-plan" / "final.yml")
    assert f"{BANK_FILE}, line 17: what-counted is the right answer already." in str(caught.value)


def test_a_learner_is_told_of_a_question_that_cannot_be_judged(folder: Path) -> None:
    rewrite(folder / "10-plan/bank/00-start/half-true.yml", "    right: true\n", "")
    with pytest.raises(CourseError) as caught:
        opened_exercise(folder / "10-plan" / "final.yml", language="sv")
    assert f"{BANK_FILE}, rad 9: Inget svar är rätt." in str(caught.value)


def test_a_file_that_is_no_question_of_a_bank(folder: Path) -> None:
    shutil.copy(folder / "00-start" / "climate.yml", folder / "10-plan/bank/00-start/climate.yml")
    assert told(folder / "10-plan" / "final.yml") == [
        (
            "exercises/10-plan/bank/00-start/climate.yml, rad 2: "
            "En fråga i banken ska vara av typen choice, inte scale. "
            "Skriv kind: choice, eller flytta filen.",
            "exercises/10-plan/bank/00-start/climate.yml, line 2: "
            "A question of the bank must be of kind choice, not scale. "
            "Write kind: choice, or move the file.",
        )
    ]


def test_an_id_that_two_lessons_have(folder: Path) -> None:
    bank = folder / "10-plan" / "bank"
    shutil.copy(bank / "00-start/half-true.yml", bank / "06-across-boundaries/half-true.yml")
    assert told(folder / "10-plan" / "final.yml") == [
        (
            "exercises/10-plan/bank/06-across-boundaries/half-true.yml, rad 1: "
            "Frågan 00-start/half-true.yml har redan det här id:t. "
            "Ge den här frågan ett annat id, och filen samma namn.",
            "exercises/10-plan/bank/06-across-boundaries/half-true.yml, line 1: "
            "The question 00-start/half-true.yml has this id already. "
            "Give this question another id, and the file the same name.",
        )
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "swedish", "english"),
    [
        (
            "draw: 4", "draw: 8", 8,
            "8 frågor från 2 lektioner kräver minst 4 från varje. 00-start har 3. "
            "Skriv fler frågor, eller sänk draw.",
            "8 questions from 2 lessons need at least 4 from each. 00-start has 3. "
            "Write more questions, or lower draw.",
        ),
        (
            "draw: 4", "draw: 7", 8,
            "7 frågor från 2 lektioner kräver att minst 1 av lektionerna har 4 frågor. "
            "Skriv fler frågor, eller ändra draw.",
            "7 questions from 2 lessons need 4 questions in at least 1 of the lessons. "
            "Write more questions, or change draw.",
        ),
        (
            "bank: bank", "bank: bnak", 7,
            "Det finns inga frågor i mappen bnak. "
            "Lägg dem i bnak/<lektion>/<id>.yml, bredvid den här filen.",
            "There are no questions in the folder bnak. "
            "Put them in bnak/<lesson>/<id>.yml, beside this file.",
        ),
        (
            "draw: 4", "draw: 4\nmastery: 1.5", 9,
            "1.5 är utanför gränserna: ≤ 1.",
            "1.5 is out of bounds: ≤ 1.",
        ),
    ],
)  # fmt: skip
def test_a_bank_that_will_not_do(
    folder: Path, old: str, new: str, line: int, swedish: str, english: str
) -> None:
    file = folder / "10-plan" / "final.yml"
    rewrite(file, old, new)
    name = "exercises/10-plan/final.yml"
    assert (f"{name}, rad {line}: {swedish}", f"{name}, line {line}: {english}") in told(file)
    if "mastery" not in new:  # loading applies the kind's own rules, not the schema's bounds
        with pytest.raises(CourseError):
            opened_exercise(folder / "10-plan" / "final.yml")


@pytest.mark.parametrize("given", ["00-start/climat", "00-start/goal", "10-plan/again", "climate"])
def test_a_scale_that_is_not_there_to_make_again(folder: Path, given: str) -> None:
    file = folder / "10-plan" / "again.yml"
    rewrite(file, "00-start/climate", given)
    assert told(file) == [
        (
            f"exercises/10-plan/again.yml, rad 7: Det finns ingen självskattning {given}. Skriv "
            "lektion och id för en övning av typen scale, till exempel 00-start/climate.",
            f"exercises/10-plan/again.yml, line 7: There is no self-assessment {given}. Write "
            "the lesson and id of an exercise of kind scale, such as 00-start/climate.",
        )
    ]
    with pytest.raises(CourseError):
        opened_exercise(folder / "10-plan" / "again.yml")


def test_a_folder_may_have_a_name_that_looks_like_a_pattern(folder: Path) -> None:
    draft = folder / "10-plan [draft]"
    (folder / "10-plan").rename(draft)
    test: Any = opened_exercise(draft / "final.yml")
    assert len(test.questions) == 6


@pytest.mark.parametrize("given", ["00-st*/climate", "/00-start/climate"])
def test_an_earlier_scale_is_named_and_not_looked_for(folder: Path, given: str) -> None:
    rewrite(folder / "10-plan" / "again.yml", "00-start/climate", given)
    with pytest.raises(CourseError, match="There is no self-assessment"):
        opened_exercise(folder / "10-plan" / "again.yml")


def test_points_that_stand_twice(folder: Path) -> None:
    file = folder / "10-plan" / "again.yml"
    points = "points: [{sv: a, en: a}, {sv: b, en: b}, {sv: c, en: c}]\n"
    rewrite(file, "again: 00", f"{points}again: 00")
    assert told(file) == [
        (
            "exercises/10-plan/again.yml, rad 7: points hämtas från 00-start/climate. "
            "Ta bort det här, eller ta bort again:.",
            "exercises/10-plan/again.yml, line 7: points is taken from 00-start/climate. "
            "Remove it here, or remove again:.",
        )
    ]
