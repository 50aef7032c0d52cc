"""The README's pictures can be taken of the course as it is now."""

import subprocess
import sys

import pytest
from PIL import Image

from course.paths import ROOT
from course.studio.screenshots import PICTURES


@pytest.mark.client
def test_every_picture_is_taken(tmp_path):
    """In a process of its own: one thread has room for one Playwright."""
    code = "import sys; from pathlib import Path; from course.studio.screenshots import main; "
    command = [sys.executable, "-c", code + "sys.exit(main(Path(sys.argv[1])))", str(tmp_path)]
    taken = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert taken.returncode == 0, taken.stdout + taken.stderr
    assert {file.name for file in tmp_path.iterdir()} == {one.file for one in PICTURES}
    with Image.open(tmp_path / "course.png") as picture:
        assert len(picture.getcolors()) > 50  # A page, and not an empty one.
