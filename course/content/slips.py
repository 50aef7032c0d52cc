"""What authors slip on most in YAML: told by the line where it is, and with the mend.

A parser gives up where it can go on no longer, which may be lines later, and says why in its own
words. Here the slips that people make are tried one by one on the lines before: one that is mended
and lets the parser come further was the fault.
"""

import re
from collections.abc import Iterator
from itertools import islice

from course.faults import Fault
from course.marked import NotYAMLError, parse

_MOST_LETTERS = 50_000  # of a file; and then how many mends are tried: a second at most
_MOST_TRIES = 60
_LINES_BACK = 30
_MOST_SHOWN = 60

_SIGNS = "&*%@`!"
_PASTED = "”“„’‘»«"

_IN_LANGUAGE = re.compile(
    r"\b(?:sv|en): +(?P<text>[^\s{\[].*?)(?=, *(?:sv|en): |\}+\s*[,\]}]*\s*$|,?\s*$)"
)
_AFTER_KEY = re.compile(
    r"^\s*(?:(?:- +)*[\w-]+: +|(?:- +)+(?![\w-]+: ))(?P<text>[^\s{\[#-].*?)\s*$"
)
_NO_SPACE = re.compile(r"^(?P<key>\s*(?:- +)?[A-Za-z][\w-]*:)(?=[^\s/:])(?P<rest>.*)$")
_NO_SPACE_AFTER_DASH = re.compile(r"^(?P<dash>\s*-)(?=[A-Za-z{\"'])(?P<rest>.*)$")
_TAB = re.compile(r"^ *\t")

_Mend = tuple[str, dict[str, object], str]
"""A slip that a line may have: the key and the values of its sentence, and the line mended."""


def slip(text: str, error: NotYAMLError) -> Fault:
    """Why a text is no YAML: the slip, at its line; what the parser says where none is found.

    >>> text = "prompt:\\n  sv: Svara: ja eller nej.\\n"
    >>> try:
    ...     _ = parse(text)
    ... except NotYAMLError as error:
    ...     print(slip(text, error).told("en"))
    line 2: A colon and a space stand in the text. Put straight quotation marks around it: \
"Svara: ja eller nej."
    """
    given = Fault.at(error.line, error.key, error.values)
    if error.key != "not-yaml" or len(text) > _MOST_LETTERS:
        return given
    lines = text.split("\n")
    tabbed = next((n for n in _back(error, lines) if _TAB.match(lines[n - 1])), None)
    if tabbed is not None and error.line - tabbed < 2:
        return Fault.at(tabbed, "slip-tab")
    for n, (key, values, mended) in islice(_tries(lines, error), _MOST_TRIES):
        if _comes_further([*lines[: n - 1], mended, *lines[n:]], error.line):
            return Fault.at(n, key, values)
    return given


def hidden_slips(text: str) -> Iterator[Fault]:
    """Texts that begin with a sign which YAML takes for its own, in silence."""
    for n, line in enumerate(text.split("\n"), start=1):
        for match in _IN_LANGUAGE.finditer(line):
            words = match["text"]
            if words[0] == "!" or (words[0] == "&" and f"*{words[1:].split()[0]}" not in text):
                yield Fault.at(n, "slip-sign", {"sign": words[0], "mend": _shown(words)})


def _back(error: NotYAMLError, lines: list[str]) -> list[int]:
    """The lines to look at, the nearest first: from where the parser gave up, and where it began.

    A quotation that is never closed is missed at the end of the file only.
    """
    last = min(error.line, len(lines))
    near = range(last, max(last - _LINES_BACK, 0), -1)
    return list(dict.fromkeys((*near[:1], min(error.began, last), *near)))


def _tries(lines: list[str], error: NotYAMLError) -> Iterator[tuple[int, _Mend]]:
    back = _back(error, lines)
    for n in back:
        yield from ((n, mend) for mend in _mends(lines[n - 1]))
    for n in back[:3]:
        yield from ((n, mend) for mend in _nameless(lines[n - 1]))
    for n in back[:2]:
        yield from ((n, mend) for mend in _indented(lines, n))


def _mends(line: str) -> Iterator[_Mend]:
    """What may be mended in a line by itself."""
    if match := _NO_SPACE.match(line):
        yield "slip-space", {"sign": ":"}, f"{match['key']} {match['rest']}"
    if match := _NO_SPACE_AFTER_DASH.match(line):
        yield "slip-space", {"sign": "-"}, f"{match['dash']} {match['rest']}"
    spans = {match.span("text") for match in _IN_LANGUAGE.finditer(line)}
    if not spans and (match := _AFTER_KEY.match(line)):
        spans = {match.span("text")}
    for start, end in sorted(spans):
        words = line[start:end]
        key = _slip_of(words)
        if key:
            values: dict[str, object] = {"mend": _shown(words)}
            if key == "slip-sign":
                values["sign"] = words[0]
            yield key, values, line[:start] + _quoted(words) + line[end:]
    for opening, closing in ("{}", "[]"):
        if line.count(opening) > line.count(closing):
            yield "slip-bracket", {"sign": closing}, line.rstrip().rstrip(",") + closing


def _slip_of(words: str) -> str | None:
    """What may be wrong with a text, by its look."""
    first = words[0]
    if first in _SIGNS:
        return "slip-sign"
    if first in _PASTED:
        return "slip-pasted"
    if first in "\"'":
        return "slip-quote" if first in words[1:] else "slip-open-quote"
    if ": " in words or words.endswith(":"):
        return "slip-colon"
    return "slip-brackets" if set(words) & set("[]{}") else None


def _quoted(words: str) -> str:
    """A text in straight quotation marks, without those that it was begun or ended with."""
    bare = words
    if words[0] in "\"'":
        bare = words[1:-1] if len(words) > 1 and words[-1] == words[0] else words
        if words[0] not in words[1:]:
            bare = words[1:]
    escaped = bare.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _shown(words: str) -> str:
    """The mended text as a sentence shows it, not too much of it."""
    whole = _quoted(words)
    return whole if len(whole) <= _MOST_SHOWN else f'{whole[: _MOST_SHOWN - 2].rstrip()}…"'


def _nameless(line: str) -> Iterator[_Mend]:
    """A text without the name of its language."""
    bare = line.strip()
    if bare and ":" not in bare and bare[0].isalpha():
        indent = line[: len(line) - len(line.lstrip())]
        yield "slip-nameless", {}, f"{indent}sv: {_quoted(bare)}"


def _indented(lines: list[str], n: int) -> Iterator[_Mend]:
    """A line that begins as far in as one of those before it, or two further; the nearest first."""
    line = lines[n - 1]
    own = len(line) - len(line.lstrip())
    before = [len(one) - len(one.lstrip()) for one in lines[max(n - 12, 0) : n - 1] if one.strip()]
    indents = {*before, *(indent + 2 for indent in before)} - {own}
    # Of two that are as near the line above has it, mostly.
    for indent in sorted(indents, key=lambda one: (abs(one - own), one not in before[-1:], one)):
        yield "slip-indent", {"n": indent}, " " * indent + line.lstrip()


def _comes_further(lines: list[str], line: int) -> bool:
    try:
        parse("\n".join(lines))
    except NotYAMLError as error:
        return error.key == "not-yaml" and error.line > line
    return True
