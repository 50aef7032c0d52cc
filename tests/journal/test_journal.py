"""The journal in one process; expected values are what was recorded, or stated by hand."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.journal import Event, Journal

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text()
    | st.sampled_from(["🧑‍🤝‍🧑 💡", "שלום مرحبا", "a\nb\r\nc\u2028d\x85e\0", "å" * 10_000])
)
ANSWERS = st.recursive(
    SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=10
)
# Lines in a file that are not events: bytes of any kind, and JSON that says something else.
GARBAGE = st.binary(max_size=60).map(lambda line: line.replace(b"\n", b"")) | st.sampled_from(
    [b"{}", b"[]", b"{", b'{"type": "answer"}', b"\xff\xfe", b"\0" * 20, "å".encode("latin-1")]
)


def answered(
    journal: Journal, answer: Any, *, lesson: str = "01-start", exercise: str = "guess"
) -> Event:
    return journal.record(lesson, exercise, answer, fingerprint="f", language="sv")


def said(journal: Journal) -> list[Any]:
    return [event.answer for event in journal.events()]


def body(export: bytes) -> bytes:
    """What an export says after its first line, which has the time of the export."""
    return export.partition(b"\n")[2]


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path)


def test_a_new_journal_is_empty_and_kept(journal: Journal) -> None:
    assert journal.events() == ()
    assert journal.answered() == frozenset()
    assert journal.latest("01-start", "guess") is journal.place() is None
    assert (journal.kept, journal.why, journal.set_aside) == (True, None, ())


def test_an_answer_is_found_again_by_another_journal(journal: Journal) -> None:
    event = journal.record(
        "01-start", "guess", {"value": 3}, verdict={"share": 0.5}, fingerprint="f", language="en"
    )
    again = Journal(journal.path.parent)
    assert again.events() == (event,)
    assert (event.answer, event.verdict, event.language) == ({"value": 3}, {"share": 0.5}, "en")


def test_an_answer_is_known_at_once_and_found_by_others_when_it_is_written(
    journal: Journal,
) -> None:
    other = Journal(journal.path.parent)
    event = journal.answer("01-start", "guess", 1, fingerprint="f", language="sv")
    place = journal.reach("01-start", "a", language="sv")
    assert journal.latest("01-start", "guess") == event
    assert journal.place() == place
    assert (journal.kept, journal.why, other.events()) == (False, None, ())
    assert journal.write()
    assert (journal.kept, other.events()) == (True, (event, place))


def test_the_words_of_an_answer_are_kept(journal: Journal) -> None:
    event = journal.record(
        "01-start", "guess", "b", words="Två av tre", fingerprint="f", language="sv"
    )
    answered(journal, "a")
    assert [one.words for one in Journal(journal.path.parent).events()] == ["Två av tre", None]
    assert event.words == "Två av tre"


@pytest.mark.parametrize("wrong", ["", "x" * 201, None])
def test_what_is_no_event_is_refused_and_not_taken(journal: Journal, wrong: Any) -> None:
    with pytest.raises(ValueError, match="200 characters"):
        answered(journal, 1, exercise=wrong)
    with pytest.raises(ValueError, match="1,000,000 bytes"):
        answered(journal, "x" * 1_000_000)
    assert (journal.events(), journal.kept) == ((), True)


def test_the_latest_answer_is_the_last_given(journal: Journal) -> None:
    first, second = answered(journal, 1), answered(journal, 2)
    answered(journal, 3, exercise="other")
    answered(journal, 4, lesson="02-next")
    assert journal.answers("01-start", "guess") == (first, second)
    assert journal.latest("01-start", "guess") == second
    assert journal.answered() == {
        ("01-start", "guess"),
        ("01-start", "other"),
        ("02-next", "guess"),
    }


def test_a_clock_that_jumps_back_hides_no_later_answer(tmp_path: Path) -> None:
    times = iter([datetime(2026, 3, 1, tzinfo=UTC), datetime(1980, 1, 1, tzinfo=UTC)])
    journal = Journal(tmp_path, clock=lambda: next(times))
    early, late = answered(journal, "before"), answered(journal, "after")
    assert late.when < early.when
    for reader in (journal, Journal(tmp_path)):
        assert reader.latest("01-start", "guess") == late


def test_places_are_remembered_for_each_lesson_and_overall(journal: Journal) -> None:
    journal.record_place("01-start", "a", language="sv")
    start = journal.record_place("01-start", "b", language="sv")
    following = journal.record_place("02-next", "c", language="sv")
    answered(journal, 1)
    assert journal.place() == following
    assert journal.place("01-start") == start
    assert journal.place("03-later") is None
    assert journal.answered() == {("01-start", "guess")}


def test_what_another_journal_writes_is_seen(journal: Journal) -> None:
    other = Journal(journal.path.parent)
    answered(journal, 1)
    answered(other, 2)
    answered(journal, 3)
    assert said(journal) == said(other) == [1, 2, 3]


def test_the_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "new")
    answered(journal, 1)
    if os.name == "posix":
        assert journal.path.stat().st_mode & 0o077 == 0
        assert journal.path.parent.stat().st_mode & 0o077 == 0


def test_a_torn_last_line_is_set_aside_and_stays(journal: Journal) -> None:
    answered(journal, 1)
    whole = journal.path.read_bytes()
    torn = whole[: len(whole) // 2]
    journal.path.write_bytes(whole + torn)
    assert said(journal) == [1]
    assert journal.set_aside == (2,)
    answered(journal, 2)
    assert said(journal) == said(Journal(journal.path.parent)) == [1, 2]
    assert journal.set_aside == (2,)
    assert journal.path.read_bytes().startswith(whole + torn + b"\n")


def test_a_last_line_that_lacks_only_its_newline_counts(journal: Journal) -> None:
    answered(journal, 1)
    answered(journal, 2)
    journal.path.write_bytes(journal.path.read_bytes()[:-1])
    assert said(Journal(journal.path.parent)) == said(journal) == [1, 2]
    answered(journal, 3)
    assert said(journal) == [1, 2, 3]
    assert journal.set_aside == ()


def test_a_line_that_another_process_is_writing_is_read_when_it_is_whole(journal: Journal) -> None:
    answered(journal, 1)
    answered(journal, 2)
    whole = journal.path.read_bytes()
    journal.path.write_bytes(whole[:-20])
    reader = Journal(journal.path.parent)
    assert (said(reader), reader.set_aside) == ([1], (2,))
    with journal.path.open("ab") as file:
        file.write(whole[-20:])
    assert (said(reader), reader.set_aside) == ([1, 2], ())


def test_numbers_of_lines_set_aside_count_empty_lines_too(journal: Journal) -> None:
    journal.path.write_bytes(b"\n{}\n\n\nfrom elsewhere\n")
    answered(journal, 1)
    assert (journal.set_aside, said(journal)) == ((2, 5), [1])


def test_another_file_that_ends_alike_is_read_from_the_start(journal: Journal) -> None:
    for text in ("old", "same" * 100, "end"):
        answered(journal, text)
    assert said(journal)[0] == "old"
    new = journal.path.with_name("new")
    new.write_bytes(journal.path.read_bytes().replace(b'"old"', b'"new"'))
    new.replace(journal.path)
    assert said(journal)[0] == "new"


@pytest.mark.parametrize("rewrite", ["shorter", "longer", "replaced", "removed"])
def test_a_rewritten_file_is_read_from_the_start(journal: Journal, rewrite: str) -> None:
    for answer in range(3):
        answered(journal, answer)
    assert said(journal) == [0, 1, 2]
    first, second, third = journal.path.read_bytes().splitlines(keepends=True)
    if rewrite == "shorter":
        journal.path.write_bytes(second)
    elif rewrite == "longer":
        journal.path.write_bytes(b"#" * len(first + second + third) + b"\n" + second)
    elif rewrite == "replaced":
        new = journal.path.with_name("new")
        new.write_bytes(second)
        new.replace(journal.path)
    else:
        journal.path.unlink()
    assert said(journal) == ([] if rewrite == "removed" else [1])


def test_an_id_that_comes_twice_counts_once(journal: Journal) -> None:
    answered(journal, 1)
    journal.path.write_bytes(journal.path.read_bytes() * 2)
    assert said(journal) == [1]
    assert journal.set_aside == ()


@settings(deadline=None, max_examples=25)
@given(answers=st.lists(ANSWERS, max_size=6))
def test_any_answers_come_back(
    tmp_path_factory: pytest.TempPathFactory, answers: list[Any]
) -> None:
    folder = tmp_path_factory.mktemp("journal")
    journal = Journal(folder)
    recorded = tuple(answered(journal, answer) for answer in answers)
    assert [event.answer for event in recorded] == answers
    assert Journal(folder).events() == journal.events() == recorded


@settings(deadline=None, max_examples=40)
@given(data=st.data())
def test_garbage_between_events_loses_none(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    journal = Journal(tmp_path_factory.mktemp("journal"))
    expected, foreign = [], 0
    for answer in range(data.draw(st.integers(1, 4))):
        lines = data.draw(st.lists(GARBAGE, max_size=3))
        with journal.path.open("ab") as file:
            file.write(b"\n".join(lines))  # the last line is torn
        foreign += sum(1 for line in lines if line.removeprefix(b"\xef\xbb\xbf").strip())
        if data.draw(st.booleans()):
            journal.events()
        expected.append(answered(journal, answer))
    assert journal.events() == Journal(journal.path.parent).events() == tuple(expected)
    assert len(journal.set_aside) == foreign
    assert Journal(journal.path.parent).set_aside == journal.set_aside


def test_an_export_never_falls_on_the_journal_itself(journal: Journal) -> None:
    answered(journal, 1)
    with pytest.raises(ValueError, match="choose another file"):
        journal.export_to(journal.path)
    assert said(journal) == [1]


def test_an_export_that_fails_leaves_nothing_behind(journal: Journal, tmp_path: Path) -> None:
    answered(journal, 1)
    (tmp_path / "taken").mkdir()
    before = sorted(tmp_path.iterdir())
    with pytest.raises(OSError, match="taken"):
        journal.export_to(tmp_path / "taken")
    assert sorted(tmp_path.iterdir()) == before


def test_a_learner_can_delete_everything(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    other_tab = Journal(tmp_path)
    journal.record_place("00-start", "c01", language="sv")
    assert len(other_tab.events()) == 1
    journal.erase()
    assert journal.events() == other_tab.events() == ()
    assert journal.path.read_bytes() == b""
    journal.record_place("00-start", "c02", language="sv")
    assert [event.cell for event in other_tab.events()] == ["c02"]


def test_what_is_deleted_a_second_time_is_gone_in_every_process(tmp_path: Path) -> None:
    """Shorter after the first time than it was before: that too is noticed."""
    journal, other = Journal(tmp_path), Journal(tmp_path)
    for cells in (["c01"] * 9, ["c02"], ["c03"]):
        for cell in cells:
            journal.record_place("00-start", cell, language="sv")
        assert [event.cell for event in other.events()] == cells
        journal.erase()
        assert other.events() == ()
