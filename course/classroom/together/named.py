"""What a lesson's own file says that a class can do together."""

from course.content.course import Course


def is_named(course: Course, lesson: str, name: str) -> bool:
    """Whether the lesson's meeting has it (`course.content.meeting.TOGETHER`)."""
    meeting = course.meeting(lesson)
    return meeting is not None and name in meeting.together
