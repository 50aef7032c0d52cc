"""Confidence: true or false, and how sure; shown afterwards is how sure beside how right.

The score is that of Brier (1950, Monthly Weather Review 78, 1-3): the mean squared distance between
how sure one was and how it turned out. 0 is best; saying "fifty-fifty" throughout gives .25.
"""

from collections.abc import Iterable, Iterator
from functools import partial

from attrs import frozen

from course.faults import Fault
from course.kinds import deck as decks
from course.kinds.exercise import Exercise
from course.kinds.kind import AnswerError, Asked, Recallable, Said, Tone, Verdict, Went
from course.kinds.options import shown, twice
from course.kinds.polled import Filled, Poll, Row
from course.kinds.sheet import Sheet
from course.plain import Json
from course.plots.picture import Picture
from course.words import say
from course.words.bilingual import Text

SECONDS = 15
"""Saying whether a statement holds, and how sure one is."""

SURE = (50, 60, 70, 80, 90, 100)
"""How sure one can say to be, in per cent: from a toss-up to certain."""


HINTED = "statements"


@frozen
class Statement:
    """A statement, whether it holds, and why; ``hint`` is what is said to a wrong first try."""

    id: str
    text: Text
    holds: bool
    feedback: Text
    hint: Text | None = None


@frozen(kw_only=True)
class Confidence(Exercise):
    """Statements to judge, each with how sure one is."""

    statements: list[Statement]


def accept(exercise: Confidence, sent: object) -> dict[str, dict[str, object]]:
    """By statement: ``holds`` and ``sure`` (a step of SURE); AnswerError when one is left."""
    known = [statement.id for statement in exercise.statements]
    if not isinstance(sent, dict) or set(sent) - set(known):
        raise AnswerError("unknown-option")
    answer: dict[str, dict[str, object]] = {}
    for id in known:
        given = sent.get(id)
        if not isinstance(given, dict) or given.get("holds") is None or not given.get("sure"):
            continue
        answer[id] = _judged_as(given)
    left = len(known) - len(answer)
    if left:
        raise AnswerError("statements-left", n=left)
    return answer


def _judged_as(given: object) -> dict[str, object]:
    """Whether a statement was said to hold, and how sure; AnswerError for anything else."""
    if not isinstance(given, dict) or not isinstance(given.get("holds"), bool):
        raise AnswerError("unknown-option")
    if isinstance(given.get("sure"), list | dict) or given.get("sure") not in SURE:
        raise AnswerError("unknown-option")
    return {"holds": given["holds"], "sure": int(given["sure"])}


def _said(statement: Statement, given: dict[str, object]) -> Said:
    tone: Tone = "right" if given["holds"] == statement.holds else "not-yet"
    return Said(statement.feedback, tone, statement.id)


def brier(outcomes: Iterable[tuple[float, bool]]) -> float:
    """The Brier score of pairs of how sure (0 to 1) and whether it was right.

    >>> brier([(1.0, True), (1.0, True)]), brier([(0.5, True), (0.5, False)])
    (0.0, 0.25)
    """
    distances = [(sure - right) ** 2 for sure, right in outcomes]
    return sum(distances) / len(distances)


def judge(exercise: Confidence, answer: dict[str, dict[str, object]]) -> Verdict:
    """One minus the Brier score, a reason for each statement, and how sure beside how right."""
    hits = {one.id: answer[one.id]["holds"] == one.holds for one in exercise.statements}
    sure = {one.id: int(str(answer[one.id]["sure"])) for one in exercise.statements}
    said = tuple(_said(one, answer[one.id]) for one in exercise.statements)
    score = brier((sure[id] / 100, hit) for id, hit in hits.items())
    calibration = [
        {"sure": level, "n": len(at), "right": sum(hits[id] for id in at)}
        for level in SURE
        if (at := [id for id in hits if sure[id] == level])
    ]
    detail: Json = {
        "brier": round(score, 4),
        "right": sum(hits.values()),
        "n": len(hits),
        "mean_sure": sum(sure.values()) / len(sure),
        "calibration": calibration,
    }
    return Verdict(right=all(hits.values()), score=1 - score, said=said, detail=detail)


def deck(exercise: Confidence) -> decks.Deck:
    """The statements, each judged by itself; how sure one was counts at the first try."""
    return decks.Deck(
        tuple(
            decks.Card(one.id, one.holds, _judged_as, partial(_said, one), one.hint)
            for one in exercise.statements
        )
    )


