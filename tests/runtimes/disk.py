"""A disk that a test can fill, protect or slow down under a running course."""

import os
import threading
from collections.abc import Sequence

from course.journal import FileStore


class Disk(FileStore):
    """A folder's store, on a disk that says no with ``fault`` (an errno) and waits for ``free``."""

    fault = 0

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        self.free = threading.Event()
        self.free.set()
        self.asked = threading.Event()
        super().__init__(folder)

    def append(self, lines: Sequence[bytes]) -> None:
        self.asked.set()
        self.free.wait(30)
        if self.fault:
            self.why = OSError(self.fault, os.strerror(self.fault))
            raise self.why
        super().append(lines)

    def clear(self) -> None:
        if self.fault:
            raise OSError(self.fault, os.strerror(self.fault))
        super().clear()
