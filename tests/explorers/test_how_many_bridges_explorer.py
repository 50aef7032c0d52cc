"""How many bridges? Against the table of an independent prototype, inspired by Fang et al. (2010).

Mean payoff by number of ties, after 10 periods and at the end; standard errors up to .013 there,
and up to .017 in the 80 replications here.
"""

from typing import Any

import numpy as np
import pytest
from told import exercise, look, quoted, ran, right

from course.explorers.how_many_bridges import BATCHES, PERIODS, REPLICATIONS, TIES, Part, batch
from course.models.estimate import Estimate
from course.models.groups import learn_in_groups, units
from tests.models.published import GROUPS, GROUPS_ERROR

PLACE = "07-how-ideas-travel/how-many-bridges"
NAME = "how-many-bridges"
FORTY = TIES.index(40)
FRIDAY, END = {"ties": FORTY, "when": 0}, {"ties": FORTY, "when": len(PERIODS) - 1}


@pytest.fixture(scope="module")
def found() -> tuple[np.ndarray, np.ndarray]:
    """Mean payoffs on Friday and at the end, by number of ties."""
    parts: tuple[Part, ...] = ran(NAME, END)
    friday, end = (
        np.concatenate([getattr(part, when) for part in parts]) for when in ("friday", "then")
    )
    assert friday.shape == end.shape == (BATCHES * REPLICATIONS, len(TIES))
    return friday.mean(axis=0), end.mean(axis=0)


def test_the_numbers_are_those_of_the_prototype(found: tuple[np.ndarray, np.ndarray]) -> None:
    assert tuple(GROUPS) == TIES
    friday, end = zip(*GROUPS.values(), strict=True)
    parts: tuple[Part, ...] = ran(NAME, END)
    for when, prototype in (("friday", friday), ("then", end)):
        each = np.concatenate([getattr(part, when) for part in parts])
        for column, value in zip(each.T, prototype, strict=True):
            ours = Estimate(column)
            # Three standard errors of the difference to the prototype.
            within = 3 * np.hypot(ours.standard_error, GROUPS_ERROR)
            assert ours.mean == pytest.approx(value, abs=within)


def test_more_is_better_on_friday_and_some_in_the_end(
    found: tuple[np.ndarray, np.ndarray],
) -> None:
    # The shape of the result, which is all that is claimed.
    friday, end = found
    assert (np.diff(friday) > 0).all()
    peak = end.argmax()
    assert TIES[0] < TIES[peak] < TIES[-1]
    assert end[peak] > end[0] + 0.3
    assert end[peak] > end[-1] + 0.05


def test_a_batch_lets_each_number_of_ties_learn() -> None:
    # By hand: replication i of the eight side by side has the ties and the network of its place.
    friday = batch(FRIDAY, 3).friday
    apart = learn_in_groups(
        lambda n: units(TIES[n % 8], seed=12 + n // 8), periods=10, replications=32, seed=3
    )
    assert friday.tolist() == apart.payoff.values.reshape(4, 8).tolist()
    assert batch(END, 3).friday.tolist() == friday.tolist()
    assert batch(FRIDAY, 3).then.tolist() == friday.tolist()


def test_the_picture_tells_what_was_found(found: tuple[np.ndarray, np.ndarray]) -> None:
    friday, end = ([f"{100 * share:.0f}" for share in each] for each in found)
    picture = look(NAME, END, "en")
    assert picture.table.rows == tuple(
        (str(ties), *row) for ties, *row in zip(TIES, friday, end, strict=True)
    )
    assert picture.message.startswith("With 40 ties between the units, 71 per cent")
    assert picture.reading.startswith("Best at year’s end")
    assert "from 20 to 80 ties" in picture.reading
    assert f"With 40 ties, {friday[FORTY]} per cent is solved on Friday" in picture.reading
    assert "80 runs" in picture.reading
    friday_picture = look(NAME, FRIDAY, "sv")
    assert [row[1] for row in friday_picture.table.rows] == friday
    assert friday_picture.reading.startswith("Bäst på fredag (10 omgångar): 320 kontakter")


@pytest.mark.parametrize("ties", TIES)
def test_the_learner_decides_how_many_ties(found: tuple[np.ndarray, np.ndarray], ties: int) -> None:
    place = TIES.index(ties)
    picture = look(NAME, {**END, "ties": place}, "en")
    assert picture.message.startswith(f"With {ties} ties")
    assert f"{100 * found[1][place]:.0f} per cent" in picture.message
    drawing: Any = picture.drawing
    (note,) = drawing["notes"]
    assert note["across"] == place
    assert note["up"] == pytest.approx(100 * found[1][place])
    # Whatever is chosen, nothing is run again.
    assert batch({**END, "ties": place}, 1).then is batch(END, 1).then


@pytest.mark.parametrize("setting", [FRIDAY, END])
def test_nothing_is_said_boldly_while_it_may_be_chance(setting: dict[str, int]) -> None:
    first = look(NAME, setting, "en", 1)
    assert first.message.startswith("So far there are too few runs to say")
    assert first.reading.startswith("So far it is not possible to say how many")


def test_few_runs_are_less_certain_than_many() -> None:
    few, many = (look(NAME, FRIDAY, "en", batches).reading.split() for batches in (2, BATCHES))
    assert float(few[-3]) > float(many[-3])


@pytest.mark.parametrize(
    ("option", "shares"),
    [
        ("most-both", {(320, 0), (320, 1), (40, 1)}),
        ("most-then-some", {(320, 0), (40, 0), (40, 1), (320, 1)}),
        ("some-then-most", {(40, 0), (320, 0), (40, 1), (320, 1)}),
        ("none-both", {(0, 0), (0, 1), (5, 1)}),
    ],
)
def test_the_exercise_quotes_what_was_found(
    found: tuple[np.ndarray, np.ndarray], option: str, shares: set[tuple[int, int]]
) -> None:
    expected = {f"{100 * found[when][TIES.index(ties)]:.0f}" for ties, when in shares}
    assert quoted(PLACE, option) - {"40", "320"} == expected
    assert exercise(PLACE)["model"] == NAME
    assert right(PLACE) == ["most-then-some"]
