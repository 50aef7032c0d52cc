"""The parts of a preview's page: what is wrong with the files, then those without faults.

All that is told about a file is text: nothing in it, not even its name, becomes markup.
"""

from html import escape

from course.content.opened import opened_figure
from course.pages.lesson import FIGURE, Part
from course.session.preview import Preview, Previewed
from course.widgets.figure import shown
from course.words import say


def parts(preview: Preview) -> tuple[Part, ...]:
    """The faults of all files, and a figure or a card for each file that has none."""
    files, language = preview.files(), preview.language
    faults = [fault for one in files for fault in one.faults]
    title = say("preview.faults" if faults else "preview.none", language)
    listed = "".join(f"<li>{escape(fault)}</li>" for fault in faults)
    html = "".join(
        [
            f"<h1>{escape(preview.given.name)}</h1>",
            f"<p>{escape(say('preview.reloads', language))}</p>",
            f"<h2>{escape(title)}</h2>",
            f"<ul>{listed}</ul>" if listed else "",
        ]
    )
    sound = [one for one in files if not one.faults]
    return (
        Part(id="c01", kind="text", html=html),
        *(_part(preview, one, f"c{n:02d}") for n, one in enumerate(sound, start=2)),
    )


def _part(preview: Preview, one: Previewed, id: str) -> Part:
    if not one.is_figure:
        return Part(id=id, kind="exercise", exercise=one.file.stem)
    figure = opened_figure(one.file, language=preview.language, filling=preview.course.filling)
    html = shown(figure, preview.language, preview.course.references)._repr_mimebundle_()[FIGURE]
    return Part(id=id, kind="figure", html=html)
