"""The README's pictures: there, small, and in their own colours. A browser test takes them anew."""

import io
import re

import pytest
from PIL import Image

from course.paths import ROOT
from course.studio import screenshots
from course.studio.screenshots import LARGEST, PICTURES, small

README = (ROOT / "README.md").read_text("utf-8")


def test_the_readme_shows_every_picture_and_says_what_is_in_it():
    shown = re.findall(r"!\[([^\]]*)\]\(docs/([\w-]+\.png)\)", README)
    assert sorted(file for _, file in shown) == sorted(one.file for one in PICTURES)
    assert all(len(words) > 20 for words, _ in shown)
    assert {path.name for path in (ROOT / "docs").glob("*.png")} == {one.file for one in PICTURES}


@pytest.mark.parametrize("one", PICTURES, ids=lambda one: one.file)
def test_a_picture_is_as_high_as_it_says_and_small(one):
    file = ROOT / "docs" / one.file
    assert file.stat().st_size <= LARGEST
    with Image.open(file) as picture:
        assert picture.size == (1180, one.height)
        assert picture.mode == "P"  # a palette


def test_the_commonest_colours_stay_and_a_rare_one_becomes_its_neighbour():
    """300 shades of grey and red, each on a row of its own; the last 44 are a pixel wide."""
    picture = Image.new("RGB", (300, 300))
    shades = [(n, n, n) for n in range(256)] + [(255, n, n) for n in range(44)]
    for row, shade in enumerate(shades):
        width = 300 if row < 256 else 1
        picture.paste(shade, (0, row, width, row + 1))
    written = io.BytesIO()
    picture.save(written, "PNG")
    with Image.open(io.BytesIO(small(written.getvalue()))) as few:
        seen = few.convert("RGB")
    assert len(seen.getcolors(90_000)) <= 256
    # Pillow looks for the nearest colour in steps of four.
    assert all(abs(seen.getpixel((5, n))[0] - n) <= 4 for n in range(256))


def test_without_chromium_it_says_what_to_do(monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(screenshots, "find_chromium", lambda: None)
    assert screenshots.main(tmp_path) == 1
    assert "Chromium is missing: install it" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
