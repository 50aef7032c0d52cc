"""A small network in a corner of a page: how large its sheet is, and how a name stands on it."""

WIDTH, HEIGHT = 360, 216
_LONGEST_LINE = 14  # letters of a name that have room above or below a party


def lines(name: str) -> list[str]:
    """A name on one line, or on two; what has no room there is cut off with three dots.

    A number before it stays with its first word, which is then divided where the line ends.

    >>> lines("Bistånd"), lines("Kommunens rehabilitering i norr"), lines("4. Rehabilitering")
    (['Bistånd'], ['Kommunens', 'rehabiliterin…'], ['4. Rehabilite-', 'ring'])
    """
    if len(name) <= _LONGEST_LINE:
        return [name]
    head = name[: _LONGEST_LINE + 1].rpartition(" ")[0]
    if not head.rstrip(".").strip("0123456789"):
        head = name[: _LONGEST_LINE - 1] + "-"
    rest = name[len(head.rstrip("-")) :].strip()
    return [head, rest if len(rest) <= _LONGEST_LINE else rest[: _LONGEST_LINE - 1] + "…"]
