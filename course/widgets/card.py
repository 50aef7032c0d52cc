"""The widget behind every exercise: what to ask, how it stands, and what the page sends back.

The course's pages load the files of ``static`` as they are. JupyterLab gets a view as one text,
since anywidget imports it from a blob that has no neighbours (``joined.py``).
"""

import asyncio
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

import anywidget
import traitlets

from course.kinds import folders
from course.plain import Json
from course.widgets import STATIC
from course.widgets.joined import bundle

Change = tuple[str, Json]
Handler = Callable[[Json], Iterable[Change]]
"""Takes a message from the page, gives what changes, one after another, as a session does.

A scene whose ``progress`` is below 1 has more to come, which may take a while.
"""

_PAUSE = 0.001  # seconds between two parts of long work, in which other messages are answered


@cache
def styles() -> str:
    """The colours, and the style of the card and of every kind, for a page that is not ours.

    anywidget keeps one style for all cards of a page, so it is the same for all.
    """
    own = (folder / "view.css" for folder in folders().values())
    files = (*(STATIC / f"{name}.css" for name in ("tokens", "said", "card")), *own)
    return "".join(file.read_text(encoding="utf-8") for file in files if file.is_file())


class Card(anywidget.AnyWidget):
    """An exercise as a widget over a session.

    Traits that the page sees: ``task`` (what is asked, never changes), ``state`` (the answer and
    its verdict), ``draft`` (what was begun), ``scene`` (what a model shows), ``saved`` (whether
    what was recorded is durable).
    """

    task = traitlets.Dict().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)
    draft = traitlets.Any().tag(sync=True)
    scene = traitlets.Dict().tag(sync=True)
    saved = traitlets.Dict().tag(sync=True)
    # Declared here, for anywidget makes a trait of a style only where the class has one.
    _css = traitlets.Unicode().tag(sync=True)

    def __init__(
        self,
        *,
        handle: Handler,
        keep: Callable[[], Json],
        plain: Callable[[], str],
        html: Callable[[], str],
        **traits: Any,
    ) -> None:
        super().__init__(_esm=bundle(traits["task"]["kind"]), _css=styles(), **traits)
        self._plain = plain
        self._html = html
        self._handle = handle
        self._keep = keep
        self._under_way: Iterator[Change] = iter(())
        self.on_msg(self._receive)

    def _receive(self, _: object, content: object, buffers: object) -> None:
        if not isinstance(content, dict):
            return
        changes = iter(self._handle(content))
        if content.get("do") == "draft":  # which leaves off nothing, and changes nothing here
            for _change in changes:
                pass
            self._keep()
            return
        self._under_way = changes
        self._go_on(changes)
        if content.get("do") in ("answer", "try"):
            self.saved = {**self._keep(), "n": content.get("n")}

    def _go_on(self, changes: Iterator[Change]) -> None:
        """Make the changes; pause in long work, and leave it off when another message has come."""
        while changes is self._under_way:
            name, value = next(changes, ("", {}))
            if not name:
                return
            if name in ("state", "scene"):
                setattr(self, name, value)
            if value.get("progress", 1) < 1 and (loop := _loop()):
                loop.call_later(_PAUSE, self._go_on, changes)
                return

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """The widget, and for where no kernel answers: words, and the question as HTML."""
        bundle_and_metadata = super()._repr_mimebundle_(**kwargs)
        data = (
            bundle_and_metadata[0]
            if isinstance(bundle_and_metadata, tuple)
            else bundle_and_metadata
        )
        return {**(data or {}), "text/plain": self._plain(), "text/html": self._html()}, {}


def _loop() -> asyncio.AbstractEventLoop | None:
    """The loop that a kernel's messages come through; None in a plain program."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None
