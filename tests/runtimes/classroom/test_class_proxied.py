"""A class behind a real proxy under a folder, which takes the folder away or leaves it."""

import asyncio
import json
import re
from collections.abc import Iterator
from urllib.parse import urljoin

import pytest
import segno
from tornado.httpclient import HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from course.runtimes.classroom.pages import LOADED
from tests.runtimes.classroom.class_here import ClassHere
from tests.runtimes.classroom.proxied import FOLDER, Proxy, passing, sockets_for_a_proxy

HOW = {
    "takes it away": {"strips": True},
    "leaves it": {"strips": False},
    "tells no name": {"strips": True, "tells_name": False},
}


@pytest.fixture(params=HOW)
def here(request: pytest.FixtureRequest) -> Iterator[ClassHere]:
    sockets = sockets_for_a_proxy()
    public = f"http://127.0.0.1:{sockets[0].getsockname()[1]}{FOLDER}"
    with ClassHere(public=public) as one:
        proxy = Proxy(to=one.port, **HOW[request.param])
        with passing(proxy, sockets):
            yield one
            for line in one.lines:
                line.close()
            one.run(closed(proxy))


async def closed(proxy: Proxy) -> None:
    while proxy.lines:
        await asyncio.sleep(0.01)


def test_every_view_and_all_its_files_are_there_and_nothing_outside_the_folder(
    here: ClassHere,
) -> None:
    for view in LOADED:
        answer = here.get("" if view == "phone" else view)
        assert answer.code == 200
        assert "Set-Cookie" not in answer.headers
        for address in re.findall(r'(?:src|href)="([^"]+)"', answer.body.decode()):
            assert urljoin(FOLDER, address).startswith(FOLDER)
            assert here.get(address).code == 200, address


def test_the_address_as_it_is_typed_leads_to_the_folder(here: ClassHere) -> None:
    here.address = here.address.rstrip("/")
    answer = here.get("?in=sv", follow_redirects=False)
    assert answer.code in (301, 302)
    assert answer.headers["Location"] == f"{FOLDER}?in=sv"


def test_a_line_passes_and_tells_what_changes(here: ClassHere) -> None:
    line = here.line()
    assert here.hear(line)["at"] == -1
    here.steer("go", value=0)
    assert here.hear(line)["at"] == 0


UPGRADE = {
    "Upgrade": "websocket",
    "Connection": "Upgrade",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",  # the example of RFC 6455
}


def test_a_page_of_the_public_address_has_a_line_and_one_of_another_has_none(
    here: ClassHere,
) -> None:
    address = here.address.replace("http", "ws") + "live"
    asked = HTTPRequest(address, headers={"Origin": here.address.removesuffix(FOLDER)})
    here.lines.append(here.run(connected(asked)))
    here.address = f"http://127.0.0.1:{here.port}/"
    refused = here.get("live", headers={**UPGRADE, "Origin": "http://elsewhere.example"})
    assert refused.code == 403


async def connected(asked: HTTPRequest) -> WebSocketClientConnection:
    return await websocket_connect(asked)


def test_the_square_and_the_words_lead_to_the_folder(here: ClassHere) -> None:
    _, told = here.ask("state", view="screen", door=here.door)
    assert told["address"] == here.address
    square = segno.make_qr(f"{here.address}#{here.door}", error="m")
    assert told["square"] == ["".join(map(str, row)) for row in square.matrix]
    status, entered = here.ask("enter", code=here.room.about.code)
    assert (status, entered["door"]) == (200, here.door)
    assert json.dumps(entered).count(FOLDER) == 0  # no address stands in what a page is told


def test_the_instructor_may_open_the_pages_on_the_computer_itself(here: ClassHere) -> None:
    here.address = f"http://127.0.0.1:{here.port}/"
    assert here.get("lead").code == 200
