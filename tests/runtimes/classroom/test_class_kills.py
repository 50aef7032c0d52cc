"""A class's server killed, and lines cut, in the middle: nothing acknowledged is lost or twice."""

import asyncio
import json
import random
import resource
from contextlib import suppress
from pathlib import Path
from urllib.error import HTTPError

import pytest
from tornado.httpclient import AsyncHTTPClient, HTTPRequest

from course.classroom.keys import person
from course.classroom.store import SQLiteStore
from course.words import say
from tests.counts import count
from tests.runtimes.classroom.asked import ask
from tests.runtimes.classroom.class_here import ClassHere
from tests.runtimes.classroom.class_started import ClassStarted

KILLS, CUTS = count(30), count(500)
PHONES = 25
SEED = 20261129


class Phones:
    """Telephones that answer again and again, each sending an answer until it is acknowledged."""

    def __init__(self, served: ClassStarted, door: str, places: list[str]) -> None:
        self.served, self.door, self.places = served, door, places
        self.acknowledged: dict[int, tuple[int, str]] = {}
        self.goes_on = True

    async def answer(self, phone: int, chance: random.Random) -> None:
        client = AsyncHTTPClient(force_instance=True)
        n = 0
        while self.goes_on:
            n, place = n + 1, chance.choice(self.places)
            sent = {"door": self.door, "token": f"{phone:032x}", "step": 0, "round": 1, "n": n}
            body = json.dumps(sent | {"filled": {"answer": place}})
            while True:
                with suppress(Exception):
                    address = f"{self.served.address}api/answer"
                    told = await client.fetch(HTTPRequest(address, method="POST", body=body))
                    assert json.loads(told.body) == {"kept": n}
                    self.acknowledged[phone] = n, place
                    break
                await asyncio.sleep(0.02)
            await asyncio.sleep(chance.uniform(0, 0.05))
        client.close()

    async def through(self, kills: int, chance: random.Random) -> None:
        """Answer while the server is killed, and started again, so often."""
        answering = [
            asyncio.ensure_future(self.answer(one, random.Random(one))) for one in range(PHONES)
        ]
        for _ in range(kills):
            await asyncio.sleep(chance.uniform(0.1, 0.8))
            await asyncio.to_thread(self.served.kill)
            await asyncio.to_thread(self.served.start)
        while len(self.acknowledged) < PHONES:
            await asyncio.sleep(0.02)
        self.goes_on = False
        await asyncio.gather(*answering)


@pytest.mark.long
def test_nothing_acknowledged_is_lost_or_counted_twice_by_kills(tmp_path: Path) -> None:
    with ClassStarted(tmp_path) as served:
        door = ask(served.address, "state", view="lead", key=served.key)["door"]
        served.steer("go", 0)
        state = ask(served.address, "state", view="phone", door=door)
        places = [place["id"] for place in state["exercise"]["rows"][0]["places"]]
        phones = Phones(served, door, places)
        asyncio.run(phones.through(KILLS, random.Random(SEED)))
        served.steer("close")
        served.steer("show")
        shown = ask(served.address, "state", view="phone", door=door)
        assert shown["result"]["rounds"] == [PHONES]
    (room,) = SQLiteStore(served.file).rooms()
    kept = room.round(0, 1).answers
    assert sorted(one.order for one in kept.values()) == [*range(PHONES)]
    assert sorted((one.n, one.answer) for one in kept.values()) == sorted(
        phones.acknowledged.values()
    )


async def _cut(here: ClassHere, body: bytes, chance: random.Random) -> None:
    """Send an answer over a line that is cut: in it, after it, or in what is answered."""
    reader, writer = await asyncio.open_connection("127.0.0.1", here.port)
    head = f"POST /api/answer HTTP/1.1\r\nHost: x\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    sent = head + body
    writer.write(sent[: chance.choice((len(sent), chance.randrange(1, len(sent))))])
    await writer.drain()
    if chance.random() < 0.5:
        with suppress(asyncio.TimeoutError):
            await asyncio.wait_for(reader.read(chance.randrange(1, 60)), 0.05)
    writer.transport.abort()


@pytest.mark.long
def test_nothing_acknowledged_is_lost_or_counted_twice_by_cut_lines() -> None:
    chance = random.Random(SEED)
    last: dict[int, tuple[int, str]] = {}
    with ClassHere() as here:
        places = here.go("wall")
        for n in range(1, CUTS + 1):
            phone, place = chance.randrange(20), chance.choice(places)
            body = {"door": here.door, "token": f"{phone:032x}", "step": here.room.at, "round": 1}
            sent = json.dumps(body | {"n": n, "filled": {"answer": place}}).encode()
            here.run(_cut(here, sent, chance))
            if n % 5 == 0:
                here.line().stream.close()  # and a page's own line
            if chance.random() < 0.7:  # the telephone sends it again; else the page was closed
                assert here.send("answer", sent) == (200, {"kept": n})
                last[phone] = n, place
        for phone, (n, place) in last.items():  # and once more, when all is long over
            assert here.answer(phone, place, n=n) == (200, {"kept": n})
        kept = here.room.round(here.room.at, 1).answers
        for phone, (n, place) in last.items():
            held = kept[str(person(here.room.about.id, f"{phone:032x}"))]
            # A later one may have come through and been cut off before it was acknowledged.
            assert held.n > n or (held.n, held.answer) == (n, place)
        assert len(kept) <= 20
        assert sorted(one.order for one in kept.values()) == [*range(len(kept))]
        assert here.ask("state", view="lead", key=here.key)[1]["answered"] == len(kept)


def test_a_disk_that_fills_is_told_and_the_room_goes_on_when_there_is_space(
    tmp_path: Path,
) -> None:
    with ClassStarted(tmp_path) as served:
        door = ask(served.address, "state", view="lead", key=served.key)["door"]
        served.steer("go", 0)
        state = ask(served.address, "state", view="phone", door=door)
        place = state["exercise"]["rows"][0]["places"][0]["id"]
        sent = {"door": door, "step": 0, "round": 1, "n": 1, "filled": {"answer": place}}
        no_larger = sum(file.stat().st_size for file in tmp_path.glob("class.sqlite*"))
        resource.prlimit(served.process.pid, resource.RLIMIT_FSIZE, (no_larger, -1))
        kept = 0
        for phone in range(5_000):
            try:
                ask(served.address, "answer", token=f"{phone:032x}", **sent, **{"in": "en"})
                kept += 1
            except HTTPError as error:
                status, told = error.code, json.loads(error.read())
                break
        assert (status, told["problem"]) == (507, say("class.not-kept-answer", "en"))
        assert ask(served.address, "state", view="screen", door=door)["answered"] == kept
        resource.prlimit(served.process.pid, resource.RLIMIT_FSIZE, (-1, -1))
        assert ask(served.address, "answer", token=f"{kept:032x}", **sent) == {"kept": 1}
        assert ask(served.address, "state", view="screen", door=door)["answered"] == kept + 1
