"""Imports go one way, and a lesson loads no more than what also runs in a browser."""

import ast
import json
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import networkx as nx
import pytest

import course
from course.paths import ROOT
from course.studio import house

PACKAGE = Path(course.__file__).parent
WIDGETS = {"ipywidgets", "anywidget", "traitlets"}
DRAWING = {"matplotlib"}
ARRAYS = {"numpy", "networkx"}
SERVING = {"tornado", "jupyter_server", "jinja2", "markdown_it"}
DATA = {"__init__", "picture", "element"}
HANDS = {
    f"course.plots.{file.stem}"
    for file in (PACKAGE / "plots").glob("*.py")
    if file.stem not in DATA
}
"""What draws with matplotlib; the rest of the room is data, which any front end may draw."""


@cache
def imported(path: Path) -> frozenset[str]:
    """The modules that a file imports, anywhere in it, by their full names."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: imports are written in full"
            names.add(node.module or "")
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return frozenset(names)


def imports_of(part: str) -> set[str]:
    folder = PACKAGE / part
    files = [folder.with_suffix(".py")] if not folder.is_dir() else list(folder.rglob("*.py"))
    assert files
    return set().union(*map(imported, files))


def touches(names: set[str], forbidden: set[str]) -> set[str]:
    """The names that are, or lie within, something forbidden."""
    return {name for name in names if any(f"{name}.".startswith(f"{one}.") for one in forbidden)}


FORBIDDEN = {
    "content": WIDGETS | DRAWING | {"course.lesson", "course.widgets", "course.plots"},
    "kinds": WIDGETS
    | DRAWING
    | HANDS
    | ARRAYS
    | {"course.lesson", "course.widgets", "course.content", "course.journal", "course.errors"},
    "models": WIDGETS
    | DRAWING
    | {f"course.{part}" for part in ("lesson", "widgets", "plots", "content", "kinds", "words")},
    "networks": WIDGETS
    | DRAWING
    | {f"course.{part}" for part in ("lesson", "widgets", "plots", "content", "kinds", "words")},
    "journal": WIDGETS
    | DRAWING
    | {f"course.{part}" for part in ("lesson", "widgets", "plots", "kinds", "networks")},
    "explorers": WIDGETS | DRAWING | HANDS | {"course.lesson", "course.widgets", "course.kinds"},
    "explorers/__init__": ARRAYS,
    "plots/shapes": DRAWING | HANDS | ARRAYS | {"course.content", "course.networks"},
    "plots/picture": DRAWING | HANDS | ARRAYS,
    "plots": WIDGETS | {"course.lesson", "course.widgets", "course.kinds", "course.explorers"},
    "drawing": WIDGETS
    | DRAWING
    | ARRAYS
    | SERVING
    | {f"course.{part}" for part in ("content", "words", "marked", "paths", "pages", "session")},
    "portfolio": WIDGETS | DRAWING | {"course.lesson", "course.widgets", "course.plots"},
    "widgets": DRAWING
    | HANDS - {"course.plots.hand"}  # draws in a notebook's stored output
    | {f"course.{part}" for part in ("lesson", "models", "networks")}
    | {"course.explorers", "course.journal"},
    "words": {
        f"course.{part}" for part in ("errors", "faults", "content", "kinds", "plots", "explorers")
    },
    "errors": {"course.lesson", "course.widgets", "course.plots", "course.kinds"},
    "session": WIDGETS
    | DRAWING
    | HANDS
    | ARRAYS
    | SERVING
    | {f"course.{part}" for part in ("lesson", "widgets", "pages", "runtimes", "figures")},
    "classroom": WIDGETS
    | DRAWING
    | HANDS
    | ARRAYS
    | SERVING
    | {f"course.{part}" for part in ("lesson", "widgets", "pages", "runtimes", "figures")},
    "pages": DRAWING
    | ARRAYS
    | SERVING - {"jinja2", "markdown_it"}
    | {"course.lesson", "course.runtimes"},
    "runtimes/local": {"jupyter_server", "jupyterlab", "course.lesson", "course.runtimes.jupyter"},
    "lesson": {"course.studio", "course.pages", "course.runtimes"},
}


def room_of(file: Path) -> str:
    """The folder of the package that a file lies in; a file beside the folders is a room alone."""
    inside = file.relative_to(PACKAGE)
    return inside.parts[0].removesuffix(".py")


def rooms() -> dict[str, set[str]]:
    """The rooms of the house, and those that each leans on."""
    names = {
        room_of(file) for file in PACKAGE.rglob("*.py") if not file.name.startswith("__main__")
    }
    found: dict[str, set[str]] = {name: set() for name in names - {"__init__"}}
    for name, leans_on in found.items():
        parts = {one.split(".")[1] for one in imports_of(name) if one.startswith("course.")}
        leans_on |= (parts & set(found)) - {name}
    return found


def test_no_two_rooms_lean_on_each_other() -> None:
    # Kahn 1962: a graph without a circle can be taken apart from its ends.
    left = rooms()
    assert {"words", "kinds", "content", "session", "pages"} <= set(left)
    while ends := {name for name, leans_on in left.items() if not leans_on & set(left)}:
        for name in ends:
            del left[name]
    assert left == {}, "these lean on each other in a circle, or on one"


def test_the_picture_of_the_house_is_drawn_by_the_imports() -> None:
    """It reads them by their lines; here Python's own parser does."""
    assert house.rooms() == {name: frozenset(leans_on) for name, leans_on in rooms().items()}


