"""What a session takes: the rules written out in Python and those of the schema are the same."""

import copy
import json
import random
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from course.session.changes import MOST_BYTES, schema, taken
from tests.counts import count

VALIDATOR = Draft202012Validator(schema())
MESSAGES: tuple[dict[str, Any], ...] = (
    {"do": "answer", "answer": {"a": [1, "b", None]}, "id": "0123456789abcdef" * 2, "n": 1},
    {"do": "answer", "answer": None},
    {"do": "try", "tries": [["a", "left"]], "of": ["a"], "id": "0123456789abcdef" * 2, "n": 1},
    {"do": "try", "tries": []},
    {"do": "look", "setting": {"when": 1}, "n": 2},
    {"do": "stop", "n": 3},
    {"do": "stop"},
    {"do": "draft", "value": {"text": "half"}, "n": 4},
    {"do": "draft", "value": None},
    {"do": "keep", "cell": "c01", "n": 5},
    {"do": "recall", "lesson": "00-start", "item": "a", "answer": "b", "id": "0" * 32, "n": 6},
    {"do": "promise", "lesson": "00-start", "words": "Ask.", "day": "2026-10-05", "n": 7},
    {"do": "outcome", "promise": "0" * 32, "answer": "done", "words": "", "n": 8},
    {"do": "plan", "field": "unit", "words": "Home care", "id": "0" * 32, "n": 9},
)
VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 1.0, 0.5, 2**53 - 1, 2**53, -(2**60), 10**400, float("nan"),
    float("inf"), "", "x", "answer", "look", "stop", "draft", "keep", "try",
    "recall", "promise", "outcome", "plan", "x" * 2000, "x" * 2001, "x" * 64, "x" * 65, "å" * 64,
    "💡" * 64, "0" * 32, "0" * 31, "0" * 33, "G" * 32, "A" * 32, "0" * 31 + "\n", "\ud83d", [], {},
    [[]], {"do": "answer"},
)  # fmt: skip
NAMES = (
    "lesson",
    "item",
    "words",
    "day",
    "promise",
    "field",
    "do",
    "answer",
    "tries",
    "of",
    "id",
    "n",
    "setting",
    "value",
    "cell",
    "x",
    "",
    "exercise",
    "Do",
)


def mutated(rng: random.Random) -> Any:
    """A message of a view, with some of it otherwise."""
    message = copy.deepcopy(rng.choice(MESSAGES))
    for _ in range(rng.choice([0, 1, 1, 2, 3])):
        name = rng.choice(NAMES)
        if rng.random() < 0.4 and message:
            message.pop(rng.choice(list(message)))
        else:
            message[name] = rng.choice(VALUES)
    return message if rng.random() < 0.97 else rng.choice(VALUES)


@pytest.mark.long
def test_the_schema_and_the_code_say_the_same_of_every_message() -> None:
    rng = random.Random(11)
    verdicts = {True: 0, False: 0}
    for _ in range(count(300_000)):
        message = mutated(rng)
        valid = VALIDATOR.is_valid(message)
        assert (taken(message) is not None) is valid, message
        verdicts[valid] += 1
    # Both sides of the rule were tried.
    assert min(verdicts.values()) > sum(verdicts.values()) / 10


@pytest.mark.parametrize("message", MESSAGES)
def test_what_views_send_is_taken_as_it_is(message: Any) -> None:
    assert taken(message) is message
    assert VALIDATOR.is_valid(message)


def test_what_is_nested_too_deep_is_not_gone_into() -> None:
    deep: Any = "x"
    for _ in range(11):
        deep = [deep]
    assert taken({"do": "answer", "answer": deep}) is not None
    assert taken({"do": "answer", "answer": [deep]}) is None
    for _ in range(100_000):
        deep = [deep]
    assert taken({"do": "answer", "answer": deep}) is None


def test_the_longest_text_of_a_view_has_room() -> None:
    assert len(json.dumps({"do": "answer", "answer": "å" * 4000, "n": 1})) < MOST_BYTES / 4
