"""Every number that lesson 08 quotes from its own lines of code, held to its origin.

What a publication says is held by its citation, not here.
"""

import pytest
from test_lesson_numbers import definition, lesson_text, says, under_the_hood

LESSON = "08-public-and-private"


def test_the_lines_under_the_hood_give_each_purse_its_own(
    capsys: pytest.CaptureFixture[str],
) -> None:
    exec(compile(under_the_hood(LESSON), "under the hood", "exec"), {})
    # By hand, saved less cost: 15 - 60, 45 - 0 and 180 - 0, and 240 - 60 together.
    assert [line.split() for line in capsys.readouterr().out.splitlines()] == [
        ["home", "care", "-45"],
        ["short-term", "care", "+45"],
        ["region", "+180"],
        ["together", "+180"],
    ]


@pytest.mark.parametrize(
    ("swedish", "english"),
    [
        ("blir det 180 över", "180 is left over"),
        ("går 45 back", "is 45 out of pocket"),
        ("som flyttar 45 från regionen", "that moves 45 from the region"),
        # The home care slip of the facilitator's case: the cost of the first line of code.
        ("kostar er 60 000 kronor", "costs you 60,000 kronor"),
    ],
)
def test_the_text_quotes_the_sums(swedish: str, english: str) -> None:
    says(lesson_text(LESSON), swedish, english)


@pytest.mark.parametrize(
    ("name", "parts", "number", "swedish", "english"),
    [
        ("facts-advantages-obstacles", "cards", 12, "Tolv saker", "Twelve things"),
        ("myth-cards", "statements", 8, "Åtta påståenden", "Eight statements"),
        ("three-tests", "cards", 8, "Åtta idéer", "Eight ideas"),
    ],
)
def test_the_prompts_count_what_is_there(
    name: str, parts: str, number: int, swedish: str, english: str
) -> None:
    exercise = definition(LESSON, name)
    assert len(exercise[parts]) == number
    assert exercise["prompt"]["sv"].startswith(swedish)
    assert exercise["prompt"]["en"].startswith(english)
