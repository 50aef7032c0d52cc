"""The map: the town, and the lessons as stops on the way through it.

Two drawings of the same: wide, with names at the stops, and narrow, for a phone, with numbers alone
and a list below it. Both lead along the lessons in order; each stop is a link. Houses and trees, of
which both have many, stand in the page once, before the two (``standing``).
"""

from collections.abc import Mapping, Sequence
from html import escape
from itertools import pairwise
from typing import Literal

from attrs import frozen

from course.drawing.colours import TOWN, ink
from course.drawing.spots import TALL, WIDE, Spot, along
from course.drawing.town import filled, once, stroked, used

State = Literal["done", "begun", "open"]


@frozen(kw_only=True)
class Stop:
    """A lesson on the way.

    Attributes:
        number: which lesson.
        title: what it is called.
        below: what stands below its name: its state or its minutes, in words.
        label: all of it in a sentence, for who hears it.
        href: where it leads.
        state: what a stop looks like; never the only thing that says so.
        flag: words over the stop where the learner is; empty at all others.
    """

    number: int
    title: str
    below: str
    label: str
    href: str
    state: State
    flag: str = ""


_NAMES_APART, _RINGS_APART = 100, 62  # so that neither names nor rings meet on small screens

_TREES = (
    (16, 344, 1), (40, 358, 0), (296, 218, 0), (474, 196, 1), (494, 206, 0), (196, 24, 1),
    (174, 36, 0), (300, 34, 0), (420, 404, 0), (640, 104, 1), (618, 116, 0), (1090, 410, 1),
    (1072, 426, 0), (1098, 40, 0), (640, 322, 0), (1010, 232, 1), (1032, 242, 0), (1094, 236, 0),
    (820, 72, 1),
)  # fmt: skip
_HOUSES = (
    ("row", 318, 440, 112), ("row", 426, 440, 112), ("health", 24, 12, 108),
    ("school", 418, 40, 116), ("lss", 4, 236, 92), ("hall", 856, 14, 112),
    ("office", 640, 22, 66), ("office", 716, 40, 54), ("care", 974, 362, 96),
    ("shed", 756, 444, 82), ("shed", 842, 458, 60), ("boat", 660, 452, 50), ("boat", 556, 92, 36),
)  # fmt: skip
_TREES_ON_A_PHONE = (
    (8, 8, 1), (320, 20, 0), (334, 32, 1), (10, 212, 0), (334, 196, 1), (84, 372, 1),
    (20, 420, 0), (330, 340, 0), (104, 402, 0), (326, 474, 1), (300, 482, 0),
)  # fmt: skip
_HOUSES_ON_A_PHONE = (
    ("row", 78, 96, 92), ("health", 186, 92, 66), ("school", 232, 196, 84), ("lss", 4, 132, 66),
    ("boat", 252, 270, 34), ("hall", 128, 366, 78), ("office", 18, 360, 46), ("care", 236, 384, 52),
)  # fmt: skip
"""Where trees stand, firs with a 1, and houses and boats with their widths."""

_OURS = "town-"
"""What the ids of houses and trees begin with."""


def standing() -> str:
    """Houses, trees and boats for both drawings, which show nothing of them without it."""
    names = {house for house, *_ in (*_HOUSES, *_HOUSES_ON_A_PHONE)} | {"fir", "tree"}
    return _on_a_page(
        f'<svg class="standing" aria-hidden="true">{once(sorted(names), _OURS)}</svg>'
    )


def _on_a_page(drawn: str) -> str:
    """A drawing without the colours of the day: a page with a map has them all in its style."""
    for name, colour in TOWN.items():
        drawn = drawn.replace(ink(name), ink(name).replace(f",{colour}", ""))
    return drawn


