"""What other packages write finds a place also where the home folder cannot be written."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from course.paths import ROOT
from course.start import places

VARIABLES = (
    *("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR"),
    *("IPYTHONDIR", "MPLCONFIGDIR"),
)

# A file stands where the home folder should be, which stops an administrator as well.
CLOSED = os.path.join(os.path.abspath(__file__), "home")

SHOW = """
import os, sys
from course.start import places
places.lend()
for variable in sys.argv[1:]:
    folder = os.environ.get(variable, "")
    print(folder)
    if folder:
        os.makedirs(folder, exist_ok=True)
"""


def shown(**settings: str) -> list[str]:
    """What the variables are in a fresh process that lends places."""
    away = (*VARIABLES, "XDG_DATA_HOME", "XDG_CONFIG_HOME")
    clean = {name: value for name, value in os.environ.items() if name not in away}
    done = subprocess.run(
        [sys.executable, "-c", SHOW, *VARIABLES],
        cwd=ROOT,
        env=clean | {"PYTHONPATH": str(ROOT)} | settings,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()


@pytest.mark.skipif(os.name == "nt", reason="HOME decides elsewhere only")
def test_a_closed_home_is_replaced_while_the_course_runs():
    folders = shown(HOME=CLOSED)
    # Jupyter's passing files lie in its data folder, which is lent already.
    assert [bool(folder) for folder in folders] == [True, True, False, True, True]
    (lent,) = {Path(folder).parent for folder in folders if folder}
    assert not lent.exists()  # It went with the process.


def test_places_that_can_be_written_stay(tmp_path):
    assert shown(HOME=str(tmp_path), USERPROFILE=str(tmp_path), APPDATA=str(tmp_path)) == [""] * 5


@pytest.mark.skipif(os.name == "nt", reason="HOME decides elsewhere only")
def test_a_place_that_its_user_chose_stays_if_it_can_be_written(tmp_path):
    folders = shown(HOME=CLOSED, JUPYTER_DATA_DIR=str(tmp_path / "mine"), IPYTHONDIR=CLOSED)
    assert folders[1] == str(tmp_path / "mine")
    assert [bool(folder) for folder in folders] == [True, True, False, True, True]
    assert folders[3] != CLOSED


def test_a_folder_is_writable_if_a_file_can_be_made_in_it(tmp_path):
    assert places.is_writable(tmp_path / "new" / "folder")
    assert not places.is_writable(Path(CLOSED))
