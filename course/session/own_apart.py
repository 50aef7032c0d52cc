"""One's own organisation, answered in another process than the one that has the journal.

What is kept of it goes along with each question, and comes back as the answer leaves it: there a
journal in memory stands for the learner's own.
"""

from typing import Any

from course.journal import Journal, MemoryStore
from course.plain import Json
from course.portfolio import ours
from course.portfolio.plan import NINETY_DAYS
from course.session.own import COST, PLACE, Own

_DRAFTS = {"organisation": PLACE, "cost": COST}


def kept(journal: Journal) -> Json:
    """What a journal keeps of one's own organisation: the network, its cost, and what is planned.

    >>> kept(Journal(MemoryStore()))
    {'organisation': None, 'cost': None, 'planned': ''}
    """
    event = journal.planned().get(ours.ITEM)
    drafts = {name: journal.draft(*place) for name, place in _DRAFTS.items()}
    return {**drafts, "planned": (event.words or "") if event else ""}


def keep(journal: Journal, before: Json, after: Json, language: str) -> None:
    """Have a journal keep what an answer has changed, and nothing else."""
    for name, place in _DRAFTS.items():
        if after[name] != before[name]:
            journal.keep_draft(*place, after[name])
    if after["planned"] != before["planned"]:
        journal.plan(NINETY_DAYS[0], ours.ITEM, after["planned"], language=language)


class Apart:
    """Who answers there, in one language; a table that is read in steps stays there meanwhile."""

    def __init__(self, language: str) -> None:
        self._journal = Journal(MemoryStore())
        self._own = Own(self._journal, language)
        self._language = language

    def answer(self, asked: Any, ties: bytes, units: bytes, before: Json) -> tuple[Json, Json]:
        """What `Own.handle` tells, and what is kept from then on.

        >>> apart, nothing = Apart("en"), kept(Journal(MemoryStore()))
        >>> told, _ = apart.answer({"do": "read", "who": "units"}, b"from,to\\nA,B", b"", nothing)
        >>> _, after = apart.answer({"do": "keep", "network": told["network"]}, b"", b"", nothing)
        >>> after["organisation"]["names"]
        ['A', 'B']
        """
        keep(self._journal, kept(self._journal), before, self._language)
        told = self._own.handle(asked, ties, units)
        return told, kept(self._journal)
