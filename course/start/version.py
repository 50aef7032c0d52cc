# -*- coding: utf-8 -*-
# ruff: noqa: F401, UP009 - types stand in comments, and Python 2.7 asks for the rest
"""Which Python the course needs, in words that every Python from 2.7 on can read.

This module, the two ``__init__`` above it and ``course/__main__.py`` are what is read before the
version is known. They are written in what Python 2.7, 3.6 and today's have in common: types stand
in comments, no f-strings, no keyword-only arguments, no import but of ``os`` and ``sys``.
"""

import sys

TYPE_CHECKING = False  # A type checker takes it for true; Python 2.7 has no typing.
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

OLDEST_PYTHON = (3, 11)
"""The first Python that the course runs on."""

_TOO_OLD = {
    "sv": "Kursen behöver Python {needed} eller senare, men det här är Python {found}. "
    "Hämta en nyare på python.org och starta kursen med den.",
    "en": "The course needs Python {needed} or later, but this is Python {found}. "
    "Get a newer one from python.org and start the course with that.",
}


def chosen_language(arguments, environ):
    # type: (Sequence[str], Mapping[str, str]) -> str
    """The language to speak before the command line is parsed: ``"sv"`` or ``"en"``.

    ``--language`` decides, then the system's language if that is English; otherwise Swedish.

    >>> chosen_language(["--language", "en"], {"LANG": "sv_SE.UTF-8"})
    'en'
    >>> chosen_language([], {"LANG": "en_GB.UTF-8"})
    'en'
    >>> chosen_language([], {"LANG": "C.UTF-8"})
    'sv'
    """
    words = " ".join(arguments).replace("=", " ").split()
    for place, word in enumerate(words[:-1]):
        if word == "--language" and words[place + 1] in ("sv", "en"):
            return words[place + 1]
    system = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or ""
    return "en" if system.startswith("en") else "sv"


def refusal(running, language):
    # type: (Sequence[object], str) -> str
    """What to tell the user of the ``running`` version; empty if it is new enough.

    ``running`` has the form of ``sys.version_info``.

    >>> refusal((3, 9, 2, "final", 0), "en").partition(". ")[0]
    'The course needs Python 3.11 or later, but this is Python 3.9.2'
    >>> refusal((3, 11, 0, "final", 0), "en")
    ''
    """
    if tuple(running[:2]) >= OLDEST_PYTHON:
        return ""
    needed = ".".join(str(number) for number in OLDEST_PYTHON)
    found = ".".join(str(number) for number in running[:3])
    return _TOO_OLD[language].format(needed=needed, found=found)


def tell(text):
    # type: (str) -> None
    """Write a line to standard error, whatever characters the console lacks."""
    if isinstance(text, bytes):  # In Python 2.7 the texts above are bytes, in this file's encoding.
        text = text.decode("utf-8")
    encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
    bytes_out = getattr(sys.stderr, "buffer", sys.stderr)  # In Python 2.7 it takes bytes itself.
    bytes_out.write((text + "\n").encode(encoding, "replace"))  # type: ignore[arg-type]
