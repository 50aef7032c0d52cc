"""Somebody who comes back after a week, and what they had done by then."""

from datetime import UTC, datetime, timedelta

from course.content.course import ours
from course.journal import Journal
from course.kinds import KINDS
from course.session import Session

PLACE = ("04-leadership", "frames-and-freedom")


def come_back(home, language):
    """Let the learner have missed one card, and promised something, a week ago; give the card.

    ``home`` is the folder of their journal. With the card comes the group that it belongs to.
    """
    then = datetime.now(UTC) - timedelta(days=7)
    session = Session(ours(), Journal(home, lambda: then), language)
    exercise = ours().exercise(*PLACE)
    right = KINDS[exercise.kind].key(exercise)
    missed = next(iter(right))
    other = next(group for group in right.values() if group != right[missed])
    given = {"do": "answer", "answer": {**right, missed: other}}
    promise = {
        "do": "promise",
        "lesson": PLACE[0],
        "words": "<b>Ask</b> Johan.",
        "day": (then + timedelta(days=4)).date().isoformat(),
    }
    for where, message in ((PLACE, given), (("", ""), promise)):
        list(session.handle(*where, message))
    session.journal.write()
    return next(card for card in exercise.cards if card.id == missed), right[missed]
