"""Every number that lesson 01 quotes from its own lines of code, held to its origin.

What a publication says is held by its citation, not here.
"""

import pytest
from test_lesson_numbers import definition, lesson_text, says, under_the_hood

LESSON = "01-what-counts"


def test_the_lines_under_the_hood_give_the_bounds(capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(under_the_hood(LESSON), "under the hood", "exec"), {})
    # By hand: of those asked, 0.8 r say yes, and 1 - r are silent. All silent ones may have said
    # no, or yes: with r = 0.5 that is 0.40 and 0.40 + 0.50, with r = 0.3 it is 0.24 and 0.94.
    assert capsys.readouterr().out.splitlines() == [
        "100%: 80%-80%",
        "70%: 56%-86%",
        "50%: 40%-90%",
        "30%: 24%-94%",
    ]


@pytest.mark.parametrize(
    ("swedish", "english"),
    [
        ("mellan 40 och 90 procent", "between 40 and 90 per cent"),
        ("mellan 24 och 94", "between 24 and 94"),
    ],
)
def test_the_text_quotes_the_bounds(swedish: str, english: str) -> None:
    says(lesson_text(LESSON), swedish, english)


def test_ten_vignettes_eight_ideas_and_five_events() -> None:
    counted = {"vignettes": "cards", "opsi-facets": "cards", "new-but-worse": "pairs"}
    numbers = [len(definition(LESSON, name)[parts]) for name, parts in counted.items()]
    assert numbers == [10, 8, 5]


def test_the_card_fits_the_trial_on_kajgatan() -> None:
    fields = {field["id"]: field["model"] for field in definition(LESSON, "vague-idea")["fields"]}
    # The lessons agree on the trial: 23 people, eight faces in two weeks, four who do the rota.
    assert "23" in fields["today"]["sv"]
    assert "23" in fields["today"]["en"]
    assert "5 oktober" in fields["different"]["sv"]
    assert "5 October" in fields["different"]["en"]
    says(lesson_text(LESSON), "till och med den 15 november", "until 15 November")
