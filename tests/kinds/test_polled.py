"""How a class answers: what a telephone sends and what is counted agree, whatever the kind.

That an answer goes there and back unchanged follows from ``Poll``'s own description.
"""

from contextlib import suppress
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_exercises import FIELDS, made

from course.content.course import ours
from course.kinds import KINDS
from course.kinds.kind import AnswerError
from course.kinds.polled import ONLY, Poll
from course.kinds.tried import cases
from course.paths import LANGUAGES

SMALL = {kind: made(kind) for kind in FIELDS}
POLLED = [kind for kind in FIELDS if KINDS[kind].polled(SMALL[kind], "en")]
COUNTABLE = {
    *(
        "choice",
        "choices",
        "confidence",
        "estimate",
        "explore",
        "match",
        "network",
        "order",
        "scale",
    )
}


def poll_of(exercise: Any, language: str = "en") -> Poll:
    poll = KINDS[exercise.kind].polled(exercise, language)
    assert poll is not None
    return poll


def test_the_kinds_whose_answer_is_a_place_are_polled_and_free_text_is_not() -> None:
    assert set(POLLED) == COUNTABLE | {"sort"}


@pytest.mark.parametrize("kind", POLLED)
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_what_is_counted_is_what_was_answered(kind: str, data: st.DataObject) -> None:
    exercise = SMALL[kind]
    poll = poll_of(exercise)
    answer = KINDS[kind].accept(exercise, data.draw(cases(kind).valid))
    cells = poll.cells(answer)
    places = {row.id: {place["id"] for place in row.places} for row in poll.rows}
    assert set(cells) <= set(places)
    assert all(place in places[row] for row, place in cells.items())
    if poll.form == "number":
        cells = {ONLY: f"{Decimal(str(answer)):f}"}  # as one types it
    assert KINDS[kind].accept(exercise, poll.answer(cells)) == answer


@pytest.mark.parametrize("kind", POLLED)
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_whatever_a_telephone_sends_is_an_answer_or_none(kind: str, data: st.DataObject) -> None:
    exercise = SMALL[kind]
    poll = poll_of(exercise)
    known = st.sampled_from([place["id"] for row in poll.rows for place in row.places])
    filled = data.draw(
        st.dictionaries(st.sampled_from([row.id for row in poll.rows]), known | st.text(max_size=9))
    )
    with suppress(AnswerError):  # and nothing else
        KINDS[kind].accept(exercise, poll.answer(filled))


@pytest.mark.parametrize("language", LANGUAGES)
def test_rows_and_places_of_every_exercise_have_their_own_ids_and_words(language: str) -> None:
    seen = 0
    for lesson in ours().lessons():
        for name in ours().exercises(lesson):
            exercise = ours().exercise(lesson, name)
            poll = KINDS[exercise.kind].polled(exercise, language)
            if poll is None:
                continue
            seen += 1
            ids = [row.id for row in poll.rows]
            assert len(set(ids)) == len(ids)
            for row in poll.rows:
                places = [place["id"] for place in row.places]
                assert len(set(places)) == len(places) > 1
                assert all(place["text"].strip() for place in row.places)
    assert seen > 45  # of the 69 that the course has


def test_cards_that_are_left_without_an_answer_are_no_answer() -> None:
    # A list of ticked options says as much by what it leaves; a deck's card is left by a "no".
    exercise: Any = made("choices", together=False)
    some = exercise.options[0].id
    with pytest.raises(AnswerError, match="cards-left"):
        poll_of(exercise).answer({some: "yes"})


def test_guesses_are_counted_in_spans_of_the_range() -> None:
    exercise: Any = made("estimate", lowest=0, highest=100, step=1, answer=40, near=5)
    poll = poll_of(exercise, "sv")
    texts = [place["text"] for place in poll.rows[0].places]
    assert texts[:2] == ["0 till 10", "10 till 20"]
    # The ends of the range, and a guess on a limit, which begins a span.
    assert [poll.cells(guess)[ONLY] for guess in (0.0, 9.9, 10.0, 99.0, 100.0)] == list("00199")


def test_no_span_is_narrower_than_a_step() -> None:
    exercise: Any = made("estimate", lowest=0, highest=4, step=1, answer=2, near=1)
    assert len(poll_of(exercise).rows[0].places) == 4


@pytest.mark.parametrize(("language", "written"), [("sv", "50 %"), ("en", "50%")])
def test_how_sure_one_is_stands_as_each_language_writes_it(language: str, written: str) -> None:
    # Svenska skrivregler has a space before the sign, New Hart's Rules has none.
    aside = next(row for row in poll_of(SMALL["confidence"], language).rows if row.aside)
    assert aside.places[0]["text"] == written
