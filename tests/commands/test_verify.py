"""``python3 -m course verify``: whether a certificate is as it was written."""

from pathlib import Path

import pytest

from course.commands import commands
from course.paths import LANGUAGES
from course.portfolio.seal import PLACE, code_in, sealed
from course.start import bootstrap, places
from course.words import say


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """The running Python is the course's environment."""
    monkeypatch.setattr(bootstrap, "ready", lambda section, arguments, language: None)
    monkeypatch.setattr(places, "lend", lambda: None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_is_told_and_the_exit_code_says_the_same(
    tmp_path: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    html = sealed(f"<p>Karin</p>{PLACE}")
    file = tmp_path / "c.html"

    def told(content: bytes) -> tuple[int, str]:
        file.write_bytes(content)
        return commands.main(["--language", language, "verify", str(file)]), capsys.readouterr().out

    words = say("verify.unchanged", language, name="c.html", code=code_in(html))
    assert told(html.encode()) == (0, f"{words}\n")
    changed = say("verify.changed", language, name="c.html")
    assert told(html.replace("Karin", "Fatima").encode()) == (1, f"{changed}\n")
    assert told(b"%PDF-1.7") == (1, say("verify.pdf", language, name="c.html") + "\n")


def test_a_file_that_is_not_there_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "gone.html"
    assert commands.main(["--language", "en", "verify", str(file)]) == 1
    assert capsys.readouterr().err == say("verify.not-read", "en", name=file) + "\n"
