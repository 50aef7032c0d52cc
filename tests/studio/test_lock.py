"""pyproject.toml, requirements.lock, environment.yml and the wheel say the same thing."""

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib import metadata
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from ruamel.yaml import YAML

from course import __version__
from course.paths import ROOT
from course.start.packages import lock_sections
from course.studio import lock as lock_command

LOCK = (ROOT / "requirements.lock").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = [
    requirement
    for extra, requirements in PROJECT["optional-dependencies"].items()
    if extra != "benchmarks"  # neither command installs it
    for requirement in requirements
]


def locked(*sections: str) -> dict[str, Requirement]:
    """The packages of the lock's sections, by name."""
    lines = [line for s in sections for line in lock_command.blocks(lock_sections(LOCK)[s])]
    return {canonicalize_name(Requirement(line).name): Requirement(line) for line in lines}


def test_the_version_stands_once_in_effect():
    assert PROJECT["version"] == __version__


@pytest.mark.parametrize(
    ("dependency", "sections"),
    [(d, ("course",)) for d in PROJECT["dependencies"]]
    + [(d, ("course", "test")) for d in EXTRAS if not d.startswith(PROJECT["name"])],
)
def test_the_lock_holds_every_dependency_in_a_version_that_the_project_allows(dependency, sections):
    wanted = Requirement(dependency)
    found = locked(*sections)[canonicalize_name(wanted.name)]
    assert found.marker is None  # On every system.
    (pin,) = found.specifier
    assert pin.operator == "=="
    assert wanted.specifier.contains(pin.version)


def test_every_package_of_the_lock_has_one_version_and_hashes():
    for section, text in lock_sections(LOCK).items():
        entries = lock_command.blocks(text)
        assert entries, section
        for line, hashes in entries.items():
            assert re.fullmatch(r"[a-z0-9-]+==[^\s;]+( ; .+)?", line)
            assert re.fullmatch(r"(    --hash=sha256:[0-9a-f]{64}( \\)?\n)+", hashes), line
    versions = [str(r.specifier) for r in locked("course", "test").values()]
    assert LOCK.count("==") >= len(versions) > 100
    both = locked("course").keys() & locked("test").keys()
    assert all(locked("course")[n].specifier == locked("test")[n].specifier for n in both)


def test_the_lock_has_nothing_but_packages_hashes_and_two_headings():
    rest = [
        line
        for line in LOCK.splitlines()
        if not re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}( \\)?", line)
        and not re.fullmatch(r"[a-z0-9-]+==[^/:@\\]+( \\)?", line)
    ]
    assert [line[:2] for line in rest] == ["# "] * 3
    assert not re.search(r"https?:|file:|index-url|find-links|(^|\s)[/~.]|[A-Z]:\\", LOCK)


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13", "3.14"])
@pytest.mark.parametrize(
    "system", [("linux", "posix"), ("darwin", "posix"), ("win32", "nt")], ids=lambda s: s[0]
)
def test_the_lock_is_for_every_system_and_python(system, python):
    here = {"sys_platform": system[0], "os_name": system[1], "python_version": python}
    here |= {"python_full_version": f"{python}.1", "platform_python_implementation": "CPython"}

    def applies(marker: Marker | None) -> bool:
        return marker is None or marker.evaluate(here)

    names = {name for name, r in locked("course", "test").items() if applies(r.marker)}
    # Terminals in Jupyter: pywinpty on Windows, ptyprocess elsewhere, says terminado's metadata.
    assert ("pywinpty" in names) == (system[0] == "win32")
    assert ("ptyprocess" in names) == (system[0] != "win32")


ENVIRONMENT = (ROOT / "environment.yml").read_text("utf-8")
*PINS, COURSE_ITSELF = YAML(typ="safe").load(ENVIRONMENT)["dependencies"][2]["pip"]
PINNED = {canonicalize_name(Requirement(pin).name): Requirement(pin) for pin in PINS}


def needed(names: list[str]) -> set[str]:
    """The packages that these need on this system, as what is installed here says of itself."""
    found: set[tuple[str, str]] = set()
    ahead = [(name, "") for name in names]
    while ahead:
        name, extra = ahead.pop()
        if (name, extra) in found:
            continue
        found.add((name, extra))
        for text in metadata.requires(name) or ():
            requirement = Requirement(text)
            if requirement.marker is None or requirement.marker.evaluate({"extra": extra}):
                wanted = canonicalize_name(requirement.name)
                ahead += [(wanted, more) for more in ("", *requirement.extras)]
    return {name for name, _ in found}


