"""Keeps the user's own modules out of the course's process.

Python looks for a module in the current folder and in ``PYTHONPATH`` before it looks among its
own, so that a learner's ``random.py`` or another program's ``attrs`` would be taken for the one
that the course needs. Hence this runs before anything else is imported, and imports nothing that
Python does not carry within itself (``os``, ``site``, ``sys``).
"""

import os
import site
import sys


def keep_foreign_modules_out() -> None:
    """Take the current folder and ``PYTHONPATH`` from where this process looks for modules.

    Python's own folders stay where they are, also if ``PYTHONPATH`` names them, and the course's
    folder comes last. The processes that this one starts, such as kernels, get no ``PYTHONHOME``,
    and ``PYTHONPATH`` only if they would not find the course without it.
    """
    named = os.environ.pop("PYTHONPATH", "")
    foreign = named.split(os.pathsep) if named else []
    if not sys.flags.safe_path:
        foreign.append(sys.path.pop(0))  # The current folder, or that of the script ``course``.
    os.environ.pop("PYTHONHOME", None)
    apart = {os.path.abspath(folder) for folder in foreign} - _folders_of_python()
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    sys.path[:] = [folder for folder in sys.path if os.path.abspath(folder) not in apart]
    if root not in sys.path:
        sys.path.append(root)
        os.environ["PYTHONPATH"] = root


def _folders_of_python() -> set[str]:
    """Where the standard library and the installed packages are."""
    folders = {os.path.dirname(os.__file__), *site.getsitepackages()}
    if site.ENABLE_USER_SITE:
        folders.add(site.getusersitepackages())
    return folders
