"""Every number that two lessons quote from Älvhamn's data or from a model, held to its origin.

Numbers that texts refer to by name are read as learners read them, filled in: so what the register
of numbers computes is held here to another count of the same data, and to the words around it.

Expected values stand here as a reader meets them; the data or the model must give them, and the
words must say them in both languages. What a publication says is held by its citation, not here.
"""

import re
from collections import Counter
from itertools import combinations
from typing import Any

import networkx as nx
import pytest

from course.content.course import ours
from course.journal import Journal, MemoryStore
from course.kinds.scale.rules import Scale, judge
from course.lesson import Lesson
from course.marked import read
from course.networks import (
    Boundary,
    BoundaryTable,
    at_least,
    betweenness,
    boundary,
    boundary_table,
    ei_by_chance,
    municipality,
)
from course.networks.graph import Network
from course.paths import LANGUAGES, ROOT
from course.studio.source import Source
from course.words import decimal
from course.words.bilingual import Text

START, ACROSS = "00-start", "06-across-boundaries"


def definition(lesson: str, name: str) -> Any:
    """What an exercise's file holds, with its numbers filled in."""
    return ours().filling.filled(read(ROOT / "exercises" / lesson / f"{name}.yml").value)


def feedback(lesson: str, name: str, option: str) -> Text:
    """The feedback of one option."""
    options = definition(lesson, name)["options"]
    return next(Text(**one["feedback"]) for one in options if one["id"] == option)


def right_options(lesson: str, name: str) -> list[str]:
    return [one["id"] for one in definition(lesson, name)["options"] if one.get("right")]


def source_of(lesson: str) -> Source:
    return Source(ours().file(f"notebooks/source/{lesson}.md"), ours())


def lesson_text(lesson: str) -> Text:
    """All that the lesson's source says to learners and facilitators, each language on one line."""
    words: dict[str, list[str]] = {language: [] for language in LANGUAGES}
    for cell in source_of(lesson).cells:
        if cell.language:
            words[cell.language].extend(ours().filling.said(cell.body, cell.language).split())
    return Text(**{language: " ".join(said) for language, said in words.items()})


def under_the_hood(lesson: str) -> str:
    (cell,) = [cell for cell in source_of(lesson).cells if "under-the-hood" in cell.tags]
    return cell.body


def says(text: Text, swedish: str, english: str) -> None:
    """Both languages say it, and not as a part of a longer number or word."""
    for language, said in (("sv", swedish), ("en", english)):
        whole = rf"(?<![\w.,]){re.escape(said)}(?!\w|[.,]\d)"
        assert re.search(whole, text.in_language(language)), f"{language}: {said}"


@pytest.fixture
def network() -> Network:
    return municipality.load()


@pytest.fixture
def counted(network: Network) -> dict[int, Boundary]:
    return {strength: boundary(at_least(network, strength)) for strength in (1, 2, 3, 4)}


def table(network: Network, strength: int) -> BoundaryTable:
    order = [unit.id for unit in municipality.units()]
    return boundary_table(at_least(network, strength), order=order)


def between(counts: BoundaryTable, one: str, other: str) -> tuple[int, int]:
    """Ties between two units, and how many there could be."""
    place = counts.units.index(one), counts.units.index(other)
    return int(counts.ties[place]), int(counts.possible[place])


# --- 06: the wall -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("strength", "option", "external", "ties"),
    [(1, "information", 286, 452), (2, "informal", 153, 286), (4, "projects", 23, 82)],
)
def test_the_wall_quotes_ties_between_units(
    counted: dict[int, Boundary], strength: int, option: str, external: int, ties: int
) -> None:
    assert (counted[strength].external, counted[strength].ties) == (external, ties)
    said = feedback(ACROSS, "wall", option)
    says(said, f"{external} av {ties} kontakter", f"{external} of {ties} ties")


def test_the_wall_begins_where_formal_collaboration_does(counted: dict[int, Boundary]) -> None:
    turned = [strength for strength, at in counted.items() if at.internal > at.external]
    assert turned == [3, 4]
    assert right_options(ACROSS, "wall") == ["formal"]
    assert (counted[3].ties, counted[3].external, counted[3].internal) == (178, 78, 100)
    assert decimal(counted[3].ei, 2, "sv") == "−0,12"
    said = feedback(ACROSS, "wall", "formal")
    says(said, "178 formella kontakter", "178 formal ties")
    says(said, "78 mellan enheter och 100 inom", "78 run between units and 100 within")
    says(said, "−0,12", "−0.12")


