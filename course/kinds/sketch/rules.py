"""Sketch: a network of one's own to draw: parties, ties, who holds the bridge, and who is away.

Nothing in it is right or wrong. It is told what is still missing for it to be of use; how far one's
own unit turns outwards; on whom the rest hangs; and what is left when somebody is away
(`course.networks.own`). All of it goes into the learner's plan, in words.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import frozen

from course.faults import Fault
from course.kinds.exercise import Exercise
from course.kinds.kind import AnswerError, Said, TakenAlong, Verdict
from course.kinds.options import twice
from course.kinds.sheet import Sheet
from course.plain import Json
from course.words import say
from course.words.bilingual import Text

BUTTON = "sketch-keep"

SECONDS = 300
"""Thinking of whom one works with, drawing it, and trying what happens when one is away."""

MOST_PARTIES = 12
"""So many have room on a telephone."""

LONGEST_NAME = 40
"""Characters that there is room to write in the name of a party."""

LONGEST = 1000
"""Characters in what is written besides, and in whatever an exercise calls one's own unit."""

ENOUGH = 3
"""Parties besides one's own unit from which there is something to see."""

_ID = re.compile(r"p[0-9]{1,4}")


@frozen
class Party:
    """Somebody whom many have ties to, to be put out by one press."""

    id: str
    text: Text


@frozen
class Outcomes:
    """What is said to each way in which a drawing can stand.

    Attributes:
        parties: there are too few.
        tie: there is none.
        bridge: nobody is marked as holding it.
        same: the rest hang on whom the learner marked.
        other: they hang on somebody else.
        nobody: they hang on nobody.
    """

    parties: Text
    tie: Text
    bridge: Text
    same: Text
    other: Text
    nobody: Text


@frozen(kw_only=True)
class Sketch(Exercise):
    """A sheet with one's own unit on it.

    ``own`` is what that is called until the learner names it, ``question`` what is asked about the
    drawing, to be answered in words.
    """

    own: Text
    parties: list[Party]
    question: Text
    feedback: Outcomes


def accept(exercise: Sketch, sent: object) -> Json:
    """The drawing, in one form; AnswerError for what none is, and for one's own unit alone."""
    answer = _drawn(sent)
    if len(answer["parties"]) < 2:
        raise AnswerError("sketch-put-out")
    return answer


def _drawn(sent: object) -> Json:
    """A drawing that may be only begun."""
    if not isinstance(sent, dict):
        raise AnswerError("unknown-option")
    parties = [_party(one) for one in _list(sent, "parties")]
    known = [one["id"] for one in parties]
    if not parties or not parties[0]["inside"] or len(set(known)) < len(known):
        raise AnswerError("unknown-option")
    if len(parties) > MOST_PARTIES:
        raise AnswerError("sketch-many", n=len(parties), most=MOST_PARTIES)
    ties: dict[tuple[str, str], int] = {}
    for one in _list(sent, "ties"):
        ties[_ends(one, known)] = one[2]
    bridge, away = sent.get("bridge"), _list(sent, "away")
    if any(not isinstance(one, str) or one not in known for one in [bridge or known[0], *away]):
        raise AnswerError("unknown-option")
    return {
        "parties": parties,
        "ties": [[*ends, strength] for ends, strength in sorted(ties.items())],
        "bridge": bridge or None,
        "away": [one for one in known if one in away],
        "words": _words(sent.get("words", ""), LONGEST),
    }


def _list(sent: dict[Any, Any], name: str) -> list[Any]:
    given = sent.get(name, [])
    if not isinstance(given, list):
        raise AnswerError("unknown-option")
    return given


def _party(given: object) -> Json:
    if not isinstance(given, dict) or not isinstance(given.get("inside"), bool):
        raise AnswerError("unknown-option")
    id, name = given.get("id"), " ".join(_words(given.get("name"), LONGEST).split())
    if not isinstance(id, str) or not _ID.fullmatch(id) or not name:
        raise AnswerError("unknown-option")
    return {"id": id, "name": name, "inside": given["inside"]}


def _words(given: object, most: int) -> str:
    if not isinstance(given, str):
        raise AnswerError("unknown-option")
    words = given.strip()
    if len(words) > most:
        raise AnswerError("too-long", n=len(words), most=most)
    return words


def _ends(given: object, known: list[str]) -> tuple[str, str]:
    """The two parties of a tie, in the order in which they were put out."""
    if not isinstance(given, list) or len(given) != 3 or given[0] == given[1]:
        raise AnswerError("unknown-option")
    if any(not isinstance(end, str) or end not in known for end in given[:2]):
        raise AnswerError("unknown-option")
    if isinstance(given[2], bool) or given[2] not in (1, 2, 3, 4):
        raise AnswerError("unknown-option")
    one, other = sorted(given[:2], key=known.index)
    return one, other


