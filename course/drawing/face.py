"""Portraits: a person and a mood to a drawing of about two thousand letters."""

from html import escape

from attrs import frozen

from course.drawing import parts
from course.drawing.clothes import body, line, path
from course.drawing.colours import CLOTH, DARK, HAIR, SKIN, ink
from course.drawing.people import MOODS, Portrait


@frozen
class Look:
    """A mood in a face: brows and mouth as paths, where the eyes look, how the head is held.

    ``eyes`` are ``open``, ``lowered`` (a lid half over them) or ``smiling`` (narrowed from below).
    """

    brows: str
    mouth: str
    eyes: str = "open"
    gaze: tuple[float, float] = (0, 0)
    tilt: float = 0
    sinks: float = 0


LOOKS = {
    "calm": Look("M38 39.5Q42 37.2 46 38.8M54 38.8Q58 37.2 62 39.5", "M44.5 61Q50 62.9 55.5 61"),
    "doubtful": Look(
        "M38 37.2Q42 33.9 46 37M54 39.6Q58 38.8 62 39.8",
        "M45 62.2Q49.5 61.9 55.5 60",
        gaze=(0.8, -0.2),
        tilt=4,
    ),
    "worried": Look(
        "M38 40.6Q41.5 38.2 46 36.6M54 36.6Q58.5 38.2 62 40.6",
        "M45 62.7Q50 59.9 55 62.7",
        gaze=(0, 0.4),
        tilt=-2,
    ),
    "relieved": Look(
        "M38 38.9Q42 36.2 46 37.2M54 37.2Q58 36.2 62 38.9",
        "M43.5 60.3Q50 65.2 56.5 60.3",
        eyes="closed",
        tilt=-3,
        sinks=0.5,
    ),
    "pleased": Look(
        "M38 38Q42 35 46 37.3M54 37.3Q58 35 62 38",
        "M43.4 60Q50 61.2 56.6 60 55.6 64.6 50 64.6 44.4 64.6 43.4 60Z",
        eyes="smiling",
        tilt=2,
    ),
    "weary": Look(
        "M38 40.2Q42 38.5 46 38.7M54 38.7Q58 38.5 62 40.2",
        "M45 62Q50 61 55 62.3",
        eyes="lowered",
        gaze=(0, 0.8),
        tilt=-3,
        sinks=1.5,
    ),
}
assert tuple(LOOKS) == MOODS

EYE = '<ellipse cx="{x}" cy="{y}" rx="1.9" ry="{r}"/>'


def face(person: Portrait, mood: str = "calm", *, label: str = "", close_up: bool = False) -> str:
    """A portrait as SVG in a square; with a label it is a picture, without one an ornament.

    A close-up is the head alone, for where it is small, on no ground: it has no colour of the page
    in it, and so may stand in a picture of its own.

    Raises KeyError for a mood that is none of ``MOODS``.

    >>> face(Portrait(), "calm", label="Karin, calm")[:77]
    '<svg xmlns="http://www.w3.org/2000/svg" class="face" viewBox="0 0 100 100" ro'
    """
    said = 'role="img"' if label else 'aria-hidden="true"'
    ground = "" if close_up else f'<rect width="100" height="100" fill="{ink("land2")}"/>'
    part = "13 5 74 74" if close_up else "0 0 100 100"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="face" viewBox="{part}" {said}>'
        f"{f'<title>{escape(label)}</title>' if label else ''}"
        f"{ground}{bust(person, mood)}</svg>"
    )


def bust(person: Portrait, mood: str = "calm") -> str:
    """Head and shoulders, without a ground to stand on."""
    behind, head, turned = head_of(person, LOOKS[mood])
    back = f"<g{turned}>{behind}</g>" if behind else ""
    return f'<g fill="none" stroke-linecap="round">{back}{body(person)}<g{turned}>{head}</g></g>'


def head_of(person: Portrait, look: Look) -> tuple[str, str, str]:
    """What of the hair lies behind the body, the head before it, and how both are turned."""
    turn = f"rotate({look.tilt:g} 50 72)" if look.tilt else ""
    turn += f"translate(0 {look.sinks:g})" if look.sinks else ""
    return *_head(person, look), f' transform="{turn}"' if turn else ""


# --- the head -------------------------------------------------------------------------------------


def _head(person: Portrait, look: Look) -> tuple[str, str]:
    """What of the hair lies behind the body, and the head before it."""
    skin, shade, lips = SKIN[person.skin]
    hair, strand = HAIR[person.hair_colour]
    if person.hair == "veil":
        hair, strand = CLOTH[person.veil]
    behind, over, strands = parts.HAIR[person.hair]
    ears = (
        f'<g fill="{skin}"><ellipse cx="30.6" cy="46.5" rx="3.3" ry="4.8"/>'
        f'<ellipse cx="69.4" cy="46.5" rx="3.3" ry="4.8"/></g>'
        + line("M29.7 44.5q-1 2 .4 4M70.3 44.5q1 2-.4 4", shade, 1.1)
    )
    head = [
        "" if person.hair == "veil" else ears,
        path(parts.FACES[person.face], skin),
        path(parts.SKULL, skin) if person.hair in parts.BARE else "",
        _beard(person),
        path(over, hair),
        line(strands, strand, 1.1),
        *_lines(person, shade),
        *_features(person, look, shade, lips),
        *_before(person, hair),
    ]
    return path(behind, hair), "".join(head)


