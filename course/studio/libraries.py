"""``python -m course.studio.libraries``: the libraries from npm that the pages themselves load.

A learner's computer has no npm and asks no other host, so these lie in the repository, as npm
brings them: ``package-lock.json`` says which version. Only the plan's page loads them, and only
when somebody asks for a file.
"""

import sys
from pathlib import Path

from course.pages.files import KEPT
from course.paths import ROOT
from course.studio import javascript

_SCRIPTS = {
    "docx.js": (("docx/dist/index.mjs",), ""),
    # It is made for pages without modules, finds JSZip by its name, and leaves its own. The bundle
    # that npm has of both makes code of text, which the policy of the pages forbids.
    "pptxgenjs.js": (
        ("jszip/dist/jszip.min.js", "pptxgenjs/dist/pptxgen.min.js"),
        "export default PptxGenJS;\n",
    ),
}
"""Each script: where npm puts its parts, and what is added so that a module can import it."""

_TERMS = {
    "docx.txt": ("docx/LICENSE", "fflate/LICENSE", "nanoid/LICENSE"),
    "pptxgenjs.txt": ("pptxgenjs/LICENSE", "jszip/LICENSE.markdown", "pako/LICENSE"),
}
"""The terms of each, and of what is in it."""

_MAP = b"//# sourceMappingURL="


def contents(root: Path = ROOT) -> dict[str, bytes]:
    """What each file is to hold, from ``node_modules``, by name."""
    modules = root / "node_modules"
    found = {}
    for name, (places, more) in _SCRIPTS.items():
        parts = [(modules / place).read_bytes() for place in places]
        lines = b"\n".join(part.strip() for part in parts).splitlines(keepends=True)
        # A page would ask for the map, which is not there.
        script = b"".join(line for line in lines if not line.startswith(_MAP))
        found[name] = script.rstrip() + b"\n" + more.encode()
    for name, places in _TERMS.items():
        texts = [(modules / place).read_text(encoding="utf-8").strip() for place in places]
        found[name] = ("\n\n---\n\n".join(texts) + "\n").encode()
    return found


def stale(root: Path = ROOT) -> list[str]:
    """The files that are not what npm brings, by name."""
    wanted = contents(root)
    return [
        name
        for name, content in wanted.items()
        if not (KEPT / name).is_file() or (KEPT / name).read_bytes() != content
    ]


def main() -> int:
    """Write the files anew; returns the exit code."""
    if not javascript.installed():
        return 1
    KEPT.mkdir(exist_ok=True)
    for name, content in contents().items():
        (KEPT / name).write_bytes(content)
    return 0


if __name__ == "__main__":
    sys.exit(main())
