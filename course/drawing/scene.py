"""An opening picture: a place, the people in it, and what matters of it in words."""

from collections.abc import Sequence
from html import escape

from attrs import frozen

from course.drawing import things
from course.drawing.people import Portrait
from course.drawing.places import PLACES
from course.drawing.posed import posed


@frozen(kw_only=True)
class Present:
    """Somebody in a picture: looks, slot and mood; what the hands do; whether as in a mirror."""

    looks: Portrait
    slot: str
    mood: str = "calm"
    does: str = "rests"
    turned: bool = False


_NARROW, _WIDER = 480, 600
"""Units across what a narrow page shows: of most pictures, and where people stand further apart."""
_SIDE = 36
"""Units from somebody's middle to the side of their face."""


def scene(
    place: str,
    people: Sequence[Present],
    *,
    alt: str,
    title: str = "",
    shows: Sequence[str] = (),
    time: str = "09:00",
    view: str = "",
) -> str:
    """A picture as SVG, 800 by 360; a narrow page may show its middle alone.

    That is 480 of it, 600 where people stand further apart and its class says "wide", and all
    where it says "whole".

    Raises KeyError for a place, slot, thing or view that there is none of.
    """
    there = PLACES[place]
    order = list(there.slots)
    apart = _apart([there.slots[one.slot].x for one in people])
    drawn = "".join(
        posed(
            one.looks,
            one.mood,
            at=(there.slots[one.slot].x, there.slots[one.slot].y),
            size=there.slots[one.slot].size,
            does=one.does,
            stands=there.slots[one.slot].stands,
            turned=one.turned,
        )
        for one in sorted(people, key=lambda one: order.index(one.slot))
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{" ".join(["scene", *apart])}" role="img"'
        f' viewBox="0 0 {things.WIDE} {things.HIGH}" preserveAspectRatio="xMidYMid slice">'
        f"<title>{escape(title or alt)}</title>{f'<desc>{escape(alt)}</desc>' if title else ''}"
        f"{there.behind(time, view or there.view)}{drawn}{there.before}"
        f"{''.join(there.things[one] for one in shows)}</svg>"
    )


def _apart(places: Sequence[float]) -> list[str]:
    """How much of the picture's middle it takes for nobody to be cut in two.

    >>> _apart([284, 458]), _apart([190, 302]), _apart([76, 724])
    ([], ['wide'], ['whole'])
    """
    off = max((abs(x - things.WIDE / 2) for x in places), default=0)
    return ["whole"] if off + _SIDE > _WIDER / 2 else ["wide"] if off + _SIDE > _NARROW / 2 else []
