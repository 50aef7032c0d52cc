"""What a learner meets: questions, answers, verdicts, standing; JSON in and JSON out.

A session knows no screen, no wire and no kernel, and it writes nothing: it yields an event, and the
runtime around it makes the event durable. So the same Python answers a page of the local server, a
notebook, a browser's worker and a class.
"""

from course.session.changes import Change
from course.session.session import Session

__all__ = ["Change", "Session"]
