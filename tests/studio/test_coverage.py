"""Which claims are taught, trained and sourced; the small lesson's answers are counted by hand."""

import re
from pathlib import Path

import pytest
from lesson_text import line, written

from course.content.course import Course, ours
from course.marked import read
from course.paths import ROOT
from course.studio.coverage import CLAIMS, VERDICTS, claims, coverage, coverage_faults, table
from course.studio.source import Source

ALL = claims(ours())
FIRST = ('"sv"}\n\n# Börja', '"sv", "claims": [1, 8]}\n\n# Börja')


def found(*lessons: Source) -> list[tuple[str, int, str, object]]:
    return [
        (one.file, one.line, one.key, one.values.get("number", one.values.get("given")))
        for one in coverage_faults(lessons[0].course, lessons)
    ]


def test_every_claim_is_there_with_a_verdict() -> None:
    assert list(ALL) == list(range(1, 55))
    assert {claim.verdict for claim in ALL.values()} == set(VERDICTS)
    for claim in ALL.values():
        for words in (claim.says.sv, claim.says.en):
            assert 10 < len(words) <= 100
            assert words.endswith(".")


def test_what_the_small_lesson_covers(tmp_path: Path) -> None:
    """Its text cites Hartley and the act; ``goal`` works on claims 1 and 2 and cites nothing."""
    covered = coverage(ours(), [written(tmp_path, FIRST)])
    goal = ours().exercise("00-start", "goal")
    assert goal.claims == [1, 2]
    (one,), (two,), (eight,) = covered.pop(1), covered.pop(2), covered.pop(8)
    assert covered == {}
    assert (one.lesson, one.cells, one.exercises) == ("00-start", [("c02", "Begin")], ["goal"])
    assert one.sources == {"hartley-2005", "sol", *goal.sources}
    assert (two.cells, two.exercises, two.sources) == ([], ["goal"], set(goal.sources))
    assert (eight.cells, eight.exercises) == ([("c02", "Begin")], [])


def test_what_an_exercise_cites_counts(tmp_path: Path) -> None:
    source = written(tmp_path, (": goal", ": safe-to-challenge"))
    (row,) = coverage(ours(), [source])[2]
    assert (row.cells, row.exercises) == ([], ["safe-to-challenge"])
    assert row.sources == {"cabinet-office-2024", "csw-2025"}


def test_a_number_that_is_no_claim_is_in_no_row(tmp_path: Path) -> None:
    wrong = ('"sv"}\n\n# Börja', '"sv", "claims": [0, 8, 55, "9"]}\n\n# Börja')
    assert set(coverage(ours(), [written(tmp_path, wrong)])) == {1, 2, 8}


def test_a_cell_has_its_own_headings_or_the_one_above(tmp_path: Path) -> None:
    source = written(
        tmp_path,
        ("[@sol, 6 kap. 1 §].", "[@sol, 6 kap. 1 §].\n\n## A\n\n## B"),
        ("[@sol, ch. 6 s. 1].", "[@sol, ch. 6 s. 1].\n\n## One\n\n## Two"),
        ('"sv"}\n\n# Börja', '"sv", "claims": [3]}\n\n# Börja'),
        ('"sv"}\n\n## Källor', '"sv", "claims": [3]}\n\nText.'),
        ("## Sources", "Text."),
    )
    (row,) = coverage(ours(), [source])[3]
    assert row.cells == [("c02", "One / Two"), ("c05", "Two")]


def test_the_same_claim_in_two_lessons(tmp_path: Path) -> None:
    lessons = [written(tmp_path, FIRST), written(tmp_path, FIRST, name="06-across-boundaries")]
    assert [row.lesson for row in coverage(ours(), lessons)[8]] == [
        "00-start",
        "06-across-boundaries",
    ]


