"""What is called what in one's own organisation, and how its figures are written."""

from typing import TYPE_CHECKING

from course.words import decimal, say

if TYPE_CHECKING:
    from course.networks.measures import Boundary
    from course.networks.organisation.neutral import Organisation


def named(organisation: "Organisation", node: int, language: str) -> str:
    """What a node is called: a unit by its name, a person by number."""
    if organisation.of_people:
        return say("own.person", language, n=node + 1)
    return organisation.names[node]


def placed(organisation: "Organisation", node: int, language: str) -> str:
    """Somebody with the unit they are in, where units are told."""
    name = named(organisation, node, language)
    if not organisation.units:
        return name
    return f"{name} ({organisation.units[organisation.member[node]]})"


def signed(number: float, language: str) -> str:
    """An index with its sign, to a hundredth."""
    return decimal(number, 2, language, signed=True)


def or_more(strength: int, language: str) -> str:
    """Ties of a strength and of all above it."""
    return "4" if strength == 4 else say("own.or-more", language, n=strength)


def shares(boundary: "Boundary | None", language: str) -> list[str]:
    """The share of ties that cross a boundary, and the E-I index; nothing where there are none."""
    if boundary is None:
        return ["", ""]
    return [percent(boundary.external / boundary.ties, language), signed(boundary.ei, language)]


def percent(share: float, language: str) -> str:
    """A share, 0 to 1, in whole per cent."""
    return say("own.percent", language, n=decimal(100 * share, 0, language))
