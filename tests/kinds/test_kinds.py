"""What holds for every kind of exercise, whatever a page sends; and that all lists of kinds agree.

The properties follow from ``Kind``'s own description in ``course.kinds.kind``.
"""

import json
from functools import cache
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_exercises import FIELDS, made

from course.content.course import ours
from course.content.schema import of_exercises
from course.kinds import KINDS, folders
from course.kinds.confidence.rules import SURE
from course.kinds.exercise import Exercise
from course.kinds.kind import AnswerError, Kind, Said
from course.kinds.match.rules import named
from course.paths import LANGUAGES, PACKAGE
from course.words import interface, say

SMALL = {kind: made(kind) for kind in FIELDS}
SHIPPED = [(lesson, name) for lesson in ours().lessons() for name in ours().exercises(lesson)]
every_exercise = pytest.mark.parametrize(
    ("lesson", "name"), [*(("small", kind) for kind in SMALL), *SHIPPED]
)
NAMES = ["a", "b", "c", "x", "y", "z", "left", "right", "p1", "q2", "r1", "close"]
NAMES += ["listen", "ask", "holds", "sure", "seed", "drawn", "given"]
MATCHES = [named(SMALL["match"], id) for id in "xyzw"]

anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(0, 6)
    | st.just(10**400)
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from([*NAMES, "12,5", "1 200", "−3", "", "<script>", "\u202e", "💡" * 4001]),
    lambda inner: (
        st.lists(inner, max_size=6)
        | st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=5), inner, max_size=6)
    ),
    max_leaves=12,
)
VALID: dict[str, st.SearchStrategy[Any]] = {
    "choice": st.sampled_from("abc"),
    "explore": st.sampled_from("abc"),
    "sort": st.fixed_dictionaries({card: st.sampled_from(["left", "right"]) for card in "xyz"}),
    "estimate": st.floats(0, 100) | st.integers(0, 100) | st.integers(0, 100).map(str),
    "scale": st.dictionaries(
        st.sampled_from(["p1", "p2", "q1", "q2", "r1", "r2"]), st.integers(1, 5), min_size=1
    ),
    "reflection": st.text(min_size=1, max_size=300).filter(str.strip),
    "choices": st.lists(st.sampled_from("abcd"), min_size=1),
    "match": st.fixed_dictionaries({pair: st.sampled_from(MATCHES) for pair in "xyz"}),
    "order": st.permutations("abcd"),
    "confidence": st.fixed_dictionaries(
        {
            statement: st.fixed_dictionaries(
                {"holds": st.booleans(), "sure": st.sampled_from(SURE)}
            )
            for statement in "abcd"
        }
    ),
    "canvas": st.dictionaries(
        st.sampled_from("ab"), st.text(min_size=1, max_size=300).filter(str.strip), min_size=1
    ),
    "scenario": st.tuples(
        st.sampled_from(["listen", "blame"]),
        st.lists(st.just("thank"), max_size=5),
        st.sampled_from([[], ["ask"], ["order"]]),
    ).map(lambda parts: [parts[0], *parts[1], *parts[2]]),
    "calendar": st.lists(st.tuples(st.integers(0, 4), st.integers(8, 11)).map(list), min_size=1),
    "network": st.lists(
        st.lists(st.integers(0, 2), min_size=2, max_size=2), min_size=1, max_size=4
    ),
    "test": st.fixed_dictionaries(
        {
            "seed": st.integers(0, 2**32 - 1),
            "drawn": st.permutations(["p1", "p2", "p3", "q1", "q2", "q3"]).map(lambda ids: ids[:4]),
            "given": st.lists(st.sampled_from("abc"), min_size=1, max_size=4),
        }
    ),
}


def exercise_of(lesson: str, name: str) -> Exercise:
    return SMALL[name] if lesson == "small" else ours().exercise(lesson, name)


def holds_for(kind: Kind, exercise: Exercise, sent: object) -> bool:
    """Check everything that holds for whatever was sent; True if it was an answer."""
    try:
        answer = kind.read(exercise, sent)
    except AnswerError as error:
        told = [say(f"answer.{error.key}", language, **error.values) for language in LANGUAGES]
        return not all(told)
    assert json.loads(json.dumps(answer)) == answer, "an answer is JSON"
    assert kind.read(exercise, answer) == answer, "what was kept can be read again"
    verdict = kind.judge(exercise, answer)
    assert verdict.score is None or 0 <= verdict.score <= 1
    assert (verdict.score is None) == (verdict.right is None)
    if exercise.kind == "confidence":  # right without being certain is right, and scores less
        assert verdict.right or verdict.score < 1
    elif exercise.kind == "test":  # right when enough answers hold
        mastery = getattr(exercise, "mastery")  # noqa: B009 - only tests have it
        assert verdict.right is None or verdict.right == (verdict.score >= mastery)
    else:
        assert verdict.right is None or verdict.right == (verdict.score == 1)
    assert verdict.said
    assert all(isinstance(one, Said) for one in verdict.said)
    json.dumps(verdict.detail, allow_nan=False)
    for language in LANGUAGES:
        assert kind.recall(exercise, answer, language)
    return True


