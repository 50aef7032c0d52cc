"""The colours of people and of the town.

People keep their colours in the light and in the dark; the town has its own at night, which
`course/widgets/static/tokens.css` gives. Where that file is not, as in a notebook, it is day.
"""

SKIN = {
    "porcelain": ("#f6dccb", "#e0b49c", "#a4594c"),
    "fair": ("#f2d0b8", "#dba98c", "#97503f"),
    "rosy": ("#f0c6ac", "#d79e80", "#944a3a"),
    "olive": ("#dfb48d", "#bf8d62", "#8a473a"),
    "tan": ("#d3a075", "#ad7849", "#7f4030"),
    "brown": ("#a9734c", "#85532f", "#642f24"),
    "deep": ("#8a5a3c", "#683f26", "#c98a72"),
    "dark": ("#6f4530", "#50301f", "#b97a66"),
}
"""The skin, what lies in shadow on it, and the lips."""

HAIR = {
    "black": ("#231d1b", "#433833"),
    "espresso": ("#38291f", "#574234"),
    "brown": ("#5d4030", "#7a5742"),
    "chestnut": ("#7d4a2b", "#99633f"),
    "copper": ("#a8572c", "#c1713f"),
    "honey": ("#b9935a", "#d0ae77"),
    "ash": ("#9a8568", "#b39f83"),
    "grey": ("#8f8f8c", "#aaaaa7"),
    "silver": ("#c4c5c3", "#a7a9a8"),
    "white": ("#e4e3de", "#c3c2bc"),
}
"""The hair, and the strands that are seen in it."""

CLOTH = {
    "teal": ("#2c7a76", "#205f5c"),
    "navy": ("#333c55", "#252c41"),
    "slate": ("#465767", "#34424f"),
    "sky": ("#6f9dbd", "#557f9c"),
    "work": ("#3f6f9c", "#2f587f"),
    "moss": ("#66795c", "#4f6047"),
    "rust": ("#b4611f", "#904b15"),
    "ochre": ("#c48f35", "#a17326"),
    "plum": ("#6c4a6b", "#543852"),
    "wine": ("#8a3f4c", "#6d303b"),
    "rose": ("#cf9290", "#b07371"),
    "sand": ("#cdb995", "#ae9a77"),
    "cream": ("#f5eedf", "#d9cfba"),
    "white": ("#f4f6f6", "#cfd7d9"),
    "grey": ("#8b9498", "#6f787c"),
    "charcoal": ("#3d4346", "#2b3032"),
}
"""Cloth, and its folds."""

DARK = "#2b3236"
"""Spectacles, headsets, eyes."""

TOWN = {
    "sky": "#d9e9ea",
    "dusk": "#f3cfa6",
    "land": "#eef0e1",
    "land2": "#e1e8d4",
    "water": "#cbe1e3",
    "ripple": "#a9ced1",
    "road": "#fbfaf6",
    "wall1": "#f4dfb9",
    "wall2": "#e8bfa6",
    "wall3": "#dfe7e6",
    "wall4": "#b65a45",
    "roof": "#8f4636",
    "roof2": "#5a6a70",
    "win": "#fdfaf0",
    "pane": "#7d97a0",
    "tree": "#86ab90",
    "bark": "#7b6349",
    "room": "#f1ebdc",
    "room2": "#e2d7bf",
    "floor": "#cdbb98",
    "wood": "#b98f5f",
    "wood2": "#95703f",
    "lamp": "#f7dd9a",
    "frame": "#ffffff",
    "metal": "#93a2a6",
    "sheet": "#ffffff",
    "scrawl": "#b9c0bf",
    "accent": "#0a6b6b",
    "warm": "#8a4b08",
    "ink": "#1d282d",
}
"""The town, its rooms and what stands in them, by day."""

PAGE = ("accent", "warm", "ink")
"""Those that a page has for all its parts; the others are the town's own."""


def ink(name: str) -> str:
    """A colour of the town, as a drawing names it: the page's own, or that of the day.

    >>> ink("roof"), ink("accent")
    ('var(--town-roof,#8f4636)', 'var(--accent,#0a6b6b)')
    """
    prefix = "" if name in PAGE else "town-"
    return f"var(--{prefix}{name},{TOWN[name]})"
