"""The way through the course for the home page: the lessons as stops on a map of the town."""

from collections.abc import Callable

from course.drawing.map import State, Stop, standing, tall, wide
from course.plain import Json
from course.session import Session
from course.words import interface, say


def through(session: Session, address: Callable[[str, str], str]) -> Json:
    """The map in its two drawings, with its words; both are empty for more lessons than it has.

    ``address`` tells where a lesson's page is, by language and name.
    """
    language, told = session.language, session.overview()
    rows, place = told["lessons"], told["place"]
    here, flag = place["lesson"] if place else "", say("map.here", language)
    stops = [
        _stop(row, language, address(language, row["id"]), flag if row["id"] == here else "")
        for row in rows
    ]
    words = interface(language, "map")
    places = {
        name.removeprefix("place."): session.course.filling.named(word, language)
        for name, word in words.items()
        if name.startswith("place.")
    }
    return {
        "title": titled("map.title", session),
        "about": words["about"],
        "as_list": words["as-list"],
        "begun": words["begun"],
        "standing": standing(),
        "wide": wide(stops, label=words["label"], places=places),
        "tall": tall(stops),
    }


def titled(key: str, session: Session) -> str:
    """A heading with the municipality's name; without, where the course has no municipality."""
    name = session.course.cast.municipality
    if name is None:
        return say(f"{key}-alone", session.language)
    return say(key, session.language, municipality=name.in_language(session.language))


def _stop(row: Json, language: str, href: str, flag: str) -> Stop:
    state: State = "done" if row["done"] else "begun" if row["begun"] else "open"
    told = say({"done": "map.done", "begun": "map.begun", "open": "map.not-begun"}[state], language)
    time = row["core"]
    below = {"done": told, "begun": f"{told} · {time}", "open": time}[state]
    number = int(row["number"])
    label = say("map.stop", language, n=number, title=row["title"], state=told, time=time)
    return Stop(
        number=number,
        title=row["title"],
        below=below,
        label=f"{label}. {flag}" if flag else label,
        href=href,
        state=state,
        flag=flag,
    )
