"""Everything that can be wrong with the lessons and exercises, found without running them.

Each fault is told with its file and line, what is wrong and what to write; all of them at once.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import nbformat
from attrs import frozen

from course.build.notebooks import built, path_of, used_exercises
from course.build.source import AUDIENCES, TAGS, Cell, Source, SourceError, sources
from course.errors import CourseError
from course.material.checking import faults_in
from course.material.reading import ids, load
from course.material.references import CITATION, references
from course.paths import EXERCISES, LANGUAGES, NOTEBOOKS, ROOT
from course.text import say, spoken

MOST_WORDS = 1600
"""The longest that a lesson's text may be, in one language."""

_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
_MEANT_AS_CITATION = re.compile(r"\[@[^\]]*\]")
_HEADING = re.compile(r"^# +", re.MULTILINE)
_WORD = re.compile(r"[^\W_]+(?:[-'’:.][^\W_]+)*")
_MARKUP = re.compile(r"\{[a-z]+\}|\[@[^\]]*\]|\]\([^)]*\)|<[^>]+>")


@frozen
class Found:
    """A fault in a file, at a line, told by the sentence ``source.<key>``."""

    file: str
    line: int
    key: str
    values: dict[str, object]

    def told(self, language: str) -> str:
        """File, line, what is wrong and what to write."""
        what = say(f"source.{self.key}", language, **spoken(self.values, language))
        return say("fault.line", language, file=self.file, line=self.line, what=what)


def main(language: str = "en") -> int:
    """Print every fault and a summary; 1 if there is any."""
    lessons = sources()
    found = [*exercise_faults(language), *(one.told(language) for one in source_faults(lessons))]
    if not found:
        found = [one.told(language) for one in notebook_faults(lessons)]
    for sentence in found:
        print(sentence, file=sys.stderr)
    for line in summary(lessons) if not found else ():
        print(line)
    print(f"{len(found)} faults" if found else "No faults.")
    return int(bool(found))


def exercise_faults(language: str, folder: Path = EXERCISES) -> list[str]:
    """Every fault of every exercise file."""
    files = sorted(folder.glob("*/*.yml"))
    return [fault.told(language) for file in files for fault in faults_in(file)]


def source_faults(lessons: Iterable[Source]) -> list[Found]:
    """Every fault of the lessons' sources, and of what they use and leave unused."""
    lessons = tuple(lessons)
    faults = [fault for source in lessons for fault in _faults(source)]
    return faults + list(_unused(lessons))


def _faults(source: Source) -> Iterator[Found]:
    name = f"notebooks/source/{source.path.name}"
    try:
        pairs = source.pairs
        assert source.head
        for language in LANGUAGES:
            source.title(language)
    except SourceError as error:
        yield Found(name, error.line, error.key, error.values)
        return
    for cell in source.cells:
        for key, values in _cell_faults(cell, source.path):
            yield Found(name, cell.line, key, values)
    if all(cell.audience in AUDIENCES for cell in source.cells):
        try:
            assert source.facilitator_pairs is not None
        except SourceError as error:
            yield Found(name, error.line, error.key, error.values)
    for language in LANGUAGES:
        cells = [pair.cells[language] for pair in pairs]
        texts = [cell for cell in cells if cell.kind == "text"]
        titles = [cell for cell in texts for _ in _HEADING.findall(cell.body)]
        for cell in titles[1:]:
            yield Found(name, cell.line, "two-titles", {})
        n = sum(words(cell.body) for cell in texts)
        if n > MOST_WORDS:
            values = {"n": n, "language": f"say:in.{language}", "most": MOST_WORDS}
            yield Found(name, 1, "too-many-words", values)


def _cell_faults(cell: Cell, path: Path) -> Iterator[tuple[str, dict[str, object]]]:
    for tag in cell.tags:
        if tag not in TAGS:
            yield "unknown-tag", {"given": tag, "known": ", ".join(sorted(TAGS))}
    if cell.audience not in AUDIENCES:
        yield "unknown-audience", {"given": cell.audience}
    if cell.kind == "code":
        for exercise in _named_exercises(cell.body):
            if exercise not in ids(path.stem):
                yield "unknown-exercise", {"given": exercise, "lesson": path.stem}
        return
    for meant in _MEANT_AS_CITATION.findall(cell.body):
        match = CITATION.fullmatch(meant)
        if match is None:
            yield "bad-citation", {"given": meant}
        elif match[1] not in references():
            yield "missing-source", {"key": match[1]}
    for link in _LINK.findall(cell.body):
        if not _leads_somewhere(link):
            yield "broken-link", {"link": link}


