"""The widget: what a front end gets, and what it may send."""

import asyncio
import re
from collections.abc import Iterator
from typing import Any, NoReturn

import pytest

from course.scoring import KINDS
from course.widgets import IN_COURSE_VIEW
from course.widgets.card import STATIC, Card, bundle, styles

every_kind = pytest.mark.parametrize("kind", KINDS)


def card(handle: Any = lambda message: ()) -> Card:
    return Card(
        task={"kind": "choice"},
        state={"answered": False},
        handle=handle,
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
    assert state["task"] == {"kind": "choice"}
    assert state["state"] == {"answered": False}
    assert state["scene"] == {}


def test_a_message_changes_the_traits_that_the_handler_gives() -> None:
    heard = []

    def handle(message: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
        heard.append(message)
        yield "state", {"answered": True}
        yield "scene", {"svg": "<svg/>"}

    widget = card(handle)
    changed: list[str] = []
    widget.observe(lambda change: changed.append(change["name"]))
    receive(widget, {"do": "answer", "answer": "a"})
    assert heard == [{"do": "answer", "answer": "a"}]
    assert widget.state == {"answered": True}
    assert widget.scene == {"svg": "<svg/>"}
    assert widget.task == {"kind": "choice"}
    assert changed == ["state", "scene"]


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


def test_a_page_of_the_course_view_does_not_wait_for_stills(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def slow() -> NoReturn:
        raise AssertionError("nobody reads it")

    monkeypatch.setenv(IN_COURSE_VIEW, "1")
    widget = Card(task={"kind": "choice", "title": "T"}, handle=counting, plain=slow, html=slow)
    data, _ = widget._repr_mimebundle_()
    assert data["text/plain"] == "T"
    assert "application/vnd.jupyter.widget-view+json" in data


@every_kind
def test_a_bundle_is_one_module_with_one_way_out(kind: str) -> None:
    module = bundle(kind)
    assert not re.search(r"^\s*import\b", module, re.MULTILINE)
    assert not re.search(r"\bfrom\s+[\"']", module)
    assert "card.js" not in re.sub(r"//.*|/\*.*?\*/", "", module, flags=re.DOTALL)
    assert re.findall(r"^export\b.*", module, re.MULTILINE) == [
        f"export default {{ render: ({{ model, el }}) => mount(model, el, {kind}) }};"
    ]


@every_kind
def test_no_name_stands_twice_in_a_bundle(kind: str) -> None:
    declared = re.findall(
        r"^(?:async )?(?:function|const|let|class) +(\w+)", bundle(kind), re.MULTILINE
    )
    assert {"mount", "h", kind} <= set(declared)
    assert len(set(declared)) == len(declared)


@every_kind
def test_a_kinds_file_imports_what_card_exports(kind: str) -> None:
    own = (STATIC / f"{kind}.js").read_text(encoding="utf-8")
    shared = (STATIC / "card.js").read_text(encoding="utf-8")
    exported = set(re.findall(r"^export function (\w+)", shared, re.MULTILINE))
    (names,) = re.findall(r'^import \{([^}]*)\} from "\./card\.js";$', own, re.MULTILINE)
    used = {name.strip() for name in names.split(",")}
    assert used <= exported
    rest = own.split('"./card.js";')[1]
    assert [name for name in used if not re.search(rf"\b{name}\b", rest)] == []


def test_no_view_sets_words_as_html() -> None:
    # Two places set markup that the course's own code makes: a figure and a legend's mark.
    html = {
        file.name: len(re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write", text))
        for file in STATIC.glob("*.js")
        if (text := file.read_text(encoding="utf-8"))
    }
    assert {name: n for name, n in html.items() if n} == {"card.js": 2}


def test_nothing_is_fetched_from_elsewhere() -> None:
    for file in STATIC.iterdir():
        text = file.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"https?:|//\w+\.|@import|\bfetch\(|url\(", text), file.name
