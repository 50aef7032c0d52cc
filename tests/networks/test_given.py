"""A table of one's own organisation: what is understood of it, and what is told of a spoilt one.

Expected values are written by hand from the tables beside them.
"""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

import networkx as nx
import pytest
from hypothesis import given as any_of
from hypothesis import settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from course.networks import given as room
from course.networks.given import UnreadableError, read
from course.words import say

LIST = "från;till;styrka\nHemtjänst;Ekonomi;2\nEkonomi;IT;3\n"
TIES = {("Hemtjänst", "Ekonomi"): 2, ("Ekonomi", "IT"): 3}


def ties(given: bytes | str, units: bytes | str | None = None) -> dict[tuple[str, str], int]:
    """What was read, as strengths by pair."""
    edges = read(given, units).graph.edges(data="strength")
    return {(one, other): strength for one, other, strength in edges}


def told(given: bytes | str, units: bytes | str | None = None) -> list[tuple[int | None, str]]:
    """Rows and keys of what is told, of a table that is read or of one that is not."""
    try:
        remarks = read(given, units).report.remarks
    except UnreadableError as error:
        remarks = (error.remark,)
    return [(remark.row, remark.key) for remark in remarks]


def workbook(
    *sheets: tuple[str, list[list[object]]], also: Callable[[Worksheet], None] | None = None
) -> bytes:
    """An .xlsx with these sheets; ``also`` does something more to the first."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    if also is not None:
        also(book.worksheets[0])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    "habit",
    [
        LIST,
        LIST.replace(";", "\t"),
        LIST.replace(";", ","),
        LIST.replace(";", "|"),
        LIST.replace("\n", "\r\n"),
        LIST.replace("\n", "\r"),
        "sep=;\n" + LIST,
        LIST.replace(";2", ";2,0"),
        LIST.replace("Hemtjänst", ' "Hemtjänst" '.strip()),
        LIST.encode(),
        LIST.encode("utf-8-sig"),
        LIST.encode("utf-16"),
        LIST.encode("cp1252"),
        "styrka;till;från\n2;Ekonomi;Hemtjänst\n3;IT;Ekonomi\n",
        "From,To,Strength (1-4)\nHemtjänst,Ekonomi,2\nEkonomi,IT,3\n",
        "Source;Target;Weight\nHemtjänst;Ekonomi;2\nEkonomi;IT;3\n",
        "\n\n" + LIST + "\n;;\n",
    ],
)
def test_the_habits_of_spreadsheets_are_recognised_and_change_nothing(habit: bytes | str) -> None:
    assert ties(habit) == TIES
    assert told(habit) == []


KONTAKTER = ("Kontakter", [["Från", "Till", "Styrka"], ["Ann", "Bo", 2], ["Bo", "Cy", 3.0]])
PERSONER = ("Personer", [["Namn", "Enhet"], ["Ann", "Ekonomi"], ["Bo", "IT"], ["Cy", "it"]])


@pytest.mark.parametrize("sheets", [(KONTAKTER, PERSONER), (PERSONER, KONTAKTER)])
def test_an_xlsx_has_ties_and_people_in_its_sheets(sheets: Any) -> None:
    brought = read(workbook(*sheets))
    assert dict(brought.graph.nodes(data="unit")) == {"Ann": "Ekonomi", "Bo": "IT", "Cy": "IT"}
    assert list(brought.graph.edges(data="strength")) == [("Ann", "Bo", 2), ("Bo", "Cy", 3)]
    assert (brought.report.units, brought.report.remarks) == (2, ())


def test_a_list_of_numbers_is_no_square() -> None:
    assert ties("1;2;3\n2;3;1\n3;1;2\n1;3;4") == {
        ("1", "2"): 3,
        ("2", "3"): 1,
        ("3", "1"): 2,
        ("1", "3"): 4,
    }


def test_who_has_no_tie_stands_in_a_square_all_the_same() -> None:
    assert list(read(";A;B;C\nA;;1;\nB;1;;\nC;;;").graph) == ["A", "B", "C"]


def test_a_quotation_mark_harms_no_separator_but_its_own() -> None:
    rows = "".join(f"E{n};F{n};1\n" for n in range(4))
    assert ('Sjukhus,"Nya', "F9") in ties(f'från;till;styrka\nSjukhus,"Nya;F9;2\n{rows}')


def test_many_merged_cells_take_no_more_than_few() -> None:
    def by_tens(sheet: Worksheet) -> None:
        for first in range(2, 1002, 10):
            sheet.merge_cells(f"A{first}:A{first + 9}")

    tens: list[list[object]] = [[f"u{n // 10}", f"v{n}", 1] for n in range(1000)]
    rows: list[list[object]] = [["from", "to", "strength"], *tens]
    begun = process_time()
    assert read(workbook(("a", rows), also=by_tens)).report.ties == 1000
    assert process_time() - begun < 3  # seconds; each cell looked up in each area took 7


def test_a_square_is_read_in_both_directions() -> None:
    brought = read(";A;B;C\nA;x;1;2\nB;2;;\nC;0;-;\n")
    assert ties(";A;B;C\nA;x;1;2\nB;2;;\nC;0;-;\n") == {("A", "B"): 1, ("A", "C"): 2, ("B", "A"): 2}
    assert brought.report.form == "square"
    assert brought.graph.is_directed()


def test_a_path_is_read_where_it_lies(tmp_path: Path) -> None:
    (tmp_path / "kontakter.csv").write_text(LIST, encoding="utf-8")
    assert read(tmp_path / "kontakter.csv").report.ties == 2


@pytest.mark.parametrize("listed", ["namn;enhet", "Enhet;Avdelning"])
def test_units_that_belong_to_others_may_be_called_so(listed: str) -> None:
    brought = read(LIST, f"{listed}\nHemtjänst;Vård\nEkonomi;Stab\nIT;Stab\n")
    assert dict(brought.graph.nodes(data="unit")) == {
        "Hemtjänst": "Vård",
        "Ekonomi": "Stab",
        "IT": "Stab",
    }


def test_the_ties_are_found_below_titles_and_behind_a_cover_sheet() -> None:
    kontakter = ("Kontakter", [["Enkät 2026"], [], *KONTAKTER[1]])
    brought = read(workbook(("Läs mig", [["Frågor till Ann"]]), kontakter, PERSONER))
    assert list(brought.graph.edges(data="strength")) == [("Ann", "Bo", 2), ("Bo", "Cy", 3)]
    assert [(one.key, one.values["row"]) for one in brought.report.remarks] == [
        ("begins-below", "3")
    ]


def test_answers_of_a_survey_are_read_by_the_number_that_they_begin_with() -> None:
    said = "A;B;1. Delar information\nB;C;4 = Driver flera saker\nC;A;2-3\nC;B;3 ggr i veckan"
    assert ties(f"från;till;styrka\n{said}") == {("A", "B"): 1, ("B", "C"): 4}


def test_a_column_of_sums_is_no_unit_and_nothing_is_written_as_one_likes() -> None:
    brought = read("2026;A;B;C;Totalt\nA;;1,0;0,0;1\nB;2;;-;2\nC;0;3;;3\nTotalt;2;4;0;6\n")
    assert list(brought.graph) == ["A", "B", "C"]
    assert list(brought.graph.edges(data="strength")) == [
        ("A", "B", 1),
        ("B", "A", 2),
        ("C", "B", 3),
    ]


def test_two_spellings_of_a_name_are_one() -> None:
    assert ties("from;to;strength\nHome  care;Finance;1\nhome care;IT;2\n") == {
        ("Home care", "Finance"): 1,
        ("Home care", "IT"): 2,
    }


def merged(sheet: Worksheet) -> None:
    sheet.merge_cells("A2:A3")


def summed(sheet: Worksheet) -> None:
    sheet["C2"] = "=1+1"


def far_out(sheet: Worksheet) -> None:
    sheet["XFD999"] = "x"


def merged_without_end() -> bytes:
    """A workbook that says so in its XML: openpyxl itself would never finish writing it."""
    whole = workbook(("a", [["A", "B", 1], ["B", "C", 1]]), also=merged)
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"A2:A3", b"A2:XFD1048576"))
    return packed.getvalue()


PEOPLE = "namn;enhet\nAnn;Ekonomi\nBo;IT\n"
OF_PEOPLE = "från;till;styrka\nAnn;Bo;2\n"
SPOILT: dict[str, tuple[bytes | str, str | None, list[tuple[int | None, str]]]] = {
    "no heading": ("A;B;1\nB;C;2", None, [(1, "no-headings")]),
    "wrong heading": ("x;y;z\nA;B;1\nB;C;2", None, [(1, "other-headings")]),
    "no strength": ("från;till\nA;B", None, [(None, "no-strengths")]),
    "the same twice": (LIST + "Ekonomi;IT;3", None, [(4, "twice")]),
    "twice, otherwise": (LIST + "Ekonomi;IT;4", None, [(4, "twice-otherwise")]),
    "a tie to oneself": (LIST + "IT;it;3", None, [(4, "tie-to-oneself")]),
    "strength 0": (LIST + "IT;Ekonomi;0", None, [(4, "strength-none")]),
    "strength 9": (LIST + "IT;Ekonomi;9", None, [(4, "strength-odd")]),
    "strength in words": (LIST + "IT;Ekonomi;ofta", None, [(4, "strength-odd")]),
    "strength not a number": (LIST + "IT;Ekonomi;nan", None, [(4, "strength-odd")]),
    "strength a half": (LIST + "IT;Ekonomi;2,5", None, [(4, "strength-odd")]),
    "strength left out": (LIST + "IT;Ekonomi;", None, [(4, "strength-missing")]),
    "a short row": (LIST + "IT", None, [(4, "tie-to-nobody")]),
    "a tie to nobody": (LIST + "IT;;2", None, [(4, "tie-to-nobody")]),
    "a title above": ("Enkät 2026;;\nAnna, 12/11;;\n\n" + LIST, None, [(None, "begins-below")]),
    "other words for from and to": (
        LIST.replace("från;till;styrka", "Enhet;Samarbetar med;Styrka 1-4"),
        None,
        [],
    ),
    "another word for strength": (
        LIST.replace("styrka", "Omfattning"),
        None,
        [(None, "strengths-by-look")],
    ),
    "a comment and no strength": (
        "från;till;kommentar\nA;B;bra\nB;C;2",
        None,
        [(None, "no-strengths")],
    ),
    "a row of sums": (LIST + "Summa;;5", None, [(4, "added-up")]),
    "a survey as it came": (
        "Tid;Vem svarar?;Med vem?;Hur ofta?\n8.15;A;B;2\n8.20;B;C;3",
        None,
        [(1, "name-columns")],
    ),
    "a title above the list": (
        OF_PEOPLE,
        "Personal;\n" + PEOPLE,
        [(None, "list-begins-below")],
    ),
    "a unit without a unit": (
        OF_PEOPLE + "Ann;Cy;2",
        PEOPLE + "Cy;",
        [(3, "unit-not-told"), (4, "person-without-unit")],
    ),
    "a square with sums": (
        "2026;A;B;Summa\nA;;1;1\nB;2;;2\nSumma;2;1;3\n",
        None,
        [(None, "added-up"), (4, "added-up")],
    ),
    "unit missing": (OF_PEOPLE, PEOPLE + "Cy;", [(4, "person-without-unit")]),
    "name missing": (OF_PEOPLE, PEOPLE + ";IT", [(4, "person-without-name")]),
    "a person twice": (OF_PEOPLE, PEOPLE + "bo;it", [(4, "person-twice")]),
    "a person in two units": (OF_PEOPLE, PEOPLE + "Bo;HR", [(4, "person-in-two-units")]),
    "a stranger": (OF_PEOPLE + "Ann;Eva;2", PEOPLE, [(3, "not-in-list")]),
    "people without units": (OF_PEOPLE, "Ann\nBo", [(None, "people-need-units")]),
    "two encodings": (
        LIST.encode() + "Måltid;IT;1\nÖppenvård;IT;2".encode("cp1252"),
        None,
        [(4, "two-encodings")],
    ),
    "a formula": (LIST + "IT;Ekonomi;=A1+1", None, [(4, "formula")]),
    "a formula that would run": (LIST + "=HYPERLINK(1);IT;1", None, [(4, "formula")]),
    "a formula without a result": (
        workbook(("a", [["from", "to", "strength"], ["A", "B", 1], ["B", "C", 1]]), also=summed),
        None,
        [(2, "formula"), (2, "strength-missing")],
    ),
    "merged cells": (
        workbook(("a", [["from", "to", "strength"], ["A", "B", 1], ["", "C", 1]]), also=merged),
        None,
        [(2, "merged")],
    ),
    "something far out": (
        workbook(("a", [["A", "B", 1]]), also=far_out),
        None,
        [(None, "far-out")],
    ),
    "merged without end": (merged_without_end(), None, [(None, "bomb")]),
    "empty": (b"", None, [(None, "empty")]),
    "nothing but blanks": ("\n ; \n", None, [(None, "empty")]),
    "an empty workbook": (workbook(("a", [])), None, [(None, "empty")]),
    "headings alone": ("från;till;styrka\n", None, [(None, "no-ties")]),
    "one column": ("Hemtjänst\nEkonomi\n", None, [(None, "one-column")]),
    "no tie left": ("från;till;styrka\nA;B;ofta\n", None, [(2, "strength-odd")]),
    "a picture renamed": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", None, [(None, "picture")]),
    "a PDF renamed": (b"%PDF-1.7 ...", None, [(None, "pdf")]),
    "an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", None, [(None, "old-excel")]),
    "a torn workbook": (workbook(("a", [["A", "B", 1]]))[:900], None, [(None, "broken-workbook")]),
    "something else": (b"\x7fELF\x00\x00", None, [(None, "no-text")]),
    "a quotation mark left open": (
        'från;till;styrka\n"A;B;1\nB;C;2\nC;D;1\nD;E;2\nE;F;1\n',
        None,
        [(2, "open-quote")],
    ),
    "a square that is not square": (
        ";A;B;C\nA;;1;\nB;2;;1\nD;1;;\n",
        None,
        [(None, "no-row-for"), (4, "no-column-for")],
    ),
    "a square with words in it": (";A;B\nA;;ofta\nB;2;\n", None, [(2, "strength-odd")]),
    "a square with a row of nobody's": (
        ";A;B\nA;;1\nB;2;\n;3;3\n",
        None,
        [(4, "row-without-name")],
    ),
    "a square with a column of nobody's": (
        ";A;B;\nA;;1;4\nB;2;;\n",
        None,
        [(2, "column-without-name")],
    ),
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_spoilt_table_is_told_by_its_row_and_what_is_right_is_used(name: str) -> None:
    given, units, expected = SPOILT[name]
    assert told(given, units) == expected


def test_what_is_left_out_is_not_in_the_graph_and_the_rest_is() -> None:
    for name in ("strength 9", "a tie to oneself", "a tie to nobody", "a formula", "two encodings"):
        given, units, _ = SPOILT[name]
        assert ties(given, units).items() >= TIES.items(), name
    assert ties(SPOILT["twice, otherwise"][0])["Ekonomi", "IT"] == 4


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_what_was_read_goes_to_other_programs_and_comes_back(form: str, tmp_path: Path) -> None:
    graph = read(OF_PEOPLE, PEOPLE).graph
    file = tmp_path / f"ours.{form}"
    getattr(nx, f"write_{form}")(graph, file)
    again = getattr(nx, f"read_{form}")(file)
    assert again.is_directed()
    assert list(again.edges(data="strength")) == [("Ann", "Bo", 2)]
    assert dict(again.nodes(data="unit")) == {"Ann": "Ekonomi", "Bo": "IT"}


def test_html_in_a_name_is_a_name() -> None:
    assert ties("from;to;strength\n<b>A</b>;B & C;1\n") == {("<b>A</b>", "B & C"): 1}


def test_twenty_thousand_rows_are_read_and_more_than_5000_names_are_not() -> None:
    rows = "".join(
        f"n{i % 999};n{(i * 7 + 1 + i // 999) % 999};{i % 4 + 1}\n" for i in range(20_000)
    )
    assert read("from;to;strength\n" + rows).report.nodes == 999
    names = "".join(f"n{i};n{i + 1};1\n" for i in range(5_001))
    assert told("from;to;strength\n" + names) == [(None, "too-many-names")]


def test_what_is_too_large_is_not_opened() -> None:
    assert told(b"x" * 20_000_001) == [(None, "too-large")]
    assert told("a;b;1\n" * 100_001) == [(None, "too-many-rows")]


@settings(max_examples=60, deadline=None)
@any_of(
    st.one_of(
        st.binary(max_size=300), st.text(max_size=300), st.text("A;,\t\n\"'=1|09 ", max_size=200)
    )
)
def test_nothing_that_is_brought_raises_anything_else(brought: bytes | str) -> None:
    told(brought)


@settings(max_examples=20, deadline=None)
@any_of(st.integers(0, 5_000), st.integers(0, 255))
def test_a_workbook_with_a_spoilt_byte_is_read_or_told(place: int, byte: int) -> None:
    whole = bytearray(workbook(("a", [["from", "to", "strength"], ["A", "B", 1]])))
    whole[place % len(whole)] = byte
    told(bytes(whole))


def test_every_sentence_is_there_with_what_fills_it_in() -> None:
    code = "\n".join(file.read_text("utf-8") for file in Path(room.__path__[0]).glob("*.py"))
    keys = set(re.findall(r'(?:Remark|UnreadableError)\(\s*"([a-z-]+)"', code))
    assert len(keys) > 20
    for given, units, _ in SPOILT.values():
        try:
            remarks = read(given, units).report.remarks
        except UnreadableError as error:
            remarks = (error.remark,)
        for remark in remarks:
            for language in ("sv", "en"):
                assert "{" not in say(f"given.{remark.key}", language, **remark.values)
    for key in keys:
        assert say(f"given.{key}", "sv", **dict.fromkeys(WORDS, "x"))


WORDS = (
    "row",
    "sheet",
    "megabytes",
    "most",
    "cells",
    "cell",
    "said",
    "names",
    "n",
    "name",
    "unit",
    "other",
    "one",
    "strength",
)
