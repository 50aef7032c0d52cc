"""``python3 -m course``, or ``course`` where it is installed."""

import sys

from course.start.commands import main

if __name__ == "__main__":
    sys.exit(main())
