"""What can be reached in a lab: how each goal is judged, its outcomes, and a way to reach it.

An outcome is a key; the exercise's file has the words for it. All is counted in plain Python, so
that every runtime gives the same verdict.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING, Any

from attrs import frozen

from course.kinds.lab import worlds
from course.models.few import spread_rounds
from course.networks import Broker, brokers
from course.networks.changed import bridges, width
from course.plain import Json
from course.words import say

if TYPE_CHECKING:
    from course.kinds.lab.rules import Lab
    from course.networks.municipality import Municipality

Outcome = tuple[str, float]
"""The key of what is said, and the share of the goal that is reached, 0 to 1."""

Check = tuple[str, bool]
"""A part of the goal in words, as it stands, and whether it is reached."""

WIDE = 2
"""How many ties without a person in common make a bridge wide."""


@frozen(kw_only=True)
class Goal:
    """A goal: what is asked for, its outcomes with those that reach it, and its rules.

    ``asks`` is ``"person"``, ``"round"``, ``"ties"`` or, where nothing need be done, ``"any"``.
    ``needs`` names fields that the exercise must have; ``spreads`` tells whether a practice can be
    let loose, ``compares`` whether the network can be set against others.
    """

    asks: str
    outcomes: tuple[str, ...]
    right: frozenset[str]
    judge: Callable[["Lab", Json], Outcome]
    key: Callable[["Lab"], Json | None]
    checks: Callable[["Lab", Json, str], list[Check]]
    needs: tuple[str, ...] = ()
    spreads: bool = False
    compares: bool = False

    @property
    def is_free(self) -> bool:
        """Whether nothing is right or wrong."""
        return not self.right


def beginners(exercise: "Lab") -> list[str]:
    """Who works the new way from the start: those of the file, or all of the first of two units."""
    if exercise.goal == "widen":
        return _of_unit(exercise, exercise.units[0])
    return exercise.begin


def done(tied: list[list[Any]], exercise: "Lab") -> Json:
    """An answer with these ties made, and nothing else done."""
    return {
        "tied": tied,
        "cut": [],
        "away": [],
        "begin": [],
        "threshold": exercise.threshold,
        "noise": False,
        "counted": exercise.strength,
    }


def _of_unit(exercise: "Lab", unit: str) -> list[str]:
    return [p for p, of in worlds.world(exercise).nodes(data="unit") if of == unit]


def _nothing(_: "Lab", __: Json, ___: str) -> list[Check]:
    return []


# --- find: who stands between others? -------------------------------------------------------------

_NEAR = 5
"""Who is among so many first is near."""

_FEW = 3
"""Ties below which somebody has few."""


@cache
def _ranked(town: "Municipality", strength: int, away: tuple[str, ...]) -> tuple[Broker, ...]:
    graph = worlds.people_of(town, (), strength).copy()
    graph.remove_nodes_from(away)
    return brokers(graph)


def _find(exercise: "Lab", answer: Json) -> Outcome:
    ranked = _ranked(exercise.town, exercise.strength, tuple(exercise.away))
    places = {one.node: n for n, one in enumerate(ranked)}
    if answer["person"] not in places:
        return "few", 0.0
    at = places[answer["person"]]
    one = ranked[at]
    if at == 0:
        return "broker", 1.0
    if at < _NEAR:
        return "near", 0.5
    graph = worlds.people_of(exercise.town, (), exercise.strength)
    unit = graph.nodes[one.node]["unit"]
    within = sum(graph.nodes[other]["unit"] == unit for other in graph[one.node])
    if one.ties <= _FEW:
        return "few", 0.0
    return ("inside" if 2 * within > one.ties else "side"), 0.0


def _found(exercise: "Lab") -> Json:
    return {"person": _ranked(exercise.town, exercise.strength, tuple(exercise.away))[0].node}


# --- mend: two own ways between two units, and a tie for somebody who has none --------------------


def _mend(exercise: "Lab", answer: Json) -> Outcome:
    graph = worlds.now(exercise, answer, exercise.away)
    across = bridges(graph).get(_two(exercise), [])
    has_somebody = exercise.alone is None or graph.degree(exercise.alone) > 0
    share = (min(width(across), WIDE) / WIDE + has_somebody) / 2
    if width(across) >= WIDE:
        return ("mended" if has_somebody else "left-out"), share
    too_weak = [one for one in answer["tied"] if one[2] < exercise.strength]
    if too_weak:
        return "weak", share
    if not across:
        return "no-way", share
    return ("one-way" if len(across) == 1 else "same-person"), share


def _two(exercise: "Lab") -> tuple[str, str]:
    """The two units in the order in which the municipality has them."""
    first, second = sorted(exercise.units, key=worlds.unit_keys(exercise).index)
    return first, second


def _mend_checks(exercise: "Lab", answer: Json, language: str) -> list[Check]:
    graph = worlds.now(exercise, answer, exercise.away)
    wide = min(width(bridges(graph).get(_two(exercise), [])), WIDE)
    first, second = (exercise.town.unit_names(language)[unit] for unit in exercise.units)
    told = say("lab.own-ways", language, first=first, second=second, n=wide, of=WIDE)
    checks = [(told, wide == WIDE)]
    if exercise.alone is not None:
        has = graph.degree(exercise.alone) > 0
        key = "lab.has-somebody" if has else "lab.has-nobody"
        checks.append((say(key, language, name=exercise.alone), has))
    return checks


def _mended(exercise: "Lab") -> Json:
    """Two pairs with nobody in common; and the one who is alone with the first of the own unit."""
    one, other = (
        [p for p in _of_unit(exercise, unit) if p not in exercise.away] for unit in exercise.units
    )
    pairs = list(zip(one, other, strict=False))[:WIDE]
    if exercise.alone is not None:
        unit = worlds.world(exercise).nodes[exercise.alone]["unit"]
        pairs.append((exercise.alone, next(p for p in _of_unit(exercise, unit))))
    return done(sorted([*sorted(pair), exercise.strength] for pair in pairs), exercise)


# --- widen: a practice crosses from one unit to all of another ------------------------------------


def _spread(exercise: "Lab", answer: Json) -> tuple[list[str], Any]:
    """Who has taken it up in the second unit, and the network."""
    graph = worlds.now(exercise, answer, exercise.away)
    begin = [p for p in beginners(exercise) if p in graph]
    last = spread_rounds(graph, begin, contacts=exercise.threshold)[-1]
    return [p for p in _of_unit(exercise, exercise.units[1]) if p in last], graph


def _widen(exercise: "Lab", answer: Json) -> Outcome:
    reached, graph = _spread(exercise, answer)
    everyone = len(_of_unit(exercise, exercise.units[1]))
    share = len(reached) / everyone
    if len(reached) == everyone:
        fewest = len(_widened(exercise)["tied"])
        return ("narrow" if len(answer["tied"]) <= fewest else "spare"), 1.0
    across = bridges(graph).get(_two(exercise), [])
    if any(one[2] < exercise.strength for one in answer["tied"]):
        return "weak", share
    if len(across) > 1 and width(across) == 1:
        # One person at one end of all of them: is it where the practice comes from, or goes to?
        sources = {a if graph.nodes[a]["unit"] == exercise.units[0] else b for a, b in across}
        return ("same-source" if len(sources) == 1 else "same-person"), share
    return ("stalls" if reached else "scattered"), share


def _widen_checks(exercise: "Lab", answer: Json, language: str) -> list[Check]:
    reached, graph = _spread(exercise, answer)
    unit = exercise.units[1]
    everyone = len(_of_unit(exercise, unit))
    name = exercise.town.unit_names(language)[unit]
    told = say("lab.work-so", language, unit=name, n=len(reached), of=everyone)
    across = bridges(graph).get(_two(exercise), [])
    return [
        (told, len(reached) == everyone),
        (say("lab.bridge-width", language, n=width(across), ties=len(across)), width(across) > 1),
    ]


@cache
def _fewest(
    town: "Municipality", units: tuple[str, ...], strength: int, threshold: int
) -> tuple[tuple[str, str], ...]:
    """As many ties to the most seen as are missing, then to the next: ties that bring all along."""
    graph = worlds.people_of(town, units, strength)
    begin = [p for p, unit in graph.nodes(data="unit") if unit == units[0]]
    goal = [p for p, unit in graph.nodes(data="unit") if unit == units[1]]
    ties: list[tuple[str, str]] = []
    while True:
        made = graph.copy()
        made.add_edges_from(ties)
        adopted = spread_rounds(made, begin, contacts=threshold)[-1]
        waiting = [p for p in goal if p not in adopted]
        if not waiting:
            return tuple(ties)

        def missing(person: str, made: Any = made, adopted: Any = adopted) -> tuple[int, int]:
            return threshold - sum(o in adopted for o in made[person]), -graph.degree(person)

        # Whoever many see comes first, though it takes more ties.
        person = min(waiting, key=lambda p: (-graph.degree(p), missing(p)))
        new = [(a, person) for a in begin if not made.has_edge(a, person)]
        ties += new[: missing(person)[0]]


def _widened(exercise: "Lab") -> Json:
    ties = _fewest(exercise.town, tuple(exercise.units), exercise.strength, exercise.threshold)
    return done(sorted([*sorted(tie), exercise.strength] for tie in ties), exercise)


# --- place: some ties between units that know only themselves -------------------------------------

_BUSY = 4
"""Ties to other units from which one person is a go-between."""

_MANY_PAIRS = 10
"""Pairs of units, of fifteen, that must meet for the ties to be spread out."""


def _place(exercise: "Lab", answer: Json) -> Outcome:
    graph = worlds.now(exercise, answer, [])
    across = bridges(graph)
    ties = [tie for pair in across.values() for tie in pair]
    linked, all_pairs = len(across), len(list(combinations(range(worlds.GROUPS), 2)))
    share = linked / all_pairs
    most = exercise.ties or 0
    if len(ties) < most:
        return "few-ties", share * len(ties) / max(most, 1)
    units = {unit for pair in across for unit in pair}
    having = Counter(person for tie in ties for person in tie)
    if linked == 1:
        return "one-pair", share
    if len(units) < worlds.GROUPS:
        return "unit-left-out", share
    if max(having.values()) >= _BUSY:
        return "go-betweens", share
    return ("spread-out", 1.0) if linked >= _MANY_PAIRS else ("few-pairs", share)


def _place_checks(exercise: "Lab", answer: Json, language: str) -> list[Check]:
    across = bridges(worlds.now(exercise, answer, []))
    having = Counter(person for ties in across.values() for tie in ties for person in tie)
    most = max(having.values(), default=0)
    return [
        (say("lab.pairs-linked", language, n=len(across)), len(across) >= _MANY_PAIRS),
        (say("lab.busiest", language, n=most), 0 < most < _BUSY),
    ]


def _placed(exercise: "Lab") -> Json:
    """One tie for each two units, each between two people who have no other."""
    tied = []
    for one, other in combinations(range(worlds.GROUPS), 2):
        a, b = chr(ord("A") + one), chr(ord("A") + other)
        tied.append([f"{a}{other}", f"{b}{one + 1}", exercise.strength])
    return done(tied[: exercise.ties], exercise)


# --- race, and free -------------------------------------------------------------------------------

_CLOSE = 3
"""Rounds off that still count as right."""


def _race(exercise: "Lab", answer: Json) -> Outcome:
    at, truth = answer["round"], exercise.round or 0
    if at == 0:
        return "never", 0.0
    if abs(at - truth) <= _CLOSE:
        return "close", 1.0
    return ("too-early" if at < truth else "too-late"), 0.5


GOALS: Mapping[str, Goal] = {
    "find": Goal(
        asks="person",
        outcomes=("broker", "near", "inside", "side", "few"),
        right=frozenset({"broker"}),
        judge=_find,
        key=_found,
        checks=_nothing,
    ),
    "mend": Goal(
        asks="ties",
        outcomes=("mended", "left-out", "same-person", "one-way", "no-way", "weak"),
        right=frozenset({"mended"}),
        judge=_mend,
        key=_mended,
        checks=_mend_checks,
        needs=("units",),
        spreads=True,
    ),
    "widen": Goal(
        asks="ties",
        outcomes=("narrow", "spare", "same-person", "same-source", "scattered", "stalls", "weak"),
        right=frozenset({"narrow", "spare"}),
        judge=_widen,
        key=_widened,
        checks=_widen_checks,
        needs=("units",),
        spreads=True,
    ),
    "place": Goal(
        asks="ties",
        outcomes=(
            "spread-out", "few-ties", "one-pair", "unit-left-out", "go-betweens", "few-pairs",
        ),
        right=frozenset({"spread-out"}),
        judge=_place,
        key=_placed,
        checks=_place_checks,
        needs=("ties",),
        compares=True,
    ),
    "race": Goal(
        asks="round",
        outcomes=("close", "too-early", "too-late", "never"),
        right=frozenset({"close"}),
        judge=_race,
        key=lambda exercise: {"round": exercise.round},
        checks=_nothing,
        needs=("round",),
    ),
    "free": Goal(
        asks="any",
        outcomes=("free",),
        right=frozenset(),
        judge=lambda _, __: ("free", 0.0),
        key=lambda _: None,
        checks=_nothing,
        spreads=True,
    ),
}  # fmt: skip
"""Every goal by the name that stands in a file."""
