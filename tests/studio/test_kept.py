"""What is kept between runs: found again for the same fingerprint, and only for that."""

from pathlib import Path

import pytest

from course.studio.kept import Kept, code, content_of, fingerprint_of


def test_what_was_found_is_kept_under_its_fingerprint(tmp_path: Path) -> None:
    asked: list[str] = []

    def find() -> list[str]:
        asked.append("asked")
        return ["ö"]

    for fingerprint, times in (("a", 1), ("a", 1), ("b", 2), ("a", 3)):
        kept = Kept(tmp_path / "new" / "kept.json")
        assert kept.get("one", fingerprint, find) == ["ö"]
        assert len(asked) == times
        kept.keep()


def test_what_is_not_asked_for_any_more_is_dropped(tmp_path: Path) -> None:
    for names, of_all in (("ab", True), ("a", False), ("a", True)):
        kept = Kept(tmp_path / "kept.json")
        for name in names:
            kept.put(name, "f", 1)
        kept.keep(of_all=of_all)
        assert Kept(tmp_path / "kept.json").before("b")[0] == (
            "" if of_all and names == "a" else "f"
        )


@pytest.mark.parametrize(
    "content", ["", "[1, 2]", "{}", '{"code": 3}', '{"code": [3]}', "{", "null"]
)
def test_a_file_that_holds_something_else_holds_nothing(tmp_path: Path, content: str) -> None:
    (tmp_path / "kept.json").write_text(content, "utf-8")
    kept = Kept(tmp_path / "kept.json")
    assert kept.before("code") == ("", None)
    assert kept.get("code", "f", lambda: "found") == "found"


def test_a_files_content_counts_and_not_its_date_or_place(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    first.write_text("x", "utf-8")
    second.write_text("x", "utf-8")
    assert content_of([first]) == content_of([second])
    second.write_text("y", "utf-8")
    assert content_of([first]) != content_of([second])
    assert content_of([tmp_path]) == content_of([tmp_path / "nothing"])


def test_fingerprints_and_the_code() -> None:
    assert fingerprint_of("a", ["b"]) == fingerprint_of("a", ["b"])
    assert fingerprint_of("a", ["b"]) != fingerprint_of("a", "b")
    assert code() == code.__wrapped__()
