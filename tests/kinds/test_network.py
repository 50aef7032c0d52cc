from itertools import product
from typing import Any

import pytest

from course.kinds import KINDS
from course.kinds.kind import AnswerError
from course.models.bridges import narrowest

KIND = KINDS["network"]


@pytest.mark.parametrize(
    ("ties", "outcome", "score"),
    # By hand, with threshold 2 and three people in the second department: who meets two adopters,
    # from outside and inside together, adopts.
    [
        ([[0, 0], [1, 0], [0, 1]], "narrow", 1.0),
        ([[0, 0], [1, 0], [0, 1], [0, 2]], "spare", 1.0),
        ([[0, 0]], "scattered", 0.0),
        ([[0, 0], [1, 1], [2, 2]], "scattered", 0.0),
        ([[0, 0], [1, 0]], "one_person", 1 / 3),
    ],
)
def test_every_outcome_has_its_words(
    make: Any, ties: list[list[int]], outcome: str, score: float
) -> None:
    exercise = make("network")
    verdict = KIND.judge(exercise, KIND.accept(exercise, ties))
    assert verdict.said[0].text.en == f"Why {outcome} in English"
    assert verdict.score == pytest.approx(score)
    assert verdict.right == (score == 1)


def test_a_chain_that_breaks_on_the_way_stalls(make: Any) -> None:
    # By hand, threshold 3: the first meets three outside, the second two outside and one inside,
    # the third none outside and two inside.
    exercise = make("network", threshold=3, ties=6)
    verdict = KIND.judge(exercise, [[0, 0], [1, 0], [2, 0], [0, 1], [1, 1]])
    assert verdict.said[0].text.en == "Why stalls in English"
    assert verdict.score == pytest.approx(2 / 3)
    assert verdict.detail["rounds"] == [[], [0], [0, 1]]


def test_the_page_can_follow_the_spread(make: Any) -> None:
    detail = KIND.judge(make("network"), [[0, 0], [0, 1], [1, 0]]).detail
    assert detail["rounds"] == [[], [0], [0, 1], [0, 1, 2]]
    assert (detail["heard"], detail["ties"], detail["fewest"]) == ([2, 1, 0], 3, 3)
    # Counted one by one: of the 84 ways to place 3 of 9 ties, those that tip all three people.
    exercise, every = make("network"), list(product(range(3), range(3)))
    ways = [
        KIND.judge(exercise, [list(a), list(b), list(c)]).right
        for i, a in enumerate(every)
        for j, b in enumerate(every[i + 1 :], i + 1)
        for c in every[j + 1 :]
    ]
    assert len(ways) == 84
    assert detail["by_chance"] == pytest.approx(sum(ways) / 84)


def test_departments_of_unlike_sizes_are_judged_too(make: Any) -> None:
    first = {"text": {"sv": "Ena", "en": "One"}, "people": list("ABCDEFGHIJ")}
    exercise = make("network", first=first, ties=12)
    # Ten ties to three people: more than three by three.
    ties = KIND.accept(exercise, [[a, 0] for a in range(10)])
    verdict = KIND.judge(exercise, ties)
    assert verdict.said[0].text.en == "Why one_person in English"
    assert "by_chance" not in verdict.detail


@pytest.mark.parametrize("threshold", [1, 2, 3, 4])
def test_the_key_is_a_narrowest_bridge(make: Any, threshold: int) -> None:
    people = {"text": {"sv": "a", "en": "b"}}
    exercise = make(
        "network",
        first={**people, "people": list("ABCD")},
        second={**people, "people": list("EFGH")},
        threshold=threshold,
        ties=10,
    )
    key = KIND.key(exercise)
    assert len(key) == narrowest(threshold)
    verdict = KIND.judge(exercise, KIND.accept(exercise, key))
    assert verdict.right
    assert verdict.said[0].text.en == "Why narrow in English"


def test_a_tie_placed_twice_counts_once(make: Any) -> None:
    sent = [[1, 0], (0, 0), [1, 0], [0, 0], [0, 1]]
    assert KIND.accept(make("network"), sent) == [[0, 0], [0, 1], [1, 0]]


@pytest.mark.parametrize("nothing", [None, [], "", {}, 0, "ties", {"0": 1}])
def test_no_ties(make: Any, nothing: object) -> None:
    with pytest.raises(AnswerError, match=r"^place-a-tie$"):
        KIND.accept(make("network"), nothing)


@pytest.mark.parametrize(
    "garbage",
    [
        [[0, 3]],
        [[3, 0]],
        [[-1, 0]],
        [[0]],
        [[0, 0, 0]],
        [0],
        ["00"],
        [[0, True]],
        [[0.0, 0]],
        [["0", 0]],
        [[None, 0]],
        [[[0], 0]],
        [{"a": 0, "b": 0}],
    ],
)
def test_people_who_are_not_there(make: Any, garbage: object) -> None:
    with pytest.raises(AnswerError, match=r"^unknown-option$"):
        KIND.accept(make("network"), garbage)


def test_more_ties_than_may_be_placed(make: Any) -> None:
    with pytest.raises(AnswerError, match=r"^too-many-ties$") as caught:
        KIND.accept(make("network"), [[0, 0], [0, 1], [0, 2], [1, 0], [1, 1]])
    assert caught.value.values == {"n": 5, "most": 4}


def test_the_learner_reads_the_names_again(make: Any) -> None:
    assert KIND.recall(make("network"), [[0, 0], [2, 1]], "sv") == "Ada – Dan, Cleo – Eva"


def test_the_page_gets_the_people_and_what_is_allowed(make: Any) -> None:
    assert KIND.task(make("network"), "sv") == {
        "departments": [
            {"text": "One på svenska", "people": ["Ada", "Bo", "Cleo"]},
            {"text": "Other på svenska", "people": ["Dan", "Eva", "Fia"]},
        ],
        "ties": 4,
        "threshold": 2,
    }


@pytest.mark.parametrize(
    ("fields", "place", "key"),
    [
        ({"ties": 2}, ("ties",), "too-few-ties"),
        ({"threshold": 4, "ties": 10}, ("second", "people"), "too-few-people"),
        (
            {"first": {"text": {"sv": "a", "en": "b"}, "people": ["Dan", "Bo", "Cleo"]}},
            ("second", "people"),
            "id-twice",
        ),
    ],
)
def test_puzzles_that_cannot_be_solved(
    make: Any, fields: dict[str, Any], place: tuple[str, ...], key: str
) -> None:
    assert (place, key) in [(one.place, one.key) for one in KIND.faults(make("network", **fields))]


def test_a_class_places_ties_that_are_told_apart_by_their_two_ends(make: Any) -> None:
    exercise = make("network")
    poll = KIND.polled(exercise, "en")
    assert poll is not None
    assert len(poll.rows) == len(exercise.first.people) * len(exercise.second.people)
    ties = [[0, 0], [1, 0], [0, 1]]
    cells = poll.cells(ties)
    assert {row for row, side in cells.items() if side == "yes"} == {"0-0", "1-0", "0-1"}
    assert KIND.accept(exercise, poll.answer(cells)) == sorted(ties)
    assert poll.rows[0].text == f"{exercise.first.people[0]} – {exercise.second.people[0]}"
    assert poll.most == exercise.ties
