"""The file that leads a browser in: for its owner alone, whatever stood there before."""

import os
import stat
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from course.runtimes.local.door import Door, is_here, leading_file

ADDRESS = "http://127.0.0.1:8888/course/enter?key=a%22b&to=sv%2F"


def test_the_address_has_the_key_and_the_page() -> None:
    door = Door()
    found = urlsplit(door.address(8888, "sv/"))
    assert (found.scheme, found.netloc, found.path) == ("http", "127.0.0.1:8888", "/course/enter")
    assert parse_qs(found.query) == {"key": [door.key], "to": ["sv/"]}


def test_each_door_has_a_key_and_a_secret_of_its_own() -> None:
    made = [Door() for _ in range(50)]
    assert len({door.key for door in made} | {door.secret for door in made}) == 100
    assert min(len(door.key) for door in made) >= 32  # 24 bytes: nobody guesses it


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("127.0.0.1", True), ("127.0.0.1:8888", True), ("localhost:8888", False), ("", False),
        ("127.0.0.1.evil.example", False), ("evil.example:127.0.0.1", False), ("[::1]:1", False),
        ("127.0.0.10", False), ("127.1", False), ("2130706433", False), ("x@127.0.0.1", False),
    ],
)  # fmt: skip
def test_only_the_number_of_this_computer_is_its_name(host: str, here: bool) -> None:
    assert is_here(host) is here


def test_the_file_leads_on_and_is_its_owners_alone(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "there yet"
    file = leading_file(folder, ADDRESS)
    assert list(folder.iterdir()) == [file]
    told = file.read_text(encoding="utf-8")
    assert 'content="0;url=http://127.0.0.1:8888/course/enter?key=a%22b&amp;to=sv%2F"' in told
    assert "no-referrer" in told
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_what_is_told_cannot_become_markup(tmp_path: Path) -> None:
    told = leading_file(tmp_path, 'http://x/?"><script>alert(1)</script>').read_text()
    assert "<script" not in told


def test_an_older_one_is_replaced_whatever_it_may_be_read_by(tmp_path: Path) -> None:
    first = leading_file(tmp_path, "http://127.0.0.1:1/")
    first.chmod(0o644)
    reader = first.open(encoding="utf-8")  # somebody else has had it open
    with reader:
        second = leading_file(tmp_path, ADDRESS)
        assert "8888" not in reader.read()
    assert second == first
    assert stat.S_IMODE(second.stat().st_mode) & 0o077 == 0 or os.name != "posix"


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
@pytest.mark.parametrize("there", [True, False])
def test_a_link_that_stands_there_is_not_followed(tmp_path: Path, there: bool) -> None:
    victim = tmp_path / "victim"
    if there:
        victim.write_text("mine")
    folder = tmp_path / "journal"
    folder.mkdir()
    (folder / "open-the-course.html").symlink_to(victim)
    file = leading_file(folder, ADDRESS)
    assert not file.is_symlink()
    assert "8888" in file.read_text()
    assert victim.read_text() == "mine" if there else not victim.exists()


@pytest.mark.parametrize("home", ["taken", "missing"])
def test_where_the_folder_cannot_be_written_it_lies_among_the_temporary_ones(
    home: str, tmp_path: Path
) -> None:
    (tmp_path / "open-the-course.html").mkdir()
    file = leading_file(tmp_path if home == "taken" else None, ADDRESS)
    assert not file.is_relative_to(tmp_path)
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.unlink()
    file.parent.rmdir()
