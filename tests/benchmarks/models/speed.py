"""What a run costs here and in the tools that one would use instead, one after the other.

All on the processor's clock, every thread counted, so that what others do on the machine tells
neither for us nor against.
"""

import tracemalloc
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from importlib.util import find_spec
from statistics import median
from time import process_time

import networkx as nx

from course.models.contagion import spread
from course.models.learning import learn
from course.models.search import published_networks, search
from course.networks import betweenness
from tests.benchmarks import measured
from tests.benchmarks.measured import Measured, printed
from tests.benchmarks.models import others

SHARE = 0.2
RUNS = 200

timed = partial(measured.timed, clock=process_time)


def speed_lines() -> Iterator[Measured]:
    """Every figure; a comparison gives our share of the other tool's time."""
    yield from learning_lines()
    yield from contagion_lines()
    yield from betweenness_lines()
    yield from search_lines()


def learning_lines() -> Iterator[Measured]:
    """March's table of 27 cells, and one of its cells beside Mesa."""
    cells = [(p1 / 10, p2) for p2 in (0.1, 0.5, 0.9) for p1 in range(1, 10)]

    def table() -> None:
        # Two threads for two cores: NumPy lets go of the interpreter while it computes.
        with ThreadPoolExecutor(2) as threads:
            list(threads.map(lambda cell: learn(*cell, replications=300), cells))

    yield _in_seconds(timed("March's table, 27 x 300 replications", table, times=3), 4)
    ours = timed(
        "March at (.1, .9), a replication of 4,096",
        lambda: learn(0.1, 0.9, replications=4096),
        times=3,
    )
    ours = _each(ours, 4096)
    yield ours
    if not find_spec("mesa"):
        return
    seeds = iter(range(99))
    mesa = timed("  the same in Mesa", lambda: others.march_in_mesa(0.1, 0.9, next(seeds)), times=5)
    yield from (mesa, _share(ours, mesa, 1 / 50))


def contagion_lines() -> Iterator[Measured]:
    """Threshold contagion on small worlds of 1,000 and 10,000 people."""
    graph = others.small_world(1000, seed=1)
    begin = others.beginnings(graph, RUNS)
    sizes = spread(graph, begin, share=SHARE).adopters.tolist()
    ours = _each(
        timed(
            "contagion among 1,000, a run of 200",
            lambda: spread(graph, begin, share=SHARE),
            times=5,
        ),
        RUNS,
    )
    yield ours
    tools: dict[str, Callable[[set[int]], int]] = {
        "NDlib": lambda who: others.contagion_in_ndlib(graph, who, SHARE),
        "Mesa": lambda who: others.contagion_in_mesa(graph, who, SHARE),
        "networkx": lambda who: others.contagion_in_networkx(graph, who, SHARE),
    }
    if find_spec("igraph"):
        from igraph import Graph

        in_igraph = Graph.from_networkx(graph)
        tools["igraph"] = lambda who: others.contagion_in_igraph(in_igraph, who, SHARE)
    tools = {name: run for name, run in tools.items() if find_spec(name.lower())}
    for name, run in tools.items():
        few = begin[:5]
        results: list[int] = []
        theirs = timed(f"  the same in {name}", partial(_next, run, few, results), times=len(few))
        if results != sizes[: len(few)]:
            raise AssertionError(f"{name} reaches {results} people, this model {sizes[:5]}.")
        yield theirs
        yield _share(ours, theirs, 1 / 300 if name in ("NDlib", "Mesa") else None)
    large = others.small_world(10_000, seed=1)
    many = others.beginnings(large, RUNS)
    yield _in_seconds(
        timed(
            "contagion among 10,000, all 200 runs",
            lambda: spread(large, many, share=SHARE),
            times=3,
        ),
        2,
    )
    tracemalloc.start()
    spread(large, many, share=SHARE)
    yield Measured("  memory at most", (tracemalloc.get_traced_memory()[1] / 1e6,), "MB", 500)
    tracemalloc.stop()


def betweenness_lines() -> Iterator[Measured]:
    """Betweenness of 20 to 1,000 people, beside igraph and networkx."""
    for people in (20, 200, 1000):
        graph = others.small_world(people, seed=1)
        ours = timed(f"betweenness of {people:,} people", partial(betweenness, graph), times=5)
        yield ours
        if find_spec("igraph"):
            from igraph import Graph

            alone = timed(
                "  the same in igraph alone", Graph.from_networkx(graph).betweenness, times=5
            )
            times_as_long = median(ours.values) / median(alone.values)
            yield from (alone, Measured("  ours in igraph's times", (times_as_long,), ""))
        slow = timed("  the same in networkx", partial(nx.betweenness_centrality, graph), times=1)
        yield from (slow, _share(ours, slow, None))


def search_lines(landscapes: int = 500) -> Iterator[Measured]:
    """Lazer & Friedman's Table B.1."""
    start = process_time()
    search(published_networks(), landscapes=landscapes)
    seconds = (process_time() - start) * 500 / landscapes
    yield Measured("Lazer & Friedman's table, 500 landscapes", (seconds,), "s", 25)


def _next(run: Callable[[set[int]], int], begin: list[set[int]], results: list[int]) -> None:
    results.append(run(begin[len(results)]))


def _each(line: Measured, many: int) -> Measured:
    return Measured(line.what, tuple(value / many for value in line.values), line.unit)


def _in_seconds(line: Measured, at_most: float) -> Measured:
    return Measured(line.what, tuple(value / 1000 for value in line.values), "s", at_most)


def _share(ours: Measured, theirs: Measured, at_most: float | None) -> Measured:
    share = median(ours.values) / median(theirs.values)
    return Measured(f"  ours is one in {1 / share:.0f}", (share,), "", at_most)


if __name__ == "__main__":
    printed(speed_lines())
