"""Scenario: a conversation that branches. What one says early has consequences some steps later.

An answer is the path so far: the replies chosen, one after another. Any beginning of a path is an
answer, so a learner can stop in the middle, and trying another line is answering with a path that
leaves the earlier one there. The earlier one stays in the journal as it was.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from attrs import field, frozen

from course.faults import Fault
from course.kinds.exercise import Exercise
from course.kinds.kind import AnswerError, Recallable, Said, Verdict
from course.kinds.options import shown
from course.kinds.scenario.parts import Quality, Reply, Scene
from course.plain import Json
from course.words.bilingual import Text

BUTTON = "begin-talk"

SECONDS = 40
"""Choosing what to say in a turn, and taking some turns again."""


@frozen(kw_only=True)
class Scenario(Exercise):
    """Scenes, the first of which begins; endings carry a score from 0 to 1.

    ``people`` are those who speak or have a mood, by their ids, each with a name; ``you`` is the
    one of them who the learner is.
    """

    people: dict[str, Text] = field(factory=dict)
    you: str = ""
    qualities: list[Quality] = field(factory=list)
    scenes: list[Scene]


@frozen
class Place:
    """Where a path has led: the scene, and the qualities there."""

    scene: Scene
    levels: dict[str, int]


def beginning(exercise: Scenario) -> Place:
    """Where the conversation begins."""
    return Place(exercise.scenes[0], {quality.id: 0 for quality in exercise.qualities})


def after(exercise: Scenario, place: Place, reply: Reply) -> Place:
    """Where a reply leads that is given at a place."""
    levels = {name: level + reply.changes.get(name, 0) for name, level in place.levels.items()}
    way = next(
        way
        for way in reply.leads
        if all(levels.get(name, 0) >= least for name, least in way.needs.items())
    )
    return Place(next(scene for scene in exercise.scenes if scene.id == way.scene), levels)


def along(exercise: Scenario, path: list[str]) -> Iterator[tuple[Reply, Place]]:
    """Each reply of a path with the place that it led to; AnswerError where it leaves the map."""
    place = beginning(exercise)
    for id in path:
        reply = next((reply for reply in place.scene.replies if reply.id == id), None)
        if reply is None:
            raise AnswerError("unknown-option")
        place = after(exercise, place, reply)
        yield reply, place


def accept(exercise: Scenario, sent: object) -> list[str]:
    """The replies chosen so far; AnswerError for none, or for one that cannot be given there."""
    if not isinstance(sent, list) or any(not isinstance(id, str) for id in sent):
        raise AnswerError("unknown-option")
    if not sent:
        raise AnswerError("choose-one")
    for _ in along(exercise, sent):
        pass
    return list(sent)


def judge(exercise: Scenario, answer: list[str]) -> Verdict:
    """What each reply led to. At an ending, its score; before that, nothing is right or wrong.

    ``said`` has the reason for each reply, in the order of the path. ``detail`` holds the step that
    comes next and the way here, without telling of other ways; at an ending, the best way too.
    """
    steps = list(along(exercise, answer))
    place = steps[-1][1]
    ended = not place.scene.replies
    score = place.scene.score if ended else None
    said = (Said(one.feedback, "right" if one.good else "not-yet", one.id) for one, _ in steps)
    detail: Json = {
        "scene": place.scene.id,
        "ended": ended,
        "levels": place.levels,
        "path": [_step(*step) for step in steps],
    }
    if ended and (best := key(exercise)):
        detail["best"] = [_step(*step) for step in along(exercise, best)]
    return Verdict(
        right=None if score is None else score == 1, score=score, said=tuple(said), detail=detail
    )


def _step(reply: Reply, place: Place) -> Json:
    return {
        "reply": reply.id,
        "scene": place.scene.id,
        "good": reply.good,
        "moods": reply.moods,
        "changes": reply.changes,
    }


def tries(exercise: Scenario, answers: Sequence[list[str]]) -> int:
    """How many ways were tried: an answer that does not go on from the one before begins one.

    >>> tries(None, [["a"], ["a", "b"], ["a", "c"], ["a", "c"]])
    3
    """
    return len(_ways_tried(answers))


def first(exercise: Scenario, answers: Sequence[list[str]]) -> list[str]:
    """The first way that was tried, as far as it went.

    >>> first(None, [["a"], ["a", "b"], ["a", "c"]])
    ['a', 'b']
    """
    return _ways_tried(answers)[0]


def _ways_tried(answers: Sequence[list[str]]) -> list[list[str]]:
    ways: list[list[str]] = []
    for answer in answers:
        if ways and len(ways[-1]) < len(answer) and answer[: len(ways[-1])] == ways[-1]:
            ways[-1] = answer
        else:
            ways.append(answer)
    return ways


MOST_PLACES = 5000
"""How many places (a scene, with the qualities there) are looked at for a way to full marks."""


def key(exercise: Scenario) -> list[str] | None:
    """A shortest path to an ending with full marks; None where no ending has a score.

    The path is empty when there is none; ``faults`` says so.
    """
    if all(scene.score is None for scene in exercise.scenes):
        return None
    paths: deque[tuple[list[str], Place]] = deque([([], beginning(exercise))])
    seen: set[tuple[object, ...]] = set()
    while paths and len(seen) < MOST_PLACES:  # breadth first, each place once
        path, place = paths.popleft()
        if not place.scene.replies and place.scene.score == 1:
            return path
        at = (place.scene.id, *place.levels.values())
        if at not in seen:
            seen.add(at)
            paths.extend(
                ([*path, reply.id], after(exercise, place, reply)) for reply in place.scene.replies
            )
    return []


def task(exercise: Scenario, language: str) -> Json:
    """All that can be said, scene by scene, without where it leads or what it is worth."""
    return {
        "scenes": {
            scene.id: {
                "lines": [
                    {"by": line.by, "text": line.text.in_language(language)} for line in scene.lines
                ],
                "moods": scene.moods,
                "replies": shown(scene.replies, language),
            }
            for scene in exercise.scenes
        },
        "first": exercise.scenes[0].id,
        "qualities": shown(exercise.qualities, language),
        "people": {id: name.in_language(language) for id, name in exercise.people.items()},
        "you": exercise.you,
    }


def recall(exercise: Scenario, answer: list[str], language: str) -> str:
    """The replies in the order that they were given."""
    return "\n".join(reply.text.in_language(language) for reply, _ in along(exercise, answer))


def faults(exercise: Scenario) -> Iterable[Fault]:
    """Ways to nowhere or never open, scenes nobody reaches or leaves, scores out of place."""
    from course.kinds.scenario import astray  # only who checks the course looks for faults

    return astray.faults(exercise)


def standards(exercise: Scenario) -> Iterable[Fault]:
    """What every conversation of the course holds besides: see `course.kinds.scenario.ways`."""
    from course.kinds.scenario import ways

    return ways.standards(exercise)


def counts(exercise: Scenario) -> str:
    """How many ways there are to each ending, for the table that ``check`` prints."""
    from course.kinds.scenario import ways

    return ways.counts(exercise)


def items(exercise: Scenario) -> int:
    """The turns of a shortest way to a good end; where none has a score, of any way through."""
    return max(1, len(key(exercise) or exercise.scenes[1:]))


def reads(exercise: Scenario, language: str) -> list[str]:
    """What is said on a shortest way to a good end, with all replies and the reasons for one's own.

    Where no end has a score, all scenes and replies: a way through has no more.
    """
    path = key(exercise)
    steps = [] if path is None else list(along(exercise, path))
    scenes = [exercise.scenes[0], *(place.scene for _, place in steps)]
    scenes = exercise.scenes if path is None else scenes
    texts = [exercise.prompt, *(reply.feedback for reply, _ in steps)]
    for scene in scenes:
        texts += [line.text for line in scene.lines]
        texts += [reply.text for reply in scene.replies]
    return [text.in_language(language) for text in texts]


def recallable(exercise: Scenario) -> Iterable[Recallable]:
    """Turns that can be told by themselves: see `course.kinds.scenario.turns`."""
    from course.kinds.scenario import turns  # only who comes back is asked anew

    return turns.recallable(exercise)
