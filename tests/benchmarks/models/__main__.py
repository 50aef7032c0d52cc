"""``python -m tests.benchmarks.models``: every published table, then the speed comparison."""

from importlib.util import find_spec
from inspect import getdoc

from course.paths import ROOT
from tests.benchmarks.measured import printed
from tests.benchmarks.models import tables
from tests.benchmarks.models.compared import compared
from tests.benchmarks.models.growth import Times, growth_lines, written
from tests.benchmarks.models.speed import speed_lines

TABLES = (
    tables.learning_table,
    tables.contagion_table,
    tables.search_table,
    tables.rules_table,
    tables.groups_table,
    tables.adoption_table,
    tables.channel_table,
    tables.networks_table,
)
OTHERS = ("igraph", "mesa", "ndlib")


def main() -> None:
    """Print published, ours and the difference, table by table, and how fast beside other tools."""
    for table in TABLES:
        print(f"\n{getdoc(table)}")
        compared(table())
    print("\nCost of a run of threshold contagion as the number of people grows")
    times: Times = {}
    printed(growth_lines(times))
    print(f"Drawn in {written(times).relative_to(ROOT)}")
    missing = [name for name in OTHERS if find_spec(name) is None]
    if missing:
        print(
            f"\nNot compared with {', '.join(missing)}, which is not installed here. "
            'Install all with: pip install -e ".[benchmarks]"'
        )
    print("\nSpeed")
    printed(speed_lines())


if __name__ == "__main__":
    main()