def test_environment_yml_pins_what_lessons_jupyterlab_and_nbval_need():
    content = YAML(typ="safe").load(ENVIRONMENT)
    assert content["name"] == PROJECT["name"]
    assert content["channels"] == ["conda-forge", "nodefaults"]
    assert content["dependencies"][:2] == ["python=3.12", "pip"]
    assert COURSE_ITSELF == "-e ."
    assert {"jupyterlab", "ipywidgets", "matplotlib", "networkx", "nbval"} <= PINNED.keys()
    direct = [canonicalize_name(Requirement(d).name) for d in PROJECT["dependencies"]]
    assert needed([*direct, "nbval"]) - PINNED.keys() == set()


def test_environment_yml_has_the_locks_versions_and_its_markers():
    both = locked("test") | locked("course")
    assert {name: both[name] for name in PINNED} == PINNED
    assert locked("course").keys() <= PINNED.keys()
    assert "mypy" not in PINNED  # What only authors need would make it half as large again.


def test_environment_yml_is_what_the_lock_command_writes():
    packages = "".join(line + "\n" for line in PINS)
    assert lock_command.environment_text(PROJECT["name"], packages) == ENVIRONMENT


def test_the_lock_command_writes_no_address_and_keeps_versions(tmp_path, monkeypatch):
    """With a stand-in for uv, which would ask the network: it echoes what it is to keep."""
    asked = []

    def uv(command, **_):
        asked.append(command)
        target = Path(command[-1])
        if any(word.endswith("nbval.in") for word in command):
            assert Path(command[4]).read_text("utf-8") == "nbval\n"
            kept = lock_command.blocks(LOCK)
            target.write_text(lock_command._text({pin: kept[pin] for pin in PINS}), "utf-8")
        elif "--extra" not in command:
            target.write_text(lock_sections(LOCK)["course"], "utf-8")

    for name in ("requirements.lock", "pyproject.toml"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    monkeypatch.setattr(lock_command, "ROOT", tmp_path)
    monkeypatch.setattr(lock_command.subprocess, "run", uv)
    tools = []
    monkeypatch.setattr(lock_command.javascript, "lock", lambda *given, **_: tools.extend(given))
    assert lock_command.main() == 0
    assert tools == [tmp_path]
    assert (tmp_path / "requirements.lock").read_text("utf-8") == LOCK
    assert (tmp_path / "environment.yml").read_bytes() == (ROOT / "environment.yml").read_bytes()
    options = {"--universal", "--generate-hashes", "--no-emit-index-url", "--no-emit-find-links"}
    assert all(options < set(command) for command in asked)
    assert len(asked) == 3


@pytest.mark.client  # pip builds it
def test_the_wheel_carries_the_lessons_and_runs_from_anywhere(tmp_path):
    pip = [sys.executable, "-m", "pip", "wheel", "--no-build-isolation", "--no-deps", "--no-index"]
    built = subprocess.run(
        [*pip, "--wheel-dir", tmp_path, ROOT], capture_output=True, text=True, cwd=tmp_path
    )
    assert built.returncode == 0, built.stdout + built.stderr
    (wheel,) = tmp_path.glob("*.whl")
    house = tmp_path / "house"
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        archive.extractall(house)
    assert not [name for name in names if name.startswith(("tests/", ".venv"))]
    for folder in ("notebooks/sv", "notebooks/en", "exercises", "data"):
        files = (path for path in (ROOT / folder).rglob("*") if path.is_file())
        ours = [path for path in files if not {"__pycache__", ".ipynb_checkpoints"} & {*path.parts}]
        assert ours, folder
        carried = {f"course/house/{path.relative_to(ROOT).as_posix()}" for path in ours}
        assert carried <= names
    assert {"course/words/card.yml", "course/studio/lock.py"} <= names

    environment = {**os.environ, "PYTHONPATH": str(house), "PYTHONUTF8": "1"}
    code = "from course.paths import *; print(IS_CHECKOUT, len(list(ROOT.glob('*/*/*.ipynb'))))"
    for arguments, expected in [
        (["-m", "course", "--language", "en", "--help"], "Start the course"),
        (["-c", code], f"False {len(list((ROOT / 'notebooks').rglob('*.ipynb')))}"),
    ]:
        result = subprocess.run(
            [sys.executable, *arguments],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            encoding="utf-8",
        )
        assert result.returncode == 0, result.stderr
        assert expected in result.stdout
