"""What a printed page is made of: a few sorts of blocks, drawn as HTML and as PDF alike.

A block is plain JSON with its sort in ``is``; a text in it is a list of runs, ``[words, style]``,
where a style is ``""``, ``"b"`` or ``"i"``. Nothing that an author wrote becomes markup of either.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from attrs import field, frozen
from markdown_it import MarkdownIt
from markdown_it.token import Token

from course.content.glossary import ROLE
from course.plain import Json

Runs = list[list[str]]
Block = Json


@frozen(kw_only=True)
class Document:
    """A printed document.

    Attributes:
        name: of its files, without an ending.
        language: in which it is.
        title: its heading.
        over: the line above that.
        foot: what stands at the foot of each page, beside the page's number.
        blocks: what stands below the heading.
    """

    name: str
    language: str
    title: str
    over: str
    foot: str
    blocks: list[Block] = field(factory=list)


def runs(text: str) -> Runs:
    """A line of Markdown as runs of words.

    >>> runs("Say *Where?* **now**.")
    [['Say ', ''], ['Where?', 'i'], [' ', ''], ['now', 'b'], ['.', '']]
    """
    (inline,) = _markdown().parseInline(_words(text))
    return _runs(inline.children or [])


def bare(text: str) -> Runs:
    """Words as they are, which no sign in them changes."""
    return [[text, ""]]


def flowing(text: str) -> str:
    """A text whose lines end where the paper's do; what no line parts stays together.

    >>> flowing("Tre kvällar\\ni vecka\\u00a014.")
    'Tre kvällar i vecka\\xa014.'
    """
    return re.sub(r"[ \t\n]+", " ", text).strip()


def heading(text: str, level: int = 2) -> Block:
    """A heading; the document's own is of level 1."""
    return {"is": "heading", "level": level, "text": text}


def paragraph(text: str | Runs, tone: str = "") -> Block:
    """A paragraph; its tone is ``say`` (aloud), ``ask``, ``key``, ``read`` or ``soft``."""
    return {"is": "paragraph", "tone": tone, "runs": runs(text) if isinstance(text, str) else text}


def labelled(label: str, text: str, tone: str = "") -> Block:
    """A paragraph that begins with a word for what it is."""
    return paragraph([[f"{label} ", "b"], *runs(text)], tone)


def items(lines: Iterable[str | Runs], *, numbered: bool = False) -> Block:
    """A list."""
    told = [runs(one) if isinstance(one, str) else one for one in lines]
    return {"is": "list", "numbered": numbered, "items": told}


def table(heads: Sequence[str], rows: Iterable[Sequence[str | Runs]], *widths: float) -> Block:
    """A table; ``widths`` are the columns' shares, and 0 is as narrow as can be."""
    told = [[runs(one) if isinstance(one, str) else one for one in row] for row in rows]
    return {"is": "table", "heads": list(heads), "rows": told, "widths": list(widths)}


def step(clock: str, beside: str, title: str, under: str, blocks: list[Block]) -> Block:
    """A step of a run sheet: its time in the margin, its title, and what is below."""
    return {
        "is": "step",
        "clock": clock,
        "beside": beside,
        "title": title,
        "under": under,
        "blocks": blocks,
    }


def ticks(lines: Iterable[str]) -> Block:
    """Answers with a box to tick before each."""
    return {"is": "ticks", "items": [bare(one) for one in lines]}


def writing(lines: int) -> Block:
    """Lines to write on."""
    return {"is": "writing", "lines": lines}


def frame(middle: str) -> Block:
    """A frame to draw in, as high as the page has room for, with some words in the middle."""
    return {"is": "frame", "middle": middle}


def cards(texts: Iterable[str]) -> Block:
    """Cards to cut out, two beside each other."""
    return {"is": "cards", "items": [bare(one) for one in texts]}


def slip(title: str, blocks: list[Block]) -> Block:
    """A slip to cut out."""
    return {"is": "slip", "title": title, "blocks": blocks}


def page_break() -> Block:
    """A new page."""
    return {"is": "break"}


def markdown(text: str) -> list[Block]:
    """Paragraphs and lists of Markdown as blocks."""
    return list(_blocks(_markdown().parse(_words(text))))


def read_aloud(text: str) -> list[Block]:
    """What of a lesson's cell is read out: its paragraphs and numbered lists.

    Headings go, and a list of points goes with the line that leads to it: what a learner can do
    afterwards is no part of a scene.

    >>> len(read_aloud("# Silos\\n\\nOnce.\\n\\nYou can\\n\\n- see\\n"))
    1
    """
    blocks = markdown(text)
    kept = []
    for one, then in zip(blocks, [*blocks[1:], {}], strict=True):
        is_points = one["is"] == "list" and not one["numbered"]
        leads = then.get("is") == "list" and not then.get("numbered", True)
        if one["is"] != "heading" and not is_points and not leads:
            kept.append({**one, "tone": "read"} if one["is"] == "paragraph" else one)
    return kept


def _blocks(tokens: list[Token]) -> Iterator[Block]:
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.type == "heading_open":
            yield heading(tokens[at + 1].content, int(token.tag[1]))
        elif token.type == "paragraph_open":
            yield paragraph(_runs(tokens[at + 1].children or []))
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            end = _end(tokens, at)
            inline = [one for one in tokens[at:end] if one.type == "inline"]
            numbered = token.type == "ordered_list_open"
            yield items([_runs(one.children or []) for one in inline], numbered=numbered)
            at = end
        at += 1


def _end(tokens: list[Token], at: int) -> int:
    """Where the list that begins at a token ends."""
    return next(
        n
        for n in range(at + 1, len(tokens))
        if tokens[n].level == tokens[at].level and tokens[n].nesting == -1
    )


def _runs(children: list[Token]) -> Runs:
    found: Runs = []
    style = ""
    for one in children:
        if one.type in ("em_open", "strong_open"):
            style = "i" if one.type == "em_open" else "b"
        elif one.type in ("em_close", "strong_close"):
            style = ""
        elif words := " " if one.type == "softbreak" else one.content:
            found.append([words, style])
    return found


def _words(text: str) -> str:
    """The text with its glossary terms as plain words."""
    return ROLE.sub(r"\g<words>", text.strip())


_VERDICT = 5  # words: a first sentence as short as that is a verdict, and no reason
_SHORT = 60  # letters: a sentence as short as that is told with the next
_SENTENCE = re.compile(r"(?<=[.!?”]) +(?=[A-ZÅÄÖ”“])")


def gist(text: str) -> str:
    """A reason in a line: its first sentence that says more than yes or no.

    >>> gist("Yes, that is where it turns. Of 178 ties, 78 run between units. Talking costs.")
    'Of 178 ties, 78 run between units. Talking costs.'
    """
    first, *rest = _SENTENCE.split(text.strip())
    kept = rest if rest and len(first.split()) <= _VERDICT + 1 else [first, *rest]
    told = kept[0]
    return f"{told} {kept[1]}" if len(told) < _SHORT and len(kept) > 1 else told


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False})