def test_the_table(tmp_path: Path) -> None:
    text = table(ours(), [written(tmp_path, FIRST)])
    says = ALL[8].says.en
    assert f"\n| 8 | {says} | holds | 00-start | c02: Begin |  | hartley-2005, sol |\n" in text
    assert f"\n| 9 | {ALL[9].says.en} | needs nuance |  |  |  |  |\n" in text
    assert len(re.findall(r"^\| \d+ \|", text, re.MULTILINE)) == 54


def test_a_claim_stands_once_in_the_table(tmp_path: Path) -> None:
    lessons = [written(tmp_path, FIRST), written(tmp_path, FIRST, name="06-across-boundaries")]
    text = table(ours(), lessons)
    assert text.count(ALL[8].says.en) == 1
    assert "\n|  |  |  | 06-across-boundaries | c02: Begin |  | hartley-2005, sol |\n" in text


def test_what_is_not_covered(tmp_path: Path) -> None:
    faults = found(written(tmp_path, FIRST))
    lines = {claim: read(ROOT / CLAIMS).line((claim,)) for claim in ALL}
    of_claims = {(key, claim) for file, at, key, claim in faults if at == lines[int(str(claim))]}
    assert len(of_claims) == len(faults)
    assert {claim for key, claim in of_claims if key == "untaught-claim"} == set(ALL) - {
        1,
        8,
    }
    assert {claim for key, claim in of_claims if key == "untrained-claim"} == set(ALL) - {1, 2}
    unsourced = {claim for key, claim in of_claims if key == "unsourced-claim"}
    assert unsourced - {2} == set(ALL) - {1, 2, 8}


@pytest.mark.parametrize(
    ("given", "at", "sentence"),
    [
        ("[0]", line("# Börja"), "There is no claim 0. Write numbers from data/claims.yml"),
        ("[1, 55]", line("# Börja"), "There is no claim 55."),
        ('"1"', line("# Börja"), "There is no claim 1."),
        ("3", None, ""),
    ],
)
def test_numbers_that_are_no_claims(
    tmp_path: Path, given: str, at: int | None, sentence: str
) -> None:
    source = written(tmp_path, ('"sv"}\n\n# Börja', f'"sv", "claims": {given}}}\n\n# Börja'))
    told = [one for one in coverage_faults(ours(), [source]) if one.key == "unknown-claim"]
    assert [one.line for one in told] == ([at] if at else [])
    assert all(sentence in one.told("en") for one in told)


@pytest.mark.parametrize(
    ("old", "at"),
    [('"en"}\n\n# Begin', "# Begin"), ('"sv", "audience": "instructor"', "## För dig som leder")],
)
def test_claims_belong_to_the_learners_swedish_cell(tmp_path: Path, old: str, at: str) -> None:
    new = old.replace('"en"', '"en", "claims": [1]').replace('"sv"', '"sv", "claims": [1]')
    told = list(coverage_faults(ours(), [written(tmp_path, (old, new))]))
    assert [one.line for one in told if one.key == "claims-elsewhere"] == [line(at)]


def test_an_exercise_with_a_number_that_is_no_claim(tmp_path: Path) -> None:
    file = tmp_path / "exercises" / "00-start" / "goal.yml"
    file.parent.mkdir(parents=True)
    text = (ROOT / "exercises" / "00-start" / "goal.yml").read_text("utf-8")
    file.write_text(text.replace("claims: [1, 2]", "claims: [1, 77]"), "utf-8")
    source = written(tmp_path, course=Course.open(ROOT, tmp_path))
    at = text[: text.index("claims:")].count("\n") + 1
    assert ("exercises/00-start/goal.yml", at, "unknown-claim", 77) in found(source)


def test_a_lesson_that_cannot_be_read_hides_no_other(tmp_path: Path) -> None:
    broken = written(tmp_path, ('+++ {"language": "en"}', "+++ {language: en}"), name="98-broken")
    whole = written(tmp_path, FIRST)
    assert found(broken, whole) == found(whole)
