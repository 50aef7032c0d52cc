"""A file of YAML, or the fault that keeps it from being read."""

from pathlib import Path

from course.content.slips import slip
from course.faults import Fault
from course.marked import Marked, NotYAMLError, read


def read_or_fault(path: Path, name: str) -> Marked | Fault:
    """What a file holds; of one that cannot be read the fault, in a file of that name."""
    try:
        return read(path)
    except NotYAMLError as error:
        text = path.read_text(encoding="utf-8") if error.key == "not-yaml" else ""
        return slip(text, error).in_file(name)
    except UnicodeDecodeError:
        return Fault.at(1, "not-utf8", {}, name)
