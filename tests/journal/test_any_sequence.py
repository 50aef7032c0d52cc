"""Whatever is done in whatever order, a journal ends where the acknowledged events lead.

Two computers of one learner, each with a folder: answers, edits of the plan, deletions of one
exercise and of all, copies brought from one to the other as a file or an archive, and processes
that are killed: in the middle of writing an answer or a copy, and between the two writes of a
deletion. What should come of it is told by a few sets.
"""

import shutil
import tempfile
from collections import defaultdict
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from attrs import define, field
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from course.journal import FileStore, Journal
from course.journal.archive import packed
from tests.counts import count

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
FIELDS = st.sampled_from(["owner", "title"])
EXERCISES = st.sampled_from(["guess", "deck", "plan"])
COMPUTERS = st.sampled_from([0, 1])


class Killed(FileStore):
    """A folder whose process is killed before the file is written anew."""

    def drop(self, is_gone: object) -> None:
        raise SystemExit


@define
class Model:
    """What one computer has been told: answers by their ids, and when exercises were deleted."""

    answers: dict[str, tuple[int, str, int]] = field(factory=dict)
    deleted: dict[str, int] = field(factory=lambda: defaultdict(int))
    plan: dict[str, tuple[int, str, str]] = field(factory=dict)

    def merge(self, other: "Model") -> None:
        self.answers.update(other.standing())
        for exercise, clock in other.deleted.items():
            self.deleted[exercise] = max(self.deleted[exercise], clock)
        for name, written in other.plan.items():
            self.write(name, written)

    def write(self, name: str, written: tuple[int, str, str]) -> None:
        """Words of the plan with their clock and id: the latest stand, wherever they came from."""
        self.plan[name] = max(self.plan.get(name, written), written)

    def standing(self) -> dict[str, tuple[int, str, int]]:
        return {id: one for id, one in self.answers.items() if one[0] >= self.deleted[one[1]]}

    def told(self, exercise: str) -> list[int]:
        found = [(one[0], id, one[2]) for id, one in self.standing().items() if one[1] == exercise]
        return [number for *_, number in sorted(found)]


