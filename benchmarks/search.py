"""Search at 300,000 entries: filling the index, the 50 newest and the 50 best hits, beside newsboat's way of searching.

usage: python benchmarks/search.py [--entries 300000]

newsboat searches its cache with LIKE over title and content; the same statement runs here over the same texts in an
SQLite file of its own, as newsboat's schema has them.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from reader.app.desk import Desk
from reader.app.search.search import Order
from reader.model import Entry, Feed
from reader.paths import find_paths


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


def fill(desk: Desk, newsboat: sqlite3.Connection, entries: int) -> list[str]:
    """The same entries into both; the vocabulary."""
    dice = random.Random(5)
    known = vocabulary(dice)
    now = datetime.now(UTC)
    newsboat.execute("CREATE TABLE rss_item (id INTEGER PRIMARY KEY, title, content, pubDate INT, deleted DEFAULT 0)")
    per = 300
    for number in range(entries // per):
        row = desk.feeds.subscribe(f"https://{number}.example/feed", title=f"Feed {number}")
        made = [
            Entry(
                id=f"{number}-{place}",
                title=words(dice, known, 9),
                link=f"https://{number}.example/{place}",
                published=now - timedelta(minutes=dice.randrange(1, 60 * 24 * 900)),
                summary=words(dice, known, dice.randint(30, 120)),
            )
            for place in range(per)
        ]
        desk.feeds.take(row.key, Feed(url=row.url, entries=tuple(made)))
        newsboat.executemany(
            "INSERT INTO rss_item (title, content, pubDate) VALUES (?, ?, ?)",
            [(one.title, one.summary, int(one.published.timestamp()) if one.published else 0) for one in made],
        )
    newsboat.commit()
    newsboat.execute("ANALYZE")
    return known


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--entries", type=int, default=300_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(find_paths(Path(folder) / "home"))
        newsboat = sqlite3.connect(Path(folder) / "cache.db")
        known = fill(desk, newsboat, asked.entries)
        start = time.process_time()
        done = desk.search.bring_up_to_date()
        taken = time.process_time() - start
        print(f"index: {done:,} entries in {taken:.1f} s CPU, {taken / max(1, done) * 1e6:.0f} µs each")
        for name, word in (("common", known[0]), ("middling", known[300]), ("rare", known[20_000])):
            like = cpu(lambda word=word: _newsboat(newsboat, word), 3)
            newest = cpu(lambda word=word: desk.search.find(word))
            best = cpu(lambda word=word: desk.search.find(word, order=Order.BEST))
            hits = desk.search.count(word)
            print(f"{name} word, {hits:,} hits: 50 newest {newest:.1f} ms, 50 best {best:.1f} ms;", end=" ")
            print(f"newsboat's {like:.0f} ms: {newest / like:.2f} x")
        typed = cpu(lambda: desk.search.find(f"{known[0]} {known[300][:2]}", typing=True))
        print(f"two words, the second half typed: {typed:.1f} ms")
        desk.close()
        newsboat.close()


def _newsboat(cache: sqlite3.Connection, word: str) -> list[tuple[object, ...]]:
    return cache.execute(
        "SELECT id, title FROM rss_item WHERE (title LIKE ? OR content LIKE ?) AND deleted = 0 ORDER BY pubDate DESC",
        (f"%{word}%", f"%{word}%"),
    ).fetchall()


if __name__ == "__main__":
    main()
