"""A municipality's own folder: with a name and eight units, and with five of very unlike sizes.

The folder of docs/own-municipality.md is the first; it is followed word for word here.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen

from course.content.course import Course, ours
from course.explorers import EXPLORERS
from course.explorers.explorer import OfTown
from course.faults import Fault
from course.journal import Journal, MemoryStore
from course.paths import LANGUAGES
from course.session.work import Work
from course.studio import town
from course.studio.notebooks import built
from course.studio.numbers import numbers
from course.studio.own_faults import main, own_faults, unit_words
from course.studio.own_numbers import changed_numbers
from course.studio.source import sources
from tests.own_folders import EIGHT, FIVE, PAGE, folder

ACROSS = "06-across-boundaries"


@frozen
class Own:
    """A folder of one's own, gone through once for all that is asked of it."""

    folder: Path
    course: Course
    faults: list[Fault]

    @classmethod
    def of(cls, at: Path, cast: str) -> "Own":
        own = folder(at, cast)
        found = own_faults(own)  # which makes its network, too
        return cls(own, Course.under(own), found)

    @property
    def keys(self) -> list[str]:
        """What is told of it, but that it is not built."""
        return sorted({one.key for one in self.faults} - {"own-not-built"})


@pytest.fixture(scope="module")
def eight(tmp_path_factory: pytest.TempPathFactory) -> Own:
    """The folder of the documentation."""
    return Own.of(tmp_path_factory.mktemp("eight") / "mine", EIGHT)


@pytest.fixture(scope="module")
def five(tmp_path_factory: pytest.TempPathFactory) -> Own:
    return Own.of(tmp_path_factory.mktemp("five") / "mine", FIVE)


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Own:
    return Own.of(tmp_path_factory.mktemp("moved") / "mine", MOVED)


def opened(own: Path) -> Course:
    course = town.opened(own)
    town.make(course)
    return Course.under(own)


def keys(own: Path) -> list[str]:
    """What is told of a folder, but that it is not built."""
    return sorted({one.key for one in own_faults(own)} - {"own-not-built"})


def all_texts(course: Course) -> str:
    """All that the lessons and their exercises, figures and terms say, in both languages."""
    said = [repr(course.glossary), *(repr(course.figure(id)) for id in course.figures())]
    for lesson in course.lessons():
        said += [repr(course.exercise(lesson, id)) for id in course.exercises(lesson)]
    for source in sources(course):
        said += [json.dumps(built(source, one), ensure_ascii=False) for one in LANGUAGES]
    return "\n".join(said)


def test_with_a_name_and_eight_units_nothing_says_alvhamn(eight: Own) -> None:
    assert "Älvhamn" in all_texts(ours())
    said = all_texts(eight.course)
    assert "Älvhamn" not in said
    assert "Sandviks" in said
    assert "Sandvik’s" in said
    assert "Ali Rahimi på Myndighet" in said


def test_with_a_name_and_eight_units_everything_still_fits(eight: Own) -> None:
    assert eight.keys == []
    # The ties are ours, since the units have the places of ours.
    assert numbers(eight.course) == numbers(ours())


@pytest.mark.client  # four seconds, to draw every stop of three models in two languages
@pytest.mark.parametrize("which", ["eight", "five"])
def test_every_picture_is_whole(which: str, request: pytest.FixtureRequest) -> None:
    course = request.getfixturevalue(which).course
    for id in ("wall", "broker", "boundary-table"):
        exercise: Any = course.exercise(ACROSS, id)
        explorer = EXPLORERS[exercise.model]
        assert isinstance(explorer, OfTown)
        for language in LANGUAGES:
            work = Work(course, Journal(MemoryStore()), exercise, language)
            for stop in range(explorer.controls[0].stops):
                scene = work.scene({"strength": stop})
                # A browser reads no NaN, which a unit of one person would have of 0 ties by 0.
                assert "Älvhamn" not in json.dumps(scene, ensure_ascii=False, allow_nan=False)
                whole(scene["drawing"], course, language)


def whole(drawing: Any, course: Course, language: str) -> None:
    """Every unit by its name and everybody within the picture, which reaches 1.57 each way."""
    names = [unit.name.in_language(language) for unit in course.cast.units.values()]
    if drawing["kind"] == "matrix":
        assert drawing["names"] == names
        return
    assert [unit["text"] for unit in drawing["units"]] == names
    municipality = course.municipality
    assert municipality is not None
    assert len(drawing["people"]) == len(municipality.load())
    assert all(abs(one[way]) < 1.4 for one in drawing["people"] for way in "xy")


def test_five_units_have_as_many_as_the_folder_says(five: Own) -> None:
    graph = five.course.filling.municipality.load()
    units = [unit for _, unit in graph.nodes(data="unit")]
    sizes = {one: units.count(one) for one in dict.fromkeys(units)}
    assert sizes == {"hemvard": 45, "boende": 12, "myndighet": 7, "familj": 6, "ledning": 1}


