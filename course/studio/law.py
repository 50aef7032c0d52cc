"""Where the course cites the law: found in every text of it, never written down by hand."""

from collections.abc import Iterable

from course.content.law.citing import Citation, Provision, cited
from course.content.law.register import Law
from course.content.reading import beside
from course.errors import CourseError
from course.once import known
from course.paths import LANGUAGES
from course.studio.source import Source, used_exercises, used_figures
from course.studio.texts import Said, of_cells, of_file


def citations(said: Said, language: str, law: Law) -> tuple[Citation, ...]:
    """What a text cites in one language."""
    return cited(said.words[language], language, law.names)


def provisions(said: Said, language: str, law: Law) -> dict[Provision, Citation]:
    """Every provision that a text cites in one language, with the place that cites it first."""
    found: dict[Provision, Citation] = {}
    for citation in citations(said, language, law):
        for one in citation.provisions:
            found.setdefault(one, citation)
    return found


def used(said: Iterable[Said], law: Law) -> dict[Provision, list[str]]:
    """Where each provision is cited, in either language: the places, in order, each once."""
    found: dict[Provision, list[str]] = {}
    for one in said:
        for language in LANGUAGES:
            for provision in provisions(one, language, law):
                places = found.setdefault(provision, [])
                if one.place not in places:
                    places.append(one.place)
    return found


def used_in_lesson(source: Source) -> frozenset[Provision]:
    """The provisions that a lesson cites: in its text, the exercises it shows, and its figures."""
    # Its notebooks in both languages list them.
    return known(("law of", source.course.folders, source.path), lambda: _used_in(source))


def _used_in(source: Source) -> frozenset[Provision]:
    course = source.course
    law = course.law
    files = [course.file(f"data/figures/{id}.yml") for id in used_figures(source)]
    for id in used_exercises(source):
        file = course.file(f"exercises/{source.lesson}/{id}.yml")
        try:
            exercise = course.exercise(source.lesson, id)
        except CourseError:  # its own faults are told where exercises are checked
            continue
        files += [file, *beside(exercise, file, course.find_exercises)]
    said = [of_cells(source, one.cells) for one in source.pairs if one.cells["sv"].kind == "text"]
    said += [one for file in files for one in of_file(file, course, file.stem)]
    return frozenset(used(said, law))
