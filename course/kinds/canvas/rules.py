"""Canvas: a form with named fields, and a model answer to hold one's own against afterwards."""

from collections.abc import Iterable

from attrs import frozen

from course.faults import Fault
from course.kinds.exercise import Exercise
from course.kinds.kind import AnswerError, Said, TakenAlong, Verdict
from course.kinds.options import twice
from course.kinds.sheet import Sheet
from course.plain import Json
from course.words.bilingual import Text

LONGEST = 1500
"""The most characters that one field holds."""

SECONDS = 60
"""Writing a line or two in a field."""

BUTTON = "save"


@frozen
class Field:
    """A field: its name, a hint, and how somebody in Älvhamn filled it in."""

    id: str
    text: Text
    hint: Text
    model: Text


@frozen(kw_only=True)
class Canvas(Exercise):
    """A form; ``after`` is said when the model answer is shown."""

    fields: list[Field]
    after: Text


def accept(exercise: Canvas, sent: object) -> dict[str, str]:
    """The words of each filled field; AnswerError when all are empty, or one is too long."""
    known = [field.id for field in exercise.fields]
    if not isinstance(sent, dict) or set(sent) - set(known):
        raise AnswerError("unknown-option")
    if any(not isinstance(words, str) for words in sent.values()):
        raise AnswerError("unknown-option")
    answer = {id: sent[id].strip() for id in known if sent.get(id, "").strip()}
    for words in answer.values():
        if len(words) > LONGEST:
            raise AnswerError("too-long", n=len(words), most=LONGEST)
    if not answer:
        raise AnswerError("write-something")
    return answer


def judge(exercise: Canvas, answer: dict[str, str]) -> Verdict:
    """The model answer, field by field; nothing is right or wrong."""
    models = tuple(Said(field.model, "note", field.id) for field in exercise.fields)
    detail: Json = {"filled": len(answer), "fields": len(exercise.fields)}
    return Verdict(
        right=None, score=None, said=(Said(exercise.after, "note"), *models), detail=detail
    )


def key(exercise: Canvas) -> None:
    """Nothing is right or wrong."""


def task(exercise: Canvas, language: str) -> Json:
    """The fields with their hints, not the model answer."""
    return {
        "fields": [
            {
                "id": field.id,
                "text": field.text.in_language(language),
                "hint": field.hint.in_language(language),
            }
            for field in exercise.fields
        ],
        "longest": LONGEST,
    }


def sheet(exercise: Canvas, language: str) -> Sheet:
    """The fields, with their hints, and room to write."""
    fields = tuple(
        f"{field.text.in_language(language)} {field.hint.in_language(language)}"
        for field in exercise.fields
    )
    return Sheet(blanks=fields)


def recall(exercise: Canvas, answer: dict[str, str], language: str) -> str:
    """Each filled field and its words."""
    return "\n".join(
        f"{field.text.in_language(language)}: {answer[field.id]}"
        for field in exercise.fields
        if field.id in answer
    )


def faults(exercise: Canvas) -> Iterable[Fault]:
    """An id that stands twice."""
    return twice((field.id for field in exercise.fields), "fields")


def taken_along(exercise: Canvas, answer: dict[str, str], language: str) -> Iterable[TakenAlong]:
    """Every field, also those that are empty."""
    for one in exercise.fields:
        yield TakenAlong(one.text.in_language(language), answer.get(one.id, ""))


def items(exercise: Canvas) -> int:
    """The fields."""
    return len(exercise.fields)


def reads(exercise: Canvas, language: str) -> Iterable[str]:
    """The fields with their hints, the model answer, and what is said with it."""
    texts = [exercise.prompt, exercise.after]
    for one in exercise.fields:
        texts += [one.text, one.hint, one.model]
    return [text.in_language(language) for text in texts]
