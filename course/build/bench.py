"""``python3 -m course bench``: what the course takes, measured as a user meets it."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from course.paths import IS_CHECKOUT, ROOT


def main(full: bool = False) -> int:
    """Measure and print a table; with ``full``, also a first start and every published table.

    These are figures to compare, not tests: a busy machine gives larger ones.
    """
    if not IS_CHECKOUT:
        print("The measurements are in the repository: run this in a clone of it.", file=sys.stderr)
        return 1
    sys.path.insert(0, str(ROOT))
    from tests.benchmarks.measured import printed

    printed(_lines(full))
    if full:
        from tests.benchmarks.models.__main__ import main as models

        models()
    return 0


def _lines(full: bool) -> Iterator[Any]:
    from tests.benchmarks.material import material_lines
    from tests.benchmarks.pages import page_lines, twelve_line
    from tests.benchmarks.serving import serving
    from tests.benchmarks.start import first_start, next_starts

    yield from material_lines()
    yield from next_starts()
    with tempfile.TemporaryDirectory() as home, serving(Path(home)) as served:
        yield from page_lines(served)
    with tempfile.TemporaryDirectory() as home:
        yield from twelve_line(Path(home))
    if full:
        yield first_start(shutil.which("python3") or sys.executable)
