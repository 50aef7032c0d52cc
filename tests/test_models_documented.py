"""The page on models and measures does what it says."""

import doctest

from course.paths import ROOT


def test_the_examples_run() -> None:
    page = ROOT / "docs" / "models.md"
    found = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert found.attempted > 15
    assert found.failed == 0
