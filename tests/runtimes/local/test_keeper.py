"""What is recorded is made durable beside the loop, all that waits at once."""

import asyncio
import errno
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from course.journal import Journal
from course.runtimes.local.keeper import Keeper
from tests.runtimes.disk import Disk


class Counting(Disk):
    """A disk that counts how often it is written to, and in which threads.

    With ``busy_again`` it is busy after each write until it is set free.
    """

    def __init__(self, folder: Path) -> None:
        self.busy_again = False
        self.writes: list[int] = []
        self.threads: set[str] = set()
        super().__init__(folder)

    def append(self, lines: Sequence[bytes]) -> None:
        super().append(lines)
        if self.busy_again:
            self.free.clear()
        self.writes.append(len(lines))
        self.threads.add(threading.current_thread().name)


@pytest.fixture
def disk(tmp_path: Path) -> Counting:
    return Counting(tmp_path)


def answer(journal: Journal, n: int) -> None:
    journal.answer("00-start", "goal", n, fingerprint="f", language="sv")


async def told(keeper: Keeper) -> bool:
    """What the next listener is told."""
    heard: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
    off = keeper.on_written(lambda kept: None if heard.done() else heard.set_result(kept))
    try:
        return await asyncio.wait_for(heard, 10)
    finally:
        off()


def test_what_comes_in_one_moment_is_one_write(disk: Counting, tmp_path: Path) -> None:
    async def work() -> None:
        keeper = Keeper(journal)
        heard: list[bool] = []
        keeper.on_written(heard.append)
        for n in range(100):
            answer(journal, n)
            keeper.write_soon()
        await told(keeper)
        await asyncio.sleep(0.1)
        assert heard == [True]
        keeper.close()

    journal = Journal(disk)
    asyncio.run(work())
    assert disk.writes[0] == 100
    assert sum(disk.writes) == 100
    assert all(name.startswith("keeper") for name in disk.threads)
    assert [event.answer for event in Journal(tmp_path).events()] == list(range(100))


def test_what_comes_while_the_disk_is_busy_goes_with_the_next_write(disk: Counting) -> None:
    async def work() -> None:
        keeper = Keeper(journal)
        disk.busy_again = True
        disk.free.clear()
        answer(journal, 0)
        keeper.write_soon()
        await asyncio.to_thread(disk.asked.wait, 10)
        for n in range(1, 50):
            answer(journal, n)
            keeper.write_soon()
            await asyncio.sleep(0)
        disk.free.set()
        # After the first write something newer waits, which is no failure: nothing is said of why.
        assert await told(keeper) is False
        assert journal.why is None
        disk.busy_again = False
        disk.free.set()
        assert await told(keeper) is True
        keeper.close()

    journal = Journal(disk)
    asyncio.run(work())
    assert disk.writes[:2] == [1, 49]


def test_a_listener_that_has_left_hears_nothing(disk: Counting) -> None:
    async def work() -> list[bool]:
        keeper = Keeper(journal)
        heard: list[bool] = []
        off = keeper.on_written(heard.append)
        answer(journal, 1)
        keeper.write_soon()
        await told(keeper)
        off()
        off()  # twice does no harm
        answer(journal, 2)
        keeper.write_soon()
        await told(keeper)
        keeper.close()
        return heard

    journal = Journal(disk)
    assert asyncio.run(work()) == [True]


def test_what_failed_is_written_with_the_next(disk: Counting, tmp_path: Path) -> None:
    async def work() -> None:
        keeper = Keeper(journal)
        disk.fault = errno.EROFS
        answer(journal, 1)
        keeper.write_soon()
        assert await told(keeper) is False
        assert journal.why is not None
        assert journal.why.errno == errno.EROFS
        disk.fault = 0
        answer(journal, 2)
        keeper.write_soon()
        assert await told(keeper) is True
        keeper.close()

    journal = Journal(disk)
    asyncio.run(work())
    assert [event.answer for event in Journal(tmp_path).events()] == [1, 2]


def test_the_end_writes_what_is_left(disk: Counting, tmp_path: Path) -> None:
    async def work() -> None:
        keeper = Keeper(journal)
        answer(journal, 1)
        journal.keep_draft("00-start", "first-thought", "half")
        keeper.drafts_soon()
        keeper.close()
        keeper.drafts_soon()  # a page that is left only now
        keeper.write_soon()
        await asyncio.sleep(0.6)

    journal = Journal(disk)
    asyncio.run(work())
    again = Journal(tmp_path)
    assert len(again.events()) == 1
    assert again.draft("00-start", "first-thought") == "half"


def test_drafts_are_written_soon_and_together(disk: Counting, tmp_path: Path) -> None:
    async def work() -> None:
        keeper = Keeper(journal)
        for n in range(20):
            journal.keep_draft("00-start", "first-thought", "h" * n)
            keeper.drafts_soon()
        for _ in range(100):  # soon: on a busy computer it may take a while
            await asyncio.sleep(0.1)
            if Journal(tmp_path).draft("00-start", "first-thought") is not None:
                break
        assert Journal(tmp_path).draft("00-start", "first-thought") == "h" * 19
        keeper.close()

    journal = Journal(disk)
    asyncio.run(work())
