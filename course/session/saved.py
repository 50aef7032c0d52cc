"""Whether what a learner does is kept, in words."""

from course.journal import Journal, cause
from course.plain import Json
from course.words import say


def saved(journal: Journal, language: str, room: str = "view") -> Json:
    """Whether what is recorded is kept, in the sentences for a file or for a browser.

    What is just being written counts as kept, as far as is known.
    """
    if journal.is_keeping:
        return {"kept": True, "words": say(f"{room}.saved-here", language)}
    return {"kept": False, "words": not_kept_words(journal.why, language, room)}


def not_kept_words(why: OSError | None, language: str, room: str = "view") -> str:
    """The true cause why answers are not kept, in the sentences for a file or for a browser."""
    return say(f"{room}.not-kept-{cause(why)}", language)
