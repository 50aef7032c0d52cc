"""Calendar: find protected hours in a week that is full already, and see what they compete with.

Every rule is checked exactly. Something that can give way says what one then does without.
"""

from collections.abc import Iterable
from itertools import groupby

from attrs import frozen

from course.faults import Fault
from course.kinds.exercise import Exercise
from course.kinds.kind import AnswerError, Said, Verdict
from course.plain import Json
from course.words.bilingual import Text

SECONDS = 200
"""Finding the hours."""

Slot = tuple[int, int]
"""A day (0 is Monday) and the hour at which the slot begins."""


@frozen
class Block:
    """Hours that are taken: ``start`` to ``end`` o'clock on a day, and ``who`` is on duty.

    ``gives`` is what one does without when the time is used for something else; what has no such
    words cannot give way.
    """

    day: int
    start: int
    end: int
    text: Text
    who: str = ""
    gives: Text | None = None

    def holds(self, slot: Slot) -> bool:
        """Whether the slot is one of the block's hours."""
        return slot[0] == self.day and self.start <= slot[1] < self.end


@frozen
class Answers:
    """What to say: ``met`` when all rules are, and a reason for each rule that is broken."""

    met: Text
    clash: Text
    too_little: Text
    too_much: Text
    too_short: Text
    same_day: Text


@frozen(kw_only=True)
class Calendar(Exercise):
    """A week, what is taken in it, and the hours to protect.

    Attributes:
        opens, closes: the working day, o'clock.
        weekend: whether the week has seven days, and not five.
        busy: what is taken.
        hours: how many hours to protect, exactly.
        shortest: the shortest stretch that is worth protecting, in hours.
        days: on how many days at least.
        example: a solution, as pairs of day and hour.
    """

    opens: int
    closes: int
    weekend: bool = False
    busy: list[Block]
    hours: int
    shortest: int = 1
    days: int = 1
    example: list[list[int]]
    feedback: Answers

    @property
    def in_all(self) -> int:
        """How many days the week has."""
        return 7 if self.weekend else 5

    @property
    def slots(self) -> list[Slot]:
        """Every hour of the week."""
        hours = range(self.opens, self.closes)
        return [(day, hour) for day in range(self.in_all) for hour in hours]


def accept(exercise: Calendar, sent: object) -> list[list[int]]:
    """The chosen slots in order, each once; AnswerError for none or one outside the week."""
    if not isinstance(sent, list) or not sent:
        raise AnswerError("choose-an-hour")
    for slot in sent:
        if not isinstance(slot, list | tuple) or len(slot) != 2:
            raise AnswerError("unknown-option")
        if any(isinstance(part, bool) or not isinstance(part, int) for part in slot):
            raise AnswerError("unknown-option")
        if not 0 <= slot[0] < exercise.in_all or not exercise.opens <= slot[1] < exercise.closes:
            raise AnswerError("unknown-option")
    return [list(slot) for slot in sorted({(slot[0], slot[1]) for slot in sent})]


def stretches(slots: Iterable[Slot]) -> list[list[Slot]]:
    """Slots that follow on each other, put together.

    >>> stretches([(0, 9), (0, 10), (1, 13)])
    [[(0, 9), (0, 10)], [(1, 13)]]
    """
    ordered = sorted(slots)
    runs = groupby(enumerate(ordered), key=lambda item: (item[1][0], item[1][1] - item[0]))
    return [[slot for _, slot in run] for _, run in runs]


def _cannot_give(exercise: Calendar, slot: Slot) -> bool:
    return any(block.holds(slot) and block.gives is None for block in exercise.busy)


def _rules(exercise: Calendar, slots: list[Slot]) -> dict[str, bool]:
    return {
        "clash": not any(_cannot_give(exercise, slot) for slot in slots),
        "too_little": len(slots) >= exercise.hours,
        "too_much": len(slots) <= exercise.hours,
        "too_short": all(len(run) >= exercise.shortest for run in stretches(slots)),
        "same_day": len({day for day, _ in slots}) >= exercise.days,
    }


