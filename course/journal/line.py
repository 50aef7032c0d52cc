"""A line of the journal as JSON: safe to be written, shown and gone through, whoever wrote it.

What a line says of the learner is read in `course.journal.event`.
"""

import json
import re
from collections.abc import Iterator, Mapping
from math import isinf
from typing import Any, NoReturn

LONGEST_LINE = 1_000_000
"""The bytes that a line may have; a long answer in words has some ten thousand."""

_LONGEST_NUMBER = 300  # digits; some more, and it is beyond what a float can be
_DEEPEST = 60  # lists in lists; what shows an answer goes through them by recursion
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"  # Some editors put one first in a file that they save.
_LONE = re.compile("[\ud800-\udfff]")  # half of a pair, as browsers can send; UTF-8 has it not


def said(line: bytes) -> dict[str, Any]:
    """Return the JSON object of a line, safe to be written, shown and gone through.

    Raises ValueError if it is none, is nested too deep, or has a number that is not finite.

    >>> said(b'{"half": "\\\\ud83d"}')
    {'half': '\ufffd'}
    """
    text = line.decode("utf-8")
    found, end = _DECODER.raw_decode(text)
    if end != len(text) or not isinstance(found, dict):
        raise ValueError("a line is one JSON object")
    if line.count(b"[") + line.count(b"{") > _DEEPEST and _depth(found) > _DEEPEST:
        raise ValueError("lists and objects are nested too deep")
    said: dict[str, Any] = found
    if b"\\u" in line:  # perhaps half of a pair, perhaps a whole one
        said = _DECODER.decode(whole(json.dumps(said, ensure_ascii=False)))
    return said


def lines(content: bytes) -> Iterator[bytes]:
    """Yield each line of ``content``, without what editors put around it."""
    # Split at newlines alone: splitlines() would also split at signs that an answer may hold.
    for line in content.split(b"\n"):
        yield line.removeprefix(_BYTE_ORDER_MARK).strip()


def whole(text: str) -> str:
    """Return the text with U+FFFD for each half of a surrogate pair.

    >>> whole("a\\ud83d")
    'a\\ufffd'
    """
    return _LONE.sub("\ufffd", text)


def _refuse(constant: str) -> NoReturn:
    """Refuse NaN and Infinity, which Python reads and JSON does not have."""
    raise ValueError(f"{constant} is not JSON")


def _fraction(digits: str) -> float:
    number = float(digits)
    if isinf(number):
        raise ValueError("a number is too large")
    return number


def _integer(digits: str) -> int:
    if len(digits) > _LONGEST_NUMBER:
        raise ValueError("a number is too large")
    return int(digits)


# Made once: json.loads() would make one for each of ten thousand lines.
_DECODER = json.JSONDecoder(parse_constant=_refuse, parse_float=_fraction, parse_int=_integer)


def _depth(found: dict[str, Any]) -> int:
    level: list[Any] = [found]
    depth = 0
    while level:
        inner = (one.values() if isinstance(one, dict) else one for one in level)
        level = [below for one in inner for below in one if isinstance(below, dict | list)]
        depth += 1
    return depth


def as_line(fields: Mapping[str, object]) -> bytes:
    """Return the fields as JSON on one line, with letters such as å readable."""
    return whole(json.dumps(fields, ensure_ascii=False, allow_nan=False)).encode("utf-8")
