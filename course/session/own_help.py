"""Which new ties would help one's own organisation, and what they cost, as the learner says."""

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from course.plain import Json
from course.session.own_named import named, placed
from course.words import decimal, say

if TYPE_CHECKING:
    from course.networks.organisation.helping import Cost, Helpful
    from course.networks.organisation.neutral import Organisation

_MOST_HOURS = 1000


def cost_of(said: Any) -> "Cost | None":
    """The cost that a page has sent, or that is kept; None where it is none.

    >>> cost_of({"across": "2,5", "budget": 8})
    Cost(within=2.5, across=2.5, budget=8.0)
    """
    from course.networks.organisation.helping import Cost

    if not isinstance(said, dict):
        return None
    across, budget = (_hours(said.get(name)) for name in ("across", "budget"))
    within = _hours(said["within"]) if said.get("within") is not None else across
    return Cost(within, across, budget) if within and across and budget else None


def _hours(said: Any) -> float:
    """Hours as somebody writes them, with a comma or a point; 0 for what is no such number."""
    with suppress(ValueError):
        hours = float(str(said).strip().replace(",", "."))
        return hours if 0 < hours <= _MOST_HOURS else 0
    return 0


def told(organisation: "Organisation", cost: "Cost | None", language: str) -> Json:
    """The ties that would do most, what they cost, and what the learner may set."""
    from course.networks.organisation.helping import helpful

    found = helpful(organisation, cost=cost)
    has_units = len(organisation.units) > 1
    about = [say("own.help-about-cost" if cost else "own.help-about", language)]
    if has_units:
        about += [say("own.help-ends", language)]
        about += [say("own.help-ends-within", language)] if cost else []
    if not found:
        none = "own.help-large" if found is None else "own.help-none"
        about = [say("own.help-dear" if cost and found is not None else none, language)]
    listed = [_tie(organisation, one, language) for one in found or ()]
    section: Json = {
        "id": "help",
        "title": say("own.help", language),
        "told": about,
        "list": listed,
        "then": [_in_all(found, cost, language)] if found and cost else [],
    }
    if found is not None:
        section["cost"] = _fields(cost, has_units, language)
    return section


def _in_all(found: "list[Helpful]", cost: "Cost", language: str) -> str:
    hours = sum(one.hours or 0 for one in found)
    values = {"hours": _written(hours, language), "budget": _written(cost.budget, language)}
    return say("own.help-in-all", language, **values)


def _fields(cost: "Cost | None", has_units: bool, language: str) -> list[Json]:
    """What is asked for: by id, in words, with what was said last."""
    across = "own.cost-across" if has_units else "own.cost-each"
    asked = {"within": "own.cost-within"} if has_units else {}
    asked |= {"across": across, "budget": "own.cost-budget"}
    return [
        {
            "id": id,
            "text": say(key, language),
            "value": _written(getattr(cost, id), language) if cost else "",
        }
        for id, key in asked.items()
    ]


def between(organisation: "Organisation", found: "Helpful", key: str, language: str) -> str:
    """A tie that would help in the words of ``key``, by units alone where there are several."""
    ends = found.one, found.other
    names = [named(organisation, end, language) for end in ends]
    if organisation.of_people and len(organisation.units) > 1:
        units = sorted(organisation.member[end] for end in ends)  # numbers of people are by lot
        names = [organisation.units[unit] for unit in units]
    text = say(key, language, one=names[0], other=names[1], n=found.pairs)
    return _with_hours(found, text, language)


def _tie(organisation: "Organisation", found: "Helpful", language: str) -> str:
    one, other = (placed(organisation, node, language) for node in (found.one, found.other))
    text = say("own.help-tie", language, one=one, other=other, n=found.pairs)
    return _with_hours(found, text, language)


def _with_hours(found: "Helpful", text: str, language: str) -> str:
    if found.hours is None:
        return text
    return f"{text} {say('own.help-hours', language, hours=_written(found.hours, language))}"


def _written(hours: float, language: str) -> str:
    """Hours with no more decimals than they have, two at most."""
    places = next(n for n in (0, 1, 2) if n == 2 or abs(hours - round(hours, n)) < 1e-6)
    return decimal(hours, places, language)
