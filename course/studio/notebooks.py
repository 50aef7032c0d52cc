"""Source text to notebooks: one a language, executed, with stable cell ids and stored outputs.

Building twice gives the same bytes: ids come from the order of the cells, and whatever varies from
run to run (times, widget ids, versions) is left out.
"""

import os
import re
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from course.content.course import Course, ours
from course.content.reading import beside
from course.content.references import CITATION
from course.errors import CourseError
from course.faults import Fault, FaultError
from course.paths import LANGUAGES, ROOT
from course.plain import Json
from course.studio.cells import code_cell, notebook_of, text_cell
from course.studio.data import unusable
from course.studio.facilitator import for_a_class
from course.studio.kept import Kept, code, content_of, fingerprint_of
from course.studio.marks import linked as linked_marks
from course.studio.marks import meanings
from course.studio.myst import Cell
from course.studio.source import Pair, Source, sources, used_exercises, used_figures
from course.studio.steps import OPENING, steps
from course.studio.summary import minutes
from course.studio.terms import entries_cell, used_terms
from course.studio.terms import linked as linked_terms
from course.studio.works import listed_works

VIEW = "application/vnd.jupyter.widget-view+json"
SOURCES_MARK = "{sources}"


def main(names: list[str], course: Course | None = None) -> int:
    """Build the lessons named, or all, and say which were written; 1 if one can't be built."""
    from nbclient.exceptions import CellExecutionError  # a check runs nothing, and need not wait

    course = course if course is not None else ours()
    faults = unusable(course)
    for fault in faults:
        print(fault.told("en"), file=sys.stderr)
    if faults:  # no lesson can be built on these
        return 1
    chosen = [source for source in sources(course) if not names or source.lesson in names]
    unknown = set(names) - {source.lesson for source in chosen}
    for name in sorted(unknown):
        print(
            f"There is no source for a lesson called {name} in notebooks/source.", file=sys.stderr
        )
    failed = bool(unknown)
    kept = Kept(course.folders[-1] / "build" / "built.json")
    for source in chosen:
        for language in LANGUAGES:
            try:
                changed = _build(source, language, kept)
            except (FaultError, CourseError, CellExecutionError) as error:
                print(f"notebooks/source/{source.path.name}: {error}", file=sys.stderr)
                failed = True
                continue
            what = "written" if changed else "unchanged"
            print(f"notebooks/{language}/{source.lesson}.ipynb {what}")
    kept.keep(of_all=not names)
    return int(failed)


def _build(source: Source, language: str, kept: Kept) -> bool:
    """Build one notebook and write it; True if that changed it.

    It is run only where it, the code, or what it shows has changed since it was last written.
    """
    path = source.course.folders[-1] / f"notebooks/{language}/{source.lesson}.ipynb"
    notebook = built(source, language)
    stands_on = fingerprint_of(code(), _written(notebook), *_shown(source))
    name = f"{language}/{source.lesson}"
    if kept.before(name) == (stands_on, content_of([path])):
        kept.put(name, stands_on, content_of([path]))
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    changed = write(executed(notebook, path.parent), path)
    kept.put(name, stands_on, content_of([path]))
    return changed


def _shown(source: Source) -> tuple[list[str], list[str]]:
    """The names and the content of what a lesson shows when it is run: its exercises, all data."""
    course = source.course
    files = [*course.files("data/**/*"), *course.files(f"exercises/{source.lesson}/**/*.yml")]
    for id in used_exercises(source):
        file = course.file(f"exercises/{source.lesson}/{id}.yml")
        files += beside(course.exercise(source.lesson, id), file, course.find_exercises)
    return [course.name(file) for file in files], content_of(files)


def built(source: Source, language: str) -> Any:
    """The notebook of a lesson in a language, without outputs, to be run and written.

    Raises FaultError.
    """
    import nbformat  # a check compares what notebooks hold, and need not wait

    notebook = nbformat.from_dict(contents(source, language))
    nbformat.validate(notebook)
    return notebook


def contents(source: Source, language: str) -> Json:
    """What the notebook of a lesson holds in a language before it is run; raises FaultError."""
    course = source.course
    cited: list[str] = []
    cells = [_opening_cell(source, language)]
    for pair in source.pairs:
        cell = pair.cells[language]
        if cell.kind == "code":
            cells.append(_code_cell(pair.id, cell))
        else:
            cells.append(_text_cell(pair, language, source.course, cited))
    times = source.exercise_minutes
    everything, core = minutes(source, language), minutes(source, language, core=True)
    _fill_sources(cells, source, language, cited)
    terms = used_terms(source, language)
    marks = meanings(source, language)
    if terms or marks:
        entries = [course.glossary[term] for term in {use.term for use in terms}]
        cells.append(entries_cell(entries, language, marks))
    exercises = [course.exercise(source.lesson, one) for one in used_exercises(source)]
    return notebook_of(
        cells,
        {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
            "course": {
                "lesson": source.lesson,
                "language": language,
                "title": course.filling.said(source.title(language), language),
                "minutes": everything,
                "core_minutes": core,
                "monday": course.filling.said(source.monday(language), language),
                **({"added": str(source.added)} if source.added else {}),
                "terms": [
                    {"id": use.term, "cell": use.cell, "heading": use.heading} for use in terms
                ],
                "steps": steps(source, language, exercises),
                "class": for_a_class(source, language),
                "kinds": sorted({exercise.kind for exercise in exercises}),
                "exercises": [
                    {"id": one.id, "minutes": times[one.id][language], "core": one.core}
                    for one in exercises
                ],
            },
        },
    )


