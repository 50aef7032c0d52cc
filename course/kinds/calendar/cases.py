"""What the shared tests try on finding time in a full week."""

from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from course.kinds.calendar.rules import Answers, Block
from course.kinds.cases import Claim, Definition, FaultCase, Given, plain, text, told, wanted
from course.words import say

FIELDS = {
    "opens": 8,
    "closes": 12,
    "busy": [
        {"day": day, "start": start, "end": end, "text": text(f"Meeting {day}")}
        for day, start, end in ((0, 8, 10), (1, 8, 12), (4, 10, 12))
    ],
    "hours": 4,
    "shortest": 2,
    "days": 2,
    "example": [[0, 10], [0, 11], [2, 8], [2, 9]],
    "feedback": {
        name: text(f"Why {name}")
        for name in ("met", "clash", "too_little", "too_much", "too_short", "same_day")
    },
}
VALID = st.lists(st.tuples(st.integers(0, 4), st.integers(8, 11)).map(list), min_size=1)
PARTS = ((Block, "busy"), (Answers, "feedback"))
SECRET = ("example",)
LACKS = ("choose-an-hour", None)
FAULTS = (
    FaultCase(
        "closes: 17",
        "closes: 8",
        "closes: 8",
        "Dagen slutar innan den börjar. closes ska vara senare än opens.",
        "The day ends before it begins. closes must be later than opens.",
    ),
    FaultCase(
        "{day: 0, start: 8,",
        "{day: 0, start: 7,",
        "start: 7",
        "Tiden ligger utanför veckan. Dagarna är 0 (måndag) till 4, "
        "eller till 6 med weekend: true; timmarna är opens till closes.",
        "This time is outside the week. Days are 0 (Monday) to 4, "
        "or to 6 with weekend: true; hours are from opens to closes.",
    ),
    FaultCase(
        "[3, 14], [3, 15]",
        "[3, 15], [3, 16]",
        "example:",
        "Lösningen i example bryter mot: clash. "
        "Rätta den, eller ändra veckan så att det finns en lösning.",
        "The solution in example breaks: clash. "
        "Mend it, or change the week so that there is a solution.",
    ),
)


def mutations(definition: Definition) -> Iterator[Definition]:
    """More asked for than the solution has, and its hours taken one by one."""
    for name in ("hours", "shortest", "days"):
        yield {**definition, name: definition.get(name, 1) + 1}
    for day, hour in definition["example"]:
        taken = {"day": day, "start": hour, "end": hour + 1, "text": definition["title"]}
        yield {**definition, "busy": [*definition["busy"], taken]}


def wrong(exercise: Definition, language: str) -> Given:
    """The author's own solution, and an hour beside it that is taken: one too many, and a clash."""
    hours = {tuple(hour) for hour in exercise["example"]}
    beside = {(day, hour + by) for day, hour in hours for by in (-1, 1)}
    taken = {
        (one["day"], hour)
        for one in exercise["busy"]
        if "gives" not in one
        for hour in range(one["start"], one["end"])
    }
    answer = sorted([*hours, min(beside & taken)])
    said = exercise["feedback"]
    reasons = [(None, said[rule][language]) for rule in ("clash", "too_much")]
    return Given([list(hour) for hour in answer], [*reasons, *_given_up(exercise, language)])


def right(exercise: Definition, language: str) -> Given:
    """The author's own solution."""
    met = (None, exercise["feedback"]["met"][language])
    return Given(sorted(exercise["example"]), [met, *_given_up(exercise, language)])


def _given_up(exercise: Definition, language: str) -> list[tuple[None, str]]:
    """What one does without in the author's own solution."""
    hours = exercise["example"]
    return [
        (None, one["gives"][language])
        for one in exercise["busy"]
        if "gives" in one
        and any(one["day"] == day and one["start"] <= hour < one["end"] for day, hour in hours)
    ]


def controls(exercise: Definition, answer: list[list[int]], language: str) -> list[Claim]:
    """Every hour of the week, marked or not."""
    return [
        wanted("hour", f"{day}-{hour}", on=[day, hour] in answer)
        for day in range(7 if exercise.get("weekend") else 5)
        for hour in range(exercise["opens"], exercise["closes"])
    ]


_NAMES = "buttons => buttons.map((one) => one.getAttribute('aria-label'))"


def enter(me: Any, exercise: Definition, card: Any, answer: list[list[int]]) -> None:
    """Mark the hours, day by day where only one is shown, and see how many they are."""
    wanted_hours = controls(exercise, answer, me.language)
    picker = card.locator(".day-picker")
    if picker.is_visible():
        for day, name in enumerate(picker.locator("button").evaluate_all(_NAMES)):
            me.hand.press_each(card, [wanted("button", name)])
            of_day = [one for one in wanted_hours if one["name"].startswith(f"{day}-")]
            me.hand.press_each(card, of_day)
    me.set_controls(exercise, wanted_hours)
    n = say("card.hours-chosen", me.language, n=len(answer), all=exercise["hours"])
    me.claim(exercise, {"announces": n})


def reasons(exercise: Definition, given: Given, language: str) -> list[Claim]:
    """Besides the reasons, each hour that cannot be given says what takes it, or what it costs."""
    taken = [
        (f"{day}-{hour}", one)
        for day, hour in given.answer
        for one in exercise["busy"]
        if one["day"] == day and one["start"] <= hour < one["end"]
    ]
    clashing = [[at, one["text"][language]] for at, one in taken if "gives" not in one]
    without = [plain(one["gives"][language]) for _, one in taken if "gives" in one]
    costs: list[Claim] = [{"announces": words} for words in without]
    return [*told(exercise, given, language), {"clashing": clashing}, *costs]
