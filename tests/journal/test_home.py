from pathlib import Path

import pytest
from platformdirs import user_data_dir

from course.journal import Journal, home


def test_course_home_decides(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COURSE_HOME", str(tmp_path / "här"))
    assert home() == tmp_path / "här"
    assert Journal().path == tmp_path / "här" / "journal.jsonl"


def test_a_tilde_is_the_user_s_own_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_HOME", "~/course")
    assert home() == Path.home() / "course"


@pytest.mark.parametrize("unset", [True, False])
def test_otherwise_the_user_s_data_folder(monkeypatch: pytest.MonkeyPatch, unset: bool) -> None:
    if unset:
        monkeypatch.delenv("COURSE_HOME", raising=False)
    else:
        monkeypatch.setenv("COURSE_HOME", "")
    assert home() == Path(user_data_dir("nya-satt-att-tanka", appauthor=False))
