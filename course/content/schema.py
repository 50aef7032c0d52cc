"""What a JSON Schema finds wrong in an author's file, told as the course tells faults.

Each kind of exercise and of figure has its ``schema.json``, which leans on what all have in common
in ``exercise.schema.json`` or ``figure.schema.json``; so has each file of data that has a shape of
its own, such as the cast. The words that stand in both languages are
gone through here as well, for both.
"""

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course.faults import Fault
from course.marked import Place
from course.once import Same, known
from course.paths import PACKAGE

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

_ID = "^[a-z][a-z0-9-]*$"
_SCOLDING = re.compile(r"(fel|felaktigt|nej|wrong|incorrect)\b|no[,.!]", re.IGNORECASE)


_EXERCISES = Path(__file__).with_name("exercise.schema.json")
_FIGURES = PACKAGE / "figures" / "figure.schema.json"


def of_exercises(schema: Path) -> dict[str, Any]:
    """The schema of a kind of exercise, from its file, with what it leans on."""
    return _whole(schema, _EXERCISES)


def of_figures(schema: Path) -> dict[str, Any]:
    """The schema of a kind of figure, from its file, with what it leans on."""
    return _whole(schema, _FIGURES)


@cache
def of_data(name: str) -> dict[str, Any]:
    """The schema of a file of data, such as ``cast.schema.json``, which lies in this room."""
    schema: dict[str, Any] = json.loads((Path(__file__).parent / name).read_text("utf-8"))
    return schema


@cache
def _whole(schema: Path, common: Path) -> dict[str, Any]:
    """A kind's schema with what all kinds have in common.

    It names that by the way to its file, so that editors find it as well. Its errors speak of that
    kind and of no other.
    """
    text = re.sub(rf'"[./\w]*{re.escape(common.name)}#/', '"#/', schema.read_text("utf-8"))
    definitions = json.loads(common.read_text("utf-8"))["$defs"]
    return {"$ref": "#/$defs/this", "$defs": {**definitions, "this": json.loads(text)}}


def schema_faults(definition: dict[str, Any], schema: dict[str, Any]) -> Iterator[Fault]:
    """What a schema finds wrong."""
    yield from known(
        ("schema", Same(definition), Same(schema)),  # of the questions of a test it is asked twice
        lambda: tuple(_found(definition, schema)),
    )


def _found(definition: dict[str, Any], schema: dict[str, Any]) -> Iterator[Fault]:
    if not _is_valid(definition, schema):
        for error in _validator()(schema).iter_errors(definition):
            yield from _fault_of(error, schema)


@cache
def _validator() -> "type[Draft202012Validator]":
    """What says what is wrong, in words of its own; to load it takes a fifth of a second."""
    from jsonschema import Draft202012Validator
    from jsonschema.validators import extend

    # JSON Schema takes 3.0 for a whole number; an exercise's objects, and its readers, do not.
    checker = Draft202012Validator.TYPE_CHECKER.redefine(
        "integer", lambda _, value: isinstance(value, int) and not isinstance(value, bool)
    )
    whole: type[Draft202012Validator] = extend(  # type: ignore[no-untyped-call]
        Draft202012Validator, type_checker=checker
    )
    return whole


def _is_valid(definition: dict[str, Any], schema: dict[str, Any]) -> bool:
    """Whether it is known at once, as of most files, that a schema finds nothing wrong.

    What says so takes a hundredth of the time, and authors alone have it.
    """
    quick = _quick(Same(schema))
    if quick is None or _has_whole_float(definition):  # which the quick one takes for an integer
        return False
    try:
        return bool(quick.is_valid(definition))
    except ValueError:  # a key that is no text
        return False


@cache
def _quick(schema: Same) -> Any:
    try:
        from jsonschema_rs import validator_for
    except ImportError:
        return None
    return validator_for(schema.thing)


def _has_whole_float(value: Any) -> bool:
    if isinstance(value, dict | list):
        return any(map(_has_whole_float, value.values() if isinstance(value, dict) else value))
    return isinstance(value, float) and value.is_integer()


