"""Makes the journals of this folder by the landed version itself; see README.md.

It runs in a worktree of that version (a96aef4) and nowhere else: what it imports is that version's.
"""

import json
import random
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

# ruff: noqa: I001
from course.lesson import Lesson, _Session
from course.content.reading import load
from course.portfolio import certificate as certificates, plan as plans
from course.progress import Journal
from course.kinds import KINDS
from course.kinds.match.rules import named
from course.view import answers, plan

TEXTS = ("Vi säger ”ja” på mötet", "We try it on Kajgatan, from Monday.\nThen we look.", "<b>&amp;")


class Clock:
    """Four minutes pass between two things that a learner does."""

    def __init__(self) -> None:
        self.now = datetime(2026, 9, 14, 7, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=4, milliseconds=7)
        return self.now


def answer(session: Any, rng: random.Random) -> Any:
    """An answer of which about half are right."""
    exercise = session.exercise
    if exercise.kind == "test":
        fresh = session.remembered()["fresh"]
        questions = {one.id: one.exercise.options for one in exercise.questions}
        right = [next(o.id for o in questions[id] if o.right) for id in fresh["drawn"]]
        return {"seed": fresh["seed"], "drawn": fresh["drawn"], "given": right}
    made = OWN.get(exercise.kind)
    right = KINDS[exercise.kind].key(exercise)
    return (
        right if made is None or (right is not None and rng.random() < 0.5) else made(exercise, rng)
    )


def ids(things: Any) -> list[str]:
    return [one.id for one in things]


OWN: dict[str, Callable[[Any, random.Random], Any]] = {
    "choice": lambda e, rng: rng.choice(ids(e.options)),
    "explore": lambda e, rng: rng.choice(ids(e.options)),
    "choices": lambda e, rng: rng.sample(ids(e.options), 2),
    "sort": lambda e, rng: {card.id: rng.choice(ids(e.groups)) for card in e.cards},
    "match": lambda e, rng: {p.id: named(e, rng.choice(ids(e.pairs))) for p in e.pairs},
    "order": lambda e, rng: rng.sample(ids(e.steps), len(e.steps)),
    "estimate": lambda e, rng: rng.choice([e.lowest, e.highest]),
    "confidence": lambda e, rng: {
        one.id: {"holds": rng.random() < 0.5, "sure": rng.choice([50, 100])} for one in e.statements
    },
    "scale": lambda e, rng: {i.id: rng.randint(1, 5) for area in e.areas for i in area.items},
    "reflection": lambda e, rng: rng.choice(TEXTS),
    "canvas": lambda e, rng: {id: rng.choice(TEXTS) for id in ids(e.fields)},
}


def sessions(journal: Journal, language: str) -> Iterator[tuple[bool, Any]]:
    """Every exercise of the course, in order, and whether it is on the core path."""
    for entry in plan.entries(language):
        lesson = Lesson(entry.id, language, journal=journal)
        for one in entry.plan.exercises:
            yield one.core, _Session(lesson, load(entry.id, one.id, language=language))


def give(session: Any, sent: Any) -> None:
    for name, value in session.handle({"do": "answer", "answer": sent, "n": 1}):
        assert name != "state" or value["answered"], (session.exercise.id, sent, value)
        if name == "state":
            break


def half(journal: Journal, language: str, rng: random.Random) -> None:
    """The core path of the first lessons, the test begun, and a place in the sixth."""
    for core, session in sessions(journal, language):
        if core and session.lesson.id < "05":
            give(session, answer(session, rng))
        elif session.exercise.kind == "test":
            begun = answer(session, rng)
            give(session, {**begun, "given": begun["given"][:7]})
    journal.record_place("00-start", "c05", language=language)
    journal.record_place("06-across-boundaries", "c11", language=language)


def whole(journal: Journal, language: str, rng: random.Random) -> None:
    """Every exercise, some of them more than once, and the last cell of each lesson."""
    for _, session in sessions(journal, language):
        for _ in range(rng.choice([1, 1, 2])):
            give(session, answer(session, rng))
    for entry in plan.entries(language):
        journal.record_place(entry.id, "c09", language=language)


def told(journal: Journal, language: str) -> Any:
    """What that version told of the journal."""
    listed = plan.entries(language)
    cards = {}
    for _, session in sessions(journal, language):
        state = session.remembered()
        if state["answered"]:
            verdict = {name: state["verdict"][name] for name in ("right", "score")}
            place = f"{session.lesson.id}/{session.exercise.id}"
            cards[place] = {"answer": state["answer"], "time": state["time"], **verdict}
    earned = certificates.certificate(journal, listed, language)
    has = isinstance(earned, certificates.Certificate)
    return {
        "cards": cards,
        "answers": answers.told(journal, language),
        "standing": {
            name: value
            for name, value in plan.told(journal, language).items()
            if name in ("left", "percent", "done")
        },
        "plan": plans.plain(plans.collected(journal, listed, language), language),
        "certificate": {"minutes": earned.minutes, "day": str(earned.day)} if has else None,
    }


def main(folder: Path) -> None:
    """Write the journals, and beside each what was told of it."""
    for language in ("sv", "en"):
        for learner in (half, whole):
            name = f"{learner.__name__}-{language}"
            at = folder / f"making-{name}"
            journal = Journal(at, clock=Clock())
            learner(journal, language, random.Random(name))
            found = json.dumps(told(journal, language), ensure_ascii=False, indent=1)
            (folder / f"{name}.json").write_text(found + "\n", encoding="utf-8")
            journal.path.replace(folder / f"{name}.jsonl")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
