"""An exercise as it is answered on paper, without its answer."""

from hashlib import sha256

from attrs import frozen

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@frozen(kw_only=True)
class Sheet:
    """What stands below an exercise's question on paper, in one language.

    Attributes:
        ticks: answers, of which one or several are ticked.
        rows: things, each of which is given a place; also the cards that can be cut out.
        places: the places. Few are columns to tick in; many are lettered, and a letter is written.
        blanks: headings to write below; an empty one is only lines.
        room: how many lines there are to write on, below each.
        frame: what stands in the middle of a frame to draw in; None where nothing is drawn.
    """

    ticks: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    blanks: tuple[str, ...] = ()
    room: int = 2
    frame: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether it cannot be answered on paper, since a model or a conversation is played."""
        return not (self.ticks or self.rows or self.blanks or self.frame is not None)


def shuffled(things: tuple[str, ...], name: str) -> tuple[str, ...]:
    """Things in an order that tells nothing, the same each time and in each language.

    >>> shuffled(("a", "b", "c", "d"), "steps")
    ('c', 'b', 'a', 'd')
    """
    places = range(len(things))
    order = sorted(places, key=lambda at: sha256(f"{name}/{at}".encode()).digest())
    if order == list(places):
        order = [*order[1:], *order[:1]]
    return tuple(things[at] for at in order)
