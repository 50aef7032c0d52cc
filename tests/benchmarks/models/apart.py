"""A piece of work in a process of its own: its time on the processor, and its memory at most.

The same lines run in this checkout and in another, one after the other, so that a busy machine
slows both; where the other has not what they need, nothing is told of it.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from attrs import frozen

from course.explorers import EXPLORERS
from course.explorers.explorer import Simulated
from course.paths import ROOT
from tests.benchmarks.measured import Measured

_RUN = """
import json, resource, sys, time
from pathlib import Path
import numpy as np, networkx as nx
{setup}
times = []
for _ in range({times}):
    start = time.process_time()
    {run}
    times.append(time.process_time() - start)
if (status := Path("/proc/self/status")).exists():
    # What Linux calls the maximum of a process begins with that of the one which started it.
    (peak,) = (int(line.split()[1]) for line in status.open() if line.startswith("VmHWM"))
else:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps([times, peak / (1e6 if sys.platform == "darwin" else 1e3)]))
"""


@frozen
class Work:
    """Lines to run, ``each`` runs in one go, and at most what one may take (ms) and all (MB).

    The time is that of the processor, which a busy machine slows least, of all threads together.
    What keeps its limit so keeps it on a clock too, on one core that nobody else wants.
    """

    what: str
    setup: str
    run: str
    each: int = 1
    times: int = 3
    at_most: float | None = None
    memory: float | None = None


_WORLD = """
from tests.benchmarks.models.others import beginnings, small_world
from course.models.contagion import spread
graph = small_world({people}, seed=1)
begin = beginnings(graph, {runs})
"""

_FIVE_THOUSAND = """
from course.networks import boundary, brokerage, brokers, constraint, effective_size
graph = nx.watts_strogatz_graph(5000, 10, 0.1, seed=1)
nx.set_node_attributes(graph, {n: n // 50 for n in graph}, "unit")
"""

_MILLION = """
import subprocess, tempfile
from course.models.adjacency import Adjacency
from course.models.contagion import spread
# Made in another process, since that takes more memory than to follow the practice does.
with tempfile.TemporaryDirectory() as folder:
    make = "import sys; from tests.benchmarks.models.others import million; million(sys.argv[1])"
    subprocess.run([sys.executable, "-c", make, folder + "/world.npz"], check=True)
    with np.load(folder + "/world.npz") as world:
        indptr, indices = world["indptr"], world["indices"]
"""

_BATCH = """
from itertools import count
from course.explorers import EXPLORERS
explorer = EXPLORERS["{name}"]
setting = {{control.id: control.stops - 1 for control in explorer.controls}}
numbers = count(explorer.batches)
explorer.batch(setting, 0)
"""

QUICK = (
    *(
        Work(
            f"contagion among {people:,}, {runs:,} runs, a run",
            _WORLD.format(people=people, runs=runs),
            "spread(graph, begin, share=0.2)",
            each=runs,
            at_most=at_most,
            memory=memory,
        )
        for people, runs, at_most, memory in ((1000, 4096, 0.03, None), (10_000, 1024, 0.8, 500))
    ),
    *(
        Work(
            f"March at ({p1}, {p2}), 4,096 replications, each",
            "from course.models.learning import learn",
            f"learn({p1}, {p2}, replications=4096)",
            each=4096,
            at_most=at_most,
        )
        for p1, p2, at_most in ((0.1, 0.9, 0.2), (0.5, 0.5, None), (0.9, 0.1, None))
    ),
    *(
        # What `Simulated.batch` promises, at the stops where there is most to do.
        Work(
            f"a batch of {name}",
            _BATCH.format(name=name),
            "explorer.batch(setting, next(numbers))",
            times=9,
            at_most=100,
        )
        for name, explorer in EXPLORERS.items()
        if isinstance(explorer, Simulated)
    ),
    Work(
        "brokerage, 5,000 people and 25,000 ties",
        _FIVE_THOUSAND,
        "brokerage(graph)",
        times=1,
        at_most=200,
        memory=300,
    ),
    Work(
        "  with constraint, effective size and boundary",
        _FIVE_THOUSAND,
        "brokerage(graph), constraint(graph), effective_size(graph), boundary(graph)",
        times=1,
        at_most=1000,
        memory=300,
    ),
)

SLOW = (
    Work(
        "  with betweenness as well",
        _FIVE_THOUSAND,
        "brokers(graph), boundary(graph)",
        times=1,
        at_most=4000,
        memory=300,
    ),
    Work(
        "contagion among a million, one run, from arrays",
        _MILLION,
        "spread(Adjacency(indptr, indices), [[0, *indices[: indptr[1]]]], share=0.2)",
        times=1,
        at_most=2000,
        memory=700,
    ),
    Work(
        "March at (.9, .9), a million replications, each",
        "from course.models.learning import learn",
        "learn(0.9, 0.9, replications=1_000_000)",
        each=1_000_000,
        times=1,
        memory=200,
    ),
    Work(
        "the idea channel, 200,000 replications, each",
        "from course.models.channel import simulate_channel",
        "simulate_channel(10, 2, 0.25, 4, replications=200_000)",
        each=200_000,
        times=1,
        memory=200,
    ),
    Work(
        "contagion among 200, a million sizes, each",
        _WORLD.format(people=200, runs=1000)
        + "from course.models.contagion import spread_sizes\nbegin = begin * 1000\n",
        "spread_sizes(graph, begin, share=0.2)",
        each=1_000_000,
        times=1,
        memory=300,
    ),
)


def work_lines(works: tuple[Work, ...], beside: Path | None = None) -> Iterator[Measured]:
    """Each piece of work here, in the other checkout if there is one, and our share of its time."""
    for work in works:
        here = _measured(work, ROOT)
        assert here is not None, work.what
        times, peak = here
        yield Measured(work.what, times, "ms", work.at_most)
        yield Measured("    memory at most", (peak,), "MB", work.memory)
        there = _measured(work, beside) if beside else None
        if there is not None:
            yield Measured("    the same in the other checkout", there[0], "ms")
            yield Measured("    its memory", (there[1],), "MB")
            share = median(times) / median(there[0])
            yield Measured("    ours is of its time", (share,), "")


def _measured(work: Work, checkout: Path) -> tuple[tuple[float, ...], float] | None:
    """Milliseconds of each time, and megabytes at most.

    None where the work cannot be done.
    """
    code = _RUN.format(setup=work.setup, run=work.run, times=work.times)
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=checkout,  # which comes first on the path
        env={**os.environ, "PYTHONPATH": f"{checkout}{os.pathsep}{ROOT}"},
        capture_output=True,
        text=True,
    )
    if done.returncode:
        if checkout == ROOT:
            raise RuntimeError(done.stderr)
        return None
    times, peak = json.loads(done.stdout)
    return tuple(1000 * one / work.each for one in times), float(peak)
