"""An exercise as whoever leads needs it: what is asked, what holds and why, what tempts and why.

Everything is what the exercise itself asks and says, asked through its kind: no kind is known here,
and there is no second copy of a reason.
"""

from attrs import frozen

from course.kinds import KINDS
from course.kinds.exercise import Exercise
from course.kinds.kind import Recallable
from course.studio.paper.blocks import gist


@frozen
class Option:
    """One of the answers: its words, whether it holds, the reason in a line."""

    text: str
    holds: bool
    why: str


@frozen
class Point:
    """One thing that is asked: its words, and the answers; none holds where the choice is free."""

    text: str
    options: tuple[Option, ...]

    @property
    def holding(self) -> Option | None:
        """The answer that holds."""
        return next((one for one in self.options if one.holds), None)

    @property
    def tempting(self) -> tuple[Option, ...]:
        """The answers that have a reason of their own why they do not hold."""
        holds = self.holding
        return tuple(
            one for one in self.options if not one.holds and one.why != (holds and holds.why)
        )


def points(exercise: Exercise, language: str) -> tuple[Point, ...]:
    """What an exercise asks, thing by thing; none where it cannot be asked so.

    >>> from course.content.course import ours
    >>> (one,) = points(ours().exercise("06-across-boundaries", "wall"), "en")
    >>> one.holding.text
    'When they collaborate formally, on a joint project.'
    """
    kind = KINDS[exercise.kind]
    if kind.has_goal:  # a final test draws its questions by lot
        return ()
    known = {exercise.prompt.in_language(language), *kind.reads(exercise, language)}
    found = [_point(one, language) for one in kind.recallable(exercise)]
    return tuple(found) if all(point.text in known for point in found) else ()


def _point(one: Recallable, language: str) -> Point:
    asked = one.ask(language)
    options = []
    for option in asked.options:
        said = one.reply(str(option["id"]))
        why = gist(said.text.in_language(language))
        options.append(Option(str(option["text"]), said.tone == "right", why))
    return Point(asked.text, tuple(options))


def best(exercise: Exercise, language: str) -> tuple[str, ...]:
    """What answers an exercise best, line by line; nothing where nothing is right or wrong."""
    kind = KINDS[exercise.kind]
    key = kind.key(exercise)
    if key is None or kind.has_goal:
        return ()
    return tuple(kind.recall(exercise, key, language).splitlines())


def reasons(exercise: Exercise, language: str) -> tuple[str, ...]:
    """Why that holds, in a line each."""
    kind = KINDS[exercise.kind]
    key = kind.key(exercise)
    if key is None or kind.has_goal:
        return ()
    said = kind.judge(exercise, key).said
    return tuple(gist(one.text.in_language(language)) for one in said)
