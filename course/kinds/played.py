"""How the shared tests play an exercise that is dealt card by card, and what they see of it."""

from collections.abc import Callable
from typing import Any

from attrs import frozen

from course.kinds.cases import SUBMIT, Claim, Definition, Given, plain, wanted
from course.kinds.tried import cases
from course.words import say


@frozen
class Played:
    """How the cards of a deck are played by hand, one after another, and what is said to each.

    Attributes:
        things: the list that is dealt.
        places: the words of each place, by what an answer has for it.
        first: what an answer has for a card, by the card's id.
        right: where a card belongs.
        more: the words of what is pressed besides at a first try; None for nothing.
    """

    things: str
    places: Callable[[Definition, str], dict[Any, str]]
    first: Callable[[Any, str], Any]
    right: Callable[[Definition], Any]
    more: Callable[[Any, str, str], str | None] = lambda *_: None

    def missed(self, exercise: Definition, answer: Any) -> list[Definition]:
        """The cards that an answer has in the wrong place."""
        return [
            one for one in exercise[self.things] if self.first(answer, one["id"]) != self.right(one)
        ]

    def answer(self, me: Any, exercise: Definition, given: Given) -> None:
        """Play a whole deal: each card as in the answer, and rightly when it comes back."""
        card = me.card(exercise)
        if card.locator(".deck").get_attribute("data-stage") == "end":
            whole = wanted("button", say("card.deck-whole", me.language))
            again = card.locator(".all button").count()
            me.hand.press_each(card, [whole if again else SUBMIT])
        places, reasons = self.places(exercise, me.language), dict(given.reasons)
        missed = self.missed(exercise, given.answer)
        for one in exercise[self.things]:
            id, words = one["id"], one["text"][me.language]
            hint = one.get("hint") if one in missed else None
            more = self.more(given.answer, id, me.language)
            me.claim(exercise, {"says": plain(words)})
            for pressed in filter(None, (places[self.first(given.answer, id)], more)):
                self._press(me, exercise, pressed)
            self._go_on(me, exercise, hint[me.language] if hint else reasons[words])
        for one in missed:
            me.claim(exercise, {"says": plain(one["text"][me.language])})
            self._press(me, exercise, places[self.right(one)])
            self._go_on(me, exercise, one["feedback"][me.language])

    def _go_on(self, me: Any, exercise: Definition, told: str) -> None:
        """See what is said to a try, where the button is, and press it."""
        me.claim(exercise, {"announces": plain(told)}, {"focus": SUBMIT})
        me.hand.press_each(me.card(exercise), [SUBMIT])

    def _press(self, me: Any, exercise: Definition, words: str) -> None:
        me.hand.press_each(me.card(exercise), [wanted("button", words)])

    def work(self, me: Any, exercise: Definition, *, empty_first: bool) -> list[Any]:
        """Play it wrongly, then rightly, and see what stands at the end."""
        kind, answers = cases(exercise["kind"]), []
        for given in (kind.wrong(exercise, me.language), kind.right(exercise, me.language)):
            assert given is not None
            self.answer(me, exercise, given)
            me.see(exercise, given)
            me.see_saved(exercise)  # this answer, and not the one before
            answers.append(given.answer)
        return answers

    def reasons(self, exercise: Definition, given: Given, language: str) -> list[Claim]:
        """Of the cards that were missed the reasons stand open at the end."""
        missed = [one["text"][language] for one in self.missed(exercise, given.answer)]
        return [{"says": plain(why)} for about, why in given.reasons if about in missed]

    def entered(self, exercise: Definition, answer: Any, language: str) -> list[Claim]:
        """How many were right, as the end of a deal that was played earlier says."""
        n = len(exercise[self.things])
        right = n - len(self.missed(exercise, answer))
        return [{"says": say("card.deck-told", language, right=right, n=n)}]
