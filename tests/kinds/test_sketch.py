"""A network of one's own: what is let through, what is told of it; expected words by hand."""

from typing import Any

import pytest

from course.content.course import ours
from course.journal import Journal, MemoryStore
from course.kinds import KINDS
from course.kinds.kind import AnswerError
from course.kinds.sketch import rules, seen
from course.portfolio import plan
from course.session.work import Work

KIND = KINDS["sketch"]
NAMES = {"p1": "Hemtjänst", "p2": "Samordnaren", "p3": "Bistånd", "p4": "Region", "p5": "Staben"}
INSIDE = ("p1", "p2")


def drawn(ties: list[Any], **more: Any) -> dict[str, Any]:
    """A drawing of the five parties."""
    parties = [{"id": id, "name": name, "inside": id in INSIDE} for id, name in NAMES.items()]
    return {"parties": parties, "ties": ties, "bridge": None, "away": [], "words": "", **more}


STAR = [["p1", "p2", 4], ["p2", "p3", 1], ["p2", "p4", 3], ["p1", "p5", 2]]
"""The coordinator has two of the three others, and the unit itself the third."""


def test_what_is_missing_is_told_one_thing_at_a_time(make: Any) -> None:
    exercise = make("sketch")
    few = drawn([])
    few["parties"] = few["parties"][:3]
    for answer, outcome in (
        (few, "parties"),
        (drawn([]), "tie"),
        (drawn(STAR), "bridge"),
        (drawn(STAR, bridge="p2"), "same"),
        (drawn(STAR, bridge="p4"), "other"),
        (drawn([["p1", "p3", 1], ["p2", "p3", 1]], bridge="p3"), "nobody"),
    ):
        verdict = KIND.judge(exercise, KIND.accept(exercise, answer))
        assert verdict.detail == {"outcome": outcome}
        assert verdict.said[0].text == getattr(exercise.feedback, outcome)
        assert (verdict.right, verdict.score) == (None, None)
        is_missing = outcome in ("parties", "tie", "bridge")
        assert verdict.said[0].tone == ("not-yet" if is_missing else "note")
        assert len(verdict.said) == (1 if is_missing else 3)


def test_what_a_drawing_needs_is_told_before_there_is_one(make: Any) -> None:
    exercise = make("sketch")
    begun = {**drawn([]), "parties": [{"id": "p1", "name": "Hemtjänst", "inside": True}]}
    (scene,) = KIND.scenes(exercise, begun, "sv")
    goals = KIND.task(exercise, "sv")["goals"]
    assert goals == scene["goals"]
    assert [one["done"] for one in goals] == [False, False, False]


def test_the_drawing_says_what_it_hangs_on_and_what_is_left() -> None:
    without, rest = seen.sentences(drawn(STAR, bridge="p2"), "sv")
    assert without == "Utan Samordnaren når ni inte Bistånd och Region. Kvar att nå: Staben."
    assert rest == (
        "Mest hänger på Samordnaren. Om Samordnaren är borta når ni inte Bistånd och Region. "
        "Kontakter från er: 4. Ut från enheten går 3, inom den går 1 (E–I-index +0,50). "
        "Ni är vända utåt."
    )


def test_who_is_never_reached_is_told_and_who_is_away_is_not_lost_besides() -> None:
    told = seen.seen(drawn(STAR[:2], away=["p2"]), "en")
    assert told["apart"] == "There is no way at all to Region and Staben."
    assert told["without"] == (
        "Without Samordnaren you do not reach Bistånd. Then nobody outside is left within reach."
    )
    assert told["lost"] == ["p3"]
    gone = seen.seen(drawn(STAR, away=["p1", "p2"]), "en")["without"]
    assert gone == (
        "Without Hemtjänst and Samordnaren there is nobody left in your unit who reaches anyone."
    )


def test_a_unit_that_is_a_single_dot_is_asked_for_its_roles() -> None:
    alone = drawn([["p1", "p3", 1]])
    alone["parties"][1]["inside"] = False
    assert "en enda prick" in seen.seen(alone, "sv")["turned"]


def test_names_are_tidied_and_a_tie_stands_once_by_who_was_put_out_first(make: Any) -> None:
    answer = drawn([["p3", "p1", 1], ["p1", "p3", 4]])
    answer["parties"][2]["name"] = "  Bistånd \n och  mer "
    tidy = rules.accept(make("sketch"), answer)
    assert tidy["ties"] == [["p1", "p3", 4]]
    assert tidy["parties"][2]["name"] == "Bistånd och mer"


@pytest.mark.parametrize(
    "given",
    [
        drawn([["p1", "p1", 1]]),
        drawn([["p1", "p9", 1]]),
        drawn([["p1", "p2", 5]]),
        drawn([["p1", "p2", True]]),
        drawn([], bridge="p9"),
        drawn([], away=["p9"]),
        {**drawn([]), "parties": drawn([])["parties"][2:]},  # the first is one's own
        {**drawn([]), "parties": [*drawn([])["parties"], drawn([])["parties"][0]]},
    ],
)
def test_what_is_no_drawing_is_not_let_through(make: Any, given: object) -> None:
    with pytest.raises(AnswerError, match="unknown-option"):
        rules.accept(make("sketch"), given)
    assert list(rules.scenes(make("sketch"), given, "sv")) == []


def test_no_more_parties_than_have_room(make: Any) -> None:
    many = [{"id": f"p{n}", "name": str(n), "inside": n == 1} for n in range(1, 14)]
    with pytest.raises(AnswerError, match="sketch-many"):
        rules.accept(make("sketch"), {"parties": many})


def test_the_drawing_and_the_texts_of_the_landed_map_stand_in_the_plan() -> None:
    journal, lesson = Journal(MemoryStore()), "06-across-boundaries"
    for id, answer in (
        ("own-map", {"one-person": "Strecket till staben"}),
        ("own-network", drawn(STAR, bridge="p2", words="Jag ringer Lena.")),
    ):
        work = Work(ours(), journal, ours().exercise(lesson, id), "sv")
        list(work.handle({"do": "answer", "answer": answer, "id": id * 3, "n": 1}))
    (section,) = plan.collected(journal, ours(), "sv").lessons
    words = {item.label: item.words for item in section.items}
    assert words["Strecket som hänger på en enda person"] == "Strecket till staben"
    assert words["Den som håller bron"] == "Samordnaren"
    assert words["Om den är borta"].startswith("Utan Samordnaren når ni inte Bistånd")
    assert "Samordnaren – Region (gemensamt uppdrag)" in words["Kontakterna och hur starka de är"]
    assert "Jag ringer Lena." in words.values()
