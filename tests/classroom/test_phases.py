"""Where an exercise stands and what may come next: the whole table, and what is never offered."""

import pytest

from course.classroom.phases import ROUNDS, NotNowError, Stand, after, offered, takes

TABLE = {
    (1, "open"): {"close"},
    (1, "closed"): {"show", "undo"},
    (1, "shown"): {"revise", "reveal", "undo"},
    (1, "revealed"): {"undo"},
    (2, "open"): {"close", "undo"},
    (2, "closed"): {"show", "undo"},
    (2, "shown"): {"reveal", "undo"},
    (2, "revealed"): {"undo"},
}
"""From the order: alone, closed, shown, revised, both shown, revealed; and each undone."""


@pytest.mark.parametrize(("at", "names"), TABLE.items())
def test_what_can_be_done(at: tuple[int, str], names: set[str]) -> None:
    assert set(offered(Stand(*at), was_shown=False)) == names  # type: ignore[arg-type]


def test_a_lesson_goes_from_alone_to_revealed() -> None:
    stand, seen = Stand(), set()
    for action in ("close", "show", "revise", "close", "show", "reveal"):
        stand = after(offered(stand, was_shown=(stand.round, "shown") in seen), action)
        seen.add((stand.round, stand.phase))
    assert stand == Stand(2, "revealed")


def test_what_has_been_shown_is_not_opened_again() -> None:
    assert "undo" not in offered(Stand(1, "closed"), was_shown=True)


@pytest.mark.parametrize("action", ["show", "reveal", "revise", "nothing", ""])
def test_what_is_not_offered_is_refused(action: str) -> None:
    with pytest.raises(NotNowError, match="not-offered"):
        after(offered(Stand(), was_shown=False), action)


def test_whoever_has_answered_may_change_it_only_while_it_is_open() -> None:
    assert takes(Stand(1, "open"), 1, has_answered=True)
    assert not takes(Stand(1, "closed"), 1, has_answered=True)
    assert not takes(Stand(1, "shown"), 1, has_answered=True)


def test_whoever_has_not_may_still_answer_until_it_is_revealed() -> None:
    assert takes(Stand(1, "closed"), 1, has_answered=False)
    assert takes(Stand(1, "shown"), 1, has_answered=False)
    assert not takes(Stand(1, "revealed"), 1, has_answered=False)


def test_an_answer_to_another_round_is_not_taken() -> None:
    for round in ROUNDS:
        assert not takes(Stand(round, "open"), 3 - round, has_answered=False)
