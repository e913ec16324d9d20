"""How fast notes are saved, found and searched, beside stock TinyDB and sqlite3 on the same records in one run.

    python benchmarks/notes_speed.py [--notes 10000] [--notes 100000] [-n RUNS]

Wall milliseconds, medians; the three take turns. Each insert and update is on the disk (fsync) when it returns: for
stock TinyDB, which has no fsync, when its file is written. "open" is from nothing to the first note of one article in a
process that has imported what it needs; "search" looks for a word in all bodies.
"""

from __future__ import annotations

import argparse
import sqlite3
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any, cast

from msgspec import to_builtins
from msgspec.structs import replace
from tinydb import Query, TinyDB

from reader.app.note_list import found, notes_query
from reader.model import Note, NoteKind, Selector
from reader.notes import NoteStore

WORDS = "harbour council tide budget ferry keel lantern ballot quarry meadow signal orchard".split()  # noqa: SIM905
EACH = 25
"""Notes on one article."""


def note(number: int) -> Note:
    """A note like those that people make: a sentence marked, a sentence written, a tag or two."""
    said = " ".join(WORDS[(number * 7 + place) % len(WORDS)] for place in range(14))
    wrote = " ".join(WORDS[(number * 5 + place * 3) % len(WORDS)] for place in range(18)) + f" {number}"
    article = number // EACH
    when = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=number)
    return Note(
        id="",
        kind=NoteKind.NOTE,
        url=f"https://example.org/{article}",
        title=f"Story {article}",
        site="example.org",
        selector=Selector(said, "before it ", " after it", number * 100, number * 100 + len(said)),
        speaker=f"Person {number % 400}",
        body=wrote,
        tags=(WORDS[number % len(WORDS)],),
        created=when,
        modified=when,
    )


class Ours:
    """The program's own store."""

    def __init__(self, folder: Path, notes: list[Note]) -> None:
        self.path = folder / "notes.json"
        self.store = NoteStore(self.path)
        self.store.add_many(notes)
        self.store.close()
        self.store = NoteStore(self.path)
        self.one = self.store.all()[len(notes) // 2]

    def insert(self, number: int) -> None:
        self.store.add(note(number))

    def update(self, number: int) -> None:
        self.one = self.store.update(replace(self.one, body=f"changed {number}"))

    def of_article(self) -> int:
        return len(self.store.of_article([self.one.url]))

    def search(self) -> int:
        return len(found(self.store.all(), notes_query("text:lantern")))

    def open(self) -> int:
        return len(NoteStore(self.path).of_article([self.one.url]))


class Stock:
    """TinyDB as it comes."""

    def __init__(self, folder: Path, notes: list[Note]) -> None:
        self.path = folder / "stock.json"
        self.db = TinyDB(self.path)
        self.db.insert_multiple(record(one) for one in notes)
        self.url = notes[len(notes) // 2].url

    def insert(self, number: int) -> None:
        self.db.insert(record(note(number)))

    def update(self, number: int) -> None:
        self.db.update({"body": f"changed {number}"}, doc_ids=[5])

    def of_article(self) -> int:
        self.db.clear_cache()
        return len(self.db.search(Query().url == self.url))

    def search(self) -> int:
        self.db.clear_cache()
        return len(self.db.search(Query().body.search("lantern")))

    def open(self) -> int:
        with TinyDB(self.path) as db:
            return len(db.search(Query().url == self.url))


class Sqlite:
    """A table in SQLite, synchronous, with an index on the address."""

    def __init__(self, folder: Path, notes: list[Note]) -> None:
        self.path = folder / "notes.sqlite3"
        self.db = sqlite3.connect(self.path, isolation_level=None)
        self.db.execute("PRAGMA synchronous = FULL")
        self.db.execute("CREATE TABLE notes (key INTEGER PRIMARY KEY, url TEXT, body TEXT, record TEXT)")
        self.db.execute("CREATE INDEX by_url ON notes (url)")
        self.db.execute("BEGIN")
        self.db.executemany("INSERT INTO notes (url, body, record) VALUES (?, ?, ?)", map(row, notes))
        self.db.execute("COMMIT")
        self.url = notes[len(notes) // 2].url

    def insert(self, number: int) -> None:
        self.db.execute("INSERT INTO notes (url, body, record) VALUES (?, ?, ?)", row(note(number)))

    def update(self, number: int) -> None:
        self.db.execute("UPDATE notes SET body = ? WHERE key = 5", (f"changed {number}",))

    def of_article(self) -> int:
        return len(self.db.execute("SELECT * FROM notes WHERE url = ?", (self.url,)).fetchall())

    def search(self) -> int:
        return len(self.db.execute("SELECT * FROM notes WHERE body LIKE '%lantern%'").fetchall())

    def open(self) -> int:
        with sqlite3.connect(self.path) as db:
            return len(db.execute("SELECT * FROM notes WHERE url = ?", (self.url,)).fetchall())


def record(one: Note) -> dict[str, Any]:
    """A note as plain JSON values."""
    return cast("dict[str, Any]", to_builtins(one))


def row(one: Note) -> tuple[str, str, str]:
    """A note as a row."""
    return one.url, one.body, repr(record(one))


def taken(job: Callable[[], object]) -> float:
    """Milliseconds that a job takes."""
    begun = time.perf_counter()
    job()
    return (time.perf_counter() - begun) * 1000


def measure(count: int, runs: int) -> None:
    """Print a line a subject, in turns over the runs."""
    notes = [note(number) for number in range(count)]
    deeds = ("insert", "update", "of_article", "open", "search")
    with tempfile.TemporaryDirectory() as folder:
        subjects = {kind.__name__.lower(): kind(Path(folder), notes) for kind in (Ours, Stock, Sqlite)}
        figures: dict[tuple[str, str], list[float]] = {}
        for turn in range(runs):
            for name, subject in subjects.items():
                for deed in deeds:
                    job = getattr(subject, deed)
                    arguments = (count + turn,) if deed in ("insert", "update") else ()
                    figures.setdefault((name, deed), []).append(taken(lambda job=job, given=arguments: job(*given)))
    print(f"{count:,} notes, wall ms, medians of {runs} runs in turn")
    print(f"  {'':8}" + "".join(f"{deed.replace('_', ' '):>14}" for deed in deeds))
    for name in subjects:
        print(f"  {name:8}" + "".join(f"{median(figures[name, deed]):>14.2f}" for deed in deeds))
    for deed in ("insert", "update"):
        ratio = median(figures["ours", deed]) / median(figures["stock", deed])
        print(f"  {deed}: ours / stock TinyDB {ratio:.4f}, ours / sqlite3", end=" ")
        print(f"{median(figures['ours', deed]) / median(figures['sqlite', deed]):.2f}")


def main() -> None:
    """Measure at each size."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--notes", type=int, action="append", help="how many notes (10,000, then 100,000)")
    options.add_argument("-n", "--runs", type=int, default=7, help="runs of each (7)")
    chosen = options.parse_args()
    for count in chosen.notes or (10_000, 100_000):
        measure(count, chosen.runs)


if __name__ == "__main__":
    main()