# --- 06: the broker -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("option", "ties", "outside", "units", "swedish", "english"),
    # Counted from data/municipality at strength 3: formal ties, those that leave the own unit, and
    # how many other units they reach.
    [
        ("eva", 2, 0, 0, "två formella kontakter", "two formal ties"),
        ("emelie", 15, 6, 2, "15 formella kontakter", "15 formal ties"),
        ("emelie", 15, 6, 2, "resten i två enheter till", "the rest in two other units"),
        ("karin", 15, 7, 3, "15 formella kontakter", "15 formal ties"),
        ("karin", 15, 7, 3, "når tre andra enheter", "reaches three other units"),
        ("samira", 23, 21, 6, "23 formella kontakter", "23 formal ties"),
        ("samira", 23, 21, 6, "21 av dem går till andra", "21 of them lead to other units"),
    ],
)
def test_the_people_to_choose_among_have_the_ties_that_are_quoted(
    network: Network,
    option: str,
    ties: int,
    outside: int,
    units: int,
    swedish: str,
    english: str,
) -> None:
    person = option.capitalize()
    member = nx.get_node_attributes(network, "unit")
    contacts = at_least(network, 3)[person]
    reached = [member[contact] for contact in contacts if member[contact] != member[person]]
    assert (len(contacts), len(reached), len(set(reached))) == (ties, outside, units)
    says(feedback(ACROSS, "broker", option), swedish, english)


def test_samira_stands_between_others_most_at_every_strength(network: Network) -> None:
    for strength in (1, 2, 3, 4):
        between_others = betweenness(at_least(network, strength))
        assert max(between_others, key=lambda person: between_others[person]) == "Samira"
    assert right_options(ACROSS, "broker") == ["samira"]
    says(feedback(ACROSS, "broker", "samira"), "vid varje styrka", "at every strength")


def test_what_happens_without_samira(network: Network) -> None:
    projects = at_least(network, 4)
    without = nx.restricted_view(projects, ["Samira"], [])
    largest = [max(map(len, nx.connected_components(graph))) for graph in (projects, without)]
    assert largest == [45, 26]
    says(lesson_text(ACROSS), "från 45 personer till 26", "from 45 people to 26")


def test_the_formal_path_past_samira_is_one_tie_longer(network: Network) -> None:
    formally = at_least(network, 3)
    past = nx.restricted_view(formally, ["Samira"], [])
    lengths = [nx.shortest_path_length(graph, "Karin", "Ali") for graph in (formally, past)]
    assert lengths == [2, 3]
    text = lesson_text(ACROSS)
    says(text, "tre kontakter lång i stället för två", "three ties long instead of two")
    says(text, "via två personer", "through two people")


def test_what_samira_carries(network: Network) -> None:
    member = nx.get_node_attributes(network, "unit")
    formally = at_least(network, 3)
    across = [tie for tie in formally.edges if member[tie[0]] != member[tie[1]]]
    carried = Counter(person for tie in across for person in tie)
    assert (len(across), *(n for _, n in carried.most_common(2))) == (78, 21, 8)
    text = lesson_text(ACROSS)
    says(text, "de 78 formella kontakterna mellan enheter", "the 78 formal ties between units")
    says(text, "har hon 21", "she has 21")
    says(text, "De som kommer närmast har åtta", "Those who come closest have eight")
    # An hour a month each, eight hours a day: 23/8 is 2.875 days.
    assert len(formally["Samira"]) == 23
    says(text, "hennes 23 formella kontakter", "her 23 formal ties")
    says(text, "nästan tre arbetsdagar", "nearly three working days")


def test_the_map_that_karin_drew_is_the_one_in_the_data(network: Network) -> None:
    member = nx.get_node_attributes(network, "unit")
    reached: dict[int, Counter[str]] = {1: Counter(), 3: Counter()}
    contacts = set()
    for strength, units in reached.items():
        for a, b in at_least(network, strength).edges:
            for one, other in ((a, b), (b, a)):
                if member[one] == "home-care" != member[other]:
                    units[member[other]] += 1
                    if (strength, member[other]) == (3, "staff"):
                        contacts.add(other)
    # Only information; joint projects, most of them with residential care; the line of one person.
    assert set(reached[1]) - set(reached[3]) == {
        "needs-assessment",
        "outpatient",
        "financial-aid",
        "families",
    }
    assert [unit for unit, _ in reached[3].most_common(1)] == ["residential-care"]
    assert set(reached[3]) == {"residential-care", "disability", "staff"}
    assert contacts == {"Samira"}


# --- 06: chance ---------------------------------------------------------------------------------


