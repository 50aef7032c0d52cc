"""What is printed for a group: the guide, the hand-outs, and what is said where one can't be."""

import re
from html import unescape
from io import BytesIO
from pathlib import Path
from time import sleep

import pytest
from lesson_text import led, line, written
from pypdf import PdfReader

from course.content.course import Course, ours
from course.content.meeting import EXERCISE
from course.faults import FaultError
from course.kinds import KINDS
from course.paths import LANGUAGES
from course.studio.facilitator import Slip, cells_of
from course.studio.guide import documents, main
from course.studio.paper.answered import exercise
from course.studio.paper.blocks import Document, flowing
from course.studio.paper.guide import guide
from course.studio.paper.handouts import answers, cards, joining, sheet, together
from course.studio.paper.lesson import Led
from course.studio.paper.told import points
from course.studio.paper.written import Printer, html
from course.studio.source import sources
from course.words import say

in_both_languages = pytest.mark.parametrize("language", LANGUAGES)


def text_of(document: Document) -> str:
    """The words of a document's page, without its marks."""
    body = html(document).partition("<body>")[2]
    return unescape(re.sub(r"[ \n]+", " ", re.sub(r"<[^>]+>", " ", body)))


def of_lesson(lesson: str, language: str) -> Led:
    return Led.of(next(one for one in sources(ours()) if one.lesson == lesson), language)


@pytest.fixture
def small(tmp_path: Path) -> Led:
    return Led.of(led(tmp_path)[0], "en")


def test_the_run_sheet_has_a_clock_for_each_route(small: Led) -> None:
    """The hour leaves the opening out: 40 minutes and the jigsaw's 20. 90 has 30 more."""
    steps = [block for block in guide(small).blocks if block["is"] == "step"]
    assert [(one["clock"], one["beside"]) for one in steps] == [
        ("0–30", "only in 90\u00a0min"),
        ("30–70", "60\u00a0min: 0–40"),
        ("70–90", "60\u00a0min: 40–60"),
    ]


@pytest.mark.parametrize("lesson", [one.lesson for one in sources(ours())])
def test_who_runs_late_has_something_to_cut_on_either_route(lesson: str) -> None:
    """What is left out of the hour cannot be cut from it."""
    meeting = of_lesson(lesson, "en").meeting
    named = {*EXERCISE.findall(meeting.late.en)}
    assert named == {*EXERCISE.findall(meeting.late.sv)}
    in_hour = {id for one, _, _ in meeting.clock("hour") for id in one.exercises}
    assert named & in_hour


def test_what_to_bring_says_what_the_hour_does_without() -> None:
    text = text_of(guide(of_lesson("06-across-boundaries", "en")))
    assert "a set for each group (Who do you need for this?: if you have longer)" in text
    assert "the exercise sheet, one each (Draw your network)" in text
    assert "Samira is away: only in 90\u00a0min" in text


@in_both_languages
def test_the_rules_are_said_first_and_the_two_questions_stand_in_the_last_step(
    language: str,
) -> None:
    lesson_led = of_lesson("06-across-boundaries", language)
    made = guide(lesson_led)
    rules = next(one for one in ours().leading.sections if one.id == "rules")
    text = text_of(made)
    at = text.index(say("guide.run-sheet", language))
    for one in rules.lines:
        assert text.index(one.in_language(language)) < at
    *_, last = [one for one in made.blocks if one["is"] == "step" and one["clock"][0] != "+"]
    questions = lesson_led.cells.questions.splitlines()[0].removeprefix("1. ")
    assert questions in "".join(
        words
        for one in last["blocks"]
        if one["is"] == "list"
        for item in one["items"]
        for words, _ in item
    )


def test_a_scene_is_on_the_paper_without_what_cites(small: Led) -> None:
    assert "A claim, and another." in text_of(guide(small))


def test_each_table_has_a_slip_whose_words_are_no_html(small: Led) -> None:
    assert small.cells.slips == (
        Slip("Home care", "\n\nYou know when.\n\n"),
        Slip("Needs assessment", "\n\nYou know <b>why</b>."),
    )
    pages = [html(document) for document in documents(small)]
    assert any("You know &lt;b&gt;why&lt;/b&gt;." in page for page in pages)
    assert "Choose &lt;b&gt;one&lt;/b&gt;." in pages[0]


def test_a_term_is_a_plain_word_on_paper(small: Led) -> None:
    assert "Ask what is urgent." in text_of(guide(small))


def test_an_answer_to_be_ready_for_stands_with_its_exercise() -> None:
    """In 06 each item names an exercise that the meeting takes up: none is left for the end."""
    lesson_led = of_lesson("06-across-boundaries", "en")
    text = text_of(guide(lesson_led))
    then = text.rindex("Who meets, and who does not? all together")
    assert text.index("not an organisation chart, and ask") < then
    headings = [one["text"] for one in guide(lesson_led).blocks if one["is"] == "heading"]
    assert "Answers to be ready for" not in headings


