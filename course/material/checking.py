"""All faults of an exercise file at once, each with its line, what is wrong and what to write.

First the schema, ``exercise.schema.json``, which is the one definition of an exercise file; then,
in a file that the schema passes, the rules that no schema can say.
"""

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from attrs import frozen
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend

from course.material.alike import alike
from course.material.exercise import Exercise
from course.material.marked import Marked, NotYAMLError, read
from course.material.reading import build
from course.scoring import KINDS
from course.scoring.verdict import AnswerError, Fault
from course.text import say, spoken

SCHEMA = Path(__file__).with_name("exercise.schema.json")

_SCOLDING = re.compile(r"(fel|felaktigt|nej|wrong|incorrect)\b|no[,.!]", re.IGNORECASE)


@frozen
class Located:
    """A fault with the file and line where it stands."""

    file: str
    line: int
    fault: Fault

    def told(self, language: str) -> str:
        """The fault as a sentence: file, line, what is wrong, what to write."""
        what = say(f"fault.{self.fault.key}", language, **spoken(self.fault.values, language))
        return say("fault.line", language, file=self.file, line=self.line, what=what)


def faults_in(path: Path) -> list[Located]:
    """Every fault of one exercise file, in the order of its lines."""
    name = f"{path.parent.parent.name}/{path.parent.name}/{path.name}"
    try:
        document = read(path)
    except NotYAMLError as error:
        return [Located(name, error.line, Fault((), "not-yaml", {"why": error.why}))]
    except UnicodeDecodeError:
        return [Located(name, 1, Fault((), "not-utf8"))]
    found = [
        Located(name, document.line(fault.place), fault) for fault in _faults(document, path.stem)
    ]
    return sorted(found, key=lambda one: one.line)


def _faults(document: Marked, stem: str) -> Iterator[Fault]:
    definition = document.value
    if not isinstance(definition, dict):
        yield Fault((), "not-an-exercise")
        return
    kind = definition.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        known = ", ".join(KINDS)
        yield Fault(
            ("kind",),
            "unknown-kind",
            {"given": kind if isinstance(kind, str) and kind else "–", "known": known},
        )
        return
    of_schema = list(_schema_faults(definition, kind))
    yield from of_schema
    if definition.get("id") != stem and isinstance(definition.get("id"), str):
        yield Fault(("id",), "id-not-file", {"name": stem, "given": definition["id"]})
    yield from _words(definition, ())
    if not of_schema:
        yield from alike(definition)
        exercise = build(definition)
        of_kind = list(KINDS[kind].faults(exercise))
        yield from of_kind
        yield from () if of_kind else _key_faults(exercise)


# --- the schema ---------------------------------------------------------------------------------


@cache
def _schema() -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return schema


# JSON Schema takes 3.0 for a whole number; an exercise's objects, and its readers, do not.
_Validator: type[Draft202012Validator] = extend(  # type: ignore[no-untyped-call]
    Draft202012Validator,
    type_checker=Draft202012Validator.TYPE_CHECKER.redefine(
        "integer", lambda _, value: isinstance(value, int) and not isinstance(value, bool)
    ),
)


@cache
def _validator(kind: str) -> Draft202012Validator:
    """The schema of one kind alone: its errors then speak of that kind and of no other."""
    schema = {"$ref": f"#/$defs/{kind}", "$defs": _schema()["$defs"]}
    return _Validator(schema)


def _schema_faults(definition: dict[str, Any], kind: str) -> Iterator[Fault]:
    for error in _validator(kind).iter_errors(definition):
        yield from _fault_of(error, kind)


def _fault_of(error: ValidationError, kind: str) -> Iterator[Fault]:
    place = tuple(error.absolute_path)
    rule, limit = str(error.validator), error.validator_value
    given: Any = error.instance
    if rule in ("additionalProperties", "unevaluatedProperties"):
        known = _known_keys(error, kind)
        for key in [key for key in given if key not in known]:
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
        expected = f"say:type.{_TYPES.get(str(limit), 'text')}"
        yield Fault(place, "wrong-type", {"expected": expected, "given": _shown(given)})
    else:
        yield _limit_fault(place, rule, limit, given, error.message)


_TYPES = {
    "string": "text",
    "integer": "integer",
    "number": "number",
    "boolean": "truth",
    "array": "list",
    "object": "mapping",
}


def _known_keys(error: ValidationError, kind: str) -> list[str]:
    schema: Any = error.schema
    own = list(schema.get("properties", {}))
    if error.validator == "unevaluatedProperties":
        return [*_schema()["$defs"]["head"]["properties"], *own]
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
        case "pattern":
            return Fault(place, "bad-id", {"given": given, "example": "five-bridges"})
        case "minItems":
            return Fault(place, "too-few", {"least": limit})
        case "maxItems":
            return Fault(place, "too-many", {"most": limit})
        case "uniqueItems":
            n = next(i for i, one in enumerate(given) if one in given[:i])
            return Fault((*place, n), "item-twice", {"item": given[n]})
        case "enum":
            known = ", ".join(limit)
            return Fault(place, "unknown-explorer", {"given": _shown(given), "known": known})
        case "minimum":
            return Fault(place, "out-of-bounds", {"given": given, "limit": f"≥ {limit}"})
        case "exclusiveMinimum":
            return Fault(place, "out-of-bounds", {"given": given, "limit": f"> {limit}"})
        case "maximum":
            return Fault(place, "out-of-bounds", {"given": given, "limit": f"≤ {limit}"})
        case _:
            return Fault(place, "other", {"why": message})


# --- what no schema can say -----------------------------------------------------------------------


def _words(value: Any, place: tuple[Any, ...]) -> Iterator[Fault]:
    """Blank text, text that is the same in both languages by accident, feedback that scolds."""
    if isinstance(value, list):
        for i, item in enumerate(value):
            yield from _words(item, (*place, i))
    elif isinstance(value, dict) and {"sv", "en"} <= set(value):
        yield from _bilingual(value, place)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _words(item, (*place, key))


def _bilingual(text: dict[str, Any], place: tuple[Any, ...]) -> Iterator[Fault]:
    swedish, english = text["sv"], text["en"]
    if not isinstance(swedish, str) or not isinstance(english, str):
        return
    for code, words in (("sv", swedish), ("en", english)):
        if words and not words.strip():
            yield Fault((*place, code), "empty")
        if {"feedback", "tempting"} & set(place) and _SCOLDING.match(words.strip()):
            yield Fault((*place, code), "scolds", {"word": words.strip().split()[0].strip(".,!")})
    # A single word ("Support") can rightly be the same in both; a sentence cannot.
    if swedish.strip() == english.strip() and len(swedish.split()) > 2:
        yield Fault((*place, "en"), "same-in-both")


def _key_faults(exercise: Exercise) -> Iterable[Fault]:
    kind = KINDS[exercise.kind]
    key = kind.key(exercise)
    try:
        full = key is None or kind.judge(exercise, kind.read(exercise, key)).score == 1
    except AnswerError:
        full = False
    if not full:
        yield Fault((), "key-not-full")
