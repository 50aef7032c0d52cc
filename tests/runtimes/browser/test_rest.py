"""Modules that a session was not seen to need are found where the archive has them."""

import sys
import zipfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from course.runtimes.browser.rest import Rest

FILES = {
    "rare/__init__.py": "",
    "rare/inner/__init__.py": "from rare import seen\n",
    "rare/seen.py": "WHAT = 'seen'\n",
}


@pytest.fixture
def rest(tmp_path: Path) -> Iterator[list[str]]:
    """What fetching was asked for, with the archive's modules to be had by it."""
    archive, fetched = tmp_path / "rest.zip", list[str]()

    def fetch() -> None:
        fetched.append("rest")
        with zipfile.ZipFile(archive, "w") as packed:
            for name, text in FILES.items():
                packed.writestr(name, text)

    finder = Rest(["rare", "rare.inner", "rare.seen"], archive, fetch)
    finder.install()
    yield fetched
    sys.meta_path.remove(finder)  # type: ignore[arg-type]  # of no class that has these by heart
    for name in [name for name in sys.modules if name.split(".")[0] == "rare"]:
        del sys.modules[name]


def test_it_is_fetched_once_and_when_it_is_needed(rest: list[str]) -> None:
    import_module("json")
    assert rest == []
    assert import_module("rare.inner").seen.WHAT == "seen"
    assert rest == ["rest"]


def test_what_is_nowhere_is_missing_as_ever_and_nothing_is_fetched(rest: list[str]) -> None:
    with pytest.raises(ModuleNotFoundError):
        import_module("rarely")
    assert rest == []
