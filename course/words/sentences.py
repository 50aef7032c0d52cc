"""Where the first sentence of a text ends, in Swedish and in English."""

import re

_STOP = re.compile(r"[.!?…][\"”’»)]*(?=\s)")
_OPENING = '"”“‘»–( \n'
_SHORTENED = re.compile(
    r"(?<![\w'’])(al|art|bl\.a|ca|cf|ch|dr|dvs|d\.v\.s|e\.g|f\.d|fr\.o\.m|i\.e|jfr|kap|kl|m\.fl|mrs?|ms|nr|"
    r"p\.g\.a|pp|prop|ss?|s\.k|st|t\.ex|t\.o\.m|vs)\.$",
    re.IGNORECASE,
)
"""A word at the end of a text that has a full stop of its own."""


def first_sentence(text: str) -> str:
    """The first sentence of a text, with its full stop; the whole text where it has one alone.

    A sentence ends before a capital letter, never before a digit, and never in a word that is
    shortened: what stands in ``kap. 31 §`` or ``ch. 6 s. 31`` belongs together.

    >>> first_sentence("Ja (LOU 6 kap. 31 §). Här finns det inte att köpa.")
    'Ja (LOU 6 kap. 31 §).'
    >>> first_sentence("Some do, e.g. Karin. Others wait.")
    'Some do, e.g. Karin.'
    """
    paragraph = re.split(r"\n\s*\n", text, maxsplit=1)[0].rstrip()
    for stop in _STOP.finditer(paragraph):
        if _SHORTENED.search(paragraph[: stop.start() + 1]):
            continue
        if paragraph[stop.end() :].lstrip(_OPENING)[:1].isupper():
            return paragraph[: stop.end()]
    return paragraph
