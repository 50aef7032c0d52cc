"""Pictures of the learner's own answers: a profile, and how sure beside how right."""

from collections.abc import Callable
from typing import Any

from course.material.exercise import Json
from course.plots import calibration, profile
from course.plots.picture import Picture, Table
from course.plots.svg import to_svg
from course.scoring.confidence import Confidence
from course.scoring.scale import Scale
from course.text import decimal, say


def of_profile(exercise: Scale, detail: Json, language: str) -> Picture:
    """The profile of a self-assessment: its highest and lowest area, every mean in a table."""
    means = detail["profile"]
    rows = [(area.text.in_language(language), means[area.id]) for area in exercise.areas]
    answered = [(name, mean) for name, mean in rows if mean is not None]
    high = max(answered, key=lambda row: row[1])
    low = min(answered, key=lambda row: row[1])
    flat = "message-flat" if high[1] == low[1] else "message-one"
    message = say(f"profile.{flat}", language, high=high[0], low=low[0])
    ends = (exercise.points[0].in_language(language), exercise.points[-1].in_language(language))
    title = say("profile.title", language)
    svg = to_svg(
        profile.draw(rows, ends, len(exercise.points)),
        name=f"profile-{exercise.id}",
        title=title,
        description=message,
    )
    table = Table(
        caption=title,
        columns=(say("column.area", language), say("column.mean", language)),
        rows=tuple(
            (name, "–" if mean is None else decimal(mean, 1, language)) for name, mean in rows
        ),
    )
    caption = say("profile.caption", language)
    return Picture(svg=svg, message=message, caption=caption, reading=message, table=table)


def of_confidence(exercise: Confidence, detail: Json, language: str) -> Picture:
    """How sure one was beside how right one was, with the Brier score in plain words."""
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
    reading = say("calibration.brier", language, brier=decimal(detail["brier"], 2, language))
    title = say("calibration.title", language)
    svg = to_svg(
        calibration.draw(
            levels,
            sure=say("calibration.sure", language),
            right=say("calibration.right", language),
            agree=say("calibration.agree", language),
        ),
        name=f"calibration-{exercise.id}",
        title=title,
        description=f"{message} {reading}",
    )
    table = Table(
        caption=title,
        columns=tuple(say(f"column.{name}", language) for name in ("sure", "statements", "right")),
        rows=tuple((f"{sure} %", str(n), str(right)) for sure, n, right in levels),
    )
    caption = say("calibration.caption", language)
    return Picture(svg=svg, message=message, caption=caption, reading=reading, table=table)


PICTURES: dict[str, Callable[[Any, Json, str], Picture]] = {
    "scale": of_profile,
    "confidence": of_confidence,
}
"""What is drawn of an answer, by the kind of exercise; most kinds need no picture."""
