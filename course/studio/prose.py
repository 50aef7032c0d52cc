"""How hard a lesson's text is to read: LIX in Swedish, the Flesch-Kincaid grade in English.

What counts is running text: sentences in paragraphs, lists and quotations. Headings, tables and
code are read in another way and are left out, and so are citations. An item of a list is a sentence
(or more) of its own, whether it ends in a full stop or not.
"""

import re
from collections.abc import Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from course.content.minutes import plain
from course.studio.syllables import syllables

HARDEST = {"sv": 45.0, "en": 11.0}
"""The highest LIX that a Swedish text may have, and the highest grade of an English one."""

MEASURES = {"sv": "LIX", "en": "Flesch–Kincaid"}

_END = re.compile(r"(?<=[.!?:…])[”“\"’)»]*\s+(?=[”“\"(]*[^\W\d_a-zåäö])")
_SPACE = re.compile(r"\s+")


def sentences(markdown: str) -> list[str]:
    """The sentences of a piece of Markdown, without headings, tables and code.

    >>> sentences("## En rubrik\\n\\nEn mening. Och *en* till: Så.\\n\\n- ett led\\n- ett till")
    ['En mening.', 'Och en till:', 'Så.', 'ett led', 'ett till']
    """
    blocks = _blocks(_reader().parse(plain(markdown)))
    parts = (part for block in blocks for part in _END.split(_SPACE.sub(" ", block)))
    return [part.strip() for part in parts if re.search(r"\w", part)]


@cache
def _reader() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table")


def _blocks(tokens: list[Token]) -> Iterator[str]:
    """The text of each paragraph and each item of a list."""
    passed_over = 0
    for token in tokens:
        if token.type in ("heading_open", "table_open"):
            passed_over += 1
        elif token.type in ("heading_close", "table_close"):
            passed_over -= 1
        elif token.type == "inline" and not passed_over:
            yield "".join(_words(token.children or []))


def _words(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("text", "code_inline"):
            yield token.content
        elif token.type in ("softbreak", "hardbreak"):
            yield " "


def can_measure() -> bool:
    """Whether textstat is there; only the authors' and testers' environment has it."""
    try:
        import textstat  # noqa: F401 - asked for only to see whether it is there
    except ImportError:
        return False
    return True


def difficulty(text: list[str], language: str) -> float:
    """How hard some sentences are to read: their LIX (``sv``) or Flesch-Kincaid grade (``en``).

    LIX is words per sentence and per cent of words longer than six letters (Björnsson 1968). The
    grade is .39 words per sentence + 11.8 syllables per word - 15.59 (Kincaid et al. 1975).
    textstat counts the words, and `syllables` as it does. It would not count a sentence of one or
    two words, and lessons have people who say "Yes": so the sentences are counted here.

    >>> difficulty(["Det regnar.", "Socialtjänsten hjälper till."], "sv")
    42.5
    """
    import textstat

    if not text:
        return 0.0
    joined = " ".join(text)
    count = int(textstat.lexicon_count(joined))
    length = count / len(text)
    if language == "sv":
        return length + 100 * int(textstat.long_word_count(joined)) / count
    return 0.39 * length + 11.8 * syllables(joined) / count - 15.59
