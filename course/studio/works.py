"""A lesson's list of sources: of an act also which text was read, and what is cited of it."""

import re
from collections.abc import Iterable, Iterator
from html import escape

from course.content.references import Reference
from course.studio.law import used_in_lesson
from course.studio.source import Source
from course.words import alphabetical, say

_MARKUP = re.compile(r"<[^>]*>|[*\[\]]")
"""What stands before a title and is not read: emphasis, the link, the mark of a language."""


def listed_works(works: Iterable[Reference], source: Source, language: str) -> Iterator[str]:
    """The lines of the list, in Markdown: acts first, then other works, each by the alphabet."""
    law = source.course.law
    cited = used_in_lesson(source) if law.acts else frozenset()
    listed = []
    for work in works:
        act = law.acts.get(work.key)
        line = work.listed(language, act.wording(language) if act else "")
        sections = act.told(cited, language) if act else []
        folded = [_folded(act.short, sections, language)] if act and sections else []
        order = (not work.is_law, alphabetical(_MARKUP.sub("", line)))
        listed.append((order, [f'- <span id="ref-{work.key}"></span>{line}', *folded]))
    for _, lines in sorted(listed):
        yield from lines


def _folded(act: str, sections: Iterable[str], language: str) -> str:
    """What the provisions say, in a part that is opened by whoever wants it.

    It stands on one line, right below its work: a blank line would set all works apart.
    """
    items = "".join(f"<li>{escape(one, quote=False)}</li>" for one in sections)
    summary = say("law.folded", language, act=act)
    return f"  <details><summary>{summary}</summary><ul>{items}</ul></details>"
