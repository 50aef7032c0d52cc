"""The widget behind every exercise: what to ask, how it stands, and what the page sends back.

The course view loads the files of ``static`` as they are. JupyterLab gets a view as one text, since
anywidget imports it from a blob that has no neighbours: ``bundle`` puts the shared ``card.js`` in
front of the kind's own file.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

import anywidget
import traitlets

from course.widgets import STATIC

_IMPORT = re.compile(r'^import \{[^}]*\} from "\./card\.js";\n', re.MULTILINE)

Handler = Callable[[dict[str, Any]], Iterable[tuple[str, dict[str, Any]]]]
"""Takes a message from the page, gives the traits to change, one after another."""


@cache
def bundle(kind: str) -> str:
    """The view of a kind as one ES module: ``card.js``, not exported, then the kind's file."""
    shared = (STATIC / "card.js").read_text(encoding="utf-8")
    own = (STATIC / f"{kind}.js").read_text(encoding="utf-8")
    return re.sub(r"^export ", "", shared, flags=re.MULTILINE) + _IMPORT.sub("", own)


@cache
def styles() -> str:
    """The colours and the card's style, for a page that is not ours."""
    return "".join(
        (STATIC / name).read_text(encoding="utf-8") for name in ("tokens.css", "card.css")
    )


class Card(anywidget.AnyWidget):
    """An exercise as a widget.

    Traits that the page sees: ``task`` (what is asked, never changes), ``state`` (the answer and
    its verdict), ``scene`` (the picture of an explorer).
    """

    task = traitlets.Dict().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)
    scene = traitlets.Dict().tag(sync=True)
    # Declared here, for anywidget makes a trait of a style only where the class has one.
    _css = traitlets.Unicode().tag(sync=True)

    def __init__(self, *, handle: Handler, plain: str, html: str, **traits: dict[str, Any]) -> None:
        super().__init__(_esm=bundle(traits["task"]["kind"]), _css=styles(), **traits)
        self._plain = plain
        self._html = html
        self._handle = handle
        self.on_msg(self._receive)

    def _receive(self, _: object, content: object, buffers: object) -> None:
        if isinstance(content, dict):
            for trait, value in self._handle(content):
                setattr(self, trait, value)

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """The widget, and for where no kernel answers: words, and the question as HTML."""
        bundle_and_metadata = super()._repr_mimebundle_(**kwargs)
        data = (
            bundle_and_metadata[0]
            if isinstance(bundle_and_metadata, tuple)
            else bundle_and_metadata
        )
        data = dict(data or {})
        data["text/plain"] = self._plain
        data["text/html"] = self._html
        return data, {}
