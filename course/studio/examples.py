"""The examples on the pages of kinds: what authors copy is as good as what is shipped."""

import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from attrs import evolve
from cattrs import BaseValidationError

from course.content.checking import faults_in
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
        except (NotYAMLError, BaseValidationError, LookupError, TypeError, AttributeError):
            found = _as_of_a_file(match[1])
        yield from (evolve(fault, file=name, line=fault.line + above) for fault in found)


def _as_of_a_file(example: str) -> list[Fault]:
    """What is wrong with an example that is no exercise: as with a file of what stands in it."""
    id = re.search(r"^id: *([a-z0-9-]+)", example, re.MULTILINE)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "exercises" / "page" / f"{id[1] if id else 'example'}.yml"
        file.parent.mkdir(parents=True)
        file.write_text(example, encoding="utf-8")
        return faults_in(file)


def examples(folder: Path) -> list[str]:
    """The examples on the page of the kind in a folder; none where it has no page."""
    page = folder / "page.md"
    return _EXAMPLE.findall(page.read_text(encoding="utf-8")) if page.is_file() else []