def _beard(person: Portrait) -> str:
    colour, _ = HAIR[person.hair_colour]
    if person.beard == "moustache" or person.beard == "none":
        return ""
    shape = parts.FULL_BEARD if person.beard == "full" else parts.BEARD
    seen = parts.BEARDS[person.beard]
    return f'<path d="{shape}" fill="{colour}" opacity="{seen:g}"/>'


def _lines(person: Portrait, shade: str) -> list[str]:
    """The lines that years give."""
    if person.age == "young":
        return []
    folds = (
        "" if person.beard in ("short", "full") else "M42 56.5q-1.5 1.3-1.7 3M58 56.5q1.5 1.3 1.7 3"
    )
    if person.age == "middle":
        return (
            [line(folds, shade, 0.9)] if person.hair_colour in ("grey", "silver", "white") else []
        )
    more = "M36.4 48.6l-1.8.7M63.6 48.6l1.8.7M39.5 51q2.5 1.2 5 .2M55.5 51.2q2.5 1 5-.2"
    return [line(folds + more, shade, 0.9)]


def _features(person: Portrait, look: Look, shade: str, lips: str) -> list[str]:
    brow, _ = HAIR[person.hair_colour]
    brow = {"silver": "#8f908d", "white": "#a09f9a", "honey": "#94703d"}.get(
        person.hair_colour, brow
    )
    bearded = person.beard in ("short", "full")
    dark = person.hair_colour in ("black", "espresso", "brown", "chestnut")
    mouth = "#c98a72" if bearded and dark else lips
    return [
        line(look.brows, brow, 2.1),
        _eyes(look, shade),
        line("M50 46.5Q47.8 53 50.9 54.3", shade, 1.7),
        line("M42 58.8Q46 56.5 50 57.5Q54 56.5 58 58.8", brow, 2.6)
        if person.beard == "moustache"
        else "",
        _mouth(look, mouth, 2.4 if bearded else 1.9),
    ]


def _mouth(look: Look, colour: str, width: float) -> str:
    if look.mouth.endswith("Z"):
        return (
            f'<path d="{look.mouth}" fill="#fbf6f0" stroke="{colour}" stroke-width="{width:g}"'
            ' stroke-linejoin="round"/>'
        )
    return line(look.mouth, colour, width)


def _eyes(look: Look, shade: str) -> str:
    x, y = look.gaze
    if look.eyes == "closed":
        return line("M39 45.2Q42 48 45 45.2M55 45.2Q58 48 61 45.2", DARK, 1.7)
    height = {"open": 2.5, "smiling": 2.2, "lowered": 1.9}[look.eyes]
    pair = "".join(
        EYE.format(x=f"{at + x:g}", y=f"{45.5 + y:g}", r=f"{height:g}") for at in (42, 58)
    )
    eyes = f'<g fill="{DARK}">{pair}</g>'
    if look.eyes == "lowered":
        return (
            eyes
            + line("M38.7 44.6q3.3-1 6.6.1M54.7 44.7q3.3-1.1 6.6-.1", shade, 2.2)
            + line("M39.5 50.4q2.5 1.3 5 0M55.5 50.4q2.5 1.3 5 0", shade, 1.1)
        )
    if look.eyes == "smiling":
        return eyes + line("M39 49.3q3-1.3 6 0M55 49.3q3-1.3 6 0", shade, 1.2)
    return eyes


def _before(person: Portrait, hair: str) -> list[str]:
    """What is before the face: spectacles, a headset, what is wound under the chin."""
    before = []
    if person.hair == "veil":
        before += [
            path(parts.VEIL, hair),
            line("M32 62C38 79 58 84 72 80", CLOTH[person.veil][1], 1.2),
        ]
    if person.glasses != "none":
        before.append(f'<g stroke="{DARK}" stroke-width="1.5">{parts.GLASSES[person.glasses]}</g>')
    if "earrings" in person.wears:
        before.append(
            '<g fill="#d3a13b"><circle cx="30.4" cy="53" r="1.5"/><circle cx="69.6" cy="53"'
            ' r="1.5"/></g>'
        )
    if "headset" in person.wears:
        before += [
            line("M29.5 45C22 9.5 78 9.5 70.5 45", DARK, 2.3),
            f'<rect x="26.5" y="41" width="6" height="11" rx="3" fill="{DARK}"/>',
            line("M29.5 52Q31 63 41 64.5", DARK, 1.6),
            f'<circle cx="42" cy="64.5" r="1.9" fill="{DARK}"/>',
        ]
    if "helmet" in person.wears:
        before += [
            path("M26 36C24 8 76 8 74 36Q50 29 26 36Z", "#e9e5da"),
            line("M38 16Q36 24 37 31.5M50 13.5V30.5M62 16Q64 24 63 31.5", "#3f6f9c", 2.2),
            line("M30.5 36Q31 58 47 71M69.5 36Q69 58 53 71", DARK, 1.1),
        ]
    return before
