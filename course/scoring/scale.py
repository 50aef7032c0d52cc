"""Scale: a self-assessment in areas, answered with a profile. No total, no ranking, no label."""

from collections.abc import Iterable

from attrs import frozen

from course.material.exercise import Exercise, Json, Text
from course.scoring.verdict import AnswerError, Fault, Kind, Said, Verdict, shown, twice
from course.text import decimal


@frozen
class Item:
    """A statement to agree with, more or less."""

    id: str
    text: Text


@frozen
class Area:
    """Statements that belong together, and what to say of a low, a middling and a high mean."""

    id: str
    text: Text
    items: list[Item]
    low: Text
    middle: Text
    high: Text


@frozen(kw_only=True)
class Scale(Exercise):
    """Areas of statements; ``points`` are the answers' words, from least to most agreement."""

    points: list[Text]
    areas: list[Area]


def _items(exercise: Scale) -> list[str]:
    return [item.id for area in exercise.areas for item in area.items]


def read(exercise: Scale, sent: object) -> dict[str, int]:
    """A point (1 is the first) by item id. Items may be passed over, but not all of them."""
    if not isinstance(sent, dict) or set(sent) - set(_items(exercise)):
        raise AnswerError("unknown-option")
    answer = {item: sent[item] for item in _items(exercise) if sent.get(item) is not None}
    for point in answer.values():
        if isinstance(point, bool) or not isinstance(point, int):
            raise AnswerError("unknown-option")
        if not 1 <= point <= len(exercise.points):
            raise AnswerError("unknown-option")
    if not answer:
        raise AnswerError("answer-one")
    return answer


def profile(exercise: Scale, answer: dict[str, int]) -> dict[str, float | None]:
    """The mean of each area's answered items, 1 to the number of points; None where none is."""
    means: dict[str, float | None] = {}
    for area in exercise.areas:
        given = [answer[item.id] for item in area.items if item.id in answer]
        means[area.id] = sum(given) / len(given) if given else None
    return means


def judge(exercise: Scale, answer: dict[str, int]) -> Verdict:
    """A profile, and for every area what its mean suggests; nothing is right or wrong."""
    means = profile(exercise, answer)
    said = tuple(
        Said(_reading(area, mean, len(exercise.points)), "note", area.id)
        for area in exercise.areas
        if (mean := means[area.id]) is not None
    )
    return Verdict(right=None, score=None, said=said, detail={"profile": means})


def _reading(area: Area, mean: float, points: int) -> Text:
    """The lowest and the highest third of the scale have their own words."""
    third = (points - 1) / 3
    if mean < 1 + third:
        return area.low
    return area.high if mean > points - third else area.middle


def key(exercise: Scale) -> None:
    """Nothing is right or wrong."""


def task(exercise: Scale, language: str) -> Json:
    """The points and the statements, area by area."""
    return {
        "points": [point.in_language(language) for point in exercise.points],
        "areas": [
            {
                "id": area.id,
                "text": area.text.in_language(language),
                "items": shown(area.items, language),
            }
            for area in exercise.areas
        ],
    }


def recall(exercise: Scale, answer: dict[str, int], language: str) -> str:
    """Each area and the mean of its answers, a line each."""
    return "\n".join(
        f"{area.text.in_language(language)}: {decimal(mean, 1, language)}"
        for area in exercise.areas
        if (mean := profile(exercise, answer)[area.id]) is not None
    )


def faults(exercise: Scale) -> Iterable[Fault]:
    """An area or a statement whose id stands twice, in the whole exercise."""
    yield from twice((area.id for area in exercise.areas), "areas")
    seen: set[str] = set()
    for i, area in enumerate(exercise.areas):
        for j, item in enumerate(area.items):
            if item.id in seen:
                yield Fault(("areas", i, "items", j, "id"), "id-twice", {"id": item.id})
            seen.add(item.id)


KIND = Kind(
    name="scale",
    exercise=Scale,
    read=read,
    judge=judge,
    key=key,
    task=task,
    recall=recall,
    faults=faults,
)
