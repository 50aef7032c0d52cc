"""Reflection: the learner's own words, for the learner alone."""

from collections.abc import Iterable

from attrs import field, frozen

from course.faults import Fault
from course.kinds.exercise import Exercise
from course.kinds.kind import AnswerError, Said, TakenAlong, Verdict
from course.kinds.sheet import Sheet
from course.plain import Json
from course.words.bilingual import Text

LONGEST = 4000
"""The most characters that one reflection holds."""

SECONDS = 120
"""Thinking, and writing some lines."""

BUTTON = "save"


@frozen(kw_only=True)
class Reflection(Exercise):
    """A question to think about, hints to begin from, and a thought to take along afterwards."""

    hints: list[Text] = field(factory=list)
    after: Text


def accept(exercise: Reflection, sent: object) -> str:
    """The words, without space around them; AnswerError when there are none or too many."""
    if not isinstance(sent, str) or not sent.strip():
        raise AnswerError("write-something")
    words = sent.strip()
    if len(words) > LONGEST:
        raise AnswerError("too-long", n=len(words), most=LONGEST)
    return words


def judge(exercise: Reflection, answer: str) -> Verdict:
    """A thought to take along; nothing is right or wrong."""
    return Verdict(right=None, score=None, said=(Said(exercise.after, "note"),))


def key(exercise: Reflection) -> None:
    """Nothing is right or wrong."""


def task(exercise: Reflection, language: str) -> Json:
    """The hints and the length that is kept."""
    return {"hints": [hint.in_language(language) for hint in exercise.hints], "longest": LONGEST}


def sheet(exercise: Reflection, language: str) -> Sheet:
    """Room to write."""
    return Sheet(blanks=("",), room=6)


def recall(exercise: Reflection, answer: str, language: str) -> str:
    """The words themselves."""
    return answer


def faults(exercise: Reflection) -> Iterable[Fault]:
    """None beyond the schema's."""
    return ()


def taken_along(exercise: Reflection, answer: str, language: str) -> Iterable[TakenAlong]:
    """What was written."""
    yield TakenAlong(exercise.title.in_language(language), answer)


def reads(exercise: Reflection, language: str) -> Iterable[str]:
    """The question, the hints, and the thought to take along."""
    texts = (exercise.prompt, *exercise.hints, exercise.after)
    return [text.in_language(language) for text in texts]


def in_short(exercise: Reflection, answer: str, language: str) -> str:
    """The words themselves."""
    return answer
