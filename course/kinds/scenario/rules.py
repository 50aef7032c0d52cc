"""Scenario: a conversation that branches. What one says early has consequences some steps later.

An answer is the path so far: the replies chosen, one after another. Any beginning of a path is an
answer, so a learner can stop in the middle, and going back is answering with a shorter path.
"""

from collections import deque
from collections.abc import Iterable, Iterator

from attrs import field, frozen

from course.faults import Fault
from course.kinds.exercise import Exercise
from course.kinds.kind import AnswerError, Said, Verdict
from course.kinds.options import shown, twice
from course.marked import Place
from course.plain import Json
from course.words.bilingual import Text

SECONDS = 40
"""Choosing what to say in a turn, and taking some turns again."""

BUTTON = "say"


@frozen
class Way:
    """Where a reply leads: to ``scene`` if each named quality is at least as high as asked."""

    scene: str
    needs: dict[str, int] = field(factory=dict)


@frozen
class Reply:
    """Something to say: its words, what it changes, where it leads, and why it works or not.

    ``leads`` is gone through from the top; the last way must ask for nothing.
    """

    id: str
    text: Text
    leads: list[Way]
    feedback: Text
    changes: dict[str, int] = field(factory=dict)
    good: bool = False


@frozen
class Scene:
    """What is said to the learner, and the replies; a scene without replies is an ending."""

    id: str
    text: Text
    replies: list[Reply] = field(factory=list)
    score: float | None = None


@frozen
class Quality:
    """Something that the conversation builds up or wears down, such as trust; begins at 0."""

    id: str
    text: Text


@frozen(kw_only=True)
class Scenario(Exercise):
    """Scenes, the first of which begins; endings carry a score from 0 to 1."""

    qualities: list[Quality] = field(factory=list)
    scenes: list[Scene]


@frozen
class _Place:
    """Where a path has led: the scene, and the qualities there."""

    scene: Scene
    levels: dict[str, int]


def _beginning(exercise: Scenario) -> _Place:
    return _Place(exercise.scenes[0], {quality.id: 0 for quality in exercise.qualities})


def _after(exercise: Scenario, place: _Place, reply: Reply) -> _Place:
    levels = {name: level + reply.changes.get(name, 0) for name, level in place.levels.items()}
    way = next(
        way
        for way in reply.leads
        if all(levels.get(name, 0) >= least for name, least in way.needs.items())
    )
    return _Place(next(scene for scene in exercise.scenes if scene.id == way.scene), levels)


def _along(exercise: Scenario, path: list[str]) -> Iterator[tuple[Reply, _Place]]:
    """Each reply of a path with the place that it led to; AnswerError where it leaves the map."""
    place = _beginning(exercise)
    for id in path:
        reply = next((reply for reply in place.scene.replies if reply.id == id), None)
        if reply is None:
            raise AnswerError("unknown-option")
        place = _after(exercise, place, reply)
        yield reply, place


def accept(exercise: Scenario, sent: object) -> list[str]:
    """The replies chosen so far; AnswerError for none, or for one that cannot be given there."""
    if not isinstance(sent, list) or any(not isinstance(id, str) for id in sent):
        raise AnswerError("unknown-option")
    if not sent:
        raise AnswerError("choose-one")
    for _ in _along(exercise, sent):
        pass
    return list(sent)


def judge(exercise: Scenario, answer: list[str]) -> Verdict:
    """What the last reply led to. At an ending, its score; before that, nothing is right or wrong.

    ``detail`` holds the step that comes next and the way here, without telling of other ways.
    """
    steps = list(_along(exercise, answer))
    reply, place = steps[-1]
    ended = not place.scene.replies
    score = place.scene.score if ended else None
    said = [Said(reply.feedback, "right" if reply.good else "not-yet", reply.id)]
    detail: Json = {
        "scene": place.scene.id,
        "ended": ended,
        "levels": place.levels,
        "path": [{"reply": one.id, "scene": at.scene.id} for one, at in steps],
    }
    return Verdict(
        right=None if score is None else score == 1, score=score, said=tuple(said), detail=detail
    )


MOST_PLACES = 5000
"""How many places (a scene, with the qualities there) are looked at for a way to full marks."""


def key(exercise: Scenario) -> list[str] | None:
    """A shortest path to an ending with full marks; None where no ending has a score.

    The path is empty when there is none; ``faults`` says so.
    """
    if all(scene.score is None for scene in exercise.scenes):
        return None
    paths: deque[tuple[list[str], _Place]] = deque([([], _beginning(exercise))])
    seen: set[tuple[object, ...]] = set()
    while paths and len(seen) < MOST_PLACES:  # breadth first, each place once
        path, place = paths.popleft()
        if not place.scene.replies and place.scene.score == 1:
            return path
        at = (place.scene.id, *place.levels.values())
        if at not in seen:
            seen.add(at)
            paths.extend(
                ([*path, reply.id], _after(exercise, place, reply)) for reply in place.scene.replies
            )
    return []


