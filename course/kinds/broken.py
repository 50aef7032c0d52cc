"""A kind of exercise that cannot be used: which file of its folder is wrong, where, and what to do.

A kind may come from somebody else, and be half written. Its exercises then say this sentence in
place of their cards, and every other exercise goes on.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any, ParamSpec, TypeVar

from course.faults import Fault
from course.kinds.kind import AnswerError, own_exercises
from course.paths import PACKAGE
from course.words import WordsError, words_in

NEEDED = ("accept", "judge", "key", "task", "recall", "faults")
"""The functions that ``rules.py`` of every kind has."""

_FILES = ("rules.py", "schema.json", "view.js", "words.yml")
"""What a session needs of a kind's folder."""

P = ParamSpec("P")
T = TypeVar("T")


class BrokenKindError(ValueError):
    """A kind that cannot be used; ``fault`` has the file and the line that say so."""

    def __init__(self, file: Path | str, line: int, key: str, /, **values: object) -> None:
        super().__init__(key)
        name = _name(file) if isinstance(file, Path) else file
        self.fault = Fault.at(line, key, values, name)

    def __str__(self) -> str:
        return self.in_language("en")

    def __repr__(self) -> str:
        return f"BrokenKindError({str(self)!r})"

    def in_language(self, language: str) -> str:
        """The sentence: file, line, what is wrong, what to do."""
        return self.fault.told(language)


def _name(file: Path) -> str:
    """A file's name from the folder that its package lies in: ``course/kinds/sort/rules.py``."""
    if file.is_relative_to(PACKAGE):
        return file.relative_to(PACKAGE.parent).as_posix()
    return "/".join(file.parts[-2:])


def folder_of(kind: str, package: str) -> Path:
    """The folder of a kind's package, which is not loaded; BrokenKindError where there is none."""
    try:
        spec = find_spec(package)
    except Exception:  # whatever a stranger's package may raise as it is looked into
        spec = None
    places = spec.submodule_search_locations if spec else None
    if not places:
        raise BrokenKindError(package, 1, "kind-not-there", kind=kind, package=package)
    return Path(places[0])


def checked_rules(kind: str, package: str, folder: Path) -> ModuleType:
    """The rules of a kind; BrokenKindError where something in its folder is wrong."""
    for name in _FILES:
        if not (folder / name).is_file():
            raise BrokenKindError(folder / name, 1, "kind-lacks-file", kind=kind, name=name)
    _check_schema(kind, folder / "schema.json")
    _check_words(kind, folder / "words.yml")
    rules = _loaded(kind, package, folder)
    for name in NEEDED:
        if not callable(getattr(rules, name, None)):
            raise BrokenKindError(
                folder / "rules.py", 1, "kind-lacks-function", kind=kind, name=name
            )
    if not own_exercises(rules):
        raise BrokenKindError(folder / "rules.py", 1, "kind-lacks-class", kind=kind)
    return rules


def _check_schema(kind: str, file: Path) -> None:
    try:
        schema = json.loads(file.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        values = {"kind": kind, "why": error.msg}
        raise BrokenKindError(file, error.lineno, "kind-schema", **values) from error
    except UnicodeDecodeError as error:
        raise BrokenKindError(file, 1, "not-utf8") from error
    if not isinstance(schema, dict) or not isinstance(schema.get("properties"), dict):
        raise BrokenKindError(file, 1, "kind-schema", kind=kind, why="no properties")


def _check_words(kind: str, file: Path) -> None:
    try:
        words = words_in(file)
    except WordsError as error:
        raise BrokenKindError(file, error.line, error.key, **error.values) from error
    if f"card.kind-{kind}" not in words:
        raise BrokenKindError(file, 1, "kind-lacks-words", kind=kind, key=f"card.kind-{kind}")


def _loaded(kind: str, package: str, folder: Path) -> ModuleType:
    try:
        return import_module(f"{package}.rules")
    except SyntaxError as error:
        file = Path(error.filename or folder / "rules.py")
        raise BrokenKindError(
            file, error.lineno or 1, "kind-raises", kind=kind, why=error.msg
        ) from error
    except Exception as error:  # whatever a stranger's module may raise
        raise raised(error, kind, folder) from error


def guarded(function: Callable[P, T], kind: str, folder: Path) -> Callable[P, T]:
    """A function of a kind's rules, that tells file and line where it fails.

    What it gives one by one, such as what a model shows, is looked at as it comes. An AnswerError
    is no failure.
    """

    @wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> T:
        with _told(kind, folder):
            given = function(*args, **kwargs)
        return one_by_one(given) if isinstance(given, Iterator) else given  # type: ignore[return-value]

    def one_by_one(given: Iterator[Any]) -> Iterator[Any]:
        with _told(kind, folder):
            yield from given

    return call


@contextmanager
def _told(kind: str, folder: Path) -> Iterator[None]:
    """Let whatever a kind's code raises be told by file and line."""
    try:
        yield
    except (AnswerError, BrokenKindError):
        raise
    except Exception as error:
        raise raised(error, kind, folder) from error


def raised(error: Exception, kind: str, folder: Path) -> BrokenKindError:
    """What a kind's code has raised, with the last line of its folder that led there."""
    from traceback import extract_tb  # loaded where something is wrong

    file, line = folder / "rules.py", 1
    for frame in extract_tb(error.__traceback__):
        if Path(frame.filename).is_relative_to(folder):
            file, line = Path(frame.filename), frame.lineno or 1
    why = f"{type(error).__name__}: {error}"
    return BrokenKindError(file, line, "kind-raises", kind=kind, why=why)