def _named_exercises(code: str) -> list[str]:
    return re.findall(r'lesson\.exercise\(\s*"([^"]+)"', code)


def _leads_somewhere(link: str) -> bool:
    """Links go to another lesson's notebook, to an address, or to a work in the list of sources."""
    if re.match(r"https?://[^/\s]+\.[a-z]{2,}(/|$)", link):
        return True
    if link.startswith("#ref-"):
        return link.removeprefix("#ref-") in references()
    target = link.split("#", 1)[0]
    return target.endswith(".ipynb") and (NOTEBOOKS / "source" / f"{target[:-6]}.md").exists()


def words(markdown: str) -> int:
    """How many words a reader reads in a piece of Markdown.

    >>> words("## Två ord\\n[en länk](x.ipynb) [@key, s. 4]")
    4
    """
    return len(_WORD.findall(_MARKUP.sub(" ", markdown)))


def _unused(lessons: tuple[Source, ...]) -> Iterator[Found]:
    cited = set()
    for folder in sorted({file.parent.name for file in EXERCISES.glob("*/*.yml")}):
        if all(folder != source.lesson for source in lessons):
            yield Found(f"exercises/{folder}", 1, "no-lesson", {"lesson": folder})
    for source in lessons:
        cited |= {match[1] for match in CITATION.finditer(source.text)}
        try:
            shown = used_exercises(source)
        except SourceError:
            continue  # its own faults are told by _faults
        for id in ids(source.lesson):
            if id not in shown:
                file = f"exercises/{source.lesson}/{id}.yml"
                yield Found(file, 1, "unused-exercise", {"lesson": source.lesson})
                continue
            try:
                exercise = load(source.lesson, id)
            except CourseError:
                continue  # its own faults are told by exercise_faults
            cited |= set(exercise.sources)
            for key in exercise.sources:
                if key not in references():
                    file = f"exercises/{source.lesson}/{id}.yml"
                    yield Found(file, 1, "missing-source", {"key": key})
    for key in references():
        if key not in cited:
            yield Found("data/references.yml", 1, "unused-source", {"key": key})


def notebook_faults(lessons: Iterable[Source]) -> list[Found]:
    """Notebooks that are missing, that differ from their source, or that have none."""
    faults, expected = [], set()
    for source in lessons:
        for language in LANGUAGES:
            path = path_of(source.lesson, language)
            expected.add(path)
            values = {"lesson": source.lesson, "language": language}
            file = f"notebooks/source/{source.path.name}"
            try:
                new = built(source, language)
            except SourceError as error:
                faults.append(Found(file, error.line, error.key, error.values))
                continue
            if not path.exists():
                faults.append(Found(file, 1, "missing-notebook", dict(values)))
            elif _without_outputs(nbformat.read(path, 4)) != _without_outputs(new):
                faults.append(Found(file, 1, "stale", dict(values)))
    for language in LANGUAGES:
        for path in sorted((NOTEBOOKS / language).glob("*.ipynb")):
            if path not in expected:
                name = path.relative_to(ROOT).as_posix()
                faults.append(Found(name, 1, "orphan", {}))
    return faults


def _without_outputs(notebook: Any) -> Any:
    cells = [
        {key: value for key, value in cell.items() if key not in ("outputs", "execution_count")}
        for cell in notebook.cells
    ]
    return {"cells": cells, "metadata": notebook.metadata}


def summary(lessons: Iterable[Source]) -> Iterator[str]:
    """What the course holds, lesson by lesson: words, exercises by kind, minutes."""
    yield f"{'lesson':24}{'words sv':>9}{'words en':>9}{'minutes':>9}{'core':>6}  exercises"
    minutes = 0
    for source in lessons:
        counts = [
            sum(words(pair.cells[code].body) for pair in source.pairs if _is_text(pair.cells[code]))
            for code in LANGUAGES
        ]
        exercises = [load(source.lesson, id) for id in used_exercises(source)]
        optional = sum(one.minutes for one in exercises if not one.core)
        total = source.head["minutes"]
        minutes += total
        kinds = ", ".join(f"{one.id} ({one.kind})" for one in exercises)
        yield f"{source.lesson:24}{counts[0]:9}{counts[1]:9}{total:9}{total - optional:6}  {kinds}"
    yield f"{'all':24}{'':18}{minutes:9}"


def _is_text(cell: Cell) -> bool:
    return cell.kind == "text"
