"""An exercise where nothing can be pressed: on a code-hosting page, on paper, in words."""

from base64 import b64encode
from html import escape

from course.kinds import KINDS
from course.plain import Json


def plain(task: Json, scene: Json) -> str:
    """The exercise in words, as a notebook stores it and a test compares it."""
    words = task["words"]
    head = f"{words['kind-' + task['kind']]}: {task['title']}"
    parts = [head, _asked(task), *(f"- {line}" for line in KINDS[task["kind"]].lines(task))]
    if scene:
        parts += [scene["message"], scene["reading"]]
        parts += [" | ".join(row) for row in (scene["table"]["columns"], *scene["table"]["rows"])]
    return "\n".join(parts)


def html(task: Json, scene: Json) -> str:
    """The exercise as plain HTML, with its picture if it has one."""
    words = task["words"]
    minutes = words["minutes"].replace("{n}", str(task["minutes"]))
    tag = " · ".join([minutes, words["core"]] if task["core"] else [minutes])
    kind = words[f"kind-{task['kind']}"]
    parts = [
        f'<p class="tag"><b>{escape(kind)}</b> <span>{escape(tag)}</span></p>',
        f"<h3>{escape(task['title'])}</h3>",
        *(f'<p class="prompt">{escape(part)}</p>' for part in _asked(task).split("\n\n")),
    ]
    if lines := KINDS[task["kind"]].lines(task):
        parts.append("<ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ul>")
    if scene:
        parts.append(_picture(scene))
    return f'<div class="card still" lang="{task["language"]}">{"".join(parts)}</div>'


def _asked(task: Json) -> str:
    return f"{task['prompt']} {task['on_screen']}".strip()


def _picture(scene: Json) -> str:
    # Here alone, since matplotlib takes long to load, and a page draws by itself.
    from course.plots.hand import svg

    drawn = b64encode(svg(scene).encode()).decode()
    columns = "".join(f'<th scope="col">{escape(text)}</th>' for text in scene["table"]["columns"])
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>"
        for row in scene["table"]["rows"]
    )
    alternative = escape(f"{scene['message']} {scene['reading']}", quote=True)
    return (
        f'<div class="model"><img alt="{alternative}" src="data:image/svg+xml;base64,{drawn}">'
        f"<p><b>{escape(scene['message'])}</b> {escape(scene['caption'])}</p>"
        f"<p>{escape(scene['reading'])}</p>"
        f"<table><caption>{escape(scene['table']['caption'])}</caption>"
        f"<thead><tr>{columns}</tr></thead><tbody>{rows}</tbody></table></div>"
    )
