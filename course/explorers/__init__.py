"""Models to explore: what can be set, and the picture that each setting gives.

An exercise of the kind ``explore`` names one of these. To add one, write its module here and name
it in ``EXPLORERS``.
"""

from course.explorers import boundary_table, brokers, tie_strength
from course.explorers.explorer import Explorer, Simulated

EXPLORERS: dict[str, Explorer | Simulated] = {
    module.EXPLORER.name: module.EXPLORER for module in (tie_strength, brokers, boundary_table)
}
"""Every explorer by its name."""
