"""An answer in, a verdict out: the rules of each kind of exercise, one module each.

To add a kind, write its module here with a ``KIND``, name it in ``KINDS``, describe its file in
``course/material/exercise.schema.json`` and draw it in ``course/widgets/static``.
"""

from course.scoring import (
    calendar,
    canvas,
    choice,
    choices,
    confidence,
    estimate,
    explore,
    match,
    network,
    order,
    reflection,
    scale,
    scenario,
    sort,
)
from course.scoring.verdict import Kind

KINDS: dict[str, Kind] = {
    module.KIND.name: module.KIND
    for module in (
        choice,
        choices,
        sort,
        match,
        order,
        estimate,
        scale,
        confidence,
        reflection,
        canvas,
        scenario,
        calendar,
        network,
        explore,
    )
}
"""Every kind of exercise by its name."""
