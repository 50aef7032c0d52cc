"""Requests that no browser sends: whatever comes, the server answers, and not with a fault."""

import asyncio
import logging
import random
from collections import Counter

import pytest

from tests.counts import count
from tests.runtimes.served_here import Site, form

COUNT = count(10_000)
AT_ONCE = 20
PATHS = (
    b"/", b"/course", b"/course/sv/", b"/course/en/answers", b"/course/sv/plan",
    b"/course/en/certificate", b"/course/sv/glossary", b"/course/en/people", b"/course/sv/own",
    b"/course/sv/00-start",
    b"/course/en/07-how-ideas-travel.ipynb", b"/course/sv/line?lesson=00-start",
    b"/course/enter?key=x&to=sv/", b"/course/en/answers?download=1",
    b"/course/sv/plan?download=page", b"/course/sv/preview", b"/course/changed", b"/lab",
    b"{files}/pages/page.css", b"{files}/widgets/static/card.js", b"{files}/pages/../render.py",
    b"{files}/kinds/sort/view.js", b"{files}/kinds/no/view.css", b"{files}/kinds/../view.js",
)  # fmt: skip
PIECES = (
    b"", b"%", b"%00", b"%ff", b"%c3%28", b"..", b"/", b"//", b"?", b"#", b"&", b"=", b";", b"\\",
    b"\0", b"\r", b"\xff", b"\xc3\xa5", b"sv", b"en", b"%2e%2e%2f", b"A" * 5000, b"'", b'"', b"<",
    b"*", b"{", b"\x1b[31m", b"lesson=", b"download=", b"%E2%80%A8", b"9" * 400, b"[]", b"key=",
)  # fmt: skip
METHODS = (
    *[b"GET"] * 12, *[b"POST"] * 4, b"HEAD", b"PUT", b"DELETE", b"OPTIONS", b"PATCH", b"TRACE",
    b"CONNECT", b"BREW", b"get", b"",
)  # fmt: skip
HEADERS = (
    b"Content-Length: 5", b"Content-Length: -1", b"Content-Length: 99999999999999999999",
    b"Content-Length: x", b"Transfer-Encoding: chunked", b"Expect: 100-continue",
    b"Range: bytes=0-", b"Range: bytes=9-1", b"Range: bytes=x", b"If-Modified-Since: yesterday",
    b"If-None-Match: *", b"Upgrade: websocket", b"Connection: Upgrade", b"Connection: keep-alive",
    b"Sec-WebSocket-Key: x", b"Sec-WebSocket-Version: 13", b"Sec-WebSocket-Version: 0",
    b"Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits=99",
    b"Sec-WebSocket-Protocol: \xff", b"Origin: null", b"Origin: http://[", b"Origin: \xff",
    b"Referer: \xff", b"Accept-Language: \xff\xfe", b"X-Forwarded-For: 1", b"X-Xsrftoken: 2|x",
    b"Content-Type: multipart/form-data", b"Content-Type: multipart/form-data; boundary=",
    b"Content-Type: application/x-www-form-urlencoded; charset=\xff", b"Accept-Encoding: x",
    b"Content-Encoding: gzip", b"Cookie: _xsrf=2|x|y|z", b"Cookie: =;;\xff", b"A: " + b"b" * 9000,
    b"Host: [", b"Host: 127.0.0.1:x", b"Host:", b"Host: a, b", b" folded", b"no colon",
)  # fmt: skip
BODIES = (
    b"", b"x", b"delete=yes", b"delete=yes&_xsrf=%ff", b"\xff" * 50, b"5\r\nabc", b"a" * 200_000,
    form({"file": ("x", b"{}\n")}), form({"_xsrf": "x", "file": ("\x00/..", b"\xff")}),
    form({"file": ("x", b"")})[:-20], b"--xxBOUNDARYxx" * 900,
)  # fmt: skip


def mutated(rng: random.Random, site: Site) -> bytes:
    """A request of a page or a form, with some of it otherwise."""
    path = rng.choice(PATHS).replace(b"{files}", site.served.pages.files.encode())
    for _ in range(rng.choice([0, 0, 0, 1, 1, 3])):
        at = rng.randint(0, len(path))
        path = path[:at] + rng.choice(PIECES) + path[rng.choice([at, at, at + 1, len(path)]) :]
    method = rng.choice(METHODS)
    body = rng.choice(BODIES) if method == b"POST" or rng.random() < 0.1 else b""
    cookies = "; ".join(f"{name}={value}" for name, value in site.cookies.items()).encode()
    if rng.random() < 0.2:
        at = rng.randint(0, len(cookies))
        cookies = cookies[:at] + rng.choice(PIECES) + cookies[at + 1 :]
    lines = [
        method + b" " + path + b" " + rng.choice([b"HTTP/1.1"] * 9 + [b"HTTP/9", b""]),
        b"Host: " + site.host.encode(),
        b"Cookie: " + cookies,
        b"X-Xsrftoken: " + site.cookies["_xsrf"].encode(),
    ]
    if body:
        lines.append(b"Content-Type: multipart/form-data; boundary=xxBOUNDARYxx")
        lines.append(b"Content-Length: " + str(len(body)).encode())
    for _ in range(rng.choice([0, 0, 0, 1, 1, 4])):
        more = rng.choice(HEADERS)
        if rng.random() < 0.7:  # in place of the true one
            name = more.partition(b":")[0] + b":"
            lines = lines[:1] + [one for one in lines[1:] if not one.startswith(name)]
        lines.insert(rng.randint(1, len(lines)), more)
    return b"\r\n".join([*lines, b"", body])


async def status(site: Site, request: bytes) -> str:
    """The status of the answer; "" where the server just ends, and "-" where it waits for more."""
    reader, writer = await asyncio.open_connection("127.0.0.1", site.port)
    try:
        writer.write(request)
        first = await asyncio.wait_for(reader.readline(), 0.5)
        return first.split(b" ")[1].decode() if first.startswith(b"HTTP/") else ""
    except (ConnectionError, ValueError):
        return ""
    except TimeoutError:
        return "-"
    finally:
        writer.close()


@pytest.mark.long
def test_no_request_is_a_fault_of_the_server(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.ERROR)
    site.ask("/course/en/answers")
    rng = random.Random(20)
    seen: Counter[str] = Counter()

    async def some(requests: list[bytes]) -> None:
        found = await asyncio.gather(*(status(site, one) for one in requests))
        for request, code in zip(requests, found, strict=True):
            assert not code.startswith("5"), request
        seen.update(found)

    for _ in range(COUNT // AT_ONCE):
        site.run(some([mutated(rng, site) for _ in range(AT_ONCE)]))
    assert [record.getMessage() for record in caplog.records] == []
    # They are no mere rubbish: a good part is answered with a page.
    assert seen["200"] > COUNT / 20
    assert site.ask("/course/sv/").status == 200
