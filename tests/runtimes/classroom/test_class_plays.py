"""What the room plays, over a real server: from the first phone to the last step."""

from collections.abc import Iterator
from typing import Any

import pytest

from course.paths import LANGUAGES
from course.words import say
from tests.runtimes.classroom.class_here import ClassHere


class Played:
    """A room of the server that has gone to one of its plays."""

    def __init__(self, here: ClassHere, lesson: str, name: str) -> None:
        self.here = here
        self.room, self.key = here.classroom.begin(lesson, "en")
        (self.step,) = (n for n in self.room.steps_together() if self.room.together(n) == name)
        self.steer("go", self.step)

    def ask(self, what: str, **body: Any) -> tuple[int, Any]:
        """What is asked of the server about the room, and what it told."""
        return self.here.ask(what, **body)

    def steer(self, action: str, value: Any = None) -> None:
        """Let the instructor do something, as the page does."""
        version = self.ask("state", view="lead", key=self.key)[1]["version"]
        status, told = self.ask("steer", key=self.key, version=version, action=action, value=value)
        assert status == 200, told

    def own(self, person: int) -> Any:
        """What a phone is told; whoever asks comes in."""
        return self.ask("own", door=self.room.about.door, token=f"{person:032x}")[1]

    def sends(self, person: int, filled: Any, language: str = "en") -> tuple[int, Any]:
        """A phone sends something."""
        who = {"door": self.room.about.door, "token": f"{person:032x}", "in": language}
        return self.ask("answer", **who, step=self.step, round=1, n=1, filled=filled)

    def screen(self) -> Any:
        """What the big screen is told of the play."""
        state = self.ask("state", view="screen", door=self.room.about.door)[1]
        return state["together"]


@pytest.fixture
def here() -> Iterator[ClassHere]:
    with ClassHere() as one:
        yield one


def test_a_class_goes_over_both_bridges_and_the_summary_has_them(here: ClassHere) -> None:
    """Of six phones two ties move four, and three move all (`tests.classroom.test_bridge`)."""
    played = Played(here, "07-how-ideas-travel", "bridge")
    for person in range(6):
        assert "number" not in played.own(person)
    played.steer("deal", {"ties": [2, 3], "threshold": [2, 2]})
    assert {played.own(person)["number"] for person in range(6)} == {*range(1, 7)}
    for _ in range(7):
        played.steer("part")
    assert [time["acting"] for time in played.screen()["times"]] == [4, 6]
    assert all(played.own(person)["has"] for person in range(6))
    assert "number" not in played.own(6)  # who came late looks on
    played.steer("again")
    assert played.screen()["times"][1]["acting"] == 2
    played.steer("reveal")
    (part,) = played.ask("summary", key=played.key)[1]["parts"]
    assert [time["ties"] for time in part["together"]["times"]] == [2, 3]


def test_an_idea_is_acknowledged_and_the_same_again_counts_once(here: ClassHere) -> None:
    played = Played(here, "05-idea-to-use", "channel")
    for person in range(5):
        played.own(person)
    idea = {"idea": "sent"}
    for language in LANGUAGES:
        status, told = played.sends(0, idea, language)
        assert (status, told["problem"]) == (409, say("class.too-late", language))
    played.steer("deal", {"tests": [1, 2], "patience": [3, 3], "replies": [0, 1]})
    for person in (0, 0, 1):  # a line that is lost: it is sent again
        assert played.sends(person, idea) == (200, {"kept": 1})
    assert played.screen()["years"][0]["new"] == 2
    played.steer("part")
    assert [played.own(person)["idea"] for person in (0, 1)] == ["tested", "waiting"]
    assert played.sends(5, idea) == (200, {"kept": 1})  # comes late
    for language in LANGUAGES:
        status, told = played.sends(2, {"idea": "something else"}, language)
        assert (status, told["problem"]) == (409, say("class.no-form", language))
    played.steer("undo")
    year = played.screen()["years"][0]
    assert (year["new"], year["waiting"], year["tested"], year["lost"]) == (2, 0, 0, 0)


def test_the_summary_has_both_times_of_one_of_a_hundred(here: ClassHere) -> None:
    """Of four phones all begin, and then one alone (`tests.classroom.test_crowd`)."""
    played = Played(here, "07-how-ideas-travel", "crowd")
    for person in range(4):
        played.own(person)
    played.steer("deal")
    for _ in range(6):
        played.steer("part")
    played.steer("reveal")
    (part,) = played.ask("summary", key=played.key)[1]["parts"]
    assert part["together"]["times"] == [4, 1]
