"""Pictures of the main screens, made by the program itself: ``python docs/make/pictures.py`` writes ``docs/pictures``.

A home of its own is filled with the examples of the documentation, the article that ships, and feeds from this machine
whose entries are hours old, so that the pictures never age. Names after the command make these alone; ``--check``
writes nothing and names those that show other words than the program does now, figures apart.
"""

from __future__ import annotations

import asyncio
import contextlib
import io
import os
import re
import sys
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from textual.pilot import Pilot

from reader.__main__ import main as reader
from reader.actions import parse_keys
from reader.app.addresses import DEMO
from reader.app.desk import Desk
from reader.config import save_setting
from reader.paths import find_paths
from reader.ui.app import ReaderApp

DOCS = Path(__file__).resolve().parents[1]
EXAMPLES = DOCS / "examples"
SIZE = (110, 26)
KEYS = {
    " ": "space",
    "?": "question_mark",
    ".": "full_stop",
    "/": "slash",
    "~": "tilde",
    "-": "minus",
    "_": "underscore",
}


@dataclass(frozen=True)
class Picture:
    """A screen: what is open, which keys lead to it, in which theme. ``typed:`` words are put in letter by letter."""

    name: str
    keys: tuple[str, ...]
    source: str | None = DEMO
    theme: str = "night"
    size: tuple[int, int] = SIZE


READ = ("w", "H", "www", "a", "typed:Who holds the rights?", "ctrl+s", "W")
PICTURES = (
    Picture("article", READ, size=(136, 38)),
    Picture("article-light", READ, theme="paper", size=(136, 38)),
    Picture("panes", ("j",), None),
    Picture("speakers", ("gb",), None),
    Picture("timeline", ("gb", "enter"), None, theme="day"),
    Picture("check", ("gc", "typed:draft.md", "enter"), None),
    Picture("notes", ("ga",), None, theme="paper"),
    Picture("search", ("g/", "typed:ferry"), None),
    Picture("help", ("?",)),
)
FEEDS = {
    "The Skerrow Tide": (
        ("Ferry to Skerrow runs again", "The island has its ferry back after a winter without one."),
        ("Net loft to open as a library", "Shelves go up where the nets hung, and the first to borrow is 94."),
        ("Who wrote “he is lying” on page 40?", "Three hands, one opinion: the slips under the floor, read aloud."),
        ("Tide tables for the week", "Low water is early on Thursday."),
    ),
    "Merrow Post": (
        ("Council asks who pays for the second boat", "A second ferry would cost four million, and nobody offered."),
        ("Lighthouse keeper’s log found in a bakery", "It had been wrapping bread since 1951."),
        ("University to photograph every slip", "The order in which they lay is half of what they say."),
    ),
    "Harbour Notices": (("Crane two is out of use until Friday", "Boats over nine metres ask at the office."),),
}


def main(arguments: list[str]) -> int:
    """Write the pictures of these names, all when there are none; with ``--check`` 1 when any is stale."""
    check, names = "--check" in arguments, {word for word in arguments if word != "--check"}
    (DOCS / "pictures").mkdir(exist_ok=True)
    os.chdir(EXAMPLES)  # the draft is named as from here
    os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}  # in all colours, wherever this runs
    os.environ.pop("NO_COLOR", None)
    stale = 0
    for one in PICTURES:
        if names and one.name not in names:
            continue
        with tempfile.TemporaryDirectory() as folder:
            home = Path(folder) / "home"
            fill(home, one.theme)
            svg = small(asyncio.run(drawn(one, home)))
        target = DOCS / "pictures" / f"{one.name}.svg"
        if check:
            if not target.exists() or words(target.read_text("utf-8")) != words(svg):
                stale += 1
                print(f"{target.relative_to(DOCS)}: is not what the program shows: run python docs/make/pictures.py")
        else:
            target.write_text(svg, encoding="utf-8")
            print(f"{target.relative_to(DOCS)}: {target.stat().st_size // 1024} KB")
    return int(stale > 0)


def words(svg: str) -> list[str]:
    """The lines of text in a picture, every figure a 0."""
    return [re.sub(r"\d+", "0", text) for text in re.findall(r"<text[^>]*>([^<]*)</text>", svg)]


def fill(home: Path, theme: str) -> None:
    """Settings, feeds with entries, articles, notes; what the commands print is of no interest."""
    home.mkdir()
    save_setting(find_paths(home), "theme", theme)
    call = partial(_call, home)
    with serving(home.parent) as address:
        for number, (name, entries) in enumerate(FEEDS.items()):
            (home.parent / f"{number}.xml").write_text(feed(name, entries), encoding="utf-8")
            call("add", f"{address}/{number}.xml", "--yes", "--folder", "" if number == 2 else "Coast")
        call("refresh")
    call("ingest", EXAMPLES / "ferry.html", EXAMPLES / "fares.html", "--meta", EXAMPLES / "meta.csv")
    note = partial(call, "notes", "add")
    note("https://tide.example/2026/ferry", "--quote", "a long overdue step", "--note", "Since when?", "--tag", "ferry")
    note("https://post.example/second-boat", "--quote", "A promise is not a boat", "--note", "For the headline")
    note("https://post.example/second-boat", "--quote", "four million", "--color", "green", "--tag", "figures")


def _call(home: Path, *words: object) -> None:
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        code = reader(["--home", str(home), *map(str, words)])
    if code:
        raise SystemExit(f"reader {' '.join(map(str, words))}: exit {code}: {said.getvalue()}")


def feed(name: str, entries: tuple[tuple[str, str], ...]) -> str:
    """A feed whose entries are some hours old."""
    host = f"https://{name.split()[-1].lower()}.example"
    items = "".join(
        f"<item><title>{title}</title><link>{host}/{number}</link><description>{text}</description>"
        f"<pubDate>{format_datetime(datetime.now(UTC) - timedelta(hours=2 + 5 * number + len(name)))}</pubDate></item>"
        for number, (title, text) in enumerate(entries)
    )
    return f'<rss version="2.0"><channel><title>{name}</title><link>{host}/</link>{items}</channel></rss>'


@contextlib.contextmanager
def serving(folder: Path) -> Iterator[str]:
    """A server of the folder's files on this machine; gives its address."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_words: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


async def drawn(one: Picture, home: Path) -> str:
    """The screen as an SVG after these keys."""
    desk = Desk(find_paths(home))
    desk.tour.end()
    app = ReaderApp(desk, one.source)
    async with app.run_test(size=one.size) as pilot:
        for keys in one.keys:
            word = keys.removeprefix("typed:")
            for key in word if word != keys else parse_keys(keys):
                await press(pilot, key)
        return app.export_screenshot(title="reader")


async def press(pilot: Pilot[object], key: str) -> None:
    """Press a key, and wait for what it sets off."""
    await settle(pilot)
    await pilot.press(KEYS.get(key, key))
    await settle(pilot)


async def settle(pilot: Pilot[object]) -> None:
    """Wait for messages and workers."""
    for _ in range(3):
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()


def small(svg: str) -> str:
    """The picture without fonts from elsewhere, with short names, and spaces as single characters."""
    svg = re.sub(r"@font-face\s*\{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"terminal-\d+-", "t-", svg).replace("&#160;", "\N{NO-BREAK SPACE}")
    return re.sub(r">\s+<", "><", svg)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
