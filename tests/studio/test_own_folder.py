"""What is wrong with a municipality's own folder is told in a sentence, at its file and line."""

from pathlib import Path

import pytest

from course.commands import commands
from course.content.course import Course
from course.studio import town
from course.studio.own_faults import own_faults
from course.studio.own_folder import MOST_PEOPLE, MOST_UNITS

NAME = "municipality: {sv: Sandvik, en: Sandvik}\n"
ACROSS = "exercises/06-across-boundaries"


def folder(at: Path, files: dict[str, str]) -> Path:
    """A folder with some files in it."""
    for name, text in files.items():
        (at / name).parent.mkdir(parents=True, exist_ok=True)
        (at / name).write_text(text, encoding="utf-8")
    at.mkdir(exist_ok=True)
    return at


def cast(at: Path, text: str) -> Path:
    """A folder with a cast alone."""
    return folder(at / "mine", {"data/cast.yml": text})


Told = tuple[str, int, str]


def told(own: Path) -> list[Told]:
    """File, line and key of each fault, but that the folder is not built."""
    faults = [one for one in own_faults(own) if one.key != "own-not-built"]
    return [(str(one.file), one.line, one.key) for one in faults]


UNITS = "units:\n  hem: {sv: Hemvård, en: Home support}\n"


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        (UNITS + "  bo: {sv: Hemvård, en: Homes}\n", 3, "own-same-unit"),
        (UNITS + "  Bo ende: {sv: Boende, en: Homes}\n", 3, "bad-id"),
        (NAME + "units: {}\n", 2, "empty"),
        (
            UNITS.replace("}", f", people: {MOST_PEOPLE + 1}}}")
            + "  bo: {sv: Boende, en: Homes}\n",
            2,
            "own-people",
        ),
        (
            "units:\n"
            + "".join(f"  u{n}: {{sv: Enhet {n}, en: Unit {n}}}\n" for n in range(MOST_UNITS + 1)),
            1,
            "own-units",
        ),
        (NAME + "streets:\n  kajgtan: {sv: Storgatan, en: Storgatan}\n", 3, "not-one-of"),
        (
            "people:\n  karen: {name: Anna Ek, unit: home-care, role: {sv: chef, en: manager}}\n",
            2,
            "own-nobody",
        ),
    ],
)
def test_a_cast_that_no_course_can_be_made_of_is_told(
    tmp_path: Path, text: str, line: int, key: str
) -> None:
    assert told(cast(tmp_path, text)) == [("data/cast.yml", line, key)]


def test_somebody_new_has_the_given_name_for_an_id(tmp_path: Path) -> None:
    new = "people:\n  anna: {name: Anna Ek, unit: home-care, role: {sv: chef, en: manager}}\n"
    # One more in home care makes another network; what no longer fits of it is told elsewhere.
    assert [one for one in told(cast(tmp_path, new)) if one[0].startswith("data/")] == []


ASTRAY = {
    "cast.yml": ("own-misplaced", "data/cast.yml"),
    "data/cast.yaml": ("own-misplaced", "data/cast.yml"),
    "municipality/ties.csv": ("own-misplaced", "data/municipality/ties.csv"),
    "broker.yml": ("own-misplaced", f"{ACROSS}/broker.yml"),
    "data/our-units.yml": ("own-unread", None),
}


def test_each_file_that_the_course_does_not_read_is_told(tmp_path: Path) -> None:
    own = folder(tmp_path / "mine", dict.fromkeys(ASTRAY, NAME))
    found = [one for one in own_faults(own) if one.key != "own-not-built"]
    assert {one.file: (one.key, one.values.get("right")) for one in found} == ASTRAY
    assert len(found) == len(ASTRAY)


def test_a_folder_with_nothing_of_ones_own_is_told(tmp_path: Path) -> None:
    assert told(folder(tmp_path / "mine", {})) == [("data/cast.yml", 1, "own-empty")]


def test_what_lies_beside_the_files_harms_nobody(tmp_path: Path) -> None:
    own = cast(tmp_path, NAME)
    folder(own, {"README.md": "Ours.\n", "letter.docx": "", ".git/config.yml": ""})
    assert told(own) == []


def test_an_exercise_in_a_folder_of_no_lesson_is_told(tmp_path: Path) -> None:
    text = Course.open().file(f"{ACROSS}/wall.yml").read_text(encoding="utf-8")
    name = "exercises/06-across-boundries/wall.yml"
    own = folder(tmp_path / "mine", {name: text})
    assert (name, 1, "unknown-part") in told(own)


TWO = """\
units:
  hem: {sv: Hemvård, en: Home support, people: 1}
  bo: {sv: Boende, en: Homes, people: 1}
"""


def test_an_exercise_that_cannot_be_shown_with_so_few_is_told(tmp_path: Path) -> None:
    """The lab asks for two people in one unit; nobody is left over for it here."""
    found = [one for one in told(cast(tmp_path, TWO)) if one[2] == "own-unfit"]
    lines = Course.open().file(found[0][0]).read_text(encoding="utf-8").splitlines()
    assert lines[found[0][1] - 1].startswith("units:")


