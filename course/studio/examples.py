"""The examples on the pages of kinds: what authors copy is as good as what is shipped."""

import re
from collections.abc import Iterator
from pathlib import Path

from attrs import evolve
from cattrs import BaseValidationError

from course.content.standards import standards
from course.faults import Fault
from course.kinds import folders
from course.marked import NotYAMLError, parse
from course.paths import PACKAGE

_EXAMPLE = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def example_faults() -> Iterator[Fault]:
    """What the examples of the kinds lack of what is asked of every exercise."""
    for folder in folders().values():
        page = folder / "page.md"
        if page.is_file() and page.is_relative_to(PACKAGE):
            name = page.relative_to(PACKAGE.parent).as_posix()
            yield from faults_in_page(page.read_text(encoding="utf-8"), name)


def faults_in_page(text: str, name: str) -> Iterator[Fault]:
    """What the examples in a page of that name lack, at the lines of the page."""
    for match in _EXAMPLE.finditer(text):
        above = text[: match.start(1)].count("\n")
        try:
            found = standards(parse(match[1]), name)
        except NotYAMLError as error:
            found = [Fault.at(error.line, error.key, error.values, name)]
        except (BaseValidationError, LookupError, TypeError, AttributeError):
            found = [Fault.at(1, "not-an-exercise", {}, name)]
        yield from (evolve(fault, line=fault.line + above) for fault in found)


def examples(folder: Path) -> list[str]:
    """The examples on the page of the kind in a folder; none where it has no page."""
    page = folder / "page.md"
    return _EXAMPLE.findall(page.read_text(encoding="utf-8")) if page.is_file() else []
