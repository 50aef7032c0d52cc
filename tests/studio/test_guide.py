"""The facilitator's guide: what a page says, and what is said of a cell that can't become one."""

import re
from html import unescape
from pathlib import Path

import pytest
from lesson_text import line, written

from course.content.course import ours
from course.faults import FaultError
from course.paths import LANGUAGES
from course.studio.guide import Guide, Moment, Slip, guide, main, page
from course.studio.source import sources
from course.words import say

in_both_languages = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture
def small(tmp_path: Path) -> Guide:
    return guide(written(tmp_path), "en")


def test_the_run_sheet_has_a_clock(small: Guide) -> None:
    assert small.moments == (
        Moment(0, 5, "The opening", "Read aloud."),
        Moment(5, 15, "<em>What do you want to learn first?</em>", "In pairs."),
    )


def test_each_unit_has_a_slip_whose_words_are_no_html(small: Guide) -> None:
    assert small.slips == (
        Slip("Home care", "<p>You know when.</p>\n"),
        Slip("Needs assessment", "<p>You know &lt;b&gt;why&lt;/b&gt;.</p>\n"),
    )
    assert small.split == "<p>Two groups get a slip each.</p>\n"


def test_a_term_is_a_plain_word_on_paper(small: Guide) -> None:
    assert "Ask what is urgent." in small.expected


def test_each_exercise_tells_its_answer_if_it_has_one(tmp_path: Path) -> None:
    source = written(tmp_path, (": goal", ": safe-to-challenge"))
    (estimated,) = guide(source, "en").tasks
    assert estimated.answer == ("46.9 in 100 who answered",)  # Civil Service People Survey 2024
    (chosen,) = guide(written(tmp_path), "en").tasks
    assert chosen.answer == ()  # a goal has no right answer


@in_both_languages
def test_no_answer_stands_without_its_question(tmp_path: Path, language: str) -> None:
    """eight-of-ten asks what lacks support: its answer alone says what the course warns of."""
    source = written(tmp_path, (": goal", ": eight-of-ten"), name="01-what-counts")
    question = ours().exercise("01-what-counts", "eight-of-ten").prompt.in_language(language)
    text = unescape(page(guide(source, language)))
    assert text.index(question) < text.index(say("guide.holds", language))


def test_the_key_is_not_told_as_the_leaders_own_answer(tmp_path: Path) -> None:
    """Whoever leads a group has answered nothing; a statement stands with its answer alone."""
    (task,) = guide(written(tmp_path, (": goal", ": statements")), "en").tasks
    assert task.answer[1] == (
        "When something new has been introduced, you can take it that things got better. "
        "Answer: “False”, 100 per cent sure."
    )


@in_both_languages
def test_the_page_says_it_all_and_fetches_nothing(tmp_path: Path, language: str) -> None:
    made = guide(written(tmp_path), language)
    text = page(made)
    assert f'<html lang="{language}">' in text
    for words in (
        made.title,
        *(moment.how for moment in made.moments),
        *(task.title for task in made.tasks),
        *(slip.html for slip in made.slips),
        say("guide.private", language),
        made.expected,
        made.questions,
    ):
        assert words in text
    assert "{" not in re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL)
    assert not re.search(r"(?:src|href)=|url\((?!data:)|https?://", text)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        pytest.param("### Run sheet", "### Plan", "guide-parts", id="another heading"),
        pytest.param("### Answers to be ready for", "Answers", "guide-parts", id="no heading"),
        pytest.param("| 5 | The", "| five | The", "guide-minutes", id="minutes in words"),
        pytest.param("| 5 | The", "| | The", "guide-minutes", id="no minutes"),
        pytest.param("#### Needs assessment", "**Needs**", "guide-slips", id="one slip"),
    ],
)
def test_a_cell_that_lacks_something_is_told(tmp_path: Path, old: str, new: str, key: str) -> None:
    source = written(tmp_path, (old, new))
    with pytest.raises(FaultError) as told:
        guide(source, "en")
    assert told.value.fault.key == key
    assert told.value.fault.line >= line("## For those who lead a group") - 2


def test_a_run_sheet_without_a_table_is_told(tmp_path: Path) -> None:
    """Nothing but a sentence below its heading, as a first draft has it."""
    source = written(tmp_path)
    source.text = re.sub(r"^\|.*\n", "", source.text, flags=re.MULTILINE)
    with pytest.raises(FaultError) as told:
        guide(source, "en")
    assert told.value.fault.key == "guide-minutes"


def test_a_lesson_without_a_cell_for_leaders_is_told(tmp_path: Path) -> None:
    source = written(tmp_path)
    source.text = source.text.partition('+++ {"language": "sv", "audience"')[0]
    with pytest.raises(FaultError, match="nothing for those who lead a group"):
        guide(source, "sv")


def test_an_unknown_lesson_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["99-nowhere"], tmp_path) == 1
    assert "99-nowhere" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_every_lesson_has_a_page_in_each_language(tmp_path: Path) -> None:
    assert main([], tmp_path) == 0
    made = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.html"))
    lessons = [source.lesson for source in sources(ours())]
    assert made == sorted(f"{language}/{id}.html" for language in LANGUAGES for id in lessons)