def wide(stops: Sequence[Stop], *, label: str, places: Mapping[str, str]) -> str:
    """The map with names at its stops, 1140 by 520; empty where there is no room for all.

    ``places`` are the words for what stands in the town, by the names of ``_PLACES``.
    """
    if len(spots := along(WIDE, len(stops), _NAMES_APART)) < len(stops):
        return ""
    land = (
        _rect(1140, 520, "land")
        + filled("M0 0h500c-70 66-200 44-262 96S70 110 0 150z", "land2")
        + filled("M1140 520H706c66-30 150-20 214-66s110-96 220-120z", "land2")
        + filled(
            "M500-10C470 80 566 130 548 214S492 330 556 396s70 80 60 134h250c4-40-70-56-104-78"
            "-46-30-122-34-126-84-4-56 22-96 12-164S560 90 596-10z",
            "water",
        )
        + stroked(
            "M534 46q14-8 28 0M578 166q14-8 28 0M560 330q14-8 28 0M606 440q14-8 28 0t28 0"
            "M700 484q14-8 28 0M598 110q12-8 24 0",
            "ripple",
            2,
        )
    )
    names = "".join(
        f'<text class="place" x="{x}" y="{y}" aria-hidden="true">{escape(places[name])}</text>'
        for name, x, y in _PLACES
        if name in places
    )
    return _on_a_page(
        f'<svg class="wide" viewBox="0 0 1140 520" role="group" aria-label="{escape(label)}">'
        f"{land}{_road(spots)}{_bridge(570, 262)}{_town(_TREES, 26, _HOUSES)}{names}"
        f"{_route(spots, stops)}{''.join(map(_stop, spots, stops))}"
        f"{''.join(map(_name, spots, stops))}{''.join(map(_flag, spots, stops))}</svg>"
    )


_PLACES = (
    ("health", 78, 102), ("school", 476, 130), ("lss", 50, 308), ("hall", 912, 132),
    ("care", 1022, 462), ("shed", 832, 514), ("river", 562, 28),
)  # fmt: skip


def tall(stops: Sequence[Stop]) -> str:
    """The map for a phone, 360 by 520, with numbers alone: an ornament above the list.

    A finger may use it; keys and screen readers have the list, which says more.
    """
    if len(spots := along(TALL, len(stops), _RINGS_APART)) < len(stops):
        return ""
    land = (
        _rect(360, 520, "land")
        + filled("M0 96c60 0 70 40 130 44s120 10 110 60-90 30-130 60-60 60-110 60z", "land2")
        + filled("M360 330c-70 0-60 60-110 80s-30 70-90 110h200z", "land2")
        + filled(
            "M-10 250C60 230 90 270 160 262S260 220 370 232V318C270 300 240 340 170 342S60"
            " 316-10 336z",
            "water",
        )
        + stroked(
            "M30 300q10-6 20 0M210 272q10-6 20 0M300 290q10-6 20 0M320 256q10-6 20 0", "ripple", 2
        )
    )
    numbers = "".join(
        _stop(spot, stop, seen_only=True) for spot, stop in zip(spots, stops, strict=True)
    )
    return _on_a_page(
        '<svg class="tall" viewBox="0 0 360 520" aria-hidden="true">'
        f"{land}{_road(spots)}{_bridge(132, 290, tall=True)}"
        f"{_town(_TREES_ON_A_PHONE, 22, _HOUSES_ON_A_PHONE)}{_route(spots, stops)}{numbers}"
        f"{''.join(map(_flag, spots, stops))}</svg>"
    )


def _town(
    trees: Sequence[tuple[int, int, int]], wide: int, houses: Sequence[tuple[str, int, int, int]]
) -> str:
    """Trees, each so wide, and the houses before them."""
    all_of_it = [("fir" if fir else "tree", x, y, wide) for x, y, fir in trees] + [*houses]
    return "".join(used(*one, _OURS) for one in all_of_it)


def _rect(w: float, h: float, name: str) -> str:
    return f'<rect width="{w:g}" height="{h:g}" fill="{ink(name)}"/>'


def _segments(spots: Sequence[Spot]) -> list[str]:
    return [
        f"M{a.x:g} {a.y:g}Q{b.bend[0]:g} {b.bend[1]:g} {b.x:g} {b.y:g}" for a, b in pairwise(spots)
    ]


