# ruff: noqa: F401 - types stand in comments
"""``python3 -m course``, or ``course`` where it is installed.

Whatever Python starts the course reads this file: ``course.start.version`` says what that asks.
"""

import os
import sys

from course.start import version

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments=None):
    # type: (Sequence[str] | None) -> int
    """Run the command line and return its exit code; a Python that is too old is told so."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    refusal = version.refusal(sys.version_info, version.chosen_language(words, os.environ))
    if refusal:
        version.tell(refusal)
        return 1
    if arguments is None:  # This process is the course's own.
        from course.start import path

        path.keep_foreign_modules_out()
    from course.commands import commands

    return commands.main(words)


if __name__ == "__main__":
    sys.exit(main())
