"""What a column is called, in either language, by those who make such tables."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

# The surest word first: "enhet" is where a tie is from only where no column is called "från".
_WORDS: Mapping[str, tuple[str, ...]] = {
    "from": (
        *("från", "fran", "from", "source", "källa", "avsändare", "vem", "who", "respondent"),
        *("enhet 1", "unit 1", "part 1", "party 1", "från enhet", "from unit", "sender"),
        *("vår enhet", "our unit", "enhet", "unit", "avdelning", "department", "namn", "name"),
    ),
    "to": (
        *("till", "to", "target", "mål", "mottagare", "med", "with", "med vem", "with whom"),
        *("enhet 2", "unit 2", "part 2", "party 2", "till enhet", "to unit", "receiver"),
        *("har kontakt med", "kontakt med", "samarbetar med", "samverkar med", "arbetar med"),
        *("in contact with", "contact with", "works with", "collaborates with"),
    ),
    "strength": (
        *("styrka", "strength", "grad", "grade", "vikt", "weight", "nivå", "level", "kontakt"),
        *("samarbete", "collaboration", "collab", "tie", "kontaktens styrka", "strength of tie"),
    ),
    "name": ("namn", "name", "id", "person", "medarbetare", "employee", "vem", "who"),
    "unit": (
        *("enhet", "unit", "avdelning", "department", "grupp", "group", "arbetsgrupp", "team"),
        *("organisation", "organization", "agency", "förvaltning", "verksamhet"),
    ),
}

_SCALE = re.compile(r"\s*,?\s*\d\s*[-–]\s*\d\s*$")
"""The grades that a heading may end with: "Styrka 1-4"."""

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
    >>> columns(["Enhet", "Samarbetar med", "Styrka 1–4"], TIES)
    {'from': 0, 'to': 1, 'strength': 2}
    """
    said = [plain(_SCALE.sub("", cell.partition("(")[0])) for cell in cells]
    return {
        name: said.index(min((word for word in said if word in _WORDS[name]), key=words.index))
        for name in wanted
        if set(words := _WORDS[name]) & set(said)
    }


def of_people(cells: Sequence[str]) -> dict[str, int] | None:
    """Where name and unit stand in a list of who belongs where; None where no heading says so.

    Units that belong to others are often called so in both columns.

    >>> of_people(["Namn", "Enhet"]), of_people(["Enhet", "Avdelning"]), of_people(["Ann", "IT"])
    ({'name': 0, 'unit': 1}, {'name': 0, 'unit': 1}, None)
    """
    found = columns(cells, PEOPLE)
    if set(found) == set(PEOPLE):
        return found
    said = [plain(cell) for cell in cells]
    units = [place for place, word in enumerate(said) if word in _WORDS["unit"]]
    if len(units) == len(PEOPLE) and len({said[place] for place in units}) == len(PEOPLE):
        return dict(zip(PEOPLE, units, strict=True))
    return None
