"""What the tests that all kinds share try on a kind of exercise: its ``cases.py``.

``cases.py`` of a kind knows how a small exercise of it is written, what may be answered to it, and
how a learner's hand fills in its card. The shared tests know no kind by its name, so that a new
kind is tested as soon as its folder is there. Only tests load such a module; it may import
hypothesis, and Playwright inside a function, and never a test.

It has these names:

- ``FIELDS``: the fields of a small exercise, besides what every exercise has.
- ``VALID``: a strategy of hypothesis for answers that the rules let through.
- ``right(exercise, language)``: an answer that is right, or one among equals, as `Given`.

and, where the kind needs them, these (what is left out does what is said here):

- ``BESIDE``: definitions of exercises that the small one stands on, by their files; none. What the
  example of ``page.md`` stands on lies in the folder ``beside``.
- ``PARTS``: classes of the rules, each with its place in the schema (``"cards"``); none.
- ``SECRET``: fields that no page is told before an answer, besides those in `tried`; none.
- ``REASONS``: fields whose texts are reasons, besides those in `tried`; none.
- ``FAULTS``: what an author is told who changes the example in ``page.md``, as `FaultCase`; none.
- ``is_judged(exercise)``: whether anything in it is right; True.
- ``agrees(exercise, verdict)``: whether right goes with the score; right is full marks.
- ``gives_away(exercise, task)``: whether what a page is told tells the key; False.
- ``mutations(definition)``: the file with one thing changed that decides what is right; none.
- ``wrong(exercise, language)``: an answer that is not right yet, as `Given`; None.

and for the browser:

- ``LACKS``: the sentence for an empty answer (``answer.``), and the list whose length is in it;
  None, for a card that is never empty.
- ``COUNTED``: what is said of how many hold, as `Counted`; None.
- ``PICTURED``: whether the picture of the answer is announced as well; None for no picture.
- ``UNFOLD``: the word (``card.``) on what is folded over the reasons; None.
- ``FIELD``: ``"line"`` or ``"area"`` where one text field is all that there is; None.
- ``controls(exercise, answer, language)``: what has to be pressed for an answer; nothing.
- ``entered(exercise, answer, language)``: claims that the answer stands there; the controls do.
- ``enter(me, exercise, card, answer)``: fill it in where pressing is not enough.
- ``reasons(exercise, given, language)``: claims of what is said to it; each reason in its place.
- ``answer(me, exercise, given)``: give an answer that is not sent all at once.
- ``work(me, exercise, empty_first)``: work the whole of it, where it is answered in turns.
- ``afterwards(me, exercise)``: what can be done when it has been worked; nothing.

What is dealt card by card has ``answer``, ``work``, ``reasons`` and ``entered`` from
`course.kinds.played`.

In the browser an exercise is a mapping, as its file has it; ``me`` is the learner of the browser's
tests, and a claim is one of those in their ``card.js``.
"""

from collections.abc import Callable, Iterable
from typing import Any

from attrs import define, field, frozen

from course.words import decimal

SUBMIT = {"role": "submit"}
"""The control that sends an answer."""

Definition = dict[str, Any]
"""An exercise as its file has it."""

Claim = dict[str, Any]
"""What is to come true of a card."""


@define
class Given:
    """An answer, and each reason that is told for it: what it is about (if anything), the words.

    ``hold`` is how many of its things hold, where each has a reason of its own.
    """

    answer: Any
    reasons: list[tuple[str | None, str]] = field(factory=list)
    hold: int = 0


@frozen
class Counted:
    """The sentence (``card.``) that says how many of a list hold, and the one for all of them."""

    key: str
    things: str
    all: str | None = None


@frozen
class FaultCase:
    """A change of the example, the line that it is told at, and the sentences.

    ``at`` begins what stands in that line; ``every`` changes every ``old``, and not the first only.
    """

    old: str
    new: str
    at: str
    swedish: str
    english: str
    every: bool = False


# --- words that a small exercise is made of -------------------------------------------------------


def text(words: str) -> dict[str, str]:
    """A text in both languages.

    >>> text("One")["sv"]
    'One på svenska'
    """
    return {"sv": f"{words} på svenska", "en": f"{words} in English"}


def why(id: str) -> Definition:
    """Something with words, and a reason of its own."""
    return {"id": id, "text": text(id), "feedback": text(f"Why {id}")}


def option(id: str, *, right: bool = False) -> Definition:
    """An option, which is right or not."""
    return {**why(id), "right": right}


def number(given: float, language: str) -> str:
    """A number as somebody writes it in the language, with no more decimals than it has.

    >>> number(12.5, "sv"), number(12, "sv")
    ('12,5', '12')
    """
    digits = next(n for n in range(3) if round(given, n) == round(given, 2))
    return decimal(given, digits, language)


# --- answers, and what a card says to them --------------------------------------------------------


def each(things: Iterable[Definition], language: str, key: str = "feedback") -> list[Any]:
    """What each thing is called, and the reason that is told of it."""
    return [(thing["text"][language], thing[key][language]) for thing in things]


def misplaced(
    things: Iterable[Definition], other: Callable[[Definition], str], language: str
) -> Given:
    """Each thing where it tempts, or else in some other place."""
    answer: dict[str, str] = {}
    reasons: list[tuple[str | None, str]] = []
    for thing in things:
        tempting = thing.get("tempting", {})
        at = answer[thing["id"]] = next(iter(tempting), other(thing))
        reasons.append((thing["text"][language], tempting.get(at, thing["feedback"])[language]))
    return Given(answer, reasons)


def chosen(option: Definition, language: str) -> Given:
    """The choice of an option, and its reason."""
    return Given(option["id"], [(None, option["feedback"][language])])


def wrong_option(exercise: Definition, language: str) -> Given | None:
    """The first option that is not right; None where none is."""
    options = exercise["options"]
    if not any(one.get("right") for one in options):
        return None
    return chosen(next(one for one in options if not one.get("right")), language)


def right_option(exercise: Definition, language: str) -> Given:
    """The first option that is right; the last where none is."""
    options = exercise["options"]
    return chosen(next((one for one in options if one.get("right")), options[-1]), language)


def one_of_options(exercise: Definition, answer: str, language: str) -> list[Claim]:
    """The radio button of an option."""
    words = next(one["text"] for one in exercise["options"] if one["id"] == answer)
    return [wanted("radio", words[language], on=True)]


def other_options(definition: Definition) -> Iterable[Definition]:
    """The file with each option in turn made right, or no longer so."""
    for i, one in enumerate(definition["options"]):
        yield with_part(definition, "options", i, right=not one.get("right", False))


def with_part(definition: Definition, name: str, i: int, **fields: Any) -> Definition:
    """The file with some fields of one thing in a list written otherwise."""
    parts = list(definition[name])
    parts[i] = {**parts[i], **fields}
    return {**definition, name: parts}


def told(_: Definition, given: Given, __: str) -> list[Claim]:
    """Each reason stands at the thing that it is about, or else in what is announced."""
    return [
        {"announces": plain(words)} if about is None else {"reason": [plain(about), plain(words)]}
        for about, words in given.reasons
    ]


def wanted(role: str, words: str, *, row: str | None = None, on: bool | None = None) -> Claim:
    """A control to press: its role and words, the row that it is in, how it should be then."""
    control: Claim = {"role": role, "name": plain(words), "row": row and plain(row)}
    return control if on is None else {**control, "on": on}


def plain(words: str) -> str:
    """Words as a page shows them: with one space between each two.

    >>> plain("two  words")
    'two words'
    """
    return " ".join(words.split())
