"""The plan on one page as plain text, which can be pasted anywhere."""

from course.portfolio import ours as organisations
from course.portfolio import plan as plans
from course.portfolio.one_page import Field, OnePage, day_of
from course.words import dated, say


def plain(page: OnePage) -> str:
    """The plan as text that can be pasted anywhere: what was written, and then the appendix."""
    language = page.language
    title = page["title"].words or say("plan.title", language)
    lines = [title, "=" * len(title), ""]
    lines += [f"{one.heading}: {_shown(one, language)}" for one in page.head[1:] if one.words]
    lines += [""] if any(one.words for one in page.head[1:]) else []
    lines += _parts(page, moved=False)
    for mark in page.line:
        when = f" ({mark.dated})" if mark.dated else ""
        lines += [f"{mark.field.heading}{when}: {mark.field.words or '_' * 20}"]
        lines += [f"{mark.outcome.heading}: {mark.outcome.words}"] if mark.outcome.words else []
    lines += _figures(page, moved=False)
    lines += ["", *(f"{one.heading}: {one.words or '_' * 20}" for one in page.asked), ""]
    if page.moved:
        title = say("plan.moved", language)
        lines += ["", title, "=" * len(title), ""]
        lines += [*_parts(page, moved=True), *_figures(page, moved=True)]
    if page.ours:
        lines += ["", organisations.plain(page.ours, language)]
    if page.appendix:
        lines += ["", plans.plain(page.appendix, language)]
    return "\n".join(lines)


def _parts(page: OnePage, *, moved: bool) -> list[str]:
    lines = []
    for one in page.body:
        if (one.id in page.moved) == moved:
            lines += [one.heading, "-" * len(one.heading), one.words or "_" * 40]
            lines += [one.beside, ""] if one.beside else [""]
    return lines


def _figures(page: OnePage, *, moved: bool) -> list[str]:
    lines = ["", *page.drawn.get("told", ())] if ("map" in page.moved) == moved else [""]
    for area in page.areas if ("climate" in page.moved) == moved else ():
        before, after = area.before or "–", area.after or "–"
        told = say("plan.area", page.language, about=area.about, before=before, after=after)
        lines.append(told)
    return lines


def _shown(one: Field, language: str) -> str:
    day = day_of(one.words) if one.form == "day" else None
    return dated(day, language) if day else one.words
