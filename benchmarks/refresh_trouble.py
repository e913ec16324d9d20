"""Refresh 5,000 feeds of a server that misbehaves at random, and kill it in the middle, again and again.

usage: python benchmarks/refresh_trouble.py [--feeds 5000] [--kills 50] [--seed 7]

To hold (else exit code 1): the refresh finishes and its report names every feed once, each failure with a line; after
each kill (SIGKILL, at a random moment) the database is whole (``PRAGMA integrity_check``, ``foreign_key_check``), the
counts beside the feeds are what counting gives, no entry that was there is gone, and none is there without its words.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from reader.app import Desk
from reader.paths import find_paths

HERE = Path(__file__).parent
HOSTS = 100
COUNTED = """SELECT count(*) FROM counts AS c WHERE (c.total, c.unread) <> (
    SELECT count(*), coalesce(sum(read = 0), 0) FROM entries AS e WHERE e.feed = c.feed AND e.hidden = 0)"""


def follow(home: Path, port: int, feeds: int) -> None:
    """Follow the feeds, spread over many addresses of this machine."""
    desk = Desk(find_paths(str(home)))
    for number in range(feeds):
        desk.feeds.subscribe(f"http://127.0.0.{number % HOSTS + 1}:{port}/feed/{number}.xml")
    desk.close()
    (home / "config.toml").write_text("deadline = 2\n")


def refresh(home: Path) -> subprocess.Popen[str]:
    """A refresh of all feeds as a process."""
    command = [sys.executable, "-m", "reader", "--home", str(home), "refresh", "--json"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def faults(home: Path, entries_before: set[int]) -> list[str]:
    """What is wrong with the database."""
    library = sqlite3.connect(home / "library.sqlite3")
    found = [str(row) for row in library.execute("PRAGMA integrity_check") if row != ("ok",)]
    found += [f"foreign key: {row}" for row in library.execute("PRAGMA foreign_key_check")]
    if wrong := library.execute(COUNTED).fetchone()[0]:
        found.append(f"{wrong} feeds are counted wrongly")
    if bare := library.execute(
        "SELECT count(*) FROM entries WHERE key NOT IN (SELECT entry FROM entry_text)"
    ).fetchone()[0]:
        found.append(f"{bare} entries without their words")
    if lost := entries_before - keys(home):
        found.append(f"{len(lost)} entries are gone")
    library.close()
    return found


def keys(home: Path) -> set[int]:
    """The keys of all entries."""
    library = sqlite3.connect(home / "library.sqlite3")
    found = {key for (key,) in library.execute("SELECT key FROM entries")}
    library.close()
    return found


def due_again(home: Path) -> None:
    """Let every feed be asked again at once, as if time had passed."""
    library = sqlite3.connect(home / "library.sqlite3")
    with library:
        library.execute("UPDATE feeds SET next_check = 0, not_before = 0, gone = 0")
    library.close()


def killed(home: Path, moment: float) -> bool:
    """Kill a refresh after so many seconds; whether it was still at it."""
    due_again(home)
    process = refresh(home)
    try:
        process.wait(moment)
    except subprocess.TimeoutExpired:
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()
        return True
    process.communicate()
    return False


def finished(home: Path, feeds: int) -> list[str]:
    """What is wrong with a refresh that is left alone and with its report, which is told."""
    due_again(home)
    began = time.monotonic()
    process = refresh(home)
    out, _ = process.communicate()
    if process.returncode not in (0, 1):
        return [f"ended with {process.returncode}"]
    report = json.loads(out)
    outcomes: dict[str, int] = {}
    for result in report["feeds"]:
        outcomes[result["outcome"]] = outcomes.get(result["outcome"], 0) + 1
    print(f"{feeds} feeds in {time.monotonic() - began:.0f} s: {outcomes}, {report['new']} new entries")
    wrong = []
    if sorted(result["feed"] for result in report["feeds"]) != list(range(1, feeds + 1)):
        wrong.append("not every feed is reported once")
    wrong += [
        f"feed {result['feed']} {result['outcome']} without a reason"
        for result in report["feeds"]
        if result["outcome"] in ("failed", "gone") and not result["failure"]
    ]
    return wrong


def main() -> int:
    """Run and print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--feeds", type=int, default=5000)
    options.add_argument("--kills", type=int, default=50)
    options.add_argument("--seed", type=int, default=7)
    given = options.parse_args()
    choose = random.Random(given.seed)
    wrong: list[str] = []
    server = [sys.executable, str(HERE / "trouble_server.py"), "--seed", str(given.seed)]
    with (
        tempfile.TemporaryDirectory() as folder,
        subprocess.Popen(server, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process,
    ):
        assert process.stdin and process.stdout
        home = Path(folder) / "home"
        follow(home, int(process.stdout.readline()), given.feeds)
        hits = 0
        for number in range(given.kills):
            before = keys(home)
            hits += killed(home, choose.uniform(0.4, 6.0))
            found = faults(home, before)
            wrong += [f"kill {number}: {fault}" for fault in found]
        print(f"{hits} of {given.kills} kills hit a refresh at work; {len(keys(home))} entries are stored")
        wrong += finished(home, given.feeds)
        wrong += faults(home, set())
        process.stdin.close()
    for line in wrong:
        print(f"WRONG: {line}")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
