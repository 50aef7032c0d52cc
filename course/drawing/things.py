"""What stands in rooms: doors, desks, and the things that a scene is about."""

from course.drawing.colours import DARK, ink
from course.drawing.town import filled, stroked

WIDE, HIGH = 800, 360
"""The measure of a scene. One stands so near that no floor is seen."""


def rect(x: float, y: float, w: float, h: float, name: str, r: float = 0) -> str:
    """A rectangle in a colour of the town."""
    round_ = f' rx="{r:g}"' if r else ""
    return f'<rect x="{x:g}" y="{y:g}" width="{w:g}" height="{h:g}"{round_} fill="{ink(name)}"/>'


def moved(x: float, y: float, drawing: str, size: float = 1) -> str:
    """A drawing with its own origin at a point."""
    grown = f"scale({size:g})" if size != 1 else ""
    return f'<g transform="translate({x:g} {y:g}){grown}">{drawing}</g>'


def room(wall: str = "room", skirting: str = "room2") -> str:
    """A wall with a panel along its lower part."""
    return rect(0, 0, WIDE, HIGH, wall) + rect(0, 276, WIDE, HIGH - 276, skirting)


# --- furniture ------------------------------------------------------------------------------------


def clock(x: float, y: float, time: str) -> str:
    """A clock on the wall that shows a time such as 16:30."""
    hours, minutes = map(int, time.split(":"))
    hands = (
        f'<path d="M0 0V-9" transform="rotate({(hours % 12) * 30 + minutes / 2:g})"'
        f' stroke="{DARK}" stroke-width="3" stroke-linecap="round"/>'
        f'<path d="M0 0V-14" transform="rotate({minutes * 6})"'
        f' stroke="{DARK}" stroke-width="2" stroke-linecap="round"/>'
    )
    face = f'<circle r="20" fill="{ink("sheet")}" stroke="{ink("metal")}" stroke-width="4"/>'
    return moved(x, y, face + hands)


def doorway(x: float, w: float, *, top: float = 14) -> str:
    """An open doorway with another room behind it."""
    return (
        rect(x, top, w, HIGH - top, "floor")
        + rect(x + w * 0.62, top, w * 0.38, HIGH - top, "room2")
        + stroked(f"M{x:g} {HIGH + 10}V{top:g}H{x + w:g}V{HIGH + 10}", "frame", 12)
    )


def desk(x: float, y: float, w: float) -> str:
    """A desk seen from the front: its top at a height, a panel below."""
    return (
        rect(x + 12, y + 12, w - 24, HIGH - y, "wood2")
        + rect(x + 12, y + 12, w - 24, 7, "wood2")
        + stroked(f"M{x + w / 2:g} {y + 18:g}V{HIGH}", "wood", 1.5)
        + rect(x, y, w, 14, "wood", 4)
    )


def table(y: float, x: float = 60, w: float = 680) -> str:
    """A long table, whose top is seen a little from above."""
    return (
        rect(x + 22, y + 40, w - 44, HIGH - y, "wood2")
        + filled(f"M{x + 26:g} {y:g}H{x + w - 26:g}L{x + w:g} {y + 32:g}H{x:g}Z", "wood")
        + rect(x, y + 32, w, 10, "wood2")
        + stroked(f"M{x:g} {y + 42:g}H{x + w:g}", "wood", 1.2)
    )


def shelf(x: float, y: float, w: float = 96) -> str:
    """A shelf with binders."""
    binders = "".join(
        rect(x + 6 + n * 15, y - 36 + n % 2 * 4, 12, 36 - n % 2 * 4, colour, 1.5)
        for n, colour in enumerate(("roof2", "metal", "wall4", "roof2", "wall1", "metal"))
        if 6 + n * 15 + 12 < w
    )
    return binders + rect(x, y, w, 8, "wood", 2)


