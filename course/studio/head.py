"""The head of a lesson's source: what stands between ``---`` at the top of the file."""

import re
from datetime import date
from typing import Any

from course.faults import Fault, FaultError
from course.marked import NotYAMLError, parse

FRONT_MATTER = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)


def read_head(text: str) -> dict[str, Any]:
    """The head of a source, by name; FaultError where there is none or it is not one."""
    match = FRONT_MATTER.match(text)
    try:
        values = parse(match[1]).value if match else None
    except NotYAMLError as error:
        raise FaultError(Fault.at(1 + error.line, "no-head")) from error
    if not isinstance(values, dict):
        raise FaultError(Fault.at(1, "no-head"))
    course = values.get("course") or {}
    if not isinstance(course, dict) or not isinstance(course.get("monday") or {}, dict):
        raise FaultError(Fault.at(1, "no-monday"))
    try:
        day(course.get("added"))
    except ValueError as error:
        raise FaultError(Fault.at(1, "no-added")) from error
    return values


def day(given: object) -> date | None:
    """A day as a head has it, 2027-01-15; None where it has none. ValueError for anything else."""
    return None if given is None else date.fromisoformat(str(given))
