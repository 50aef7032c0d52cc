"""The examples of the kinds' pages are held to what is asked of every exercise."""

from course.studio.examples import example_faults, faults_in_page

PAGE = """\
# A kind

```yaml
id: one
kind: choice
title: {sv: Rubrik, en: Title}
prompt: {sv: Pröva., en: Try.}
objective: {sv: Du kan., en: We teach you.}
options:
  - id: a
    text: {sv: Så, en: So}
    feedback: {sv: LONG, en: LONG}
```
""".replace("LONG", "why " * 20)


def test_the_pages_have_no_faults() -> None:
    assert [fault.told("en") for fault in example_faults()] == []


def test_what_an_example_lacks_is_told_at_its_line_of_the_page() -> None:
    # The block begins below line 3; a lone "Du kan." says nothing that one can.
    assert [(one.line, one.key) for one in faults_in_page(PAGE, "page.md")] == [
        (4, "no-claims"),
        (8, "objective"),
        (8, "objective"),
    ]


def test_an_example_that_is_no_exercise_is_told() -> None:
    for text in ("```yaml\na: b: c\n```\n", "```yaml\n- a\n```\n", "```yaml\nkind: choice\n```\n"):
        found = list(faults_in_page(text, "page.md"))
        assert {(fault.line, fault.file) for fault in found} == {(2, "page.md")}


def test_a_slip_in_an_example_is_told_as_in_a_file() -> None:
    """A comma in {sv: ..., en: ...} ends the text; the sentence is that of the exercises' files."""
    page = PAGE.replace("{sv: Pröva., en: Try.}", "{sv: Pröva., en: Try, and look.}")
    told = [fault.told("en") for fault in faults_in_page(page, "page.md")]
    assert told[0].startswith("page.md, line 7: A comma stands before “and look.”")
