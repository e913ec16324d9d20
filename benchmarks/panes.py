"""CPU and memory of the three panes with 1,000 feeds: to the first frame, to the entries, and to the next entry.

    python benchmarks/panes.py [-n RUNS] [--small 30000] [--large 300000]

Each program runs as a process of its own in a pty of 120 by 40, in turns, beside an empty Textual app; ``frame`` is
the first whole screen, ``entries`` the one that lists them. newsboat (Debian package), if it is installed, starts on
as many feeds and entries, its cache ANALYZEd, which is its best case, until it lists its feeds. ``next`` is a key that
goes to the next entry and shows its preview, without a terminal. Memory is the peak of the whole process. To hold (else
exit code 1): the frame 1.3 of the empty app's, entries of the large library 1.2 of the small one's and of the small one
1.5 of newsboat's start, 30 ms for the next entry, 90 MB, and 20 MB that the large library adds.
"""

from __future__ import annotations

import argparse
import asyncio
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from statistics import median

from first_frame import EMPTY, is_full_frame
from generated import vocabulary_of
from refresh import Newsboat, addresses, server
from terminal import Run, environment, run

from reader.app import Desk
from reader.feeds.take import take
from reader.library.feed_records import SourceKind
from reader.library.intake import Intake
from reader.model import Entry, Feed
from reader.paths import find_paths

FEEDS = 1000
BATCH = 50
STEPS = 40
FRAME = 0.05
"""Seconds after which a frame is out."""
LIMIT = 60
"""Seconds for all the steps."""


def seed(home: Path, entries: int) -> None:
    """A library of 1,000 feeds in 25 folders with so many entries, all unread."""
    choose, now = Random(1), datetime.now(UTC)
    words = vocabulary_of(choose)

    def entry(feed: int, place: int) -> Entry:
        return Entry(
            id=f"{feed}-{place}",
            title=" ".join(choose.choices(words, k=9)).capitalize(),
            link=f"https://{feed}.example/{place}",
            published=now - timedelta(minutes=choose.randrange(20, 60 * 24 * 60)),
            summary=f"<p>{' '.join(choose.choices(words, k=60))}.</p>",
        )

    desk = Desk(find_paths(str(home)))
    rows = [
        desk.feeds.subscribe(f"https://{n}.example/feed", title=f"Feed number {n}", folder=f"Folder {n % 25:02}")
        for n in range(FEEDS)
    ]
    intake = Intake(desk.feeds.connections)
    for first in range(0, FEEDS, BATCH):
        with desk.feeds.connections.write() as connection:
            for number, row in enumerate(rows[first : first + BATCH], first):
                made = tuple(entry(number, place) for place in range(entries // FEEDS))
                take(intake, connection, row.key, Feed(url=row.url, title=row.title, entries=made))
    desk.close()


def lists_entries(text: str) -> bool:
    """Whether the entries of the panes have been drawn, and where in them the cursor is."""
    return "Feed number" in text and " of " in text


@dataclass(frozen=True)
class Subject:
    """A program, the home that it runs in, and how its frame is known."""

    name: str
    command: list[str]
    home: Path
    until: Callable[[str], bool]


def subjects(folder: Path, small: int, large: int) -> list[Subject]:
    """Seed the homes; what is run on them."""
    for entries in (small, large):
        seed(folder / str(entries), entries)
    reader = [sys.executable, "-m", "reader"]
    found = [
        Subject("empty app", [sys.executable, "-c", EMPTY], folder / "none", is_full_frame),
        Subject("frame", reader, folder / str(small), is_full_frame),
        Subject("entries", reader, folder / str(small), lists_entries),
        Subject("entries, large", reader, folder / str(large), lists_entries),
    ]
    if not shutil.which("newsboat"):
        print("newsboat is not installed: it is left out")
        return found
    per = small // FEEDS
    with server(FEEDS, per) as port:
        boat = Newsboat(folder / "newsboat", addresses(port, FEEDS, 1))
        boat.refresh()
        boat.entries()
    files = [f"{option}{boat.home / name}" for option, name in (("-u", "urls"), ("-c", "cache.db"), ("-C", "config"))]
    return [*found, Subject("newsboat", ["newsboat", *files], boat.home, lambda text: f"({per}/{per})" in text)]


async def next_entry(home: Path) -> float:
    """Milliseconds of CPU from the key to the next entry's preview, the median of many."""
    from reader.ui.app import ReaderApp
    from reader.ui.screens.home import HomeScreen

    desk = Desk(find_paths(str(home)))
    app = ReaderApp(desk)

    taken = []
    async with asyncio.timeout(LIMIT), app.run_test(size=(140, 42)):
        screen = app.screen
        assert isinstance(screen, HomeScreen)
        while screen.asked is None:
            await asyncio.sleep(FRAME)
        every = next(source for source in screen.feed_tree.sources if source.kind is SourceKind.ALL)
        screen.go_to_source(every)  # what is new today may be less than the steps
        while screen.pages.count < every.total or not screen.preview.article.blocks:
            await asyncio.sleep(FRAME)
        for _ in range(STEPS):
            before, shown = time.process_time(), screen.preview.article
            app.simulate_key("j")
            while screen.preview.article is shown:
                await asyncio.sleep(0.001)
            await asyncio.sleep(FRAME)
            taken.append((time.process_time() - before) * 1000)
    desk.close()
    return median(taken)


def told(runs: dict[str, list[Run]], step: float) -> bool:
    """Print medians and what is to hold; whether all does."""
    cpu = {name: median(one.cpu for one in of) * 1000 for name, of in runs.items()}
    peak = {name: median(one.peak for one in of) for name, of in runs.items()}
    for name in runs:
        print(f"  {name:16} {cpu[name]:6.0f} ms CPU  {peak[name]:4.0f} MB")
    small, large = "entries", "entries, large"
    checks = [
        ("frame / empty app", cpu["frame"] / cpu["empty app"], 1.3),
        ("entries, large / entries", cpu[large] / cpu[small], 1.2),
        ("next entry, ms", step, 30),
        ("memory, MB", peak[small], 90),
        ("memory that the large library adds, MB", peak[large] - peak[small], 20),
    ]
    if "newsboat" in cpu:
        checks.append(("entries / newsboat's start", cpu[small] / cpu["newsboat"], 1.5))
    for what, value, limit in checks:
        print(f"  {what:40} {value:6.2f}  at most {limit}{'' if value <= limit else '  DOES NOT HOLD'}")
    return all(value <= limit for _what, value, limit in checks)


def main() -> int:
    """Measure and print; exit code 1 when something does not hold."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("-n", type=int, default=7, help="runs of each")
    options.add_argument("--small", type=int, default=30_000)
    options.add_argument("--large", type=int, default=300_000)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = subjects(folder, given.small, given.large)
        runs: dict[str, list[Run]] = {subject.name: [] for subject in found}
        for turn in range(given.n + 1):
            for subject in found:
                one = run(subject.command, environment(str(subject.home), str(folder / "pyc")), subject.until)
                if turn:  # the first turn writes the .pyc files
                    runs[subject.name].append(one)
        print(
            f"1,000 feeds, {given.small:,} and {given.large:,} entries, medians of {given.n} runs in turns", flush=True
        )
        right = told(runs, asyncio.run(next_entry(folder / str(given.small))))
    return 0 if right else 1


if __name__ == "__main__":
    raise SystemExit(main())
