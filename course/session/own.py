"""One's own organisation: read, shown as it is understood, kept without names, deleted.

It is kept as something begun is, beside the journal and not in it: so deleting it removes it, and
no export has it. Only what the learner takes into the plan is kept as the plan is. Names of people
are exchanged for numbers before anything of it can be kept; the key goes back to the page that
asked, and nowhere else.
"""

import random
from collections.abc import Iterable
from itertools import count
from math import inf
from time import perf_counter
from typing import TYPE_CHECKING, Any

from attrs import asdict

from course.journal import Journal
from course.plain import Json
from course.portfolio import ours
from course.portfolio.plan import NINETY_DAYS
from course.session import own_help, own_later, own_planned, own_spread, own_told
from course.words import interface, say

if TYPE_CHECKING:
    from course.networks.given import Given, Remark
    from course.networks.given.steps import Steps
    from course.networks.organisation.helping import Cost
    from course.networks.organisation.neutral import Organisation

PLACE = ("", "own-organisation")
COST = ("", "own-cost")
"""Where it is kept, and what a new tie costs: the exercises of no lesson."""

_MOST_REMARKS = 60
"""Sentences on a table that are told: nobody reads more."""

_MOST_ROWS = 6
"""Rows that a sentence names; of more it says so with three dots."""

_TURN = 0.05
"""Seconds that a table is read in one go, where the page asks for steps."""

_SEPARATORS = {"\t": "tab", ";": "semicolon", ",": "comma", "|": "bar"}


def words(language: str) -> dict[str, str]:
    """All that the page says by itself, with the words of what is played and saved on a card."""
    card = interface(language, "card")
    shared = {key: text for key, text in card.items() if key.startswith(("play", "save-as"))}
    return {**shared, **interface(language, "own")}


