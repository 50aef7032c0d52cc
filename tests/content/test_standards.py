"""What is asked of every exercise, whatever its kind is and whoever wrote that."""

import pytest

from course.content.standards import standards
from course.marked import parse

LONG = "För att det är så, och för att ett rimligt fel annars ligger nära till hands."
HEAD = """\
kind: {kind}
id: x
title: {{sv: Rubrik, en: Title}}
prompt: {{sv: Pröva., en: Try.}}
objective: {{sv: Du kan pröva., en: You can try.}}
"""
EVENTS = f"""\
kind: nobodys
claims: [1]
objective: {{sv: Du kan pröva., en: You can try.}}
events:
  - id: one
    text: {{sv: Ett, en: One}}
    feedback: {{sv: "{LONG}", en: "{LONG}"}}
  - id: two
    text: {{sv: Två, en: Two}}
    feedback: {{sv: "{LONG}", en: "{LONG}"}}
"""


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("claims: [1]\n", "", [("x.yml", 1, "no-claims")]),
        ("en: You can try.", "en: It shows.", [("x.yml", 3, "objective")]),
        # Of the second event, the reason in Swedish: five letters where 60 are asked for.
        (f'"{LONG}", en: "{LONG}"}}\n  - id', f'Nära., en: "{LONG}"}}\n  - id', [
            ("x.yml", 7, "short-reason")
        ]),
        # "obs." is not among the words whose full stop is known to end nothing.
        (f'"{LONG}", en', '"Det står i lagen (se obs. Kap 6), som är svår att läsa rätt.", en', [
            ("x.yml", 7, "sentence-cut")
        ]),
        ("", "", []),
    ],
)  # fmt: skip
def test_a_kind_that_nobody_has_written_yet_is_asked_the_same(
    old: str, new: str, told: list[tuple[str, int, str]]
) -> None:
    found = standards(parse(EVENTS.replace(old, new, 1)), "x.yml")
    assert [(fault.file, fault.line, fault.key) for fault in found] == told


def test_what_says_nothing_itself_works_on_no_claim() -> None:
    """A test's reasons lie in the files of its questions, which have claims of their own."""
    text = f"{HEAD.format(kind='test')}bank: bank\ndraw: 4\n"
    assert standards(parse(text), "x.yml") == []


@pytest.mark.parametrize(
    ("more", "told"), [("", [("x.yml", 8, "no-hint")]), ("together: true\n", [])]
)
def test_a_hint_is_asked_of_each_thing_that_is_tried_by_itself(
    more: str, told: list[tuple[str, int, str]]
) -> None:
    """The first of two options has none; it stands in line 8, counted by hand."""
    why = f'feedback: {{sv: "{LONG}", en: "{LONG}"}}'
    text = (
        f"{HEAD.format(kind='choices')}claims: [1]\noptions:\n"
        f"  - {{id: x, text: {{sv: Ett, en: One}}, right: true, {why}}}\n"
        f"  - {{id: y, text: {{sv: Två, en: Two}}, {why}, hint: {{sv: Tänk., en: Think.}}}}\n"
    )
    found = standards(parse(text + more), "x.yml")
    assert [(fault.file, fault.line, fault.key) for fault in found] == told
