"""Sort: cards into groups. Each card carries the reason why it belongs where it belongs."""

from collections.abc import Iterable, Iterator
from functools import partial

from attrs import field, frozen

from course.faults import Fault
from course.kinds import deck as decks
from course.kinds.exercise import Exercise, Group
from course.kinds.kind import AnswerError, Asked, Recallable, Said, Verdict, Went
from course.kinds.options import accept_placed, polled_things, shown, twice
from course.kinds.polled import Poll
from course.kinds.sheet import Sheet, shuffled
from course.plain import Json
from course.words.bilingual import Text

HINTED = "cards"

SECONDS = 15
"""Placing a card."""


@frozen
class Card:
    """A card, the group that it belongs to, and why.

    ``tempting`` holds, for a group that is a plausible mistake, why it is tempting and still wrong;
    ``hint`` is what is said to a first try in the wrong group, and gives no group away.
    """

    id: str
    text: Text
    group: str
    feedback: Text
    tempting: dict[str, Text] = field(factory=dict)
    hint: Text | None = None


@frozen(kw_only=True)
class Sort(Exercise):
    """Groups, and the cards to place in them."""

    groups: list[Group]
    cards: list[Card]


def accept(exercise: Sort, sent: object) -> dict[str, str]:
    """The group of every card, by card id; AnswerError when a card is left or a name is unknown."""
    groups = {group.id for group in exercise.groups}
    return accept_placed((card.id for card in exercise.cards), groups, sent, "cards-left")


def judge(exercise: Sort, answer: dict[str, str]) -> Verdict:
    """The share of cards in their own group, and for each card the reason."""
    said = tuple(_said(card, answer[card.id]) for card in exercise.cards)
    right = sum(one.tone == "right" for one in said)
    return Verdict(right=right == len(said), score=right / len(said), said=said)


def _said(card: Card, group: str) -> Said:
    if group == card.group:
        return Said(card.feedback, "right", card.id)
    return Said(card.tempting.get(group, card.feedback), "not-yet", card.id)


def deck(exercise: Sort) -> decks.Deck:
    """The cards, each put into a group by itself."""
    groups = {group.id for group in exercise.groups}

    def accept(sent: object) -> str:
        if not isinstance(sent, str) or sent not in groups:
            raise AnswerError("unknown-option")
        return sent

    return decks.Deck(
        tuple(
            decks.Card(card.id, card.group, accept, partial(_said, card), card.hint)
            for card in exercise.cards
        )
    )


def key(exercise: Sort) -> dict[str, str]:
    """Every card in its own group."""
    return {card.id: card.group for card in exercise.cards}


def task(exercise: Sort, language: str) -> Json:
    """The groups and the cards."""
    return {
        "groups": shown(exercise.groups, language),
        "cards": shown(exercise.cards, language),
    }


def sheet(exercise: Sort, language: str) -> Sheet:
    """The cards in an order that tells nothing, and the groups."""
    cards = tuple(card.text.in_language(language) for card in exercise.cards)
    places = tuple(group.text.in_language(language) for group in exercise.groups)
    return Sheet(rows=shuffled(cards, exercise.id), places=places)


def recall(exercise: Sort, answer: dict[str, str], language: str) -> str:
    """Each card and the group that it was placed in, a line each."""
    groups = {group.id: group.text.in_language(language) for group in exercise.groups}
    return "\n".join(
        f"{card.text.in_language(language)} → {groups[answer[card.id]]}" for card in exercise.cards
    )


def faults(exercise: Sort) -> Iterable[Fault]:
    """A card without a group that exists, a group without cards, an id that stands twice."""
    yield from twice((group.id for group in exercise.groups), "groups")
    yield from twice((card.id for card in exercise.cards), "cards")
    groups = [group.id for group in exercise.groups]
    for i, card in enumerate(exercise.cards):
        if card.group not in groups:
            yield Fault(
                ("cards", i, "group"),
                "unknown-group",
                {"given": card.group, "known": ", ".join(groups)},
            )
        for group in card.tempting:
            if group not in groups or group == card.group:
                yield Fault(
                    ("cards", i, "tempting", group),
                    "unknown-group",
                    {"given": group, "known": ", ".join(g for g in groups if g != card.group)},
                )
    for i, group in enumerate(groups):
        if all(card.group != group for card in exercise.cards):
            yield Fault(("groups", i), "empty-group", {"id": group})


def polled(exercise: Sort, language: str) -> Poll:
    """The cards, each put into a group."""
    return polled_things(exercise.cards, shown(exercise.groups, language), language)


def recallable(exercise: Sort) -> Iterator[Recallable]:
    """Each card, to be put into its group again."""
    groups = [group.id for group in exercise.groups]

    def reply(card: Card, group: str) -> Said:
        if group not in groups:
            raise AnswerError("unknown-option")
        return _said(card, group)

    def ask(card: Card, language: str) -> Asked:
        return Asked(card.text.in_language(language), tuple(shown(exercise.groups, language)))

    def went(card: Card, answer: dict[str, str]) -> Went:
        return "right" if answer[card.id] == card.group else "wrong"

    for card in exercise.cards:
        yield Recallable(
            id=card.id,
            ask=partial(ask, card),
            reply=partial(reply, card),
            went=partial(went, card),
        )
