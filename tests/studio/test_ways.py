"""Ways of saying a number, found in running text; what is found is counted by hand."""

import pytest

from course.studio.ways import where_said


@pytest.mark.parametrize(
    ("way", "text", "language", "found"),
    [
        ("# lag", "Tre lag, nya lag och 12\nlag.", "sv", [("Tre",), ("12",)]),
        ("# people", "three hundred people and two people", "en", [("three hundred",), ("two",)]),
        ("# of #", "some of 3 of 4", "en", [("3", "4")]),  # it begins within what is none
        ("of # and", "of many and of ten and", "en", [("ten",)]),
        ("# lag", "Tre laget, x2 lag, tre  lag", "sv", [("tre",)]),
        ("(# st.)", "(5 st.) (5 st)", "sv", [("5",)]),
    ],
)
def test_a_number_is_read_where_it_stands(
    way: str, text: str, language: str, found: list[tuple[str, ...]]
) -> None:
    assert [match.groups() for match in where_said(way, text, language)] == found
