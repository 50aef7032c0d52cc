"""A room's questions: those of the exercise, with its own answers and reasons."""

import pytest

from course.content.course import ours
from course.journal import Journal, MemoryStore
from course.kinds import KINDS
from course.paths import LANGUAGES
from course.session import Session
from course.session.presented import presented, questions


def session(language: str = "sv") -> Session:
    return Session(ours(), Journal(MemoryStore()), language)


def test_the_answers_are_the_exercises_own_with_its_reasons() -> None:
    """From exercises/06-across-boundaries/while-she-is-away.yml."""
    exercise = ours().exercise("06-across-boundaries", "while-she-is-away")
    (asked,) = questions(exercise, "en")
    right = [one["id"] for one in asked["options"] if one["right"]]
    assert right == [KINDS[exercise.kind].key(exercise)]
    assert all(one["why"] for one in asked["options"])


def test_cards_are_asked_one_by_one() -> None:
    asked = questions(ours().exercise("06-across-boundaries", "who-is-needed"), "sv")
    assert len(asked) == 10
    assert all([option["right"] for option in one["options"]].count(True) == 1 for one in asked)


def test_a_free_choice_has_hands_and_no_answer() -> None:
    (asked,) = questions(ours().exercise("00-start", "goal"), "sv")
    assert {one["right"] for one in asked["options"]} == {None}


@pytest.mark.parametrize(
    ("lesson", "name"),
    [
        pytest.param("06-across-boundaries", "own-map", id="one's own words"),
        pytest.param("06-across-boundaries", "own-network", id="a drawing"),
        pytest.param("03-culture", "my-idea", id="a conversation"),
        pytest.param("05-idea-to-use", "order-the-channel", id="an order"),
        pytest.param("05-idea-to-use", "portfolio-budget", id="a budget"),
    ],
)
def test_what_is_no_question_is_played_as_the_learners_own_card(lesson: str, name: str) -> None:
    """What comes back of a conversation or an order, turn by turn, is not what it asks."""
    (shown,) = (one for one in presented(session(), lesson) if one["id"] == name)
    assert shown["questions"] == []
    assert shown["played"]


def test_the_final_test_is_nobodys_business() -> None:
    assert questions(ours().exercise("10-your-plan", "final-test"), "sv") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lesson_is_shown_in_the_order_of_its_meeting_and_whole(language: str) -> None:
    shown = [one["id"] for one in presented(session(language), "06-across-boundaries")]
    routes = ["wall", "broker", "boundary-table", "while-she-is-away", "own-network"]
    longer = ["who-is-needed", "chance"]  # ``extra`` in data/meetings/06-across-boundaries.yml
    assert shown[: len(routes + longer)] == routes + longer
    assert sorted(shown) == sorted(ours().exercises("06-across-boundaries"))


def test_a_model_is_played_after_its_question() -> None:
    played = {one["id"]: one["played"] for one in presented(session(), "06-across-boundaries")}
    assert played["wall"]  # a model
    assert played["own-network"]  # no question: the card itself
    assert not played["while-she-is-away"]
