"""What says at once that a file has its schema's shape never says so of one in which it finds more.

The judge is jsonschema, which goes through every file where the quick one is not installed.
"""

import random
from copy import deepcopy
from typing import Any

import pytest

from course.content import schema
from course.content.schema import of_data, of_exercises
from course.kinds import KINDS
from course.kinds.tried import cases
from course.marked import parse, read
from course.paths import LANGUAGES, ROOT

VALUES: tuple[Any, ...] = (None, True, 0, 3.0, 0.5, -1, "", "x y", "A\n", "x" * 400, [], [1, 1], {})
EXAMPLES = {kind: parse(cases(kind).example).value for kind in KINDS}


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every mapping or list in a definition, with each of its keys."""
    keys = list(value) if isinstance(value, dict) else range(len(value))
    found = [(value, key) for key in keys]
    return found + [
        one for key in keys if isinstance(value[key], dict | list) for one in places(value[key])
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_is_passed_at_once_has_no_fault(kind: str) -> None:
    rng, of_kind = random.Random(kind), of_exercises(KINDS[kind].folder / "schema.json")
    passed = 0
    for _ in range(40):
        torn = deepcopy(EXAMPLES[kind])
        within, key = rng.choice(places(torn))
        if rng.random() < 0.2 and isinstance(within, dict):
            within[rng.choice(["more", 7])] = within.pop(key)
        else:
            within[key] = rng.choice(VALUES)
        if schema._is_valid(torn, of_kind):
            passed += 1
            assert list(schema._validator()(of_kind).iter_errors(torn)) == []
    assert schema._is_valid(EXAMPLES[kind], of_kind)
    assert passed < 40


def test_a_whole_number_is_none_with_a_point() -> None:
    """JSON Schema takes 3.0 for an integer; whoever counts with it does not."""
    of_kind = of_exercises(KINDS["choice"].folder / "schema.json")
    given = {**EXAMPLES["choice"], "minutes": 3.0}
    (fault,) = schema.schema_faults(given, of_kind)
    assert (fault.key, fault.place) == ("wrong-type", ("minutes",))
    assert list(schema.schema_faults({**given, "minutes": 3}, of_kind)) == []


def test_without_the_quick_one_the_same_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a browser, and for learners, who are shown why a file is faulty."""
    cast = read(ROOT / "data" / "quoted.yml").value
    name = next(iter(cast))
    torn = {**cast, name: [{"of": []}]}
    shape = of_data("quoted.schema.json")
    found = [one.told(LANGUAGES[0]) for one in schema.schema_faults(torn, shape)]
    monkeypatch.setattr(schema, "_quick", lambda _: None)
    assert [one.told(LANGUAGES[0]) for one in schema.schema_faults(torn, shape)] == found
    assert found
    assert list(schema.schema_faults(cast, shape)) == []
