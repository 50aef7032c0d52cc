"""What a column is called, in either language, by those who make such tables."""

import unicodedata
from collections.abc import Mapping, Sequence

_WORDS: Mapping[str, tuple[str, ...]] = {
    "from": (
        *("från", "fran", "from", "source", "källa", "avsändare", "vem", "who", "respondent"),
        *("enhet 1", "unit 1", "part 1", "party 1", "från enhet", "from unit", "sender"),
    ),
    "to": (
        *("till", "to", "target", "mål", "mottagare", "med", "with", "med vem", "with whom"),
        *("enhet 2", "unit 2", "part 2", "party 2", "till enhet", "to unit", "receiver"),
    ),
    "strength": (
        *("styrka", "strength", "grad", "grade", "vikt", "weight", "nivå", "level", "kontakt"),
        *("samarbete", "collaboration", "collab", "tie"),
    ),
    "name": ("namn", "name", "id", "person", "medarbetare", "employee", "vem", "who"),
    "unit": (
        *("enhet", "unit", "avdelning", "department", "grupp", "group", "arbetsgrupp", "team"),
        *("organisation", "organization", "agency", "förvaltning", "verksamhet"),
    ),
}

TIES = ("from", "to", "strength")
"""What the columns of a list of ties say; the strength may be missing."""

PEOPLE = ("name", "unit")
"""What the columns of a list of people say."""


def plain(word: str) -> str:
    """A name or heading as it is compared: without case, marks at its end and double blanks.

    >>> plain("  Från_enhet: ")
    'från enhet'
    """
    said = unicodedata.normalize("NFC", word).replace("_", " ").casefold()
    return " ".join(said.split()).strip(" :.*?")


def columns(cells: Sequence[str], wanted: Sequence[str]) -> dict[str, int]:
    """Where each of the wanted columns stands, by the words of its heading.

    >>> columns(["Till", "Styrka (1-4)", "Från"], TIES)
    {'from': 2, 'to': 0, 'strength': 1}
    """
    said = [plain(cell.partition("(")[0]) for cell in cells]
    return {
        name: next(place for place, word in enumerate(said) if word in _WORDS[name])
        for name in wanted
        if any(word in _WORDS[name] for word in said)
    }
