"""Where a conversation leads astray: what is wrong with its file that no schema can say."""

from collections.abc import Iterator

from course.faults import Fault
from course.kinds.options import twice
from course.kinds.scenario.parts import Reply
from course.kinds.scenario.rules import Scenario, key
from course.marked import Place as PlaceInFile


def faults(exercise: Scenario) -> Iterator[Fault]:
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
    yield from _people_faults(exercise)
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


def _people_faults(exercise: Scenario) -> Iterator[Fault]:
    """Whoever speaks or has a mood without being one of the people."""
    named: list[tuple[PlaceInFile, str]] = [(("you",), exercise.you)] if exercise.you else []
    for i, scene in enumerate(exercise.scenes):
        at: PlaceInFile = ("scenes", i)
        named += [((*at, "lines", j, "by"), one.by) for j, one in enumerate(scene.lines) if one.by]
        named += [((*at, "moods", id), id) for id in scene.moods]
        for j, reply in enumerate(scene.replies):
            named += [((*at, "replies", j, "moods", id), id) for id in reply.moods]
    for place, id in named:
        if id not in exercise.people:
            values = {"given": id, "known": ", ".join(exercise.people) or "–"}
            yield Fault(place, "unknown-person", values)


def _reply_faults(exercise: Scenario, reply: Reply) -> Iterator[Fault]:
    scenes = [scene.id for scene in exercise.scenes]
    qualities = [quality.id for quality in exercise.qualities]
    named: list[tuple[PlaceInFile, str]] = [(("changes", name), name) for name in reply.changes]
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
