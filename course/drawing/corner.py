"""A small network in a corner of a page: how large its sheet is, and how a name stands on it."""

WIDTH, HEIGHT = 360, 216
_LONGEST_LINE = 14  # letters of a name that have room above or below a party


def lines(name: str) -> list[str]:
    """A name on one line, or on two; what has no room there is cut off with three dots.

    >>> lines("Bistånd"), lines("Kommunens rehabilitering i norr")
    (['Bistånd'], ['Kommunens', 'rehabiliterin…'])
    """
    if len(name) <= _LONGEST_LINE:
        return [name]
    head = name[: _LONGEST_LINE + 1].rpartition(" ")[0] or name[: _LONGEST_LINE - 1] + "-"
    rest = name[len(head.rstrip("-")) :].strip()
    return [head, rest if len(rest) <= _LONGEST_LINE else rest[: _LONGEST_LINE - 1] + "…"]