def _outcome(answer: Json) -> str:
    """What is missing first; or whether the learner marked whom the rest hang on."""
    from course.kinds.sketch.seen import hanging

    missing = [name for name, is_done in _checks(answer) if not is_done]
    if missing:
        return missing[0]
    found = hanging(answer)
    if found is None:
        return "nobody"
    return "same" if found == answer["bridge"] else "other"


def _checks(answer: Json) -> list[tuple[str, bool]]:
    """What a drawing has to have before there is something to see in it."""
    return [
        ("parties", len(answer["parties"]) > ENOUGH),
        ("tie", bool(answer["ties"])),
        ("bridge", answer["bridge"] is not None),
    ]


def judge(exercise: Sketch, answer: Json) -> Verdict:
    """What is missing; or what the drawing says, with the reason in words."""
    from course.kinds.sketch.seen import sentences

    outcome = _outcome(answer)
    is_whole = all(is_done for _, is_done in _checks(answer))
    lead = Said(getattr(exercise.feedback, outcome), "note" if is_whole else "not-yet")
    said = [lead]
    if is_whole:
        both = zip(sentences(answer, "sv"), sentences(answer, "en"), strict=True)
        said += [Said(Text(sv, en), "note") for sv, en in both]
    return Verdict(right=None, score=None, said=tuple(said), detail={"outcome": outcome})


def key(exercise: Sketch) -> None:
    """Nobody's own network is right or wrong."""


def task(exercise: Sketch, language: str) -> Json:
    """What one's own unit is called at first, whom to put out, what is needed, what is asked."""
    own = exercise.own.in_language(language)
    begun = {"parties": [own], "ties": [], "bridge": None}
    return {
        "own": own,
        "goals": _goals(begun, language),
        "parties": [
            {"id": one.id, "text": one.text.in_language(language)} for one in exercise.parties
        ],
        "question": exercise.question.in_language(language),
        "most": MOST_PARTIES,
        "longest_name": LONGEST_NAME,
        "longest": LONGEST,
    }


def sheet(exercise: Sketch, language: str) -> Sheet:
    """Room to draw, with one's own unit in it already."""
    return Sheet(frame=exercise.own.in_language(language))


def recall(exercise: Sketch, answer: Json, language: str) -> str:
    """The drawing in words, a line each."""
    along = taken_along(exercise, answer, language)
    return "\n".join(f"{one.about}: {one.words}" for one in along if one.words)


def taken_along(exercise: Sketch, answer: Json, language: str) -> Iterable[TakenAlong]:
    """The parties, their ties, the bridge, what is left without it, and the learner's own words."""
    from course.kinds.sketch import seen

    yield TakenAlong(say("sketch.parties", language), seen.parties(answer, language))
    yield TakenAlong(say("sketch.ties", language), seen.ties(answer, language))
    bridge = answer["bridge"]
    held = seen.names(answer, [bridge], language) if bridge else ""
    yield TakenAlong(say("sketch.bridge", language), held)
    without = seen.without(answer, [bridge], language) if bridge else ""
    yield TakenAlong(say("sketch.if-away", language), without)
    yield TakenAlong(exercise.question.in_language(language), answer["words"])


def drawn_along(exercise: Sketch, answer: Json, language: str) -> Json:
    """The drawing itself, small enough for a page."""
    from course.kinds.sketch.drawn import drawn

    return drawn(answer, language)


def scenes(exercise: Sketch, setting: object, language: str) -> Iterator[Json]:
    """What a drawing says as it stands now, also one that is only begun."""
    from course.kinds.sketch import seen

    try:
        answer = _drawn(setting)
    except AnswerError:
        return
    goals = _goals(answer, language)
    yield {"setting": {}, "progress": 1, "goals": goals, "seen": seen.seen(answer, language)}


def _goals(answer: Json, language: str) -> list[Json]:
    """What a drawing has to have, in words, and whether it has that."""
    return [
        {"text": say(f"sketch.goal-{name}", language, most=ENOUGH), "done": is_done}
        for name, is_done in _checks(answer)
    ]


def faults(exercise: Sketch) -> Iterable[Fault]:
    """An id that stands twice."""
    return twice((one.id for one in exercise.parties), "parties")


def items(exercise: Sketch) -> int:
    """One drawing."""
    return 1


def reads(exercise: Sketch, language: str) -> Iterable[str]:
    """What is asked, whom to put out, and the longest that is said to it."""
    feedback = exercise.feedback
    said = max(feedback.same, feedback.other, key=lambda text: len(text.in_language(language)))
    texts = [exercise.prompt, *(one.text for one in exercise.parties), exercise.question, said]
    return [text.in_language(language) for text in texts]


def lines(task: Json) -> list[str]:
    """On paper one draws by hand: whom there may be, and what is asked."""
    return [*(one["text"] for one in task["parties"]), task["question"]]
