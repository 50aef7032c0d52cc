"""A lesson's list of sources: of an act also which text was read, and what is cited of it."""

from collections.abc import Iterable, Iterator
from html import escape

from course.build.law import used_in_lesson
from course.build.source import Source
from course.content.references import Reference
from course.words import alphabetical, say


def listed_works(works: Iterable[Reference], source: Source, language: str) -> Iterator[str]:
    """The lines of the list, in Markdown, in alphabetical order."""
    law = source.course.law
    cited = used_in_lesson(source) if law.acts else frozenset()
    listed = []
    for work in works:
        act = law.acts.get(work.key)
        line = work.listed(language, act.wording(language) if act else "")
        sections = act.told(cited, language) if act else []
        folded = [_folded(act.short, sections, language)] if act and sections else []
        listed.append((line, work.key, folded))
    for line, key, folded in sorted(listed, key=lambda one: alphabetical(one[0])):
        yield f'- <span id="ref-{key}"></span>{line}'
        yield from folded


def _folded(act: str, sections: Iterable[str], language: str) -> str:
    """What the provisions say, in a part that is opened by whoever wants it.

    It stands on one line, right below its work: a blank line would set all works apart.
    """
    items = "".join(f"<li>{escape(one, quote=False)}</li>" for one in sections)
    summary = say("law.folded", language, act=act)
    return f"  <details><summary>{summary}</summary><ul>{items}</ul></details>"
