"""Network: a puzzle of two departments. Place few ties so that a practice crosses over.

Within a department everybody meets everybody. One department already works in the new way; a person
in the other takes it up after seeing it at ``threshold`` colleagues or more. Judged exactly, by the
model of wide bridges (Centola & Macy 2007) in ``course.models.bridges``.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from attrs import evolve, frozen

from course.faults import Fault
from course.kinds.exercise import Exercise
from course.kinds.kind import AnswerError, Said, Verdict
from course.kinds.polled import Filled, Poll, Row
from course.models.bridges import Crossing, crossing, narrowest, tipping_share
from course.plain import Json
from course.words import say
from course.words.bilingual import Text

Tie = tuple[int, int]
"""A tie from a person in the first department to one in the second, both counted from 0."""

SECONDS = 300
"""Placing the ties and watching what spreads."""

BUTTON = "test-ties"


@frozen
class Department:
    """A department and the first names of its people."""

    text: Text
    people: list[str]


@frozen
class Outcomes:
    """What to say to each way in which a placement can turn out.

    Attributes:
        narrow: it spreads, and no tie could be spared.
        spare: it spreads, and fewer ties would do.
        scattered: nobody hears of it from enough colleagues.
        one_person: one person is convinced, nobody else.
        stalls: a few are convinced, and there it stops.
    """

    narrow: Text
    spare: Text
    scattered: Text
    one_person: Text
    stalls: Text


@frozen(kw_only=True)
class Network(Exercise):
    """Two departments, the ties that may be placed, and how many must be seen to be believed."""

    first: Department
    second: Department
    ties: int
    threshold: int
    feedback: Outcomes


def _size(exercise: Network) -> tuple[int, int]:
    return len(exercise.first.people), len(exercise.second.people)


def placed(exercise: Network, units: Mapping[str, str], people: Mapping[str, str]) -> Network:
    """The puzzle in a municipality of its own: the people by the names that they have there."""

    def now(department: Department) -> Department:
        return evolve(department, people=[people.get(one, one) for one in department.people])

    return evolve(exercise, first=now(exercise.first), second=now(exercise.second))


def accept(exercise: Network, sent: object) -> list[list[int]]:
    """Ties as pairs of places in the two lists; AnswerError for none, too many or unknown."""
    if not isinstance(sent, list) or not sent:
        raise AnswerError("place-a-tie")
    size = _size(exercise)
    for tie in sent:
        if not isinstance(tie, list | tuple) or len(tie) != 2:
            raise AnswerError("unknown-option")
        for end, people in zip(tie, size, strict=True):
            if isinstance(end, bool) or not isinstance(end, int) or not 0 <= end < people:
                raise AnswerError("unknown-option")
    ties = sorted({(tie[0], tie[1]) for tie in sent})
    if len(ties) > exercise.ties:
        raise AnswerError("too-many-ties", n=len(ties), most=exercise.ties)
    return [list(tie) for tie in ties]


def judge(exercise: Network, answer: list[list[int]]) -> Verdict:
    """Right when all of the second department takes it up; the score is the share that does."""
    ties = [(a, b) for a, b in answer]
    size = _size(exercise)
    run = crossing(ties, *size, exercise.threshold)
    share = len(run.adopters[-1]) / size[1]
    said = Said(_outcome(exercise, run, len(ties)), "right" if run.everyone else "not-yet")
    detail: Json = {
        "rounds": [sorted(people) for people in run.adopters],
        "heard": list(run.heard),
        "ties": len(ties),
        "fewest": narrowest(exercise.threshold),
    }
    if size[0] == size[1]:  # the count of placements is for departments of one size
        chance = tipping_share(len(ties), size[1], exercise.threshold).share
        detail["by_chance"] = float(chance)
    return Verdict(right=run.everyone, score=share, said=(said,), detail=detail)


def _outcome(exercise: Network, run: Crossing, ties: int) -> Text:
    convinced = len(run.adopters[-1])
    if run.everyone:
        fewest = narrowest(exercise.threshold)
        return exercise.feedback.narrow if ties == fewest else exercise.feedback.spare
    if convinced == 0:
        return exercise.feedback.scattered
    return exercise.feedback.one_person if convinced == 1 else exercise.feedback.stalls


def key(exercise: Network) -> list[list[int]]:
    """A narrowest bridge: as many ties to one person as the threshold, then one fewer each."""
    return [[a, b] for b in range(exercise.threshold) for a in range(exercise.threshold - b)]


def task(exercise: Network, language: str) -> Json:
    """The departments and the number of ties."""
    return {
        "departments": [
            {
                "text": department.text.in_language(language),
                "people": department.people,
            }
            for department in (exercise.first, exercise.second)
        ],
        "ties": exercise.ties,
        "threshold": exercise.threshold,
    }


def recall(exercise: Network, answer: list[list[int]], language: str) -> str:
    """The ties by the names of their people."""
    first, second = exercise.first.people, exercise.second.people
    return ", ".join(f"{first[a]} – {second[b]}" for a, b in answer)


def faults(exercise: Network) -> Iterable[Fault]:
    """Too few ties or people for the goal to be reached, or a name that stands twice."""
    fewest = narrowest(exercise.threshold)
    if exercise.ties < fewest:
        yield Fault(("ties",), "too-few-ties", {"fewest": fewest, "threshold": exercise.threshold})
    for at, department in (("first", exercise.first), ("second", exercise.second)):
        if len(department.people) < exercise.threshold:
            yield Fault((at, "people"), "too-few-people", {"threshold": exercise.threshold})
    names = Counter(exercise.first.people + exercise.second.people)
    for name, n in names.items():
        if n > 1:
            at = "second" if name in exercise.second.people else "first"
            yield Fault((at, "people"), "id-twice", {"id": name})


def polled(exercise: Network, language: str) -> Poll:
    """Each tie that can be placed, placed or not: what a class draws is how many placed each."""
    first, second = exercise.first.people, exercise.second.people
    every = [(a, b) for a in range(len(first)) for b in range(len(second))]
    sides = tuple({"id": id, "text": say(f"network.{id}", language)} for id in ("yes", "no"))

    def answer(filled: Filled) -> object:
        return [[*tie] for tie in every if filled.get(_named(tie)) == "yes"]

    def cells(placed: list[list[int]]) -> dict[str, str]:
        return {_named(tie): "yes" if [*tie] in placed else "no" for tie in every}

    return Poll(
        form="ties",
        rows=tuple(Row(_named((a, b)), f"{first[a]} – {second[b]}", sides) for a, b in every),
        answer=answer,
        cells=cells,
        departments=tuple(task(exercise, language)["departments"]),
        most=exercise.ties,
    )


def _named(tie: Tie) -> str:
    return f"{tie[0]}-{tie[1]}"


def lines(task: Json) -> list[str]:
    """Each unit with its people."""
    return [f"{one['text']}: {', '.join(one['people'])}" for one in task["departments"]]
