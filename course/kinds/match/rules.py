"""Match: two columns, and what in the one belongs to what in the other.

To the page, and so in an answer, a match has a name of its own: its pair's id would tell the key.
"""

import hashlib
import random
from collections.abc import Iterable, Iterator
from functools import partial

from attrs import field, frozen

from course.faults import Fault
from course.kinds.exercise import Exercise, Group
from course.kinds.kind import AnswerError, Asked, Recallable, Said, Verdict, Went
from course.kinds.options import accept_placed, polled_things, shown, twice
from course.kinds.polled import Poll
from course.kinds.sheet import Sheet
from course.plain import Json
from course.words.bilingual import Text

CHOSEN_WITH = {("extra", "text"): ("pairs", "match")}
"""What belongs to nothing is offered among what belongs to something."""

SECONDS = 25
"""Finding the match of a thing."""


@frozen
class Pair:
    """A thing, what belongs to it, and why; ``tempting`` is keyed by the id of another pair."""

    id: str
    text: Text
    match: Text
    feedback: Text
    tempting: dict[str, Text] = field(factory=dict)


@frozen(kw_only=True)
class Match(Exercise):
    """Pairs to find; ``extra`` are matches that belong to nothing."""

    pairs: list[Pair]
    extra: list[Group] = field(factory=list)


def _matches(exercise: Match) -> list[str]:
    return [*(pair.id for pair in exercise.pairs), *(one.id for one in exercise.extra)]


def named(exercise: Match, id: str) -> str:
    """What the page calls the match of a pair, or an extra one."""
    return hashlib.sha256(f"{exercise.id}/{id}".encode()).hexdigest()[:8]


def _ids(exercise: Match) -> dict[str, str]:
    return {named(exercise, id): id for id in _matches(exercise)}


def accept(exercise: Match, sent: object) -> dict[str, str]:
    """The name of the match of every pair; AnswerError when one is left or unknown."""
    return accept_placed((pair.id for pair in exercise.pairs), _ids(exercise), sent, "pairs-left")


def judge(exercise: Match, answer: dict[str, str]) -> Verdict:
    """The share of pairs that are found, and for each the reason."""
    ids = _ids(exercise)
    said = tuple(_said(pair, ids[answer[pair.id]]) for pair in exercise.pairs)
    right = sum(one.tone == "right" for one in said)
    return Verdict(right=right == len(said), score=right / len(said), said=said)


def _said(pair: Pair, chosen: str) -> Said:
    if chosen == pair.id:
        return Said(pair.feedback, "right", pair.id)
    return Said(pair.tempting.get(chosen, pair.feedback), "not-yet", pair.id)


def key(exercise: Match) -> dict[str, str]:
    """Every pair with its own match."""
    return {pair.id: named(exercise, pair.id) for pair in exercise.pairs}


def task(exercise: Match, language: str) -> Json:
    """The things, and the matches under names and in an order that tell nothing."""
    words = _words(exercise)
    ids = list(words)
    shuffle = random.Random(exercise.id)
    while ids == list(words):
        shuffle.shuffle(ids)
    matches = [{"id": named(exercise, id), "text": words[id].in_language(language)} for id in ids]
    return {"cards": shown(exercise.pairs, language), "matches": matches}


def _words(exercise: Match) -> dict[str, Text]:
    return {pair.id: pair.match for pair in exercise.pairs} | {
        one.id: one.text for one in exercise.extra
    }


def sheet(exercise: Match, language: str) -> Sheet:
    """The things, and the matches in the order that a page has them in."""
    asked = task(exercise, language)
    cards, matches = (tuple(one["text"] for one in asked[name]) for name in ("cards", "matches"))
    return Sheet(rows=cards, places=matches)


def recall(exercise: Match, answer: dict[str, str], language: str) -> str:
    """Each thing and the match that was chosen for it, a line each."""
    ids, words = _ids(exercise), _words(exercise)
    return "\n".join(
        f"{pair.text.in_language(language)} → {words[ids[answer[pair.id]]].in_language(language)}"
        for pair in exercise.pairs
    )


def faults(exercise: Match) -> Iterable[Fault]:
    """An id that stands twice, or a tempting match that does not exist."""
    yield from twice((pair.id for pair in exercise.pairs), "pairs")
    yield from twice(_matches(exercise)[len(exercise.pairs) :], "extra")
    known = _matches(exercise)
    for i, one in enumerate(exercise.extra):
        if any(one.id == pair.id for pair in exercise.pairs):
            yield Fault(("extra", i, "id"), "id-twice", {"id": one.id})
    for i, pair in enumerate(exercise.pairs):
        others = [one for one in known if one != pair.id]
        for chosen in pair.tempting:
            if chosen not in others:
                values = {"given": chosen, "known": ", ".join(others)}
                yield Fault(("pairs", i, "tempting", chosen), "unknown-match", values)


def polled(exercise: Match, language: str) -> Poll:
    """The things, each put with one of the matches."""
    return polled_things(exercise.pairs, task(exercise, language)["matches"], language)


MOST_ASKED = 4
"""How many matches a pair is asked anew among: its own, and others in an order of its own."""


def recallable(exercise: Match) -> Iterator[Recallable]:
    """Each pair, to be found again among a few matches."""

    def few(pair: Pair) -> list[str]:
        others = [id for id in _matches(exercise) if id != pair.id]
        others.sort(key=lambda id: named(exercise, f"{pair.id}/{id}"))
        chosen = {pair.id, *others[: MOST_ASKED - 1]}
        return sorted(chosen, key=lambda id: named(exercise, id))

    def ask(pair: Pair, language: str) -> Asked:
        words = _words(exercise)
        options = tuple(
            {"id": named(exercise, id), "text": words[id].in_language(language)} for id in few(pair)
        )
        return Asked(pair.text.in_language(language), options)

    def reply(pair: Pair, option: str) -> Said:
        ids = _ids(exercise)
        if option not in ids:
            raise AnswerError("unknown-option")
        return _said(pair, ids[option])

    def went(pair: Pair, answer: dict[str, str]) -> Went:
        return "right" if answer[pair.id] == named(exercise, pair.id) else "wrong"

    for pair in exercise.pairs:
        yield Recallable(
            id=pair.id, ask=partial(ask, pair), reply=partial(reply, pair), went=partial(went, pair)
        )
