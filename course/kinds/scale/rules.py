"""Scale: a self-assessment in areas, answered with a profile. No total, no ranking, no label.

One that is made ``again`` has the statements of an earlier one, and shows both profiles.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from glob import escape
from pathlib import Path

from attrs import evolve, field, frozen

from course.faults import Fault
from course.kinds.exercise import Exercise
from course.kinds.kind import AnswerError, Answers, Level, Said, Verdict
from course.kinds.options import shown, twice
from course.kinds.polled import Filled, Poll, Row
from course.kinds.sheet import Sheet
from course.plain import Json
from course.plots.picture import Picture
from course.words import decimal
from course.words.bilingual import Text

SECONDS = 6
"""Agreeing with a statement or not."""


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
    """Areas of statements; ``points`` are the answers' words, from least to most agreement.

    ``again`` names an earlier scale (lesson/id), ``earlier``, whose points and areas it has.
    """

    points: list[Text] = field(factory=list)
    areas: list[Area] = field(factory=list)
    again: str = ""
    earlier: Exercise | None = field(default=None, metadata={"in_file": False})


def beside(exercise: Scale) -> Sequence[str]:
    """The file of the earlier scale, if there is one to make again."""
    return [f"{escape(exercise.again)}.yml"] if exercise.again else []


def join(exercise: Scale, others: Mapping[Path, Exercise]) -> Scale:
    """With the earlier scale's points and areas."""
    earlier = next(iter(others.values()), None)
    if not isinstance(earlier, Scale):
        return exercise
    return evolve(
        exercise,
        points=exercise.points or earlier.points,
        areas=exercise.areas or earlier.areas,
        earlier=earlier,
    )


def _items(exercise: Scale) -> list[str]:
    return [item.id for area in exercise.areas for item in area.items]


def accept(exercise: Scale, sent: object) -> dict[str, int]:
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


def sheet(exercise: Scale, language: str) -> Sheet:
    """The statements, and the points to tick."""
    items = tuple(one.text.in_language(language) for area in exercise.areas for one in area.items)
    return Sheet(rows=items, places=tuple(one.in_language(language) for one in exercise.points))


def recall(exercise: Scale, answer: dict[str, int], language: str) -> str:
    """Each area and the mean of its answers, a line each."""
    return "\n".join(
        f"{area.text.in_language(language)}: {decimal(mean, 1, language)}"
        for area in exercise.areas
        if (mean := profile(exercise, answer)[area.id]) is not None
    )


def faults(exercise: Scale) -> Iterable[Fault]:
    """Nothing to assess, or an id that stands twice: an area's, or a statement's anywhere."""
    yield from _again_faults(exercise)
    yield from twice((area.id for area in exercise.areas), "areas")
    seen: set[str] = set()
    for i, area in enumerate(exercise.areas):
        for j, item in enumerate(area.items):
            if item.id in seen:
                yield Fault(("areas", i, "items", j, "id"), "id-twice", {"id": item.id})
            seen.add(item.id)


def _again_faults(exercise: Scale) -> Iterable[Fault]:
    """Points and areas stand either in the file or in the earlier scale."""
    earlier = exercise.earlier
    for name in ("points", "areas"):
        if not exercise.again and not getattr(exercise, name):
            yield Fault((), "missing-key", {"missing": name})
        if earlier and getattr(exercise, name) is not getattr(earlier, name):
            yield Fault((name,), "again-alone", {"given": name, "again": exercise.again})
    if exercise.again and not (isinstance(earlier, Scale) and earlier.areas):
        yield Fault(("again",), "unknown-scale", {"given": exercise.again})


def picture(exercise: Scale, detail: Json, language: str) -> Picture:
    """The profile; beside the one made first, where it is made again."""
    # Loaded when there is something to draw, which is after an answer.
    from course.kinds.scale.picture import of_profile

    return of_profile(exercise, detail, language)


def before(exercise: Scale, answers: Answers) -> Json:
    """The first profile of the self-assessment that is made again here, with its time."""
    if exercise.earlier is None:
        return {}
    lesson, _, id = exercise.again.rpartition("/")
    for given in answers(lesson, id):
        with suppress(AnswerError):
            means = profile(exercise, accept(exercise, given.answer))
            return {"before": {"profile": means, "time": given.time}}
    return {}


def lines(task: Json) -> list[str]:
    """Each statement after its area."""
    return [f"{area['text']}: {item['text']}" for area in task["areas"] for item in area["items"]]


def items(exercise: Scale) -> int:
    """The statements."""
    return len(_items(exercise))


def reads(exercise: Scale, language: str) -> list[str]:
    """The statements, and what is said of each area, here of a middling one."""
    statements = lines(task(exercise, language))
    said = [area.middle.in_language(language) for area in exercise.areas]
    return [exercise.prompt.in_language(language), *statements, *said]


def levels(exercise: Scale, answer: dict[str, int], language: str) -> Iterable[Level]:
    """The areas and the means of their answers."""
    means = profile(exercise, answer)
    for area in exercise.areas:
        yield Level(area.text.in_language(language), means[area.id], len(exercise.points))


def in_short(exercise: Scale, answer: dict[str, int], language: str) -> str:
    """The area with the lowest mean: where there is most to gain."""
    means = {id: mean for id, mean in profile(exercise, answer).items() if mean is not None}
    if not means:
        return ""
    lowest = min(means, key=lambda id: means[id])
    return next(area.text for area in exercise.areas if area.id == lowest).in_language(language)


def polled(exercise: Scale, language: str) -> Poll:
    """The statements, each with a point of the scale, summed up area by area."""
    points = tuple(
        {"id": str(n), "text": point.in_language(language)}
        for n, point in enumerate(exercise.points, start=1)
    )

    def answer(filled: Filled) -> object:
        """The points as numbers; what is no point comes to be one that no scale has."""
        known = {point["id"]: n for n, point in enumerate(points, start=1)}
        return {id: known.get(point, 0) for id, point in filled.items()}

    return Poll(
        form="scale",
        rows=tuple(
            Row(item["id"], item["text"], points, area=area.text.in_language(language))
            for area in exercise.areas
            for item in shown(area.items, language)
        ),
        ordered=True,
        answer=answer,
        cells=lambda given: {id: str(point) for id, point in given.items()},
    )
