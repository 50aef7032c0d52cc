"""A small network in a corner of a page: how large its sheet is, and how a name stands on it."""

WIDTH, HEIGHT = 360, 216
_LONGEST_LINE = 14  # letters of a name that have room above or below a party
_LEAST = 3  # letters of a word that is divided, on either line
_VOWELS = "aeiouyåäö"


def lines(name: str) -> list[str]:
    """A name on one line, or on two; what has no room there is cut off with three dots.

    A number before it stays with its first word, which is then divided where the line ends.

    >>> lines("Bistånd"), lines("Kommunens rehabilitering i norr"), lines("4. Rehabilitering")
    (['Bistånd'], ['Kommunens', 'rehabiliterin…'], ['4. Rehabilite-', 'ring'])
    >>> lines("Anhörigföreningen")
    ['Anhörigföre-', 'ningen']
    """
    if len(name) <= _LONGEST_LINE:
        return [name]
    head = name[: _LONGEST_LINE + 1].rpartition(" ")[0]
    if not head.rstrip(".").strip("0123456789"):
        head = name[: _divided(name)] + "-"
    rest = name[len(head.rstrip("-")) :].strip()
    return [head, rest if len(rest) <= _LONGEST_LINE else rest[: _LONGEST_LINE - 1] + "…"]


def _divided(name: str) -> int:
    """Where a word that is too long is divided: before one consonant between vowels, if it can be.

    The last such place that has room, with three letters at least on either side of it.
    """
    most = _LONGEST_LINE - 1
    for at in range(most, max(_LEAST, len(name) - _LONGEST_LINE) - 1, -1):
        is_vowel = [letter in _VOWELS for letter in name[at - 1 : at + 2].lower()]
        if is_vowel == [True, False, True] and name[at].isalpha() and len(name) - at >= _LEAST:
            return at
    return most
