"""Both parsers against each other and against YAML 1.2's core schema, read by hand."""

from collections.abc import Callable
from contextvars import Context
from pathlib import Path
from typing import Any

import pytest

from course import marked
from course.marked import NotYAMLError, Place, held, parse, read
from course.paths import ROOT

FILES = [
    *sorted(ROOT.glob("exercises/*/*.yml")),
    ROOT / "data" / "references.yml",
    ROOT / "course" / "words" / "faults.yml",
]
PARSERS = [marked._compose_with_libyaml, marked._compose_in_python]


@pytest.fixture(params=PARSERS, ids=["libyaml", "ruamel"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Parses with one of the two, whichever is installed for everyday use."""
    monkeypatch.setattr(marked, "_compose", request.param)


def read_with(compose: Callable[[str], Any], path: Path) -> tuple[Any, dict[Place, int]]:
    return read_as_yaml(compose, path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_both_parsers_read_the_same_values_on_the_same_lines(path: Path) -> None:
    (with_libyaml, its_lines), (in_python, other_lines) = (
        read_with(compose, path) for compose in PARSERS
    )
    assert with_libyaml == in_python
    assert its_lines == other_lines
    # The least is in the final test: by hand, eight keys, three in two languages, and the whole.
    assert len(its_lines) >= 15


@pytest.mark.usefixtures("parser")
def test_every_value_knows_its_line() -> None:
    # Counted by hand.
    text = "# first\na: 1\n\nb:\n  - x\n  - c: >-\n      folded\n      text\n    d: {e: 2}\n"
    document = parse(text)
    assert document.value == {"a": 1, "b": ["x", {"c": "folded text", "d": {"e": 2}}]}
    assert document.lines == {
        (): 2,
        ("a",): 2,
        ("b",): 4,
        ("b", 0): 5,
        ("b", 1): 6,
        ("b", 1, "c"): 6,
        ("b", 1, "d"): 9,
        ("b", 1, "d", "e"): 9,
    }


@pytest.mark.usefixtures("parser")
def test_what_is_not_there_has_the_line_of_what_is_around_it() -> None:
    document = parse("a: 1\nb:\n  c: 2\n")
    assert document.line(("b", "missing", 3)) == 2
    assert document.line(("missing",)) == 1
    assert parse("").line(("a",)) == 1


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("plain", "value"),
    # YAML 1.2.2, section 10.3.2, the core schema; in YAML 1.1 "no" and "on" would be truth values
    # and 12:30 a number to the base of sixty.
    [
        ("no", "no"),
        ("Yes", "Yes"),
        ("on", "on"),
        ("off", "off"),
        ("n", "n"),
        ("12:30", "12:30"),
        ("2026-11-23", "2026-11-23"),
        ("1_000", "1_000"),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("-3", -3),
        ("010", 10),
        ("0.5", 0.5),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("1,5", "1,5"),
        ('"true"', "true"),
        ("'3'", "3"),
        ("|-\n  3", "3"),
    ],
)
def test_plain_words_become_values_by_the_core_schema(plain: str, value: object) -> None:
    given = parse(f"a: {plain}\n").value["a"]
    assert given == value
    assert type(given) is type(value)


@pytest.mark.usefixtures("parser")
def test_a_key_that_stands_twice_is_told_with_its_second_line() -> None:
    with pytest.raises(NotYAMLError, match="line 4: key-twice") as caught:
        parse("title:\n  sv: a\n  en: b\n  en: c\n")
    assert (caught.value.line, caught.value.values) == (4, {"given": "en"})


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: [1, 2\nb: 3\n", 2),
        ('a: "never closed\nb: 3\n', None),  # the parsers differ in where they give up
        ("a:\n\t- b\n", 2),
        ("a: b: c\n", 1),
        ("a: 1\n  b: 2\n", 2),
        ("a: *nobody\n", 1),
        ("a: 1\n---\nb: 2\n", 2),
        ("a: \x00\n", 1),
        ("a: &a [*a]\n", 1),
        ("a: &a {b: *a}\n", 1),
    ],
)
def test_torn_yaml_is_told_with_its_line(text: str, line: int | None) -> None:
    with pytest.raises(NotYAMLError) as caught:
        parse(text)
    assert caught.value.key in ("not-yaml", "too-deep")
    assert line in (None, caught.value.line)
    assert str(caught.value).startswith(f"line {caught.value.line}: {caught.value.key}")


def test_another_encoding_is_not_read_as_if_it_were_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes("a: Älvhamn\n".encode("latin-1"))
    with pytest.raises(UnicodeDecodeError):
        read(path)


@pytest.mark.usefixtures("parser")
def test_line_ends_of_windows_change_nothing() -> None:
    unix = parse("a: 1\nb:\n  - c\n")
    windows = parse("a: 1\r\nb:\r\n  - c\r\n")
    assert (windows.value, windows.lines) == (unix.value, unix.lines)


def test_json_is_read_at_once_and_means_what_it_means_as_yaml() -> None:
    digits = "1" * 5000
    text = f'{{"sv": "nej", "ways": [1, 2.5, true, null, NaN, {digits}], "word": "no"}}'
    (as_yaml, _), _ = (read_as_yaml(compose, text) for compose in PARSERS)
    assert parse(text).value == as_yaml
    assert parse(text).lines == {(): 1}


def read_as_yaml(compose: Callable[[str], Any], text: str) -> tuple[Any, dict[Place, int]]:
    node, lines = compose(text), dict[Place, int]()
    marked._add_lines(node, (), lines)
    return marked._value(node, iter(range(100_000))), lines


@pytest.mark.parametrize("text", ['{"a": 1, "a": 2}', '{"a": [1, 2}'])
def test_what_is_no_json_has_its_faults_told_as_yaml_has(text: str) -> None:
    with pytest.raises(NotYAMLError):
        parse(text)


def test_what_is_held_is_held_on_within_and_let_go_at_the_outer_end() -> None:
    Context().run(_hold_and_let_go)  # where nobody holds anything yet


def _hold_and_let_go() -> None:
    with held():
        first = parse("a: 1")
        with held():
            inside = parse("b: 2")
            assert parse("a: 1") is first
        assert parse("b: 2") is inside
    assert parse("a: 1") is not first
