"""What the shared tests try on things that belong to each other."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from hypothesis import strategies as st

from course.kinds.cases import (
    Claim,
    Counted,
    Definition,
    FaultCase,
    Given,
    each,
    misplaced,
    plain,
    text,
    wanted,
    why,
)
from course.kinds.exercise import Group
from course.kinds.match.rules import Match, Pair, key
from course.plain import Json


def name_of(exercise: Definition, match: str) -> str:
    """What a match is called in an answer, where the id of its pair would give it away."""
    return sha256(f"{exercise['id']}/{match}".encode()).hexdigest()[:8]


FIELDS = {
    "pairs": [
        {**why("x"), "match": text("to x"), "tempting": {"y": text("Why y tempts at x")}},
        {**why("y"), "match": text("to y")},
        {**why("z"), "match": text("to z"), "tempting": {"w": text("Why w tempts at z")}},
    ],
    "extra": [{"id": "w", "text": text("to nothing")}],
}
VALID = st.fixed_dictionaries(
    {pair: st.sampled_from([name_of({"id": "one"}, id) for id in "xyzw"]) for pair in "xyz"}
)
PARTS = ((Pair, "pairs"), (Group, "extra"))
SECRET = ("match",)
LACKS = ("pairs-left", "pairs")
COUNTED = Counted("matched", "pairs")

_OTHERS = "survey, three-meetings, draw-together, own-hour, selling"
FAULTS = (
    FaultCase(
        "      survey:\n",
        "      survy:\n",
        "      survy:",
        f"Det finns inget par survy. Skriv ett av: {_OTHERS}.",
        f"There is no pair survy. Write one of: {_OTHERS}.",
    ),
)


def gives_away(exercise: Match, task: Json) -> bool:
    """The matches stand in the order of the pairs, or are called like them."""
    matches = [match["id"] for match in task["matches"]]
    named = set(matches) & {
        *(one.id for one in exercise.pairs),
        *(one.id for one in exercise.extra),
    }
    return bool(named) or matches[: len(exercise.pairs)] == list(key(exercise).values())


def mutations(definition: Definition) -> Iterator[Definition]:
    """The matches of two neighbours the other way round."""
    for i in range(len(definition["pairs"]) - 1):
        pairs = [dict(one) for one in definition["pairs"]]
        first, second = pairs[i : i + 2]
        first["match"], second["match"] = second["match"], first["match"]
        yield {**definition, "pairs": pairs}


def wrong(exercise: Definition, language: str) -> Given:
    """For each thing what tempts, or else what belongs to the next."""
    ids = [pair["id"] for pair in exercise["pairs"]]

    def other(pair: Definition) -> str:
        return str(ids[(ids.index(pair["id"]) + 1) % len(ids)])

    given = misplaced(exercise["pairs"], other, language)
    given.answer = {id: name_of(exercise, chosen) for id, chosen in given.answer.items()}
    return given


def right(exercise: Definition, language: str) -> Given:
    """For each thing what belongs to it."""
    pairs = exercise["pairs"]
    answer = {one["id"]: name_of(exercise, one["id"]) for one in pairs}
    return Given(answer, each(pairs, language), len(pairs))


def matches(exercise: Definition, language: str) -> dict[str, str]:
    """What can be picked for a pair, by what it is called in an answer."""
    words = {one["id"]: one["match"] for one in exercise["pairs"]}
    words |= {one["id"]: one["text"] for one in exercise.get("extra", [])}
    return {name_of(exercise, id): one[language] for id, one in words.items()}


def enter(me: Any, exercise: Definition, card: Any, answer: dict[str, str]) -> None:
    """Turn to each thing, and press what belongs to it."""
    words = matches(exercise, me.language)
    for pair in exercise["pairs"]:
        thing = wanted("button", pair["text"][me.language])
        piece = wanted("button", words[answer[pair["id"]]])
        me.hand.press_each(card, [thing])
        me.hand.press_each(card, [piece])
    me.see_entered(exercise, answer)


def entered(exercise: Definition, answer: dict[str, str], language: str) -> list[Claim]:
    """What was chosen stands beside each thing, in full."""
    words = matches(exercise, language)
    chosen = [plain(words[answer[one["id"]]]) for one in exercise["pairs"]]
    return [{"listed": [".pair > .with", chosen]}]
