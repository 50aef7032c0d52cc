"""Networks of people in units: reading them, and measuring boundaries and brokers."""

from course.networks.brokers import (
    Broker,
    Brokerage,
    betweenness,
    brokerage,
    brokers,
    constraint,
    effective_size,
)
from course.networks.given import Given, Remark, Report, UnreadableError, read
from course.networks.measures import (
    Boundary,
    BoundaryTable,
    Densities,
    boundary,
    boundary_table,
    densities,
    ei_by_chance,
)
from course.networks.ties import GRADES, at_least

__all__ = [
    "GRADES",
    "Boundary",
    "BoundaryTable",
    "Broker",
    "Brokerage",
    "Densities",
    "Given",
    "Remark",
    "Report",
    "UnreadableError",
    "at_least",
    "betweenness",
    "boundary",
    "boundary_table",
    "brokerage",
    "brokers",
    "constraint",
    "densities",
    "effective_size",
    "ei_by_chance",
    "read",
]