def test_chance_in_alvhamn_and_in_two_units_of_thirty(network: Network) -> None:
    members = list(nx.get_node_attributes(network, "unit").values())
    sizes = [members.count(unit.id) for unit in municipality.units()]
    assert (len(members), len(sizes)) == (60, 8)
    prompt = Text(**definition(ACROSS, "chance")["prompt"])
    says(prompt, "+0,76", "+0.76")
    says(prompt, "två enheter med 30 i varje", "two units of 30 each")
    # Closed form, by hand: 1 - 2 x 422/3540 = .7616, and 1 - 2 x 2 x 870/3540 = .0169.
    assert ei_by_chance(sizes) == pytest.approx(0.7616, abs=5e-5)
    assert ei_by_chance([30, 30]) == pytest.approx(0.0169, abs=5e-5)
    assert definition(ACROSS, "chance")["answer"] == 0.02


@pytest.mark.parametrize("guess", ["close", "low", "high"])
def test_every_guess_at_chance_is_told_the_number_and_why(
    counted: dict[int, Boundary], guess: str
) -> None:
    said = Text(**definition(ACROSS, "chance")["feedback"][guess])
    assert decimal(counted[1].ei, 2, "sv", signed=True) == "+0,27"
    says(said, "+0,02", "+0.02")
    says(said, "+0,27", "+0.27")
    # In a unit of thirty there are 29 others, and 30 in the other unit.
    says(said, "29 kollegor i enheten och 30 utanför", "29 colleagues in the unit and 30 outside")


def test_the_lines_under_the_hood_print_what_the_measures_give(
    counted: dict[int, Boundary], capsys: pytest.CaptureFixture[str]
) -> None:
    code = compile(under_the_hood(ACROSS), "under the hood", "exec")
    exec(code, {"lesson": Lesson(ACROSS, language="en", journal=Journal(MemoryStore()))})
    *strengths, chance = capsys.readouterr().out.splitlines()
    assert strengths == [f"{strength} {at.ei:+.2f}" for strength, at in counted.items()]
    assert strengths == ["1 +0.27", "2 +0.07", "3 -0.12", "4 -0.44"]
    assert chance == f"{counted[1].chance:+.2f}" == "+0.76"


def test_the_index_is_above_zero_for_weak_ties_only_and_never_above_chance(
    counted: dict[int, Boundary],
) -> None:
    assert [strength for strength, at in counted.items() if at.ei > 0] == [1, 2]
    assert all(at.ei < at.chance for at in counted.values())


# --- 06: the table ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("option", "units", "ties", "possible"),
    [
        ("home-residential", ("home-care", "residential-care"), 14, 99),
        ("disability-needs", ("disability", "needs-assessment"), 14, 63),
        ("families-aid", ("families", "financial-aid"), 4, 48),
    ],
)
def test_the_table_quotes_formal_ties_between_units(
    network: Network, option: str, units: tuple[str, str], ties: int, possible: int
) -> None:
    assert between(table(network, 3), *units) == (ties, possible)
    of_possible = (
        ("", "") if option == "home-residential" else (f" av {possible}", f" of {possible}")
    )
    says(
        feedback(ACROSS, "boundary-table", option),
        f"{ties} formella kontakter{of_possible[0]}",
        f"{ties} formal ties{of_possible[1]}",
    )


def test_home_care_and_needs_assessment_share_information_and_no_more(network: Network) -> None:
    ties = [
        between(table(network, strength), "home-care", "needs-assessment")[0] for strength in (1, 3)
    ]
    assert ties == [10, 0]
    assert right_options(ACROSS, "boundary-table") == ["home-needs"]
    said = feedback(ACROSS, "boundary-table", "home-needs")
    says(said, "Tio par", "Ten pairs")
    says(said, "inget formellt samarbete alls", "no formal collaboration at all")


def test_disability_services_and_needs_assessment_are_closest(network: Network) -> None:
    formal = table(network, 3)
    pairs = combinations(range(len(formal.units)), 2)
    closest = max(pairs, key=lambda pair: formal.density[pair])
    assert {formal.units[place] for place in closest} == {"disability", "needs-assessment"}
    said = feedback(ACROSS, "boundary-table", "disability-needs")
    says(said, "mest av alla", "most of all")


def test_eleven_pairs_of_units_have_no_formal_tie(network: Network) -> None:
    formal = table(network, 3)
    pairs = combinations(range(len(formal.units)), 2)
    assert sum(not formal.ties[pair] for pair in pairs) == 11
    left_out = Text(**definition(ACROSS, "boundary-table")["leaves_out"])
    says(left_out, "Elva par av enheter", "Eleven pairs of units")


