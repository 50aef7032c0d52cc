"""Who leads? Against Lazer & Friedman (2007) and Barkoczi & Galesic (2016).

The line overtakes the full network for t > 18 (Lazer & Friedman, table B.1 and figure; 16 to 21
here); a prototype ended at .82 and .54. With conformity the order reverses (Barkoczi & Galesic).
"""

import numpy as np
import pytest
from told import exercise, look, quoted, ran, right

from course.explorers.line_or_everyone import (
    BATCHES,
    EARLY,
    LATE,
    PROBLEMS,
    ROUNDS,
    Part,
    batch,
    leader,
    overtaken_at,
)
from course.models.estimate import Estimate

PLACE = "07-how-ideas-travel/who-leads"
NAME = "line-or-everyone"
BEST, OF_THREE, CONFORMITY = range(3)


def found(rule: int) -> np.ndarray:
    """Mean scores (networks, rounds + 1): the line's, then those where all see all."""
    parts: tuple[Part, ...] = ran(NAME, {"rule": rule})
    each = np.concatenate([part.over_time for part in parts])
    assert each.shape == (BATCHES, 2, LATE + 1)
    return each.mean(axis=0)


def test_the_line_is_behind_at_first_and_ahead_in_the_end() -> None:
    line, full = found(BEST)
    assert full[EARLY] > line[EARLY] + 0.1
    # Three standard errors of the difference to a prototype, whose error is .01.
    parts: tuple[Part, ...] = ran(NAME, {"rule": BEST})
    each = np.concatenate([part.over_time for part in parts])[:, :, LATE]
    for scores, prototype in zip(each.T, (0.82, 0.54), strict=True):
        ours = Estimate(scores)
        assert ours.mean == pytest.approx(prototype, abs=3 * np.hypot(ours.standard_error, 0.01))
    assert 16 <= overtaken_at(line, full) <= 21


@pytest.mark.client  # seven seconds; the rule that the exercise opens with is tried above
def test_the_rule_decides() -> None:
    # Directions only: best of three as before, conformity the other way.
    line, full = found(OF_THREE)
    assert line[LATE] > full[LATE] + 0.1
    line, full = found(CONFORMITY)
    assert full[LATE] > line[LATE] + 0.2
    assert overtaken_at(line, full) is None


def test_a_batch_is_a_search_of_its_own() -> None:
    first, second = (batch({"rule": BEST}, number).over_time for number in (0, 1))
    assert first.shape == (1, 2, LATE + 1)
    # Both networks begin with the same solutions, and no two searches with the same problems.
    starts = [*first[:, :, 0], *second[:, :, 0]]
    assert all(line == pytest.approx(full) for line, full in starts)
    assert len({line for line, _ in starts}) == 2


def test_a_lead_that_chance_may_have_given_is_none() -> None:
    # By hand: leads of .1 and -.1 have mean 0; leads of .3, .2, .4 have mean .3, error .025.
    assert leader(np.array([[0.6, 0.5], [0.5, 0.6]] * 5)) == "nobody"
    assert leader(np.array([[0.5, 0.8], [0.5, 0.7], [0.5, 0.9]] * 4)) == "full"
    assert leader(np.array([[0.8, 0.5], [0.7, 0.5], [0.9, 0.5]] * 4)) == "line"
    # Two searches do not tell how uncertain they are: Student's t would ask for 12.7 errors.
    assert leader(np.array([[0.8, 0.5], [0.9, 0.5]])) == "nobody"


def test_who_gets_past_is_not_said_while_it_may_be_chance() -> None:
    first = look(NAME, {"rule": BEST}, "en", 1)
    assert first.message.count("nobody leads for certain") == 2
    assert "not certain yet" in first.reading
    assert "overtakes" not in first.reading


@pytest.mark.parametrize(
    ("line", "full", "at"),
    # By hand: behind last at 1; never behind; behind at the end; ahead from the very start.
    [([0, 1, 3], [0, 2, 2], 2), ([0, 1, 1], [0, 1, 1], None), ([2, 1], [1, 2], None)],
)
def test_when_the_lead_changes(line: list[int], full: list[int], at: int | None) -> None:
    assert overtaken_at(np.array(line), np.array(full)) == at


ALL, LINE = "the group where all see all leads", "the line leads"


@pytest.mark.parametrize(
    ("rule", "early", "late"),
    [(BEST, ALL, LINE), (OF_THREE, ALL, LINE), (CONFORMITY, "nobody leads for certain", ALL)],
)
def test_the_picture_tells_what_was_found(rule: int, early: str, late: str) -> None:
    line, full = found(rule)
    picture = look(NAME, {"rule": rule}, "en")
    assert picture.message == f"After 10 rounds {early}, after 100 {late}."
    assert picture.table.rows == tuple(
        (str(at), f"{line[at]:.2f}", f"{full[at]:.2f}") for at in ROUNDS
    )
    for at in (EARLY, LATE):
        assert f"the line has {line[at]:.2f} and all see all {full[at]:.2f}" in picture.reading
    assert f"{BATCHES * PROBLEMS} problems" in picture.reading
    overtaken = overtaken_at(line, full)
    tells = f"in round {overtaken}" if overtaken else "never overtakes"
    assert tells in picture.reading


def test_the_screen_says_that_it_is_contested() -> None:
    for language, word in (("sv", "Omstritt"), ("en", "Contested")):
        caption = look(NAME, {"rule": BEST}, language).caption
        assert word in caption
        assert "2012" in caption
        assert "2016" in caption


def test_the_exercise_quotes_what_was_found() -> None:
    line, full = found(BEST)
    (l10, f10), (l100, f100) = ((f"{line[at]:.2f}", f"{full[at]:.2f}") for at in (EARLY, LATE))
    other = {f"{score[LATE]:.2f}" for score in found(CONFORMITY)}
    assert quoted(PLACE, "all-both") == {"10", "100", l10, f10, l100, f100}
    assert quoted(PLACE, "all-then-line") == {"10", "100", l10, f10, l100, *other}
    assert EARLY < overtaken_at(line, full) < LATE  # "later": in which round, the race asks
    assert quoted(PLACE, "line-then-all") == {l10, f10, l100, f100}
    assert quoted(PLACE, "line-both") == {"10", l10, f10, l100, f100}
    assert exercise(PLACE)["model"] == NAME
    assert right(PLACE) == ["all-then-line"]


@pytest.mark.parametrize(
    ("language", "says"),
    [("sv", "felmarginalen är ännu okänd."), ("en", "out by an amount not known yet.")],
)
def test_a_single_search_does_not_tell_how_far_it_may_be_out(language: str, says: str) -> None:
    first, second = (look(NAME, {"rule": BEST}, language, batches).reading for batches in (1, 2))
    assert first.endswith(says)
    assert says not in second
