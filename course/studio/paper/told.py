"""An exercise as whoever leads needs it: what is asked, what holds and why, what tempts and why.

Everything is what the exercise itself asks and says, asked through its kind: no kind is known here,
and there is no second copy of a reason.
"""

from attrs import frozen

from course.kinds import KINDS
from course.kinds.exercise import Exercise
from course.session.presented import questions
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
    """What an exercise asks, thing by thing, as a room is asked it on the big screen.

    None where it cannot be asked so, or where nothing is right or wrong.

    >>> from course.content.course import ours
    >>> (one,) = points(ours().exercise("06-across-boundaries", "wall"), "en")
    >>> one.holding.text
    'When they collaborate formally, on a joint project.'
    """
    return tuple(
        Point(
            one["text"],
            tuple(
                Option(option["text"], option["right"], gist(option["why"]))
                for option in one["options"]
            ),
        )
        for one in questions(exercise, language)
        if all(option["right"] is not None for option in one["options"])
    )


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
