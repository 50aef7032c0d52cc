"""The pictures of a learner's own answers: what their words and tables say, in numbers."""

from typing import Any, cast

import pytest
from attrs import evolve

from course.content.reading import build
from course.kinds import KINDS
from course.kinds.confidence.picture import of_confidence
from course.kinds.scale.picture import of_profile
from course.paths import LANGUAGES


def text(words: str) -> dict[str, str]:
    return {"sv": f"{words} sv", "en": f"{words} en"}


def made(kind: str, **fields: Any) -> Any:
    head = {name: text(name) for name in ("title", "prompt", "objective")}
    return build({"id": "one", "kind": kind, "minutes": 2, **head, **fields})


STATEMENTS = made(
    "confidence",
    statements=[
        {"id": id, "text": text(id), "feedback": text(f"why {id}"), "holds": id in "abcde"}
        for id in "abcdefghij"
    ],
)
LEVELS = ("low", "middle", "high")
AREAS = made(
    "scale",
    points=[text(f"point {n}") for n in range(1, 6)],
    areas=[
        {
            "id": id,
            "text": text(id),
            "items": [{"id": f"{id}{n}", "text": text(f"{id}{n}")} for n in (1, 2)],
            **{level: text(f"{id} {level}") for level in LEVELS},
        }
        for id in ("mission", "time", "safety")
    ],
)


def detail_of(exercise: Any, answer: Any) -> Any:
    kind = KINDS[exercise.kind]
    return kind.judge(exercise, kind.accept(exercise, answer)).detail


def judged(right: int, *sure: int) -> dict[str, dict[str, object]]:
    """Ten statements, the first so many judged as they are, as sure as told in turn."""
    return {
        id: {"holds": (id in "abcde") == (i < right), "sure": sure[i % len(sure)]}
        for i, id in enumerate("abcdefghij")
    }


@pytest.mark.parametrize(
    ("answer", "swedish", "english", "brier"),
    # By hand. Ten statements: right so many, sure as told; Brier is the mean of the squares.
    [
        (
            judged(5, 90),
            "Du var säkrare än du hade fog för: i snitt 90 procent säker, "
            "men du hade rätt i 50 procent av fallen.",
            "You were overconfident: 90 per cent sure on average, "
            "but right in 50 per cent of cases.",
            ("0,41", "0.41"),  # (5 · .01 + 5 · .81)/10
        ),
        (
            judged(10, 60),
            "Du hade rätt oftare än du trodde: i snitt 60 procent säker, "
            "men du hade rätt i 100 procent av fallen.",
            "You were right more often than you thought: 60 per cent sure on average, "
            "but right in 100 per cent of cases.",
            ("0,16", "0.16"),
        ),
        (
            judged(7, 80),
            "Du var ungefär så säker som du hade fog för: i snitt 80 procent säker, "
            "och du hade rätt i 70 procent av fallen.",
            "You were about as sure as you had reason to be: 80 per cent sure on average, "
            "and right in 70 per cent of cases.",
            ("0,22", "0.22"),  # (7 · .04 + 3 · .64)/10
        ),
        (
            judged(9, 80),
            "Du var ungefär så säker som du hade fog för: i snitt 80 procent säker, "
            "och du hade rätt i 90 procent av fallen.",
            "You were about as sure as you had reason to be: 80 per cent sure on average, "
            "and right in 90 per cent of cases.",
            ("0,10", "0.10"),  # (9 · .04 + .64)/10
        ),
        (
            judged(6, 70, 80, 70, 70, 70),  # sure by 72 on average, 12 more than right
            "Du var säkrare än du hade fog för: i snitt 72 procent säker, "
            "men du hade rätt i 60 procent av fallen.",
            "You were overconfident: 72 per cent sure on average, "
            "but right in 60 per cent of cases.",
            ("0,26", "0.26"),  # a to f: 5 · .09 + .04; g: .64; h, i, j: 3 · .49; in all 2.6
        ),
    ],
)
def test_how_sure_beside_how_right_in_words(
    answer: Any, swedish: str, english: str, brier: tuple[str, str]
) -> None:
    detail = detail_of(STATEMENTS, answer)
    for language, message, score in zip(LANGUAGES, (swedish, english), brier, strict=True):
        picture = of_confidence(STATEMENTS, detail, language)
        assert picture.message == message
        assert f": {score}. " in picture.reading
        # Who cannot see the figure hears the same numbers.
        assert picture.description == f"{message} {picture.reading}"


def test_the_table_has_a_row_for_each_level_that_was_used() -> None:
    # By hand: a, c, e, g, i at 60, the others at 100; the first four are right.
    picture = of_confidence(STATEMENTS, detail_of(STATEMENTS, judged(4, 60, 100)), "en")
    table, drawing = picture.table, cast(Any, picture.drawing)
    assert table.columns == ("How sure", "Statements", "Right")
    assert table.rows == (("60%", "5", "2"), ("100%", "5", "2"))
    assert drawing["levels"] == [
        {"sure": 60, "n": 5, "right": 2},
        {"sure": 100, "n": 5, "right": 2},
    ]


