"""The server's end of the process that runs models."""

import asyncio
import threading
from collections.abc import AsyncIterator, Coroutine
from contextlib import aclosing
from typing import Any

import pytest

from course.content.course import ours
from course.runtimes.local.beside import Beside, ModelStoppedError


def request(**more: Any) -> dict[str, Any]:
    """Ask for the simulation that is soonest at its end: of twelve batches."""
    return {
        "folders": [str(folder) for folder in ours().folders], "file": "", "language": "en",
        "lesson": "07-how-ideas-travel", "exercise": "fifteen-ties", "setting": {}, **more,
    }  # fmt: skip


async def progress(beside: Beside, **more: Any) -> list[float]:
    return [scene["progress"] async for scene in beside.scenes(request(**more))]


async def rest(scenes: AsyncIterator[Any]) -> None:
    async for _ in scenes:
        pass


def run(work: Coroutine[Any, Any, Any]) -> Any:
    return asyncio.run(asyncio.wait_for(work, 30))


@pytest.fixture
def beside() -> Any:
    beside = Beside()
    yield beside
    beside.close()
    assert not beside.is_running


def test_no_process_is_there_before_it_is_needed(beside: Beside) -> None:
    assert not beside.is_running


def test_several_are_served_by_one_process(beside: Beside) -> None:
    async def work() -> list[list[float]]:
        return await asyncio.gather(*(progress(beside, setting={"placement": n}) for n in range(3)))

    assert [shares[-1] for shares in run(work())] == [1, 1, 1]


def test_who_stops_listening_leaves_the_work_off(beside: Beside) -> None:
    async def work() -> list[float]:
        async with aclosing(beside.scenes(request())) as scenes:
            async for _ in scenes:
                break
        assert beside._answers == {}
        return await progress(beside, setting={"placement": 1})

    assert run(work())[-1] == 1


def test_a_fault_of_a_model_is_told_and_the_process_stays(beside: Beside) -> None:
    async def work() -> None:
        with pytest.raises(ModelStoppedError, match="xx"):
            await progress(beside, language="xx")
        assert beside.is_running
        assert await progress(beside, lesson="99-nowhere") == []

    run(work())


@pytest.mark.parametrize("times", [pytest.param(1, marks=pytest.mark.client), 10])
def test_it_is_started_anew_once_and_then_says_so(beside: Beside, times: int) -> None:
    async def work() -> list[float]:
        heard = []
        async for scene in beside.scenes(request()):
            heard.append(scene["progress"])
            if len(heard) <= times:
                assert beside._process is not None
                beside._process.kill()
        return heard

    if times == 1:
        assert run(work())[-1] == 1
    else:
        with pytest.raises(ModelStoppedError):
            run(work())


def test_none_is_started_after_the_end(beside: Beside) -> None:
    async def work() -> None:
        scenes = beside.scenes(request())
        await anext(scenes)
        beside.close()
        with pytest.raises(ModelStoppedError):
            await rest(scenes)  # some were on their way
        with pytest.raises(ModelStoppedError):
            await progress(beside)
        assert not beside.is_running

    run(work())


def test_the_end_may_come_from_another_thread_while_the_loop_hears_of_it() -> None:
    """As at Ctrl-C; once, a traceback was the last thing that the course printed."""
    faults: list[Any] = []

    async def work() -> None:
        asyncio.get_running_loop().set_exception_handler(lambda _, told: faults.append(told))
        for _ in range(2):
            beside = Beside()
            async with aclosing(beside.scenes(request())) as scenes:
                await anext(scenes)
            end = threading.Thread(target=beside.close)
            end.start()
            while end.is_alive():
                await asyncio.sleep(0.001)
            await asyncio.sleep(0.05)

    run(work())
    assert faults == []
