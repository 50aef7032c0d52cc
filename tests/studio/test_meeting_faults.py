"""What is wrong with how a group takes a lesson, as an author would slip on it."""

from pathlib import Path

import pytest
from lesson_text import led, written

from course.content.course import Course, ours
from course.paths import ROOT
from course.studio.meeting_faults import leading_faults, meeting_faults
from course.studio.source import sources


def test_the_courses_own_meetings_have_no_faults() -> None:
    assert [fault for source in sources(ours()) for fault in meeting_faults(source)] == []
    assert leading_faults(ours()) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        pytest.param("hour: 40", "hour: 45", "The minutes of the route hour are 65", id="hour"),
        pytest.param("minutes: 30", "minutes: 25", "of the route long are 85", id="long"),
        pytest.param("[goal]", "[gaol]", "There is no exercise gaol", id="exercise"),
        pytest.param("[c02]", "[c99]", "no cell with the id c99", id="cell"),
        pytest.param("[sheet]", "[cards]", "no cards to cut out", id="cards"),
        pytest.param(
            "groups: [all]\n", "groups: [all]\n    needs: [sheet]\n", "None of the", id="sheet"
        ),
        pytest.param("the opening", "{exercise:no}", "There is no exercise no", id="named"),
        pytest.param("key:", "kye:", "kye", id="a key"),
        pytest.param('law: {sv: "Inga namn.", en: "No names."}', "", "law", id="no law"),
        pytest.param("groups: [all]", "groups: [everyone]", "everyone", id="groups"),
        pytest.param(', en: "Listen."', "", "en", id="one language"),
    ],
)
def test_a_slip_is_told_where_it_is(tmp_path: Path, old: str, new: str, told: str) -> None:
    source, file = led(tmp_path)
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    sentences = [fault.told("en") for fault in meeting_faults(source)]
    assert any(told in one for one in sentences), sentences
    assert all(one.startswith("data/meetings/00-start.yml, line ") for one in sentences)


def test_a_lesson_is_whole_without_a_meeting(tmp_path: Path) -> None:
    """`tests/studio/test_hints.py`: it is said, and is no fault."""
    assert meeting_faults(written(tmp_path, name="98-new")) == []


def test_a_meeting_without_the_jigsaw_is_told(tmp_path: Path) -> None:
    source, file = led(tmp_path)
    text = file.read_text(encoding="utf-8")
    end = '  - what: {sv: "Slut", en: "End"}\n    minutes: 20\n    hour: 20\n    groups: [all]\n'
    say = '    say: {sv: "Hej.", en: "Bye."}\n'
    file.write_text(text[: text.index("  - split:")] + end + say, encoding="utf-8")
    (fault,) = meeting_faults(source)
    assert fault.key == "meeting-jigsaw"


def test_a_day_of_a_lesson_that_is_not_there_is_told(tmp_path: Path) -> None:
    own = tmp_path / "data" / "meetings" / "all.yml"
    own.parent.mkdir(parents=True)
    text = (ROOT / "data" / "meetings" / "all.yml").read_text(encoding="utf-8")
    own.write_text(text.replace("lesson: 10-your-plan", "lesson: 12-no"), encoding="utf-8")
    (fault,) = leading_faults(Course.open(ROOT, tmp_path))
    assert fault.told("en").startswith("data/meetings/all.yml, line 40: There is no lesson 12-no.")
