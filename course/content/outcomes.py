"""What somebody can do after a lesson: the list in its opening."""

import json
import re
from functools import lru_cache
from pathlib import Path

from course.content.course import Course
from course.plain import Json

_ITEM = re.compile(r"[-*] +(.+)")
_AND = re.compile(r"[.,]?( och| and)?$")


def outcomes(course: Course, lesson: str, language: str) -> tuple[str, ...]:
    """Those of a lesson in a language, in its order; none where its opening has no list.

    >>> from course.content.course import ours
    >>> outcomes(ours(), "06-across-boundaries", "en")[-2:]
    ('compare a figure with what chance would give', 'draw your own map')
    """
    file = course.notebook(lesson, language)
    return _of(file, file.stat().st_mtime_ns) if file.is_file() else ()


@lru_cache(maxsize=64)
def _of(file: Path, _changed: int) -> tuple[str, ...]:
    cells: list[Json] = json.loads(file.read_text(encoding="utf-8")).get("cells", [])
    first = next((cell for cell in cells if cell["cell_type"] == "markdown"), None)
    return listed("".join(first["source"])) if first else ()


def listed(text: str) -> tuple[str, ...]:
    """The items of the last list of a text, without what joins them to a sentence.

    >>> listed("You can\\n\\n- begin, and\\n- go on.\\n\\nNow, then.")
    ('begin', 'go on')
    >>> listed("Nothing yet.")
    ()
    """
    items: list[str] = []
    for line in reversed(text.splitlines()):
        found = _ITEM.fullmatch(line.strip())
        if found:
            items.insert(0, _AND.sub("", found[1]))
        elif items:
            break
    return tuple(items)
