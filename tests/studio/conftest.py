"""The course's own files are parsed once for all tests of the studio, which go through them a lot.

A file that a test edits is another text, and is parsed for itself.
"""

from collections.abc import Iterator

import pytest

from course.marked import held


@pytest.fixture(scope="package", autouse=True)
def parsed_once() -> Iterator[None]:
    with held():
        yield
