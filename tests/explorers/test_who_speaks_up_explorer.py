"""Who speaks up? By hand, with thresholds that are made up and said to be."""

import pytest
from told import crowd, exercise, look, quoted, right

from course.explorers.who_speaks_up import THRESHOLDS, thresholds

PLACE = "03-culture/who-speaks-up"
NAME = "who-speaks-up"
SIGH, NOTHING, THANKS = range(3)


@pytest.mark.parametrize(
    ("met", "begin", "steps"),
    # By hand, counting in each step those whose threshold is at most the number before.
    [
        (NOTHING, 0, [2, 4]),
        (NOTHING, 1, [3, 5, 7, 10, 13, 16, 19, 20]),
        (THANKS, 0, [3, 4, 6, 9, 13, 17, 20]),
        (SIGH, 0, []),
        (SIGH, 1, [1, 3, 5]),
        (SIGH, 2, [2, 5, 6, 8, 11, 13, 15, 17, 19, 20]),
    ],
)
def test_the_meeting_goes_as_by_hand(met: int, begin: int, steps: list[int]) -> None:
    picture = look(NAME, {"met": met, "begin": begin}, "en")
    speak = steps[-1] if steps else 0
    assert picture.message.startswith(f"{speak} of 20" if speak else "Nobody among the 20")
    assert ", ".join(map(str, steps)) in picture.reading
    assert ("It never stops" in picture.reading) == (speak == 20)
    assert crowd(picture) == [speak, 20 - speak]
    speaking = sum(int(row[1]) for row in picture.table.rows if row[2] == "yes")
    assert speaking == speak
    assert sum(int(row[1]) for row in picture.table.rows) == 20


def test_a_sigh_and_thanks_move_everyone_by_one() -> None:
    def each(met: int) -> list[int]:
        return thresholds({"met": met, "begin": 0})

    assert each(NOTHING) == sorted(THRESHOLDS)
    assert each(SIGH) == [threshold + 1 for threshold in each(NOTHING)]
    assert each(THANKS) == [max(0, threshold - 1) for threshold in each(NOTHING)]


def test_those_who_promise_wait_for_nobody() -> None:
    # By hand: the tenth, the eleventh and the twelfth would wait for 8, 8 and 9.
    assert THRESHOLDS[9:12] == (8, 8, 9)
    assert thresholds({"met": NOTHING, "begin": 2}) == sorted(
        [0, 0, *THRESHOLDS[:9], *THRESHOLDS[11:]]
    )
    assert thresholds({"met": SIGH, "begin": 3})[:5] == [0, 0, 0, 1, 1]


@pytest.mark.parametrize(("language", "word"), [("sv", "Illustration"), ("en", "illustration")])
def test_the_screen_says_that_it_is_an_illustration(language: str, word: str) -> None:
    caption = look(NAME, {"met": NOTHING, "begin": 0}, language).caption
    assert word in caption.split(":")[0]
    assert {"sv": "påhittade", "en": "made up"}[language] in caption


def test_the_exercise_quotes_the_model() -> None:
    assert quoted(PLACE, "everyone") == {"3", "4", "6", "9", "13", "17", "20"}
    assert exercise(PLACE)["model"] == NAME
    assert right(PLACE) == ["everyone"]
