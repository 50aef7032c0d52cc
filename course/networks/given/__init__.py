"""A network as somebody brings it: read from a table, with all that was odd about it told."""

from course.networks.given.reading import Given, Report, read, reading
from course.networks.given.remark import Remark, UnreadableError

__all__ = ["Given", "Remark", "Report", "UnreadableError", "read", "reading"]
