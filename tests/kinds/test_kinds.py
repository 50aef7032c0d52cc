"""What holds for every kind of exercise, whatever a page sends; and that all lists of kinds agree.

The properties follow from ``Kind``'s own description in ``course.kinds.kind``.
"""

import ast
import json
import re
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
from course.kinds.exercise import Exercise
from course.kinds.kind import AnswerError, Kind, Said
from course.kinds.tried import cases
from course.paths import LANGUAGES, ROOT
from course.words import interface, say
from course.words.bilingual import Text

SMALL = {kind: made(kind) for kind in FIELDS}
SHIPPED = [(lesson, name) for lesson in ours().lessons() for name in ours().exercises(lesson)]
every_exercise = pytest.mark.parametrize(
    ("lesson", "name"), [*(("small", kind) for kind in SMALL), *SHIPPED]
)


def ids(value: Any) -> set[str]:
    """Every id in a definition."""
    if isinstance(value, list):
        return set().union(*map(ids, value))
    if not isinstance(value, dict):
        return set()
    own = {value["id"]} if isinstance(value.get("id"), str) else set()
    return own.union(*map(ids, value.values()))


def keys(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value).union(*map(keys, value.values()))
    return set().union(*map(keys, value)) if isinstance(value, list) else set()


NAMES = sorted(
    set().union(
        *(ids([cases(kind).fields, *cases(kind).beside.values()]) for kind in KINDS),
        *(keys(KINDS[kind].key(SMALL[kind])) for kind in KINDS),
        *(cases(kind).secret for kind in KINDS),
    )
)
"""What may be in an answer, so that garbage looks like one."""

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


def exercise_of(lesson: str, name: str) -> Exercise:
    return SMALL[name] if lesson == "small" else ours().exercise(lesson, name)


def holds_for(kind: Kind, exercise: Exercise, sent: object) -> bool:
    """Check everything that holds for whatever was sent; True if it was an answer."""
    try:
        answer = kind.accept(exercise, sent)
    except AnswerError as error:
        told = [say(f"answer.{error.key}", language, **error.values) for language in LANGUAGES]
        return not all(told)
    assert json.loads(json.dumps(answer)) == answer, "an answer is JSON"
    assert kind.accept(exercise, answer) == answer, "what was kept can be read again"
    verdict = kind.judge(exercise, answer)
    assert verdict.score is None or 0 <= verdict.score <= 1
    assert (verdict.score is None) == (verdict.right is None)
    assert verdict.right is None or cases(kind.name).agrees(exercise, verdict)
    assert verdict.said
    assert all(isinstance(one, Said) for one in verdict.said)
    json.dumps(verdict.detail, allow_nan=False)
    for language in LANGUAGES:
        assert kind.recall(exercise, answer, language)
    return True


@pytest.mark.parametrize("name", KINDS)
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_every_valid_answer_gets_a_verdict(name: str, data: st.DataObject) -> None:
    assert holds_for(KINDS[name], SMALL[name], data.draw(cases(name).valid))


@pytest.mark.parametrize("name", KINDS)
@settings(max_examples=20, deadline=None)
@given(sent=anything)
def test_garbage_gets_a_verdict_or_a_sentence(name: str, sent: object) -> None:
    holds_for(KINDS[name], SMALL[name], sent)


@pytest.mark.parametrize(("lesson", "name"), SHIPPED)
@settings(max_examples=5, deadline=None)
@given(sent=anything)
def test_garbage_sent_to_what_is_shipped(lesson: str, name: str, sent: object) -> None:
    exercise = exercise_of(lesson, name)
    holds_for(KINDS[exercise.kind], exercise, sent)


@every_exercise
def test_the_key_is_an_answer_with_full_marks(lesson: str, name: str) -> None:
    exercise = exercise_of(lesson, name)
    kind = KINDS[exercise.kind]
    key = kind.key(exercise)
    assert (key is not None) == cases(kind.name).is_judged(exercise)
    if key is not None:
        assert holds_for(kind, exercise, key)
        assert kind.judge(exercise, kind.accept(exercise, key)).score == 1


def leaves(value: Any) -> set[str]:
    """Every text inside attrs objects, lists and mappings."""
    if isinstance(value, str):
        return {value}
    if attrs.has(type(value)):
        value = attrs.asdict(value, recurse=False)
    if isinstance(value, dict):
        value = list(value.values())
    return set().union(*map(leaves, value)) if isinstance(value, list | tuple) else set()


def secrets(value: Any, names: tuple[str, ...]) -> set[str]:
    """Every text in the fields of some names, in both languages, wherever in an exercise."""
    if attrs.has(type(value)):
        value = attrs.asdict(value, recurse=False)
    if isinstance(value, list | tuple):
        return set().union(*(secrets(one, names) for one in value))
    if not isinstance(value, dict):
        return set()
    return set().union(
        *(leaves(one) if key in names else secrets(one, names) for key, one in value.items())
    )


