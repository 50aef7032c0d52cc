import random
from itertools import product
from math import hypot, nan, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.models import organisations
from course.models.estimate import Estimate
from course.models.learning import Learning, learn, learn_each, learners
from course.models.organisations import Organisations
from tests.models.published import MARCH, MARCH_OPEN, MARCH_REPLICATIONS, open_replications

CELLS = [(p1 / 10, p2) for p2, p1 in product(MARCH, range(1, 10))]
chances = st.floats(0.05, 1)


def _within(ours: Estimate, reference: int) -> float:
    """Three standard errors of the difference to a mean over so many replications."""
    return float(3 * ours.standard_error * sqrt(1 + ours.replications / reference))


@pytest.mark.parametrize(("p1", "p2"), CELLS)
def test_knowledge_at_equilibrium(p1: float, p2: float) -> None:
    result = learn(p1, p2, replications=600)
    expected = MARCH[p2][round(10 * p1) - 1]
    assert result.knowledge.mean == pytest.approx(
        expected, abs=_within(result.knowledge, MARCH_REPLICATIONS)
    )
    assert result.settled.all()


@pytest.mark.parametrize(("p1", "turnover", "turbulence", "periods"), MARCH_OPEN)
def test_newcomers_and_a_changing_world(
    p1: float, turnover: float, turbulence: float, periods: int
) -> None:
    options = {"turnover": turnover, "turbulence": turbulence}
    ours = learn(p1, 0.5, **options, periods=periods, replications=2000)
    assert not ((turnover or turbulence) and ours.settled.any())
    reference = MARCH_OPEN[p1, turnover, turbulence, periods]
    within = _within(ours.knowledge, open_replications(turbulence))
    assert ours.knowledge.mean == pytest.approx(reference, abs=within)


def test_without_newcomers_what_is_known_goes_out_of_date() -> None:
    # Once nobody differs from the code each period multiplies what is known by 1 - 2 p4.
    early, late = (MARCH_OPEN[0.5, 0.0, 0.02, periods] for periods in (20, 100))
    assert late == pytest.approx(early * 0.96**80, abs=5e-5)


def test_one_person_and_one_belief() -> None:
    # By hand: who is right, or has no belief until a coin is right, teaches the code (2/3); who
    # is wrong is never superior, and the code stays without belief (1/3).
    result = learn(0.5, 0.5, people=1, beliefs=1, replications=3000)
    assert set(result.knowledge.values.tolist()) == {0.0, 1.0}
    assert result.knowledge.mean == pytest.approx(2 / 3, abs=4 * sqrt(2 / 9 / 3000))
    assert result.people.mean == pytest.approx(1 / 3, abs=4 * sqrt(8 / 9 / 3000))
    assert result.settled.all()


def _by_hand(
    rates: list[float], p2: float, beliefs: int, periods: int, turnover: float, chance: float
) -> tuple[float, float]:
    """March's rules one belief at a time: the code's and the people's knowledge."""
    reality = [random.choice((-1, 1)) for _ in range(beliefs)]
    code = [0] * beliefs
    held = [[random.choice((-1, 0, 1)) for _ in reality] for _ in rates]
    for _ in range(periods):
        reality = [-r if random.random() < chance else r for r in reality]
        acts = [[belief or random.choice((-1, 1)) for belief in one] for one in held]
        known = sum(c * r for c, r in zip(code, reality, strict=True))
        best = [a for a in acts if sum(x * r for x, r in zip(a, reality, strict=True)) > known]
        before = list(code)
        for i in range(beliefs):
            votes = sum(a[i] for a in best)
            view = (votes > 0) - (votes < 0)
            if view and view != before[i] and random.random() < 1 - (1 - p2) ** abs(votes):
                code[i] = view
            for one, rate in zip(held, rates, strict=True):
                if before[i] and one[i] != before[i] and random.random() < rate:
                    one[i] += before[i]
        for one in held:
            if random.random() < turnover:
                one[:] = [random.choice((-1, 0, 1)) for _ in reality]
    known = sum(c * r for c, r in zip(code, reality, strict=True))
    people = sum(b * r for one in held for b, r in zip(one, reality, strict=True))
    return known / beliefs, people / beliefs / len(rates)


