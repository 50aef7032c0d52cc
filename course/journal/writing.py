"""Files written one writer at a time, and on the disk before anyone is told."""

import errno
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from filelock import FileLock

_PATIENCE = 5.0  # seconds to wait for another writer; a line takes milliseconds
_PAUSE = 0.005  # seconds between two attempts
_TRIAL = 4096  # bytes; a full disk may still have room for a few beside a file's name

_NO_LOCKS = {errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOLCK}
_NO_SYNC = {errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP}

_FLAGS = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)


def attempt(path: Path) -> None:
    """Make the file and its folder if they are missing, and see that lines could be added.

    On a full disk a file opens and nothing can be written: so something is, beside it, and is
    gone again.

    Raises OSError if it cannot be done.
    """
    # Loaded where a journal has a file: a session that keeps nothing, or a page's, is there sooner.
    import tempfile

    os.close(_opened(path))
    with tempfile.TemporaryFile(dir=path.parent, prefix=path.stem, suffix=".part") as trial:
        trial.write(b"\0" * _TRIAL)
        trial.flush()
        _sync(trial.fileno())


def append(path: Path, lines: Sequence[bytes]) -> None:
    """Add the lines to the end of the file, and return when they are on the disk.

    If the file ends in a torn line, that line is ended first, so that it harms no other.

    Raises OSError if the lines cannot be written or may not have reached the disk.
    """
    with turn(path):
        file = _opened(path)
        try:
            size = os.fstat(file).st_size
            start = b"" if _ends_whole(file, size) else b"\n"
            _write(file, start + b"".join(line + b"\n" for line in lines))
            _sync(file)
        finally:
            os.close(file)
        if size == 0:
            _sync_folder(path.parent)


def empty(path: Path) -> None:
    """Remove every line, for a learner who wants it so; raises OSError if it cannot be done."""
    file = _opened(path)
    try:
        os.ftruncate(file, 0)
        _sync(file)
    finally:
        os.close(file)


def replace(path: Path, content: bytes) -> None:
    """Give the file this content, whole or not at all, and return when it is on the disk.

    Raises OSError if it cannot be written.
    """
    import tempfile

    # A half-written file would look like a whole one, so it gets its name when it is done.
    number, unfinished = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".part")
    try:
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            _sync(file.fileno())
        Path(unfinished).replace(path)
    except BaseException:
        Path(unfinished).unlink(missing_ok=True)
        raise


@contextmanager
def turn(path: Path) -> Iterator[None]:
    """Let one process at a time write; where there are no locks, as in a browser, let all.

    Raises OSError (a TimeoutError) if another holds the lock for too long.
    """
    lock = _lock(path)
    try:
        yield
    finally:
        if lock is not None:
            lock.release()


def _opened(path: Path) -> int:
    # What people write about their own leadership is for nobody else on a shared computer.
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    return os.open(path, _FLAGS, 0o600)


def _ends_whole(file: int, size: int) -> bool:
    if size == 0:
        return True
    os.lseek(file, size - 1, os.SEEK_SET)
    return os.read(file, 1) == b"\n"


def _write(file: int, content: bytes) -> None:
    """Write in one call; a second one only finishes what the first had no room for, or fails."""
    rest = memoryview(content)
    while rest:
        count = os.write(file, rest)
        if count == 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        rest = rest[count:]


def _sync(file: int) -> None:
    try:
        os.fsync(file)
    except OSError as fault:
        if fault.errno not in _NO_SYNC:
            raise


def _sync_folder(folder: Path) -> None:
    """See that a new file's name is on the disk too, where a folder can be synchronised."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _lock(path: Path) -> "FileLock | None":
    # Loaded when there is a file to lock: a session in a browser has none, and starts sooner.
    from filelock import FileLock, SoftFileLock

    # A soft lock is a mere file, which would outlive a process that is killed.
    if issubclass(FileLock, SoftFileLock):
        return None
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = FileLock(path.with_suffix(".lock"), timeout=_PATIENCE)
    try:
        lock.acquire(poll_interval=_PAUSE)
    except NotImplementedError:
        return None
    except OSError as fault:
        if fault.errno in _NO_LOCKS:
            return None
        raise
    return lock
