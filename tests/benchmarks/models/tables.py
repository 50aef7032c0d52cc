"""The full published tables, computed anew: the tests hold a quicker version of each."""

from collections.abc import Iterator
from itertools import product
from math import hypot

import networkx as nx
import numpy as np

from course.models.adoption import bass_share, simulate_share
from course.models.bridges import tipping_share
from course.models.channel import idea_channel, simulate_channel
from course.models.contagion import neighbourhood, spread, spread_each
from course.models.estimate import Estimate
from course.models.groups import Placement, learn_in_groups, units
from course.models.learning import learn
from course.models.rewiring import rewired, ring_lattice
from course.models.search import published_networks, search
from course.models.thresholds import cascade_window, collective
from course.networks import (
    betweenness,
    boundary,
    brokerage,
    constraint,
    effective_size,
    ei_by_chance,
)
from course.networks.graph import Network
from tests.benchmarks.models.compared import Compared
from tests.models.published import (
    BARKOCZI_GALESIC,
    GROUPS,
    GROUPS_ERROR,
    LAZER_FRIEDMAN,
    MARCH,
    MARCH_OPEN,
    MARCH_REPLICATIONS,
    PLACED,
    open_replications,
    wins_error,
)


def learning_table(replications: int = 4000) -> Iterator[Compared]:
    """March's table, his turnover and his turbulence."""
    for p2, (place, published) in product(MARCH, enumerate(range(1, 10))):
        ours = learn(published / 10, p2, replications=replications).knowledge
        what = f"knowledge, p1 = .{published}, p2 = {p2}"
        yield _estimated(what, MARCH[p2][place], ours, MARCH_REPLICATIONS)
    for (p1, turnover, turbulence, periods), reference in MARCH_OPEN.items():
        result = learn(
            p1,
            0.5,
            turnover=turnover,
            turbulence=turbulence,
            periods=periods,
            replications=replications,
        )
        what = f"knowledge, p1 = {p1}, p3 = {turnover}, p4 = {turbulence}, t = {periods}"
        yield _estimated(what, reference, result.knowledge, open_replications(turbulence))


def search_table(landscapes: int = 2000) -> Iterator[Compared]:
    """Table B.1 of Lazer & Friedman, and where the line overtakes the full network.

    What is as rare as "full ahead of line" is told by many landscapes alone: the first 500 of these
    have it 54 times in 1,000, and 8,000 others 31 times.
    """
    result = search(published_networks(), landscapes=landscapes)
    for (ahead, behind), published in LAZER_FRIEDMAN.items():
        error = wins_error(published, landscapes)
        yield Compared(f"{ahead} ahead of {behind}", published, result.wins(ahead, behind), error)
    crossover = result.overtakes("line", "full")
    yield Compared("round in which line overtakes full", 18.5, crossover or np.inf, within=2.5)


def rules_table(landscapes: int = 500) -> Iterator[Compared]:
    """Copying rules of Barkoczi & Galesic; their clustered network is here five groups of 20."""
    networks = {"clustered": nx.connected_caveman_graph(5, 20), "full": nx.complete_graph(100)}
    for (way, rule), published in BARKOCZI_GALESIC.items():
        result = search(
            networks, rule=rule, way=way, dimensions=15, interdependence=7, landscapes=landscapes
        )
        for name, value in zip(networks, published, strict=True):
            what = f"{way} landscape, {rule}, {name}"
            yield _estimated(what, value, result.score(name), 1000)


def contagion_table(runs: int = 100) -> Iterator[Compared]:
    """Granovetter's crowd; Centola & Macy's ring and its rewiring; Watts's window; wide bridges."""
    crowd = list(range(100))
    yield Compared("of 100 with thresholds 0 to 99", 100, collective(crowd).final)
    crowd[1] = 2
    yield Compared("the same, with a 2 for the 1", 1, collective(crowd).final)
    ring = ring_lattice(1000, 8)
    for contacts, rounds in ((1, 124), (2, 165), (3, 248), (4, 494)):
        result = spread(ring, [neighbourhood(ring, 0)], contacts=contacts)
        what = f"rounds round the ring, {contacts} contacts"
        yield Compared(what, rounds, result.rounds[0], within=2)
    blocked = spread(ring, [neighbourhood(ring, 0)], contacts=5)
    yield Compared("adopters beyond the first, 5 contacts", 0, blocked.adopters[0] - 9)
    spreading = ((2, 0.1, 1.0), (2, 0.2, 0.93), (2, 0.3, 0.65), (2, 0.5, 0.0), (3, 0.1, 0.0))
    for contacts, share, published in spreading:
        graphs = [rewired(ring, share, seed=seed) for seed in range(runs)]
        each = spread_each(graphs, [neighbourhood(g, 0) for g in graphs], contacts=contacts)
        reached = float(np.mean([run.adopters[0] > 900 for run in each]))
        what = f"runs that spread, {contacts} contacts, {share} rewired"
        # As many runs there as here; one run of them where all did, or none.
        error = (2 * max(published * (1 - published), 0.01) / runs) ** 0.5
        yield Compared(what, published, reached, error)
    for share, lower, upper in ((0.18, 1.02, 5.76), (0.10, 1.00, 13.66)):
        window = cascade_window(share)
        assert window is not None
        yield Compared(f"cascade window from, share {share}", lower, window.lower, within=0.005)
        yield Compared(f"cascade window to, share {share}", upper, window.upper, within=0.005)
    for ties, share in ((3, 0.3782), (4, 0.67), (5, 0.876), (6, 0.976), (7, 1.0)):
        ours = float(tipping_share(ties, 6, threshold=2).share)
        yield Compared(f"placements that tip, {ties} ties", share, ours, within=0.005)


