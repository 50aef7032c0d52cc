"""What a kind of exercise is: its rules, and the verdict that they give on an answer."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, Literal, Protocol

from attrs import field, frozen

from course.faults import Fault
from course.kinds.exercise import Exercise
from course.kinds.polled import Poll
from course.kinds.sheet import Sheet
from course.plain import Json
from course.words.bilingual import Text

if TYPE_CHECKING:
    from course.plots.picture import Picture

Tone = Literal["right", "not-yet", "note"]


class AnswerError(Exception):
    """An answer that no rule can judge; ``key`` names the sentence that says why (``answer.``)."""

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


@frozen
class Said:
    """One piece of feedback: its words, its tone, and the option or card that it is about."""

    text: Text
    tone: Tone
    about: str | None = None


@frozen(kw_only=True)
class Verdict:
    """What the course says to an answer.

    Attributes:
        right: whether it is right; None where there is no right or wrong.
        score: the share of what could be right that is, 0 to 1; None likewise.
        said: the feedback, the most important first.
        detail: what a view may draw besides (a profile, who adopted in which round).
    """

    right: bool | None
    score: float | None = field()
    said: tuple[Said, ...]
    detail: Json = field(factory=dict)

    @score.validator
    def _within_bounds(self, _: object, score: float | None) -> None:
        if score is not None and not 0 <= score <= 1:
            raise ValueError(f"a score lies between 0 and 1, not {score}")


class Given(Protocol):
    """An answer as the journal has it."""

    @property
    def answer(self) -> Any:
        """What was answered."""

    @property
    def time(self) -> str:
        """When, in ISO 8601."""


Answers = Callable[[str, str], Iterable[Given]]
"""The answers to an exercise, by its lesson and id, in their order."""


@frozen
class TakenAlong:
    """What goes from an answer into the learner's plan: what it is about, and the words.

    ``advice`` is the course's own word on it, for the one goal of the course.
    """

    about: str
    words: str
    advice: str = ""


@frozen
class Level:
    """How high somebody's own answers put one thing: its name, and a mean from 1 to ``of``."""

    about: str
    mean: float | None
    of: int


Went = Literal["right", "unsure", "wrong"]
"""How a thing that can be asked anew was answered."""


@frozen
class Asked:
    """A thing asked anew, in one language: its words, and the answers to choose among.

    ``prompted`` is whether the exercise's own prompt is needed to understand it.
    """

    text: str
    options: tuple[Json, ...]
    prompted: bool = True


@frozen(kw_only=True)
class Recallable:
    """One thing of an exercise that can be asked anew by itself: a card, a claim, a choice.

    Attributes:
        id: its own, within the exercise.
        ask: it, in a language.
        reply: the reason for an answer, by its id; AnswerError for one that is not among them.
        went: how it went in an answer to the whole exercise; None where it was not answered.
    """

    id: str
    ask: Callable[[str], Asked]
    reply: Callable[[str], Said]
    went: Callable[[Any], Went | None]


