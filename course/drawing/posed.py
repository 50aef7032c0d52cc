"""A person from head to foot, or as much of one as a table shows, and what the hands do."""

from course.drawing.clothes import body, line, path
from course.drawing.colours import CLOTH, SKIN, ink
from course.drawing.face import LOOKS, head_of
from course.drawing.people import Portrait

DOES = ("rests", "knocks", "phones", "reads", "points", "writes", "eats")
"""What hands can do."""

TORSO = "M7 104 9 95H91L93 104C94 128 83 150 81 176H19C17 150 6 128 7 104Z"
LEGS = "M20 172H80L75 276H56L50 196 44 276H25Z"


def posed(
    person: Portrait,
    mood: str,
    *,
    at: tuple[float, float],
    size: float,
    does: str = "rests",
    stands: bool = False,
    turned: bool = False,
) -> str:
    """A person in a scene: the middle of the chest at a point; whole where they stand.

    ``turned`` is as seen in a mirror, so that the hand that does something is the other.
    """
    look = LOOKS[mood]
    behind, head, turn = head_of(person, look)
    cloth, fold = CLOTH[person.colour]
    trunk = path(TORSO, cloth) + line("M22 108Q25 140 25 172M78 108Q75 140 75 172", fold, 1.4)
    legs = ""
    if stands:
        trousers, shoe = CLOTH["charcoal" if person.colour != "charcoal" else "slate"]
        legs = path(LEGS, trousers) + path("M22 281q0-8 12-8h10v8zM78 281q0-8-12-8H56v8z", shoe)
    x, y = at
    inner = (
        (f"<g{turn}>{behind}</g>" if behind else "")
        + legs
        + trunk
        + body(person)
        + f"<g{turn}>{head}</g>"
        + _hands(person, does, stands=stands)
    )
    return (
        f'<g fill="none" stroke-linecap="round" stroke-linejoin="round"'
        f' transform="translate({x:g} {y:g})scale({-size if turned else size:g} {size:g})'
        f'translate(-50 -120)">{inner}</g>'
    )


def _arm(d: str, person: Portrait) -> str:
    cloth, fold = CLOTH[person.colour]
    return line(d, fold, 15.5) + line(d, cloth, 13)


def _hand(person: Portrait, x: float, y: float) -> str:
    return f'<circle cx="{x:g}" cy="{y:g}" r="6.2" fill="{SKIN[person.skin][0]}"/>'


def _hands(person: Portrait, does: str, *, stands: bool) -> str:
    left = _hand(person, 13, 168) + _arm("M15 106Q9 134 13 160", person) if stands else ""
    right = _hand(person, 87, 168) + _arm("M85 106Q91 134 87 160", person) if stands else ""
    if does == "knocks":
        return left + _arm("M85 106Q108 112 103 78", person) + _hand(person, 103, 69)
    if does == "phones":
        phone = (
            f'<rect x="70" y="46" width="6" height="20" rx="2" fill="{ink("metal")}"'
            ' transform="rotate(-8 73 56)"/>'
        )
        return left + _arm("M85 106Q104 104 82 74", person) + phone + _hand(person, 77, 66)
    if does == "reads":
        sheet = f'<path d="M29 96H71V140H29Z" fill="{ink("sheet")}"/>' + line(
            "M35 105H64M35 112H60M35 119H65M35 126H55", ink("scrawl"), 2
        )
        arms = _arm("M13 106Q6 132 24 126", person) + _arm("M87 106Q94 132 76 126", person)
        return arms + sheet + _hand(person, 29, 122) + _hand(person, 71, 122)
    if does == "points":
        return left + _arm("M85 106Q112 118 128 92", person) + _hand(person, 132, 85)
    if does == "writes":
        pen = line("M70 126 80 98", "#8a4b08", 3)
        return _arm("M87 106Q92 130 76 124", person) + pen + _hand(person, 71, 121)
    if does == "eats":
        bun = '<ellipse cx="64" cy="99" rx="9" ry="6" fill="#b9772f"/>' + line(
            "M58 98q6-4 12 0", "#e3b06a", 1.6
        )
        return left + _arm("M86 106Q94 128 70 108", person) + bun + _hand(person, 68, 104)
    return left + right
