"""How far a practice comes among few, and where new ties would carry it on.

With a threshold of two, one tie hands on news but no practice (Centola & Macy 2007): a bridge has
to reach somebody who has met it once already.
"""

from collections.abc import Hashable, Sequence
from typing import Any

from course.models.checks import Network
from course.models.few import spread_rounds

MOST_TIES = 5

Rounds = tuple[frozenset[Any], ...]
"""Who has it before the first round, and after each."""


def bridged(
    graph: Network, begin: Sequence[Hashable], contacts: int, most: int = MOST_TIES
) -> tuple[Rounds, Rounds, list[tuple[Any, Any]]]:
    """Follow a practice as things are, and with up to ``most`` new ties.

    Each new tie goes to whoever has met most who have it without following yet, from one of those
    who began, so far as they are not in touch; equals by the order of the graph. Gives who has it
    after each round, first without and then with the new ties, and those ties.

    Raises ValueError as `spread_rounds` does.

    >>> import networkx as nx
    >>> now, then, ties = bridged(nx.path_graph(4), [0, 1], contacts=2)
    >>> [len(has) for has in now], [len(has) for has in then], ties
    ([2], [2, 3, 4], [(0, 2), (0, 3)])
    """
    made: Network = graph.copy()
    now = spread_rounds(graph, begin, contacts=contacts)
    ties: list[tuple[Any, Any]] = []
    rounds = spread_rounds(made, begin, contacts=contacts)
    while len(ties) < most and len(rounds[-1]) < len(made):
        has = rounds[-1]
        waiting = [one for one in made if one not in has]
        closest = max(waiting, key=lambda one: sum(other in has for other in made[one]))
        giver = next((one for one in [*begin, *has] if not made.has_edge(one, closest)), None)
        if giver is None:  # in touch with all who have it already, and they are too few
            break
        ties.append((giver, closest))
        made.add_edge(giver, closest)
        rounds = spread_rounds(made, begin, contacts=contacts)
    return now, rounds, ties