class AnySequence(RuleBasedStateMachine):
    """The rules by which a learner and the world go on."""

    def __init__(self) -> None:
        super().__init__()
        self.home = Path(tempfile.mkdtemp())
        self.now, self.number = NOON, 0
        self.torn: set[int] = set()
        self.edits: set[tuple[int, str, str]] = set()
        self.models = [Model(), Model()]
        self.journals = [self.opened(one) for one in (0, 1)]

    def opened(self, computer: int) -> Journal:
        return Journal(self.home / str(computer), clock=lambda: self.now)

    @rule(minutes=st.integers(-600, 600))
    def time_goes_and_clocks_are_set(self, minutes: int) -> None:
        self.now = NOON + timedelta(minutes=minutes)

    @rule(computer=COMPUTERS, exercise=EXERCISES)
    def answer(self, computer: int, exercise: str) -> None:
        self.number += 1
        event = self.journals[computer].record(
            "l", exercise, self.number, fingerprint="f", language="sv"
        )
        self.models[computer].answers[event.id] = (event.clock, exercise, self.number)

    @rule(computer=COMPUTERS, name=FIELDS)
    def edit_the_plan(self, computer: int, name: str) -> None:
        self.number += 1
        words = f"words {self.number}"
        event = self.journals[computer].plan("l", name, words, language="sv")
        self.journals[computer].write()
        self.edits.add((event.clock, event.id, words))
        self.models[computer].write(name, (event.clock, event.id, words))

    @rule(computer=COMPUTERS, exercise=EXERCISES, written=st.floats(0, 1))
    def answer_and_be_killed(self, computer: int, exercise: str, written: float) -> None:
        """So much of the line is on the disk, and nobody was told that it is kept."""
        file = self.home / str(computer) / "journal.jsonl"
        before = file.read_bytes() if file.exists() else b""
        self.number += 1
        event = self.journals[computer].record(
            "l", exercise, self.number, fingerprint="f", language="sv"
        )
        after = file.read_bytes()
        if not after.startswith(before):  # a deletion that was left half done was done first
            before = after[: after.rfind(b"\n", 0, -1) + 1]
        line = after[len(before) :]
        part = line[: int(written * len(line))]
        file.write_bytes(before + part)
        self.journals[computer] = self.opened(computer)
        there = [one for one in self.journals[computer].events() if one.id == event.id]
        # A line counts when all of it is there, and is set aside without its end; of one that lacks
        # its line break alone, either is right.
        if len(part) != len(line) - 1:
            assert len(there) == (part == line)
        if there:
            self.models[computer].answers[event.id] = (event.clock, exercise, self.number)
        self.torn.add(computer)

    @rule(computer=COMPUTERS, exercise=EXERCISES)
    def delete_one(self, computer: int, exercise: str) -> None:
        self.journals[computer].forget("l", exercise, language="sv")
        self.note_deletion(computer, exercise)

    @rule(computer=COMPUTERS, exercise=EXERCISES)
    def delete_one_and_be_killed(self, computer: int, exercise: str) -> None:
        """What it says is in the file by then, and holds, though nobody was told."""
        killed = Journal(Killed(self.home / str(computer)), clock=lambda: self.now)
        with suppress(SystemExit):
            killed.forget("l", exercise, language="sv")
        self.journals[computer] = self.opened(computer)
        self.note_deletion(computer, exercise)

    def note_deletion(self, computer: int, exercise: str) -> None:
        events = self.journals[computer].events()
        self.models[computer].deleted[exercise] = max(
            event.clock for event in events if event.type == "delete" and event.exercise == exercise
        )

    @rule(computer=COMPUTERS)
    def delete_all(self, computer: int) -> None:
        self.journals[computer].erase()
        self.models[computer] = Model()

    @rule(computer=COMPUTERS)
    def be_killed(self, computer: int) -> None:
        self.journals[computer] = self.opened(computer)

    @rule(computer=COMPUTERS, zipped=st.booleans(), times=st.integers(1, 2))
    def bring_from_the_other(self, computer: int, zipped: bool, times: int) -> None:
        content = self.journals[1 - computer].export()
        if zipped:
            content = packed({"journal.jsonl": content}, self.now)
        for n in range(times):
            brought = self.journals[computer].import_from(content)
            assert n == 0 or brought.new == 0, "twice changes nothing"
        self.models[computer].merge(self.models[1 - computer])

    @rule(computer=COMPUTERS, written=st.floats(0, 1))
    def bring_from_the_other_and_be_killed(self, computer: int, written: float) -> None:
        """Nobody was told that it is kept: some of it is there, and nothing else."""
        file = self.home / str(computer) / "journal.jsonl"
        before = file.read_bytes() if file.exists() else b""
        self.journals[computer].import_from(self.journals[1 - computer].export())
        after = file.read_bytes() if file.exists() else b""
        if after.startswith(before):  # what a deletion wrote anew is there as a whole
            new = after[len(before) :]
            file.write_bytes(before + new[: int(written * len(new))])
            self.torn.add(computer)
        self.journals[computer] = self.opened(computer)
        model, other = self.models[computer], self.models[1 - computer]
        for event in self.journals[computer].events():
            if event.type == "delete":
                model.deleted[event.exercise] = max(model.deleted[event.exercise], event.clock)
            elif event.type == "plan":
                edit = event.clock, event.id, event.words or ""
                assert edit in self.edits
                model.write(event.item, edit)
            elif event.id not in model.answers:
                model.answers[event.id] = other.answers[event.id]

    @invariant()
    def it_is_where_the_acknowledged_events_lead(self) -> None:
        for computer, (journal, model) in enumerate(zip(self.journals, self.models, strict=True)):
            for reader in (journal, self.opened(computer)):
                assert reader.kept
                assert not reader.set_aside or computer in self.torn
                planned = {name: one.words for name, one in reader.planned().items()}
                assert planned == {name: words for name, (*_, words) in model.plan.items()}
                for exercise in ("guess", "deck", "plan"):
                    told = [event.answer for event in reader.answers("l", exercise)]
                    assert told == model.told(exercise)

    def teardown(self) -> None:
        shutil.rmtree(self.home)


pytestmark = pytest.mark.long

TestAnySequence = AnySequence.TestCase
TestAnySequence.settings = settings(
    max_examples=count(1_200), stateful_step_count=20, deadline=None
)
