"""The picture of judgements made with a confidence: how sure beside how right."""

from course.kinds.confidence.rules import Confidence
from course.plain import Json
from course.plots.picture import Picture, Table
from course.words import decimal, say


def of_confidence(exercise: Confidence, detail: Json, language: str) -> Picture:
    """How sure one was beside how right one was, with the Brier score as a measure of accuracy."""
    levels = [(one["sure"], one["n"], one["right"]) for one in detail["calibration"]]
    share = 100 * detail["right"] / detail["n"]
    over = detail["mean_sure"] - share
    which = "sure-enough" if abs(over) <= 10 else ("too-sure" if over > 0 else "too-unsure")
    message = say(
        f"calibration.{which}",
        language,
        sure=decimal(detail["mean_sure"], 0, language),
        right=decimal(share, 0, language),
    )
    reading = say("calibration.accuracy", language, brier=decimal(detail["brier"], 2, language))
    title = say("calibration.title", language)
    table = Table(
        caption=title,
        columns=tuple(say(f"column.{name}", language) for name in ("sure", "statements", "right")),
        rows=tuple(
            (say("card.per-cent", language, n=sure), str(n), str(right))
            for sure, n, right in levels
        ),
    )
    caption = say("calibration.caption", language)
    return Picture(
        name=f"calibration-{exercise.id}",
        title=title,
        drawing={
            "kind": "calibration",
            "across": say("calibration.sure", language),
            "up": say("calibration.right", language),
            "agree": say("calibration.agree", language),
            "levels": [{"sure": sure, "n": n, "right": right} for sure, n, right in levels],
        },
        message=message,
        caption=caption,
        reading=reading,
        table=table,
    )
