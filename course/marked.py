"""YAML files read with the line of every value, so that a fault can be shown where it stands.

PyYAML's C parser composes a file in a tenth of the time of a pure-Python one and is used where it
is installed; in the browser, where it may not be, ruamel.yaml's pure parser does the same. Both
give nodes that know their lines. Plain words become values by the few rules of YAML 1.2's core
schema, here and nowhere else, so that both read a file alike: ``no`` is a word, not a falsehood.
"""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from attrs import frozen

Place = tuple[str | int, ...]

_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_INTEGER = re.compile(r"[-+]?\d+")
_NUMBER = re.compile(r"[-+]?(\d+\.\d*|\.?\d+)([eE][-+]?\d+)?")


_MOST_BYTES = 1_000_000  # the longest file of the course has a tenth of it
_MOST_VALUES = 100_000  # an alias of an alias of an alias makes many of a few lines
_held: ContextVar[dict[str, "Marked"] | None] = ContextVar("held", default=None)
_MOST_DIGITS = 15  # more of them no float and no JavaScript can tell apart


class NotYAMLError(Exception):
    """The file cannot be read: ``line`` (from 1) says where.

    ``key`` names the sentence that says why (``fault.``), which ``values`` fill; ``began`` is the
    line on which the parser began what it could not end.
    """

    def __init__(self, line: int, key: str, /, *, began: int = 0, **values: object) -> None:
        super().__init__(f"line {line}: {key} {values or ''}".rstrip())
        self.line = line
        self.began = began or line
        self.key = key
        self.values = values


