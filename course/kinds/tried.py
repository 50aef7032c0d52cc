"""A kind's ``cases.py`` as the shared tests try it, with what is assumed of what it leaves out.

What each name is, `course.kinds.cases` says.
"""

import re
import shutil
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from course.kinds import KINDS
from course.kinds.cases import Claim, Counted, Definition, FaultCase, Given, told
from course.kinds.kind import Verdict

SECRET = ("right", "feedback", "tempting", "after")
"""Fields that no page is told before an answer, whatever the kind."""

REASONS = ("feedback", "tempting", "after")
"""Fields whose texts are reasons, whatever the kind."""


class Cases:
    """What ``cases.py`` of a kind has, with what its docstring says of what is left out."""

    def __init__(self, module: ModuleType, folder: Path) -> None:
        """The cases of a module, and the folder of their kind."""
        own = vars(module)
        self.folder = folder
        self.fields: Definition = own["FIELDS"]
        self.valid: Any = own["VALID"]
        self.right: Callable[[Definition, str], Given] = own["right"]
        self.beside: Mapping[str, Definition] = own.get("BESIDE", {})
        self.parts: Iterable[tuple[type, str]] = own.get("PARTS", ())
        self.reasons_at: tuple[str, ...] = (*REASONS, *own.get("REASONS", ()))
        self.secret: tuple[str, ...] = (*SECRET, *own.get("SECRET", ()), *own.get("REASONS", ()))
        self.faults: tuple[FaultCase, ...] = own.get("FAULTS", ())
        self.is_judged: Callable[[Any], bool] = own.get("is_judged", lambda _: True)
        self.agrees: Callable[[Any, Verdict], bool] = own.get(
            "agrees", lambda _, verdict: verdict.right == (verdict.score == 1)
        )
        self.gives_away: Callable[[Any, Any], bool] = own.get("gives_away", lambda *_: False)
        self.mutations: Callable[[Definition], Iterable[Definition]] = own.get(
            "mutations", lambda _: ()
        )
        self.wrong: Callable[[Definition, str], Given | None] = own.get("wrong", lambda *_: None)
        self.lacks: tuple[str, str | None] | None = own.get("LACKS")
        self.counted: Counted | None = own.get("COUNTED")
        self.pictured: bool | None = own.get("PICTURED")
        self.unfold: str | None = own.get("UNFOLD")
        self.field: str | None = own.get("FIELD")
        self.controls: Callable[..., list[Claim]] = own.get("controls", lambda *_: [])
        self.entered: Callable[..., list[Claim]] = own.get("entered", self._stands)
        self.enter: Callable[..., None] = own.get("enter", self._press)
        self.reasons: Callable[..., list[Claim]] = own.get("reasons", told)
        self.answer: Callable[..., None] | None = own.get("answer")
        self.work: Callable[..., list[Any]] | None = own.get("work")
        self.afterwards: Callable[..., None] = own.get("afterwards", lambda *_: None)

    def _stands(self, exercise: Definition, answer: Any, language: str) -> list[Claim]:
        return [{"stands": one} for one in self.controls(exercise, answer, language)]

    def _press(self, me: Any, exercise: Definition, _: Any, answer: Any) -> None:
        me.set_controls(exercise, self.controls(exercise, answer, me.language))

    @property
    def page(self) -> str:
        """The kind's page in the documentation."""
        return (self.folder / "page.md").read_text(encoding="utf-8")

    @property
    def example(self) -> str:
        """The example of a file in the kind's page."""
        (found,) = re.findall(r"^```yaml\n(.*?)^```$", self.page, re.MULTILINE | re.DOTALL)
        return str(found)

    def write_example(self, folder: Path, text: str | None = None) -> Path:
        """Write the example as a file of its own name, with what it stands on; or another text."""
        text = self.example if text is None else text
        name = re.findall(r"^id: (.+)$", text, re.MULTILINE)[0]
        folder.mkdir(parents=True, exist_ok=True)
        if (self.folder / "beside").is_dir():
            shutil.copytree(self.folder / "beside", folder, dirs_exist_ok=True)
        file = folder / f"{name}.yml"
        file.write_text(text, encoding="utf-8")
        return file


@cache
def cases(kind: str) -> Cases:
    """The cases of a kind, by its name."""
    return Cases(import_module(f"{KINDS[kind].package}.cases"), KINDS[kind].folder)
