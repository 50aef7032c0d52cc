"""What a text says otherwise than the cast is told, and what it says rightly is not.

The right days are those of a calendar for 2026: 5 October is a Monday, 26 October the Monday of
the fourth week, 13 November a Friday, and 15 November the last Sunday.
"""

from pathlib import Path

import pytest

from course.content.course import Course, ours
from course.studio.story_faults import counted, texts_faults, unsaid
from course.studio.texts import texts_of


def told(folder: Path, swedish: str, english: str, lesson: str = "04-leadership") -> list[str]:
    """What is wrong with an exercise that has this text, in a folder laid over the course."""
    file = folder / "exercises" / lesson / "own.yml"
    file.parent.mkdir(parents=True, exist_ok=True)
    rows = "".join(
        f"  {code}: |\n    {text}\n" for code, text in (("sv", swedish), ("en", english))
    )
    file.write_text(f"id: own\nprompt:\n{rows}", encoding="utf-8")
    course = Course.open(ours().folders[0], folder)
    return [fault.key for fault in texts_faults(course, file, texts_of(course, file))]


SOUND = "Inget."


@pytest.mark.parametrize(
    ("swedish", "key"),
    [
        ("Karin Lindgren ringer.", "story-surname"),
        ("Lotta Brodin, planerare, ringer.", "story-nobody"),
        ("Johan Ekberg, samordnare, ringer.", "story-post"),
        ("Pernilla, vår planerare, ringer.", "story-post"),
        ("Det säger enhetschefen Eva Rosander.", "story-post"),
        ("Annika Bergdahl på bistånd ringer.", "story-unit"),
        ("Lena Holmqvist, som är enhetschef på funktionsstöd, ringer.", "story-unit"),
        ("Torsdag den 13 november svarar jag.", "story-weekday"),
        ("Försök till och med den 14 november.", "story-date"),
        ("Den 14 november 2026 är en verklig dag.", None),
        ("Fredagen den 25 december 2026 är en lördag.", None),
        ("Lördagen den 25 december 2026.", "story-weekday"),
        ("Det är måndag i försökets tredje vecka.", "story-week"),
        ("Det är tisdag i försökets fjärde vecka.", "story-week"),
        ("Det är bara två veckor kvar.", "story-count"),
        ("De började för 20 dagar sedan.", "story-count"),
        ("Försöket är fem veckor långt.", "story-count"),
        ("På Kajgatan bor 24 personer.", "story-count"),
    ],
)
def test_what_is_wrong_in_swedish(tmp_path: Path, swedish: str, key: str | None) -> None:
    assert told(tmp_path, swedish, SOUND) == ([key] if key else [])


@pytest.mark.parametrize(
    ("english", "key"),
    [
        ("Karin Lindgren rings.", "story-surname"),
        ("Lotta Brodin, the scheduler, rings.", "story-nobody"),
        ("Johan Ekberg, the coordinator, rings.", "story-post"),
        ("So says unit manager Eva Rosander.", "story-post"),
        ("Annika Bergdahl in needs assessment rings.", "story-unit"),
        ("I will answer on Thursday 13 November.", "story-weekday"),
        ("Trial until 14 November.", "story-date"),
        ("It is Monday in the third week of the trial.", "story-week"),
        ("There are only two weeks left.", "story-count"),
        ("They began 20 days ago.", "story-count"),
        ("The trial lasts five weeks.", "story-count"),
    ],
)
def test_what_is_wrong_in_english(tmp_path: Path, english: str, key: str) -> None:
    assert told(tmp_path, SOUND, english) == [key]


@pytest.mark.parametrize(
    ("swedish", "english"),
    [
        ("Karin Lindqvists plan.", "Karin Lindqvist's plan."),
        ("Lena Holmqvist, som är enhetschef på bistånd.", "Lena Holmqvist in needs assessment."),
        ("Socialchefen Eva Rosander.", "Ahmed Mansour, budget and debt adviser."),
        ("Fredag den 13 november.", "Friday 13 November."),
        ("Måndag i försökets fjärde vecka.", "Monday in the fourth week of the trial."),
        ("Det är tre veckor kvar.", "There are three weeks left."),
        ("Peter Senge ringer.", "Karin, Johan and Eva ring."),
    ],
)
def test_what_is_right(tmp_path: Path, swedish: str, english: str) -> None:
    found = told(tmp_path, swedish, english)
    # The one author who has a first name of the story's and stands in no bibliography is told.
    assert found == (["story-surname"] if "Senge" in swedish else [])


def test_a_weekday_is_that_of_the_years_of_its_lesson(tmp_path: Path) -> None:
    # 26 November is a Thursday in 2026 and a Friday in 2027, the year of lesson 10.
    thursday = ("Torsdagen den 26 november.", "Thursday 26 November.")
    assert told(tmp_path, *thursday, "10-your-plan") == ["story-weekday"] * 2
    friday = ("Fredagen den 26 november.", "Friday 26 November.")
    assert told(tmp_path, *friday, "10-your-plan") == []


@pytest.mark.parametrize(
    ("lesson", "swedish", "english", "keys"),
    [
        ("04-leadership", "Tisdag i månaden.", "Tuesday again.", ["story-weekday"] * 2),
        ("04-leadership", "Måndag i månaden.", "Monday again.", []),
        ("05-idea-to-use", "November 2026. Regn.", "November 2026. Rain.", ["story-month"] * 2),
        ("05-idea-to-use", "December 2026. Regn.", "December 2026. Rain.", []),
    ],
)
def test_how_a_lesson_opens(
    tmp_path: Path, lesson: str, swedish: str, english: str, keys: list[str]
) -> None:
    file = tmp_path / "notebooks" / "source" / f"{lesson}.md"
    file.parent.mkdir(parents=True)
    text = ours().file(f"notebooks/source/{lesson}.md").read_text(encoding="utf-8")
    head = text[: text.index("+++")]
    cells = "".join(
        f'+++ {{"language": "{code}"}}\n\n# T\n\n{words}\n\n'
        for code, words in (("sv", swedish), ("en", english))
    )
    file.write_text(head + cells, encoding="utf-8")
    course = Course.open(ours().folders[0], tmp_path)
    assert [fault.key for fault in texts_faults(course, file, texts_of(course, file))] == keys


def test_a_way_of_counting_that_no_text_uses_is_told_at_its_line() -> None:
    course = ours()
    file = course.file("exercises/01-what-counts/vague-idea.yml")
    ways = counted(course, file, texts_of(course, file))
    used = {(id, language, way) for id, language, way in ways}
    assert ("on-kajgatan", "sv", "De # som har hemtjänst på Kajgatan") in used
    faults = list(unsaid(course, used))
    text = course.file("data/cast.yml").read_text(encoding="utf-8").splitlines()
    assert faults
    for fault in faults:
        assert fault.key == "cast-unsaid"
        assert str(fault.values["way"]) in text[fault.line - 1]
