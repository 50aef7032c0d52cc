"""What people wear: a body from the neck down, in the square of a portrait."""

from course.drawing.colours import CLOTH, SKIN
from course.drawing.people import Portrait


def path(d: str, fill: str) -> str:
    """A filled shape; nothing for no data."""
    return f'<path d="{d}" fill="{fill}"/>' if d else ""


def line(d: str, colour: str, width: float) -> str:
    """A line; nothing for no data."""
    return f'<path d="{d}" stroke="{colour}" stroke-width="{width:g}"/>' if d else ""


SHOULDERS = "M7 104C8 83 25 77 40 73.5L50 78 60 73.5C75 77 92 83 93 104Z"
NECK = "M42.5 58V73Q50 85 57.5 73V58Z"


def body(person: Portrait) -> str:
    """Neck, shoulders and what is worn on them."""
    _, shade, _ = SKIN[person.skin]
    cloth, fold = CLOTH[person.colour]
    under, under_fold = CLOTH[person.under]
    neck = path(NECK, shade)
    torso = path(SHOULDERS, cloth)
    folds = line("M21 92Q24 97 24 104M79 92Q76 97 76 104", fold, 1.6)
    garment = _GARMENTS[person.clothes](neck, under, under_fold, fold, cloth)
    return torso + folds + garment + "".join(_worn(person, under, under_fold))


def _sweater(neck: str, under: str, under_fold: str, fold: str, cloth: str) -> str:
    return neck + line("M40 73.5Q50 85.5 60 73.5", fold, 3.4)


def _shirt(neck: str, under: str, under_fold: str, fold: str, cloth: str) -> str:
    collar = "M41 70.5 50 81 44 87 37 74.5ZM59 70.5 50 81 56 87 63 74.5Z"
    return neck + path(collar, cloth) + line(collar, fold, 1) + line("M50 82V104", fold, 1.4)


def _blazer(neck: str, under: str, under_fold: str, fold: str, cloth: str) -> str:
    lapels = "M40 73.5 50 100 43 92 45 89 36 82ZM60 73.5 50 100 57 92 55 89 64 82Z"
    return path("M40 73 50 100 60 73 57 70H43Z", under) + neck + path(lapels, fold)


def _cardigan(neck: str, under: str, under_fold: str, fold: str, cloth: str) -> str:
    opened = path("M39 74 50 95 61 74 57 70H43Z", under) + neck
    return opened + line("M40 74 50 95 60 74M50 95V104", fold, 2.2)


def _tunic(neck: str, under: str, under_fold: str, fold: str, cloth: str) -> str:
    trimmed = neck + line("M40.5 74 50 88 59.5 74", fold, 3)
    return trimmed + line("M63 91H75V102M63 91V104", fold, 1.5) + line("M67 88V93", "#f4f6f6", 1.6)


def _rollneck(neck: str, under: str, under_fold: str, fold: str, cloth: str) -> str:
    roll = "M41 67Q50 73 59 67L61 76Q50 84 39 76Z"
    return neck + path(roll, cloth) + line("M40 75Q50 82.5 60 75M41 68Q50 74 59 68", fold, 1.4)


def _fleece(neck: str, under: str, under_fold: str, fold: str, cloth: str) -> str:
    collar = "M40 69 36.5 78 50 89 63.5 78 60 69 50 82Z"
    return neck + path(collar, fold) + line("M50 85V104", under_fold, 1.5)


def _coat(neck: str, under: str, under_fold: str, fold: str, cloth: str) -> str:
    inside = path("M40 73 50 96 60 73 57 70H43Z", under) + neck
    collar = "M41 69 33 79 44 98 49 94 43 80ZM59 69 67 79 56 98 51 94 57 80Z"
    return inside + path(collar, fold) + line("M50 97V104", fold, 2)


_GARMENTS = {
    "sweater": _sweater,
    "shirt": _shirt,
    "blazer": _blazer,
    "cardigan": _cardigan,
    "tunic": _tunic,
    "rollneck": _rollneck,
    "fleece": _fleece,
    "coat": _coat,
}


def _worn(person: Portrait, under: str, under_fold: str) -> list[str]:
    """What is worn on the body besides clothes."""
    worn = []
    if "scarf" in person.wears:
        worn += [
            path("M38 72Q50 84 62 72L64.5 79Q50 92 35.5 79Z", under),
            path("M56 82 62 80 66 99 58 100Z", under),
            line("M38 76Q50 87 62 76M58 86 61 98", under_fold, 1.2),
        ]
    if "lanyard" in person.wears:
        worn += [
            line("M41.5 75 48.5 95M58.5 75 51.5 95", "#eef3f1", 1.5),
            '<rect x="45" y="94" width="10" height="8" rx="1.5" fill="#eef3f1"/>',
        ]
    return worn