def task(exercise: Scenario, language: str) -> Json:
    """All that can be said, scene by scene, without where it leads or what it is worth."""
    return {
        "scenes": {
            scene.id: {
                "text": scene.text.in_language(language),
                "replies": shown(scene.replies, language),
            }
            for scene in exercise.scenes
        },
        "first": exercise.scenes[0].id,
        "qualities": shown(exercise.qualities, language),
    }


def recall(exercise: Scenario, answer: list[str], language: str) -> str:
    """The replies in the order that they were given."""
    return "\n".join(reply.text.in_language(language) for reply, _ in _along(exercise, answer))


def faults(exercise: Scenario) -> Iterable[Fault]:
    """Ways to nowhere or never open, scenes nobody reaches or leaves, scores out of place."""
    of_lists = list(_list_faults(exercise))
    yield from of_lists
    if not of_lists:
        of_map = list(_map_faults(exercise))
        yield from of_map
        if not of_map and key(exercise) == []:
            yield Fault(("scenes",), "no-full-ending")


def _list_faults(exercise: Scenario) -> Iterator[Fault]:
    """What is wrong with the parts, each for itself."""
    yield from twice((scene.id for scene in exercise.scenes), "scenes")
    yield from twice((quality.id for quality in exercise.qualities), "qualities")
    scored = any(scene.score is not None for scene in exercise.scenes)
    for i, scene in enumerate(exercise.scenes):
        for fault in twice((reply.id for reply in scene.replies), "replies"):
            yield Fault(("scenes", i, *fault.place), fault.key, fault.values)
        for j, reply in enumerate(scene.replies):
            for fault in _reply_faults(exercise, reply):
                place = ("scenes", i, "replies", j, *fault.place)
                yield Fault(place, fault.key, fault.values)
        if scene.replies and scene.score is not None:
            yield Fault(("scenes", i, "score"), "score-not-ending")
        if scored and not scene.replies and scene.score is None:
            yield Fault(("scenes", i), "ending-without-score")


def _reply_faults(exercise: Scenario, reply: Reply) -> Iterator[Fault]:
    scenes = [scene.id for scene in exercise.scenes]
    qualities = [quality.id for quality in exercise.qualities]
    named: list[tuple[Place, str]] = [(("changes", name), name) for name in reply.changes]
    for k, way in enumerate(reply.leads):
        named += [(("leads", k, "needs", name), name) for name in way.needs]
        if way.scene not in scenes:
            values = {"given": way.scene, "known": ", ".join(scenes)}
            yield Fault(("leads", k, "scene"), "unknown-scene", values)
        if k and not reply.leads[k - 1].needs:
            yield Fault(("leads", k), "way-never-open")
    for place, name in named:
        if name not in qualities:
            values = {"given": name, "known": ", ".join(qualities) or "–"}
            yield Fault(place, "unknown-quality", values)
    if reply.leads[-1].needs:
        yield Fault(("leads", len(reply.leads) - 1, "needs"), "no-way-out")


def _map_faults(exercise: Scenario) -> Iterator[Fault]:
    """Scenes that no path from the first leads to, and scenes from which none leads to an end."""
    leads = {
        scene.id: {way.scene for reply in scene.replies for way in reply.leads}
        for scene in exercise.scenes
    }
    reached = {exercise.scenes[0].id}
    ending = {id for id, onward in leads.items() if not onward}
    for _ in leads:  # after as many rounds as there are scenes, nothing is added any more
        reached |= set().union(*(leads[id] for id in reached))
        ending |= {id for id, onward in leads.items() if onward & ending}
    for i, id in enumerate(leads):
        if id not in reached:
            yield Fault(("scenes", i, "id"), "unreached", {"id": id})
        elif id not in ending:
            yield Fault(("scenes", i), "endless", {"id": id})


def items(exercise: Scenario) -> int:
    """The turns of a shortest way to a good end; where none has a score, of any way through."""
    return max(1, len(key(exercise) or exercise.scenes[1:]))


def reads(exercise: Scenario, language: str) -> list[str]:
    """What is said on a shortest way to a good end, with all replies and the reasons for one's own.

    Where no end has a score, all scenes and replies: a way through has no more.
    """
    path = key(exercise)
    steps = [] if path is None else list(_along(exercise, path))
    scenes = [exercise.scenes[0], *(place.scene for _, place in steps)]
    scenes = exercise.scenes if path is None else scenes
    texts = [exercise.prompt, *(reply.feedback for reply, _ in steps)]
    for scene in scenes:
        texts += [scene.text, *(reply.text for reply in scene.replies)]
    return [text.in_language(language) for text in texts]
