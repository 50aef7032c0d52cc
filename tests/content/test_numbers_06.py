"""The bars in the rows of the wall's options, held to the municipality's ties."""

from test_lesson_numbers import definition

from course.networks.measures import boundary
from course.networks.municipality import OURS, STRENGTHS


def test_the_rows_of_the_wall_show_the_ties_between_and_within_units() -> None:
    options = definition("06-across-boundaries", "wall")["options"]
    counted = [boundary(OURS.at(strength)) for strength in STRENGTHS]
    assert [one["shows"] for one in options] == [
        [at.external, at.ties - at.external] for at in counted
    ]
