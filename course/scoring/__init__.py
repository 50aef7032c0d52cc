"""An answer in, a verdict out: the rules of each kind of exercise, one module each.

To add a kind, write its module here with a ``KIND``, name it in ``KINDS``, describe its file in
``course/material/exercise.schema.json`` and draw it in ``course/widgets/static``.
"""

from course.scoring import choice, estimate, explore, network, reflection, scale, sort
from course.scoring.verdict import Kind

KINDS: dict[str, Kind] = {
    module.KIND.name: module.KIND
    for module in (choice, sort, estimate, scale, reflection, network, explore)
}
"""Every kind of exercise by its name."""