def _fault_of(error: "ValidationError", schema: dict[str, Any]) -> Iterator[Fault]:
    place = tuple(error.absolute_path)
    if "propertyNames" in error.absolute_schema_path:  # it is the key that is wrong
        place = (*place, str(error.instance))
    rule, limit = str(error.validator), error.validator_value
    given: Any = error.instance
    if rule in ("additionalProperties", "unevaluatedProperties"):
        known = _known_keys(error, schema)
        for key in [key for key in given if key not in known]:
            if given[key] is None and isinstance(key, str) and {"sv", "en"} & set(known):
                yield _torn_text(place, key)
                continue
            yield Fault((*place, key), "unknown-key", {"given": key, "known": ", ".join(known)})
    elif rule == "required":
        # jsonschema gives one error a missing key; its message begins with the key in quotes.
        missing = error.message.split("'")[1]
        if missing in ("sv", "en"):
            values = {"language": f"say:in.{missing}", "code": missing}
            yield Fault(place, "missing-translation", values)
        else:
            yield Fault(place, "missing-key", {"missing": missing})
    elif rule == "type":
        first = limit[0] if isinstance(limit, list) else limit
        expected = f"say:type.{_TYPES.get(str(first), 'text')}"
        yield Fault(place, "wrong-type", {"expected": expected, "given": _shown(given)})
    else:
        yield _limit_fault(place, rule, limit, given, error.message)


def _torn_text(place: Place, key: str) -> Fault:
    """The fault of a text within braces that YAML takes apart: ``{sv: Ja, visst, en: Yes}``."""
    if re.match(r"(sv|en):", key):
        return Fault((*place, key), "slip-space", {"sign": ":"})
    return Fault((*place, key), "slip-comma", {"given": key})


_TYPES = {
    "string": "text",
    "integer": "integer",
    "number": "number",
    "boolean": "truth",
    "array": "list",
    "object": "mapping",
}


def _known_keys(error: "ValidationError", schema: dict[str, Any]) -> list[str]:
    part: Any = error.schema
    own = list(part.get("properties", {}))
    if error.validator == "unevaluatedProperties":
        return [*schema["$defs"]["head"]["properties"], *own]
    return own


def _shown(value: Any) -> str:
    if value is None:
        return "say:type.nothing"
    if isinstance(value, dict):
        return "say:type.mapping"
    return "say:type.list" if isinstance(value, list) else str(value)


def _limit_fault(place: Any, rule: str, limit: Any, given: Any, message: str) -> Fault:
    match rule:
        case "minLength":
            return Fault(place, "empty")
        case "maxLength":
            return Fault(place, "too-long-text", {"n": len(given), "most": limit})
        case "pattern" if limit == _ID:
            return Fault(place, "bad-id", {"given": given, "example": "five-bridges"})
        case "minProperties":
            return Fault(place, "empty")
        case "minItems":
            return Fault(place, "too-few", {"least": limit})
        case "maxItems":
            return Fault(place, "too-many", {"most": limit})
        case "uniqueItems":
            n = next(i for i, one in enumerate(given) if one in given[:i])
            return Fault((*place, n), "item-twice", {"item": given[n]})
        case "enum":
            known = ", ".join(map(str, limit))
            return Fault(place, "not-one-of", {"given": _shown(given), "known": known})
        case "minimum":
            return Fault(place, "out-of-bounds", {"given": given, "limit": f"≥ {limit}"})
        case "exclusiveMinimum":
            return Fault(place, "out-of-bounds", {"given": given, "limit": f"> {limit}"})
        case "maximum":
            return Fault(place, "out-of-bounds", {"given": given, "limit": f"≤ {limit}"})
        case _:
            return Fault(place, "other", {"why": message})


def not_one_of(place: Place, given: str, known: Iterable[str]) -> Fault:
    """The fault of a name that leads nowhere, with those that lead somewhere."""
    return Fault(place, "not-one-of", {"given": given, "known": ", ".join(known) or "–"})


def word_faults(value: Any, place: tuple[Any, ...]) -> Iterator[Fault]:
    """Blank text, text that is the same in both languages by accident, feedback that scolds."""
    if isinstance(value, list):
        for i, item in enumerate(value):
            yield from word_faults(item, (*place, i))
    elif isinstance(value, dict) and {"sv", "en"} <= set(value):
        yield from _bilingual(value, place)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from word_faults(item, (*place, key))


def _bilingual(text: dict[str, Any], place: tuple[Any, ...]) -> Iterator[Fault]:
    swedish, english = text["sv"], text["en"]
    if not isinstance(swedish, str) or not isinstance(english, str):
        return
    for code, words in (("sv", swedish), ("en", english)):
        if words and not words.strip():
            yield Fault((*place, code), "empty")
        if {"feedback", "tempting", "hint"} & set(place) and _SCOLDING.match(words.strip()):
            yield Fault((*place, code), "scolds", {"word": words.strip().split()[0].strip(".,!")})
    # A single word ("Support") can rightly be the same in both; a sentence cannot.
    if swedish.strip() == english.strip() and len(swedish.split()) > 2:
        yield Fault((*place, "en"), "same-in-both")
