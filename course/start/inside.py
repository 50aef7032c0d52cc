"""Asks a Python what it has: this file is run by that Python itself, which may have only pip.

It reads ``{"requirements": [...], "imported": [...]}`` from standard input, as JSON, and answers
``{"lacking": [...], "broken": {...}}`` on its last line of output.
"""

import importlib
import json
import subprocess
import sys
from importlib import metadata
from pathlib import Path
from typing import NamedTuple


class Answer(NamedTuple):
    """Requirements that are not met, and packages that cannot be imported, with the reason."""

    lacking: list[str]
    broken: dict[str, str]


def asked(python: Path, requirements: list[str], imported: list[str]) -> Answer | None:
    """What ``python`` lacks of ``requirements``, and which packages it cannot import.

    None if there is no answer: the Python does not start, or has no pip.
    """
    question = json.dumps({"requirements": requirements, "imported": imported})
    command = [str(python), "-I", "-X", "utf8", str(Path(__file__).resolve())]
    try:
        done = subprocess.run(command, input=question, capture_output=True, encoding="utf-8")
    except OSError:
        return None
    if done.returncode:
        return None
    answer = json.loads(done.stdout.splitlines()[-1])
    return Answer(answer["lacking"], answer["broken"])


def lacking(requirements: list[str]) -> list[str]:
    """Those requirements that apply to this system and are not installed as they ask."""
    # Before anything is installed, pip's own copy is all there is that reads "; os_name == 'nt'".
    from pip._vendor.packaging.requirements import Requirement

    lacking = []
    for text in requirements:
        requirement = Requirement(text)
        if requirement.marker and not requirement.marker.evaluate():
            continue
        try:
            version = metadata.version(requirement.name)
        except metadata.PackageNotFoundError:
            version = None
        if not version or not requirement.specifier.contains(version, prereleases=True):
            lacking.append(text)
    return lacking


def broken(names: list[str]) -> dict[str, str]:
    """Those packages whose modules cannot be imported, and what Python says of it."""
    faults = {}
    for name in names:
        try:
            for module in modules(metadata.distribution(name)):
                importlib.import_module(module)
        except Exception as fault:
            faults[name] = f"{type(fault).__name__}: {fault}"
    return faults


def modules(package: metadata.Distribution) -> list[str]:
    """The outermost modules that an installed package brings: ``["ruamel.yaml"]``."""
    files = [file for file in package.files or () if file.suffix == ".py"]
    folders = {file.parent for file in files if file.name == "__init__.py"}
    outermost = [folder for folder in folders if not folders & set(folder.parents)]
    names = [".".join(folder.parts) for folder in outermost]
    names += [file.stem for file in files if len(file.parts) == 1]
    return sorted(n for n in names if n.replace(".", "").isidentifier() and n[0] != "_")


if __name__ == "__main__":
    question = json.load(sys.stdin)
    answer = {
        "lacking": lacking(question["requirements"]),
        "broken": broken(question["imported"]),
    }
    print("\n" + json.dumps(answer))