@in_both_languages
def test_no_answer_stands_without_its_question(language: str) -> None:
    """eight-of-ten asks what lacks support: its answer alone says what the course warns of."""
    question = ours().exercise("01-what-counts", "eight-of-ten").prompt.in_language(language)
    text = text_of(guide(of_lesson("01-what-counts", language)))
    first = (
        "Åtta av tio kommuner är innovativa."
        if language == "sv"
        else "Eight in ten municipalities are"
    )
    assert text.index(flowing(question)) < text.index(first)


def test_what_holds_and_what_tempts_are_told_with_the_exercises_own_reasons() -> None:
    """The numbers are those of the exercise's feedback, filled in from the data."""
    text = text_of(guide(of_lesson("06-across-boundaries", "en")))
    assert "✓ When they collaborate formally, on a joint project. Of 178 formal ties" in text
    assert "Information crosses the boundaries: 286 of 452 ties run between units." in text


@in_both_languages
def test_what_a_class_can_do_on_its_phones_is_on_the_paper(language: str) -> None:
    text = text_of(guide(of_lesson("07-how-ideas-travel", language)))
    for name in ("crowd", "bridge"):
        assert say(f"class.{name}-say", language) in text
        assert say(f"class.{name}-do", language) in text
    none = of_lesson("08-public-and-private", language)
    assert none.meeting.together == ()
    assert say("guide.phones", language) not in text_of(guide(none))


@in_both_languages
@pytest.mark.parametrize("lesson", [one.lesson for one in sources(ours())])
def test_every_guide_can_be_run_from(lesson: str, language: str) -> None:
    """All that is said, the case with its key and its law, and every table's name are there."""
    lesson_led = of_lesson(lesson, language)
    text = text_of(guide(lesson_led))
    jigsaw = lesson_led.meeting.jigsaw
    assert jigsaw is not None
    for one in (
        *(activity.say for activity in lesson_led.meeting.activities),
        jigsaw.key,
        jigsaw.law,
    ):
        assert re.sub(r"[*]", "", lesson_led.said(one)) in text
    for slip in lesson_led.cells.slips:
        assert slip.unit in text
    assert lesson_led.title in text
    assert "{" not in text


@pytest.mark.parametrize("lesson", [one.lesson for one in sources(ours())])
def test_the_sheet_tells_no_answer_and_the_answers_do(lesson: str) -> None:
    """What it must not tell is why anything holds: the reason of each answer that does."""
    lesson_led = of_lesson(lesson, "en")
    asked, told = text_of(sheet(lesson_led)), text_of(answers(lesson_led))
    for id in lesson_led.meeting.exercises:
        assert lesson_led.exercise(id).title.in_language("en") in asked
        for point in points(lesson_led.exercise(id), "en"):
            if point.holding and point.holding.why:
                assert point.holding.why not in asked
                assert point.holding.why in told


def test_cards_are_never_in_the_order_that_is_right() -> None:
    course = ours()
    ids = [(one, id) for one in course.lessons() for id in course.exercises(one)]
    every = [course.exercise(*one) for one in ids]
    for cards_of in [one for one in every if one.kind in ("order", "sort")]:
        kind = KINDS[cards_of.kind]
        for language in LANGUAGES:
            key = kind.recall(cards_of, kind.key(cards_of), language)
            places = [key.index(row) for row in kind.sheet(cards_of, language).rows]
            assert places != sorted(places), cards_of.id


def test_cards_to_cut_stand_for_each_exercise_that_needs_them() -> None:
    made = cards(of_lesson("06-across-boundaries", "sv"))
    assert made is not None
    assert len(next(one for one in made.blocks if one["is"] == "cards")["items"]) == 10
    assert "Regionen; Ett företag; Ett lärosäte" in text_of(made)


def test_a_half_day_and_a_day_add_up() -> None:
    """90 + 20 + 90 + 10 minutes, and 15 + 60 + 15 + 60 + 60 + 90 + 20 + 60 + 10."""
    half, day = ours().leading.programmes
    assert (half.minutes, day.minutes) == (210, 390)
    assert "3 h 30 min in all" in text_of(together(ours(), "en"))


@in_both_languages
def test_pages_fetch_nothing(language: str) -> None:
    for document in (joining(ours(), language), *documents(of_lesson("00-start", language))):
        page = html(document)
        assert f'<html lang="{language}">' in page
        assert not re.search(r"(?:src|href)=|url\((?!data:)|https?://", page)


@in_both_languages
def test_a_pdf_is_tagged_and_has_a_title_a_language_and_numbered_pages(language: str) -> None:
    """What a screen reader needs of a PDF (PDF/UA-1, ISO 14289-1): tags, language, title."""
    lesson_led = of_lesson("06-across-boundaries", language)
    with Printer.open() as printer:
        read = PdfReader(BytesIO(printer.pdf(guide(lesson_led))))
    root = read.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert str(root["/Lang"]).startswith(language)
    assert lesson_led.title in str(read.metadata and read.metadata.title)
    text = read.pages[1].extract_text()
    assert re.search(rf"2 / {len(read.pages)}", text)
    assert lesson_led.title in text


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        pytest.param("### Answers to be ready for", "### Plan", "guide-parts", id="other heading"),
        pytest.param("### Answers to be ready for", "Answers", "guide-parts", id="no heading"),
        pytest.param("#### Needs assessment", "**Needs**", "guide-slips", id="one slip"),
    ],
)
def test_a_cell_that_lacks_something_is_told(tmp_path: Path, old: str, new: str, key: str) -> None:
    source = written(tmp_path, (old, new))
    with pytest.raises(FaultError) as told:
        cells_of(source, "en")
    assert told.value.fault.key == key
    assert told.value.fault.line >= line("## For those who lead a group") - 2


