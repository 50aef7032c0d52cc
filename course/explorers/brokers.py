"""Who holds the units together? Everybody's place between others, at each strength of tie."""

from functools import cache

from course.explorers.explorer import Control, OfTown, Setting
from course.explorers.placed import network as drawn
from course.networks.brokers import Broker, brokers
from course.networks.municipality import OURS, STRENGTHS, Municipality
from course.plots.picture import Mark, Picture, Table
from course.words import decimal, say

NAME = "brokers"
_SHOWN = 8


@cache
def _ranked(town: Municipality, strength: int) -> tuple[Broker, ...]:
    return brokers(town.at(strength))


def look(setting: Setting, language: str, town: Municipality = OURS) -> Picture:
    """The network with people drawn by betweenness, the first three named, and a table of eight."""
    strength = STRENGTHS[setting["strength"]]
    graph = town.at(strength)
    ranked = _ranked(town, strength)
    units = town.unit_names(language)
    first = ranked[0]
    most = max(first.betweenness, 1.0)
    unit = units[graph.nodes[first.node]["unit"]]
    message = say(f"explore.{NAME}.message", language, name=town.full_name(first.node), unit=unit)
    reading = say(
        f"explore.{NAME}.reading",
        language,
        name=first.node,
        reached=_reached(first.units_reached, language),
        times=decimal(first.betweenness / max(ranked[1].betweenness, 1e-9), 1, language),
        second=ranked[1].node,
    )
    return Picture(
        name=NAME,
        title=say(f"explore.{NAME}.title", language),
        drawing=drawn(
            graph,
            units,
            named=[broker.node for broker in ranked[:3]],
            weight={broker.node: broker.betweenness / most for broker in ranked},
        ),
        message=message,
        caption=say(f"explore.{NAME}.caption", language),
        reading=reading,
        table=_table(ranked[:_SHOWN], town, strength, language),
        legend=tuple(Mark(i, name) for i, name in enumerate(units.values())),
        narrow="crop",
    )


def _reached(units: int, language: str) -> str:
    """How many other units somebody reaches, in words that fit one and none as well."""
    return say(f"explore.{NAME}.reached-{min(units, 2)}", language, n=units)


def _table(ranked: tuple[Broker, ...], town: Municipality, strength: int, language: str) -> Table:
    graph, units = town.at(strength), town.unit_names(language)
    columns = ("person", "unit", "ties", "units-reached", "betweenness", "constraint")
    return Table(
        caption=say(f"explore.{NAME}.table", language, n=len(ranked)),
        columns=tuple(say(f"column.{column}", language) for column in columns),
        rows=tuple(
            (
                town.full_name(broker.node),
                units[graph.nodes[broker.node]["unit"]],
                str(broker.ties),
                str(broker.units_reached),
                decimal(broker.betweenness, 0, language),
                decimal(broker.constraint, 2, language),
            )
            for broker in ranked
        ),
    )


EXPLORER = OfTown(name=NAME, controls=(Control("strength", len(STRENGTHS), start=2),), look=look)
