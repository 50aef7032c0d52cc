"""How a drawn network stands in the plan: every name on the sheet, no two parties in one spot."""

import pytest

from course.drawing.corner import HEIGHT, WIDTH
from course.kinds.sketch.drawn import drawn


@pytest.mark.parametrize("own", [1, 2, 4])
@pytest.mark.parametrize("others", [0, 1, 2, 5, 8])
def test_parties_stand_apart_and_within_the_sheet(own: int, others: int) -> None:
    parties = [{"id": f"p{n}", "name": "Namn " * 8, "inside": n < own} for n in range(own + others)]
    answer = {"parties": parties, "ties": [], "bridge": None, "away": [], "words": ""}
    shown = drawn(answer, "sv")
    places = [(one["x"], one["y"]) for one in shown["parties"]]
    assert len(set(places)) == own + others
    for one in shown["parties"]:
        assert all(len(line) <= 15 for line in one["lines"])
        # Names have 13 units, a line every 14: 6.6 a letter, 10 above their line and 3 below.
        assert 46 <= one["x"] <= WIDTH - 46
        more = 14 * (len(one["lines"]) - 1)
        lowest, highest = one["y"] + 21 + more + 3, one["y"] - 12 - more - 10
        assert lowest <= HEIGHT if one["below"] else highest >= 0
