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
    """A picture as SVG, 800 by 360; a narrow page may show its middle 480 alone.

    Raises KeyError for a place, slot, thing or view that there is none of.
    """
    there = PLACES[place]
    order = list(there.slots)
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
        f'<svg xmlns="http://www.w3.org/2000/svg" class="scene" role="img"'
        f' viewBox="0 0 {things.WIDE} {things.HIGH}" preserveAspectRatio="xMidYMid slice">'
        f"<title>{escape(title or alt)}</title>{f'<desc>{escape(alt)}</desc>' if title else ''}"
        f"{there.behind(time, view or there.view)}{drawn}{there.before}"
        f"{''.join(there.things[one] for one in shows)}</svg>"
    )