@pytest.mark.parametrize("name", KINDS)
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_every_valid_answer_gets_a_verdict(name: str, data: st.DataObject) -> None:
    assert holds_for(KINDS[name], SMALL[name], data.draw(VALID[name]))


@pytest.mark.parametrize("name", KINDS)
@settings(max_examples=50, deadline=None)
@given(sent=anything)
def test_garbage_gets_a_verdict_or_a_sentence(name: str, sent: object) -> None:
    holds_for(KINDS[name], SMALL[name], sent)


@pytest.mark.parametrize(("lesson", "name"), SHIPPED)
@settings(max_examples=10, deadline=None)
@given(sent=anything)
def test_garbage_sent_to_what_is_shipped(lesson: str, name: str, sent: object) -> None:
    exercise = exercise_of(lesson, name)
    holds_for(KINDS[exercise.kind], exercise, sent)


@every_exercise
def test_the_key_is_an_answer_with_full_marks(lesson: str, name: str) -> None:
    exercise = exercise_of(lesson, name)
    kind = KINDS[exercise.kind]
    key = kind.key(exercise)
    if key is None:
        assert exercise.kind in ("choice", "scale", "reflection", "canvas", "scenario")
    else:
        assert holds_for(kind, exercise, key)
        assert kind.judge(exercise, kind.read(exercise, key)).score == 1


def leaves(value: Any) -> set[str]:
    """Every text inside attrs objects, lists and mappings."""
    if isinstance(value, str):
        return {value}
    if attrs.has(type(value)):
        value = attrs.asdict(value, recurse=False)
    if isinstance(value, dict):
        value = list(value.values())
    return set().union(*map(leaves, value)) if isinstance(value, list | tuple) else set()


def keys(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value).union(*map(keys, value.values()))
    return set().union(*map(keys, value)) if isinstance(value, list) else set()


PARTS = ("options", "cards", "pairs", "steps", "statements")


def secrets(exercise: Any) -> set[str]:
    """Every piece of feedback of an exercise, in both languages."""
    found: set[str] = set()
    asked = [exercise, *(one.exercise for one in getattr(exercise, "questions", ()))]
    parts = [one for by in asked for name in PARTS for one in getattr(by, name, ())]
    parts += [reply for scene in getattr(exercise, "scenes", ()) for reply in scene.replies]
    for one in parts:
        found |= leaves(one.feedback) | leaves(getattr(one, "tempting", {}))
    for one in getattr(exercise, "fields", ()):
        found |= leaves(one.model)
    for area in getattr(exercise, "areas", ()):
        found |= leaves([area.low, area.middle, area.high])
    return (
        found | leaves(getattr(exercise, "feedback", [])) | leaves(getattr(exercise, "after", []))
    )


@every_exercise
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_not_told_the_key(lesson: str, name: str, language: str) -> None:
    exercise = exercise_of(lesson, name)
    task = KINDS[exercise.kind].task(exercise, language)
    json.dumps(task, allow_nan=False)
    telling = {"right", "group", "feedback", "tempting", "answer", "near", "after", "low", "high"}
    telling |= {"match", "holds", "model", "example", "leads", "changes", "needs", "good", "score"}
    assert not keys(task) & telling
    assert secrets(exercise)
    assert not leaves(task) & secrets(exercise)
    if exercise.kind == "estimate":
        assert getattr(exercise, "answer") not in task.values()  # noqa: B009 - only estimates have it


def numbers(value: Any) -> list[float]:
    """Every number inside lists and mappings."""
    if isinstance(value, dict | list):
        inner = value.values() if isinstance(value, dict) else value
        return [number for one in inner for number in numbers(one)]
    return [value] if isinstance(value, int | float) else []


@every_exercise
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_order_and_no_name_gives_the_key_away(lesson: str, name: str, language: str) -> None:
    exercise: Any = exercise_of(lesson, name)
    kind = KINDS[exercise.kind]
    task = kind.task(exercise, language)
    key = kind.key(exercise)
    assert key is None or key not in (task, *task.values())
    if exercise.kind == "order":
        assert [card["id"] for card in task["cards"]] != key
    if exercise.kind == "match":
        matches = [match["id"] for match in task["matches"]]
        assert matches[: len(key)] != list(key.values())
        assert not set(matches) & {one.id for one in (*exercise.pairs, *exercise.extra)}
    if exercise.kind == "scenario":  # neither what a reply changes nor what an ending is worth
        assert not numbers(task)


