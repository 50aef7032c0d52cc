"""``docs/law.md``: the register as a page that a lawyer can go through in an hour.

Written in both languages, since what is to be read are the plain words in both.
"""

from collections.abc import Iterable, Mapping

from course.content.course import Course
from course.content.law.citing import Provision
from course.content.law.register import Act, Law, Section
from course.paths import LANGUAGES
from course.studio.law import used
from course.studio.source import Source
from course.studio.texts import texts
from course.words import say

PAGE = "docs/law.md"


def page(course: Course, lessons: Iterable[Source]) -> str:
    """The text of the page; none for a course without a register."""
    law = course.law
    if not law.acts:
        return ""
    cited = used(texts(course, lessons), law)
    parts = [say("law.page", language) for language in LANGUAGES]
    parts.append(_questions(law))
    for act in sorted(law.acts.values(), key=lambda one: one.short.casefold()):
        parts.append(_act(act, cited))
    return "\n\n".join(["# " + _both("law.title"), *parts]) + "\n"


def _both(key: str, **values: object) -> str:
    return " / ".join(dict.fromkeys(say(key, language, **values) for language in LANGUAGES))


def _questions(law: Law) -> str:
    lines = [
        f"## {_both('law.questions')}",
        "",
        *_head(("law.question", "law.meanwhile", "law.acts")),
    ]
    for one in law.questions:
        cells = [f"{one.asks.sv}<br>*{one.asks.en}*", f"{one.meanwhile.sv}<br>*{one.meanwhile.en}*"]
        lines.append(_row([*cells, ", ".join(law.acts[key].short for key in one.acts)]))
    return "\n".join(lines)


def _act(act: Act, cited: Mapping[Provision, list[str]]) -> str:
    lines = [f"## {act.short}: {act.name.sv} / {act.name.en}", ""]
    for language in LANGUAGES:
        text = f" {act.text.in_language(language)}" if act.text else ""
        wording = act.wording(language)
        note = f" {act.note.in_language(language)}" if act.note else ""
        lines.append(f"{wording[0].upper()}{wording[1:]}.{text}{note}\n")
    whole = cited.get(Provision(act.key), [])
    if whole:
        lines.append(f"{_both('law.whole')}: {', '.join(whole)}\n")
    if act.sections:
        lines += _head(("law.section", "law.in-swedish", "law.in-english", "law.how", "law.where"))
        lines += [_row(_section(act, one, cited)) for one in act.sections]
    return "\n".join(lines).rstrip()


def _section(act: Act, section: Section, cited: Mapping[Provision, list[str]]) -> list[str]:
    how = _both(f"law.how.{section.how}")
    if section.how != "unchecked":
        how += f", {', '.join(filter(None, (section.read or act.read, section.to)))}"
    places = dict.fromkeys(where for one in section.places for where in cited.get(one, ()))
    return [section.written, section.says.sv, section.says.en, how, ", ".join(places) or "–"]


def _head(keys: tuple[str, ...]) -> list[str]:
    return [_row([_both(key) for key in keys]), _row(["---"] * len(keys)).replace(" ", "")]


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
