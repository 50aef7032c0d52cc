"""Firefox and WebKit, spoken to without anything of theirs but what a distribution installs.

Firefox answers WebDriver BiDi over a WebSocket; WebKitGTK classic WebDriver over HTTP, by a program
of its own, and needs a screen, which Xvfb lends where there is none.
"""

import asyncio
import json
import os
import re
import shutil
import subprocess
import time
import urllib.request
from pathlib import Path

from tornado.websocket import websocket_connect

PATIENCE = 300
"""Seconds for whatever a page has to do on a busy machine."""


class Firefox:
    """A Firefox without a window."""

    def __init__(self, profile):
        self._loop = asyncio.new_event_loop()
        self._asked = 0
        program = shutil.which("firefox-esr") or shutil.which("firefox")
        assert program
        command = [program, "--headless", "--no-remote", "--profile", str(profile)]
        self._process = subprocess.Popen(
            [*command, "--remote-debugging-port", "0"],
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            text=True,
        )
        assert self._process.stderr
        address = next(
            found[1]
            for line in self._process.stderr
            if (found := re.search(r"BiDi listening on (ws://\S+)", line))
        )
        self._line = self._loop.run_until_complete(_joined(f"{address}/session"))
        self._call("session.new", capabilities={})
        (context,) = self._call("browsingContext.getTree")["contexts"]
        self._context = context["context"]

    def open(self, url):
        """Go to an address."""
        self._call("browsingContext.navigate", context=self._context, url=url, wait="complete")

    def run(self, script):
        """What an expression comes to, as JSON says it; a promise is waited for."""
        told = self._call(
            "script.evaluate",
            expression=f"(async () => JSON.stringify(await ({script})))()",
            target={"context": self._context},
            awaitPromise=True,
        )
        assert told["type"] == "success", told
        value = told["result"].get("value")
        return json.loads(value) if value else None

    def close(self):
        """End it."""
        self._call("browser.close")
        self._process.wait(30)
        self._process.stderr.close()
        self._line.close()
        self._loop.run_until_complete(asyncio.sleep(0))
        self._loop.close()

    def _call(self, method, **params):
        self._asked += 1
        return self._loop.run_until_complete(self._answer(self._asked, method, params))

    async def _answer(self, number, method, params):
        asked = {"id": number, "method": method, "params": params}
        await self._line.write_message(json.dumps(asked))
        while True:
            told = json.loads(await self._line.read_message())
            if told.get("id") == number:
                assert "result" in told, told
                return told["result"]


async def _joined(address):
    return await websocket_connect(address)


class WebKit:
    """WebKitGTK's small browser."""

    def __init__(self, _profile):
        # In a container there is nothing to build its sandbox of.
        own = {"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1", "LIBGL_ALWAYS_SOFTWARE": "1"}
        self._screen, number = _screen()
        environment = {**os.environ, **own, "DISPLAY": number}
        self._port = 4871
        self._driver = subprocess.Popen(
            ["WebKitWebDriver", f"--port={self._port}"], env=environment
        )
        browser = next(Path("/usr/lib").glob("*/webkit2gtk-4.1/MiniBrowser"))
        options = {"binary": str(browser), "args": ["--automation"]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        self._session = ""
        self._session = f"/session/{self._begun(wanted)}"
        limits = {"script": 1000 * PATIENCE, "pageLoad": 1000 * PATIENCE}
        self._call("POST", "/timeouts", limits)

    def open(self, url):
        """Go to an address."""
        self._call("POST", "/url", {"url": url})

    def run(self, script):
        """What an expression comes to, as JSON says it; a promise is waited for."""
        waiting = (
            "const told = arguments[arguments.length - 1];"
            f"(async () => JSON.stringify(await ({script})))()"
            ".then(told, (fault) => told(JSON.stringify(`fault: ${fault}`)));"
        )
        value = self._call("POST", "/execute/async", {"script": waiting, "args": []})
        found = json.loads(value) if value else None
        assert not (isinstance(found, str) and found.startswith("fault: ")), found
        return found

    def close(self):
        """End it, its driver and its screen."""
        self._call("DELETE", "")
        for process in (self._driver, self._screen):
            process.terminate()
            process.wait(30)

    def _begun(self, wanted):
        end = time.monotonic() + PATIENCE
        while True:
            try:
                return self._call("POST", "/session", {"capabilities": wanted})["sessionId"]
            except OSError:  # the driver is not there yet
                assert time.monotonic() < end
                time.sleep(0.2)

    def _call(self, method, path, body=None):
        content = None if body is None else json.dumps(body).encode()
        address = f"http://127.0.0.1:{self._port}{self._session}{path}"
        asked = urllib.request.Request(address, method=method, data=content)
        with urllib.request.urlopen(asked, timeout=PATIENCE) as answer:
            return json.loads(answer.read())["value"]


def _screen():
    """A screen for programs that draw on one, and its number, which Xvfb chooses."""
    readable, writable = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writable)], pass_fds=[writable], stderr=subprocess.DEVNULL
    )
    os.close(writable)
    with os.fdopen(readable) as told:
        return screen, f":{told.readline().strip()}"
