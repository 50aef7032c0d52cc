"""Lends a place for a while to what other packages write, where their own cannot be written.

Jupyter, IPython and matplotlib keep settings and passing files in the user's home folder. On a
computer at work it can be full, on a network drive that is away, or closed. The course needs none
of those files after it has ended; where the learner's answers are kept is not decided here.
"""

import atexit
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path


def lend() -> None:
    """Set the variables of those places that cannot be written to a folder of this process's own.

    The folder goes when the process ends. Processes that it starts, such as kernels, use it too.
    """
    lent = ""
    for variable, usual in _places().items():
        if not is_writable(Path(os.environ.get(variable) or usual())):
            if not lent:
                lent = tempfile.mkdtemp(prefix="course-")
                atexit.register(shutil.rmtree, lent, ignore_errors=True)
            os.environ[variable] = os.path.join(lent, variable.lower())


def is_writable(folder: Path) -> bool:
    """Whether a file can be made in the folder, which is made if need be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _places() -> dict[str, Callable[[], str]]:
    """What says where such files go, and where they go if it says nothing."""
    from jupyter_core import paths

    return {
        "JUPYTER_CONFIG_DIR": paths.jupyter_config_dir,
        "JUPYTER_DATA_DIR": paths.jupyter_data_dir,
        "JUPYTER_RUNTIME_DIR": paths.jupyter_runtime_dir,
        "IPYTHONDIR": lambda: os.path.expanduser("~/.ipython"),
        "MPLCONFIGDIR": lambda: os.path.expanduser("~/.config/matplotlib"),
    }
