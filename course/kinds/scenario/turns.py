"""A turn of a conversation, asked anew by itself: what was said there, and what one answers."""

from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from hashlib import sha256

from course.kinds.kind import AnswerError, Asked, Recallable, Said, Went
from course.kinds.options import shown
from course.kinds.scenario.parts import Reply, Scene
from course.kinds.scenario.rules import Scenario, along


def recallable(exercise: Scenario) -> Iterator[Recallable]:
    """Each scene with something to say that works, and something that does not.

    What is asked is what was said last and what one answers to that: a reply that works, among
    those that do not. Of several that work the first is asked for, so that one answer is right. A
    turn that one has not come to is not asked: nobody remembers what they have not met.
    """
    for scene in exercise.scenes:
        if any(one.good for one in scene.replies) and not all(one.good for one in scene.replies):
            yield Recallable(
                id=scene.id,
                ask=partial(_ask, exercise, scene),
                reply=partial(_reply, scene),
                went=partial(_went, exercise, scene),
            )


def _offered(scene: Scene) -> list[Reply]:
    """One reply that works and those that do not, in an order of their own that tells nothing."""
    best = next(one for one in scene.replies if one.good)
    offered = [one for one in scene.replies if one is best or not one.good]
    return sorted(offered, key=lambda one: sha256(f"{scene.id}/{one.id}".encode()).digest())


def _ask(exercise: Scenario, scene: Scene, language: str) -> Asked:
    """With who says what, as in a play; the prompt says who one is oneself."""
    said = []
    for line in scene.lines:
        name = exercise.people[line.by].in_language(language) + ": " if line.by else ""
        said.append(name + line.text.in_language(language))
    return Asked("\n".join(said), tuple(shown(_offered(scene), language)))


def _reply(scene: Scene, option: str) -> Said:
    for one in _offered(scene):
        if one.id == option:
            return Said(one.feedback, "right" if one.good else "not-yet", one.id)
    raise AnswerError("unknown-option")


def _went(exercise: Scenario, scene: Scene, answer: list[str]) -> Went | None:
    """How the reply went that was given in the scene; None for who never came there."""
    given = {reply.id for reply in scene.replies}
    before = exercise.scenes[0]
    with suppress(AnswerError):
        for reply, place in along(exercise, answer):
            if before is scene and reply.id in given:
                return "right" if reply.good else "wrong"
            before = place.scene
    return None
