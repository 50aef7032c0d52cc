"""What checks the JavaScript: its lock, when it is installed, and that a failure is seen."""

import json
import re
import shutil
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from threading import Barrier
from time import sleep
from types import SimpleNamespace

import pytest

from course.paths import ROOT
from course.session.changes import SCHEMA
from course.studio import javascript

LOCK = (ROOT / "package-lock.json").read_text("utf-8")
TYPES = (ROOT / "course" / "widgets" / "types.d.ts").read_text("utf-8")
DEFS = json.loads(SCHEMA.read_text("utf-8"))["$defs"]


# --- the lock ------------------------------------------------------------------------------------


def test_the_lock_holds_versions_and_integrity_and_no_address():
    assert not re.search(r"resolved|https?:", LOCK)
    packages = json.loads(LOCK)["packages"]
    own = packages.pop("")
    assert all(re.fullmatch(r"[\d.]+", one["version"]) for one in packages.values())
    assert all(one["integrity"].startswith("sha512-") for one in packages.values())
    assert all(one["dev"] for one in packages.values())
    wanted = json.loads((ROOT / "package.json").read_text("utf-8"))["devDependencies"]
    assert own["devDependencies"] == wanted
    for name, version in wanted.items():
        assert packages[f"node_modules/{name}"]["version"] == version


def test_nothing_is_installed_when_the_lock_has_not_changed(tmp_path):
    shutil.copy(ROOT / "package-lock.json", tmp_path)
    assert javascript.is_stale(tmp_path)
    (tmp_path / "node_modules").mkdir()
    assert javascript.is_stale(tmp_path)  # an installation that was broken off has no stamp
    stamp = tmp_path / "node_modules" / ".installed"
    stamp.write_text(javascript._hash_of_lock(tmp_path), "ascii")
    assert not javascript.is_stale(tmp_path)
    (tmp_path / "package-lock.json").write_text(LOCK + "\n", "utf-8")
    assert javascript.is_stale(tmp_path)


def test_two_that_want_it_at_once_install_it_once(tmp_path, monkeypatch):
    """As two proofs of `course test` do in a fresh clone; npm empties the folder as it begins."""
    shutil.copy(ROOT / "package-lock.json", tmp_path)
    both, looks = Barrier(2, timeout=60), count()
    installed = []

    def stale(root):
        if next(looks) < 2:
            both.wait()
        return not installed

    def install(root):
        sleep(0.2)  # in which the other would begin as well
        installed.append(root)
        return 0

    monkeypatch.setattr(javascript, "is_stale", stale)
    monkeypatch.setattr(javascript, "_install", install)
    with ThreadPoolExecutor(max_workers=2) as pool:
        assert [*pool.map(javascript.installed, [tmp_path, tmp_path])] == [True, True]
    assert installed == [tmp_path]


# --- the step of `course test` -------------------------------------------------------------------


@pytest.mark.client  # three seconds of npm's own tries
def test_without_a_network_it_says_what_is_missing_and_what_to_do(tmp_path, monkeypatch, capfd):
    """npm itself, with a registry that nobody answers at: the port of the discard service."""
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copy(ROOT / name, tmp_path)
    monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:9/")
    monkeypatch.setenv("npm_config_cache", str(tmp_path / "cache"))
    monkeypatch.setenv("npm_config_fetch_retry_mintimeout", "1")
    monkeypatch.setenv("npm_config_fetch_retry_maxtimeout", "1")
    assert javascript.main(tmp_path) == 1
    told = capfd.readouterr().err
    assert "could not install it into\nnode_modules" in told
    assert "Connect to the network" in told
    assert javascript.is_stale(tmp_path)


@pytest.mark.parametrize(
    ("cards", "lint", "told"),
    [(0, 0, ""), (0, 1, "failed: lint."), (1, 0, "failed: the cards to test with.")],
)
def test_a_check_that_fails_is_named_and_the_others_still_run(
    cards, lint, told, monkeypatch, capfd
):
    ran = []

    def node(arguments, root):
        ran.append(arguments)
        return lint if arguments == javascript.CHECKS["lint"] else 0

    made = SimpleNamespace(returncode=cards)
    monkeypatch.setattr(javascript, "is_stale", lambda root: False)
    monkeypatch.setattr(javascript, "_node", node)
    monkeypatch.setattr(javascript.subprocess, "run", lambda *_, **__: made)
    assert javascript.main() == (1 if told else 0)
    assert ran == [*javascript.CHECKS.values()]
    said = capfd.readouterr().out
    assert told in said
    assert ("failed" in said) == bool(told)


# --- the types say what the schema says ----------------------------------------------------------


def fields(text):
    """The names in a TypeScript type, and of these the ones that need not be there."""
    found = re.findall(r"(\w+)(\??): ", text)
    return {name for name, _ in found}, {name for name, may in found if may}


def interface(name):
    (body,) = re.findall(rf"^export interface {name}\b[^{{]*\{{\n(.*?)^\}}", TYPES, re.M | re.S)
    return fields(re.sub(r"/\*\*.*?\*/", "", body, flags=re.S))


def test_messages_have_the_names_of_the_schema():
    (union,) = re.findall(r"^export type Message =\n(.*?);\n\n", TYPES, re.M | re.S)
    typed = {}
    for do, rest in re.findall(r'\{ do: "(\w+)";(.*?)\}', union):
        typed[do] = fields(f" {rest}")
    schema = {}
    for one in DEFS["message"]["oneOf"]:
        rest = set(one["properties"]) - {"do"}
        schema[one["properties"]["do"]["const"]] = (rest, rest - set(one["required"]))
    assert typed == schema


def test_changes_have_the_names_of_the_schema():
    assert interface("Changes")[0] - {"id"} == set(DEFS) - {"n", "id", "text", "message"}


@pytest.mark.parametrize("name", ["state", "standing", "saved"])
def test_a_change_has_the_fields_of_the_schema(name):
    properties = set(DEFS[name]["properties"])
    assert interface(name.capitalize()) == (properties, properties - set(DEFS[name]["required"]))


def test_a_verdict_has_the_fields_of_the_schema():
    verdict = DEFS["state"]["properties"]["verdict"]
    assert interface("Verdict") == (set(verdict["properties"]), set())
    said = verdict["properties"]["said"]["items"]
    assert interface("Said") == (set(said["properties"]), set())
    tones = re.findall(r"^  tone: (.*);$", TYPES, re.M)
    assert tones == [" | ".join(f'"{one}"' for one in said["properties"]["tone"]["enum"])]


def test_a_scene_has_what_the_schema_needs():
    names, may = interface("Scene")
    assert set(DEFS["scene"]["required"]) <= names - may