# --- the lists of kinds -------------------------------------------------------------------------


@cache
def schema(kind: str) -> dict[str, Any]:
    """The schema of a kind, whole."""
    return of_exercises(KINDS[kind].folder / "schema.json")


def this(kind: str) -> dict[str, Any]:
    """What a kind's own schema says."""
    own: dict[str, Any] = schema(kind)["$defs"]["this"]
    return own


def test_a_kind_is_found_by_its_folder() -> None:
    here = {file.parent.name for file in (PACKAGE / "kinds").glob("*/rules.py")}
    assert set(KINDS) == set(folders()) == here
    for name, folder in folders().items():
        assert {"rules.py", "schema.json", "view.js", "words.yml", "page.md"} <= {
            file.name for file in folder.iterdir()
        }, name
    for language in LANGUAGES:
        named = {key for key in interface(language, "card") if key.startswith("kind-")}
        assert named == {f"kind-{kind}" for kind in KINDS}
    assert set(FIELDS) == set(VALID) == set(KINDS), "every kind is tested"


@pytest.mark.parametrize("name", KINDS)
def test_a_kinds_name_is_that_of_its_exercises(name: str) -> None:
    assert KINDS[name].name == SMALL[name].kind == name
    assert type(SMALL[name]) is KINDS[name].exercise


def in_file(cls: type) -> dict[str, bool]:
    """The fields that stand in a file, and whether they must."""
    return {
        field.name: field.default is attrs.NOTHING
        for field in attrs.fields(cls)
        if field.metadata.get("in_file", True)
    }


def in_schema(definition: dict[str, Any]) -> dict[str, bool]:
    head = schema("choice")["$defs"]["head"] if definition.get("$ref") == "#/$defs/head" else {}
    required = {*head.get("required", ()), *definition["required"]}
    properties = {**head.get("properties", {}), **definition["properties"]}
    return {name: name in required for name in properties}


@pytest.mark.parametrize("name", KINDS)
def test_the_schema_has_the_fields_of_the_class(name: str) -> None:
    assert in_schema(this(name)) == in_file(KINDS[name].exercise)


def test_the_schema_has_the_fields_of_the_parts() -> None:
    from course.kinds.calendar.rules import Answers, Block
    from course.kinds.canvas.rules import Field
    from course.kinds.confidence.rules import Statement
    from course.kinds.estimate.rules import Direction
    from course.kinds.exercise import Group, Option
    from course.kinds.match.rules import Pair
    from course.kinds.network.rules import Department, Outcomes
    from course.kinds.order.rules import Step
    from course.kinds.scale.rules import Area, Item
    from course.kinds.scenario.rules import Quality, Reply, Scene, Way
    from course.kinds.sort.rules import Card
    from course.words.bilingual import Text

    defs = {**schema("choice")["$defs"], **{kind: this(kind) for kind in KINDS}}
    area = defs["scale"]["properties"]["areas"]["items"]
    scenario = defs["scenario"]["properties"]
    reply = scenario["scenes"]["items"]["properties"]["replies"]["items"]
    for cls, definition in (
        (Text, defs["phrase"]),
        (Text, defs["sentence"]),
        (Text, defs["paragraph"]),
        (Option, defs["option"]),
        (Group, defs["sort"]["properties"]["groups"]["items"]),
        (Card, defs["sort"]["properties"]["cards"]["items"]),
        (Direction, defs["estimate"]["properties"]["feedback"]),
        (Area, area),
        (Item, area["properties"]["items"]["items"]),
        (Department, defs["network"]["properties"]["first"]),
        (Department, defs["network"]["properties"]["second"]),
        (Outcomes, defs["network"]["properties"]["feedback"]),
        (Pair, defs["match"]["properties"]["pairs"]["items"]),
        (Group, defs["match"]["properties"]["extra"]["items"]),
        (Step, defs["order"]["properties"]["steps"]["items"]),
        (Statement, defs["confidence"]["properties"]["statements"]["items"]),
        (Field, defs["canvas"]["properties"]["fields"]["items"]),
        (Quality, scenario["qualities"]["items"]),
        (Scene, scenario["scenes"]["items"]),
        (Reply, reply),
        (Way, reply["properties"]["leads"]["items"]),
        (Block, defs["calendar"]["properties"]["busy"]["items"]),
        (Answers, defs["calendar"]["properties"]["feedback"]),
    ):
        assert in_schema(definition) == in_file(cls), cls.__name__
        assert definition["additionalProperties"] is False


@pytest.mark.parametrize("name", KINDS)
def test_the_schema_is_a_schema_and_closed(name: str) -> None:
    from jsonschema import Draft202012Validator

    Draft202012Validator.check_schema(schema(name))
    assert this(name)["unevaluatedProperties"] is False
