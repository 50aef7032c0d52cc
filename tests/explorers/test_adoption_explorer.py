"""How many in five years? Against the closed form of Bass (1969), computed here anew."""

from itertools import product
from math import exp

import pytest
from told import exercise, look, quoted, right

from course.explorers.adoption import FACTORS, MIDDLE, YEARS

PLACE = "05-idea-to-use/night-camera"
NAME = "adoption"
AVERAGE = {"information": MIDDLE, "talk": MIDDLE}


def bass(year: float, information: float, talk: float) -> str:
    """Bass (1969), equation 9, in per cent, with p = .03 and q = .38 times the factors."""
    p, q = 0.03 * information, 0.38 * talk
    e = exp(-(p + q) * year)
    return f"{100 * (1 - e) / (1 + q / p * e):.0f}"


@pytest.mark.parametrize(("information", "talk"), list(product(range(3), repeat=2)))
def test_the_table_is_the_closed_form(information: int, talk: int) -> None:
    factors = FACTORS[information], FACTORS[talk]
    picture = look(NAME, {"information": information, "talk": talk}, "en")
    assert [row[0] for row in picture.table.rows] == [str(year) for year in YEARS]
    assert [row[1] for row in picture.table.rows] == [bass(year, *factors) for year in YEARS]
    assert picture.message == f"After five years, {bass(5, *factors)} per cent use the camera."
    for year in (2, 10):
        assert bass(year, *factors) in picture.reading
    if factors != (1, 1):
        assert [row[2] for row in picture.table.rows] == [bass(year, 1, 1) for year in YEARS]


def test_the_average_is_that_of_published_studies() -> None:
    # Sultan, Farley & Lehmann (1990): p = .03, q = .38, for which F(5, 10, 15) = .3312, .8128,
    # .9716 and most adopt at 6.193.
    picture = look(NAME, AVERAGE, "sv")
    assert [row[1] for row in picture.table.rows if row[0] in ("5", "10", "15")] == [
        "33",
        "81",
        "97",
    ]
    assert "6,2 år" in picture.reading
    assert "p = 0,03, q = 0,38" in picture.caption
    assert len(picture.table.columns) == 2


def test_the_exercise_quotes_the_model() -> None:
    low, middle, high = ([bass(year, k, k) for year in (2, 5)] for k in FACTORS)
    assert FACTORS == (0.5, 1, 2)
    assert (low[1], middle[1], high[1]) == ("12", "33", "81")
    assert quoted(PLACE, "narrow") == {"28", "38", "12", "81", bass(5, 2, 0.5)}
    assert quoted(PLACE, "wide") == {"12", "33", "81", low[0], middle[0], high[0]}
    # In proportion: half of 33.1 and twice as much.
    assert quoted(PLACE, "proportional") == {"17", "66", "12", "81"}
    assert quoted(PLACE, "nothing") == {"0", "100", "12", "81"}
    assert "33 procent" in exercise(PLACE)["prompt"]["sv"]
    assert exercise(PLACE)["model"] == NAME
    assert right(PLACE) == ["wide"]
