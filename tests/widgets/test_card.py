"""The widget: what a front end gets, and what it may send."""

import asyncio
import re
from collections.abc import Iterator
from typing import Any, NoReturn

import pytest

from course.kinds import folders
from course.widgets.card import STATIC, Card, styles
from course.widgets.joined import bundle


def card(handle: Any = lambda message: ()) -> Card:
    return Card(
        task={"kind": "choice"},
        state={"answered": False},
        draft=None,
        handle=handle,
        keep=lambda: {"kept": True, "words": "kept"},
        plain=lambda: "p",
        html=lambda: "<p>h</p>",
    )


def receive(card: Card, content: object) -> None:
    """What arrives when a page sends a message of its own."""
    card._handle_custom_msg(content, [])


def test_every_front_end_finds_a_form_that_it_can_show() -> None:
    data, metadata = card()._repr_mimebundle_()
    assert metadata == {}
    assert data["text/plain"] == "p"
    assert data["text/html"] == "<p>h</p>"
    view = data["application/vnd.jupyter.widget-view+json"]
    assert (view["version_major"], len(view["model_id"])) == (2, 32)


def test_a_view_gets_its_module_and_its_style() -> None:
    state = card().get_state()
    assert state["_esm"] == bundle("choice")
    assert state["_css"] == styles()
    assert "--accent" in state["_css"]
    assert ".card" in state["_css"]
    # One style is kept for all cards of a page, so a card of one kind brings that of the others.
    assert (folders()["network"] / "view.css").read_text("utf-8") in state["_css"]
    assert state["task"] == {"kind": "choice"}
    assert state["state"] == {"answered": False}
    assert state["scene"] == {}


def test_a_message_changes_the_traits_that_the_handler_gives() -> None:
    heard = []

    def handle(message: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
        heard.append(message)
        yield "state", {"answered": True}
        yield "scene", {"drawing": {"kind": "crowd"}}

    widget = card(handle)
    changed: list[str] = []
    widget.observe(lambda change: changed.append(change["name"]))
    receive(widget, {"do": "answer", "answer": "a"})
    assert heard == [{"do": "answer", "answer": "a"}]
    assert widget.state == {"answered": True}
    assert widget.scene == {"drawing": {"kind": "crowd"}}
    assert widget.task == {"kind": "choice"}
    assert changed == ["state", "scene", "saved"]
    assert widget.saved == {"kept": True, "words": "kept", "n": None}


@pytest.mark.parametrize("content", [None, "answer", 3, ["do"], True])
def test_what_is_no_message_is_passed_over(
    content: object, caplog: pytest.LogCaptureFixture
) -> None:
    def handle(_: object) -> NoReturn:
        raise AssertionError("not for the handler")

    widget = card(handle)
    receive(widget, content)
    assert widget.state == {"answered": False}
    assert caplog.records == []  # ipywidgets writes what a handler raises to the log


# --- long work -----------------------------------------------------------------------------------


def counting(message: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """A simulation in four parts, or an answer at once."""
    if message["do"] == "look":
        for part in range(1, 5):
            yield "scene", {"of": message["setting"], "progress": part / 4}
    elif message["do"] == "answer":
        yield "state", {"answered": True}


def scenes_after(messages: list[dict[str, Any]], seconds: float = 0.2) -> list[Any]:
    """The scenes of a card in a kernel's loop that gets messages one after another."""
    widget = card(counting)
    seen: list[Any] = []
    widget.observe(lambda change: seen.append(change["new"]), names=["scene", "state"])

    async def talk() -> None:
        for message in messages:
            receive(widget, message)
        await asyncio.sleep(seconds)

    asyncio.run(talk())
    return seen


def test_long_work_is_done_to_the_end_in_parts() -> None:
    seen = scenes_after([{"do": "look", "setting": 1}])
    assert [scene["progress"] for scene in seen] == [0.25, 0.5, 0.75, 1]


def test_other_messages_get_in_between_and_a_new_one_takes_over() -> None:
    seen = scenes_after([{"do": "look", "setting": 1}, {"do": "look", "setting": 2}])
    assert [(scene["of"], scene["progress"]) for scene in seen] == [
        (1, 0.25), (2, 0.25), (2, 0.5), (2, 0.75), (2, 1),
    ]  # fmt: skip


def test_a_stop_leaves_the_work_where_it_is() -> None:
    seen = scenes_after([{"do": "look", "setting": 1}, {"do": "stop"}])
    assert [scene["progress"] for scene in seen] == [0.25]


def test_where_no_loop_runs_the_work_is_done_at_once() -> None:
    widget = card(counting)
    receive(widget, {"do": "look", "setting": 1})
    assert widget.scene == {"of": 1, "progress": 1}


def test_no_view_sets_words_as_html() -> None:
    for file in (
        *STATIC.rglob("*.js"),
        *(f for folder in folders().values() for f in folder.glob("*.js")),
    ):
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write", text), file


def test_nothing_is_fetched_from_elsewhere() -> None:
    of_kinds = (file for folder in folders().values() for file in folder.glob("view.*"))
    for file in (*STATIC.rglob("*.*"), *of_kinds):
        text = file.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"https?:|//\w+\.|@import (?!\{)|\bfetch\(|url\(", text), file.name
