from pathlib import Path

import networkx as nx
import pytest

from course.networks import (
    at_least,
    betweenness,
    boundary,
    boundary_table,
    brokers,
    constraint,
    municipality,
)
from course.networks.graph import Network
from course.networks.roster import Unit

STRENGTHS = [1, 2, 3, 4]


@pytest.fixture
def network() -> Network:
    return municipality.load("en")


def test_eight_units_of_five_to_eleven_people(network: Network) -> None:
    keys = [unit.id for unit in municipality.units()]
    members = list(nx.get_node_attributes(network, "unit").values())
    assert list(dict.fromkeys(members)) == keys
    assert [members.count(key) for key in keys] == [11, 9, 9, 7, 8, 6, 5, 5]


def test_units_are_named_in_both_languages() -> None:
    assert municipality.units()[3] == Unit("needs-assessment", "Bistånd", "Needs assessment")


def test_roles_come_in_the_language_asked_for() -> None:
    swedish, english = municipality.load("sv"), municipality.load("en")
    assert swedish.nodes["Ali"]["role"] == "biståndshandläggare"
    assert english.nodes["Ali"]["role"] == "needs assessor"
    assert list(swedish.edges(data=True)) == list(english.edges(data=True))
    assert nx.utils.graphs_equal(municipality.load(), swedish)


def test_refuses_a_language_that_the_course_lacks() -> None:
    with pytest.raises(ValueError, match="'fi'"):
        municipality.load("fi")


def test_every_load_is_a_new_graph(network: Network) -> None:
    network.clear()
    assert len(municipality.load()) == 60


def test_another_municipality_is_read_from_its_own_folder(tmp_path: Path) -> None:
    people = "id,name,unit,role_sv,role_en\nEva,Eva Ek,school,rektor,head\nBo,Bo Al,school,lärare,"
    (tmp_path / "people.csv").write_text(f"{people}teacher\n", encoding="utf-8")
    (tmp_path / "ties.csv").write_text("source,target,strength\nEva,Bo,3\n", encoding="utf-8")
    (tmp_path / "units.csv").write_text("id,sv,en\nschool,Skola,School\n", encoding="utf-8")
    network = municipality.load("sv", tmp_path)
    assert list(network.nodes(data="role")) == [("Eva", "rektor"), ("Bo", "lärare")]
    assert list(network.edges(data="strength")) == [("Eva", "Bo", 3)]
    assert municipality.units(tmp_path) == (Unit("school", "Skola", "School"),)


@pytest.mark.parametrize(
    ("name", "unit", "role"),
    [
        ("Karin Lindqvist", "home-care", "unit manager"),
        ("Ali Rahimi", "needs-assessment", "needs assessor"),
        ("Samira Haddad", "staff", "development lead"),
    ],
)
def test_the_people_of_the_story(network: Network, name: str, unit: str, role: str) -> None:
    assert network.nodes[name.split()[0]] == {"name": name, "unit": unit, "role": role}


def test_every_tie_has_a_grade_and_joins_people_who_exist(network: Network) -> None:
    assert {strength for *_, strength in network.edges(data="strength")} == set(STRENGTHS)
    assert all("name" in attributes for _, attributes in network.nodes(data=True))
    assert nx.number_of_selfloops(network) == 0


@pytest.mark.parametrize(
    ("strength", "ties", "isolates", "ei"),
    # The pattern of Leischow et al. (2010): 447, 284, 173, 79 ties; 0, 1, 6, 20 isolates; E-I
    # +.23, +.09, -.13, -.44. Ranges around it, so that the pattern holds and no figure is copied.
    [
        (1, (440, 480), (0, 0), (0.2, 0.3)),
        (2, (280, 300), (0, 1), (0.0, 0.1)),
        (3, (170, 185), (3, 8), (-0.2, -0.1)),
        (4, (75, 85), (12, 22), (-0.5, -0.4)),
    ],
)
def test_information_crosses_boundaries_and_projects_do_not(
    network: Network,
    strength: int,
    ties: tuple[int, int],
    isolates: tuple[int, int],
    ei: tuple[float, float],
) -> None:
    result = boundary(at_least(network, strength))
    assert ties[0] <= result.ties <= ties[1]
    assert isolates[0] <= result.isolates <= isolates[1]
    assert ei[0] <= result.ei <= ei[1]
    # Closed form for 11, 9, 9, 7, 8, 6, 5 and 5 people: 1 - 2 x 422/3540.
    assert result.chance == pytest.approx(1 - 844 / 3540)
    assert result.density_within > 4 * result.density_between


@pytest.mark.parametrize("strength", STRENGTHS)
def test_samira_is_the_top_broker_at_every_strength(network: Network, strength: int) -> None:
    ties = at_least(network, strength)
    first, second = brokers(ties)[:2]
    assert first.node == "Samira"
    assert first.betweenness > 1.3 * second.betweenness
    most, runner_up = sorted(brokers(ties), key=lambda row: -row.brokerage)[:2]
    assert most.node == "Samira"
    assert most.brokerage > 1.2 * runner_up.brokerage
    constrained = {node: value for node, value in constraint(ties).items() if ties[node]}
    assert min(constrained, key=lambda node: constrained[node]) == "Samira"


def test_at_the_strongest_level_others_have_as_many_ties_as_samira(network: Network) -> None:
    projects = at_least(network, 4)
    as_many = [node for node, ties in projects.degree if ties == projects.degree["Samira"]]
    assert len(as_many) > 1
    assert max(ties for _, ties in projects.degree) == projects.degree["Samira"]
    between = betweenness(projects)
    assert all(between[node] < between["Samira"] / 2 for node in as_many if node != "Samira")


def test_karin_and_ali_share_information_and_samira(network: Network) -> None:
    assert network["Karin"]["Ali"]["strength"] == 1
    formal = at_least(network, 3)
    assert list(nx.common_neighbors(formal, "Karin", "Ali")) == ["Samira"]


def test_home_care_and_needs_assessment_have_no_formal_tie(network: Network) -> None:
    order = [unit.id for unit in municipality.units()]
    home_care, needs = order.index("home-care"), order.index("needs-assessment")
    informed, formal = (
        boundary_table(at_least(network, strength), order=order) for strength in (1, 3)
    )
    assert informed.ties[home_care, needs] == 10
    assert formal.ties[home_care, needs] == 0
