"""What is printed of the course, and what is wrong with its size; counted by hand."""

from pathlib import Path

import pytest
from lesson_text import HOOD, written

from course.studio import summary as module
from course.studio.source import Source
from course.studio.summary import FEWEST_EXERCISES, hard_texts, size_faults, summary

LONG = ("Ett påstående", "Innovationsförmåga " * 60 + "påstår")


def test_a_lesson_in_numbers(tmp_path: Path) -> None:
    heading, lesson, total, gap, kinds, choice = summary([written(tmp_path)])
    assert heading.split() == [
        *("lesson", "words", "sv", "words", "en", "LIX", "sv", "FK", "en"),
        *("min", "sv", "core", "min", "en", "core", "exercises"),
    ]
    # By hand: Börja Ett påstående och ett till Källor; Begin A claim and another Sources. One
    # sentence in each: Ett påstående, och ett till. is 5 words, 1 of them long: 5 + 20. A claim,
    # and another. is 4 words of 6 syllables: .39 * 4 + 11.8 * 6 / 4 - 15.59 = 3.67. ``goal`` takes
    # one minute and is not on the core path.
    assert lesson.split() == ["00-start", "7", "6", "25", "4", "1", "1", "1", "1", "1"]
    assert total.split() == ["all", *("1" for _ in range(5))]
    assert gap == ""
    assert kinds.split() == ["kind", "00", "all"]
    assert choice.split() == ["choice", "1", "1"]


def test_kinds_in_two_lessons(tmp_path: Path) -> None:
    first = written(tmp_path, (HOOD, ":exercise: climate"))
    second = written(tmp_path, (": goal", ": wall"), name="06-across-boundaries")
    *_, kinds, choice, explore, scale = summary([first, second])
    assert kinds.split() == ["kind", "00", "06", "all"]
    assert choice.split() == ["choice", "1", "1"]
    assert explore.split() == ["explore", "1", "1"]
    assert explore.index("1") > choice.index("1")  # in the second column
    assert scale.split() == ["scale", "1", "1"]


def test_without_textstat_it_says_so_and_finds_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = written(tmp_path, LONG)
    assert len(list(hard_texts(source))) == 1
    monkeypatch.setattr(module, "can_measure", lambda: False)
    assert list(hard_texts(source)) == []
    printed = list(summary([source]))
    assert printed[1].split()[3:5] == ["–", "–"]
    assert printed[3] == (
        "How hard the texts are was not measured, since textstat is not installed. "
        "It comes with the course’s extra authors."
    )


def test_a_text_that_is_too_hard(tmp_path: Path) -> None:
    (fault,) = hard_texts(written(tmp_path, LONG))
    # 60 long words, then påstår och ett till: 64 words in 1 sentence, 100 * 60 / 64 long.
    assert fault.told("sv") == (
        "notebooks/source/00-start.md, rad 1: Texten på svenska är svår att läsa: LIX 158. "
        "Korta meningar och ord tills det är högst 45."
    )
    english = ("A claim", "A claim " + "of institutional responsibility " * 30)
    (fault,) = hard_texts(written(tmp_path, english))
    assert "in English is hard to read: Flesch–Kincaid" in fault.told("en")
    assert fault.told("en").endswith("until it is 11 at most.")


def sizes(*lessons: Source) -> list[tuple[str, object]]:
    return [(one.key, one.values["given"]) for one in size_faults(lessons)]


def test_a_course_that_is_too_short(tmp_path: Path) -> None:
    assert sizes(written(tmp_path)) == [("few-exercises", 1)]
    (exercises,) = size_faults([written(tmp_path)])
    assert exercises.told("sv") == (
        "notebooks/source, rad 1: Kursen har 1 övningar. Det ska vara minst 60."
    )


def test_enough_exercises(tmp_path: Path) -> None:
    def shown(times: int) -> str:
        return "\n```\n\n```{code-cell}\n".join([":exercise: climate"] * times)

    enough = written(tmp_path, (HOOD, shown(FEWEST_EXERCISES - 1)))
    assert "few-exercises" not in dict(sizes(enough))
    assert "few-exercises" in dict(sizes(written(tmp_path, (HOOD, shown(FEWEST_EXERCISES - 2)))))
