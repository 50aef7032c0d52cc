"""The cells of a lesson's source, a MyST file: where each begins, and what it says of itself.

A text begins with ``+++ {"language": "sv"}``, and code stands in a fence called ``{code-cell}``,
whose first lines may say ``:exercise: wall``. So does everybody who reads MyST as notebooks read
it; whoever lets Jupytext do it waits half a second for a server that comes along.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Literal

from attrs import field, frozen

from course.faults import Fault, FaultError
from course.marked import NotYAMLError, parse
from course.studio.head import FRONT_MATTER

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

SHOWN = ("exercise", "figure", "after")
"""What a code cell can show: an exercise, or a figure, folded until after an exercise."""

_CODE = "{code-cell}"


@frozen(kw_only=True)
class Cell:
    """A cell of the source: its kind, its words or code, and the line that it begins on.

    ``shows`` is what a code cell shows in place of code of its own, by the names in ``SHOWN``;
    ``claims`` are the numbers of the course's claims that the text teaches, as they were written.
    ``id`` and ``step`` are those of the pair, where this cell says them.
    """

    kind: Literal["text", "code"]
    body: str
    line: int
    language: str | None = None
    audience: str = "learner"
    tags: tuple[str, ...] = ()
    shows: Mapping[str, str] = field(factory=dict)
    claims: tuple[object, ...] = ()
    id: str | None = None
    step: str | None = None


@lru_cache(maxsize=32)
def cells_in(text: str) -> tuple[Cell, ...]:
    """The cells of a source, in order; FaultError where one says of itself what cannot be read.

    >>> [(cell.kind, cell.body, cell.line) for cell in cells_in("+++ {}\\n\\n# Början\\n")]
    [('text', '# Början', 3)]
    """
    return tuple(_cells(text))


def _cells(text: str) -> Iterator[Cell]:
    head = FRONT_MATTER.match(text)
    above = text[: head.end()].count("\n") if head else 0
    lines = text.split("\n")
    begins, said = above, dict[str, Any]()
    for token in _parser().parse("\n".join(lines[above:])):
        is_code = token.type == "fence" and token.info.startswith(_CODE)
        if token.level or token.map is None or not (is_code or token.type == "myst_block_break"):
            continue  # what stands in a list or a quotation begins no cell
        start, end = (above + n for n in token.map)
        yield from _text(lines, begins, start, said)
        if is_code:
            yield _code(token.content.splitlines(), start + 1)
        said = {} if is_code else _of_text(token, start + 1)
        begins = end
    yield from _text(lines, begins, len(lines), said)


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # of most files that are checked no lesson is read
    from mdit_py_plugins.myst_blocks import myst_block_plugin

    # Where blocks begin is all that is asked for.
    return MarkdownIt("commonmark").use(myst_block_plugin).disable("inline", True)


def _text(lines: Sequence[str], start: int, end: int, said: dict[str, Any]) -> Iterator[Cell]:
    """The text in some of the lines, without those above and below that are empty; none of none."""
    full = [n for n in range(start, end) if lines[n].strip()]
    if full:
        yield Cell(
            kind="text",
            body="\n".join(lines[full[0] : full[-1] + 1]),
            line=full[0] + 1,
            language=said.get("language"),
            audience=said.get("audience", "learner"),
            tags=tuple(said.get("tags", [])),
            claims=_listed(said.get("claims", [])),
            id=_named(said, "id"),
            step=_named(said, "step"),
        )


def _of_text(token: "Token", line: int) -> dict[str, Any]:
    """What ``+++`` says of the text below it."""
    try:
        said = json.loads(token.content or "{}")
    except ValueError as error:
        raise FaultError(Fault.at(line, "no-language")) from error
    if not isinstance(said, dict):
        raise FaultError(Fault.at(line, "no-language"))
    return said


def _code(lines: list[str], fence: int) -> Cell:
    """The code cell whose fence begins on that line."""
    options = [line.lstrip()[1:] for line in lines[: _options(lines)]]
    try:
        said = parse("\n".join(options))
    except NotYAMLError as error:
        raise FaultError(Fault.at(fence, "no-language")) from error
    value = said.value or {}
    if not isinstance(value, dict):
        raise FaultError(Fault.at(fence, "no-language"))
    body = lines[len(options) :]
    if body and not body[0].strip():
        body = body[1:]
    shown = next((one for one in SHOWN if one in value), None)
    own = said.line((shown,)) if shown else 1 + len(lines) - len(body)
    return Cell(
        kind="code",
        body="\n".join(body),
        line=fence + own,
        tags=tuple(value.get("tags", [])),
        shows={what: str(value[what]) for what in SHOWN if what in value},
        id=_named(value, "id"),
    )


def _options(lines: list[str]) -> int:
    """How many lines of a code cell say what it is: those that begin with a colon."""
    return next((n for n, one in enumerate(lines) if not one.lstrip().startswith(":")), len(lines))


def _named(said: Mapping[str, Any], name: str) -> str | None:
    return str(said[name]) if name in said else None


def _listed(value: Any) -> tuple[object, ...]:
    return tuple(value) if isinstance(value, list) else (value,)
