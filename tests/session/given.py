"""Answers that a learner may give to an exercise of any kind, right and not, as views send them."""

import random
from collections.abc import Callable
from typing import Any

from course.kinds import KINDS
from course.kinds.lab.goals import GOALS
from course.kinds.lab.race import ROUNDS
from course.kinds.lab.worlds import world
from course.kinds.match.rules import named
from course.session import Session

TEXTS = ("Vi säger ”ja” på mötet 🧑‍🤝‍🧑", "A line\nand another", "<b>&amp;", "x" * 1400)


def given(session: Session, exercise: Any, rng: random.Random) -> Any:
    """An answer to an exercise; a test is begun as its card says, and answered to its end."""
    if exercise.kind == "test":
        state = session.work(exercise.lesson, exercise.id).state()
        begun = state.get("fresh") or state["answer"]
        drawn = begun["drawn"]
        return {"seed": begun["seed"], "drawn": drawn, "given": _options(exercise, drawn)}
    if exercise.kind in _MADE and (exercise.kind not in _WITH_KEY or rng.random() < 0.5):
        return _MADE[exercise.kind](exercise, rng)
    return KINDS[exercise.kind].key(exercise) or _MADE[exercise.kind](exercise, rng)


def _options(test: Any, drawn: list[str]) -> list[str]:
    """The right option of each question that was drawn."""
    questions = {one.id: one for one in test.questions}
    return [next(o.id for o in questions[id].exercise.options if o.right) for id in drawn]


def _ids(things: Any) -> list[str]:
    return [one.id for one in things]


def _some(things: Any, rng: random.Random) -> list[str]:
    ids = _ids(things)
    return rng.sample(ids, rng.randint(1, len(ids)))


def _walk(exercise: Any, rng: random.Random) -> list[str]:
    """The first reply of a conversation."""
    return [rng.choice(exercise.scenes[0].replies).id]


def _matches(exercise: Any, rng: random.Random) -> dict[str, str]:
    ids = [*_ids(exercise.pairs), *_ids(exercise.extra)]
    return {pair.id: named(exercise, rng.choice(ids)) for pair in exercise.pairs}


def _hours(exercise: Any, rng: random.Random) -> list[list[int]]:
    return [[rng.randrange(5), rng.randrange(exercise.opens, exercise.closes)] for _ in range(4)]


def _ties(exercise: Any, rng: random.Random) -> list[list[int]]:
    first, second = len(exercise.first.people), len(exercise.second.people)
    return [[rng.randrange(first), rng.randrange(second)]]


def _made_in_lab(exercise: Any, rng: random.Random) -> Any:
    """Somebody, a round, or some ties with one away: whichever the goal asks for."""
    asks = GOALS[exercise.goal].asks
    if asks == "round":
        return {"round": rng.randint(0, ROUNDS)}
    people = list(world(exercise))
    if asks == "person":
        return {"person": rng.choice(people)}
    most = min(4, exercise.ties or 4)
    ties = [[*rng.sample(people, 2), rng.randint(1, 4)] for _ in range(rng.randint(1, most))]
    return {"tied": ties, "away": [rng.choice(people)], "noise": rng.random() < 0.5}


def _drawn(exercise: Any, rng: random.Random) -> Any:
    """One's own unit and a few others, some ties, the bridge, and one who is away."""
    ids = [f"p{n}" for n in range(rng.randint(2, 5))]
    pairs = [rng.sample(ids, 2) for _ in range(rng.randint(0, 4))]
    return {
        "parties": [{"id": id, "name": rng.choice(TEXTS)[:40], "inside": id == "p0"} for id in ids],
        "ties": [[*pair, rng.randint(1, 4)] for pair in pairs],
        "bridge": rng.choice([None, *ids]),
        "away": [rng.choice(ids)],
        "words": rng.choice(TEXTS)[:1000],
    }


def _levels(exercise: Any, rng: random.Random) -> dict[str, int]:
    return {item.id: rng.randint(1, 5) for area in exercise.areas for item in area.items}


_MADE: dict[str, Callable[[Any, random.Random], Any]] = {
    "choice": lambda e, rng: rng.choice(_ids(e.options)),
    "explore": lambda e, rng: rng.choice(_ids(e.options)),
    "choices": lambda e, rng: _some(e.options, rng),
    "sort": lambda e, rng: {card.id: rng.choice(_ids(e.groups)) for card in e.cards},
    "match": _matches,
    "order": lambda e, rng: rng.sample(_ids(e.steps), len(e.steps)),
    "estimate": lambda e, rng: rng.choice([e.lowest, e.highest, str(e.answer).replace(".", ",")]),
    "confidence": lambda e, rng: {
        one.id: {"holds": rng.random() < 0.5, "sure": rng.choice([50, 100])} for one in e.statements
    },
    "scale": _levels,
    "reflection": lambda e, rng: rng.choice(TEXTS),
    "canvas": lambda e, rng: {id: rng.choice(TEXTS) for id in _some(e.fields, rng)},
    "scenario": _walk,
    "calendar": _hours,
    "network": _ties,
    "lab": _made_in_lab,
    "sketch": _drawn,
}
_WITH_KEY = {
    "sort",
    "match",
    "order",
    "confidence",
    "scenario",
    "calendar",
    "network",
    "choices",
    "lab",
}
