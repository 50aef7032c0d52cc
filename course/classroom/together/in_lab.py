"""The class's own network in the network lab: its units as the nodes, and the ties that are shown.

Nothing of what is tried there is kept: the lab asks with all that has been done so far. What the
lab keeps of a network for speed is not used here, so that all is gone when the room ends.
"""

from collections.abc import Mapping
from itertools import combinations
from typing import Any

from course.classroom.phases import NotNowError
from course.classroom.room import Room
from course.classroom.together import network
from course.kinds.lab.measured import NOISE
from course.models.few import spread_rounds
from course.networks.changed import changed
from course.networks.graph import Network
from course.networks.own import of_parties
from course.networks.ties import at_least
from course.plain import Json
from course.words import interface, say

THRESHOLD, MOST_SEEN = 2, 3
"""How many others a unit must see working the new way: at first, and at most."""

_ONE = "class"  # the one unit of the lab that all nodes belong to


def card(room: Room, language: str) -> Json:
    """The lab as a card over the class's network, as `course.session.work` makes one.

    Raises NotNowError where the class has not seen its map, or too few have answered.
    """
    graph: Any = _graph(room)
    place = {unit: n for n, unit in enumerate(graph)}
    words = interface(language, "card") | interface(language, "class-lab") | {"lab-keep": ""}
    task = {
        "lesson": room.about.lesson,
        "exercise": "own-network",
        "kind": "lab",
        "language": language,
        "title": network.titled(language),
        "prompt": say("class.lab-prompt", language),
        "minutes": 10,
        "core": False,
        "button": "lab-keep",
        "words": words,
        "goal": "free",
        "asks": "any",
        "network": {
            "people": [{"id": one, "name": one, "unit": _ONE, "role": ""} for one in graph],
            "units": [{"id": _ONE, "text": say("class.lab-all", language), "mark": 0}],
            "ties": [[place[a], place[b], tie["strength"]] for a, b, tie in graph.edges(data=True)],
        },
        "counted": 1,
        "away": [],
        "most": None,
        "threshold": THRESHOLD,
        "begin": [],
        "spreads": True,
        "free": True,
        "compares": False,
        "rounds": None,
    }
    return {"task": task, "state": {"answered": False}, "draft": None, "saved": {"kept": True}}


def scene(room: Room, asked: Any) -> Json:
    """How far a new way of working comes in the network as it has been changed in the lab.

    ``asked`` is what has been done, as `course.kinds.lab` has it; what is not of this network is
    passed over. Raises NotNowError as ``card`` does.
    """
    base = _graph(room)
    made = asked if isinstance(asked, Mapping) else {}
    tied = [
        (a, b, n)
        for a, b, n in _parts(made, "tied", 3)
        if a in base and b in base and a != b and n in network.STRENGTHS[1:]
    ]
    graph = changed(base, tied, _parts(made, "cut", 2), _names(made, "away", base))
    graph = at_least(graph, _number(made, "counted", 1, network.STRENGTHS[-1]))
    begin = [one for one in _names(made, "begin", base) if one in graph]
    contacts = _number(made, "threshold", THRESHOLD, MOST_SEEN)
    noise = NOISE if made.get("noise") is True else 0.0
    rounds: dict[str, int] = {}
    for at, reached in enumerate(spread_rounds(graph, begin, contacts=contacts, noise=noise)):
        for unit in reached:
            rounds.setdefault(str(unit), at)
    measured = {"ties": graph.number_of_edges(), "people": len(graph), "rounds": rounds}
    return {"setting": {}, "progress": 1, "measured": measured, "goals": []}


def _graph(room: Room) -> Network:
    step = next((n for n in room.steps_together() if room.together(n) == "network"), None)
    stand = room.stands.get(-1 if step is None else step)
    if step is None or stand is None or stand.phase != "revealed":
        raise NotNowError("not-begun")
    told = network.shown(room, step)
    if told["n"] is None:
        raise NotNowError("not-offered")
    units = room.chosen[step]["units"]
    none = of_parties(dict.fromkeys(units, True), ())
    return changed(none, [(units[a], units[b], n) for a, b, n in told["ties"]])


def _parts(made: Mapping[str, Any], name: str, long: int) -> list[tuple[Any, ...]]:
    """What was tied or cut: lists of texts, the last of them a number where it has three."""
    most = sum(1 for _ in combinations(range(network.MOST_UNITS), 2))
    given = made.get(name)
    found = given if isinstance(given, list) else []
    return [tuple(one) for one in found if _is_part(one, long)][:most]


def _is_part(one: Any, long: int) -> bool:
    is_list = isinstance(one, list) and len(one) == long
    return is_list and all(isinstance(end, str) for end in one[:2])


def _names(made: Mapping[str, Any], name: str, base: Any) -> list[str]:
    given = made.get(name)
    return [one for one in base if one in given] if isinstance(given, list) else []


def _number(made: Mapping[str, Any], name: str, usual: int, most: int) -> int:
    given = made.get(name)
    if not isinstance(given, int) or isinstance(given, bool):
        return usual
    return given if 1 <= given <= most else usual
