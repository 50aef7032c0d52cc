"""A new kind of exercise is a new folder and nothing else: the example of docs/kinds proves it.

A copy of the course gets the folder, or another package brings it by an entry point. Everything is
asked in a process of its own, since kinds are looked for once in each; one that has loaded the
course and looked for none is there for each course, and they begin in it (``asking.py``).
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from typing import Any

import pytest
from asking import complaints_of, told_of

from course.content.course import Course
from course.faults import Fault
from course.kinds.tried import cases
from course.paths import PACKAGE, ROOT
from tests.small_course import leave

NEW = ROOT / "docs" / "kinds" / "years"
EXAMPLE, OTHER = "how-old-the-ideas-are", "growth-claim"
"""The example of the new kind, and that of a kind that the course has: a choice."""

SEEN = Path("tests", "browser", "card.js")
"""What a card's claims are seen with, which the shared tests read."""

_LEFT_OUT = (".git", ".venv", "node_modules", "clients", "browser", ".*_cache", "*.pyc.*")
"""What is compiled is copied too, else the copy compiles it anew; not what is being written."""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the course into which the folder has been dropped."""
    folder = tmp_path_factory.mktemp("copy") / "course"
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*_LEFT_OUT))
    (folder / SEEN).parent.mkdir(exist_ok=True)
    shutil.copy(ROOT / SEEN, folder / SEEN)
    before = files_of(folder)
    shutil.copytree(NEW, folder / "course" / "kinds" / NEW.name)
    changed = files_of(folder).items() ^ before.items()
    touched = {name.rpartition("/")[0] for name, _ in changed}
    assert touched == {f"course/kinds/{NEW.name}"}
    return folder


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def run(*command: str, course: Path) -> subprocess.CompletedProcess[str]:
    """Run Python with a course on its path."""
    return subprocess.run(
        [sys.executable, *command],
        cwd=course,
        env={**os.environ, "PYTHONPATH": str(course)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


class Asking:
    """``asking.py`` with a course on its path, until ``close``."""

    def __init__(self, course: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(course / "tests" / "kinds" / "asking.py")],
            cwd=course,
            # Threads of a library's would not go along into the processes that begin in it.
            env={**os.environ, "PYTHONPATH": str(course), "OPENBLAS_NUM_THREADS": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def ask(self, exercises: Path, also: Path | None) -> dict[str, Any]:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps([str(exercises), str(also or "")]) + "\n")
        self.process.stdin.flush()
        code = self.process.stdout.readline().strip()
        complaints = complaints_of(exercises).read_text(encoding="utf-8")
        assert code == "0", complaints
        assert "Traceback" not in complaints
        found: dict[str, Any] = json.loads(told_of(exercises).read_text(encoding="utf-8"))
        return found

    def close(self) -> None:
        self.process.communicate()


Asked = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def asked() -> Iterator[Asked]:
    """What a course says to the two examples: ``asked(folder, course, also)``; see asking.py."""
    begun: dict[Path, Asking] = {}

    def asked(folder: Path, course: Path = ROOT, also: Path | None = None) -> dict[str, Any]:
        exercises = folder / "exercises" / "examples"
        cases("choice").write_example(exercises)
        page = (NEW / "page.md").read_text(encoding="utf-8")
        (example,) = re.findall(r"^```yaml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
        (exercises / f"{EXAMPLE}.yml").write_text(example, encoding="utf-8")
        if course not in begun:
            begun[course] = Asking(course)
        return begun[course].ask(exercises, also)

    yield asked
    for one in begun.values():
        one.close()


def works(found: dict[str, Any], name: str) -> None:
    """Check that an exercise is there, is drawn by its view, and judges."""
    status, page = found["page"]
    assert status == 200
    assert f'data-exercise="{name}"' in page
    assert found["views"][name] == 200
    assert found["lesson"] == 200
    assert found["cards"][name]["task"]["exercise"] == name
    assert found["judged"][name] is True


# --- a folder -------------------------------------------------------------------------------------


def test_the_shared_tests_try_it_in_seconds(copy: Path) -> None:
    before = getrusage(RUSAGE_CHILDREN)
    done = run(
        *("-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", NEW.name),
        *("tests/kinds/test_kinds.py", "tests/test_kinds_documented.py"),
        course=copy,
    )
    after = getrusage(RUSAGE_CHILDREN)
    assert done.returncode == 0, done.stdout
    # Verdict, garbage, key, nothing told, schema, page, example, faults: a test of each at least.
    assert int(re.findall(r"(\d+) passed", done.stdout)[0]) >= 15
    # bench measures that it takes 5 s; here a busy machine may take longer, and a loop may not.
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 20


@pytest.mark.client  # ten seconds; faults of its files are told as any others below, one by one
def test_check_tells_its_faults_as_any_others(copy: Path, tmp_path: Path) -> None:
    few = tmp_path / "course"
    shutil.copytree(copy, few, ignore=shutil.ignore_patterns("tests", "build"))
    leave(Course.open(few), "06-across-boundaries")
    lesson = few / "exercises" / "06-across-boundaries"
    page = (NEW / "page.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^```yaml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)

    def told() -> set[str]:
        return set(run("-m", "course", "check", course=few).stderr.splitlines())

    before = told()
    # The table of kinds is written by the next build.
    assert [one for one in before if one.startswith("docs/exercises/README.md, line 1")]
    file = lesson / f"{EXAMPLE}.yml"
    file.write_text(example.replace("year: 2025", "year: 2052"), encoding="utf-8")
    line = example[: example.index("year: 2025")].count("\n") + 1
    sentence = (
        f"exercises/06-across-boundaries/{EXAMPLE}.yml, line {line}: "
        "The year is outside the periods, which go from 1970 to 2029."
    )
    assert [one for one in told() if one.startswith(sentence)]
    file.write_text(example, encoding="utf-8")
    left = told() - before
    # No lesson shows it; nothing else is wrong with it.
    assert [one.partition(",")[0] for one in left] == [
        f"exercises/06-across-boundaries/{EXAMPLE}.yml"
    ]


def test_the_page_shows_it_and_judges(copy: Path, tmp_path: Path, asked: Asked) -> None:
    found = asked(tmp_path, course=copy)
    assert found["faults"] == {"sv": [], "en": []}
    works(found, EXAMPLE)
    works(found, OTHER)


# --- another package ------------------------------------------------------------------------------


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package of somebody else's that brings the kind: what an installer would leave of it."""
    site = tmp_path / "site"
    folder = site / "stranger"
    shutil.copytree(NEW, folder)
    own = (folder / "cases.py").read_text(encoding="utf-8")
    own = own.replace("from course.kinds.years.", "from stranger.")
    (folder / "cases.py").write_text(own, encoding="utf-8")
    info = site / "stranger-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: stranger\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text("[course.kinds]\nyears = stranger\n", "utf-8")
    return folder