def groups_table(replications: int = 200) -> Iterator[Compared]:
    """Payoffs by number of ties between units, and by where 15 ties are."""

    def payoff(
        ties: int, placement: Placement = "at random", periods: int | None = None
    ) -> Estimate:
        return learn_in_groups(
            lambda number: units(ties, placement=placement, seed=number),
            periods=periods,
            replications=replications,
        ).payoff

    def against(what: str, published: float, ours: Estimate) -> Compared:
        error = hypot(ours.standard_error, GROUPS_ERROR)
        return Compared(what, published, ours.mean, error)

    for ties, (early, end) in GROUPS.items():
        yield against(f"payoff after 10 periods, {ties} ties", early, payoff(ties, periods=10))
        yield against(f"payoff at the end, {ties} ties", end, payoff(ties))
    for placement, published in PLACED.items():
        yield against(f"payoff, 15 ties, {placement}", published, payoff(15, placement))


def adoption_table() -> Iterator[Compared]:
    """Bass's curve, in closed form and with 20,000 people."""
    for time, share in ((5, 0.3312), (10, 0.8128), (15, 0.9716), (20, 0.9963)):
        exact = float(bass_share(time))
        yield Compared(f"share after {time} years", share, exact, within=0.00005)
        ours = simulate_share(time, 20_000, replications=1000)
        what = f"share of 20,000 people, {time} years"
        yield Compared(what, exact, ours.mean, ours.standard_error, within=0.0005)


def channel_table() -> Iterator[Compared]:
    """The idea channel: a queue with impatience in closed form, and ideas followed one by one."""
    for ideas, assessors, assessment, patience in ((10, 2, 0.25, 4), (60, 1, 1 / 12, 0.5)):
        exact = idea_channel(ideas, assessors, assessment, patience)
        runs = simulate_channel(ideas, assessors, assessment, patience, replications=2000)
        for name in ("abandoned", "wait", "utilisation"):
            ours = getattr(runs, name)
            what = f"{name}, {ideas} ideas, {assessors} to assess them"
            yield Compared(what, getattr(exact, name), ours.mean, ours.standard_error)


def networks_table() -> Iterator[Compared]:
    """Zachary's karate club, Borgatti's example of brokers, Padgett's Florentine families."""
    club = nx.karate_club_graph()
    roles = brokerage(club, unit="club").totals
    for role, count in zip(roles, (510, 20, 128, 128, 0), strict=True):
        yield Compared(f"karate club, {role}", count, roles[role])
    yield Compared("karate club, E-I index", -0.7179, boundary(club, unit="club").ei, within=5e-5)
    yield Compared("karate club, E-I index by chance", 0.0303, ei_by_chance([17, 17]), within=5e-5)
    example: Network = nx.Graph()
    ties = ("AB", "AF", "AG", "AE", "EG", "FG", "BG", "BD", "DG", "GC")
    example.add_edges_from((tie[0], tie[1]) for tie in ties)
    sizes, constraints = effective_size(example), constraint(example)
    for person, size, held in (("G", 4.667, 0.4003), ("A", 2.5, 0.5955), ("B", 1.667, 0.6427)):
        yield Compared(f"Borgatti, effective size of {person}", size, sizes[person], within=5e-4)
        yield Compared(f"Borgatti, constraint of {person}", held, constraints[person], within=5e-5)
    families = nx.florentine_families_graph()
    yield Compared("Medici, betweenness", 47.5, betweenness(families)["Medici"], within=1e-9)
    yield Compared("Medici, constraint", 0.2099, constraint(families)["Medici"], within=5e-5)


def _estimated(what: str, published: float, ours: Estimate, replications: int) -> Compared:
    """Beside a mean over so many replications, which varied as ours do."""
    error = ours.standard_error * (1 + ours.replications / replications) ** 0.5
    return Compared(what, published, ours.mean, error)
