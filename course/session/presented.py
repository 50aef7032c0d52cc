"""An exercise as a room is asked it: question by question, with what to raise a hand for."""

from course.errors import CourseError
from course.kinds import KINDS
from course.kinds.exercise import Exercise
from course.kinds.kind import Recallable
from course.plain import Json
from course.session.session import Session


def questions(exercise: Exercise, language: str) -> list[Json]:
    """The questions of an exercise, each with its answers, which holds, and why or why not.

    None where it cannot be asked so: a conversation, an order, a drawing, a text of one's own. What
    can be asked anew of those is not what the exercise asks. Where nothing is right or wrong
    ``right`` is None.

    >>> from course.content.course import ours
    >>> (asked,) = questions(ours().exercise("06-across-boundaries", "wall"), "en")
    >>> [option["right"] for option in asked["options"]]
    [False, False, True, False]
    """
    kind = KINDS[exercise.kind]
    if kind.has_goal:  # a final test is one's own, and draws its questions by lot
        return []
    its_own = {exercise.prompt.in_language(language), *kind.reads(exercise, language)}
    found = [_question(one, language) for one in kind.recallable(exercise)]
    if found and all(one["text"] in its_own for one in found):
        return found
    if kind.key(exercise) is not None:
        return []
    free = kind.task(exercise, language).get("options") or []
    options = [{**option, "right": None, "why": ""} for option in free]
    return [{"id": exercise.id, "text": "", "options": options}] if options else []


def _question(one: Recallable, language: str) -> Json:
    asked = one.ask(language)
    options = []
    for option in asked.options:
        said = one.reply(str(option["id"]))
        why = said.text.in_language(language)
        options.append({**option, "right": said.tone == "right", "why": why})
    return {"id": one.id, "text": asked.text, "options": options}


def presented(session: Session, lesson: str) -> list[Json]:
    """The exercises of a lesson in the order in which a group takes them, and then the others.

    Each has its ``card``, its ``questions``, and whether a model is ``played`` after them.
    """
    course, page = session.course, session.page(lesson)
    meeting = course.meeting(lesson)
    first = meeting.exercises if meeting else ()
    cards = page["cards"]
    ids = [*(id for id in first if id in cards), *(id for id in cards if id not in first)]
    found = []
    for id in ids:
        try:
            exercise = course.exercise(lesson, id, language=session.language)
        except CourseError:
            continue  # the card of a lesson says so; a room is not shown it
        asked = questions(exercise, session.language)
        played = KINDS[exercise.kind].has_scenes or not asked
        found.append({"id": id, "card": cards[id], "questions": asked, "played": played})
    return found