def test_another_package_brings_a_kind(package: Path, tmp_path: Path, asked: Asked) -> None:
    found = asked(tmp_path, also=package.parent)
    assert found["faults"] == {"sv": [], "en": []}
    works(found, EXAMPLE)
    works(found, OTHER)


def line_of(file: str, words: str) -> int:
    text = (NEW / file).read_text(encoding="utf-8")
    return text[: text.index(words)].count("\n") + 1


BROKEN: list[tuple[str, str, str, int, str]] = [
    # The file, what stands in it, what stands there instead, the line, the sentence's beginning.
    (
        "rules.py", "@frozen\nclass Event", "1 / 0\n@frozen\nclass Event",
        line_of("rules.py", "@frozen\nclass Event"),
        "The kind of exercise years cannot be used: ZeroDivisionError: division by zero.",
    ),
    (
        "rules.py", "def recall(", "def recall((",
        line_of("rules.py", "def recall("),
        "The kind of exercise years cannot be used: ",
    ),
    (
        "rules.py", "import Exercise\n", "import Exercize\n",
        line_of("rules.py", "from course.kinds.exercise"),
        "The kind of exercise years cannot be used: ImportError: ",
    ),
    (
        "rules.py", "def recall(", "def remember(", 1,
        "The kind of exercise years lacks the function recall. Write it in the file; ",
    ),
    (
        "rules.py", "class Years(Exercise)", "class Years(Event)", 1,
        "The kind of exercise years lacks a class of its exercises.",
    ),
    (
        "rules.py", "    yield from twice(", "    1 / 0\n    yield from twice(",
        line_of("rules.py", "    yield from twice("),
        "The kind of exercise years cannot be used: ZeroDivisionError: division by zero.",
    ),
    (
        "schema.json", '"events": {', '"events" {', line_of("schema.json", '"events": {'),
        "The file is no schema of the kind of exercise years: ",
    ),
    ("schema.json", '  "properties": {\n    "starts"', '  "proper": {\n    "starts"', 1,
        "The file is no schema of the kind of exercise years: no properties."),
    (
        "words.yml", ', en: "{right} of {n} events are in the right period."', "",
        line_of("words.yml", "card.years-right"),
        "The sentence card.years-right lacks en:. Write it in Swedish (sv:) and in English (en:).",
    ),
    ("words.yml", "card.kind-years", "card.sort-years", 1,
        "The kind of exercise years lacks the sentence card.kind-years, which stands on its card."),
    ("words.yml", "{sv: Placera i tiden", "{sv: [Placera i tiden", 3, "The file cannot be read"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "sentence"),
    BROKEN,
    ids=[f"{one[0]}: {one[4]}" for one in BROKEN],
)
def test_a_broken_kind_says_where_and_all_others_go_on(
    package: Path,
    tmp_path: Path,
    asked: Asked,
    file: str,
    old: str,
    new: str,
    line: int,
    sentence: str,
) -> None:
    text = (package / file).read_text(encoding="utf-8")
    assert old in text
    (package / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    found = asked(tmp_path, also=package.parent)
    is_told(found, f"stranger/{file}", line, sentence)


@pytest.mark.parametrize("file", ["rules.py", "schema.json", "view.js", "words.yml"])
def test_a_file_that_is_missing_is_told(
    package: Path, tmp_path: Path, asked: Asked, file: str
) -> None:
    (package / file).unlink()
    found = asked(tmp_path, also=package.parent)
    is_told(found, f"stranger/{file}", 1, f"The kind of exercise years lacks the file {file}.")


def test_a_package_that_is_gone_is_told(package: Path, tmp_path: Path, asked: Asked) -> None:
    shutil.rmtree(package)
    found = asked(tmp_path, also=package.parent)
    is_told(found, "stranger", 1, "The package stranger, which should hold the kind of exercise")


def is_told(found: dict[str, Any], file: str, line: int, sentence: str) -> None:
    """Check that a fault is told by check and by the pages, and that the other exercise works."""
    (english,), (swedish,) = found["faults"]["en"], found["faults"]["sv"]
    assert english.startswith(f"{file}, line {line}: {sentence}")
    assert swedish.startswith(f"{file}, rad {line}: ")
    assert "Traceback" not in english
    assert english in found["cards"][EXAMPLE]["problem"]
    assert english in found["judged"][EXAMPLE]
    assert f"{file}, line {line}: " in found["page"][1]
    works(found, OTHER)


def test_what_fails_only_when_it_is_answered_is_told_then(
    package: Path, tmp_path: Path, asked: Asked
) -> None:
    rules = package / "rules.py"
    text = rules.read_text(encoding="utf-8")
    start = "    right = key(exercise)\n"
    rules.write_text(text.replace(start, "    right = key(exercise)['gone']\n"), encoding="utf-8")
    found = asked(tmp_path, also=package.parent)
    sentence = (
        f"stranger/rules.py, line {line_of('rules.py', start)}: "
        "The kind of exercise years cannot be used: KeyError: 'gone'. Mend the line."
    )
    assert found["faults"]["en"] == [sentence]
    assert found["judged"][EXAMPLE] == sentence
    works(found, OTHER)


OPTIONAL = (
    "picture",
    "before",
    "fresh",
    "scenes",
    "taken_along",
    "tries",
    "goal",
    "lines",
    "parts",
)
"""Functions that a kind need not have; what they do is asked for while others are answered."""


@pytest.mark.parametrize("function", OPTIONAL)
def test_whatever_function_fails_every_page_stands(
    package: Path, tmp_path: Path, asked: Asked, function: str
) -> None:
    rules = package / "rules.py"
    text = rules.read_text(encoding="utf-8")
    rules.write_text(f"{text}\n\ndef {function}(*_):\n    raise OSError('gone')\n", "utf-8")
    found = asked(tmp_path, also=package.parent)
    assert (found["page"][0], found["lesson"]) == (200, 200)
    told = found["judged"][EXAMPLE]
    assert told is True or "The kind of exercise years cannot be used: OSError: gone." in told
    works(found, OTHER)


# --- without another package's wheel: a folder in the course is told in the same way --------------


def test_a_broken_folder_in_the_course_stops_nothing_else(
    copy: Path, tmp_path: Path, asked: Asked
) -> None:
    words = copy / "course" / "kinds" / NEW.name / "words.yml"
    before = words.read_text(encoding="utf-8")
    words.write_text("card.kind-years: {sv: Placera i tiden}", encoding="utf-8")
    try:
        found = asked(tmp_path, course=copy)
    finally:
        words.write_text(before, encoding="utf-8")
    is_told(
        found, f"course/kinds/{NEW.name}/words.yml", 1, "The sentence card.kind-years lacks en:."
    )


def test_the_example_is_no_kind_of_the_course_itself() -> None:
    """It would be found twice, and what the copy proves would be proved by nothing."""
    assert not (PACKAGE / "kinds" / NEW.name).exists()


def test_the_fault_that_the_documentation_shows_is_told_like_that() -> None:
    page = (ROOT / "docs" / "adding-a-kind.md").read_text(encoding="utf-8")
    values = {"kind": NEW.name, "name": "recall"}
    fault = Fault.at(1, "kind-lacks-function", values, f"{NEW.name}/rules.py")
    assert f"```\n{fault.told('en')}\n```" in page
