"""The same program in a real browser: an article is opened, read and noted; other pages get nothing."""

from __future__ import annotations

import struct
import zlib
from urllib.parse import urlsplit

import pytest

from reader.app import Desk
from reader.paths import find_paths

chromium = pytest.importorskip("chromium")
pytestmark = pytest.mark.skipif(chromium.find_chromium() is None, reason="Chromium is not here: install chromium")
CLOSED = """new Promise(done => {
  const look = () => document.body.classList.contains("-closed") && done(true)
  new MutationObserver(look).observe(document.body, {attributes: true}); look()
})"""
KNOCK = """new Promise(done => {
  const socket = new WebSocket("%s")
  socket.onopen = () => done("open"); socket.onerror = () => done("refused")
})"""


def rows(png):
    """The lines of a PNG picture as they are stored, and its size."""
    assert png.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", png[16:24])
    data, place = b"", 8
    while place < len(png):
        length, kind = struct.unpack(">I4s", png[place : place + 8])
        data += png[place + 8 : place + 8 + length] if kind == b"IDAT" else b""
        place += length + 12
    plain = zlib.decompress(data)
    each = len(plain) // height
    return (width, height), [plain[start : start + each] for start in range(0, len(plain), each)]


async def test_an_article_is_read_and_noted_in_the_browser(served, tmp_path, home):
    async with chromium.browse(tmp_path / "profile") as browser:
        page = await browser.page()
        await page.go_to(served)
        await page.until("Carpenters restoring the flooded")
        await page.press("w")
        await page.until("quotation 1 of 24")
        await page.press("a")
        await page.until("New note")
        await page.type("Noted in a browser.")
        await page.until("Noted in a browser.")
        size, lines = rows(await page.picture())
        assert size[0] > 1000
        assert len(set(lines)) > len(lines) // 4, "the picture is all but empty"
        await page.press("s", ctrl=True)
        await page.until("1 note")
        await page.press("Q")
        assert await page.ask(CLOSED)
        assert {urlsplit(address).netloc for address in page.asked} - {""} == {urlsplit(served).netloc}
    desk = Desk(find_paths(home))
    try:
        assert [note.body for note in desk.all_notes()] == ["Noted in a browser."]
    finally:
        desk.close()


async def test_another_page_gets_nothing_even_with_the_key(served, tmp_path):
    socket = served.replace("http:", "ws:") + "ws?width=80&height=24"
    async with chromium.browse(tmp_path / "profile") as browser:
        page = await browser.page()
        await page.go_to("data:text/html,<p>another page")
        assert await page.ask(KNOCK % socket) == "refused"
        port = urlsplit(served).port
        await page.go_to(served.replace("127.0.0.1", "rebound.example"))
        assert f"'rebound.example:{port}' is not this server" in await page.ask("document.body.innerText")
        await page.go_to(served)
        assert await page.ask(KNOCK % socket) == "open"
