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
- ``SECRET``: fields that no page is told before an answer, besides those in `SECRET`; none.
- ``REASONS``: fields whose texts are reasons, besides those in `REASONS`; none.
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

import re
import shutil
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from attrs import define, field, frozen

from course.kinds import KINDS
from course.kinds.kind import Verdict
from course.words import decimal

SECRET = ("right", "feedback", "tempting", "after")
"""Fields that no page is told before an answer, whatever the kind."""

REASONS = ("feedback", "tempting", "after")
"""Fields whose texts are reasons, whatever the kind."""

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


class Cases:
    """What ``cases.py`` of a kind has, with what its docstring says of what is left out."""

    def __init__(self, module: ModuleType, folder: Path) -> None:
        """The cases of a module, and the folder of their kind."""
        own = vars(module)
        self.folder = folder
        self.fields: Definition = own["FIELDS"]
        self.valid: Any = own["VALID"]
        self.right: Callable[[Definition, str], Given] = own["right"]
        self.beside: Mapping[str, Definition] = own.get("BESIDE", {})
        self.parts: Iterable[tuple[type, str]] = own.get("PARTS", ())
        self.reasons_at: tuple[str, ...] = (*REASONS, *own.get("REASONS", ()))
        self.secret: tuple[str, ...] = (*SECRET, *own.get("SECRET", ()), *own.get("REASONS", ()))
        self.faults: tuple[FaultCase, ...] = own.get("FAULTS", ())
        self.is_judged: Callable[[Any], bool] = own.get("is_judged", lambda _: True)
        self.agrees: Callable[[Any, Verdict], bool] = own.get(
            "agrees", lambda _, verdict: verdict.right == (verdict.score == 1)
        )
        self.gives_away: Callable[[Any, Any], bool] = own.get("gives_away", lambda *_: False)
        self.mutations: Callable[[Definition], Iterable[Definition]] = own.get(
            "mutations", lambda _: ()
        )
        self.wrong: Callable[[Definition, str], Given | None] = own.get("wrong", lambda *_: None)
        self.lacks: tuple[str, str | None] | None = own.get("LACKS")
        self.counted: Counted | None = own.get("COUNTED")
        self.pictured: bool | None = own.get("PICTURED")
        self.unfold: str | None = own.get("UNFOLD")
        self.field: str | None = own.get("FIELD")
        self.controls: Callable[..., list[Claim]] = own.get("controls", lambda *_: [])
        self.entered: Callable[..., list[Claim]] = own.get("entered", self._stands)
        self.enter: Callable[..., None] = own.get("enter", self._press)
        self.reasons: Callable[..., list[Claim]] = own.get("reasons", told)
        self.answer: Callable[..., None] | None = own.get("answer")
        self.work: Callable[..., list[Any]] | None = own.get("work")
        self.afterwards: Callable[..., None] = own.get("afterwards", lambda *_: None)

    def _stands(self, exercise: Definition, answer: Any, language: str) -> list[Claim]:
        return [{"stands": one} for one in self.controls(exercise, answer, language)]

    def _press(self, me: Any, exercise: Definition, _: Any, answer: Any) -> None:
        me.set_controls(exercise, self.controls(exercise, answer, me.language))

    @property
    def page(self) -> str:
        """The kind's page in the documentation."""
        return (self.folder / "page.md").read_text(encoding="utf-8")

    @property
    def example(self) -> str:
        """The example of a file in the kind's page."""
        (found,) = re.findall(r"^```yaml\n(.*?)^```$", self.page, re.MULTILINE | re.DOTALL)
        return str(found)

    def write_example(self, folder: Path, text: str | None = None) -> Path:
        """Write the example as a file of its own name, with what it stands on; or another text."""
        text = self.example if text is None else text
        name = re.findall(r"^id: (.+)$", text, re.MULTILINE)[0]
        folder.mkdir(parents=True, exist_ok=True)
        if (self.folder / "beside").is_dir():
            shutil.copytree(self.folder / "beside", folder, dirs_exist_ok=True)
        file = folder / f"{name}.yml"
        file.write_text(text, encoding="utf-8")
        return file


@cache
def cases(kind: str) -> Cases:
    """The cases of a kind, by its name."""
    return Cases(import_module(f"{KINDS[kind].package}.cases"), KINDS[kind].folder)


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
