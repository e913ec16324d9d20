"""A headless Chromium, driven over its DevTools protocol by what aiohttp has for WebSockets. Nothing sleeps.

The protocol is JSON both ways (https://chromedevtools.github.io/devtools-protocol/); a page's messages carry the id of
its session. aiohttp comes with what is tested here, and a driver's library would bring more than all of reader.
"""

from __future__ import annotations

import asyncio
import base64
import os
import re
import shutil
from contextlib import asynccontextmanager

import aiohttp

FLAGS = (
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-proxy-server",
    "--remote-debugging-port=0",
    "--window-size=1200,700",
    "--host-resolver-rules=MAP rebound.example 127.0.0.1",
)
PATIENCE = 60.0  # seconds until what does not come is given up
_CODES = re.compile(r"\x1b\[[0-9;?$]*[A-Za-z]|\x1b[()].|\x1b\][^\x07]*\x07")


def find_chromium():
    """The program, or None."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


class Page:
    """One tab. ``seen`` is the text that came over its WebSockets; ``asked`` the addresses it asked for."""

    def __init__(self, browser, session):
        self._browser, self._session = browser, session
        self.seen, self.asked, self._loaded = "", [], False

    async def do(self, method, **parameters):
        return await self._browser.do(method, self._session, **parameters)

    async def until(self, words):
        """Wait until words have come over the WebSocket."""
        async with asyncio.timeout(PATIENCE):
            try:
                while words not in self.seen:
                    await self._browser.take()
            except TimeoutError:
                raise AssertionError(f"{words!r} never came; this did:\n{self.seen[-2000:]}") from None
        self.seen = self.seen.partition(words)[2]

    async def go_to(self, address):
        """Open an address and wait until it is there."""
        self._loaded = False
        await self.do("Page.navigate", url=address)
        async with asyncio.timeout(PATIENCE):
            while not self._loaded:
                await self._browser.take()

    async def ask(self, script):
        """The value of a script, waited for when it is a promise."""
        answer = await self.do("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        return answer["result"].get("value")

    async def press(self, key, *, ctrl=False):
        code = ord(key.upper())
        held = {"modifiers": 2} if ctrl else {"text": key}
        about = {"key": key, "windowsVirtualKeyCode": code, "code": f"Key{key.upper()}", **held}
        await self.do("Input.dispatchKeyEvent", type="keyDown", **about)
        await self.do("Input.dispatchKeyEvent", type="keyUp", **{**about, "text": ""})

    async def type(self, text):
        await self.do("Input.insertText", text=text)

    async def click(self, x, y):
        for kind in ("mousePressed", "mouseReleased"):
            await self.do("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    async def picture(self):
        """A PNG of what is shown."""
        return base64.b64decode((await self.do("Page.captureScreenshot"))["data"])

    def hear(self, method, parameters):
        """Take in one event."""
        if method == "Network.webSocketFrameReceived":
            frame = parameters["response"]
            if frame["opcode"] == 2:
                text = base64.b64decode(frame["payloadData"]).decode("utf-8", "replace")
                self.seen += _CODES.sub("", text)
        elif method == "Page.loadEventFired":
            self._loaded = True
        elif method == "Network.requestWillBeSent":
            self.asked.append(parameters["request"]["url"])


class Browser:
    """The program, and the line to it."""

    def __init__(self, line):
        self._line, self._count, self._pages = line, 0, {}
        self._answers = {}

    async def do(self, method, session=None, **parameters):
        """Ask for something and wait for its answer, taking in what happens meanwhile."""
        self._count += 1
        asked = self._count
        to = {"sessionId": session} if session else {}
        await self._line.send_json({"id": asked, "method": method, "params": parameters, **to})
        async with asyncio.timeout(PATIENCE):
            while asked not in self._answers:
                await self.take()
        answer = self._answers.pop(asked)
        assert "error" not in answer, (method, answer)
        return answer["result"]

    async def take(self):
        """Wait for one message and take it in."""
        message = await self._line.receive_json()
        if "id" in message:
            self._answers[message["id"]] = message
        elif page := self._pages.get(message.get("sessionId")):
            page.hear(message["method"], message["params"])

    async def page(self):
        """A new tab."""
        target = (await self.do("Target.createTarget", url="about:blank"))["targetId"]
        session = (await self.do("Target.attachToTarget", targetId=target, flatten=True))["sessionId"]
        page = self._pages[session] = Page(self, session)
        for domain in ("Page", "Network", "Runtime"):
            await page.do(f"{domain}.enable")
        return page


@asynccontextmanager
async def browse(folder):
    """Start the browser with a profile of its own, and end it."""
    sandbox = ("--no-sandbox",) if os.geteuid() == 0 else ()
    process = await asyncio.create_subprocess_exec(
        find_chromium(), *FLAGS, *sandbox, f"--user-data-dir={folder}", stderr=asyncio.subprocess.PIPE
    )
    try:
        async with asyncio.timeout(PATIENCE):
            while not (found := re.search(rb"DevTools listening on (\S+)", await process.stderr.readline())):
                assert process.returncode is None, "Chromium did not start"
        async with aiohttp.ClientSession() as client, client.ws_connect(found[1].decode(), max_msg_size=0) as line:
            yield Browser(line)
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()
