"""What can be reached in a lab: a module for each goal, and all of them by name."""

from collections.abc import Mapping

from course.kinds.lab.goals.find import FIND
from course.kinds.lab.goals.goal import Goal, done
from course.kinds.lab.goals.mend import MEND
from course.kinds.lab.goals.place import PLACE
from course.kinds.lab.goals.race import RACE
from course.kinds.lab.goals.widen import WIDEN

__all__ = ["GOALS", "Goal", "done"]

FREE = Goal(
    asks="any",
    outcomes=("free",),
    right=frozenset(),
    judge=lambda _, __: ("free", 0.0),
    key=lambda _: None,
    spreads=True,
)

GOALS: Mapping[str, Goal] = {
    "find": FIND,
    "mend": MEND,
    "widen": WIDEN,
    "place": PLACE,
    "race": RACE,
    "free": FREE,
}
"""Every goal by the name that stands in a file."""
