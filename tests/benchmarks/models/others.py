"""The same models as one would write them with Mesa, NDlib, igraph and plain networkx.

The first three are installed by the extra ``benchmarks``, and imported when a function is called.
"""

import random
from collections.abc import Collection
from typing import Any

import networkx as nx
import numpy as np


def march_in_mesa(p1: float, p2: float, seed: int) -> float:
    """March's model (1991) with an agent a person; the code's knowledge at equilibrium."""
    import mesa

    class Member(mesa.Agent):
        def __init__(self, model: "Organisation") -> None:
            super().__init__(model)
            self.beliefs = [self.random.choice((-1, 0, 1)) for _ in model.reality]
            self.actions = list(self.beliefs)
            self.performance = 0

        def act(self) -> None:
            self.actions = [belief or self.random.choice((-1, 1)) for belief in self.beliefs]
            self.performance = sum(
                action * truth
                for action, truth in zip(self.actions, self.model.reality, strict=True)
            )

        def learn(self) -> None:
            for i, code in enumerate(self.model.code):
                if code and self.beliefs[i] != code and self.random.random() < p1:
                    self.beliefs[i] += code

    class Organisation(mesa.Model):
        def __init__(self) -> None:
            super().__init__(seed=seed)
            self.reality = [self.random.choice((-1, 1)) for _ in range(30)]
            self.code = [0] * 30
            Member.create_agents(self, 50)

        def knowledge(self) -> int:
            return sum(c * truth for c, truth in zip(self.code, self.reality, strict=True))

        def step(self) -> None:
            self.agents.do("act")
            known = self.knowledge()
            superior = self.agents.select(lambda member: member.performance > known)
            new = list(self.code)
            for i, code in enumerate(self.code):
                votes = sum(member.actions[i] for member in superior)
                view = (votes > 0) - (votes < 0)
                if view and view != code and self.random.random() < 1 - (1 - p2) ** abs(votes):
                    new[i] = view
            self.agents.do("learn")
            self.code = new

        def settled(self) -> bool:
            return all(self.code) and all(member.beliefs == self.code for member in self.agents)

    organisation = Organisation()
    while not organisation.settled():
        organisation.step()
    return organisation.knowledge() / 30


def contagion_in_mesa(graph: "nx.Graph[int]", begin: Collection[int], share: float) -> int:
    """Threshold contagion with an agent a person; how many adopt."""
    import mesa

    class Person(mesa.Agent):
        def __init__(self, model: mesa.Model, node: int) -> None:
            super().__init__(model)
            self.node = node
            self.adopted = self.will_adopt = node in begin
            self.contacts: list[Person] = []

        def look(self) -> None:
            if not self.adopted and self.contacts:
                adopters = sum(contact.adopted for contact in self.contacts)
                self.will_adopt = adopters / len(self.contacts) >= share

        def act(self) -> None:
            self.adopted = self.will_adopt

    model = mesa.Model(seed=1)
    people = {node: Person(model, node) for node in graph}
    for node, person in people.items():
        person.contacts = [people[other] for other in graph[node]]
    before, now = -1, len(begin)
    while now > before:
        model.agents.do("look")
        model.agents.do("act")
        before, now = now, sum(person.adopted for person in model.agents)
    return now


def contagion_in_ndlib(graph: "nx.Graph[int]", begin: Collection[int], share: float) -> int:
    """Threshold contagion with NDlib's ThresholdModel; how many adopt."""
    import ndlib.models.epidemics as epidemics
    import ndlib.models.ModelConfig as model_config

    model = epidemics.ThresholdModel(graph)
    config = model_config.Configuration()
    config.add_model_initial_configuration("Infected", list(begin))
    for node in graph:
        config.add_node_configuration("threshold", node, share)
    model.set_initial_status(config)
    before, now = -1, len(begin)
    model.iteration(node_status=False)
    while now > before:
        before, now = now, int(model.iteration(node_status=False)["node_count"][1])
    return now


def contagion_in_igraph(graph: Any, begin: Collection[int], share: float) -> int:
    """Threshold contagion over igraph's lists of contacts; ``graph`` is an igraph one."""
    contacts = graph.get_adjlist()
    adopted = [False] * graph.vcount()
    for person in begin:
        adopted[person] = True
    while True:
        due = [
            person
            for person, others in enumerate(contacts)
            if not adopted[person]
            and others
            and sum(adopted[other] for other in others) / len(others) >= share
        ]
        if not due:
            return sum(adopted)
        for person in due:
            adopted[person] = True


def contagion_in_networkx(graph: "nx.Graph[int]", begin: Collection[int], share: float) -> int:
    """Threshold contagion as a plain loop over networkx; how many adopt."""
    adopted = set(begin)
    while True:
        due = {
            person
            for person in graph
            if person not in adopted
            and graph.degree(person)
            and sum(other in adopted for other in graph[person]) / graph.degree(person) >= share
        }
        if not due:
            return len(adopted)
        adopted |= due


def small_world(people: int, seed: int) -> "nx.Graph[int]":
    """A small world with ten contacts each on average, as the figures of speed are taken on."""
    world: nx.Graph[int] = nx.watts_strogatz_graph(people, 10, 0.1, seed=seed)
    return world


def beginnings(graph: "nx.Graph[int]", runs: int, seed: int = 1) -> list[set[int]]:
    """A person and the contacts, chosen at random for each run."""
    chance = random.Random(seed)
    return [{person, *graph[person]} for person in chance.choices(list(graph), k=runs)]


def million(target: str, people: int = 1_000_000) -> None:
    """Write a small world as compressed rows: ten contacts on a ring, a tenth of ties rewired."""
    rng = np.random.default_rng(1)
    one = np.tile(np.arange(people), 5)
    other = (one + np.repeat(np.arange(1, 6), people)) % people
    mixed = rng.random(len(one)) < 0.1
    other[mixed] = rng.integers(0, people, int(mixed.sum()))
    keys = np.unique(np.minimum(one, other) * people + np.maximum(one, other))
    one, other = np.divmod(keys, people)
    one, other = one[one != other], other[one != other]
    keys = np.sort(np.concatenate([one * people + other, other * people + one]))
    start, end = np.divmod(keys, people)
    indptr = np.concatenate([[0], np.cumsum(np.bincount(start, minlength=people))])
    np.savez(target, indptr=indptr, indices=end)
