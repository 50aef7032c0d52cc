"""Models to explore: what can be set, and the picture that each setting gives.

An exercise of the kind ``explore`` names one of these. To add one, write its module here and name
it in ``EXPLORERS``.
"""

from course.explorers import (
    adoption,
    boundary_table,
    brokers,
    how_many_bridges,
    idea_channel,
    learning,
    line_or_everyone,
    one_of_a_hundred,
    tie_strength,
    volunteers,
    where_to_put_fifteen,
    who_speaks_up,
)
from course.explorers.explorer import Explorer, Simulated

EXPLORERS: dict[str, Explorer | Simulated] = {
    module.EXPLORER.name: module.EXPLORER
    for module in (
        tie_strength,
        brokers,
        boundary_table,
        how_many_bridges,
        learning,
        idea_channel,
        adoption,
        volunteers,
        who_speaks_up,
        one_of_a_hundred,
        where_to_put_fifteen,
        line_or_everyone,
    )
}
"""Every explorer by its name."""
