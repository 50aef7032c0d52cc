"""The files that are written from others: what covers each claim, the bibliography as CSL-JSON."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from course.build.coverage import table
from course.build.found import Found
from course.build.source import Source, readable, sources
from course.material.references import csl_json, references
from course.paths import DATA, ROOT

DOCUMENTS: dict[Path, Callable[[Iterable[Source]], str]] = {
    ROOT / "docs" / "coverage.md": table,
    DATA / "references.json": lambda _: csl_json(references().values()),
}
"""Each file, and how its text is written from the lessons."""


def main() -> int:
    """Write the files that have changed, and say which."""
    lessons = readable(sources())
    for path, write in DOCUMENTS.items():
        text = write(lessons)
        if _stands(path, text):
            continue
        path.write_text(text, encoding="utf-8", newline="\n")
        print(f"{path.relative_to(ROOT).as_posix()} written")
    return 0


def stale_documents(lessons: Iterable[Source]) -> Iterator[Found]:
    """The files that no longer match what they are written from."""
    lessons = readable(lessons)
    for path, write in DOCUMENTS.items():
        if not _stands(path, write(lessons)):
            yield Found(path.relative_to(ROOT).as_posix(), 1, "stale-document", {})


def _stands(path: Path, text: str) -> bool:
    return path.exists() and path.read_text(encoding="utf-8") == text