@pytest.mark.parametrize(
    ("lesson", "person", "unit"),
    [
        (START, "Karin", "home-care"),
        (START, "Yonas", "home-care"),
        (ACROSS, "Dragana", "home-care"),
        (ACROSS, "Ali", "needs-assessment"),
        (ACROSS, "Jenny", "needs-assessment"),
        (ACROSS, "Nasrin", "needs-assessment"),
        (ACROSS, "Samira", "staff"),
    ],
)
def test_people_in_the_story_work_where_it_says(
    network: Network, lesson: str, person: str, unit: str
) -> None:
    assert network.nodes[person]["unit"] == unit
    says(lesson_text(lesson), person, person)


# --- 00 -----------------------------------------------------------------------------------------


def climate() -> Scale:
    exercise = ours().exercise(START, "climate")
    assert isinstance(exercise, Scale)
    return exercise


def test_eighteen_statements_in_six_areas_of_three() -> None:
    assert [len(area.items) for area in climate().areas] == [3] * 6
    assert len(climate().points) == 5
    says(lesson_text(START), "18 påståenden i sex områden", "18 statements in six areas")
    says(lesson_text(START), "tre svar från 1 till 5", "three answers from 1 to 5")


@pytest.mark.parametrize(
    ("points", "reading"),
    # A third of the way from 1 to 5 is 1 + 4/3 = 2.33, two thirds are 5 - 4/3 = 3.67. By hand, the
    # means are 2, 2.33, 3.67 and 4: what lies on a bound is neither low nor high. No mean of three
    # whole answers lies between 2 and 2.33, or between 3.67 and 4, so the text names 2 and 4.
    [((2, 2, 2), "low"), ((2, 2, 3), "middle"), ((3, 4, 4), "middle"), ((4, 4, 4), "high")],
)
def test_low_and_high_begin_at_the_thirds_of_the_scale(
    points: tuple[int, int, int], reading: str
) -> None:
    area = climate().areas[0]
    answers = {item.id: point for item, point in zip(area.items, points, strict=True)}
    assert judge(climate(), answers).said[0].text == getattr(area, reading)
    says(
        lesson_text(START),
        "på 2 eller lägre räknas som lågt och på 4 eller högre som högt",
        "of 2 or lower counts as low and one of 4 or higher as high",
    )


def test_the_lines_under_the_hood_give_equal_means_and_different_lowest_answers(
    capsys: pytest.CaptureFixture[str],
) -> None:
    exec(compile(under_the_hood(START), "under the hood", "exec"), {})
    # By hand: (3 + 3 + 3)/3 = (5 + 3 + 1)/3 = 3.
    assert capsys.readouterr().out == "[3, 3, 3] 3 3\n[5, 3, 1] 3 1\n"


@pytest.mark.parametrize("guess", ["close", "low", "high"])
def test_every_guess_at_the_survey_is_told_the_same_figure(guess: str) -> None:
    estimate = definition(START, "safe-to-challenge")
    assert estimate["answer"] == 46.9
    says(Text(**estimate["feedback"][guess]), "46,9 procent", "46.9 per cent")


def test_ten_statements() -> None:
    assert len(definition(START, "statements")["statements"]) == 10
    says(lesson_text(START), "tio påståenden", "ten statements")


@pytest.mark.parametrize(
    ("option", "lessons"),
    [
        ("what-counts", ["01-what-counts"]),
        ("whose-value", ["02-whose-value"]),
        ("culture", ["03-culture"]),
        ("leadership", ["04-leadership"]),
        ("idea-to-use", ["05-idea-to-use"]),
        ("boundaries", ["06-across-boundaries", "07-how-ideas-travel"]),
        ("public-private", ["08-public-and-private"]),
        ("room-to-act", ["09-room-to-act"]),
    ],
)
def test_each_goal_names_its_lessons_by_number_and_title(option: str, lessons: list[str]) -> None:
    for lesson in lessons:
        number, source = int(lesson[:2]), source_of(lesson)
        sv, en = source.title("sv"), source.title("en")
        said = feedback(START, "goal", option)
        assert f"lektion {number}, ”{sv}”" in said.sv
        assert f"lesson {number}, “{en}”" in said.en


def test_every_goal_leads_to_a_lesson() -> None:
    options = definition(START, "goal")["options"]
    assert all("lektion" in one["feedback"]["sv"] for one in options)
    assert all("lesson" in one["feedback"]["en"] for one in options)
