"""Search at 300,000 entries: the index filled, its 50 newest and 50 best hits, and the search screen beside newsboat's.

usage: python benchmarks/search.py [--entries 300000] [--small 30000] [-n 5]

Hits are asked of the library, without a screen: CPU, the median of several. The screens are the real ones of both
programs on the same 1,000 feeds and entries (newsboat is the Debian package, its cache ANALYZEd), in turns, as
``search_screen.py`` says: ``/``, a word, letter by letter, Enter, until the results are drawn. newsboat's search is a
LIKE over title and content and reads its whole cache, so that its time grows with the entries and it lists every hit;
reader lists the 200 newest. To hold at ``--entries`` (else exit code 1): the 50 newest 10 ms, the 50 best 60 ms, and
the CPU of a search on the screen 0.4 of newsboat's, the median of all. ``--small`` is told beside it: newsboat has so
little to read there that drawing a screen of ours costs more.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from search_screen import NEWSBOAT, READER, Searched, Searcher, newsboat_options

from reader.app.desk import Desk
from reader.app.search.search import Order
from reader.model import Entry, Feed
from reader.paths import find_paths

FEEDS = 1000
NEWEST, BEST, SCREEN = 10, 60, 0.4
"""What is to hold: milliseconds, and the share of newsboat's CPU."""
KINDS = {"common": 0, "middling": 300, "rare": 20_000}
"""Where the words of a kind begin in the vocabulary, most frequent first."""


def vocabulary(dice: random.Random, size: int = 30_000) -> list[str]:
    """Made-up words."""
    return ["".join(dice.choice("etaoinshrdlucmfw") for _ in range(dice.randint(2, 9))) for _ in range(size)]


def words(dice: random.Random, known: list[str], count: int) -> str:
    """Some words, the first of the vocabulary often, as in a language."""
    return " ".join(known[int(len(known) * dice.random() ** 4)] for _ in range(count))


def cpu(step: Callable[[], object], times: int = 5) -> float:
    """The median of milliseconds of CPU that a step takes."""
    taken = []
    for _ in range(times):
        start = time.process_time()
        step()
        taken.append((time.process_time() - start) * 1000)
    return median(taken)


