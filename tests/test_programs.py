"""Other people's programs: found where they are, installed where that can be, and named."""

import json
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from course import programs


def test_a_chromium_that_is_named_and_not_there_is_none(monkeypatch, tmp_path):
    monkeypatch.setenv("COURSE_CHROMIUM", str(tmp_path / "gone"))
    assert programs.find_chromium() is None


@pytest.mark.parametrize(("user", "commands"), [(0, 2), (1000, 0)])
def test_chromium_is_installed_by_root_on_debian_alone(user, commands, monkeypatch):
    asked = []

    def run(command, **_):
        asked.append(command)
        return SimpleNamespace(returncode=0)

    monkeypatch.delenv("COURSE_CHROMIUM", raising=False)
    monkeypatch.setattr(os, "geteuid", lambda: user, raising=False)
    monkeypatch.setattr(programs.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(programs.subprocess, "run", run)
    found = programs.install_chromium()
    assert len(asked) == commands
    assert found == (Path("/usr/bin/chromium") if commands else None)
    assert all(command[:2] == ["/usr/bin/apt-get", "-qq"] for command in asked)


def test_a_client_is_installed_into_its_own_folder_by_npm_itself(monkeypatch, tmp_path):
    """Not beside the project's own package.json, which lies above: its tools would be replaced."""
    package = tmp_path / "greeter"
    package.mkdir()
    about = {"name": "greeter", "version": "1.0.0", "bin": "greeter.js"}
    (package / "package.json").write_text(json.dumps(about), "utf-8")
    (package / "greeter.js").write_text("#!/usr/bin/env node\nconsole.log('good day')\n", "utf-8")
    project = tmp_path / "project"
    clients = project / "build" / "clients"
    (project / "node_modules" / "tool").mkdir(parents=True)
    (project / "package.json").write_text('{"name": "project"}', "utf-8")
    monkeypatch.setattr(programs, "CLIENTS", clients)
    greeter = programs.Client(str(package), "node_modules/.bin/greeter")
    assert programs.installed(greeter)
    assert (clients / greeter.place).exists()
    assert [one.name for one in (project / "node_modules").iterdir()] == ["tool"]
    assert (project / "package.json").read_text("utf-8") == '{"name": "project"}'
