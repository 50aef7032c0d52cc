"""Exercise and figure files in the browser while they are edited, as learners see them.

The page is a notebook made on the spot: what is wrong with the files, then those without faults.
It is drawn by the same template as a lesson and loaded anew when a file is saved. Only a server
that was started for a preview has it, and only for the path that it was started for: an address
names no file, and nothing told about a file is Markdown or HTML.
"""

import re
from pathlib import Path
from typing import Any

import nbformat
from tornado import web
from voila.tornado.handler import TornadoVoilaHandler

from course.material.checking import Located, faults_in
from course.material.course import ours
from course.material.exercise import Json
from course.material.figure_checking import faults_in_figure
from course.text import say
from course.view import plan
from course.view.handlers import Course, LessonHandler, PageHandler


def files(given: Path) -> list[Path]:
    """The files that are meant: the file itself, or all of a folder."""
    if given.is_dir():
        return sorted(given.glob("*.yml"))
    return [given] if given.suffix == ".yml" and given.is_file() else []


def changed(shown: list[Path]) -> int:
    """When the latest of some files was changed, in nanoseconds."""
    return max(file.stat().st_mtime_ns for file in shown)


def notebook(given: Path, language: str) -> Any:
    """The notebook that previews files: what is wrong, and what can be shown."""
    faults = {file: [fault.told(language) for fault in _faults(file)] for file in files(given)}
    told = [f"- {as_text(sentence)}" for sentences in faults.values() for sentence in sentences]
    title = say("preview.faults" if told else "preview.none", language)
    listed = "\n".join(told)
    words = (
        f"# {as_text(given.name)}\n\n{say('preview.reloads', language)}\n\n## {title}\n\n{listed}"
    )
    cells = [nbformat.v4.new_markdown_cell(words, id="c01")]
    shown = [file for file, found in faults.items() if not found]
    for n, file in enumerate(shown, start=2):
        make = _figure_cell if _is_figure(file) else _card_cell
        cells.append(make(file, language, f"c{n:02d}"))
    made = nbformat.v4.new_notebook(cells=cells)
    made.metadata = nbformat.from_dict(
        {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "course": {"kinds": []},
        }
    )
    return made


_PUNCTUATION = re.compile(r"[^\w\s]", re.ASCII)


def as_text(words: str) -> str:
    """Words that Markdown shows as they are: each sign that could mean something is spelt out.

    >>> as_text("<b> *a*")
    '&#60;b&#62; &#42;a&#42;'
    """
    spelt = _PUNCTUATION.sub(lambda sign: f"&#{ord(sign[0])};", words)
    return " ".join(spelt.replace("_", "&#95;").split())


def _is_figure(file: Path) -> bool:
    """Figures lie in a folder of their own."""
    return file.parent.name == "figures"


def _faults(file: Path) -> list[Located]:
    return faults_in_figure(file, ours().references) if _is_figure(file) else faults_in(file)


def _figure_cell(file: Path, language: str, id: str) -> Any:
    """A figure, with its output: a page shows figures as they stand in the notebook."""
    from course.lesson import preview_figure  # with what draws it, which no other page needs

    cell = nbformat.v4.new_code_cell("", id=id)
    data = preview_figure(str(file), language)._repr_mimebundle_()
    cell.outputs = [nbformat.v4.new_output("display_data", data=data)]
    return cell


def _card_cell(file: Path, language: str, id: str) -> Any:
    code = f"from course.lesson import preview\npreview({str(file)!r}, {language!r})"
    cell = nbformat.v4.new_code_cell(code, id=id)
    # An output to come, so that the template keeps a place for it.
    cell.outputs = [nbformat.v4.new_output("execute_result", data={"text/html": ""})]
    return cell


def in_its_place(handler: "PreviewHandler", **_: Any) -> Any:
    """Voilà's hook before a notebook is run: the preview instead of the lesson that was opened."""
    return notebook(handler.file, handler.language)


class PreviewHandler(LessonHandler):
    """``/course/sv/preview``: an exercise file, or a folder of them, as a page."""

    def initialize(self, course: Course, **kwargs: Any) -> None:
        self.file = kwargs.pop("file")
        super().initialize(course, **kwargs)

    def surroundings(self, language: str, lesson: str | None = None) -> Json:
        """As around a lesson, with the file in its place and no place to come back to."""
        around = super().surroundings(language, None)
        name = self.file.stem
        entry = {"title": name, "number": "0", "minutes": "", "core": "", "id": name}
        around["course"] = {**around["course"], "entry": entry, "lesson": None, "place": None}
        # When it was changed goes along: it may be saved again before the page is there to look.
        return {**around, "preview": {"changed": changed(files(self.file))}, "twin": "preview"}

    @web.authenticated
    async def get(self, language: str, lesson: str = "") -> None:
        if not files(self.file):
            raise web.HTTPError(404)
        self.language, self.lesson = language, ""
        # Any notebook opens the way; ``in_its_place`` puts the preview there.
        first = plan.entries(language)[0].id
        await TornadoVoilaHandler.get(self, f"notebooks/{language}/{first}.ipynb")


class ChangedHandler(PageHandler):
    """When the file was changed, asked by the page that shows it."""

    def initialize(self, course: Course, *, file: Path = Path()) -> None:
        self.file = file
        super().initialize(course)

    @web.authenticated
    def get(self) -> None:
        shown = files(self.file)
        if not shown:
            raise web.HTTPError(404)
        self.finish({"changed": changed(shown)})
