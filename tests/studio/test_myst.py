"""The cells of a MyST text, as everybody who reads it as a notebook sees them; lines from 1."""

import pytest

from course.faults import FaultError
from course.studio.myst import Cell, cells_in

SV = '+++ {"language": "sv", "id": "c02", "step": "idea", "claims": 3}'


def bodies(text: str) -> list[tuple[str, str, int]]:
    return [(cell.kind, cell.body, cell.line) for cell in cells_in(text)]


def test_what_a_text_and_code_say_of_themselves() -> None:
    head = "---\na: 1\n---\n\n"
    text, code = cells_in(
        f"{head}{SV}\n\n\n# Ett\n\nTvå\n\n```{{code-cell}}\n:id: c03\n:figure: x\n```\n"
    )
    assert text == Cell(
        kind="text", body="# Ett\n\nTvå", line=8, language="sv", claims=(3,), id="c02", step="idea"
    )
    assert code == Cell(kind="code", body="", line=14, shows={"figure": "x"}, id="c03")


def test_code_of_its_own_begins_below_what_it_says_of_itself() -> None:
    (code,) = cells_in("```{code-cell}\n:tags: [under-the-hood]\n\nx = 1\n\ny = 2\n```\n")
    assert code == Cell(kind="code", body="x = 1\n\ny = 2", line=4, tags=("under-the-hood",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # In an example of code nothing begins; nor in a list or a quotation.
        ("```\n+++ {}\n```\nslut\n", [("text", "```\n+++ {}\n```\nslut", 1)]),
        ("- a\n  ```{code-cell}\n  1\n  ```\n", [("text", "- a\n  ```{code-cell}\n  1\n  ```", 1)]),
        ("> +++ {}\n", [("text", "> +++ {}", 1)]),
        # A text ends where the next begins, also without an empty line between.
        ("ett\n+++ {}\ntvå\n", [("text", "ett", 1), ("text", "två", 3)]),
        ("~~~{code-cell}\n1\n~~~\ntvå", [("code", "1", 2), ("text", "två", 4)]),
        ("+++\n\n+++ {}\n", []),
        ("", []),
    ],
)  # fmt: skip
def test_where_a_cell_begins(text: str, expected: list[tuple[str, str, int]]) -> None:
    assert bodies(text) == expected


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\n\n+++ {language: sv}\n", 3),
        ("+++ [1]\n", 1),
        ("a\n\n```{code-cell}\n:id: a: b\n```\n", 3),
        ("```{code-cell}\n:exercise\n```\n", 1),
    ],
)
def test_what_cannot_be_read_is_told_at_its_line(text: str, line: int) -> None:
    with pytest.raises(FaultError) as caught:
        cells_in(text)
    assert (caught.value.fault.key, caught.value.fault.line) == ("no-language", line)