class Own:
    """What a page on one's own organisation asks, in one language.

    >>> from course.journal import MemoryStore
    >>> own = Own(Journal(MemoryStore()), "en")
    >>> read = own.handle({"do": "read", "who": "people"}, b"from,to\\nAnn,Bo")
    >>> read["network"]["names"], sorted(read["key"])
    ([], ['Ann', 'Bo'])
    >>> own.handle({"do": "keep", "network": read["network"]})["problem"]
    ''
    >>> own.handle({"do": "show"})["size"]
    2
    """

    def __init__(self, journal: Journal, language: str) -> None:
        self._journal = journal
        self._language = language
        self._steps: Steps[Given] | None = None
        self._begun = count(1)
        self._which = 0

    def handle(self, asked: Any, ties: bytes = b"", units: bytes = b"") -> Json:
        """Answer what a page asks; never raises for what is sent.

        ``read`` (with ``who``: units or people) says what was understood of a table, and gives the
        network without names of people, and their key. With ``steps`` it may say instead how far it
        has come, a ``share`` of 1, and is asked again with the number that it gives as ``reading``,
        until all is read or ``leave`` leaves it off. ``keep`` keeps such a ``network``, and
        ``forget`` removes it. ``show`` and ``spread`` tell of the ``network``, or of the one that
        is kept; ``show`` tells first what is quick, then each ``part`` by its id, or all as
        ``rest``. ``cost`` keeps the hours a month that a new tie takes (``across``, ``within``
        where there are units, and the ``budget``; none of them drops it), and tells again which
        ties would help. ``compare`` tells of a network that came ``later``, where ``match`` has for
        each of its people which of ours that is, -1 for none. ``plan`` takes it into the plan, with
        ``bridge`` (the place of a tie that was suggested, or null) and ``named`` (whether units
        have their names there), and ``unplan`` takes it out again, as ``forget`` does. Whether it
        is in the plan is told as ``planned``.
        """
        do = asked.get("do") if isinstance(asked, dict) else None
        if do == "read":
            return self._read(asked, ties, units)
        if do == "leave":
            self._steps = None
            return {}
        if do == "forget":
            from course.networks.organisation import hanging

            hanging.forget()
            self._steps = None
            for place in (PLACE, COST):
                self._journal.keep_draft(*place, None)
            return self._plan("")
        if do == "unplan":
            return self._plan("")
        organisation = self._organisation(asked.get("network")) if do else None
        if organisation is None:
            return {"nothing": True, **({"planned": True} if self._is_planned() else {})}
        if do == "show":
            return self._show(organisation, asked.get("part"))
        does = {
            "plan": self._take,
            "keep": self._keep,
            "spread": self._spread,
            "cost": self._costs,
            "compare": self._compare,
        }
        done = does.get(do) if isinstance(do, str) else None
        return done(organisation, asked) if done else {"nothing": True}

    def _organisation(self, given: Any) -> "Organisation | None":
        """What a page has sent, or else what is kept; None where that is nothing."""
        from course.networks.organisation.neutral import Organisation

        said = self._journal.draft(*PLACE) if given is None else given
        try:
            return Organisation.of_json(said)
        except ValueError:
            return None

    @property
    def _cost(self) -> "Cost | None":
        return own_help.cost_of(self._journal.draft(*COST))

    def _show(self, organisation: "Organisation", part: Any) -> Json:
        language = self._language
        if part is None:
            return {**own_told.first(organisation, language), "planned": self._is_planned()}
        parts = own_told.PARTS if part == "rest" else [one for one in own_told.PARTS if one == part]
        return {"sections": [self._part(organisation, one) for one in parts]}

    def _part(self, organisation: "Organisation", id: str) -> Json:
        told = own_told.part(organisation, id, self._cost, self._language)
        if id != "help":
            return told
        planned = ours.from_words(self._planned())
        return {**told, "planned": own_planned.chosen(organisation, planned, self._cost)}

    def _spread(self, organisation: "Organisation", asked: Json) -> Json:
        begin, contacts = asked.get("begin"), asked.get("contacts")
        return own_spread.told(organisation, begin, contacts, self._language)

    def _costs(self, organisation: "Organisation", asked: Json) -> Json:
        said = {name: asked[name] for name in ("within", "across", "budget") if asked.get(name)}
        cost = own_help.cost_of(said)
        if said and cost is None:
            return {"problem": say("own.cost-problem", self._language)}
        self._journal.keep_draft(*COST, asdict(cost) if cost else None)
        return {"problem": "", "section": self._part(organisation, "help")}

    def _compare(self, organisation: "Organisation", asked: Json) -> Json:
        from course.networks.organisation.neutral import Organisation

        try:
            later = Organisation.of_json(asked.get("later"))
        except ValueError:
            return {"nothing": True}
        return own_later.told(organisation, later, asked.get("match"), self._language)

    def _take(self, organisation: "Organisation", asked: Json) -> Json:
        bridge, named = asked.get("bridge"), asked.get("named") is True
        taken = own_planned.taken(
            organisation, bridge, cost=self._cost, named=named, language=self._language
        )
        return self._plan(taken.as_words())

    def _is_planned(self) -> bool:
        return bool(self._planned())

    def _planned(self) -> str:
        event = self._journal.planned().get(ours.ITEM)
        return (event.words or "") if event else ""

    def _plan(self, words: str) -> Json:
        """Have this stand in the plan from now on; what stands there already is no event."""
        if words != self._planned():
            self._journal.plan(NINETY_DAYS[0], ours.ITEM, words, language=self._language)
        return {"planned": bool(words)}

    def _keep(self, organisation: "Organisation", _: Json) -> Json:
        try:
            self._journal.keep_draft(*PLACE, organisation.as_json())
        except ValueError:
            return {"problem": say("own.too-large", self._language)}
        return {"problem": ""}

    def _read(self, asked: Json, ties: bytes, units: bytes) -> Json:
        from course.networks.given import UnreadableError, reading
        from course.networks.organisation.neutral import neutral

        who = str(asked.get("who", ""))
        which = asked.get("reading")
        if which is None:
            self._steps, self._which = reading(ties, units or None), next(self._begun)
        elif self._steps is None or which != self._which:
            return {"nothing": True}  # another page has begun to read since
        steps, self._steps = self._steps, None
        ends = perf_counter() + _TURN if asked.get("steps") else inf
        try:
            while True:
                share = next(steps)
                if perf_counter() > ends:
                    self._steps = steps
                    return {"reading": self._which, "share": round(share, 3)}
        except StopIteration as end:
            given = end.value
        except UnreadableError as error:
            return {"problem": self._told(*_together([error.remark])[0])}
        lots = random.SystemRandom()  # so that nobody can draw the same again
        made, key = neutral(given.graph, people=who != "units", rng=lots)
        return {
            "understood": self._understood(given),
            "who": "people" if given.report.units else "",
            "network": made.as_json(),
            "key": list(key) if made.of_people else [],
        }

    def _understood(self, given: "Given") -> Json:
        report, language = given.report, self._language
        facts = {"nodes": str(report.nodes), "ties": str(report.ties)}
        if report.units:
            facts["units"] = str(report.units)
        facts["form"] = say(f"own.form-{report.form}", language)
        if report.separator in _SEPARATORS:
            facts["separator"] = say(f"own.separator-{_SEPARATORS[report.separator]}", language)
        if report.left_out:
            facts["unused"] = str(len(report.left_out))
        told = _together(report.remarks)
        return {
            "facts": [[say(f"own.fact-{name}", language), value] for name, value in facts.items()],
            "remarks": [
                {"text": self._told(one, rows), "counts": one.counts}
                for one, rows in told[:_MOST_REMARKS]
            ],
            "more": max(0, len(told) - _MOST_REMARKS),
        }

    def _told(self, remark: "Remark", rows: list[int]) -> str:
        told = say(f"given.{remark.key}", self._language, **remark.values)
        if not rows:
            return told
        key = "row" if len(rows) == 1 else "rows"
        named = ", ".join(map(str, rows[:_MOST_ROWS])) + (" …" if len(rows) > _MOST_ROWS else "")
        place = say(f"given.{key}", self._language, row=named, told=told)
        return say("given.of-list", self._language, told=place) if remark.is_of_list else place


def _together(remarks: "Iterable[Remark]") -> "list[tuple[Remark, list[int]]]":
    """The remarks that say the same told once, with the rows of all of them.

    >>> from course.networks.given import Remark
    >>> same = [Remark("not-in-list", row, {"name": "IT"}, counts=False) for row in (3, 8)]
    >>> [(one.key, rows) for one, rows in _together(same)]
    [('not-in-list', [3, 8])]
    """
    found: dict[object, tuple[Remark, list[int]]] = {}
    for one in remarks:
        same = (one.key, tuple(sorted(one.values.items())), one.is_of_list)
        found.setdefault(same, (one, []))[1].extend([] if one.row is None else [one.row])
    return list(found.values())