def key(exercise: Confidence) -> dict[str, dict[str, object]]:
    """Every statement judged as it is, for certain."""
    return {one.id: {"holds": one.holds, "sure": 100} for one in exercise.statements}


def task(exercise: Confidence, language: str) -> Json:
    """The statements and the steps of how sure."""
    return {"cards": shown(exercise.statements, language), "sure": list(SURE)}


def sheet(exercise: Confidence, language: str) -> Sheet:
    """The statements, whether each holds, and how sure one is."""
    rows = tuple(one.text.in_language(language) for one in exercise.statements)
    keys = ("card.holds", "card.holds-not", "confidence.sure-on-paper")
    return Sheet(rows=rows, places=tuple(say(key, language) for key in keys))


def recall(exercise: Confidence, answer: dict[str, dict[str, object]], language: str) -> str:
    """Each statement, whether it was said to hold, and how sure, in words: a cross looks wrong."""
    return "\n".join(
        say(
            "confidence.judged-as",
            language,
            statement=one.text.in_language(language),
            answer=say("card.holds" if answer[one.id]["holds"] else "card.holds-not", language),
            sure=answer[one.id]["sure"],
        )
        for one in exercise.statements
    )


def faults(exercise: Confidence) -> Iterable[Fault]:
    """An id that stands twice, or statements that all hold or all fail."""
    yield from twice((one.id for one in exercise.statements), "statements")
    if len({one.holds for one in exercise.statements}) < 2:
        yield Fault(("statements",), "all-alike")


def picture(exercise: Confidence, detail: Json, language: str) -> Picture:
    """How sure one was beside how right."""
    # Loaded when there is something to draw, which is after an answer.
    from course.kinds.confidence.picture import of_confidence

    return of_confidence(exercise, detail, language)


def polled(exercise: Confidence, language: str) -> Poll:
    """The statements, each said to hold or not, and beside it how sure."""
    sides = tuple({"id": id, "text": say(f"card.{id}", language)} for id in ("holds", "holds-not"))
    sure = tuple({"id": str(n), "text": say("card.per-cent", language, n=n)} for n in SURE)
    rows = (
        row
        for one in shown(exercise.statements, language)
        for row in (
            Row(one["id"], one["text"], sides),
            Row(_sure(one["id"]), say("card.how-sure", language), sure, aside=True),
        )
    )

    def answer(filled: Filled) -> object:
        return {
            one.id: {
                "holds": {"holds": True, "holds-not": False}.get(filled[one.id]),
                "sure": _percent(filled.get(_sure(one.id), "")),
            }
            for one in exercise.statements
            if one.id in filled
        }

    def cells(judged: dict[str, dict[str, object]]) -> dict[str, str]:
        return {
            row: place
            for id, given in judged.items()
            for row, place in (
                (id, "holds" if given["holds"] else "holds-not"),
                (_sure(id), str(given["sure"])),
            )
        }

    return Poll(form="each", rows=tuple(rows), answer=answer, cells=cells)


def _sure(id: str) -> str:
    """The row that asks how sure one is of a statement."""
    return f"{id}/sure"


def _percent(text: str) -> int | None:
    return int(text) if text in {str(n) for n in SURE} else None


UNSURE = 60
"""Who says to be this sure, or less, is not."""


def recallable(exercise: Confidence) -> Iterator[Recallable]:
    """Each statement, to be judged again; one that was right by a toss-up counts as unsure."""

    def ask(one: Statement, language: str) -> Asked:
        options = tuple(
            {"id": id, "text": say(f"card.{id}", language)} for id in ("holds", "holds-not")
        )
        return Asked(one.text.in_language(language), options, prompted=False)

    def reply(one: Statement, option: str) -> Said:
        if option not in ("holds", "holds-not"):
            raise AnswerError("unknown-option")
        right = (option == "holds") == one.holds
        return Said(one.feedback, "right" if right else "not-yet", one.id)

    def went(one: Statement, answer: dict[str, dict[str, object]]) -> Went:
        given = answer[one.id]
        if given["holds"] != one.holds:
            return "wrong"
        return "unsure" if int(str(given["sure"])) <= UNSURE else "right"

    for one in exercise.statements:
        yield Recallable(
            id=one.id, ask=partial(ask, one), reply=partial(reply, one), went=partial(went, one)
        )