def test_the_picture_shows_every_room_and_leans_downwards() -> None:
    svg = (ROOT / house.PAGE).read_text(encoding="utf-8")
    assert svg == house.page()
    assert set(re.findall(r"<text[^>]*>(\w+)</text>", svg)) == set(rooms())
    floor = {name: n for n, names in enumerate(house.floors(house.rooms())) for name in names}
    assert all(floor[upper] > floor[lower] for upper, lower in house.leaning(house.rooms()))


def test_what_is_left_out_of_the_picture_follows_from_the_rest() -> None:
    # networkx's own way to the same: Aho, Garey & Ullman (1972).
    graph = nx.DiGraph((name, other) for name, on in rooms().items() for other in on)
    assert set(house.leaning(house.rooms())) == set(nx.transitive_reduction(graph).edges)


def test_a_circle_is_told() -> None:
    with pytest.raises(ValueError, match="in a circle: chicken, egg"):
        house.floors({"chicken": frozenset({"egg"}), "egg": frozenset({"chicken"})})


@pytest.mark.parametrize("part", FORBIDDEN)
def test_imports_go_one_way(part: str) -> None:
    assert touches(imports_of(part), FORBIDDEN[part]) == set()


def test_the_test_sees_what_is_imported() -> None:
    assert "matplotlib.figure" in imports_of("plots")
    assert touches(imports_of("lesson"), {"course.widgets"})
    assert touches({"course.plotsome", "course"}, {"course.plots"}) == set()


def test_nothing_but_the_builder_the_server_and_the_start_knows_of_them() -> None:
    outside = {"course.studio", "course.runtimes"}
    for folder in PACKAGE.iterdir():
        if folder.is_dir() and folder.name not in (
            "studio",
            "commands",
            "start",
            "runtimes",
            "__pycache__",
            "house",
        ):
            assert touches(imports_of(folder.name), outside) == set(), folder.name


RUN_TIME = {
    # What pyproject.toml calls "what a lesson imports", by the names that are imported ...
    "numpy", "networkx", "matplotlib", "attr", "attrs", "cattrs", "cattr", "ruamel", "yaml",
    "platformdirs", "filelock", "fsrs", "icalendar", "anywidget", "ipywidgets", "traitlets",
    # ... and what these stand on, all of it in Pyodide or pure Python.
    "IPython", "comm", "psygnal", "typing_extensions", "PIL", "cycler", "kiwisolver", "pyparsing",
    "dateutil", "six", "packaging", "contourpy", "mpl_toolkits", "decorator", "pygments",
    "fontTools", "mypy_extensions", "cython_runtime", "prompt_toolkit", "wcwidth", "stack_data",
    "executing", "asttokens", "pure_eval",
    "jedi", "parso", "matplotlib_inline", "pexpect", "ptyprocess", "IPython_pygments_lexers",
    "ipython_pygments_lexers", "_yaml", "_ruamel_yaml", "pylab", "backports", "psutil",
}  # fmt: skip
BANNED = {
    "scipy", "pandas", "pydantic", "jsonschema", "jupytext", "nbformat", "nbclient", "nbconvert",
    "jupyter_server", "jupyterlab", "markdown_it", "jinja2", "requests", "urllib3",
    "tornado", "zmq",
}  # fmt: skip

LOAD = """
import json, sys
before = set(sys.modules)
import {first}
{more}
print(json.dumps(sorted(set(sys.modules) - before)))
"""


def loaded(folder: Path, more: str = "", first: str = "course.lesson") -> set[str]:
    """The modules that importing the lesson, or what is told, loads, in a process of its own."""
    return _loaded(folder, more, first)[0]


