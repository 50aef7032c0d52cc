"""How a meeting's activities and texts are told in a language, on paper and on a screen."""

from typing import TYPE_CHECKING

from course.content.meeting import EXERCISE, Activity
from course.words import say
from course.words.bilingual import Text

if TYPE_CHECKING:
    from course.content.course import Course


def said(course: "Course", lesson: str, text: Text, language: str, mark: str = "") -> str:
    """A text with the titles of the exercises that it names, each between two ``mark``.

    >>> from course.content.course import ours
    >>> text = Text(sv="Hoppa över {exercise:wall}.", en="Skip {exercise:wall}.")
    >>> said(ours(), "06-across-boundaries", text, "en", "*")
    'Skip *Where does the wall begin?*.'
    """
    words = text.in_language(language)
    return EXERCISE.sub(
        lambda found: f"{mark}{course.exercise_title(lesson, found[1], language)}{mark}", words
    )


def named(course: "Course", lesson: str, activity: Activity, language: str) -> str:
    """What an activity is called: as it says, or by its exercises."""
    if activity.jigsaw:
        return say("guide.split", language)
    if activity.what:
        return activity.what.in_language(language)
    titles = (course.exercise_title(lesson, id, language) for id in activity.exercises)
    return " · ".join(titles)


def forms(activity: Activity, language: str) -> str:
    """How people sit and what must be there, in a few words."""
    sit = [say(f"guide.groups-{one}", language) for one in activity.groups]
    told = sit[0]
    if len(sit) > 1:
        told = say("guide.then", language, one=sit[0], other=", ".join(sit[1:]))
    return " · ".join([told, *(say(f"guide.short-{one}", language) for one in activity.needs)])
