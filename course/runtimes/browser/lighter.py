"""Scripts without their comments: those are for readers of the repository, not for browsers."""

import re
from pathlib import Path

_COMMENTS = re.compile(r"^[ \t]*(?://.*|/\*(?:(?!\*/)[\s\S])*\*/[ \t]*)\n", re.MULTILINE)
"""Whole lines of them; a type that stands before what it is of stays."""

_AS_THEY_ARE = ("kept", "python")
"""Folders of other people's scripts, whose comments are their terms."""


def lighter(script: str) -> str:
    r"""A script without the lines that are nothing but comment.

    >>> lighter("// Why.\n/** What.\n * @type {X}\n */\nconst a = /** @type {Y} */ (b); // how\n")
    'const a = /** @type {Y} */ (b); // how\n'
    """
    return _COMMENTS.sub("", script)


def lighten(folder: Path) -> None:
    """Take the comments out of all our own scripts below a folder."""
    for file in sorted(folder.rglob("*.js")):
        if not set(_AS_THEY_ARE) & set(file.relative_to(folder).parts):
            text = lighter(file.read_text(encoding="utf-8"))
            file.write_text(text, encoding="utf-8", newline="\n")