def judge(exercise: Calendar, answer: list[list[int]]) -> Verdict:
    """Right when every rule is kept; the score is the share of rules that are.

    Besides, each thing that gives way says what it is that one does without.
    """
    slots = [(day, hour) for day, hour in answer]
    rules = _rules(exercise, slots)
    broken = [name for name, kept in rules.items() if not kept]
    said = tuple(Said(getattr(exercise.feedback, name), "not-yet") for name in broken)
    clashing = [list(slot) for slot in slots if _cannot_give(exercise, slot)]
    without = dict.fromkeys(
        block.gives
        for block in exercise.busy
        if block.gives is not None and any(map(block.holds, slots))
    )
    said = said or (Said(exercise.feedback.met, "right"),)
    return Verdict(
        right=not broken,
        score=1 - len(broken) / len(rules),
        said=(*said, *(Said(text, "note") for text in without)),
        detail={"broken": broken, "clashing": clashing, "hours": len(slots)},
    )


def key(exercise: Calendar) -> list[list[int]]:
    """The author's own solution."""
    return exercise.example


def task(exercise: Calendar, language: str) -> Json:
    """The week with what is taken, and the hours to protect."""
    return {
        "opens": exercise.opens,
        "closes": exercise.closes,
        "days": exercise.in_all,
        "busy": [
            {
                "day": block.day,
                "start": block.start,
                "end": block.end,
                "text": block.text.in_language(language),
                "who": block.who,
            }
            for block in exercise.busy
        ],
        "hours": exercise.hours,
    }


def recall(exercise: Calendar, answer: list[list[int]], language: str) -> str:
    """The protected stretches, by day and o'clock."""
    names = _DAY_NAMES[language]
    return ", ".join(
        f"{names[run[0][0]]} {run[0][1]}–{run[-1][1] + 1}"
        for run in stretches((day, hour) for day, hour in answer)
    )


_DAY_NAMES = {
    "sv": ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}


REST = 11
"""Hours that anybody has between two days' work: the Working Hours Act, section 13."""


MOST_DAYS = 5
"""Days of a week that anybody works."""


def _staff_faults(busy: list[Block]) -> Iterable[Fault]:
    """Two things in one hour; somebody who works too many days, or too early after an evening.

    The week has no other after it.
    """
    ends: dict[tuple[str, int], int] = {}
    for i, block in enumerate(busy):
        hours = [(block.day, hour) for hour in range(block.start, block.end)]
        if any(other.holds(slot) for other in busy[:i] for slot in hours):
            yield Fault(("busy", i), "calendar-twice")
        for person in _on_duty(block):
            ends[person, block.day] = max(block.end, ends.get((person, block.day), 0))
    told: set[str] = set()  # who works too many days; once is enough
    for i, block in enumerate(busy):
        for person in _on_duty(block):
            ended = ends.get((person, block.day - 1))
            if ended is not None and 24 - ended + block.start < REST:
                values = {"name": person, "ended": ended, "rest": REST}
                yield Fault(("busy", i, "who"), "calendar-rest", values)
            days = [day for name, day in ends if name == person]
            if person not in told and len(days) > MOST_DAYS:
                told.add(person)
                values = {"name": person, "most": MOST_DAYS}
                yield Fault(("busy", i, "who"), "calendar-days", values)


def _on_duty(block: Block) -> list[str]:
    return [name.strip() for name in block.who.split(",") if name.strip()]


def faults(exercise: Calendar) -> Iterable[Fault]:
    """A day that ends before it begins, a block outside the week, an example that is none."""
    if exercise.opens >= exercise.closes:
        yield Fault(("closes",), "closes-first")
        return
    for i, block in enumerate(exercise.busy):
        if not exercise.opens <= block.start < block.end <= exercise.closes:
            yield Fault(("busy", i), "outside-week")
    yield from _staff_faults(exercise.busy)
    try:
        example = accept(exercise, exercise.example)
    except AnswerError:
        yield Fault(("example",), "outside-week")
        return
    if broken := judge(exercise, example).detail["broken"]:
        yield Fault(("example",), "example-breaks", {"rules": ", ".join(broken)})