def plant(x: float, y: float, size: float = 1) -> str:
    """A plant in a pot."""
    leaves = (
        "M20 40C4 34 2 16 6 6 16 12 20 26 20 40ZM20 40C36 34 40 18 35 8 25 14 20 26 20 40Z"
        "M20 40C16 24 17 8 21-2 26 10 25 26 20 40Z"
    )
    return moved(x, y, filled(leaves, "tree") + filled("M8 40H32L29 62H11Z", "wall4"), size)


def sheet(x: float, y: float, w: float = 40, h: float = 54, turn: float = 0) -> str:
    """A written sheet of paper."""
    lines = "".join(
        f"M6 {at:g}H{w - (6 if n % 3 else 16):g}" for n, at in enumerate(range(10, int(h) - 5, 8))
    )
    turned = f" rotate({turn:g})" if turn else ""
    return (
        f'<g transform="translate({x:g} {y:g}){turned}">{rect(0, 0, w, h, "sheet", 1.5)}'
        f"{stroked(lines, 'scrawl', 2)}</g>"
    )


def board(x: float, y: float, w: float, h: float) -> str:
    """A notice board with notes."""
    notes = rect(x + 14, y + 14, 30, 36, "sheet") + rect(x + 54, y + 20, 34, 24, "wall1")
    more = rect(x + 22, y + 60, 40, 26, "wall3") if h > 96 else ""
    return rect(x, y, w, h, "wood", 3) + rect(x + 5, y + 5, w - 10, h - 10, "land2") + notes + more


def rota(x: float, y: float, w: float, h: float, *, gap: bool = False) -> str:
    """A rota: rows of shifts; with a gap where somebody is missing."""
    rows, columns = 4, 7
    cw, rh = (w - 34) / columns, (h - 20) / rows
    cells = ""
    for row in range(rows):
        cells += rect(x + 8, y + 13 + row * rh, 14, rh - 6, "scrawl", 2)
        for column in range(columns):
            if gap and (row, column) == (2, 4):
                continue
            if (row * 3 + column * 2) % 5 < 3:
                colour = ("accent", "wall4", "wood", "roof2")[row]
                cells += rect(x + 28 + column * cw, y + 13 + row * rh, cw - 4, rh - 6, colour, 2)
    return rect(x, y, w, h, "metal", 4) + rect(x + 4, y + 4, w - 8, h - 8, "sheet", 2) + cells


def cup(x: float, y: float) -> str:
    """A cup on a table."""
    return rect(x, y - 13, 14, 13, "sheet", 2) + stroked(
        f"M{x + 14:g} {y - 10:g}q6 1 0 7", "sheet", 2.4
    )


def machine(x: float, y: float) -> str:
    """A coffee machine, standing on a height."""
    return (
        rect(x, y - 96, 66, 96, "metal", 5)
        + rect(x + 9, y - 86, 48, 22, "roof2", 3)
        + rect(x + 14, y - 50, 38, 42, "roof2", 2)
        + rect(x + 28, y - 50, 10, 10, "metal")
        + rect(x + 25, y - 22, 16, 14, "sheet", 2)
        + f'<circle cx="{x + 50:g}" cy="{y - 75:g}" r="3.5" fill="{ink("lamp")}"/>'
    )


def box(x: float, y: float, *, locked: bool) -> str:
    """The suggestion box: with its padlock, or open with its slips."""
    slot = f'<rect x="{x + 22:g}" y="{y - 50:g}" width="40" height="5" rx="2" fill="{DARK}"/>'
    if locked:
        lock = stroked(f"M{x + 36:g} {y - 24:g}v-5q0-7 6-7t6 7v5", "metal", 3.4) + rect(
            x + 31, y - 25, 22, 18, "wall1", 3
        )
        return (
            rect(x, y - 58, 84, 58, "wall4", 3)
            + rect(x - 3, y - 64, 90, 9, "roof", 2)
            + slot
            + lock
        )
    cover = rect(x - 3, y - 66, 90, 9, "roof", 2)
    lid = f'<g transform="rotate(-24 {x + 84:g} {y - 58:g})">{cover}</g>'
    slips = "".join(
        moved(
            x + at, y - up, f'<g transform="rotate({turn})">{rect(0, 0, 24, 36, colour, 1.5)}</g>'
        )
        for at, up, turn, colour in (
            (10, 82, -9, "wall1"),
            (34, 90, 3, "wall2"),
            (56, 86, 12, "wall3"),
        )
    )
    return slips + rect(x, y - 58, 84, 58, "wall4", 3) + slot + lid


