"""Brokers among few people, counted in plain Python, as the definitions say it.

`course.networks.many` gives the same numbers for many.
"""

from collections.abc import Hashable, Mapping
from typing import Any

from course.networks.graph import Network

Weights = dict[Any, dict[Any, int]]


def contacts(graph: Network) -> dict[Any, set[Any]]:
    """Everyone who has a tie to a person or from them."""
    if not graph.is_directed():
        return {node: set(others) for node, others in graph.adjacency()}
    to_and_from: dict[Any, set[Any]] = {node: set() for node in graph}
    for one, other in graph.edges:
        to_and_from[one].add(other)
        to_and_from[other].add(one)
    return to_and_from


def roles(graph: Network, member: Mapping[Any, Hashable]) -> list[list[int]]:
    """Each person's count of the five roles, in the order of `course.networks.brokers.ROLES`."""
    after = {node: set(others) for node, others in graph.adjacency()}
    before = after
    if graph.is_directed():
        before = {node: set() for node in graph}
        for one, other in graph.edges:
            before[other].add(one)
    counts: list[list[int]] = [[0] * len(graph) for _ in range(5)]
    for place, broker in enumerate(graph):
        own = member[broker]
        for one in before[broker]:
            first = member[one]
            for other in after[broker] - after[one] - {one}:
                last = member[other]
                if first == own:
                    role = 0 if last == own else 2
                elif last == own:
                    role = 3
                else:
                    role = 1 if first == last else 4
                counts[role][place] += 1
    return counts


def constraint(graph: Network) -> list[float]:
    """Burt's constraint of each person; 0 without ties."""
    weights = _weights(graph)
    share = {
        node: {other: tie / sum(ties.values()) for other, tie in ties.items()}
        for node, ties in weights.items()
    }
    return [
        sum(
            (invested + sum(p * share[q].get(other, 0) for q, p in ties.items())) ** 2
            for other, invested in ties.items()
        )
        for ties in share.values()
    ]


def effective_size(graph: Network) -> list[float]:
    """Burt's effective size of each person; 0 without ties."""
    weights = _weights(graph)
    sizes = []
    for ties in weights.values():
        total, redundant = sum(ties.values()), 0.0
        for other in ties:
            among = weights[other]
            shared = sum(tie * among[q] for q, tie in ties.items() if q in among)
            redundant += shared / max(among.values())
        sizes.append(len(ties) - redundant / max(total, 1))
    return sizes


def _weights(graph: Network) -> Weights:
    """How many ties each has with each contact: one, or one each way."""
    weights: Weights = {node: {} for node in graph}
    for one, other in graph.edges:
        weights[one][other] = weights[one].get(other, 0) + 1
        weights[other][one] = weights[other].get(one, 0) + 1
    return weights
