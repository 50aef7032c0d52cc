"""A lesson's steps and cards, as its template takes them."""

from collections.abc import Iterable, Mapping

from course.kinds.broken import BrokenKindError
from course.pages.lesson import PageStep, Part, steps
from course.plain import Json
from course.widgets import still

_QUOTED = '"”“'
"""What stands around a title that is something somebody says."""


def in_steps(shown: tuple[Part, ...], page: Json) -> Json:
    """The parts of a page in their steps, and which step is open.

    Up to the end they are ``steps``, what lies folded after it is ``depth``; ``parts`` is what
    stands in none. ``page`` is what the session says of the lesson.
    """
    found = steps(shown)
    return {
        "parts": [part for part in shown if not found or part.kind == "glossary"],
        "steps": [step for step in found if step.kind != "more"],
        "depth": [step for step in found if step.kind == "more"],
        "here": _here(found, page["place"]),
        "told": {step["id"]: step for step in page["steps"]},
        "titled": _titled(found, page),
        "ways": page.get("ways", ()),
    }


def cards(page: Json, words: Mapping[str, str]) -> Json:
    """The cards of a page where no script runs, and whether any of them shows a network."""
    tasks = {id: card["task"] for id, card in page["cards"].items() if "task" in card}
    drawn = {id: _still({**task, "words": words}) for id, task in tasks.items()}
    return {
        "shows_network": any("network" in task for task in tasks.values()),
        "still": {id: drawn.get(id, "") for id in page["cards"]},
    }


def _titled(in_steps: Iterable[PageStep], page: Json) -> set[str]:
    """The exercises that are called what their step is called, which need not be seen twice."""
    told = {step["id"]: step["title"].strip(_QUOTED) for step in page["steps"]}
    called = {
        id: card["task"]["title"].strip(_QUOTED)
        for id, card in page["cards"].items()
        if "task" in card
    }
    return {
        part.exercise
        for step in in_steps
        for part in step.parts
        if part.exercise in called and called[part.exercise] == told.get(step.id)
    }


def _here(in_steps: tuple[PageStep, ...], place: Json | None) -> str:
    """The step to open: the one that was left half-way, or the first; also when one was done."""
    if not in_steps:
        return ""
    cell = place["cell"] if place else ""
    left = next((one for one in in_steps if cell in [part.id for part in one.parts]), in_steps[0])
    if left.kind == "more":  # it lies in the end
        return next((one.id for one in in_steps if one.kind == "end"), in_steps[0].id)
    return in_steps[0].id if left.kind == "end" else left.id


def _still(task: Json) -> str:
    """A card where no script runs; empty where its kind cannot say what there is to choose."""
    try:
        return still.html(task, {})
    except BrokenKindError:
        return ""