def feeds_of(entries: int) -> Iterator[Feed]:
    """1,000 feeds with so many entries between them, the same each time."""
    dice = random.Random(5)
    known, now = vocabulary(dice), datetime.now(UTC)
    for number in range(FEEDS):
        made = [
            Entry(
                id=f"{number}-{place}",
                title=words(dice, known, 9),
                link=f"https://{number}.example/{place}",
                published=now - timedelta(minutes=dice.randrange(1, 60 * 24 * 900)),
                summary=words(dice, known, dice.randint(30, 120)),
            )
            for place in range(entries // FEEDS)
        ]
        yield Feed(url=f"https://{number}.example/feed", title=f"Feed {number}", entries=tuple(made))


def fill(home: Path, boat: Path, entries: int) -> None:
    """The same entries into the library of a home and, where newsboat is, into a cache of its own making."""
    cache = _newsboats_cache(boat) if shutil.which("newsboat") else None
    desk = Desk(find_paths(str(home)))
    for feed in feeds_of(entries):
        row = desk.feeds.subscribe(feed.url, title=feed.title)
        desk.feeds.take(row.key, feed)
        if cache is not None:
            _put(cache, feed)
    start = time.process_time()
    done = desk.search.bring_up_to_date()
    taken = time.process_time() - start
    print(f"{entries:,} entries; index: {taken:.1f} s CPU, {taken / max(1, done) * 1e6:.0f} µs each", flush=True)
    desk.close()
    if cache is not None:
        cache.execute("ANALYZE")
        cache.commit()
        cache.close()


def _newsboats_cache(boat: Path) -> sqlite3.Connection:
    boat.mkdir()
    (boat / "urls").write_text("".join(f"https://{number}.example/feed\n" for number in range(FEEDS)))
    (boat / "config").write_text("auto-reload no\n")
    made = ["newsboat", "-q", *newsboat_options(boat), "-x", "print-unread"]
    subprocess.run(made, check=True, stdout=subprocess.DEVNULL)
    return sqlite3.connect(boat / "cache.db")


def _put(cache: sqlite3.Connection, feed: Feed) -> None:
    row = (feed.url, feed.url, feed.title)
    cache.execute("INSERT OR REPLACE INTO rss_feed (rssurl, url, title) VALUES (?, ?, ?)", row)
    cache.executemany(
        "INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread)"
        " VALUES (?, ?, '', ?, ?, ?, ?, 1)",
        [
            (one.id, one.title, one.link, feed.url, int(one.published.timestamp()) if one.published else 0, one.summary)
            for one in feed.entries
        ],
    )


def hits(home: Path, known: list[str]) -> bool:
    """Print what the hits of a word of each kind take; whether that holds."""
    desk, right = Desk(find_paths(str(home))), True
    for kind, place in KINDS.items():
        word = known[place]
        newest = cpu(lambda word=word: desk.search.find(word))
        best = cpu(lambda word=word: desk.search.find(word, order=Order.BEST))
        holds = newest <= NEWEST and best <= BEST
        right = right and holds
        print(
            f"  {kind:9} {desk.search.count(word):8,} hits: 50 newest {newest:5.1f} ms, 50 best {best:5.1f} ms", end=""
        )
        print("" if holds else f"  TOO MUCH: at most {NEWEST} and {BEST}")
    typed = cpu(lambda: desk.search.find(f"{known[0]} {known[300][:2]}", typing=True))
    print(f"  two words, the second half typed: {typed:.1f} ms")
    desk.close()
    return right


def screens(home: Path, boat: Path, pyc: Path, known: list[str], runs: int) -> dict[tuple[str, str], list[Searched]]:
    """What searches of each kind took in each program, in turns, each for a word of its own."""
    took: dict[tuple[str, str], list[Searched]] = {}
    with READER.opened(home, pyc) as ours, NEWSBOAT.opened(boat, pyc) as theirs:
        programs: list[tuple[Searcher, object]] = [(READER, ours), (NEWSBOAT, theirs)]
        for turn in range(runs + 1):
            for kind, place in KINDS.items():
                for program, window in programs:
                    one = program.search(window, known[place + turn])
                    if turn:  # the first turn loads what a search needs, and reads the files
                        took.setdefault((kind, program.name), []).append(one)
    return took


def told(took: dict[tuple[str, str], list[Searched]]) -> float:
    """Print medians and ratios; the median of all searches' ratios of CPU."""
    ratios = []
    for kind in KINDS:
        ours, theirs = took[kind, READER.name], took[kind, NEWSBOAT.name]
        ratios += [one.cpu / other.cpu for one, other in zip(ours, theirs, strict=True)]
        cpus = median(one.cpu for one in ours), median(one.cpu for one in theirs)
        walls = median(one.wall for one in ours), median(one.wall for one in theirs)
        print(f"  {kind:9} CPU {cpus[0]:6.0f} ms, newsboat {cpus[1]:6.0f}: {cpus[0] / cpus[1]:5.2f} x;", end=" ")
        print(f"from Enter {walls[0]:6.0f} ms, newsboat {walls[1]:6.0f}: {walls[0] / walls[1]:5.2f} x", flush=True)
    return median(ratios)


def main() -> int:
    """Measure and print; exit code 1 when something does not hold."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--entries", type=int, default=300_000)
    parser.add_argument("--small", type=int, default=30_000, help="entries of a second, smaller library; 0 for none")
    parser.add_argument("-n", type=int, default=5, help="searches of each kind on each screen")
    asked = parser.parse_args()
    known, right = vocabulary(random.Random(5)), True
    beside = sys.platform == "linux" and bool(shutil.which("newsboat"))
    with tempfile.TemporaryDirectory() as name:
        for entries in filter(None, (asked.small, asked.entries)):
            folder = Path(name) / str(entries)
            home, boat = folder / "home", folder / "newsboat"
            folder.mkdir()
            fill(home, boat, entries)
            holds = hits(home, known)
            if beside:
                share = told(screens(home, boat, Path(name) / "pyc", known, asked.n))
                holds = holds and share <= SCREEN
                limit = f"; at most {SCREEN}" if entries == asked.entries else ""
                print(f"  search to the screen: {share:.2f} of newsboat's CPU{limit}", flush=True)
            right = holds if entries == asked.entries else right
    if not beside:
        print("newsboat is not installed, or this is not Linux: the screens are left out")
    return 0 if right else 1


if __name__ == "__main__":
    raise SystemExit(main())
