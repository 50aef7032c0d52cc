"""What a conversation is made of: scenes with lines, replies with the ways they lead, qualities."""

from typing import Literal

from attrs import field, frozen

from course.words.bilingual import Text

Mood = Literal["calm", "doubtful", "worried", "relieved", "pleased", "weary"]
"""How somebody looks; a page says it in a face and in a word."""


@frozen
class Way:
    """Where a reply leads: to ``scene`` if each named quality is at least as high as asked."""

    scene: str
    needs: dict[str, int] = field(factory=dict)


@frozen
class Reply:
    """Something to say: its words, what it changes, where it leads, and why it works or not.

    ``leads`` is gone through from the top; the last way must ask for nothing. ``moods`` are those
    of the people whom it touches, by their ids, the first of them foremost.
    """

    id: str
    text: Text
    leads: list[Way]
    feedback: Text
    changes: dict[str, int] = field(factory=dict)
    moods: dict[str, Mood] = field(factory=dict)
    good: bool = False


@frozen
class Line:
    """What one person says, or, without ``by``, what happens."""

    text: Text
    by: str = ""


@frozen
class Scene:
    """What is said and happens, and the replies; a scene without replies is an ending.

    ``moods`` are how people look there, by their ids; the first is whom the scene is about.
    """

    id: str
    lines: list[Line]
    moods: dict[str, Mood] = field(factory=dict)
    replies: list[Reply] = field(factory=list)
    score: float | None = None


@frozen
class Quality:
    """Something that the conversation builds up or wears down, such as trust; begins at 0."""

    id: str
    text: Text
