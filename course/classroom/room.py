"""A room: a class, the lesson that it takes, where it stands, and what has been answered."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import asdict, define, field, frozen

from course.classroom.phases import (
    ROUNDS,
    Action,
    NotNowError,
    Stand,
    after,
    offered,
    offered_in_parts,
    takes,
)
from course.classroom.sums import SMALLEST, included
from course.plain import Json

LIFETIME = 24 * 60 * 60
"""Seconds after which a room is deleted, whether or not anybody has ended it."""

MOST_PEOPLE = 20_000
"""Who answers to this number in one room is no class any more."""

LOBBY = -1
"""Where a room stands before its first exercise."""


def _names(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(given)


@frozen
class About:
    """What a room is from its beginning to its end.

    Attributes:
        id: its name where it is kept.
        code: what is typed to come in; ``door`` is the longer one in the address.
        key: the hash of the presenter's key.
        lesson: what is taken, and ``steps`` its exercises, in order.
        language: the one that the big screen begins in.
        smallest: the smallest group that is told of.
        began: when, in seconds since 1970.
        together: what the class can do together besides, by name; its steps follow those above.
    """

    id: str
    code: str
    door: str
    key: str
    lesson: str
    steps: tuple[str, ...]
    language: str = "sv"
    smallest: int = SMALLEST
    began: float = 0.0
    together: tuple[str, ...] = field(default=(), converter=_names)


@frozen
class Given:
    """An answer in a round: the kind's own, the number that its sender gave it, when it came.

    ``order`` counts those who answered before; who changes an answer keeps the place.
    """

    n: int
    answer: Any
    order: int


@define
class Round:
    """The answers to a round by person, hands that were counted, how many there were when shown."""

    answers: dict[str, Given] = field(factory=dict)
    hands: dict[str, dict[str, int]] = field(factory=dict)
    at_first: int | None = None


@frozen
class Note:
    """Words that somebody shared; ``shown`` once the instructor has let them on the screen."""

    id: int
    step: int
    text: str
    shown: bool = False


@frozen
class News:
    """What other processes have done with a room since this one last looked.

    Attributes:
        state: where the room stands, as ``Room.state`` gives it; None where that is as it was.
        answers: step, round, person and answer of each that is new or changed.
        notes: all shared words; None where they are as they were.
        is_over: whether the room has been deleted.
    """

    state: Json | None = None
    answers: Sequence[tuple[int, int, str, Given]] = ()
    notes: Sequence[Note] | None = None
    is_over: bool = False


Answered = tuple[set[str], dict[tuple[int, int], dict[str, Given]]]
"""People, and the answers to each round by person."""


@define
class Room:
    """A class at work. Nothing here writes: `course.classroom.classroom` makes it durable first."""

    about: About
    at: int = LOBBY
    stands: dict[int, Stand] = field(factory=dict)
    begun: dict[int, float] = field(factory=dict)
    chosen: dict[int, Json] = field(factory=dict)
    rounds: dict[tuple[int, int], Round] = field(factory=dict)
    notes: dict[int, Note] = field(factory=dict)
    people: set[str] = field(factory=set)
    steered: int = 0

    # --- where it stands --------------------------------------------------------------------------

    @property
    def version(self) -> int:
        """A number that grows when what the telephones show changes, and not before.

        It follows from what is kept, so that all processes that serve a room have the same.
        """
        return self.steered + sum(self._included(round) for round in self.rounds.values())

    @property
    def stand(self) -> Stand | None:
        """Where the exercise stands that the class is at; None before the first."""
        return self.stands.get(self.at)

    def round(self, step: int, round: int) -> Round:
        """A round of an exercise, which may have no answers."""
        return self.rounds.setdefault((step, round), Round())

    def together(self, step: int) -> str | None:
        """What the class does together at a step; None where it is an exercise."""
        n = step - len(self.about.steps)
        return self.about.together[n] if 0 <= n < len(self.about.together) else None

    def steps_together(self) -> range:
        """The steps at which the class does something together."""
        return range(len(self.about.steps), len(self.about.steps) + len(self.about.together))

    def is_played(self) -> bool:
        """Whether what the class is at is played in steps, and can be seen again."""
        return "begins" in self.chosen.get(self.at, {})

    def actions(self) -> dict[Action, Stand]:
        """What can be done with what the class is at."""
        stand = self.stand
        if stand is None:
            return {}
        if self.together(self.at):
            dealt = self.chosen.get(self.at, {})
            return offered_in_parts(stand, dealt.get("parts", 1), dealt.get("begins", ()))
        shown = self.round(self.at, stand.round).at_first is not None
        return offered(stand, was_shown=shown)

    def go(self, step: int, now: float) -> None:
        """Go to an exercise: as it was left, or open. NotNowError where there is none."""
        if not 0 <= step < len(self.about.steps) + len(self.about.together):
            raise NotNowError("no-step")
        self.at = step
        self.stands.setdefault(step, Stand())
        self.begun.setdefault(step, now)
        self.steered += 1

    def act(self, action: str) -> None:
        """Do one of ``actions``; NotNowError for anything else."""
        then = after(self.actions(), action)
        self.stands[self.at] = then
        shown = self.round(self.at, then.round)
        if then.phase == "shown" and shown.at_first is None:
            shown.at_first = len(shown.answers)
        self.steered += 1

    def deal(self, chosen: Json, now: float) -> None:
        """Deal out what the class does together, as the instructor has chosen.

        Raises NotNowError where nothing is to be dealt.
        """
        self.act("deal")
        self.chosen[self.at] = chosen
        self.begun[self.at] = now

    # --- answers ----------------------------------------------------------------------------------

    def taken(self, person: str, step: int, round: int, n: int, answer: Any) -> Given | None:
        """What to keep of an answer; None where it is here already, or a later one is.

        Raises NotNowError where it comes too late or of too many.
        """
        stand = self.stands.get(step)
        if stand is None or round not in ROUNDS:
            raise NotNowError("not-begun")
        kept = self.round(step, round)
        before = kept.answers.get(person)
        if before is not None and before.n >= n:
            return None
        if not takes(stand, round, has_answered=before is not None):
            raise NotNowError("too-late")
        if person not in self.people and len(self.people) >= MOST_PEOPLE:
            raise NotNowError("full")
        return Given(n, answer, len(kept.answers) if before is None else before.order)

    def keep(self, person: str, step: int, round: int, given: Given) -> None:
        """Count an answer that ``taken`` gave."""
        self.people.add(person)
        self.round(step, round).answers[person] = given

    def answered(self) -> Answered:
        """Who has answered, and what, as it is now."""
        rounds = {at: {**kept.answers} for at, kept in self.rounds.items() if kept.answers}
        return {*self.people}, rounds

    def put_back(self, before: Answered) -> None:
        """Have answers as they were: what came since could not be kept."""
        self.people = before[0]
        for at, kept in self.rounds.items():
            kept.answers = before[1].get(at, {})

    def _included(self, round: Round) -> int:
        return included(round.at_first, len(round.answers), self.about.smallest)

    def shown_answers(self, step: int, round: int) -> Mapping[str, Given]:
        """The answers that are in what is shown, by person."""
        kept = self.round(step, round)
        n = self._included(kept)
        return {person: one for person, one in kept.answers.items() if one.order < n}

    def count_hands(self, step: int, hands: dict[str, dict[str, int]]) -> None:
        """Take down hands that were counted in the round that an exercise is in."""
        stand = self.stands.get(step)
        if stand is None or stand.phase == "revealed":
            raise NotNowError("too-late")
        self.round(step, stand.round).hands = hands
        self.steered += 1

    # --- as it is kept ----------------------------------------------------------------------------

    def state(self) -> Json:
        """All that changes but answers and notes, in plain JSON; it stays as the room is now."""
        return {
            "at": self.at,
            "steered": self.steered,
            "stands": {str(step): asdict(stand) for step, stand in self.stands.items()},
            "begun": {str(step): when for step, when in self.begun.items()},
            "chosen": {str(step): {**one} for step, one in self.chosen.items()},
            "rounds": [
                [step, round, kept.at_first, kept.hands]
                for (step, round), kept in sorted(self.rounds.items(), key=lambda one: one[0])
                if kept.at_first is not None or kept.hands
            ],
        }

    def restore(self, state: Json) -> None:
        """Stand as ``state`` says; answers and notes stay."""
        self.at = state["at"]
        self.steered = state.get("steered", 0)
        self.stands = {int(step): Stand(**one) for step, one in state["stands"].items()}
        self.begun = {int(step): when for step, when in state["begun"].items()}
        self.chosen = {int(step): one for step, one in state.get("chosen", {}).items()}
        for kept in self.rounds.values():
            kept.at_first, kept.hands = None, {}
        for step, round, at_first, hands in state["rounds"]:
            kept = self.round(step, round)
            kept.at_first, kept.hands = at_first, hands

    def learn(self, news: News) -> None:
        """Stand as another process has left it."""
        for step, round, person, given in news.answers:
            self.keep(person, step, round, given)
        if news.notes is not None:
            self.notes = {note.id: note for note in news.notes}
        if news.state is not None:
            self.restore(news.state)
