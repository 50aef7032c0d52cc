"""Lessons that a text names by number and title, held to what they are called."""

import re
from collections.abc import Iterable, Iterator

from course.content.course import Course
from course.faults import Fault
from course.paths import LANGUAGES
from course.studio.texts import Said

_NAMED = {
    "sv": re.compile(r"(?i:\blektion)\s+(\d+),?\s+”([^”]+)”"),
    "en": re.compile(r"(?i:\blesson)\s+(\d+),?\s+“([^”]+)”"),
}
_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)


def titles(course: Course) -> dict[int, dict[str, str]]:
    """What each lesson is called, by number, as its own source says."""
    found = {}
    for file in course.files("notebooks/source/*.md"):
        number, named = file.stem.split("-", 1)[0], _TITLE.findall(file.read_text("utf-8"))
        if number.isdigit() and len(named) == len(LANGUAGES):
            found[int(number)] = dict(zip(LANGUAGES, named, strict=True))
    return found


def naming_faults(called: dict[int, dict[str, str]], texts: Iterable[Said]) -> Iterator[Fault]:
    """A lesson that a text names by number and by a title which is another's, or nobody's."""
    for said in texts:
        for language in LANGUAGES:
            for match in _NAMED[language].finditer(said.words[language]):
                right = called.get(int(match[1]), {}).get(language)
                if right != " ".join(match[2].split()):
                    values = {"given": match[0], "right": right or "–"}
                    yield Fault.at(
                        said.line(language, match.start()), "lesson-title", values, said.file
                    )
