"""What ``course test`` proves: nothing is left out, and nothing is run twice."""

import pytest

from course.paths import LANGUAGES, ROOT
from course.proofs import _NO_CLIENT, PROOFS, WITH_CLIENTS


def test_every_kind_of_proof_is_a_step():
    words = " ".join(" ".join(one.arguments) for one in PROOFS)
    kinds = (
        "ruff check",
        "ruff format",
        "mypy",
        "course.studio.javascript",
        "course check",
        "--doctest-modules",
    )
    for kind in (*kinds, "--nbval"):
        assert kind in words


def test_each_file_of_tests_is_run_by_one_proof():
    """What is named by none would be run by nobody, and by two would take twice as long."""
    pytests = [one.arguments for one in PROOFS if "pytest" in one.arguments]
    files = {file.relative_to(ROOT).as_posix() for file in ROOT.glob("tests/**/test_*.py")}
    clients = {file for file in files if file.startswith("tests/clients/")}
    assert len(files - clients) > 250
    runs = {file: [one for one in pytests if _takes(one, file)] for file in files - clients}
    assert {file: len(them) for file, them in runs.items() if len(them) != 1} == {}


def test_each_lesson_s_notebook_is_run_in_one_language_by_turns():
    """In both it is by ``--clients``, in the environment that conda makes and in JupyterLab."""
    (run,) = [one.arguments for one in PROOFS if "--nbval" in one.arguments]
    files = [one for one in run if one.endswith(".ipynb")]
    assert all((ROOT / one).is_file() for one in files)
    languages, lessons = zip(*(one.split("/")[1:] for one in files), strict=True)
    for language in LANGUAGES:
        assert {one.name for one in ROOT.glob(f"notebooks/{language}/*.ipynb")} == set(lessons)
        assert abs(languages.count(language) - len(lessons) / 2) < 1
    assert len(lessons) == len(set(lessons))


def test_what_is_tried_a_hundredth_of_is_tried_in_full_by_long():
    """A test that asks for a count and is not marked would be run in full by nobody."""
    counting = {
        file.relative_to(ROOT).as_posix(): file.read_text("utf-8")
        for file in ROOT.glob("tests/**/test_*.py")
        if "from tests.counts import" in file.read_text("utf-8")
    }
    assert len(counting) > 8
    assert [name for name, text in counting.items() if "mark.long" not in text] == []


@pytest.mark.parametrize("mark", ["client", "edition", "sweep"])
def test_what_an_ordinary_run_leaves_out_is_run_with_clients(mark):
    """A marked test in a folder that no proof takes would be run by nobody."""
    ordinary = [one.arguments for one in PROOFS if "pytest" in one.arguments]
    chosen = {one[-1] for one in ordinary if one[-2] == "-m"}
    assert chosen == {_NO_CLIENT[1]}
    assert f"not {mark}" in _NO_CLIENT[1]
    told = [one.arguments for one in WITH_CLIENTS if one.arguments[-2] == "-m"]
    proofs = [one for one in told if one[-1].split()[0] == mark]
    marked = [
        file.relative_to(ROOT).as_posix()
        for file in ROOT.glob("tests/**/test_*.py")
        if f"mark.{mark}" in file.read_text("utf-8") and file.name != "test_proofs.py"
    ]
    assert marked
    assert [file for file in marked if not any(_takes(one, file) for one in proofs)] == []


def _takes(arguments, file):
    """Whether the arguments to pytest name a folder that a file is in, and do not leave it out."""
    left_out = [one.removeprefix("--ignore=") for one in arguments if one.startswith("--ignore=")]
    return _is_in(file, arguments) and not _is_in(file, left_out)


def _is_in(file, folders):
    return any(file.startswith(f"{one}/") for one in folders)
