"""One of a hundred: Granovetter's example (1978, p. 1424), and what follows from it by hand."""

import pytest
from told import crowd, exercise, look, quoted, right

from course.explorers.one_of_a_hundred import CHANGED, begun, thresholds

PLACE = "07-how-ideas-travel/one-in-a-hundred"
NAME = "one-of-a-hundred"


def test_all_act_until_the_one_becomes_a_two() -> None:
    # The two crowds of the paper: 0, 1, 2 ... 99, and 0, 2, 2, 3 ... 99.
    assert begun(None, extra=False) == 100
    assert thresholds(1, extra=False)[:4] == [0, 2, 2, 3]
    assert begun(1, extra=False) == 1


@pytest.mark.parametrize("changed", [one for one in CHANGED if one])
def test_it_stops_where_nobody_is_content_with_what_there_is(changed: int) -> None:
    # By hand: those who wait for 0 to changed - 1 begin, and nobody waits for exactly changed.
    assert begun(changed, extra=False) == changed
    # One more from the start is always one more than the gap asks for.
    assert begun(changed, extra=True) == 100


@pytest.mark.parametrize("stop", range(len(CHANGED)))
def test_the_picture_shows_the_setting(stop: int) -> None:
    n = begun(CHANGED[stop], extra=False)
    picture = look(NAME, {"changed": stop, "starters": 0}, "sv")
    assert picture.message == f"{n} av 100 börjar till slut."
    assert picture.table.rows[stop][1:] == (str(n), "100")
    if n < 100:
        assert f"vill ha sett {n + 1} börja" in picture.reading
    assert crowd(picture) == [n, 100 - n]


def test_the_exercise_quotes_the_model() -> None:
    assert quoted(PLACE, "ninety-nine") == {"90"}
    assert begun(90, extra=False) == 90
    # "50" as one of the places where it may stop; the feedback itself says fifty.
    assert quoted(PLACE, "half") == {"50"}
    assert begun(50, extra=False) == 50
    assert quoted(PLACE, "one") == {"1978"}
    assert exercise(PLACE)["model"] == NAME
    assert right(PLACE) == ["one"]