def _loaded(folder: Path, more: str, first: str) -> tuple[set[str], list[str]]:
    """Those modules, and the lines that were printed meanwhile."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COURSE_HOME": str(folder)}
    code = LOAD.format(first=first, more=more)
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    *told, modules = done.stdout.splitlines()
    return set(json.loads(modules)), told


def tops(modules: set[str]) -> set[str]:
    """The packages that modules belong to."""
    return {name.split(".")[0] for name in modules}


ANSWER = """
from course.lesson import Lesson
for lesson, name in (("00-start", "climate"), ("06-across-boundaries", "wall")):
    card = Lesson(lesson, language="sv").exercise(name)
    card._repr_mimebundle_()
Lesson("06-across-boundaries").figure("esther-admissions")._repr_mimebundle_()
card._handle_custom_msg({"do": "answer", "answer": "formal"}, [])
assert card.state["answered"]
"""


@pytest.mark.parametrize("more", ["", ANSWER], ids=["import", "answer"])
def test_a_lesson_loads_what_also_runs_in_a_browser(tmp_path: Path, more: str) -> None:
    packages = tops(loaded(tmp_path, more))
    assert {"course", "anywidget"} <= packages
    assert packages & BANNED == set()
    unknown = {
        name
        for name in packages - RUN_TIME - set(sys.stdlib_module_names) - {"course"}
        if not name.startswith("_") and not name.endswith("__mypyc")
    }
    assert unknown == set()


PLAIN = """
import course.marked as marked
from course.content.course import ours
from course.journal import Journal, MemoryStore
compose, read = marked._compose, []
marked._compose = lambda text: read.append(text) or compose(text)
page = course.session.Session(ours(), Journal(MemoryStore()), "sv").page("01-what-counts")
assert page["cards"] and all("task" in card for card in page["cards"].values())
print(json.dumps([len(page["cards"]), len(read), len(set(read))]))
"""


def test_a_lesson_of_plain_choices_loads_what_it_shows_and_reads_it_once(tmp_path: Path) -> None:
    modules, told = _loaded(tmp_path, PLAIN, "course.session")
    assert {"course.session.session", "course.kinds.sort.rules"} <= modules
    # What is packed, drawn, cited, led or looked up in a lesson like this is for whoever asks.
    later = {"importlib.metadata", "networkx", "fsrs", "icalendar"} | {
        f"course.{room}"
        for room in ("portfolio", "drawing", "explorers", "figures", "networks", "plots")
    }
    later |= {f"course.content.{name}" for name in ("cast", "law", "meeting", "scenes")}
    later |= {f"course.session.{name}" for name in ("own", "planning", "returning", "people")}
    assert touches(modules, later) == set()
    cards, read, different = json.loads(told[0])
    assert read == different, "a file is read twice"
    # The exercises, the words beside their kinds, and a room or two of what a session says itself.
    # The words of all kinds' cards, a score of files, are for whoever shows a card.
    assert read <= 2 * cards + 2


LOOK = """
for explorer in EXPLORERS.values():
    next(explorer.scenes({}, "sv"))
"""


def test_explorers_draw_nothing_themselves(tmp_path: Path) -> None:
    modules = loaded(tmp_path, f"from course.explorers import EXPLORERS{LOOK}", "course.explorers")
    assert {"course.explorers.brokers", "course.explorers.learning"} <= modules
    assert tops(modules) & DRAWING == set()


def test_pictures_and_verdicts_need_no_drawing(tmp_path: Path) -> None:
    modules = loaded(tmp_path, "import course.kinds", "course.kinds.scale.picture")
    assert "course.plots.picture" in modules
    assert tops(modules) & DRAWING == set()


def test_an_explorer_is_loaded_when_it_is_first_used(tmp_path: Path) -> None:
    asked = "from course.explorers import EXPLORERS\nassert 'brokers' in EXPLORERS"
    modules = loaded(tmp_path, f"{asked}\nassert len(list(EXPLORERS)) > 1", "course.explorers")
    assert {name for name in modules if name.startswith("course.explorers.")} == set()
    assert tops(modules) & (DRAWING | ARRAYS) == set()
    modules = loaded(tmp_path, f"{asked}\nEXPLORERS['learning']", "course.explorers")
    assert "course.explorers.learning" in modules
    assert "course.explorers.brokers" not in modules


def test_the_command_line_starts_without_any_package() -> None:
    code = (
        "import sys, course, course.__main__, course.start.bootstrap\n"
        "tops = {name.split('.')[0] for name in sys.modules}\n"
        "print(sorted(tops & {'numpy', 'attr', 'matplotlib', 'networkx', 'yaml'}))"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", code],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"