FEW = """\
units:
  hem: {sv: Hemvård, en: Home support, people: 45}
  bo: {sv: Boende, en: Homes, people: 9}
  lss: {sv: Stöd, en: Support, people: %d}
  ledning: {sv: Ledning, en: Management, people: 1}
"""


@pytest.fixture(scope="module")
def of_four(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Told]]:
    """A folder with four units, and what is told of it."""
    own = cast(tmp_path_factory.mktemp("four"), FEW % 6)
    return own, told(own)


def test_whom_an_exercise_needs_comes_first_in_a_small_unit(
    of_four: tuple[Path, list[Told]],
) -> None:
    """mend-it needs Samira, of the unit with one person, and Shirin, the last of nine in hers."""
    own, found = of_four
    course = town.opened(own)
    people = [one.id for one in town.population(course).people if one.unit in ("lss", "ledning")]
    assert "Shirin" in people
    assert people[-1] == "Samira"
    assert "own-absent" not in {key for _, _, key in found}


def test_somebody_for_whom_no_unit_has_room_is_told_where_needed(tmp_path: Path) -> None:
    """With assessment, community support and staff in one unit of one, Karin's Ali is not there."""
    text = FEW % 6
    own = cast(tmp_path, text.replace("people: 45", "people: 1"))
    file = f"{ACROSS}/mend-it.yml"
    lines = Course.open().file(file).read_text(encoding="utf-8").splitlines()
    line = next(n for n, one in enumerate(lines, start=1) if one.startswith("begin:"))
    assert (file, line, "own-absent") in told(own)


def test_a_pair_of_units_in_one_place_is_no_answer(of_four: tuple[Path, list[Told]]) -> None:
    """With four units, families and social assistance are one: nothing can be asked of them."""
    found = {key for file, _, key in of_four[1] if "boundary-table" in file}
    # The sentence on pairs without a tie is of one pair then, which a reader has to look at.
    assert found == {"own-key-none", "own-number-odd"}


@pytest.fixture(scope="module")
def of_five(tmp_path_factory: pytest.TempPathFactory) -> list[Told]:
    """What is told of a folder with five units."""
    return told(cast(tmp_path_factory.mktemp("five"), FIVE))


def test_a_goal_that_is_reached_already_and_another_broker_are_told(of_five: list[Told]) -> None:
    """Home care of 45 is tied to assessment and between others without anything being done."""
    keys = {(Path(file).stem, key) for file, _, key in of_five}
    assert {("mend-it", "lab-done-already"), ("look-for-broker", "lab-other-person")} <= keys


def test_puzzles_that_other_ties_solve_are_told(of_five: list[Told]) -> None:
    """Shirin knew Samira alone, and a bridge to all of assessment took four ties by our map."""
    keys = {(Path(file).stem, key) for file, _, key in of_five}
    assert {("mend-it", "lab-not-alone"), ("one-wide-bridge", "lab-other-ties")} <= keys


def test_an_exercise_written_anew_is_not_held_to_our_broker(tmp_path: Path) -> None:
    own = cast(tmp_path, FIVE)
    name = f"{ACROSS}/look-for-broker.yml"
    folder(own, {name: Course.open().file(name).read_text(encoding="utf-8")})
    assert "lab-other-person" not in {key for _, _, key in told(own)}


FIVE = """\
units:
  hemvard: {sv: Hemvård, en: Home support, people: 45}
  boende: {sv: Äldreboende, en: Care homes, people: 9}
  lss: {sv: Stöd och service, en: Support and service, people: 6}
  myndighet: {sv: Myndighet, en: Assessment, people: 7}
  ledning: {sv: Ledning, en: Management, people: 1}
"""


def test_who_has_no_name_has_the_same_number_in_both_languages(tmp_path: Path) -> None:
    """Home care has eleven in the story, so that the 45 end with 34 who are counted."""
    people = [one.id for one in town.population(town.opened(cast(tmp_path, FIVE))).people]
    assert people[11] == "Person 12"
    assert people[44] == "Person 45"
    assert len(set(people)) == 45 + 9 + 6 + 7 + 1


def test_a_folder_within_the_clone_has_a_network_of_its_own(tmp_path: Path) -> None:
    """As the documentation has it: mine, in the folder of the course."""
    mine = folder(
        tmp_path / "mine", {f"data/municipality/{one}.csv": "" for one in ("ties", "people")}
    )
    municipality = Course((tmp_path, mine)).municipality
    assert municipality is not None
    assert municipality.folder == mine / "data" / "municipality"


@pytest.mark.parametrize("line", ["build", "check", "guide", "site", "class", "present 06", ""])
def test_a_folder_that_is_not_there_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str
) -> None:
    assert commands.main([*line.split(), "--with", str(tmp_path / "gone")]) == 1
    said = capsys.readouterr().err
    assert str(tmp_path / "gone") in said
    assert "data/cast.yml" in said


@pytest.mark.parametrize("text", ["municipality: {sv: Sandvik\n", NAME + "units:\n"])
def test_build_tells_what_is_wrong_with_the_cast(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    own = cast(tmp_path, text)
    assert commands.main(["build", "--with", str(own)]) == 1
    assert capsys.readouterr().err.startswith("data/cast.yml, line ")
    assert not list(own.rglob("*.ipynb"))
