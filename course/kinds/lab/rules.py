"""Lab: a network to look at, change and let a practice spread in, with a goal that can be reached.

What the learner has done to the network is the answer. It is judged from the network as it is then;
each way in which a goal can be missed has a word of its own (`course.kinds.lab.goals`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from course.faults import Fault
from course.kinds.exercise import Exercise
from course.kinds.kind import AnswerError, Said, Tone, Verdict
from course.kinds.lab import race
from course.plain import Json
from course.words import say
from course.words.bilingual import Text

if TYPE_CHECKING:
    from course.kinds.lab.goals import Goal

BUTTON = "lab-judge"

SECONDS = 240
"""Looking at a network, trying what reaches the goal, and seeing why it did not."""


@frozen(kw_only=True)
class Lab(Exercise):
    """A network, what may be done to it, and what to say to each way in which it can turn out.

    Attributes:
        goal: what is to be reached; one of `course.kinds.lab.goals.GOALS`.
        feedback: a text for each outcome of that goal.
        units: keys of the units shown, or the two that a bridge should join; all of them if empty.
        strength: from which strength ties count, 1 to 4.
        away: who is away from the start, by first name.
        alone: who must have a tie to somebody.
        ties: how many may be made; None for as many as one likes.
        threshold: at how many contacts a practice must be seen to be taken up.
        begin: who works the new way from the start.
        round: the round in which the line passes the crowd, for a race.
    """

    goal: str
    feedback: dict[str, Text]
    units: list[str] = field(factory=list)
    strength: int = 3
    away: list[str] = field(factory=list)
    alone: str | None = None
    ties: int | None = None
    threshold: int = 2
    begin: list[str] = field(factory=list)
    round: int | None = None


def _goal(exercise: Lab) -> "Goal":
    """The rules of its goal. They load networkx, which who meets no lab does without."""
    from course.kinds.lab.goals import GOALS

    return GOALS[exercise.goal]


def _world(exercise: Lab) -> Any:
    """The network before anything is done to it."""
    from course.kinds.lab.worlds import world

    return world(exercise)


def placed(exercise: Lab, units: Mapping[str, str], people: Mapping[str, str]) -> Lab:
    """The lab in a municipality of its own: the units and people that have the places of ours.

    Whoever has no room in a smaller unit is not there, and so neither away nor alone.
    """
    if all(ours == own for names in (units, people) for ours, own in names.items()):
        return exercise
    exercise = evolve(exercise, units=[units.get(unit, unit) for unit in exercise.units])
    there = exercise.town.at(1)

    def now(given: list[str]) -> list[str]:
        names = [people.get(person, person) for person in given]
        return [person for person in names if person in there or person not in people.values()]

    return evolve(
        exercise,
        away=now(exercise.away),
        begin=now(exercise.begin),
        alone=next(iter(now([exercise.alone])), None) if exercise.alone is not None else None,
    )


def spoilt(exercise: Lab, ours: Lab | None, people: Mapping[str, str]) -> Iterator[Fault]:
    """What the network of a municipality makes untrue: there is nothing to do, or it is another.

    ``ours`` is the lab in the course's own network, None where the municipality wrote it anew;
    ``people`` are the names that our people have there.
    """
    from course.kinds.lab.goals import done

    goal = _goal(exercise)
    if goal.asks == "ties" and judge(exercise, done([], exercise)).right:
        yield Fault(("goal",), "lab-done-already")
    if exercise.alone is not None:
        there = _world(exercise)
        others = set(there[exercise.alone]) - set(exercise.away) if exercise.alone in there else ()
        if others:
            yield Fault(("alone",), "lab-not-alone", {"name": exercise.alone, "n": len(others)})
    if exercise.goal == "widen" and ours is not None:
        mine, theirs = (_tied(goal.key(one)) for one in (exercise, ours))
        if mine != {frozenset(people.get(end, end) for end in tie) for tie in theirs}:
            yield Fault(("goal",), "lab-other-ties", {"n": len(mine)})
    if goal.asks == "person" and ours is not None:
        right, given = ((goal.key(one) or {})["person"] for one in (exercise, ours))
        if right != people.get(given, given):
            values = {"right": right, "given": people.get(given, given)}
            yield Fault(("goal",), "lab-other-person", values)


def _tied(answer: Json | None) -> set[frozenset[str]]:
    """The ties that an answer makes, by their two ends."""
    return {frozenset(ends) for *ends, _ in (answer or {"tied": []})["tied"]}


def accept(exercise: Lab, sent: object) -> Json:
    """What has been done, in one form; AnswerError for what cannot be done, and for nothing."""
    if not isinstance(sent, dict):
        raise AnswerError("unknown-option")
    from course.kinds.lab.made import known, made

    goal = _goal(exercise)
    if goal.asks == "person":
        person = sent.get("person")
        if person is None:
            raise AnswerError("choose-a-person")
        return {"person": known(exercise, person)}
    if goal.asks == "round":
        at = sent.get("round")
        if isinstance(at, bool) or not isinstance(at, int) or not 0 <= at <= race.ROUNDS:
            raise AnswerError("choose-a-round", most=race.ROUNDS)
        return {"round": at}
    answer = made(exercise, sent)
    if goal.asks == "ties" and not answer["tied"]:
        raise AnswerError("make-a-tie")
    return answer


def judge(exercise: Lab, answer: Json) -> Verdict:
    """The outcome by the goal's own rule, and how much of the goal is reached."""
    goal = _goal(exercise)
    outcome, share = goal.judge(exercise, answer)
    right = None if goal.is_free else outcome in goal.right
    tone: Tone = "note" if right is None else ("right" if right else "not-yet")
    return Verdict(
        right=right,
        score=None if right is None else (1.0 if right else min(share, 0.95)),
        said=(Said(exercise.feedback[outcome], tone),),
        detail={"outcome": outcome},
    )


