"""Words that the law tells apart and a text easily swaps: ``ska`` for ``får``, IMY for IVO.

The register sorts them into families, and each family's words by what they mean. A section of the
register says which meaning is its own; a sentence that cites it and has only others is a fault.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from course.once import Same

Family = Mapping[str, Mapping[str, Sequence[str]]]
"""Words by meaning and language: ``{"duty": {"sv": ["ska"], "en": ["must"]}}``.

``…`` within them stands for up to two words: ``får … inte`` is also *får nämnden inte*.
"""

_BETWEEN = r"\s+(?:\w+\s+){0,2}?"


def meanings(text: str, family: Family, language: str) -> Iterator[tuple[str, str]]:
    """Every word of a family in a text: what it means, and how it is written there.

    The longest that fits counts, so that *får inte* is not taken for *får*.

    >>> force = {"may": {"sv": ["får"]}, "may-not": {"sv": ["får … inte"]}}
    >>> list(meanings("Det får nämnden inte, men chefen får.", force, "sv"))
    [('may-not', 'får nämnden inte'), ('may', 'får')]
    """
    pattern, meant = _found_by(Same(family), language)
    for match in pattern.finditer(text):
        assert match.lastindex
        yield meant[match.lastindex - 1], match[0]


@lru_cache(maxsize=64)
def _found_by(of: Same, language: str) -> tuple[re.Pattern[str], list[str]]:
    """What finds the first word of a family that fits, each a group; and what each means."""
    family: Family = of.thing
    words = [(word, meaning) for meaning, one in family.items() for word in one[language]]
    words.sort(key=lambda one: -len(one[0]))
    one = "|".join(f"({_BETWEEN.join(map(_spaced, word.split('…')))})" for word, _ in words)
    pattern = re.compile(rf"(?<!\w)(?:{one})(?!\w)", re.IGNORECASE)
    return pattern, [meaning for _, meaning in words]


def _spaced(words: str) -> str:
    """The pattern of words that may stand on two lines."""
    return r"\s+".join(map(re.escape, words.split()))