def test_a_lesson_without_a_cell_for_leaders_is_told(tmp_path: Path) -> None:
    source = written(tmp_path)
    source.text = source.text.partition('+++ {"language": "sv", "audience"')[0]
    with pytest.raises(FaultError, match="nothing for those who lead a group"):
        Led.of(source, "sv")


def test_an_unknown_lesson_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["99-nowhere"], tmp_path) == 1
    assert "99-nowhere" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_lesson_is_printed_by_its_number_in_each_language(tmp_path: Path) -> None:
    assert main(["06"], tmp_path) == 0
    made = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.suffix}
    names = [
        f"06-across-boundaries{part}" for part in ("", "-sheet", "-answers", "-slips", "-cards")
    ]
    assert made == {
        f"{language}/{name}.{ending}"
        for language in LANGUAGES
        for name in names
        for ending in ("html", "pdf")
    }


def test_no_line_of_paper_parts_a_figure() -> None:
    """What is read out in lesson 06: admissions went from 9,300 to 7,300."""
    page = html(guide(of_lesson("06-across-boundaries", "sv")))
    assert "9\u00a0300\u00a0år 1998 till omkring 7\u00a0300\u00a0år" in page
    assert "OSL 26\u00a0kap.\u00a01\u00a0§" in page


@in_both_languages
def test_a_drawing_has_a_page_with_ones_own_unit_in_it(language: str) -> None:
    """The prompt of own-network says that the unit is there already."""
    lesson_led = of_lesson("06-across-boundaries", language)
    made = sheet(lesson_led).blocks
    at = next(n for n, one in enumerate(made) if one["is"] == "frame")
    assert made[at]["middle"] == ("Vår enhet" if language == "sv" else "Our unit")
    title = lesson_led.exercise("own-network").title.in_language(language)
    heading = next(n for n, one in enumerate(made) if one.get("text") == title)
    assert made[heading - 1]["is"] == made[at + 1]["is"] == "break"


@in_both_languages
@pytest.mark.parametrize("lesson", [one.lesson for one in sources(ours())])
def test_paper_promises_nothing_that_a_screen_alone_does(lesson: str, language: str) -> None:
    """A map that is drawn with a pen goes into no plan; the promise is on the card alone.

    The words are those in which prompts have told of a screen: a plan that is filled in, what is
    shown afterwards, a way back, an explanation that stands below.
    """
    lesson_led = of_lesson(lesson, language)
    printed = text_of(sheet(lesson_led))
    for id in ours().exercises(lesson):
        if told := lesson_led.exercise(id).on_screen:
            assert told.in_language(language) not in printed
    screens = (
        r"i din plan|gå tillbaka|[Ff]örklaringen|visas bredvid|får du se|Efteråt ser|på\s+tavlan"
        if language == "sv"
        else r"into your plan|go back|explanation|shown beside|you will see|on the board\b"
    )
    for id in lesson_led.meeting.exercises:
        asked = lesson_led.exercise(id).prompt.in_language(language)
        assert re.search(screens, asked) is None, id


@in_both_languages
@pytest.mark.parametrize(
    ("lesson", "id"), [("03-culture", "my-idea"), ("05-idea-to-use", "order-the-channel")]
)
def test_what_is_played_has_its_best_way_under_that_name(
    lesson: str, id: str, language: str
) -> None:
    """Lines that somebody says, or steps in their order, belong to no group."""
    (made,) = exercise(ours().exercise(lesson, id), language)[1:]
    assert made["heads"][0] == say("guide.holds", language)


@in_both_languages
@pytest.mark.parametrize("lesson", ["01-what-counts", "05-idea-to-use"])
def test_one_s_own_municipality_stands_on_the_paper(
    tmp_path: Path, lesson: str, language: str
) -> None:
    """Both lessons name the municipality in what is said to the group."""
    (tmp_path / "data").mkdir()
    names = "municipality: {sv: Sandvik, en: Sandvik}\n"
    (tmp_path / "data" / "cast.yml").write_text(names, encoding="utf-8")
    course = Course.under(tmp_path)
    source = next(one for one in sources(course) if one.lesson == lesson)
    pages = [text_of(document) for document in documents(Led.of(source, language))]
    assert any("Sandvik" in page for page in pages)
    assert not [page for page in pages if "Älvhamn" in page]


def test_what_is_printed_at_another_time_has_the_same_bytes(small: Led) -> None:
    """A folder for the web that is built twice is the same; fontTools dates what it saves."""
    printed = []
    for second in range(2):
        with Printer.open() as printer:
            printed.append(printer.pdf(sheet(small)))
        if not second:
            sleep(1.1)
    assert printed[0] == printed[1]