def test_five_units_tell_which_exercises_no_longer_hold(five: Own) -> None:
    told = [one for one in five.faults if one.key.startswith("own-key")]
    assert {one.file for one in told} == {
        f"exercises/{ACROSS}/{id}.yml" for id in ("wall", "broker", "boundary-table")
    }


def test_the_numbers_in_the_texts_are_the_folders_own(five: Own) -> None:
    course = five.course
    ties = numbers(course)["formal-ties"]
    assert ties.value != 178
    assert f"Av {ties.value} formella kontakter" in repr(course.exercise(ACROSS, "wall"))


def test_the_bars_beside_the_options_are_the_folders_own(five: Own) -> None:
    """What the rows show is what the model counts, at each of the four strengths."""
    course = five.course
    wall: Any = course.exercise(ACROSS, "wall")
    unit = dict(course.filling.municipality.load().nodes(data="unit"))
    for strength, option in enumerate(wall.options, start=1):
        ties = course.filling.municipality.at(strength).edges
        across = sum(unit[a] != unit[b] for a, b in ties)
        assert option.shows == [across, len(ties) - across]


def test_sentences_about_several_that_are_about_none_are_told(five: Own) -> None:
    """Management has room for one, and that is Samira: Eva has no ties, and not “both” of them."""
    told = [one for one in five.faults if one.key == "own-number-odd"]
    eva = [one for one in told if one.file == f"exercises/{ACROSS}/broker.yml"]
    assert any("Hon har noll formella kontakter" in one.told("sv") for one in eva)
    lines = ours().file(f"exercises/{ACROSS}/broker.yml").read_text(encoding="utf-8").splitlines()
    assert "Det är inte Eva" in lines[eva[0].line]  # a text that is folded begins below its key


def test_two_slips_of_one_name_are_told(five: Own, eight: Own) -> None:
    """With five units, children and families and the central staff are both the last of them."""
    told = [one for one in five.faults if one.key == "own-same-part"]
    slips = {(one.values["name"], one.values["one"], one.values["other"]) for one in told}
    assert ("Ledning", "Öppenvård", "Stab") in slips
    assert "own-same-part" not in eight.keys


def test_sentences_with_other_numbers_are_told_of_and_are_no_fault(
    five: Own, eight: Own, capsys: pytest.CaptureFixture[str]
) -> None:
    notes = list(changed_numbers(five.course))
    files = {Path(str(one.file)).stem for one in notes}
    assert {"06-across-boundaries", "wall", "chance", "broker"} <= files
    assert "own-numbers" not in five.keys
    ties = numbers(five.course)["shared-ties"].written("n", "en")
    wall = [one for one in notes if "wall" in str(one.file)]
    assert any(f"of {ties} ties run between units." in one.told("en") for one in wall)
    # The ties of eight units with the places of ours are ours, and nothing need be read.
    assert list(changed_numbers(eight.course)) == []


def test_a_copy_of_ones_own_is_not_told_of(tmp_path: Path) -> None:
    own = folder(tmp_path / "mine", FIVE)
    file = f"exercises/{ACROSS}/broker.yml"
    (own / file).parent.mkdir(parents=True)
    (own / file).write_text(ours().file(file).read_text(encoding="utf-8"), encoding="utf-8")
    found = [*own_faults(own), *changed_numbers(opened(own))]
    assert file not in {one.file for one in found if one.key.startswith("own-number")}


@pytest.mark.parametrize(
    ("cast", "key"),
    [
        (
            "units: {a: {sv: En mycket lång enhet med ett namn, en: Long}, b: {sv: B, en: B}}\n",
            "own-unit-name",
        ),
        ("units: {a: {sv: A, en: A}}\n", "own-one-unit"),
        (
            "units:\n" + "".join(f"  u{n}: {{sv: Enhet {n}, en: Unit {n}}}\n" for n in range(9)),
            "own-units",
        ),
        (
            "people: {yonas: {name: Karin Ek, unit: home-care, role: {sv: vårdare, en: carer}}}\n",
            "cast-same-given",
        ),
        ("units: {a: {sv: A}}\n", "missing-translation"),
    ],
)
def test_what_does_not_fit_is_told(tmp_path: Path, cast: str, key: str) -> None:
    assert key in keys(folder(tmp_path / "mine", cast))


def test_what_is_told_once_is_counted_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "Individochfamiljeomsorgsenheten"  # too long, in either language on the same line
    own = folder(
        tmp_path / "mine", f"units: {{a: {{sv: {name}, en: {name}}}, b: {{sv: B, en: B}}}}\n"
    )
    assert main(own, "en") == 1
    told = capsys.readouterr()
    assert told.err.count(f"{name} does not fit") == 1
    assert told.out == f"{len(told.err.splitlines())} faults.\n"