def test_the_profile_names_its_highest_and_lowest_area() -> None:
    answer = {"mission1": 2, "mission2": 3, "time1": 5, "safety1": 1, "safety2": 2}
    detail = detail_of(AREAS, answer)
    swedish = of_profile(AREAS, detail, "sv")
    assert swedish.message == "Högst ligger time sv, lägst safety sv."
    assert swedish.table.rows == (("mission sv", "2,5"), ("time sv", "5,0"), ("safety sv", "1,5"))
    english = of_profile(AREAS, detail, "en")
    assert english.message == "time en is highest, safety en lowest."
    assert english.table.rows[0] == ("mission en", "2.5")
    assert english.description == english.message
    drawing: Any = english.drawing
    assert [(area["text"], area["mean"]) for area in drawing["areas"]] == [
        ("mission en", 2.5), ("time en", 5), ("safety en", 1.5),
    ]  # fmt: skip
    assert (drawing["points"], drawing["ends"]) == (5, ["point 1 en", "point 5 en"])


def test_an_area_that_was_passed_over_is_neither() -> None:
    picture = of_profile(AREAS, detail_of(AREAS, {"mission1": 4, "time1": 2}), "en")
    assert picture.message == "mission en is highest, time en lowest."
    assert picture.table.rows[2] == ("safety en", "–")


@pytest.mark.parametrize("answer", [{"time1": 3}, {"mission1": 2, "time2": 2, "safety1": 2}])
def test_a_level_profile_has_neither_highest_nor_lowest(answer: dict[str, int]) -> None:
    assert (
        of_profile(AREAS, detail_of(AREAS, answer), "sv").message
        == "Alla områden ligger lika högt."
    )


AGAIN = evolve(AREAS, again="00-start/climate")


def both(then: dict[str, int], now: dict[str, int]) -> Any:
    """The detail of a self-assessment that is made again, first on 5 October 2026."""
    before = {"profile": detail_of(AREAS, then)["profile"], "time": "2026-10-05T12:00:00.000Z"}
    return {**detail_of(AGAIN, now), "before": before}


def test_then_and_now_stand_side_by_side() -> None:
    then = {"mission1": 2, "mission2": 3, "time1": 5, "safety1": 1}
    now = {"mission1": 4, "time1": 4, "time2": 4, "safety1": 1}
    picture = of_profile(AGAIN, both(then, now), "sv")
    # By hand: 2.5 to 4 is the longest way; 5 to 4, and 1 to 1.
    assert picture.message == "Störst är skillnaden för ”mission sv”: 2,5 då och 4,0 nu."
    assert picture.table.columns == ("Område", "Då, 5 oktober 2026", "Nu")
    assert picture.table.rows == (
        ("mission sv", "2,5", "4,0"),
        ("time sv", "5,0", "4,0"),
        ("safety sv", "1,0", "1,0"),
    )
    assert picture.reading.startswith("mission sv: 2,5 då, 4,0 nu. time sv: 5,0 då, 4,0 nu.")
    assert "Högre är inte bättre" in picture.caption
    assert picture.description == f"{picture.message} {picture.reading}"
    drawing: Any = picture.drawing
    assert drawing["times"] == ["Då, 5 oktober 2026", "Nu"]
    assert [(area["before"], area["mean"]) for area in drawing["areas"]] == [
        (2.5, 4), (5, 4), (1, 1),
    ]  # fmt: skip


def test_less_than_before_is_told_as_plainly_as_more() -> None:
    then, now = {"mission1": 5, "safety1": 1}, {"mission1": 2, "time1": 3, "safety1": 3}
    picture = of_profile(AGAIN, both(then, now), "en")
    # By hand: three down is further than two up.
    assert picture.message == "The difference is largest for “mission en”: 5.0 then and 2.0 now."
    assert picture.table.rows[1] == ("time en", "–", "3.0")


@pytest.mark.parametrize(
    ("then", "now", "message"),
    [
        ({"time1": 3}, {"time1": 3, "safety1": 4}, "All areas are where they were."),
        ({"time1": 3}, {"safety1": 4}, "No area has answers from both times."),
    ],
)
def test_where_nothing_can_be_told_apart(
    then: dict[str, int], now: dict[str, int], message: str
) -> None:
    assert of_profile(AGAIN, both(then, now), "en").message == message


def test_made_again_without_an_earlier_answer_it_says_so() -> None:
    picture = of_profile(AGAIN, detail_of(AGAIN, {"time1": 3}), "en")
    assert picture.caption.startswith("You have no earlier answer")
    assert picture.table.columns == ("Area", "Mean")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("exercise", "answer"), [(STATEMENTS, judged(5, 90)), (AREAS, {"time1": 3})]
)
def test_every_picture_has_a_title_words_and_a_table(
    exercise: Any, answer: Any, language: str
) -> None:
    picture = KINDS[exercise.kind].picture(exercise, detail_of(exercise, answer), language)
    assert picture
    assert all((picture.title, picture.message, picture.caption, picture.reading))
    assert picture.table.caption
    assert all(len(row) == len(picture.table.columns) for row in picture.table.rows)


def test_most_kinds_need_no_picture() -> None:
    assert KINDS["choice"].picture(None, {}, "sv") is None
