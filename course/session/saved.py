"""Whether what a learner does is kept, in words."""

from course.journal import cause
from course.words import say


def not_kept_words(why: OSError | None, language: str, room: str = "view") -> str:
    """The true cause why answers are not kept, in the sentences for a file or for a browser."""
    return say(f"{room}.not-kept-{cause(why)}", language)
