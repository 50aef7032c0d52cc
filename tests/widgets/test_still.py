"""Exercises where nothing can be pressed: every word is there, and none of it is markup."""

from base64 import b64decode
from html.parser import HTMLParser
from typing import Any

import pytest

from course.content.course import ours
from course.explorers import EXPLORERS
from course.explorers.explorer import Simulated
from course.journal import Journal, MemoryStore
from course.lesson import Lesson
from course.paths import LANGUAGES
from course.plots.hand import svg
from course.plots.shapes.crowd import crowd
from course.widgets import still
from course.words import interface

EVIL = "<script>alert(\"å\")</script> & 'mer'"


def task(**fields: Any) -> dict[str, Any]:
    return {
        "kind": "choice",
        "language": "en",
        "title": "A title",
        "prompt": "One.\n\nTwo.",
        "on_screen": "",
        "minutes": 3,
        "core": False,
        "words": interface("en", "card"),
    } | fields


SCENE = {
    "name": "small",
    "title": "The title",
    "description": "The message. The reading.",
    "drawing": crowd(2, {"n": 3, "style": 0, "text": "three"}),
    "message": "The message.",
    "caption": "The caption.",
    "reading": "The reading.",
    "table": {"caption": "The table", "columns": ["a", "b"], "rows": [["1", "2"], ["3", "4"]]},
}


class Elements(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []
        self.attributes: dict[str, str | None] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.update(attrs)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_in_words() -> None:
    assert still.plain(task(options=[{"id": "a", "text": "First"}]), {}) == (
        "Choose: A title\nOne.\n\nTwo.\n- First"
    )


def test_in_words_with_a_model() -> None:
    assert still.plain(task(), SCENE).splitlines()[4:] == [
        "The message.",
        "The reading.",
        "a | b",
        "1 | 2",
        "3 | 4",
    ]


@pytest.mark.parametrize(
    ("fields", "lines"),
    [
        ({"options": [{"text": "A"}, {"text": "B"}]}, ["A", "B"]),
        ({"cards": [{"text": "A"}], "groups": [{"text": "G"}]}, ["A"]),
        (
            {"kind": "scale", "areas": [{"text": "Area", "items": [{"text": "I"}, {"text": "J"}]}]},
            ["Area: I", "Area: J"],
        ),
        (
            {"kind": "network", "departments": [{"text": "D", "people": ["Ada", "Bo"]}]},
            ["D: Ada, Bo"],
        ),
        ({"hints": ["Hint"]}, ["Hint"]),
        ({}, []),
    ],
)
def test_what_there_is_to_choose_among(fields: dict[str, Any], lines: list[str]) -> None:
    words = still.plain(task(**fields), {})
    assert [line[2:] for line in words.splitlines() if line.startswith("- ")] == lines
    assert all(f"<li>{line}</li>" in still.html(task(**fields), {}) for line in lines)


def test_as_html() -> None:
    html = Elements(still.html(task(core=True), SCENE))
    assert html.tags[:5] == ["div", "p", "b", "span", "h3"]
    assert html.attributes["lang"] == "en"
    assert "about 3 min · short version" in html.words
    assert html.tags.count("p") == 5  # the tag, two paragraphs, two of the model's
    assert html.attributes["alt"] == "The message. The reading."
    source = str(html.attributes["src"])
    assert b64decode(source.removeprefix("data:image/svg+xml;base64,")) == svg(SCENE).encode()


@pytest.mark.parametrize(
    "fields",
    [
        {"title": EVIL},
        {"prompt": EVIL},
        {"on_screen": EVIL},
        {"options": [{"text": EVIL}]},
        {"kind": "scale", "areas": [{"text": EVIL, "items": [{"text": EVIL}]}]},
        {"kind": "network", "departments": [{"text": EVIL, "people": [EVIL]}]},
        {"hints": [EVIL]},
    ],
)
def test_no_word_of_an_exercise_is_markup(fields: dict[str, Any]) -> None:
    html = still.html(task(**fields), {})
    assert "script" not in Elements(html).tags
    assert EVIL in "".join(Elements(html).words).replace(f"{EVIL}: ", "")


@pytest.mark.parametrize("where", ["message", "caption", "reading"])
def test_no_word_of_a_model_is_markup(where: str) -> None:
    html = Elements(still.html(task(), {**SCENE, where: EVIL}))
    assert "script" not in html.tags
    assert EVIL in "".join(html.words)


def test_no_word_of_a_table_is_markup() -> None:
    table = {"caption": EVIL, "columns": [EVIL], "rows": [[EVIL]]}
    html = Elements(still.html(task(), {**SCENE, "table": table}))
    assert "script" not in html.tags
    assert html.words.count(EVIL) == 3


def shipped(lesson: str, name: str) -> Any:
    """An exercise; one whose whole simulation takes seconds is run by its notebook anyway."""
    exercise: Any = ours().exercise(lesson, name)
    takes_long = exercise.kind == "explore" and isinstance(EXPLORERS[exercise.model], Simulated)
    return pytest.param(lesson, name, marks=pytest.mark.client if takes_long else ())


SHIPPED = [
    shipped(lesson, name) for lesson in ours().lessons() for name in ours().exercises(lesson)
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("lesson", "name"), SHIPPED)
def test_every_shipped_exercise_says_what_it_is(lesson: str, name: str, language: str) -> None:
    card = Lesson(lesson, language, journal=Journal(MemoryStore())).exercise(name)
    data, _ = card._repr_mimebundle_()
    plain, html = data["text/plain"], data["text/html"]
    for words in (card.task["title"], card.task["prompt"].split("\n\n")[0]):
        assert words in plain
        assert words in "".join(Elements(html).words)
    assert Elements(html).attributes["lang"] == language
