"""What a page is told of an answer and of a deal: verdict, reasons and picture, in one language."""

from typing import Any

from course.kinds import KINDS
from course.kinds.deck import Deal
from course.kinds.exercise import Exercise
from course.kinds.kind import Said, Verdict
from course.plain import Json
from course.words.sentences import first_sentence


def of_verdict(
    exercise: Exercise, verdict: Verdict, language: str, before: Json | None = None
) -> Json:
    """A verdict with everything that is said; its ``detail`` has the answer's picture, if any.

    ``before`` is what the kind adds to the detail of what was answered before.

    >>> from course.content.course import ours
    >>> wall = ours().exercise("06-across-boundaries", "wall")
    >>> verdict = KINDS[wall.kind].judge(wall, "formal")
    >>> of_verdict(wall, verdict, "en")["said"][0]["lead"]
    'Yes, that is where it turns.'
    """
    detail = {**verdict.detail, **(before or {})}
    if picture := KINDS[exercise.kind].picture(exercise, detail, language):
        detail["picture"] = picture.as_json()
    return {
        "right": verdict.right,
        "score": verdict.score,
        "said": [_of_said(one, language) for one in verdict.said],
        "detail": detail,
    }


def of_first(exercise: Exercise, answer: Any, language: str) -> Json:
    """The first answer to a deck, where a later one is shown: how many of its cards held."""
    said = of_verdict(exercise, KINDS[exercise.kind].judge(exercise, answer), language)
    held = sum(one["tone"] == "right" for one in said["said"])
    return {"answer": answer, "held": held, "of": len(said["said"]), "detail": said["detail"]}


def of_deal(deal: Deal, language: str) -> Json:
    """A deal so far: each try with what is said to it, and whether the deal is over."""
    return {
        "of": list(deal.ids),
        "over": deal.is_over,
        "practice": not deal.is_whole,
        "tries": [
            {
                **_of_said(one.said, language),
                "value": one.value,
                "hint": one.is_hint,
                "place": one.place,
            }
            for one in deal.tries
        ],
    }


def _of_said(said: Said, language: str) -> Json:
    """A piece of feedback, with the sentence that stands out (``lead``)."""
    text = said.text.in_language(language)
    return {"text": text, "lead": first_sentence(text), "tone": said.tone, "about": said.about}
