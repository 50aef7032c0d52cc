"""Decks in a session: each try is judged at once, and a deal that is over is one answer."""

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from course.content.course import ours
from course.journal import Journal
from course.kinds import KINDS
from course.paths import LANGUAGES
from course.session import Session
from course.session.changes import schema

DECKS = [
    (lesson, name)
    for lesson in ours().lessons()
    for name in ours().exercises(lesson)
    if (found := ours().exercise(lesson, name)) and KINDS[found.kind].deck(found)
]
SORT = next(place for place in DECKS if ours().exercise(*place).kind == "sort")
SURE = next(place for place in DECKS if ours().exercise(*place).kind == "confidence")
STATE = Draft202012Validator({**schema(), "$ref": "#/$defs/state"})


def right_tries(place: tuple[str, str]) -> list[list[Any]]:
    """A right try at each card, as a page sends them."""
    exercise: Any = ours().exercise(*place)
    if exercise.kind == "sort":
        return [[card.id, card.group] for card in exercise.cards]
    if exercise.kind == "confidence":
        return [[one.id, {"holds": one.holds, "sure": 90}] for one in exercise.statements]
    return [[one.id, one.right] for one in exercise.options]


def wrong_try(place: tuple[str, str], n: int = 0) -> list[Any]:
    """A try at a card that is not right."""
    exercise: Any = ours().exercise(*place)
    id, value = right_tries(place)[n]
    if exercise.kind == "sort":
        return [id, next(group.id for group in exercise.groups if group.id != value)]
    return [id, {**value, "holds": not value["holds"]} if isinstance(value, dict) else not value]


@pytest.fixture
def deal(session: Session) -> Any:
    """Sends tries as a page does, and gives the changes by their names."""

    def send(place: tuple[str, str], tries: list[Any], **more: Any) -> dict[str, Any]:
        return dict(session.handle(*place, {"do": "try", "tries": tries, "n": 1, **more}))

    return send


@pytest.mark.parametrize("place", DECKS)
def test_every_shipped_deck_can_be_played_to_its_end(
    place: tuple[str, str], deal: Any, journal: Journal
) -> None:
    tries: list[Any] = []
    for one in [wrong_try(place), *right_tries(place)[1:], right_tries(place)[0]]:
        assert journal.latest(*place) is None
        tries.append(one)
        told = deal(place, tries)
        STATE.validate(told["state"])
    assert set(told) == {"event", "state", "standing"}
    (event,) = journal.answers(*place)
    kind, exercise = KINDS[ours().exercise(*place).kind], ours().exercise(*place)
    verdict = kind.judge(exercise, kind.accept(exercise, event.answer))
    # One card of all was wrong at first, and right when it came back.
    assert [one.about for one in verdict.said if one.tone != "right"] == [tries[0][0]]
    assert told["state"]["deal"]["over"]
    assert journal.draft(*place) is None


def test_the_page_is_told_no_place_before_a_card_has_been_tried(session: Session) -> None:
    for place in DECKS:
        card = session.work(*place).card()
        assert "places" not in card["state"]
        assert "deal" not in card["state"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_half_dealt_deck_goes_on_where_it_was_left(
    journal: Journal, deal: Any, language: str
) -> None:
    """In the other language too: what was said is said again, of the same tries."""
    tries = [wrong_try(SORT), right_tries(SORT)[1]]
    told = deal(SORT, tries)["state"]
    state = Session(ours(), journal, language).work(*SORT).card()["state"]
    assert [(one["about"], one["tone"]) for one in state["deal"]["tries"]] == [
        (one["about"], one["tone"]) for one in told["deal"]["tries"]
    ]
    assert not state["answered"]


def test_what_was_begun_of_an_earlier_version_is_left_alone(
    session: Session, journal: Journal
) -> None:
    for draft in ({"tries": [["gone", "left"]]}, {"tries": 3}, {"x": "left"}, [], "x"):
        journal.keep_draft(*SORT, draft)
        assert "deal" not in session.work(*SORT).card()["state"]


def test_the_first_answer_is_told_where_a_later_one_is_shown(deal: Any, clock: Any) -> None:
    tries = [wrong_try(SURE), *right_tries(SURE)[1:], right_tries(SURE)[0]]
    deal(SURE, tries)
    clock.later(60)
    state = deal(SURE, right_tries(SURE))["state"]
    n = len(right_tries(SURE))
    assert (state["verdict"]["right"], state["first"]["held"], state["first"]["of"]) == (
        True, n - 1, n,
    )  # fmt: skip
    assert state["first"]["detail"]["right"] == n - 1
    assert "picture" in state["first"]["detail"]


def test_practice_makes_no_answer_and_is_gone_on_with(
    session: Session, journal: Journal, deal: Any
) -> None:
    tries = [wrong_try(SORT), *right_tries(SORT)[1:], wrong_try(SORT)]
    deal(SORT, tries)
    of = [right_tries(SORT)[n][0] for n in (0, 1)]
    first = deal(SORT, right_tries(SORT)[:1], of=of)
    assert not first["state"]["deal"]["over"]
    assert session.work(*SORT).card()["state"]["deal"]["of"] == of
    last = deal(SORT, right_tries(SORT)[:2], of=of)
    assert (last["state"]["deal"]["over"], last["state"]["deal"]["practice"]) == (True, True)
    assert len(journal.answers(*SORT)) == 1
    assert journal.draft(*SORT) is None


def test_the_last_try_sent_again_is_one_answer(journal: Journal, deal: Any, clock: Any) -> None:
    """As a page does whose line was down."""
    for _ in range(2):
        deal(SORT, right_tries(SORT), id="f" * 32)
        clock.later(60)
    assert len(journal.answers(*SORT)) == 1


def test_an_answer_given_all_at_once_is_taken_as_before(session: Session, journal: Journal) -> None:
    """From a notebook of an earlier version, say."""
    answer = dict(right_tries(SORT))
    told = dict(session.handle(*SORT, {"do": "answer", "answer": answer}))
    assert told["state"]["answered"]
    assert [event.answer for event in journal.answers(*SORT)] == [answer]


def test_tries_at_what_is_not_dealt_are_left_alone(session: Session) -> None:
    place = next(
        (lesson, name)
        for lesson in ours().lessons()
        for name in ours().exercises(lesson)
        if (lesson, name) not in DECKS
    )
    assert list(session.handle(*place, {"do": "try", "tries": []})) == []
