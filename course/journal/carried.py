"""A journal as a file that its learner takes along, and what such a file brings."""

import os
from pathlib import Path

from course.journal.exchange import LARGEST_IMPORT, Imported, Importing, head
from course.journal.files import FILE_NAME
from course.journal.keeping import Keeping
from course.journal.writing import replace


class Carried(Keeping):
    """All events of a journal as one file, and events from another."""

    def export(self) -> bytes:
        """Return all events as the bytes of a file, in order; no drafts, no lines set aside."""
        with self._turn:
            self._refresh()
            kept = tuple(self._reading.collected.lines.items())
        entries = sorted((clock, id, line) for id, (clock, line) in kept)
        lines = [head(self._clock()), *(line for _, _, line in entries)]
        return b"".join(line + b"\n" for line in lines)

    def export_to(self, path: str | os.PathLike[str]) -> None:
        """Write all events to the file ``path``, whole or not at all.

        Raises OSError if it cannot be written, and ValueError if it is the journal's own file.
        """
        target = Path(path).resolve()
        if self.path is not None and target == self.path.resolve():
            raise ValueError("A journal cannot be exported onto itself; choose another file.")
        replace(target, self.export())

    def importing(
        self, content: bytes | bytearray | memoryview, name: str = FILE_NAME
    ) -> Importing:
        """Return an import to be stepped: it adds the events that are not known here.

        ``name`` is what to call the content in a message. None of what is here changes, and what
        is older here stays older.

        Raises CourseError ``large-journal``; for other faults of the content see ``Importing``.
        """
        return Importing(content, name, self._clock, self._add, self.write)

    def import_from(
        self,
        source: str | os.PathLike[str] | bytes | bytearray | memoryview,
        *,
        name: str | None = None,
    ) -> Imported:
        """Import at once from a path, or from the content itself, as ``importing`` does in steps.

        Raises CourseError if that cannot be imported, and OSError if it cannot be read.
        """
        if isinstance(source, bytes | bytearray | memoryview):
            return self.importing(source, name or FILE_NAME).finish()
        with Path(source).open("rb") as file:
            content = file.read(LARGEST_IMPORT + 1)
        return self.importing(content, name or Path(source).name).finish()
