"""What was recorded is made durable beside the event loop, and the pages are told when it is."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from course.journal import Imported, Importing, Journal
from course.journal.many import no_collection

_SOON = 0.4  # seconds after which a draft is written: a learner types several letters a second

Listener = Callable[[bool], None]


class Keeper:
    """Writes a journal in a thread of its own, so that a slow disk keeps nobody waiting.

    What is recorded while a write is under way goes with the next one, all of it at once.
    """

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="keeper")
        self._listeners: set[Listener] = set()
        self._next: asyncio.Task[None] | None = None
        self._under_way: set[asyncio.Task[None]] = set()
        self._drafts: asyncio.TimerHandle | None = None

    def on_written(self, listener: Listener) -> Callable[[], None]:
        """Tell a listener after each write whether all is durable; gives what ends that."""
        self._listeners.add(listener)
        return lambda: self._listeners.discard(listener)

    def write_soon(self) -> None:
        """Make durable all that is recorded by now, and then tell the listeners."""
        if self._next is None:
            self._next = asyncio.ensure_future(self._write())
            self._under_way.add(self._next)
            self._next.add_done_callback(self._under_way.discard)

    async def _write(self) -> None:
        await asyncio.sleep(0)  # what comes in the same moment goes along
        self._next = None
        await self.beside(self.journal.write)
        for listener in tuple(self._listeners):
            listener(self.journal.kept)

    async def beside(self, work: Callable[..., Any], *arguments: Any) -> Any:
        """Do something with the journal in the thread that writes it, and give what it gives."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, work, *arguments)

    async def bring_in(self, importing: Importing) -> Imported:
        """Take the steps of an import in that thread; what else is recorded goes in between.

        Raises what the import raises.
        """
        steps = iter(importing)
        with no_collection():
            while await self.beside(next, steps, None) is not None:
                pass
        assert importing.result is not None
        return importing.result

    def drafts_soon(self) -> None:
        """Write the drafts in a moment, with those that come until then."""
        if self._drafts is None:
            loop = asyncio.get_running_loop()
            self._drafts = loop.call_later(_SOON, self._write_drafts)

    def _write_drafts(self) -> None:
        self._drafts = None
        self._thread.submit(self.journal.write_drafts)

    def close(self) -> None:
        """Write what is left; nothing can be recorded here afterwards."""
        if self._drafts is not None:
            self._drafts.cancel()
        self._thread.shutdown(wait=True)
        self.journal.write()
        self.journal.write_drafts()
