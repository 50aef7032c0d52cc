"""A network that is slow, for any program: a relay that holds back what goes through it.

Chromium's own emulation lets a WebSocket through as quickly as ever.
"""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from queue import SimpleQueue
from threading import Thread

from attrs import define

_PACKET = 1400  # bytes


@define
class _Way:
    """One direction, which all connections share: what comes is passed on when it is its turn."""

    bytes_a_second: float
    seconds: float
    free_at: float = 0.0

    async def pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        now = asyncio.get_running_loop().time
        held: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()

        async def send() -> None:
            while True:
                due, some = await held.get()
                await asyncio.sleep(due - now())
                if not some:
                    writer.close()
                    return
                writer.write(some)

        sending = asyncio.ensure_future(send())
        some = b"begun"
        while some:
            with suppress(ConnectionError):
                some = await reader.read(_PACKET)
            self.free_at = max(self.free_at, now()) + len(some) / self.bytes_a_second
            held.put_nowait((self.free_at + self.seconds, some))
        await sending


async def _serve(
    to: int, bits: float, delay: float, ports: "SimpleQueue[int]", ends: asyncio.Event
) -> None:
    there, back = (_Way(bits / 8, delay / 2) for _ in range(2))

    async def relay(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(delay)  # until a new connection is there
        from_server, to_server = await asyncio.open_connection("127.0.0.1", to)
        with suppress(asyncio.CancelledError):  # it is taken down
            await asyncio.gather(
                there.pass_on(reader, to_server), back.pass_on(from_server, writer)
            )

    server = await asyncio.start_server(relay, "127.0.0.1", 0)
    ports.put(server.sockets[0].getsockname()[1])
    await ends.wait()
    server.close()
    left = asyncio.all_tasks() - {asyncio.current_task()}
    for task in left:
        task.cancel()
    await asyncio.gather(*left, return_exceptions=True)


@contextmanager
def slow_line(to: int, bits: float, delay: float) -> Iterator[int]:
    """A port that leads to another of this computer: ``bits`` a second, ``delay`` to and fro."""
    ports: SimpleQueue[int] = SimpleQueue()
    loop, ends = asyncio.new_event_loop(), asyncio.Event()
    thread = Thread(target=loop.run_until_complete, args=(_serve(to, bits, delay, ports, ends),))
    thread.start()
    try:
        yield ports.get()
    finally:
        loop.call_soon_threadsafe(ends.set)
        thread.join()
        loop.close()
