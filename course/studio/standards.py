"""What the course asks besides that it can be built: steps, words for a picture, faces."""

from collections.abc import Iterable, Iterator

from course.content.cast import Person
from course.content.course import Course
from course.content.steps import STEPS
from course.errors import CourseError
from course.faults import Fault
from course.kinds.exercise import Exercise
from course.marked import read
from course.networks import generator
from course.paths import LANGUAGES
from course.studio.cast_faults import CAST
from course.studio.scene_faults import SCENES
from course.studio.source import Source, readable, used_exercises
from course.studio.summary import minutes

SHORT_WAY = (15, 25)
"""How many minutes the short way of a lesson takes, least and most, as estimated: about twenty."""

SHORTEST_WORDS = 80
"""How many letters the words of a picture have at least: what in it matters, not what it is."""


def lesson_standards(course: Course, lessons: Iterable[Source]) -> Iterator[Fault]:
    """What is asked of every lesson: steps, a core path, answers that can be told apart."""
    for source in readable(lessons):
        exercises = source.shown_exercises
        if exercises and not any(one.core for one in exercises):
            yield Fault.at(1, "no-core", {}, source.name)
        if not any(pair.step for pair in source.pairs):
            yield Fault.at(1, "no-steps", {"known": ", ".join(STEPS)}, source.name)
        yield from _short_way(source)
        yield from _twins(course, source)
        if not all(map(source.monday, LANGUAGES)):
            yield Fault.at(1, "no-monday", {}, source.name)
        landed = course.landed.lessons  # whoever has the certificate took what there was then
        if landed and source.lesson not in landed and not source.added:
            yield Fault.at(1, "no-added", {}, source.name)


def _short_way(source: Source) -> Iterator[Fault]:
    """A short way that is no way for a tired evening, or for which nobody need sit down.

    Nothing is told where an exercise cannot be read: what it would take is not known.
    """
    if len(source.shown_exercises) < len(used_exercises(source)):
        return
    least, most = SHORT_WAY
    for language in LANGUAGES:
        n = minutes(source, language, core=True)
        if not least <= n <= most:
            values = {"n": n, "language": f"say:in.{language}", "least": least, "most": most}
            yield Fault.at(1, "short-way", values, source.name)


def _twins(course: Course, source: Source) -> Iterator[Fault]:
    """Exercises of a lesson whose answers could not be told apart when they are kept."""
    first: dict[str, Exercise] = {}
    for id in course.exercises(source.lesson):
        try:
            exercise = course.exercise(source.lesson, id)
        except CourseError:
            continue  # its own faults are told where exercises are checked
        before = first.setdefault(exercise.fingerprint, exercise)
        if before is not exercise:
            file = f"exercises/{source.lesson}/{id}.yml"
            yield Fault.at(1, "same-fingerprint", {"other": before.id}, file)


def picture_standards(course: Course) -> Iterator[Fault]:
    """Words of a picture that name those in it and say what matters."""
    cast = course.cast
    for file in course.layers(SCENES):
        document = read(file)
        for lesson, scene in document.value.get("scenes", {}).items():
            for language in LANGUAGES:
                place, words = ("scenes", lesson, "alt", language), scene["alt"][language]
                if len(words) < SHORTEST_WORDS:
                    fault = Fault(
                        place, "picture-short", {"n": len(words), "least": SHORTEST_WORDS}
                    )
                    yield fault.found(SCENES, document)
                for who in (one["who"] for one in scene["people"]):
                    if who in cast.people and f"{{{who}}}" not in words:
                        named = {"id": who, "name": cast.people[who].name}
                        yield Fault(place, "picture-unnamed", named).found(SCENES, document)


def cast_standards(course: Course) -> Iterator[Fault]:
    """A portrait of all whom the course itself presents, and a network of the same people.

    Whoever a municipality adds is drawn from the id, and its network is made from its own cast.
    """
    own = Course(course.folders[:1])
    for file in own.layers(CAST):
        document = read(file)
        yield from (fault.found(CAST, document) for fault in _portrait_faults(own.cast.met))
        made = generator.rows(generator.Population.of(file))
        for table in own.files("data/municipality/*.csv"):
            if made.get(table.name) not in (None, table.read_text(encoding="utf-8")):
                yield Fault.at(1, "cast-network", {}, own.name(table))


def _portrait_faults(people: Iterable[Person]) -> Iterator[Fault]:
    """Those whom a reader cannot see, or cannot tell from somebody before them."""
    first: dict[str, str] = {}
    for one in people:
        if not one.portrait:
            yield Fault(("people", one.id), "cast-no-portrait", {"name": one.name})
            continue
        looks = repr(sorted(one.portrait.items()))
        if looks in first:
            values = {"name": one.name, "other": first[looks]}
            yield Fault(("people", one.id, "portrait"), "cast-same-portrait", values)
        first.setdefault(looks, one.name)
