"""One kernel kept warm: started, the course imported, waiting for whoever opens a lesson next.

Voilà's own preheating runs one kernel for every notebook, which for a course of many lessons costs
gigabytes. Here any lesson takes the one that is ready, and the next is started in its place.
"""

import asyncio
import os
from typing import Any

from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from traitlets import Float

from course.widgets import IN_COURSE_VIEW

_KERNEL = "python3"
_START = 10  # seconds that a kernel may take to start
_QUIET = "--IPKernelApp.log_level=40"  # its warnings are for those who run kernels over a network
_PRELOAD = "--IPKernelApp.exec_lines=import course.lesson as _; del _"


class WarmKernelManager(AsyncMappingKernelManager):
    """A kernel manager whose next kernel is ready before it is asked for."""

    refill_after = Float(
        2.0,
        config=True,
        help="Seconds to wait before the next kernel is started, so that the page comes first.",
    )

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._warm: asyncio.Task[str] | None = None
        self._starting = False
        self._closing = False

    def keep_warm(self, delay: float = 0.0) -> None:
        """Start a kernel for the next lesson, unless one is waiting already."""
        if self._warm is None and not self._closing:
            self._starting = False
            self._warm = asyncio.ensure_future(self._warmed(delay))

    async def _warmed(self, delay: float) -> str:
        await asyncio.sleep(delay)
        self._starting = True
        return await super().start_kernel(
            kernel_name=_KERNEL,
            extra_arguments=[_QUIET, _PRELOAD],
            env={**os.environ, IN_COURSE_VIEW: "1"},
        )

    async def start_kernel(self, **kwargs: Any) -> str:  # type: ignore[override]
        """The warm kernel for a lesson (Voilà tells by its environment), a fresh one for others."""
        is_lesson = "VOILA_PREHEAT" in (kwargs.get("env") or {})
        if is_lesson and self._warm is not None and not self._closing:
            warm, self._warm = self._warm, None
            self.keep_warm(self.refill_after)
            kernel_id = await warm
            if kernel_id in self and await self.is_alive(kernel_id):
                return kernel_id
        if is_lesson:
            kwargs["env"] = {**kwargs["env"], IN_COURSE_VIEW: "1"}
        return await super().start_kernel(extra_arguments=[_QUIET], **kwargs)

    def list_kernels(self) -> list[Any]:
        """The kernels in use; the one that waits is nobody's business."""
        waiting = self._waiting()
        return [kernel for kernel in super().list_kernels() if kernel["id"] != waiting]

    async def cull_kernel_if_idle(self, kernel_id: str) -> None:
        """Leave the waiting kernel alone."""
        if kernel_id != self._waiting():
            await super().cull_kernel_if_idle(kernel_id)

    async def shutdown_all(self, now: bool = False) -> None:  # type: ignore[override]
        """Stop every kernel, the waiting one too, even if it is only just starting."""
        self._closing = True
        if self._warm is not None and not self._warm.done():
            # A kernel that is half started never says that it is ready, and would be waited for.
            if not self._starting:
                self._warm.cancel()
            await asyncio.wait([self._warm], timeout=_START)
        # Answers are on disk, and a kernel asked politely while it starts prints a traceback.
        await super().shutdown_all(now=True)

    def _waiting(self) -> str | None:
        if self._warm is None or not self._warm.done() or self._warm.cancelled():
            return None
        return None if self._warm.exception() else self._warm.result()
