"""What authors have written, as it stands in the files: lessons, exercises, examples.

The files are read here, and not by the course's own rules: these are under test.
"""

import json
import re
from functools import cache
from typing import ClassVar

import yaml

from course.kinds import KINDS
from course.kinds.tried import cases
from course.paths import LANGUAGES, ROOT
from course.words import decimal
from course.words.counted import in_words
from course.words.typesetting import typeset

LESSONS = tuple(file.stem for file in sorted(ROOT.glob("notebooks/sv/*.ipynb")))
FIGURES = ROOT / "data/figures"


class Loader(yaml.CSafeLoader):
    """The C parser, in which all files take a fifth of a second; a pure one takes three.

    Plain words are what they are in YAML 1.2: ``no`` is a word.
    """

    yaml_implicit_resolvers: ClassVar = {}


for tag, pattern, begin in (
    ("null", "null|~|", ["n", "~", ""]),
    ("bool", "true|false", ["t", "f"]),
    ("int", r"[-+]?\d+", [*"-+0123456789"]),
    ("float", r"[-+]?(\d+\.\d*|\.?\d+)([eE][-+]?\d+)?", [*"-+.0123456789"]),
):
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{pattern})$"), begin)


def load(file):
    """What a file holds."""
    return yaml.load(file.read_text("utf-8"), Loader)


def read(file):
    """A file of YAML, as it stands now, with the numbers that it names."""
    return _read(file, file.stat().st_mtime_ns)


@cache
def _read(file, _changed):
    return _filled(load(file))


def _filled(thing, language=None):
    """``{n:formal-ties}`` is 178, ``{w:pairs-apart}`` eleven, as the built numbers have them.

    ``{case:esther}`` is what the mark of that case's evidence says. What is typed plainly is read
    as in print (`course.words.typesetting`).
    """
    if isinstance(thing, dict):
        return {
            key: _filled(one, key if key in LANGUAGES else language) for key, one in thing.items()
        }
    if isinstance(thing, list):
        return [_filled(one, language) for one in thing]
    if not isinstance(thing, str):
        return thing
    marked = re.sub(r"{case:([a-z0-9-]+)}", lambda one: _mark(one[1], language), thing)
    told = re.sub(r"{([nwW]):([a-z0-9-]+)}", lambda one: _number(*one.groups(), language), marked)
    return typeset(told)


def _mark(case, language):
    given = _cases()
    return given["grades"][given["cases"][case]["grade"]]["mark"][language] + "."


@cache
def _cases():
    return load(ROOT / "data/cases.yml")


def _number(how, name, language):
    number = _numbers()[name]
    word = in_words(int(number["value"]), language) if how != "n" else None
    if word:
        return word.capitalize() if how == "W" else word
    return decimal(number["value"], number["digits"], language, signed=number["signed"])


@cache
def _numbers():
    return json.loads((ROOT / "data/numbers.json").read_text("utf-8"))


def exercise(lesson, id):
    """An exercise as its file and those that it stands on have it."""
    return _whole(ROOT / "exercises" / lesson / f"{id}.yml")


@cache
def _code(lesson, language):
    """The code of a lesson's built notebook, by the ids of its cells."""
    notebook = ROOT / "notebooks" / language / f"{lesson}.ipynb"
    cells = json.loads(notebook.read_text("utf-8"))["cells"]
    return {cell["id"]: "".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"}


def top(lesson):
    """The id of the cell at the head of a lesson's page: the first that is read and not run."""
    notebook = ROOT / "notebooks" / "en" / f"{lesson}.ipynb"
    cells = json.loads(notebook.read_text("utf-8"))["cells"]
    return next(cell["id"] for cell in cells if cell["cell_type"] == "markdown")


def places(lesson, language="en"):
    """The exercises of a lesson by the id of the cell that each stands in, in order."""
    found = {}
    for cell, code in _code(lesson, language).items():
        for id in re.findall(r'lesson\.exercise\("([\w-]+)"\)', code):
            found[cell] = exercise(lesson, id)
    return found


def exercises(lesson, language="en"):
    """The exercises of a lesson in the order in which its notebook has them."""
    return [*places(lesson, language).values()]


def figures(lesson, language="en"):
    """The figures of a lesson in order; ``after`` names the exercise that one is folded for."""
    code = "\n".join(_code(lesson, language).values())
    found = re.findall(r'lesson\.figure\("([\w-]+)"(?:, after="([\w-]+)")?\)', code)
    return [{**read(FIGURES / f"{id}.yml"), "after": after} for id, after in found]


def first(kind, *, such=lambda exercise: True):
    """The first exercise of a kind in the course; its lesson is in it."""
    return next(
        one for lesson in LESSONS for one in exercises(lesson) if one["kind"] == kind and such(one)
    )


def lessons_with_every_kind():
    """A few lessons in which every kind of exercise that the course has is found."""
    kinds = {lesson: {one["kind"] for one in exercises(lesson)} for lesson in LESSONS}
    left, few = set().union(*kinds.values()), []
    while left:
        few.append(max(LESSONS, key=lambda lesson: len(kinds[lesson] & left)))
        left -= kinds[few[-1]]
    return sorted(few)


def examples(folder, kinds=KINDS, made=lambda exercise: exercise):
    """Write the documentation's examples as files of a folder, and return them in their order.

    They are those of all kinds, or of some. ``made`` may make each of them, and what they stand
    on, into something else.
    """
    for kind in kinds:
        cases(kind).write_example(folder)
    for file in sorted(folder.rglob("*.yml")):
        write(file.parent, made(read(file)))
    return [_whole(file) for file in sorted(folder.glob("*.yml"))]


def write(folder, exercise):
    """Write an exercise's file, without what stands in other files."""
    own = {key: value for key, value in exercise.items() if key not in ("lesson", "questions")}
    with (folder / f"{exercise['id']}.yml").open("w", encoding="utf-8") as file:
        yaml.dump(own, file, yaml.CSafeDumper, allow_unicode=True, sort_keys=False)


def _whole(file):
    """An exercise with its lesson, a test with its questions, a scale with those it repeats."""
    whole = {**read(file), "lesson": file.parent.name}
    if whole["kind"] == "test":
        found = sorted((file.parent / whole["bank"]).glob("*/*.yml"))
        whole["questions"] = [{**read(one), "lesson": one.parent.name} for one in found]
    if "again" in whole:
        earlier = read(file.parent.parent / f"{whole['again']}.yml")
        whole = {"points": earlier["points"], "areas": earlier["areas"], **whole}
    return whole