def key(exercise: Lab) -> Json | None:
    """A way to reach the goal; None where there is none to reach."""
    return _goal(exercise).key(exercise)


def task(exercise: Lab, language: str) -> Json:
    """The people, the units and the ties, and what may be done."""
    from course.kinds.lab.worlds import told

    goal = _goal(exercise)
    return {
        "goal": exercise.goal,
        "asks": goal.asks,
        "network": told(exercise, language),
        "counted": exercise.strength,
        "away": exercise.away,
        "most": exercise.ties,
        "threshold": exercise.threshold,
        "begin": goal.begins(exercise),
        "spreads": goal.spreads,
        "free": goal.is_free,
        "compares": goal.compares,
        "rounds": race.ROUNDS if goal.asks == "round" else None,
    }


def recall(exercise: Lab, answer: Json, language: str) -> str:
    """Who was pointed out; which round; or the ties that were made, and who was away."""
    if "person" in answer:
        person = _world(exercise).nodes[answer["person"]]
        return str(person.get("name", answer["person"]))
    if "round" in answer:
        key = "lab.round" if answer["round"] else "lab.never"
        return say(key, language, n=answer["round"])
    parts = [f"{one} – {other} ({strength})" for one, other, strength in answer["tied"]]
    parts += [say("lab.was-cut", language, one=one, other=other) for one, other in answer["cut"]]
    parts += [say("lab.was-away", language, name=name) for name in answer["away"]]
    return "; ".join(parts) or say("lab.nothing-done", language)


def faults(exercise: Lab) -> Iterable[Fault]:
    """An outcome without words, or words without one; a unit or a person that is not there."""
    from course.kinds.lab.worlds import of_unit, unit_keys

    goal = _goal(exercise)
    for outcome in goal.outcomes:
        if outcome not in exercise.feedback:
            yield Fault(("feedback",), "lab-no-words", {"outcome": outcome, "goal": exercise.goal})
    for given in exercise.feedback:
        if given not in goal.outcomes:
            known = ", ".join(goal.outcomes)
            yield Fault(("feedback", given), "lab-no-outcome", {"given": given, "known": known})
    known_units = unit_keys(exercise)
    for n, unit in enumerate(exercise.units):
        if unit not in known_units:
            values = {"given": unit, "known": ", ".join(known_units)}
            yield Fault(("units", n), "lab-no-unit", values)
            return
    people = _world(exercise)
    for name in ("away", "begin"):
        for n, person in enumerate(getattr(exercise, name)):
            if person not in people:
                yield Fault((name, n), "lab-no-person", {"given": person})
    if exercise.alone is not None and exercise.alone not in people:
        yield Fault(("alone",), "lab-no-person", {"given": exercise.alone})
    for needed in goal.needs:
        given = getattr(exercise, needed)
        if given is None or (needed == "units" and len(given) != 2):
            yield Fault(("goal",), "lab-needs", {"goal": exercise.goal, "field": needed})
            return
    if exercise.goal == "widen" and len(of_unit(exercise, exercise.units[0])) < exercise.threshold:
        yield Fault(("units", 0), "too-few-people", {"threshold": exercise.threshold})


def scenes(exercise: Lab, setting: object, language: str) -> Iterator[Json]:
    """What is measured of a network as it is now; a race, or a comparison, where that is asked."""
    if not isinstance(setting, dict) or "do" not in setting:
        return
    goal = _goal(exercise)
    if goal.asks == "round":
        yield from race.scenes(language)
        return
    from course.kinds.lab import measured
    from course.kinds.lab.made import made

    try:
        answer = made(exercise, setting)
    except AnswerError:
        return
    if setting["do"] == "compare" and goal.compares:
        yield from measured.compared(exercise, answer, language)
    else:
        yield measured.measured(exercise, answer, language)


def recorded(exercises: Sequence[Lab]) -> Json:
    """What the models show that the learner does not change; see `course.kinds.lab.recorded`."""
    from course.kinds.lab.recorded import record

    return record(exercises)


def lines(task: Json) -> list[str]:
    """Each unit with its people."""
    network = task["network"]
    return [
        f"{unit['text']}: "
        + ", ".join(one["name"] for one in network["people"] if one["unit"] == unit["id"])
        for unit in network["units"]
    ]
