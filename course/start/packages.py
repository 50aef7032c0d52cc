"""What packages the course needs, as ``requirements.lock`` and ``pyproject.toml`` say it."""

import re
from pathlib import Path

COURSE, TEST = "course", "test"
"""The two sections of ``requirements.lock``."""

TEST_HEADING = "# --- extra: test ---\n"
"""The line of the lock after which testing and authoring begin."""


def lock_sections(text: str) -> dict[str, str]:
    """The text of ``requirements.lock``, by section.

    >>> lock_sections("numpy==2\\n# --- extra: test ---\\npytest==9\\n")
    {'course': 'numpy==2\\n', 'test': 'pytest==9\\n'}
    """
    course, _, test = text.partition(TEST_HEADING)
    return {COURSE: course, TEST: test}


def entries(text: str) -> dict[str, str]:
    """The entries of a lock: what each asks for, and the whole of its text.

    >>> entries("six==1.17 \\\\\\n    --hash=sha256:ab\\n")
    {'six==1.17': 'six==1.17 \\\\\\n    --hash=sha256:ab\\n'}
    """
    found = re.finditer(r"^([A-Za-z0-9].*?)(?: +--hash| *\\?$).*\n(?:[ \t]+.*\n)*", text, re.M)
    return {entry[1]: entry[0] for entry in found}


def direct_dependencies(root: Path, sections: list[str]) -> list[str]:
    """What the course itself imports, of the lock's ``sections``: ``["numpy>=2.0", ...]``."""
    import tomllib

    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted: list[str] = list(project["dependencies"])
    if TEST in sections:
        for name, extra in project.get("optional-dependencies", {}).items():
            if name != "benchmarks":  # No command needs other people's models.
                wanted += extra
    # One extra that includes another is named like the project itself.
    own = name_of(project["name"])
    return [requirement for requirement in wanted if name_of(requirement) != own]


def name_of(requirement: str) -> str:
    """The package that a requirement is about, as a lock spells it.

    >>> name_of("ruamel.yaml>=0.18")
    'ruamel-yaml'
    """
    name = re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0]
    return re.sub(r"[-_.]+", "-", name).lower()
