"""A course on public-sector innovation, learned by doing, in Jupyter.

A lesson's notebook needs one name, ``from course import Lesson``. It is looked up when it is first
asked for, so that the command line starts at once, also where no package is installed yet.

Whatever Python starts the course reads this file: ``course.start.version`` says what that asks.
"""

__version__ = "0.2.0.dev0"

__all__ = ["Lesson", "__version__"]

TYPE_CHECKING = False  # A type checker takes it for true; importing typing's takes time.
if TYPE_CHECKING:
    from course.lesson import Lesson


def __getattr__(name):
    # type: (str) -> object
    """Import ``Lesson`` when it is first asked for."""
    if name == "Lesson":
        from course.lesson import Lesson

        return Lesson
    raise AttributeError("module " + repr(__name__) + " has no attribute " + repr(name))
