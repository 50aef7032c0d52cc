"""The pictures that open the lessons, from ``data/scenes.yml``; and who is drawn how.

A municipality that lays its own folder over the course writes only what is its own there.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from course.content.cast import Cast, Person
from course.drawing.face import face
from course.drawing.people import MOODS, Portrait, plain, portrait
from course.drawing.scene import Present, scene
from course.marked import read
from course.words import say
from course.words.bilingual import Text

if TYPE_CHECKING:
    from course.content.course import Course

_NAME = re.compile(r"\{([a-z][a-z0-9-]*)\}")
"""Where a picture's words name somebody: the id of one of the cast."""


@frozen(kw_only=True)
class InScene:
    """Somebody in a picture: who, in which slot of the place, how they look and what they do."""

    who: str
    at: str
    mood: str = "calm"
    does: str = "rests"
    faces: str = "right"
    looks: Mapping[str, Any] = field(factory=dict)


@frozen(kw_only=True)
class Scene:
    """A picture: the place, the people in it, what of it matters in words."""

    place: str
    people: tuple[InScene, ...]
    alt: Text
    shows: tuple[str, ...] = ()
    time: str = "09:00"
    view: str = ""


@frozen
class Scenes:
    """The pictures by lesson, and the looks of those in them who are not of the cast."""

    by_lesson: Mapping[str, Scene] = field(factory=dict)
    others: Mapping[str, Mapping[str, Any]] = field(factory=dict)


@lru_cache(maxsize=16)
def read_scenes(files: tuple[Path, ...], _changed: Sequence[int]) -> Scenes:
    """The pictures of some files, each laid over those before it; `check` tells their faults."""
    by_lesson: dict[str, Scene] = {}
    others: dict[str, Mapping[str, Any]] = {}
    for file in files:
        given = read(file).value or {}
        others |= {id: one["portrait"] for id, one in given.get("others", {}).items()}
        by_lesson |= {lesson: _scene(one) for lesson, one in given.get("scenes", {}).items()}
    return Scenes(by_lesson, others)


def _scene(given: Mapping[str, Any]) -> Scene:
    return Scene(
        place=given["place"],
        people=tuple(InScene(**one) for one in given["people"]),
        alt=Text(**given["alt"]),
        shows=tuple(given.get("shows", ())),
        time=given.get("time", "09:00"),
        view=given.get("view", ""),
    )


# --- drawn ----------------------------------------------------------------------------------------


def looks(course: "Course", id: str, **changed: Any) -> Portrait:
    """How somebody looks: as the files say, or plain where they say nothing.

    >>> from course.content.course import Course
    >>> looks(Course.open(), "karin").clothes
    'cardigan'
    """
    person = course.cast.people.get(id)
    said = person.portrait if person and person.portrait else course.scenes.others.get(id)
    return portrait({**said, **changed}) if said else plain(id)


def faces(course: "Course", ids: Sequence[str]) -> dict[str, dict[str, str]]:
    """The portraits of some people in every mood, as SVG that says nothing: words stand beside.

    They are close-ups, which a view can show as pictures of their own.
    """
    drawn = {id: looks(course, id) for id in ids}
    return {
        id: {mood: face(person, mood, close_up=True) for mood in MOODS}
        for id, person in drawn.items()
    }


def named(text: str, cast: Cast) -> str:
    """Words with the given names of those whom they name by id.

    >>> from course.content.course import Course
    >>> named("{karin}s rum", Course.open().cast)
    'Karins rum'
    """
    return _NAME.sub(
        lambda found: cast.people[found[1]].given if found[1] in cast.people else found[0], text
    )


def words_of(course: "Course", lesson: str, language: str) -> str:
    """What matters of the picture that opens a lesson, in words; empty where it has none.

    >>> from course.content.course import Course
    >>> words_of(Course.open(), "06-across-boundaries", "en").split(".")[0]
    'Two rooms with a wall between them'
    """
    shown = course.scenes.by_lesson.get(lesson)
    if shown is None:
        return ""
    return course.filling.named(named(shown.alt.in_language(language), course.cast), language)


def picture(course: "Course", lesson: str, language: str) -> str:
    """The picture that opens a lesson as SVG with its words; empty where it has none."""
    shown = course.scenes.by_lesson.get(lesson)
    if shown is None:
        return ""
    people = [
        Present(
            looks=looks(course, one.who, **one.looks),
            slot=one.at,
            mood=one.mood,
            does=one.does,
            turned=one.faces == "left",
        )
        for one in shown.people
    ]
    return scene(
        shown.place,
        people,
        alt=words_of(course, lesson, language),
        shows=shown.shows,
        time=shown.time,
        view=shown.view,
    )


def pictured(course: "Course", lesson: str) -> tuple[Person, ...]:
    """Those of the cast who are in a lesson's picture, as it names them."""
    shown, people = course.scenes.by_lesson.get(lesson), course.cast.people
    return tuple(people[one.who] for one in shown.people if one.who in people) if shown else ()


def portrayed(course: "Course", id: str, name: str, language: str, mood: str = "calm") -> str:
    """A portrait that says whom it shows, and in which mood."""
    label = say("drawing.face", language, name=name, mood=say(f"mood.{mood}", language))
    return face(looks(course, id), mood, label=label)
