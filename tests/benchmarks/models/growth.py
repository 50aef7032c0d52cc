"""How the cost of a run grows with the number of people, as a table and a picture in a file."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from importlib.util import find_spec
from math import log10
from pathlib import Path
from statistics import median
from typing import Any

from course.models.contagion import spread
from course.paths import ROOT
from course.plots.curves import draw
from course.plots.shapes.curves import Curve, axis
from course.plots.svg import to_svg
from tests.benchmarks.measured import Measured, timed
from tests.benchmarks.models import others

PEOPLE = (50, 200, 1000, 5000, 20_000, 50_000)
LOOPS = 5000
"""People up to whom a run is looped over as well: among more it takes minutes."""

SHARE = 0.2
RUNS = 200
TARGET = ROOT / "build" / "growth.svg"
"""Where the picture is written; the folder is not part of the repository."""

Times = dict[str, dict[int, float]]
"""Milliseconds a run of threshold contagion, by tool and by number of people."""


def growth_lines(times: Times) -> Iterator[Measured]:
    """Measure each tool at each size, and keep the medians in ``times``."""
    for people in PEOPLE:
        graph = others.small_world(people, seed=1)
        begin = others.beginnings(graph, RUNS)
        batch = timed("", partial(spread, graph, begin, share=SHARE), times=3)
        each = tuple(value / RUNS for value in batch.values)
        yield _kept(times, Measured(f"the course, {people:,} people", each, "ms"), people)
        for name, run in _tools().items() if people <= LOOPS else ():
            some = iter(begin)
            line = timed(f"  {name}, {people:,} people", partial(_run, run, graph, some), times=3)
            yield _kept(times, line, people)


def picture(times: Mapping[str, Mapping[int, float]]) -> str:
    """The times over the number of people, both in powers of ten, as SVG."""
    curves: list[Curve] = [
        {
            "text": name,
            "across": [log10(people) for people in cost],
            "up": [log10(each) for each in cost.values()],
            "every": 1,
        }
        for name, cost in times.items()
    ]
    people = {n: f"{10**n:,}".replace(",", " ") for n in range(2, 5)}
    figure = draw(
        {
            "kind": "curves",
            "across": axis("People", 1.6, 4.8, people),
            "up": axis("Milliseconds a run", -3, 5, {-3: ".001", 0: "1", 3: "1000"}),
            "curves": curves,
            "notes": [],
        }
    )
    longest = max(times["the course"])
    told = f"A run among {longest:,} people takes {times['the course'][longest]:.2g} ms here."
    return to_svg(figure, name="growth", title="Cost of a run of contagion", description=told)


def written(times: Mapping[str, Mapping[int, float]], target: Path = TARGET) -> Path:
    """Write the picture, and say where."""
    target.parent.mkdir(exist_ok=True)
    target.write_text(picture(times), encoding="utf-8")
    return target


def _tools() -> dict[str, Callable[[Any, set[int], float], int]]:
    """The tools that are here: a plain loop over networkx always, NDlib if it is installed."""
    tools: dict[str, Callable[[Any, set[int], float], int]] = {
        "networkx": others.contagion_in_networkx
    }
    if find_spec("ndlib"):
        tools["NDlib"] = others.contagion_in_ndlib
    return tools


def _run(run: Callable[[Any, set[int], float], int], graph: Any, begin: Iterator[set[int]]) -> None:
    run(graph, next(begin), SHARE)


def _kept(times: Times, line: Measured, people: int) -> Measured:
    name = line.what.split(",")[0].strip()
    times.setdefault(name, {})[people] = median(line.values)
    return line
