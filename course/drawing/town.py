"""The town: its houses, trees and boats, each drawn once and placed where it is wanted."""

from collections.abc import Iterable

from course.drawing.colours import ink


def filled(d: str, name: str) -> str:
    """A shape in a colour of the town."""
    return f'<path d="{d}" fill="{ink(name)}"/>'


def stroked(d: str, name: str, width: float) -> str:
    """A line in a colour of the town."""
    return (
        f'<path d="{d}" fill="none" stroke="{ink(name)}" stroke-width="{width:g}"'
        ' stroke-linecap="round" stroke-linejoin="round"/>'
    )


def panes(d: str) -> str:
    """Windows, which are lit at night."""
    return f'<path d="{d}" fill="{ink("win")}" stroke="{ink("pane")}"/>'


_CLOCK = f'<circle cx="65" cy="42" r="7" fill="{ink("win")}" stroke="{ink("pane")}"/>'

HOUSES: dict[str, tuple[float, float, str]] = {
    "row": (
        150,
        90,
        filled("M4 38h42v48H4z", "wall4")
        + filled("M0 40 25 14l25 26zM92 42l29-24 29 24z", "roof")
        + filled("M46 30h50v56H46z", "wall1")
        + filled("M42 32 71 4l29 28z", "roof2")
        + filled("M96 40h50v46H96z", "wall3")
        + panes(
            "M12 48h10v12H12zM30 48h10v12H30zM55 42h11v13H55zM77 42h11v13H77zM55 64h11v12H55z"
            "M104 50h11v12h-11zM126 50h11v12h-11z"
        )
        + filled("M20 68h11v18H20zM77 64h11v22H77zM116 68h11v18h-11z", "roof2"),
    ),
    "hall": (
        130,
        120,
        filled("M6 58h118v58H6zM50 28h30v34H50z", "wall2")
        + filled("M2 60 20 42h30v18h30V42h30l18 18z", "roof2")
        + filled("M46 30 65 2l19 28z", "roof")
        + _CLOCK
        + stroked("M65 42v-4M65 42h3", "ink", 1.4)
        + panes(
            "M16 68h12v15H16zM36 68h12v15H36zM82 68h12v15H82zM102 68h12v15h-12z"
            "M16 92h12v14H16zM36 92h12v14H36zM82 92h12v14H82zM102 92h12v14h-12z"
        )
        + filled("M56 116V92q9-12 18 0v24z", "roof2"),
    ),
    "lss": (
        130,
        80,
        filled("M8 36h114v40H8z", "wall1")
        + filled("M2 38 26 16h78l24 22z", "roof")
        + panes("M18 46h14v12H18zM98 46h14v12H98zM42 46h10v12H42z")
        + filled("M60 48h16v28H60z", "roof2")
        + stroked("M52 46h34M54 46v30M84 46v30M30 76l18-8h14", "roof2", 2.5)
        + f'<g fill="{ink("tree")}"><circle cx="20" cy="72" r="8"/><circle cx="110" cy="72"'
        f' r="8"/></g>',
    ),
    "school": (
        150,
        95,
        filled("M6 40h138v50H6z", "wall3")
        + filled("M4 30h142v12H4z", "roof2")
        + filled("M54 24h42v66H54z", "wall1")
        + filled("M48 26 75 6l27 20z", "roof")
        + panes(
            "M14 50h14v13H14zM34 50h14v13H34zM102 50h14v13h-14zM122 50h14v13h-14zM14 70h14v12H14z"
            "M34 70h14v12H34zM102 70h14v12h-14zM122 70h14v12h-14zM62 36h10v12H62zM78 36h10v12H78z"
        )
        + filled("M66 64h18v26H66z", "roof2"),
    ),
    "health": (
        130,
        90,
        filled("M6 26h118v60H6z", "wall3")
        + filled("M2 20h126v9H2z", "roof2")
        + panes(
            "M14 38h20v12H14zM96 38h20v12H96zM14 60h20v12H14zM96 60h20v12H96zM44 38h10v12H44z"
            "M76 38h10v12H76z"
        )
        + filled("M54 60h22v26H54z", "roof2")
        + stroked("M58 44h14M65 37v14", "accent", 5),
    ),
    "care": (
        120,
        105,
        filled("M10 24h100v77H10z", "wall1")
        + filled("M4 26 30 8h60l26 18z", "roof")
        + panes(
            "M20 34h14v14H20zM53 34h14v14H53zM86 34h14v14H86zM20 58h14v14H20zM53 58h14v14H53z"
            "M86 58h14v14H86zM20 82h14v12H20zM86 82h14v12H86z"
        )
        + stroked("M16 51h22M49 51h22M82 51h22M16 75h22M82 75h22", "roof2", 3)
        + filled("M52 80h16v21H52z", "roof2"),
    ),
    "office": (
        100,
        95,
        filled("M10 22h80v69H10z", "wall2")
        + filled("M6 14h88v10H6z", "roof2")
        + panes(
            "M19 32h12v12H19zM44 32h12v12H44zM69 32h12v12H69zM19 52h12v12H19zM44 52h12v12H44z"
            "M69 52h12v12H69zM19 72h12v12H19zM69 72h12v12H69z"
        )
        + filled("M43 70h14v21H43z", "roof2"),
    ),
    "shed": (
        90,
        66,
        filled("M6 26h78v36H6z", "wall4")
        + filled("M0 28 45 4l45 24z", "roof2")
        + filled("M32 34h26v28H32z", "roof2")
        + panes("M13 38h12v10H13zM65 38h12v10H65z"),
    ),
    "tree": (
        40,
        60,
        filled("M18 36h4v22h-4z", "bark")
        + f'<ellipse cx="20" cy="24" rx="15" ry="20" fill="{ink("tree")}"/>',
    ),
    "fir": (
        40,
        60,
        filled("M18 48h4v10h-4z", "bark") + filled("M20 2 34 26H28L38 50H2L12 26H6z", "tree"),
    ),
    "boat": (
        70,
        60,
        filled("M34 4v36h24z", "win")
        + stroked("M32 2v42", "roof2", 3)
        + filled("M4 42h60q-6 14-16 14H18q-10 0-14-14z", "wall4"),
    ),
    "bench": (
        60,
        30,
        stroked("M6 10h48M6 18h48M12 18v10M48 18v10", "bark", 3),
    ),
}
"""Width, height and drawing of each, in its own measure."""


def placed(name: str, x: float, y: float, width: float) -> str:
    """A house (a tree, a boat) with its left upper corner at a point, so wide."""
    own, _, drawing = HOUSES[name]
    return f'<g transform="translate({x:g} {y:g})scale({width / own:.3g})">{drawing}</g>'


def once(names: Iterable[str], prefix: str) -> str:
    """Houses, trees and boats to be drawn anywhere below by :func:`used`: each is there once.

    The name of each is its id with ``prefix`` before it, for the page that they come into.
    """
    drawn = "".join(f'<g id="{prefix}{name}">{HOUSES[name][2]}</g>' for name in names)
    return f"<defs>{drawn}</defs>"


def used(name: str, x: float, y: float, width: float, prefix: str) -> str:
    """One of those that :func:`once` has drawn, as :func:`placed` would draw it."""
    scale = width / HOUSES[name][0]
    return f'<use href="#{prefix}{name}" transform="translate({x:g} {y:g})scale({scale:.3g})"/>'
