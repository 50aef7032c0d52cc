"""What the register of numbers says of Älvhamn's network, counted once more in another way.

Texts refer to these numbers by name; which text does is no matter here.
"""

from collections import Counter
from itertools import combinations

import networkx as nx
import pytest

from course.content.course import ours
from course.networks import at_least, betweenness, boundary, boundary_table, municipality
from course.networks.graph import Network

NUMBERS = ours().numbers


@pytest.fixture(scope="module")
def network() -> Network:
    return municipality.load()


def known(*names: str) -> tuple[float, ...]:
    return tuple(NUMBERS[name].value for name in names)


@pytest.mark.parametrize(
    ("name", "strength", "across", "ties"),
    [
        ("shared", 1, 286, 452),
        ("informal", 2, 153, 286),
        ("formal", 3, 78, 178),
        ("project", 4, 23, 82),
    ],
)
def test_ties_between_units(
    network: Network, name: str, strength: int, across: int, ties: int
) -> None:
    member = nx.get_node_attributes(network, "unit")
    edges = list(at_least(network, strength).edges)
    counted = (sum(member[a] != member[b] for a, b in edges), len(edges))
    assert counted == known(f"{name}-across", f"{name}-ties") == (across, ties)


@pytest.mark.parametrize(
    ("person", "ties", "outside", "units"),
    # Counted from data/municipality at strength 3: formal ties, those that leave the own unit, and
    # how many other units they reach.
    [("eva", 2, 0, 0), ("emelie", 15, 6, 2), ("karin", 15, 7, 3), ("samira", 23, 21, 6)],
)
def test_the_people_to_choose_among(
    network: Network, person: str, ties: int, outside: int, units: int
) -> None:
    name = person.capitalize()
    member = nx.get_node_attributes(network, "unit")
    contacts = at_least(network, 3)[name]
    reached = [member[contact] for contact in contacts if member[contact] != member[name]]
    assert (len(contacts), len(reached), len(set(reached))) == (ties, outside, units)
    named = [f"{person}-{what}" for what in ("ties", "across", "units")]
    assert known(*named) == (ties, outside, units)


def test_what_happens_without_samira(network: Network) -> None:
    between = betweenness(at_least(network, 3))
    assert max(between, key=lambda person: between[person]) == "Samira"
    projects = at_least(network, 4)
    without = nx.restricted_view(projects, ["Samira"], [])
    largest = [max(map(len, nx.connected_components(graph))) for graph in (projects, without)]
    assert largest == [45, 26]
    assert known("hanging-together", "hanging-together-without") == (45, 26)


def test_what_samira_carries(network: Network) -> None:
    member = nx.get_node_attributes(network, "unit")
    across = [tie for tie in at_least(network, 3).edges if member[tie[0]] != member[tie[1]]]
    carried = Counter(person for tie in across for person in tie)
    assert (len(across), *(n for _, n in carried.most_common(2))) == (78, 21, 8)
    assert known("formal-across", "samira-across", "next-across") == (78, 21, 8)


def test_the_index_is_above_zero_for_weak_ties_only_and_never_above_chance(
    network: Network,
) -> None:
    counted = {strength: boundary(at_least(network, strength)) for strength in (1, 2, 3, 4)}
    assert [strength for strength, at in counted.items() if at.ei > 0] == [1, 2]
    assert all(at.ei < at.chance for at in counted.values())
    # Closed form, by hand: 1 - 2 x 422/3540.
    assert known("chance") == (pytest.approx(0.7616, abs=5e-5),)


def test_pairs_of_units(network: Network) -> None:
    order = [unit.id for unit in municipality.units()]
    formal = boundary_table(at_least(network, 3), order=order)
    assert sum(not formal.ties[pair] for pair in combinations(range(len(order)), 2)) == 11
    pairs = ("home-needs", "home-residential", "disability-needs", "families-aid")
    assert known("pairs-apart", *(f"{pair}-formal" for pair in pairs)) == (11, 0, 14, 14, 4)
    assert known("home-needs-shared") == (10,)


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