@every_exercise
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_not_told_the_key(lesson: str, name: str, language: str) -> None:
    exercise = exercise_of(lesson, name)
    task = KINDS[exercise.kind].task(exercise, language)
    json.dumps(task, allow_nan=False)
    assert not keys(task) & set(cases(exercise.kind).secret)
    told_later = secrets(exercise, cases(exercise.kind).reasons_at)
    assert told_later
    assert not leaves(task) & told_later


@every_exercise
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_order_and_no_name_gives_the_key_away(lesson: str, name: str, language: str) -> None:
    exercise: Any = exercise_of(lesson, name)
    kind = KINDS[exercise.kind]
    task = kind.task(exercise, language)
    key = kind.key(exercise)
    assert key is None or key not in (task, *task.values())
    assert not cases(kind.name).gives_away(exercise, task)


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
    assert set(KINDS) == set(folders())
    for name, folder in folders().items():
        assert {"rules.py", "schema.json", "view.js", "words.yml", "page.md", "cases.py"} <= {
            file.name for file in folder.iterdir()
        }, name
    for language in LANGUAGES:
        named = {key for key in interface(language, "card") if key.startswith("kind-")}
        assert named == {f"kind-{kind}" for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_claimed_of_a_card_can_be_seen_in_the_browser(kind: str) -> None:
    """By its name: a claim that ``card.js`` lacks would fail in the browser, where few look."""
    script = (ROOT / "tests" / "browser" / "card.js").read_text(encoding="utf-8")
    claims = script.partition("const CLAIMS = {")[2].partition("\n};")[0]
    known = set(re.findall(r"^  (\w+): \(", claims, re.MULTILINE))
    named = script.partition("const ROLES = {")[2].partition("};")[0]
    roles = set(re.findall(r"(\w+): \"", named))
    assert {"says", "stands"} <= known
    assert {"submit", "radio"} <= roles
    one = cases(kind)
    beside = [*one.beside.values()]  # as the browser's tests have the questions of a bank
    exercise = {"id": "one", "kind": kind, "questions": beside, **FIELDS[kind]}
    for told in filter(None, (one.right(exercise, "sv"), one.wrong(exercise, "sv"))):
        claimed = [*one.reasons(exercise, told, "sv"), *one.entered(exercise, told.answer, "sv")]
        assert keys_of(claimed) <= known
        pressed = one.controls(exercise, told.answer, "sv")
        assert {control["role"] for control in pressed} <= roles


def keys_of(claims: list[dict[str, Any]]) -> set[str]:
    """What the claims are about."""
    return set().union(*claims)


SHARED = (
    "tests/kinds/test_kinds.py",
    "tests/kinds/small_exercises.py",
    "tests/test_kinds_documented.py",
    "tests/content/test_exercises.py",
    "tests/browser/answers.py",
    "tests/browser/replies.py",
    "tests/browser/learner.py",
    "tests/browser/hands.py",
    "tests/browser/test_every_kind.py",
)
"""What is tested of every kind alike."""


@pytest.mark.parametrize("file", SHARED)
def test_no_shared_test_knows_a_kind_by_its_name(file: str) -> None:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    written = {one.value for one in ast.walk(tree) if isinstance(one, ast.Constant)}
    assert written & set(KINDS) == set()


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_says_how_long_an_item_takes(name: str) -> None:
    rules = (KINDS[name].folder / "rules.py").read_text(encoding="utf-8")
    assert "\nSECONDS = " in rules


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
    head = (
        schema(next(iter(KINDS)))["$defs"]["head"]
        if definition.get("$ref") == "#/$defs/head"
        else {}
    )
    required = {*head.get("required", ()), *definition["required"]}
    properties = {**head.get("properties", {}), **definition["properties"]}
    return {name: name in required for name in properties}


@pytest.mark.parametrize("name", KINDS)
def test_the_schema_has_the_fields_of_the_class(name: str) -> None:
    assert in_schema(this(name)) == in_file(KINDS[name].exercise)


def at(definition: dict[str, Any], place: str, defs: dict[str, Any]) -> dict[str, Any]:
    """The part of a schema at a place such as ``areas/items``, and of a list what it holds."""
    for name in place.split("/"):
        definition = definition["properties"][name]
        definition = definition.get("items", definition)
        if "$ref" in definition:
            definition = defs[definition["$ref"].removeprefix("#/$defs/")]
    return definition


@pytest.mark.parametrize("name", KINDS)
def test_the_schema_has_the_fields_of_the_parts(name: str) -> None:
    for cls, place in cases(name).parts:
        part = at(this(name), place, schema(name)["$defs"])
        assert in_schema(part) == in_file(cls), place
        assert part["additionalProperties"] is False


@pytest.mark.parametrize("name", ["phrase", "sentence", "paragraph"])
def test_the_schema_has_the_fields_of_a_text(name: str) -> None:
    part = schema(next(iter(KINDS)))["$defs"][name]
    assert in_schema(part) == in_file(Text)
    assert part["additionalProperties"] is False


@pytest.mark.parametrize("name", KINDS)
def test_the_schema_is_a_schema_and_closed(name: str) -> None:
    from jsonschema import Draft202012Validator

    Draft202012Validator.check_schema(schema(name))
    assert this(name)["unevaluatedProperties"] is False