class Kind:
    """A kind of exercise: the functions of its ``rules.py``, by their names.

    ``rules.py`` has a class of exercises and these functions:

    - ``accept(exercise, sent)``: from what a page sent to an answer in plain JSON, or AnswerError.
    - ``judge(exercise, answer)``: the verdict on an answer that ``accept`` let through.
    - ``key(exercise)``: an answer that scores full marks; None where nothing is right or wrong.
    - ``task(exercise, language)``: what a page needs to ask, in one language, without the key.
    - ``recall(exercise, answer, language)``: an answer in words, to be read again.
    - ``faults(exercise)``: what is wrong with a file that no schema can say.

    and, where the kind needs them, these (what is left out does what is said here):

    - ``BUTTON``: the word on the button before the first answer; ``"answer"``.
    - ``HINTED``: the list whose things each have a hint for a wrong first try; none.
    - ``CHOSEN_WITH``: fields, by list and name, whose words are offered together with those of
      another; none. ``{("extra", "text"): ("pairs", "match")}`` of a match.
    - ``deck(exercise)``: its cards, where they are dealt one at a time; None.
    - ``SECONDS``: how long one item takes to think about and answer, besides reading; 15.
    - ``items(exercise)``: how many items there are to answer; as many as the key gets reasons.
    - ``reads(exercise, language)``: the texts that are read; prompt, lines, the key's reasons.
    - ``beside(exercise)``: patterns of the files that an exercise stands on; none.
    - ``join(exercise, others)``: the exercise together with those others, by file; as it is.
    - ``placed(exercise, units, people)``: it with an overlay's units and names, by ours; as it is.
    - ``spoilt(exercise, ours, people)``: what an overlay's network makes untrue of it; nothing.
    - ``parts(exercise)``: exercises within it, each with its file; none.
    - ``fresh(exercise, name, answers)``: what a page needs to begin anew; None.
    - ``before(exercise, answers)``: what an earlier answer adds to the detail of a verdict; {}.
    - ``picture(exercise, detail, language)``: a picture of the answer; None.
    - ``scenes(exercise, setting, language)``: what its model shows, ever more surely; nothing.
    - ``tries(exercise, answers)``: how many times it was taken, by answers; their number.
    - ``taken_along(exercise, answer, language)``: what goes into the learner's plan; nothing.
    - ``drawn_along(exercise, answer, language)``: a picture that goes along, as data and words; {}.
    - ``levels(exercise, answer, language)``: what it measured, as `Level`, to be held against the
      same at another time; nothing.
    - ``lines(task)``: what there is to choose among, on paper; options or cards, hints.
    - ``sheet(exercise, language)``: what there is to answer on paper; options to tick, or nothing.
    - ``recallable(exercise)``: the things of it that can be asked anew, as `Recallable`; none.
    - ``in_short(exercise, answer, language)``: an answer in a few words, to come back to; "".
    - ``goal(exercise)``: how many must hold, of how many, for the certificate; None.
    - ``first(exercise, answers)``: what was answered first, to be told beside the latest; None.
    - ``standards(exercise)``: what ``check`` asks besides, of a file without faults; nothing.
    - ``counts(exercise)``: what is to be counted in it, for the table of ``check``; "".
    - ``polled(exercise, language)``: how a class answers it, as `course.kinds.polled.Poll`; None
      where what is answered cannot be counted.
    - ``recorded(exercises)``: what it reads in ``recorded.json`` of its folder where NumPy is
      not to be had, as in a browser; nothing.
    """

    def __init__(self, name: str, folder: Path, rules: ModuleType) -> None:
        """A kind that is called ``name`` in files, of the rules in a folder."""
        self.name = name
        self.folder = folder
        self.package = rules.__name__.rpartition(".")[0]
        self._rules = rules
        self.accept: Callable[[Any, object], Any] = rules.accept
        self.judge: Callable[[Any, Any], Verdict] = rules.judge
        self.key: Callable[[Any], Any] = rules.key
        self.task: Callable[[Any, str], Json] = rules.task
        self.recall: Callable[[Any, Any, str], str] = rules.recall
        self.faults: Callable[[Any], Iterable[Fault]] = rules.faults
        self.button: str = getattr(rules, "BUTTON", "answer")
        self.hinted: str = getattr(rules, "HINTED", "")
        self.chosen_with: Mapping[tuple[str, str], tuple[str, str]] = getattr(
            rules, "CHOSEN_WITH", {}
        )
        self.seconds: int = getattr(rules, "SECONDS", 15)
        self.items: Callable[[Any], int] = getattr(rules, "items", self._items)
        self.reads: Callable[[Any, str], Iterable[str]] = getattr(rules, "reads", self._reads)
        self.beside: Callable[[Any], Sequence[str]] = self._or("beside", ())
        self.deck: Callable[[Any], Any] = self._or("deck", None)  # a course.kinds.deck.Deck
        self.parts: Callable[[Any], Iterable[tuple[Path, Exercise]]] = self._or("parts", ())
        self.fresh: Callable[[Any, str, Iterable[Any]], Json | None] = self._or("fresh", None)
        self.before: Callable[[Any, Answers], Json] = self._or("before", {})
        self.picture: Callable[[Any, Json, str], Picture | None] = self._or("picture", None)
        self.scenes: Callable[[Any, object, str], Iterator[Json]] = self._or("scenes", iter(()))
        self.has_scenes = hasattr(rules, "scenes")
        self.taken_along: Callable[[Any, Any, str], Iterable[TakenAlong]] = self._or(
            "taken_along", ()
        )
        self.drawn_along: Callable[[Any, Any, str], Json] = self._or("drawn_along", {})
        self.levels: Callable[[Any, Any, str], Iterable[Level]] = self._or("levels", ())
        self.recallable: Callable[[Any], Iterable[Recallable]] = self._or("recallable", ())
        self.in_short: Callable[[Any, Any, str], str] = self._or("in_short", "")
        self.goal: Callable[[Any], tuple[int, int] | None] = self._or("goal", None)
        self.has_goal = hasattr(rules, "goal")
        self.standards: Callable[[Any], Iterable[Fault]] = self._or("standards", ())
        self.counts: Callable[[Any], str] = self._or("counts", "")
        self.recorded: Callable[[Sequence[Any]], Json] = self._or("recorded", {})
        self.polled: Callable[[Any, str], Poll | None] = self._or("polled", None)
        self.first: Callable[[Any, Sequence[Any]], Any] = self._or("first", None)
        self.join: Callable[[Any, Mapping[Path, Exercise]], Exercise] = getattr(
            rules, "join", lambda exercise, others: exercise
        )
        self.placed: Callable[[Any, Mapping[str, str], Mapping[str, str]], Exercise] = getattr(
            rules, "placed", lambda exercise, units, people: exercise
        )
        self.spoilt: Callable[[Any, Any, Mapping[str, str]], Iterable[Fault]] = getattr(
            rules, "spoilt", lambda exercise, ours, people: ()
        )
        self.tries: Callable[[Any, Sequence[Any]], int] = getattr(
            rules, "tries", lambda exercise, answers: len(answers)
        )
        self.lines: Callable[[Json], list[str]] = getattr(rules, "lines", _lines)
        self.sheet: Callable[[Any, str], Sheet] = getattr(rules, "sheet", self._sheet)

    def _reasons(self, exercise: Exercise) -> tuple[Said, ...]:
        """What is said to an answer that is right; nothing where nothing is right or wrong."""
        key = self.key(exercise)
        return () if key is None else self.judge(exercise, key).said

    def _items(self, exercise: Exercise) -> int:
        return max(1, len(self._reasons(exercise)))

    def _reads(self, exercise: Exercise, language: str) -> list[str]:
        reasons = [said.text.in_language(language) for said in self._reasons(exercise)]
        prompt = exercise.prompt.in_language(language)
        return [prompt, *self.lines(self.task(exercise, language)), *reasons]

    def _sheet(self, exercise: Exercise, language: str) -> Sheet:
        options = self.task(exercise, language).get("options") or []
        return Sheet(ticks=tuple(one["text"] for one in options))

    def _or(self, name: str, instead: Any) -> Any:
        """A function of the rules, or one that always gives the same."""
        return getattr(self._rules, name, lambda *_: instead)

    @cached_property
    def exercise(self) -> type[Exercise]:
        """The class of its exercises: the last of the module's own."""
        return own_exercises(self._rules)[-1]


def own_exercises(rules: ModuleType) -> list[type[Exercise]]:
    """The classes of exercises that a module defines."""
    return [
        one
        for one in vars(rules).values()
        if isinstance(one, type) and issubclass(one, Exercise) and one.__module__ == rules.__name__
    ]


def _lines(task: Json) -> list[str]:
    """The options or the cards, a line each, and the hints."""
    texts = [one["text"] for one in task.get("options") or task.get("cards") or []]
    return [*texts, *task.get("hints", [])]
