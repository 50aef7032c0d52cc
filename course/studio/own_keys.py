"""What a municipality's data makes right in an exercise about its network: ours, or one's own."""

from collections.abc import Callable
from typing import Any

from course.networks import boundary
from course.studio.numbers import PAIRS, STRENGTHS, Network


def _wall(net: Network, options: list[str]) -> str | None:
    """The first strength at which more ties run within units than between them."""
    for option, strength in zip(options, STRENGTHS, strict=False):
        at = boundary(net.at(strength))
        if at.internal > at.external:
            return option
    return None


def _broker(net: Network, options: list[str]) -> str | None:
    broker = net.broker()
    return next((id for id, person in net.people.items() if person == broker), None)


def _apart(net: Network, options: list[str]) -> str | None:
    """The one pair of units, of those asked about, that has no formal tie.

    None where a pair is no pair: with fewer units than ours, two of ours have the place of one.
    """
    ties = {one: net.between(*PAIRS[one], "formal") for one in options if one in PAIRS}
    apart = [one for one, (formal, _) in ties.items() if not formal]
    return apart[0] if len(apart) == 1 and all(possible for _, possible in ties.values()) else None


KEYS: dict[str, Callable[[Network, list[str]], str | None]] = {
    "tie-strength": _wall,
    "brokers": _broker,
    "boundary-table": _apart,
}
"""What the data makes right, of the options of an exercise with a model, by that model."""


def right_by_data(net: Network, exercise: Any) -> str | None:
    """The option that the data makes right, of an exercise with such a model; None for no one."""
    options = [option.id for option in exercise.options]
    right = KEYS[exercise.model](net, options)
    return right if right in options else None
