"""What a person looks like, in words of a closed set, and moods, which are also told in words."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from attrs import field, frozen

from course.drawing import colours, parts

MOODS = ("calm", "doubtful", "worried", "relieved", "pleased", "weary")
"""The moods that a face can show; `course/words/drawing.yml` has a word for each."""

CLOTHES = ("sweater", "shirt", "blazer", "cardigan", "tunic", "rollneck", "fleece", "coat")
WEARS = ("lanyard", "headset", "scarf", "earrings", "helmet")

CHOICES: dict[str, tuple[str, ...]] = {
    "skin": tuple(colours.SKIN),
    "face": tuple(parts.FACES),
    "hair": tuple(parts.HAIR),
    "hair-colour": tuple(colours.HAIR),
    "age": ("young", "middle", "older"),
    "beard": ("none", *parts.BEARDS, "moustache"),
    "glasses": ("none", *parts.GLASSES),
    "clothes": CLOTHES,
    "colour": tuple(colours.CLOTH),
    "under": tuple(colours.CLOTH),
    "veil": tuple(colours.CLOTH),
}
"""What can be said of a person's looks, and the words for it.

Files are held to them by ``course/content/scenes.schema.json``, which has the same words.
"""


@frozen(kw_only=True)
class Portrait:
    """What a person looks like.

    Attributes:
        skin: a tone.
        face: the shape.
        hair: the cut; ``none`` for a shaven head, ``veil`` for a veil in the colour ``veil``.
        hair_colour: of hair, brows and beard.
        age: how many lines the face has.
        beard: how long; ``moustache`` alone.
        glasses: their shape.
        clothes: the garment, in ``colour`` over something in the colour ``under``.
        wears: what else is worn, of ``WEARS``.
    """

    skin: str = "fair"
    face: str = "oval"
    hair: str = "short"
    hair_colour: str = "brown"
    age: str = "middle"
    beard: str = "none"
    glasses: str = "none"
    clothes: str = "sweater"
    colour: str = "slate"
    under: str = "cream"
    veil: str = "teal"
    wears: tuple[str, ...] = field(default=())


def portrait(said: Mapping[str, Any]) -> Portrait:
    """What a person looks like, from what a file says that `check` finds no fault in.

    >>> portrait({"hair": "bun", "hair-colour": "silver", "with": ["lanyard"]}).wears
    ('lanyard',)
    """
    values = {name.replace("-", "_"): one for name, one in said.items() if name != "with"}
    return Portrait(**values, wears=tuple(said.get("with", ())))


def plain(id: str) -> Portrait:
    """Looks for someone of whom nothing is said: from the id alone, so the same every time.

    Nothing of who somebody is can be read from an id, so what varies is colour and cut; the rest
    is what anybody may wear.

    >>> plain("nils") == plain("nils"), plain("nils") == plain("lova")
    (True, False)
    """
    drawn = sha256(id.encode()).digest()

    def chosen(at: int, *of: str) -> str:
        return of[drawn[at] % len(of)]

    return Portrait(
        skin=chosen(0, "fair", "rosy", "olive", "tan", "brown", "deep"),
        face=chosen(1, "oval", "round", "long", "heart"),
        hair=chosen(2, "short", "crop", "side", "pixie", "bun", "bob"),
        hair_colour=chosen(3, "black", "espresso", "brown", "chestnut", "ash", "grey"),
        clothes=chosen(4, "sweater", "shirt", "cardigan", "fleece"),
        colour=chosen(5, "teal", "slate", "moss", "plum", "navy", "ochre", "wine"),
        glasses=chosen(6, "none", "none", "round", "square"),
    )
