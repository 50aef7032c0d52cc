"""The sentences of a text, in Swedish and in English."""

import re
from collections.abc import Iterator

_STOP = re.compile(r"(?P<paragraph>[ \t]*\n\s*\n)|[.!?…][\"”’'»)*]*(?=\s)")
_OPENING = "\"“”'‘»–(*\u00a0 \n"
_SHORTENED = re.compile(
    r"(?<![\w'’])(al|art|bl\.a|ca|cf|ch|dr|dvs|d\.v\.s|e\.g|f\.d|fr\.o\.m|i\.e|jfr|kap|kl|m\.fl|mrs?|ms|nr|"
    r"p\.g\.a|pp|prop|ss?|s\.k|st|t\.ex|t\.o\.m|vs)\.$",
    re.IGNORECASE,
)
"""A word at the end of a text that has a full stop of its own."""


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a text, each with where it begins and with its full stop.

    A sentence ends with its paragraph. Else it ends before a capital letter, never before a digit,
    and never in a word that is shortened: what stands in ``kap. 31 §`` or ``ch. 6 s. 31`` belongs
    together.

    >>> [one for _, one in sentences("Högst 6 kap. 2 §. Men t.ex. Karin vet mer.")]
    ['Högst 6 kap. 2 §.', 'Men t.ex. Karin vet mer.']
    """
    start = 0
    for stop in _STOP.finditer(text):
        end = stop.start() if stop["paragraph"] else stop.end()
        if stop["paragraph"] or _ends(text, stop):
            yield start, text[start:end]
            start = len(text) - len(text[end:].lstrip())
    yield start, text[start:].rstrip()


def _ends(text: str, stop: re.Match[str]) -> bool:
    """Whether a sentence ends with this stop."""
    if _SHORTENED.search(text, max(0, stop.start() - 12), stop.start() + 1):
        return False
    after = text[stop.end() : stop.end() + 20].lstrip(_OPENING)
    return after[:1].isupper()


def first_sentence(text: str) -> str:
    """The first sentence of a text; the whole text where it has one alone.

    >>> first_sentence("Ja (LOU 6 kap. 31 §). Här finns det inte att köpa.")
    'Ja (LOU 6 kap. 31 §).'
    """
    return next(sentences(text))[1]
