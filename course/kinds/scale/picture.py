"""The picture of a self-assessment: a profile, or the one made first beside the one made now."""

from datetime import datetime

from course.kinds.scale.rules import Scale
from course.plain import Json
from course.plots.picture import Picture, Table
from course.plots.shapes import Profile
from course.words import dated, decimal, say


def of_profile(exercise: Scale, detail: Json, language: str) -> Picture:
    """The profile of a self-assessment: its highest and lowest area, every mean in a table."""
    if detail.get("before"):
        return of_two_profiles(exercise, detail, language)
    means = detail["profile"]
    rows = [(area.text.in_language(language), means[area.id]) for area in exercise.areas]
    answered = [(name, mean) for name, mean in rows if mean is not None]
    high = max(answered, key=lambda row: row[1])
    low = min(answered, key=lambda row: row[1])
    flat = "message-flat" if high[1] == low[1] else "message-one"
    message = say(f"profile.{flat}", language, high=high[0], low=low[0])
    title = say("profile.title", language)
    table = Table(
        caption=title,
        columns=(say("column.area", language), say("column.mean", language)),
        rows=tuple((name, _mean(mean, language)) for name, mean in rows),
    )
    caption = say("profile.caption", language)
    if exercise.again:
        caption = f"{say('profile.no-before', language)} {caption}"
    return Picture(
        name=f"profile-{exercise.id}",
        title=title,
        drawing=_profile(exercise, [(name, mean, None) for name, mean in rows], [], language),
        message=message,
        caption=caption,
        reading=message,
        table=table,
    )


def of_two_profiles(exercise: Scale, detail: Json, language: str) -> Picture:
    """The profile that was made first and the one made now, side by side and without a verdict."""
    means, before = detail["profile"], detail["before"]["profile"]
    day = datetime.fromisoformat(detail["before"]["time"]).astimezone().date()
    times = (say("profile.then", language, date=dated(day, language)), say("profile.now", language))
    rows = [
        (area.text.in_language(language), before[area.id], means[area.id])
        for area in exercise.areas
    ]
    table = Table(
        caption=say("profile.title", language),
        columns=(say("column.area", language), *times),
        rows=tuple((name, *(_mean(mean, language) for mean in both)) for name, *both in rows),
    )
    message = _moved(rows, language)
    told = (say("profile.told", language, area=a, then=b, now=c) for a, b, c in table.rows)
    reading = " ".join(told)
    caption = f"{say('profile.not-better', language)} {say('profile.caption', language)}"
    return Picture(
        name=f"profile-{exercise.id}",
        title=table.caption,
        drawing=_profile(exercise, [(a, c, b) for a, b, c in rows], list(times), language),
        message=message,
        caption=caption,
        reading=reading,
        table=table,
    )


def _profile(
    exercise: Scale,
    areas: list[tuple[str, float | None, float | None]],
    times: list[str],
    language: str,
) -> Profile:
    """Areas, each with its mean now and before, on the exercise's own scale."""
    return {
        "kind": "profile",
        "points": len(exercise.points),
        "ends": [exercise.points[end].in_language(language) for end in (0, -1)],
        "times": times,
        "areas": [{"text": text, "mean": mean, "before": then} for text, mean, then in areas],
    }


def _mean(mean: float | None, language: str) -> str:
    return "–" if mean is None else decimal(mean, 1, language)


def _moved(rows: list[tuple[str, float | None, float | None]], language: str) -> str:
    """Which area lies furthest from where it lay."""
    both = [(name, then, now) for name, then, now in rows if then is not None and now is not None]
    if not both:
        return say("profile.not-comparable", language)
    name, then, now = max(both, key=lambda row: abs(row[2] - row[1]))
    values = {"then": _mean(then, language), "now": _mean(now, language)}
    if values["then"] == values["now"]:
        return say("profile.unmoved", language)
    return say("profile.moved", language, area=name, **values)
