"""Sentences that somebody says and nobody wrote: asked of every kind and explorer, by trying it.

Each says what a learner first meets: an explorer its controls and its first picture, a kind of
exercise the task, the verdict and the recall of the example on its page.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from course.content.reading import FAULTY, build
from course.explorers import EXPLORERS
from course.faults import Fault
from course.kinds import KINDS
from course.kinds.broken import BrokenKindError
from course.kinds.kind import Kind
from course.marked import parse
from course.paths import LANGUAGES, PACKAGE
from course.studio.examples import examples
from course.words import NoWordsError, interface, say

_SAID = re.compile(r"""\bwords(?:\["([\w-]+)"\]|\.(\w+))""")


def word_faults() -> list[Fault]:
    """Every sentence that is missing, with the file to write it in."""
    found = [*_of_explorers(), *_of_kinds()]
    first = {fault.values["key"]: fault for fault in reversed(found)}
    return [fault for fault in found if first[fault.values["key"]] is fault]


def missing(file: str, *asked: Callable[[], Any]) -> Iterator[Fault]:
    """The sentence that each of some questions stumbles over, told as missing in a file.

    >>> (fault,) = missing("course/kinds/sort/words.yml", lambda: say("no.such", "en"))
    >>> fault.told("en").partition(": ")[2]
    'The sentence no.such is missing. Write it here in Swedish and in English.'
    """
    for one in asked:
        try:
            one()
        except (NoWordsError, BrokenKindError) as error:
            reason = error.__cause__ if isinstance(error, BrokenKindError) else error
            if isinstance(reason, NoWordsError):  # else the kind is told to be broken, by itself
                yield Fault.at(1, "no-words", {"key": reason.key}, file)


def _of_explorers() -> Iterator[Fault]:
    for name, explorer in EXPLORERS.items():
        file = f"course/explorers/{name.replace('-', '_')}.yml"
        for language in LANGUAGES:
            yield from missing(file, partial(explorer.task, language))
            yield from missing(file, partial(explorer.first_scene, language))


def _of_kinds() -> Iterator[Fault]:
    for name, kind in KINDS.items():
        file = _named(kind.folder / "words.yml")
        for language in LANGUAGES:
            yield from missing(file, partial(say, f"card.kind-{name}", language))
        for key in _in_views(kind.folder):
            if key not in interface(LANGUAGES[0], "card"):
                yield Fault.at(1, "no-words", {"key": f"card.{key}"}, file)
        for example in examples(kind.folder):
            yield from _of_example(kind, example, file)


def _in_views(folder: Path) -> list[str]:
    """The words that a kind's scripts say by name: ``words["years-right"]``, ``words.takes``."""
    scripts = (file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.js")))
    return [named or plain for text in scripts for named, plain in _SAID.findall(text)]


def _of_example(kind: Kind, example: str, file: str) -> Iterator[Fault]:
    try:
        exercise = build(parse(example).value)
    except FAULTY:
        return  # told where documentation is tried
    if list(kind.faults(exercise)):  # one that stands on files beside it
        return
    key = kind.key(exercise)
    for language in LANGUAGES:
        yield from missing(file, partial(kind.task, exercise, language))
        if key is not None:
            yield from missing(file, partial(kind.judge, exercise, key))
            yield from missing(file, partial(kind.recall, exercise, key, language))


def _named(file: Path) -> str:
    """A file of the package as it is called from the folder of the repository."""
    return (
        file.relative_to(PACKAGE.parent).as_posix() if file.is_relative_to(PACKAGE) else str(file)
    )
