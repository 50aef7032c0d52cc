"""A zip file with a journal in it: written to be taken along, and read whoever may have made it.

Nothing is ever unpacked to a disk: one entry is read into memory, by its name and no further than a
journal may be long, so that where other entries would climb to, and what they would swell to, is
nothing to us.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from datetime import datetime

from course.errors import CourseError
from course.journal.exchange import LARGEST_IMPORT
from course.journal.files import FILE_NAME

_LARGEST_LIST = 100_000  # bytes of the list of entries; ours has some two hundred
_END = struct.Struct("<4s4H2LH")  # what an archive ends with, but for a comment
_END_MARK, _LARGE_END_MARK = b"PK\x05\x06", b"PK\x06\x07"
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError),
    *(NotImplementedError, RuntimeError, ValueError, OverflowError),
)
"""What Python's own reader meets with in an archive that is torn, or made to do harm."""


def packed(files: Mapping[str, bytes], time: datetime) -> bytes:
    """A zip file with these files in it, all of this time of a day.

    >>> archive = packed({"journal.jsonl": b"{}\\n"}, datetime(2026, 3, 1, 12))
    >>> journal_in(archive, "mine.zip")
    b'{}\\n'
    """
    to = io.BytesIO()
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, time.timetuple()[:6])
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            archive.writestr(entry, content)
    return to.getvalue()


def journal_in(content: bytes, name: str) -> bytes:
    """The journal in a zip file that is called ``name``.

    Raises CourseError: ``archive-damaged``, ``archive-encrypted``, ``archive-foreign`` where there
    is no journal in it or far more than that, ``large-journal``.
    """
    try:
        _see_that_the_list_is_short(content, name)
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            found = [one for one in archive.infolist() if one.filename == FILE_NAME]
            if len(found) != 1:
                raise CourseError("archive-foreign", name=name)
            return _read(archive, found[0], name)
    except _DAMAGE as fault:
        raise CourseError("archive-damaged", name=name) from fault


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bytes:
    """An entry's content, of which no more is unpacked than there may be."""
    if entry.flag_bits & _ENCRYPTED:
        raise CourseError("archive-encrypted", name=name)
    if entry.compress_type not in _METHODS:
        raise zipfile.BadZipFile("another way to compress than the course's")
    if entry.file_size > LARGEST_IMPORT:
        raise CourseError("large-journal", name=name, most=LARGEST_IMPORT // 1_000_000)
    with archive.open(entry) as file:
        journal = file.read(entry.file_size + 1)
    if len(journal) != entry.file_size:
        raise zipfile.BadZipFile("shorter than it says")
    return journal


def _see_that_the_list_is_short(content: bytes, name: str) -> None:
    """Python would make an object of each entry before one could ask how many there are."""
    end = content[-(_END.size + 0xFFFF) :]
    at = end.rfind(_END_MARK)
    if at < 0:
        raise zipfile.BadZipFile("torn off before its end")
    *_, size, _, _ = _END.unpack_from(end, at)
    if size > _LARGEST_LIST or _LARGE_END_MARK in end:
        raise CourseError("archive-foreign", name=name)
