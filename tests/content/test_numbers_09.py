"""Every number of lesson 09 that the course itself gives, held to its origin.

What an act or a publication says is held by its citation, not here.
"""

import pytest
from test_lesson_numbers import definition, lesson_text, says, under_the_hood

LESSON = "09-room-to-act"


def test_the_draw_gives_twelve_of_eighteen_and_the_same_twelve_again(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines = compile(under_the_hood(LESSON), "under the hood", "exec")
    exec(lines, {})
    exec(lines, {})
    first, second = capsys.readouterr().out.splitlines()
    assert first == second
    drawn = [int(number) for number in first.strip("[]").split(",")]
    assert drawn == sorted(set(drawn))
    assert len(drawn) == 12
    assert set(drawn) <= set(range(1, 19))
    says(lesson_text(LESSON), "18 personer på Kajgatan", "18 people on Kajgatan")
    says(lesson_text(LESSON), "12 sensorer finns", "there are 12 sensors")
    assert "Random(2027)" in under_the_hood(LESSON)
    says(lesson_text(LESSON), "Talet 2027", "The number 2027")


def test_the_exercise_asks_of_the_same_draw() -> None:
    prompt = definition(LESSON, "pilot-grounds")["prompt"]
    for number in ("23", "18", "12"):
        assert number in prompt["sv"]
        assert number in prompt["en"]


@pytest.mark.parametrize(
    ("name", "parts", "number", "swedish", "english"),
    [
        ("ten-obstacles", "cards", 10, "Tio saker", "Ten things"),
        ("document-or-not", "statements", 8, "Åtta påståenden", "Eight statements"),
        ("procurement-ladder", "pairs", 6, "Sex behov", "Six needs"),
        ("protect-it", "pairs", 6, "Sex saker", "Six things"),
    ],
)
def test_the_prompts_count_what_is_there(
    name: str, parts: str, number: int, swedish: str, english: str
) -> None:
    exercise = definition(LESSON, name)
    assert len(exercise[parts]) == number
    assert exercise["prompt"]["sv"].startswith(swedish)
    assert exercise["prompt"]["en"].startswith(english)
