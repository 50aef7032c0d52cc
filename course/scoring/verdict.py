"""The verdict on an answer, and what an answer must be to get one."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from attrs import field, frozen

from course.material.exercise import Exercise, Json, Text
from course.material.marked import Place

Tone = Literal["right", "not-yet", "note"]


class AnswerError(Exception):
    """An answer that no rule can judge; ``key`` names the sentence that says why (``answer.``)."""

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


@frozen
class Said:
    """One piece of feedback: its words, its tone, and the option or card that it is about."""

    text: Text
    tone: Tone
    about: str | None = None


@frozen(kw_only=True)
class Verdict:
    """What the course says to an answer.

    Attributes:
        right: whether it is right; None where there is no right or wrong.
        score: the share of what could be right that is, 0 to 1; None likewise.
        said: the feedback, the most important first.
        detail: what a view may draw besides (a profile, who adopted in which round).
    """

    right: bool | None
    score: float | None = field()
    said: tuple[Said, ...]
    detail: Json = field(factory=dict)

    @score.validator
    def _within_bounds(self, _: object, score: float | None) -> None:
        if score is not None and not 0 <= score <= 1:
            raise ValueError(f"a score lies between 0 and 1, not {score}")


@frozen
class Fault:
    """A fault in a file that an author can mend: where, and which sentence (``fault.``) says it.

    ``file`` is the file that it stands in where that is not the exercise's own but one beside it.
    """

    place: Place
    key: str
    values: Mapping[str, object] = field(factory=dict)
    file: Path | None = None


@frozen(kw_only=True)
class Kind:
    """A kind of exercise: one module of ``course.scoring`` makes one of these.

    Attributes:
        name: as it stands in a file, ``kind: choice``; also the name of the view's file.
        exercise: the attrs class of its exercises.
        read: from what a page sent to an answer, or AnswerError. The answer is plain JSON.
        judge: the verdict on an answer that ``read`` let through.
        key: an answer that scores full marks; None where there is no right or wrong.
        task: what a page needs to ask the question, in one language, without the key.
        recall: an answer in words, for the learner to read again.
        faults: what is wrong with a file that no schema can say.
        beside: patterns of the files that an exercise stands on, ``<lesson>/<id>.yml``; most
            stand on none.
        join: the exercise together with those others, by file.
        fresh: what a page needs to begin anew, given a name for the new beginning and what was
            answered before; None where one begins with the task alone.
    """

    name: str
    exercise: type[Exercise]
    read: Callable[[Any, object], Any]
    judge: Callable[[Any, Any], Verdict]
    key: Callable[[Any], Any]
    task: Callable[[Any, str], Json]
    recall: Callable[[Any, Any, str], str]
    faults: Callable[[Any], Iterable[Fault]]
    beside: Callable[[Any], Sequence[str]] = lambda exercise: ()
    join: Callable[[Any, Mapping[Path, Exercise]], Exercise] = lambda exercise, others: exercise
    fresh: Callable[[Any, str, Sequence[Any]], Json] | None = None


def shown(options: Iterable[Any], language: str) -> list[Json]:
    """Options, cards or groups as a page shows them: id and words, not what is right."""
    return [{"id": one.id, "text": one.text.in_language(language)} for one in options]


def twice(ids: Iterable[str], at: str) -> Iterable[Fault]:
    """A fault for every id that stands a second time in the list ``at``."""
    seen: set[str] = set()
    for i, one in enumerate(ids):
        if one in seen:
            yield Fault((at, i, "id"), "id-twice", {"id": one})
        seen.add(one)