@frozen
class Marked:
    """A YAML document: its values, and the line (from 1) on which each stands.

    >>> parse("a:\\n  b: 1\\n").lines
    {(): 1, ('a',): 1, ('a', 'b'): 2}
    """

    value: Any
    _text: str

    @cached_property
    def lines(self) -> dict[Place, int]:
        """The lines by the path to a value: ``("options", 2, "text")``; ``()`` is the document.

        They are looked for when somebody asks, since most files have no fault. Of JSON, which
        machines write, there is but the first.
        """
        found: dict[Place, int] = {}
        if self._text:
            _add_lines(_compose(self._text), (), found)
        return found or {(): 1}

    def line(self, path: Place) -> int:
        """The line of the value at ``path``, or of the nearest value around it that stands there.

        >>> parse("a:\\n  b: 1\\n").line(("a", "missing"))
        1
        """
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read(path: Path) -> Marked:
    """Read a UTF-8 YAML file; raises NotYAMLError, OSError or UnicodeDecodeError."""
    if path.exists() and not path.is_file():  # a folder, or a pipe that would never end
        raise NotYAMLError(1, "no-file")
    if path.stat().st_size > _MOST_BYTES:
        raise NotYAMLError(1, "too-long-file", most=_MOST_BYTES // 1_000_000)
    return parse(path.read_text(encoding="utf-8"))


def parse(text: str) -> Marked:
    """Read YAML text; raises NotYAMLError.

    >>> parse("- en: no\\n  n: 3\\n").value
    [{'en': 'no', 'n': 3}]
    """
    held = _held.get()
    if held is None:
        return _parse(text)
    if text not in held:
        held[text] = _parse(text)
    return held[text]


@contextmanager
def held() -> Iterator[None]:
    """Within it a text is parsed once, however often it is read; nobody changes what it holds.

    It is for whoever goes through the same files many times over, such as ``course check``. Within
    another one, what that one holds is held on.

    >>> with held():
    ...     parse("a: 1") is parse("a: 1")
    True
    >>> parse("a: 1") is parse("a: 1")
    False
    """
    around = _held.get()
    before = _held.set({} if around is None else around)
    try:
        yield
    finally:
        _held.reset(before)


def _parse(text: str) -> Marked:
    if text.startswith(("{", "[")):  # JSON is YAML, too, and is read in no time
        with suppress(ValueError, RecursionError):
            return Marked(_json.decode(text.rstrip()), "")
    try:
        node = _compose(text)
        value = None if node is None else _value(node, iter(range(_MOST_VALUES)))
    except RecursionError:
        raise NotYAMLError(1, "too-deep") from None
    return Marked(value, text)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of JSON; ValueError where a key stands in it twice."""
    if len(found := dict(pairs)) < len(pairs):
        raise ValueError("a key stands twice")
    return found


def _whole(digits: str) -> int | float:
    """A whole number of JSON, as YAML reads it: about as much, where it has very many digits."""
    return int(digits) if len(digits) <= _MOST_DIGITS else float(digits)


# NaN and Infinity are words of YAML, and stay words.
_json = json.JSONDecoder(object_pairs_hook=_once, parse_int=_whole, parse_constant=str)


def _compose_with_libyaml(text: str) -> Any:
    from yaml import YAMLError

    try:
        return _nodes()(text).get_single_node()
    except YAMLError as error:
        raise _not_yaml(error) from error


@cache
def _nodes() -> Any:
    """PyYAML's C parser, which is asked for nodes alone.

    What sort of value a node is of, ``_scalar`` says; to have PyYAML find that out as well would
    take it a third of its time.
    """
    from yaml._yaml import CParser

    class Nodes(CParser):
        def resolve(self, *_: object) -> str:
            return ""

        def descend_resolver(self, *_: object) -> None:
            pass

        def ascend_resolver(self) -> None:
            pass

    return Nodes


def _compose_in_python(text: str) -> Any:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        return YAML(typ="safe", pure=True).compose(text)
    except YAMLError as error:
        raise _not_yaml(error) from error


def _not_yaml(error: Any) -> NotYAMLError:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    why = getattr(error, "problem", None) or getattr(error, "context", None) or str(error)
    began = getattr(error, "context_mark", None)
    return NotYAMLError(
        mark.line + 1 if mark else 1,
        "not-yaml",
        began=began.line + 1 if began else 0,
        why=str(why),
    )


def _has_libyaml() -> bool:
    try:
        from yaml._yaml import CParser  # noqa: F401 - asked for only to see whether it is there
    except ImportError:
        return False
    return True


_compose = _compose_with_libyaml if _has_libyaml() else _compose_in_python


def _value(node: Any, left: Iterator[int]) -> Any:
    """The value of a node; ``left`` gives a number for each value that there may still be."""
    if next(left, None) is None:
        raise NotYAMLError(node.start_mark.line + 1, "too-much")
    if node.id == "mapping":
        mapping: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            key = _key(key_node)
            if key in mapping:
                raise NotYAMLError(key_node.start_mark.line + 1, "key-twice", given=key)
            mapping[key] = _value(value_node, left)
        return mapping
    if node.id == "sequence":
        return [_value(item, left) for item in node.value]
    return _scalar(node)


def _add_lines(node: Any, path: Place, lines: dict[Place, int]) -> None:
    """Add the lines of a node and of all that it holds; a key's own, where a value has a key."""
    if node is None:
        return
    lines.setdefault(path, node.start_mark.line + 1)
    if node.id == "mapping":
        for key_node, value_node in node.value:
            place = (*path, _key(key_node))
            lines[place] = key_node.start_mark.line + 1
            _add_lines(value_node, place, lines)
    elif node.id == "sequence":
        for i, item in enumerate(node.value):
            _add_lines(item, (*path, i), lines)


def _key(node: Any) -> Any:
    return _scalar(node) if node.id == "scalar" else str(node.value)


def _scalar(node: Any) -> Any:
    text: str = node.value
    if node.style:  # quoted or folded: it is text, whatever it looks like
        return text
    if text.lower() in _WORDS:
        return _WORDS[text.lower()]
    if _INTEGER.fullmatch(text) and len(text) <= _MOST_DIGITS:
        return int(text)
    if _NUMBER.fullmatch(text):
        return float(text)
    return text