def _road(spots: Sequence[Spot]) -> str:
    return stroked("".join(_segments(spots)), "road", 17)


def _route(spots: Sequence[Spot], stops: Sequence[Stop]) -> str:
    """The way from stop to stop: drawn through behind a lesson that is done, dotted before it."""
    return "".join(
        f'<path class="route{" walked" if stop.state == "done" else ""}" d="{segment}"/>'
        for segment, stop in zip(_segments(spots), stops, strict=False)
    )


def _bridge(x: float, y: float, *, tall: bool = False) -> str:
    """The bridge that the lesson on boundaries stands on."""
    if tall:
        rails = f"M{x - 50:g} {y - 15:g}h100M{x - 50:g} {y + 15:g}h100"
        planks = "".join(f"M{x + at:g} {y - 13:g}v26" for at in range(-40, 44, 10))
        return (
            f'<g transform="rotate(52 {x:g} {y:g})">{stroked(planks, "wood", 3)}'
            f"{stroked(rails, 'metal', 5)}</g>"
        )
    posts = "".join(f"M{x + dx:g} {y - 22 + abs(dx) / 9:g}v26" for dx in (-62, -31, 31, 62))
    return stroked(posts, "metal", 4) + stroked(
        f"M{x - 92:g} {y - 4:g}Q{x:g} {y - 44:g} {x + 92:g} {y + 2:g}", "metal", 6
    )


def _stop(spot: Spot, stop: Stop, *, seen_only: bool = False) -> str:
    said = 'tabindex="-1"' if seen_only else f'aria-label="{escape(stop.label)}"'
    ring = f'<circle class="ring" cx="{spot.x:g}" cy="{spot.y:g}" r="23"/>'
    half = (
        f'<path class="half" d="M{spot.x:g} {spot.y - 12.5:g}a12.5 12.5 0 0 0 0 25"/>'
        if stop.state == "begun"
        else ""
    )
    return (
        f'<a class="stop {stop.state}" href="{escape(stop.href)}" {said}>{ring}'
        f'<circle class="dot" cx="{spot.x:g}" cy="{spot.y:g}" r="17"/>{half}'
        f'<text class="n" x="{spot.x:g}" y="{spot.y + 5.5:g}">{stop.number}</text></a>'
    )


def _name(spot: Spot, stop: Stop) -> str:
    """A stop's name and what stands below it, beside, over or under the stop."""
    x, y, anchor = {
        "below": (spot.x, spot.y + 39, "middle"),
        "above": (spot.x, spot.y - 46, "middle"),
        "right": (spot.x + 28, spot.y - 2, "start"),
        "left": (spot.x - 28, spot.y - 2, "end"),
    }[spot.side]
    return (
        f'<g class="named" aria-hidden="true" text-anchor="{anchor}">'
        f'<text class="name" x="{x:g}" y="{y:g}">{escape(stop.title)}</text>'
        f'<text class="below" x="{x:g}" y="{y + 18:g}">{escape(stop.below)}</text></g>'
    )


def _flag(spot: Spot, stop: Stop) -> str:
    """Words over the stop where the learner is."""
    if not stop.flag:
        return ""
    width = 8.2 * len(stop.flag) + 26
    down = spot.side == "above"
    top = spot.y + 28 if down else spot.y - 60
    tip = (
        f"M{spot.x - 7:g} {top + 0.5:g}l7-8 7 8z"
        if down
        else f"M{spot.x - 7:g} {top + 26:g}l7 8 7-8z"
    )
    left = max(spot.x - width / 2, 6)
    return (
        f'<g class="flag" aria-hidden="true"><rect x="{left:g}" y="{top:g}" width="{width:g}"'
        f' height="27" rx="13"/><path d="{tip}"/>'
        f'<text x="{left + width / 2:g}" y="{top + 18.5:g}">{escape(stop.flag)}</text></g>'
    )
