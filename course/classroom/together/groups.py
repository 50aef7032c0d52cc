"""A large class plays in groups, each of which is dealt the same: one is seen as the others are."""

MOST = 20
"""How many make a group at most: of more a play takes too many steps, or too large a picture."""


def groups(people: int) -> int:
    """How many groups so many people make.

    >>> groups(4), groups(20), groups(21), groups(1000)
    (1, 1, 2, 50)
    """
    return max(1, -(-people // MOST))


def size(people: int, groups: int, group: int = 0) -> int:
    """How many there are in a group: as many as in the others, or one fewer.

    >>> [size(21, 2, group) for group in (0, 1)]
    [11, 10]
    """
    return (people - group + groups - 1) // groups


def place(order: int, groups: int) -> tuple[int, int]:
    """The number within its group of who came as number ``order``, and the group, each from 0.

    >>> [place(order, 2) for order in range(4)]
    [(0, 0), (0, 1), (1, 0), (1, 1)]
    """
    return divmod(order, groups)
