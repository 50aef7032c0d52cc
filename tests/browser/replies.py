"""What a card says, as claims to make of it: to an answer, to none, and when it is opened again.

A claim is one of those in ``card.js``, with what it is about.
"""

from course.kinds.cases import plain
from course.kinds.tried import cases
from course.words import say


def lacks(exercise, language):
    """What is said to an empty answer; None where there is none."""
    told = cases(exercise["kind"]).lacks
    if told is None:
        return None
    key, things = told
    return say(f"answer.{key}", language, **({"n": len(exercise[things])} if things else {}))


def saved(language, *, is_preview=False):
    """The answer is saved, with its time; in a preview it is not, and the card says so."""
    if is_preview:
        return {"announces": say("preview.not-kept", language)}
    return {"saved": say("card.saved", language, time="")}


def reasons(exercise, given, language):
    """Each reason stands where it belongs."""
    return cases(exercise["kind"]).reasons(exercise, given, language)


def counts(exercise, given, language):
    """The verdict on the whole is announced: how many hold, or what the picture says."""
    kind = cases(exercise["kind"])
    found = []
    if kind.counted is not None:
        summary = _summary(kind.counted, len(exercise[kind.counted.things]), given.hold, language)
        found.append({"announces": plain(summary)})
    if kind.pictured is not None:
        found.append({"pictured": kind.pictured})
    return found


def _summary(counted, n, hold, language):
    if counted.all is not None and hold == n:
        return say(f"card.{counted.all}", language)
    return say(f"card.{counted.key}", language, right=hold, n=n)


def entered(exercise, answer, language):
    """An answer stands filled in."""
    return cases(exercise["kind"]).entered(exercise, answer, language)