def _opening_cell(source: Source, language: str) -> Json:
    """What the code of all other cells stands on, and the picture that the lesson opens with."""
    own = ', own="../.."' if len(source.course.folders) > 1 else ""
    lesson = f'lesson = Lesson("{source.lesson}", language="{language}"{own})'
    code = f"from course import Lesson\n{lesson}"
    if source.lesson in source.course.scenes.by_lesson:
        code += "\nlesson.opening()"
    return _runnable(code, OPENING, {})


def _code_cell(id: str, cell: Cell) -> Json:
    """A cell's own code, or the code that shows what it says; pages read it in the metadata."""
    metadata: Json = {"tags": list(cell.tags)} if cell.tags else {}
    if cell.shows:
        metadata["course"] = dict(cell.shows)
    return _runnable(_showing(cell.shows) if cell.shows else cell.body, id, metadata)


def _showing(shows: Mapping[str, str]) -> str:
    """The code that shows an exercise or a figure, as one would write it by hand."""
    if "exercise" in shows:
        return f'lesson.exercise("{shows["exercise"]}")'
    after = f', after="{shows["after"]}"' if "after" in shows else ""
    return f'lesson.figure("{shows["figure"]}"{after})'


def _runnable(code: str, id: str, metadata: Json) -> Json:
    hidden = {"jupyter": {"source_hidden": True}}
    return code_cell(code, id, {**hidden, **metadata})


def _text_cell(pair: Pair, language: str, course: Course, cited: list[str]) -> Json:
    """The cell with its citations as links; their keys go into ``cited``."""
    cell = pair.cells[language]

    def cite(match: re.Match[str]) -> str:
        reference = course.references.get(match[1])
        if reference is None:
            raise FaultError(Fault.at(cell.line, "missing-source", {"key": match[1]}))
        cited.append(match[1])
        where = f", {match[2].strip()}" if match[2] else ""
        return f"([{reference.cited(language)}](#ref-{match[1]}){where})"

    marked = linked_marks(cell.body, course.cases, language, cell.line)
    body = linked_terms(CITATION.sub(cite, course.filling.said(marked, language)))
    metadata = {"course": {"step": pair.step}} if pair.step else {}
    return text_cell(body, pair.id, metadata)


def _fill_sources(cells: list[Json], source: Source, language: str, cited: Iterable[str]) -> None:
    """Put the list of all works cited where ``{sources}`` stands: in text, exercises, figures."""
    course, keys = source.course, set(cited)
    for name in course.exercises(source.lesson):
        if name in used_exercises(source):
            keys.update(course.exercise(source.lesson, name).sources)
    for name in used_figures(source):
        keys.update(course.figure(name).sources)
    known = course.references
    missing = sorted(keys - set(known))
    if missing:
        raise FaultError(Fault.at(1, "missing-source", {"key": ", ".join(missing)}))
    lines = list(listed_works((known[key] for key in keys), source, language))
    for cell in cells:
        if cell["cell_type"] == "markdown" and SOURCES_MARK in cell["source"]:
            cell["source"] = cell["source"].replace(SOURCES_MARK, "\n".join(lines))
            return
    if keys:
        raise FaultError(Fault.at(1, "no-source-list"))


def executed(notebook: Any, folder: Path = ROOT / "notebooks") -> Any:
    """The notebook with its outputs, run in its folder by a learner who has answered nothing."""
    from nbclient import NotebookClient

    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "COURSE_HOME": home}
        client = NotebookClient(
            notebook,
            timeout=120,
            kernel_name="python3",
            extra_arguments=["--IPKernelApp.log_level=40"],  # its warnings are for networks
            store_widget_state=False,
            record_timing=False,
            coalesce_streams=True,  # what a slow machine prints in two parts is one output
            resources={"metadata": {"path": str(folder)}},
        )
        client.execute(env=environment)
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(VIEW, None)
    notebook.metadata["language_info"] = {"name": "python"}
    return notebook


def write(notebook: Any, path: Path) -> bool:
    """Write the notebook unless it stands there already; True if it was written."""
    text = _written(notebook) + "\n"
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return True


def _written(notebook: Any) -> str:
    import nbformat

    text: str = nbformat.writes(notebook)
    return text