def lamp(x: float, y: float) -> str:
    """A desk lamp that is lit."""
    cone = f"M{x - 34:g} {y:g}L{x - 10:g} {y - 58:g}H{x + 26:g}L{x + 50:g} {y:g}Z"
    glow = f'<path d="{cone}" fill="{ink("lamp")}" opacity=".35"/>'
    return (
        glow
        + stroked(f"M{x + 60:g} {y:g}V{y - 70:g}H{x + 20:g}", "metal", 4)
        + filled(
            f"M{x - 12:g} {y - 56:g}L{x:g} {y - 76:g}H{x + 18:g}L{x + 28:g} {y - 56:g}Z", "metal"
        )
        + rect(x + 46, y - 6, 28, 6, "metal", 2)
    )


def laptop(x: float, y: float) -> str:
    """A laptop seen from behind."""
    return rect(x, y - 42, 64, 42, "metal", 4) + rect(x - 8, y - 4, 80, 6, "roof2", 3)


def chair(x: float, y: float) -> str:
    """An empty chair, seen from behind."""
    return (
        rect(x, y - 56, 40, 26, "wood", 5)
        + rect(x - 3, y - 24, 46, 8, "metal", 3)
        + stroked(f"M{x + 3:g} {y - 56:g}V{y:g}M{x + 37:g} {y - 56:g}V{y:g}", "metal", 4)
    )


def stack(x: float, y: float) -> str:
    """A stack of chairs."""
    seats = "".join(rect(x - 3, y - 30 - n * 13, 48, 7, "metal", 3) for n in range(5))
    return (
        rect(x, y - 112, 42, 24, "wood", 5)
        + seats
        + stroked(f"M{x + 3:g} {y - 94:g}V{y:g}M{x + 39:g} {y - 94:g}V{y:g}", "metal", 4)
    )


def buns(x: float, y: float) -> str:
    """A plate of buns."""
    each = "".join(
        f'<ellipse cx="{x + dx:g}" cy="{y - dy:g}" rx="11" ry="7" fill="{ink("wood2")}"/>'
        for dx, dy in ((12, 7), (34, 7), (56, 7), (23, 15), (45, 15), (34, 23))
    )
    return each + rect(x - 6, y - 3, 80, 5, "sheet", 2)


def sensor(x: float, y: float) -> str:
    """A small white box whose lamp is lit."""
    return (
        rect(x, y - 30, 46, 30, "sheet", 6)
        + f'<g fill="none" stroke="{ink("metal")}" stroke-width="2"><circle cx="{x + 23:g}"'
        f' cy="{y - 16:g}" r="8"/></g>'
        + f'<circle cx="{x + 38:g}" cy="{y - 23:g}" r="2.6" fill="{ink("warm")}"/>'
    )


def carton(x: float, y: float) -> str:
    """A closed carton."""
    return (
        rect(x, y - 48, 76, 48, "wood", 2)
        + filled(f"M{x:g} {y - 48:g}l9-9h58l9 9z", "wood2")
        + rect(x + 32, y - 57, 12, 26, "wood2")
    )


def tray(x: float, y: float) -> str:
    """A full tray for what has come in."""
    papers = "".join(rect(x + 4 + n % 3, y - 10 - n * 4, 54, 4, "sheet") for n in range(7))
    return papers + stroked(f"M{x:g} {y - 26:g}V{y:g}H{x + 64:g}V{y - 26:g}", "metal", 4)
