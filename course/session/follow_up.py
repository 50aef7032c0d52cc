"""What became of the plan: asked once, when day 30, 60 or 90 from its start has come.

The answer is a field of the plan (`course.session.planning` takes it), beside what was planned.
"""

from datetime import timedelta

from course.journal import Journal
from course.plain import Json
from course.portfolio.one_page import DAYS, OUTCOMES, day_of
from course.words import dated, say


def asked(journal: Journal, language: str) -> Json | None:
    """What the home page asks about the plan; None where there is nothing to ask.

    Only the last day that has come is asked about: whoever has been away meets one question, and
    what was missed can be written on the plan's page. Empty words are the answer "not now". They
    hold for the start that the plan had then, since a start that was wrong may be put right.
    """
    planned = journal.planned()
    start = planned.get("start")
    began = day_of(start.words or "") if start else None
    if start is None or began is None:
        return None
    today = journal.now().astimezone().date()
    reached = [days for days in DAYS if began + timedelta(days=days) <= today]
    if not reached:
        return None
    days = reached[-1]
    said = planned.get(OUTCOMES[days])
    if said and (said.words or said.clock > start.clock):
        return None
    words = {id: event.words or "" for id, event in planned.items()}
    return {
        "field": OUTCOMES[days],
        "days": days,
        "passed": (today - began).days,
        "started": dated(began, language),
        "title": words.get("title") or say("plan.title", language),
        "planned": words.get(f"day-{days}", ""),
    }
