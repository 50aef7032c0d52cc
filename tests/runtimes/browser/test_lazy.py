"""networkx whose modules wait: it has what the library has, and says what it says."""

import shutil
import subprocess
import sys
from pathlib import Path

import networkx
import pytest

from course.runtimes.browser import lazy

ASKED = """
import sys
sys.path.insert(0, sys.argv[1])
import networkx as nx
print(len([name for name in sys.modules if name.startswith("networkx")]))
people = nx.karate_club_graph()
print(nx.transitivity(people), nx.betweenness_centrality(people)[0], nx.algorithms.isolate.__name__)
print(all(hasattr(nx, name) for name in sys.argv[2].split()))
"""


@pytest.fixture(scope="module")
def waiting(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lazy")
    (own,) = networkx.__path__
    shutil.copytree(own, folder / "networkx", ignore=shutil.ignore_patterns("tests", "*.pyc"))
    lazy.networkx(folder)
    return folder


def test_it_gives_what_the_library_gives_and_imports_less(waiting: Path) -> None:
    names = "Graph DiGraph NetworkXError number_of_isolates node_connected_component path_graph"
    command = [sys.executable, "-c", ASKED, str(waiting), names]
    first, told, has = subprocess.check_output(command, text=True).splitlines()
    people = networkx.karate_club_graph()
    between = networkx.betweenness_centrality(people)[0]
    assert told == f"{networkx.transitivity(people)} {between} networkx.algorithms.isolate"
    assert int(first) < 20  # the library itself has about 290 by then
    assert has == "True"


def test_it_says_what_it_does_not_have(waiting: Path) -> None:
    code = "import sys; sys.path.insert(0, sys.argv[1]); import networkx; networkx.nothing"
    ran = subprocess.run(
        [sys.executable, "-c", code, str(waiting)], capture_output=True, text=True, check=False
    )
    assert "module 'networkx' has no attribute 'nothing'" in ran.stderr
