"""A deck: the cards of an exercise that is dealt one at a time, each tried by itself.

What is sent are the tries of a deal so far, in their order. A card that is wrong at its first try
comes back once at the end; then the deal is over. The first try of each card is the answer, in the
form that the kind's answers have always had, so a deal that is over is one answer like any other.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from attrs import field, frozen

from course.kinds.kind import AnswerError, Said
from course.words.bilingual import Text

TRIES = 2
"""How often a card comes in one deal, at most."""


@frozen
class Card:
    """A card: how a try at it is read and judged.

    Attributes:
        id: its name, as in the file.
        place: where it belongs, as a page has it.
        accept: from what a page sent to a try in plain JSON, or AnswerError.
        judge: what is said to a try that was accepted.
        hint: what is said to a wrong first try; None where the author wrote none.
    """

    id: str
    place: object
    accept: Callable[[object], Any]
    judge: Callable[[Any], Said]
    hint: Text | None = None


def _same(first: Any) -> Any:
    return first


@frozen
class Deck:
    """Cards in their order, and how their first tries make an answer of the kind."""

    cards: tuple[Card, ...]
    answer: Callable[[dict[str, Any]], Any] = field(default=_same)

    @property
    def ids(self) -> tuple[str, ...]:
        """The cards' ids, in the order in which they are dealt."""
        return tuple(card.id for card in self.cards)


@frozen
class Try:
    """A try at a card, and what is said to it; ``place`` is told where the card will not return."""

    card: str
    value: Any
    said: Said
    is_hint: bool
    place: object = None

    @property
    def right(self) -> bool:
        """Whether the card was put where it belongs."""
        return self.said.tone == "right"


@frozen
class Deal:
    """A deal so far: the cards in it and the tries at them."""

    deck: Deck
    ids: tuple[str, ...]
    tries: tuple[Try, ...]

    @property
    def is_over(self) -> bool:
        """Whether no card is left: each is right, or has come twice."""
        over = {one.card for one in self.tries if one.right}
        again = [one.card for one in self.tries]
        return all(id in over or again.count(id) >= TRIES for id in self.ids)

    @property
    def is_whole(self) -> bool:
        """Whether all cards are in it; what deals some of them again is practice, and no answer."""
        return set(self.ids) == set(self.deck.ids)

    def answer(self) -> Any:
        """The first try of each card, as an answer of the kind."""
        first: dict[str, Any] = {}
        for one in self.tries:
            first.setdefault(one.card, one.value)
        return self.deck.answer({id: first[id] for id in self.deck.ids})

    def sent(self) -> dict[str, Any]:
        """The deal as a page would send it, to be kept as what was begun."""
        tries = [[one.card, one.value] for one in self.tries]
        return {"tries": tries} if self.is_whole else {"tries": tries, "of": list(self.ids)}


def deal_of(deck: Deck, sent: object) -> Deal:
    """A deal from ``tries``, pairs of a card's id and where it was put, and ``of``, its cards.

    Raises AnswerError for what no page would have sent: a card that is not in the deal, or comes
    again although it was right, or too often.
    """
    if not isinstance(sent, Mapping) or set(sent) - {"tries", "of"}:
        raise AnswerError("unknown-option")
    of, tries = sent.get("of") or list(deck.ids), sent.get("tries")
    if not _are_ids(of, deck.ids) or not isinstance(tries, list):
        raise AnswerError("unknown-option")
    ids = tuple(id for id in deck.ids if id in of)
    cards = {card.id: card for card in deck.cards if card.id in ids}
    made: list[Try] = []
    for one in tries:
        if not isinstance(one, list) or len(one) != 2:
            raise AnswerError("unknown-option")
        card = cards.get(one[0]) if isinstance(one[0], str) else None
        if card is None or not _may_come(card.id, made):
            raise AnswerError("unknown-option")
        made.append(_tried(card, card.accept(one[1]), made))
    return Deal(deck, ids, tuple(made))


def _are_ids(of: object, known: Sequence[str]) -> bool:
    return isinstance(of, list) and all(isinstance(id, str) and id in known for id in of)


def _may_come(id: str, made: list[Try]) -> bool:
    earlier = [one for one in made if one.card == id]
    return len(earlier) < TRIES and not any(one.right for one in earlier)


def _tried(card: Card, value: Any, made: list[Try]) -> Try:
    said = card.judge(value)
    if said.tone == "right":
        return Try(card.id, value, said, is_hint=False, place=card.place)
    is_first = all(one.card != card.id for one in made)
    if not is_first:
        return Try(card.id, value, said, is_hint=False, place=card.place)
    if card.hint is None:
        return Try(card.id, value, said, is_hint=False)
    return Try(card.id, value, Said(card.hint, "not-yet", card.id), is_hint=True)
