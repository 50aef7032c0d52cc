"""Ways of saying a number: words with ``#`` where it stands, found over the ends of lines."""

import re
from collections.abc import Iterator
from functools import cache

from course.words.counted import numbers

_WORD = r"[^\W\d_]+(?: hundred)?"
"""What may be a number in words. To look for each of these takes longer than to ask of any word."""


def where_said(
    way: str, text: str, language: str, *, digits: str = r"\d+", apart: str = r"\w"
) -> Iterator[re.Match[str]]:
    """Where a text says it so, with any number: a group for each, in digits or in words.

    ``digits`` is how a number is written, and ``apart`` what stands before no way of saying.

    >>> [match[1] for match in where_said("# lag", "Tre lag, nya lag och 12\\nlag.", "sv")]
    ['Tre', '12']
    """
    at, pattern = 0, _pattern(way, digits, apart)
    while match := pattern.search(text, at):
        if all(_is_number(one, language) for one in match.groups()):
            yield match
            at = match.end()
        else:
            at = match.start() + 1


def _is_number(written: str, language: str) -> bool:
    return not written[0].isalpha() or written.lower() in numbers(language)


@cache
def _pattern(way: str, digits: str, apart: str) -> re.Pattern[str]:
    parts = [re.sub(r"(\\ |\s)+", r"\\s+", re.escape(part)) for part in way.split("#")]
    return re.compile(rf"(?<![{apart}]){f'({digits}|{_WORD})'.join(parts)}(?!\w)")
