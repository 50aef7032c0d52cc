"""Every number that lesson 02 quotes from the model of volunteers, held to the model.

What a publication says is held by its citation, not here.
"""

from math import comb

import pytest
from test_lesson_numbers import lesson_text, says, under_the_hood

from course.models.volunteers import volunteers

LESSON = "02-whose-value"


@pytest.mark.parametrize(("places", "of_a_hundred"), [(12, 38), (24, 14), (48, 2)])
def test_nobody_from_kajgatan_is_nothing_odd(places: int, of_a_hundred: int) -> None:
    draw = volunteers(300, 23, places)
    # Closed form: all are drawn from the 277 who live elsewhere, C(277, n)/C(300, n).
    assert draw.nobody == pytest.approx(comb(277, places) / comb(300, places))
    assert round(100 * draw.nobody) == of_a_hundred


@pytest.mark.parametrize(
    ("swedish", "english"),
    [
        ("där 23 av de 300 bor", "where 23 of the 300 live"),
        ("i 38 fall av 100", "in 38 cases of 100"),
        ("Med 24 platser händer det i 14 fall", "With 24 places it happens in 14 cases"),
    ],
)
def test_the_text_quotes_the_chances(swedish: str, english: str) -> None:
    says(lesson_text(LESSON), swedish, english)


def test_the_lines_under_the_hood_print_what_the_model_gives(
    capsys: pytest.CaptureFixture[str],
) -> None:
    exec(compile(under_the_hood(LESSON), "under the hood", "exec"), {})
    assert capsys.readouterr().out.splitlines() == ["12 38%", "24 14%", "48 2%"]