def test_a_given_name_of_two_is_told_at_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cast = "people:\n  yonas: {name: Karin Ek, unit: home-care, role: {sv: vårdare, en: carer}}\n"
    assert main(folder(tmp_path / "mine", cast), "en") == 1
    told = capsys.readouterr()
    assert told.err.startswith("data/cast.yml, line 2: Karin is the given name of more")
    assert told.out == "1 fault.\n"


def test_a_lesson_that_is_not_built_is_told(eight: Own) -> None:
    assert "own-not-built" in {one.key for one in eight.faults}


def test_terms_of_ones_own_are_added_to_ours(tmp_path: Path) -> None:
    own = folder(tmp_path / "mine", "municipality: {sv: Sandvik, en: Sandvik}\n")
    (own / "data" / "glossary.yml").write_text(
        "hub:\n  sv: {term: navet, meaning: Vårt kontaktcenter.}\n"
        "  en: {term: the hub, meaning: Our contact centre.}\n",
        encoding="utf-8",
    )
    terms = Course.under(own).glossary
    assert set(terms) == {"hub", *ours().glossary}


def test_the_commands_of_the_page_are_those_of_the_course() -> None:
    for command in ("check --with mine", "build --with mine", "--with mine"):
        assert f"python3 -m course {command}\n" in PAGE


MOVED = """\
people:
  samira: {name: Maja Ek, unit: staff, role: {sv: utvecklare, en: developer}}
  karin: {name: Anna Berg, unit: home-care, role: {sv: enhetschef, en: unit manager}}
"""


def test_people_of_ones_own_are_in_our_networks(moved: Own) -> None:
    """Samira is away in a lab of lesson 06, Karin in a network of lesson 07 and in two labs."""
    assert moved.keys == []
    course = moved.course
    assert "Anna" in repr(course.exercise("07-how-ideas-travel", "five-bridges"))
    assert "Karin" not in repr(course.exercise("07-how-ideas-travel", "five-bridges"))
    assert "Maja" in repr(course.exercise(ACROSS, "mend-it"))


def test_a_name_that_nothing_replaces_is_told(tmp_path: Path) -> None:
    """In an exercise of the folder's own a name in a compound is left."""
    own = folder(tmp_path / "mine", MOVED)
    theirs = own / "exercises" / ACROSS / "wall.yml"
    theirs.parent.mkdir(parents=True)
    text = ours().file(f"exercises/{ACROSS}/wall.yml").read_text(encoding="utf-8")
    changed = text.replace("prompt:\n  sv: >-\n    ", "prompt:\n  sv: >-\n    Karinkontakterna. ")
    assert changed != text
    theirs.write_text(changed, encoding="utf-8")
    assert keys(own) == ["own-left"]


def test_a_label_that_is_a_unit_s_name_is_the_own_unit_s(eight: Own) -> None:
    puzzle: Any = eight.course.exercise("07-how-ideas-travel", "five-bridges")
    assert (puzzle.first.text.sv, puzzle.second.text.en) == ("Hemvård", "Assessment")


def test_pairs_of_units_are_called_as_in_the_table(eight: Own) -> None:
    table: Any = eight.course.exercise(ACROSS, "boundary-table")
    assert table.options[2].text.sv == "Hemvård – Myndighet"
    assert table.options[2].text.en == "Home support – Assessment"


ORDERED = """\
units:
  needs-assessment: {sv: Bistånd, en: Needs assessment}
  vard: {sv: Vård, en: Care}
  home-care: {sv: Hemtjänst, en: Home care}
"""


def test_a_guess_is_marked_where_the_folder_has_the_two_units(tmp_path: Path) -> None:
    """Ours are rows 0 and 3 (from data/cast.yml); what has become one unit is no pair."""
    assert [(one.at, one.on) for one in guessed(ours(), "home-needs")] == [(0, 3)]
    course = opened(folder(tmp_path / "mine", ORDERED))
    assert [(one.at, one.on) for one in guessed(course, "home-needs")] == [(2, 0)]
    assert guessed(course, "families-aid") == []


def guessed(course: Course, option: str) -> list[Any]:
    table: Any = course.exercise(ACROSS, "boundary-table")
    return list(table.guesses[option])


@pytest.mark.client  # seven seconds; that they are told of by name is tried above
def test_units_as_words_are_told_of_and_are_no_fault(
    eight: Own, capsys: pytest.CaptureFixture[str]
) -> None:
    notes = list(unit_words(eight.course))
    assert {note.key for note in notes} == {"own-unit-words"}
    home = next(note for note in notes if note.values["own"] == "Hemvård")
    lines = ours().file(str(home.file)).read_text(encoding="utf-8").splitlines()
    assert "hemtjänst" in lines[home.line - 1].lower()
    assert "own-unit-words" not in eight.keys
    main(eight.folder, "en")
    assert "Home support is called home care" in capsys.readouterr().out


def test_with_our_own_units_no_word_is_told_of(moved: Own) -> None:
    assert list(unit_words(moved.course)) == []
