"""What the shared tests try on a choice among options."""

from hypothesis import strategies as st

from course.kinds.cases import one_of_options, option, other_options, right_option, wrong_option
from course.kinds.choice.rules import Choice
from course.kinds.exercise import Option

FIELDS = {"options": [option("a"), option("b", right=True), option("c")]}
VALID = st.sampled_from("abc")
PARTS = ((Option, "options"),)
LACKS = ("choose-one", None)

wrong, right, controls, mutations = wrong_option, right_option, one_of_options, other_options


def is_judged(exercise: Choice) -> bool:
    """Where no option is right, all are equals."""
    return any(one.right for one in exercise.options)