@pytest.mark.parametrize(("turnover", "turbulence"), [(0.0, 0.0), (0.2, 0.1)])
def test_agrees_with_rules_applied_one_belief_at_a_time(turnover: float, turbulence: float) -> None:
    # Another implementation, with slow and fast learners; 5 standard errors of the difference.
    random.seed(1)
    rates = learners(6, 0.5, slow=0.05, fast=0.8)
    plain = np.array([_by_hand(rates, 0.6, 5, 12, turnover, turbulence) for _ in range(800)])
    result = learn(
        rates,
        0.6,
        people=6,
        beliefs=5,
        turnover=turnover,
        turbulence=turbulence,
        periods=12,
        replications=4000,
    )
    for ours, theirs in zip((result.knowledge, result.people), plain.T, strict=True):
        error = sqrt(theirs.var() / len(theirs) + ours.standard_error**2)
        assert ours.mean == pytest.approx(theirs.mean(), abs=5 * error)


def test_an_organisation_begins_knowing_nothing() -> None:
    result = learn(0.1, 0.5, periods=0, replications=500)
    assert result.knowledge.mean == 0
    # Beliefs are right, wrong and none with chance 1/3 each: 15,000,000 of them have mean 0.
    assert result.people.mean == pytest.approx(0, abs=0.01)
    assert result.over_time.tolist() == [0]


def test_follows_knowledge_over_time() -> None:
    result = learn(0.1, 0.5, periods=30, replications=50)
    assert len(result.over_time) == 31
    assert result.over_time[-1] == pytest.approx(result.knowledge.mean)
    assert result.over_time[10] > result.over_time[0] == 0
    settled = learn(0.9, 0.5, replications=400)
    assert len(settled.over_time) == settled.periods.values.max() + 1
    assert settled.over_time[-1] == pytest.approx(settled.knowledge.mean)


def test_people_end_as_the_code_does() -> None:
    # By the definition of equilibrium: every belief equals the code's, if the code has them all.
    result = learn(0.9, 0.9, replications=50)
    assert result.people.values == pytest.approx(result.knowledge.values)


def test_equal_rates_are_one_rate() -> None:
    one = learn(0.3, 0.5, replications=20)
    assert learn([0.3] * 50, 0.5, replications=20) == one
    assert learn(np.full(50, 0.3), 0.5, replications=20) == one


def test_each_person_learns_at_the_own_rate() -> None:
    # By hand: the one with rate 0 keeps the belief; the other ends as the code, which is right
    # unless both began wrong (1/9). So the mean of the two is 1 when the first began right (1/3),
    # .5 when without belief (1/3), and 0 when wrong and the code right (2/9).
    result = learn([0.0, 1.0], 1.0, people=2, beliefs=1, periods=40, replications=3000)
    for value, share in ((1.0, 1 / 3), (0.5, 1 / 3), (0.0, 2 / 9), (-1.0, 1 / 9)):
        assert (result.people.values == value).mean() == pytest.approx(share, abs=0.035)


def test_rates_are_exact() -> None:
    # By definition; 400,000 draws for each person have a standard error of up to .0008.
    rates = np.array([0.0, 0.001, 0.0998, 0.5, 0.77, 0.999, 1.0])
    crowd = Organisations(np.random.default_rng(1), 4032, rates[None], 0.5, beliefs=100)
    moves = crowd._moves(np.full_like(crowd.right, ~np.uint64(0)))
    shares = np.bitwise_count(moves).sum(axis=(0, 2)) / (100 * 4032)
    assert shares == pytest.approx(rates, abs=0.0025)
    assert (shares[0], shares[-1]) == (0, 1)


def test_beliefs_begin_alike() -> None:
    # By definition a third each; 300,000 beliefs have a standard error of .0009.
    crowd = Organisations(np.random.default_rng(1), 1984, np.full((1, 5), 0.5), 0.5, beliefs=30)
    assert not (crowd.right & ~crowd.may).any()
    many = 64 * crowd.right.size
    for held in (crowd.right, ~crowd.may):
        assert np.bitwise_count(held).sum() / many == pytest.approx(1 / 3, abs=0.003)


