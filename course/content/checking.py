"""All faults of an exercise file at once, each with its line, what is wrong and what to write.

First the schema, ``exercise.schema.json``, which is the one definition of an exercise file; then,
in a file that the schema passes, the rules that no schema can say.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from course.content.alike import alike
from course.content.reading import FAULTY, Find, alone, beside, build, joined, near
from course.content.schema import of_exercises, schema_faults, word_faults
from course.content.slips import hidden_slips
from course.content.unreadable import read_or_fault
from course.faults import Fault
from course.kinds import KINDS
from course.kinds.broken import BrokenKindError
from course.kinds.exercise import Exercise
from course.kinds.kind import AnswerError
from course.marked import Marked, read


def faults_in(path: Path, find: Find | None = None) -> list[Fault]:
    """Every fault of one exercise file, and of those that it stands on, file by file and line.

    ``find`` finds those: `course.content.reading.near` if none is given.
    """
    find = find or near(path)
    files = (path, *_beside(path, find))
    found = [fault for file in files for fault in _faults_of_one(file, find)]
    order = list(dict.fromkeys(fault.file for fault in found))
    return sorted(found, key=lambda one: (order.index(one.file), one.line))


def read_for(path: Path, find: Find | None = None) -> tuple[tuple[Path, int], ...]:
    """The files that `faults_in` reads for an exercise file, each with when it was changed.

    Where nothing of it is otherwise than before, the faults are those that were found then.
    """
    files = (path, *_beside(path, find or near(path)))
    return tuple((file, file.stat().st_mtime_ns) for file in files)


def _faults_of_one(path: Path, find: Find) -> list[Fault]:
    document = read_or_fault(path, _name(path))
    if isinstance(document, Fault):
        return [document]
    hidden = hidden_slips(path.read_text(encoding="utf-8"))
    try:
        found = [_found(fault, path, document) for fault in _faults(document, path, find)]
    except BrokenKindError as error:
        return [error.fault]
    return [*(fault.in_file(_name(path)) for fault in hidden), *found]


def _found(fault: Fault, path: Path, document: Marked) -> Fault:
    if fault.file is None:
        return fault.found(_name(path), document)
    beside = Path(fault.file)
    return fault.found(_name(beside), read(beside))


def _name(path: Path) -> str:
    """A file's name from the folder of all exercises on, wherever that lies."""
    folders = path.parts[:-1]
    depth = 2 + folders[::-1].index("exercises") if "exercises" in folders else 3
    return "/".join(path.parts[-depth:])


def _beside(path: Path, find: Find) -> tuple[Path, ...]:
    try:
        return beside(alone(path), path, find)
    except FAULTY:
        return ()


def _faults(document: Marked, path: Path, find: Find) -> Iterator[Fault]:
    definition, stem = document.value, path.stem
    if not isinstance(definition, dict):
        yield Fault((), "not-an-exercise")
        return
    kind = definition.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        known = ", ".join(KINDS)
        yield Fault(
            ("kind",),
            "unknown-kind",
            {"given": kind if isinstance(kind, str) and kind else "–", "known": known},
        )
        return
    of_schema = list(schema_faults(definition, of_exercises(KINDS[kind].folder / "schema.json")))
    yield from of_schema
    if definition.get("id") != stem and isinstance(definition.get("id"), str):
        yield Fault(("id",), "id-not-file", {"name": stem, "given": definition["id"]})
    yield from word_faults(definition, ())
    if not of_schema:
        yield from alike(definition, KINDS[kind].chosen_with)
        # Under another id than its file's it is no exercise to whoever reads the file.
        is_whole = definition["id"] == stem
        own = alone(path) if is_whole else build(definition, lesson=path.parent.name)
        exercise = _with_others(own, path, find)
        of_kind = list(KINDS[kind].faults(exercise)) if exercise else []
        yield from of_kind
        yield from _key_faults(exercise) if exercise and not of_kind else ()


def _with_others(exercise: Exercise, path: Path, find: Find) -> Exercise | None:
    """The exercise with those it stands on; None where one of these has faults of its own."""
    try:
        return joined(exercise, {file: alone(file) for file in beside(exercise, path, find)})
    except FAULTY:
        return None


def _key_faults(exercise: Exercise) -> Iterable[Fault]:
    kind = KINDS[exercise.kind]
    key = kind.key(exercise)
    try:
        full = key is None or kind.judge(exercise, kind.accept(exercise, key)).score == 1
    except AnswerError:
        full = False
    if not full:
        yield Fault((), "key-not-full")
