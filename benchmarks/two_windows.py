"""Let two windows and a cron job work on one home for a minute, and see whether the database is ever locked.

usage: python benchmarks/two_windows.py [--seconds 60] [--feeds 300]

Two readers run in terminals of their own and are given keys; two more processes do what a person does with entries,
as fast as they can: list, mark, tag, star, undo, subscribe, unsubscribe; and ``reader refresh`` runs again and again
against feeds that have something new each time. To hold (else exit code 1): no process ends badly, nothing that is
shown or said names a lock, and the database is whole. It prints how often each did its work, and the slowest call.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from refresh_trouble import faults
from terminal import Window

from reader.app import Desk
from reader.errors import ReaderError
from reader.library.feed_records import Source, SourceKind
from reader.paths import find_paths

HERE = Path(__file__).parent
ALL = Source(SourceKind.ALL, "All")
KEYS = ["j", "k", "G", "g", "g", "N", "s", "R", "r", "u", "\t", "J", "n", "h", "l", "."]


def person(home: Path, seconds: float, seed: int) -> int:
    """Work with entries until the time is over; prints how often, and the slowest call. 1 when something failed."""
    choose = random.Random(seed)
    desk = Desk(find_paths(str(home)))
    slowest, times, end = 0.0, 0, time.monotonic() + seconds

    def some() -> list[int]:
        rows = desk.feeds.entries(ALL, limit=200)
        return [row.key for row in choose.sample(rows, min(5, len(rows)))]

    def follow_and_leave() -> None:
        feed = desk.feeds.subscribe(f"http://127.0.0.1:9/{seed}/{choose.random()}")
        desk.feeds.unsubscribe(feed.key)

    deeds: list[Callable[[], object]] = [
        desk.feeds.sources,
        lambda: desk.feeds.mark(some(), read=choose.random() < 0.5),
        lambda: desk.feeds.unmark(desk.feeds.mark(some(), starred=True)),
        lambda: desk.feeds.tag(some(), [f"tag {choose.randint(1, 5)}"]),
        lambda: desk.feeds.unmark(desk.feeds.mark_all(ALL)),
        follow_and_leave,
    ]
    while time.monotonic() < end:
        began = time.monotonic()
        try:
            choose.choice(deeds)()
        except ReaderError as error:
            print(f"WRONG: {error}")
            return 1
        slowest, times = max(slowest, time.monotonic() - began), times + 1
    print(f"{times} calls, the slowest {slowest * 1000:.0f} ms")
    desk.close()
    return 0


def cron(home: Path, end: float) -> list[str]:
    """Refresh again and again; what went wrong, and how often it was done."""
    runs = 0
    while time.monotonic() < end:
        done = subprocess.run(
            [sys.executable, "-m", "reader", "--home", str(home), "refresh", "--json"],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode not in (0, 1) or "lock" in done.stderr:
            return [f"refresh ended with {done.returncode}: {done.stderr[-300:]}"]
        runs += 1
    print(f"{runs} refreshes")
    return []


def main() -> int:
    """Run and print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--feeds", type=int, default=300)
    options.add_argument("--person", nargs=3, metavar=("HOME", "SECONDS", "SEED"), help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.person:
        home, seconds, seed = given.person
        return person(Path(home), float(seconds), int(seed))
    wrong: list[str] = []
    server = [sys.executable, str(HERE / "trouble_server.py"), "--kind", "grown"]
    with (
        tempfile.TemporaryDirectory() as folder,
        subprocess.Popen(server, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process,
    ):
        assert process.stdin and process.stdout
        home, port = Path(folder) / "home", process.stdout.readline().strip()
        desk = Desk(find_paths(str(home)))
        for number in range(given.feeds):
            desk.feeds.subscribe(f"http://127.0.0.{number % 50 + 1}:{port}/feed/{number}.xml")
        desk.close()
        end = time.monotonic() + given.seconds
        command = [sys.executable, "-m", "reader", "--home", str(home)]
        windows = [Window(command, dict(os.environ)) for _ in range(2)]
        people = [
            subprocess.Popen(
                [sys.executable, __file__, "--person", str(home), str(given.seconds), str(seed)],
                stdout=subprocess.PIPE,
                text=True,
            )
            for seed in (1, 2)
        ]
        cron_job = threading.Thread(target=lambda: wrong.extend(cron(home, end)))
        cron_job.start()
        choose = random.Random(3)
        while time.monotonic() < end:
            for window in windows:
                window.press(choose.choice(KEYS))
                window.look(0.1)
        cron_job.join()
        for one in people:
            out, _ = one.communicate()
            print(f"a person: {out.strip()}")
            wrong += [f"a person ended with {one.returncode}"] if one.returncode else []
        for window in windows:
            text = window.close()
            wrong += [] if window.ran else ["a window ended by itself"]
            wrong += ["a window speaks of a lock"] if "lock" in text.lower() else []
        wrong += faults(home, set())
        process.stdin.close()
    for line in wrong:
        print(f"WRONG: {line}")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