def test_what_does_not_settle_in_time_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(organisations, "LONGEST", 3)
    result = learn(0.1, 0.1, replications=5)
    assert not result.settled.any()
    assert result.periods.mean == 3
    assert len(result.over_time) == 4


def test_many_people_do_not_overflow() -> None:
    # By hand: some 200 of 400 act rightly, so the code stays silent with chance .5 to that power.
    result = learn(0.5, 0.5, people=400, beliefs=1, periods=1, replications=50)
    assert result.knowledge.mean == 1


def test_side_by_side_as_one_by_one() -> None:
    # Another way: each kind of organisation in a run of its own.
    kinds: tuple[float | list[float], ...] = (0.1, 0.5, learners(50, 0.5), 0.9)
    together = learn_each(kinds, 0.5, replications=500)
    for kind, ours in zip(kinds, together, strict=True):
        alone = learn(kind, 0.5, replications=500, seed=2)
        for one, other in ((ours.knowledge, alone.knowledge), (ours.periods, alone.periods)):
            within = 3 * hypot(one.standard_error, other.standard_error)
            assert one.mean == pytest.approx(other.mean, abs=within)
        assert ours.settled.all()
        assert len(ours.over_time) == ours.periods.values.max() + 1
        assert ours.over_time[-1] == pytest.approx(ours.knowledge.mean)
        # By the definition of equilibrium, since the code has all beliefs by then.
        assert ours.people.values == pytest.approx(ours.knowledge.values)


def test_kinds_do_not_meet() -> None:
    # By definition nobody with a rate of 0 learns; a hundred replications share words with others.
    def after(periods: int) -> list[list[float]]:
        each = learn_each([0.0, 1.0, 0.0], 0.5, people=5, periods=periods, replications=100)
        return [one.people.values.tolist() for one in each]

    first, later = after(0), after(6)
    assert (later[0], later[2]) == (first[0], first[2])
    assert later[1] != first[1]


@given(chances, chances, st.integers(1, 8), st.integers(1, 6), st.integers(0, 99))
@settings(max_examples=30, deadline=None)
def test_is_reproducible_and_in_bounds(
    p1: float, p2: float, people: int, beliefs: int, seed: int
) -> None:
    def once() -> Learning:
        return learn(p1, p2, people=people, beliefs=beliefs, replications=5, seed=seed)

    first = once()
    assert first == once()
    for estimate in (first.knowledge, first.people):
        assert (np.abs(estimate.values) <= 1).all()
    assert first.settled.all()


def test_another_seed_is_another_organisation() -> None:
    assert learn(0.5, 0.5, replications=20) != learn(0.5, 0.5, replications=20, seed=2)


def test_slow_learners_come_first() -> None:
    assert learners(4, 0.5) == [0.1, 0.1, 0.9, 0.9]
    assert learners(3, 1.0, slow=0.2) == [0.2] * 3


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"p1": nan}, "p1 is nan: give a number from 0 to 1"),
        ({"p1": 1.1}, "p1 is 1.1"),
        ({"p1": [0.1, 0.9]}, "2 rates for 50 people: give one for each"),
        ({"p1": [0.1] * 49 + [nan]}, "a rate in p1 is nan"),
        ({"p1": "fast"}, "p1 is 'fast': give a number from 0 to 1"),
        ({"p2": -0.1}, "p2 is -0.1"),
        ({"people": 0}, "people is 0: give a whole number from 1 up"),
        ({"beliefs": 1.5}, "beliefs is 1.5"),
        ({"replications": 0}, "replications is 0"),
        ({"periods": -1}, "periods is -1"),
        ({"turnover": 0.1}, "say how many periods"),
        ({"turbulence": 0.1}, "say how many periods"),
        ({"p2": 0.0}, "say how many periods"),
        ({"p1": 0.0}, "say how many periods"),
    ],
)
def test_refuses_what_makes_no_organisation(arguments: dict[str, object], says: str) -> None:
    given: dict[str, object] = {"p1": 0.5, "p2": 0.5, **arguments}
    with pytest.raises(ValueError, match=says):
        learn(**given)  # type: ignore[arg-type]


def test_refuses_no_organisation() -> None:
    with pytest.raises(ValueError, match="There is no organisation"):
        learn_each([], 0.5)
