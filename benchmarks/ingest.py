"""Take in thousands of generated pages: pages a minute, memory, and whether being killed on the way loses anything.

usage: python benchmarks/ingest.py [--pages 3000] [--kills 5]

The first run is killed (SIGKILL) some times and started again until it ends; then every page must be stored once, with
its quotations in the book once. The second run, over the same pages in a new home, is timed.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

NAMES = ["Anna", "Bohdan", "Carla", "Dmitri", "Elena", "Farid", "Greta", "Hugo", "Irina", "Jonas"]
SURNAMES = [
    "Aldworth",
    "Brandvold",
    "Castell",
    "Dorfmann",
    "Eriksen",
    "Falkner",
    "Grigorev",
    "Halvorsen",
    "Ibarra",
    "Jansson",
]
ROLES = ["the mayor of Velmont", "a spokesman for the port", "the finance minister", "who owns a bakery"]
WORDS = [
    "the",
    "harbour",
    "council",
    "road",
    "bridge",
    "winter",
    "money",
    "plan",
    "year",
    "vote",
    "paper",
    "office",
    "town",
    "river",
    "boat",
    "market",
    "union",
    "minister",
    "question",
    "answer",
    "people",
    "week",
    "night",
    "morning",
    "door",
    "house",
    "promise",
    "letter",
    "train",
    "wall",
    "school",
    "teacher",
    "price",
    "rain",
]


def sentence(dice: random.Random, length: int) -> str:
    """Some words that begin with a capital, without a full stop."""
    return " ".join(dice.choice(WORDS) for _ in range(length)).capitalize()


def page(number: int, dice: random.Random) -> str:
    """A news page with the furniture that pages have, and eight quotations."""
    paragraphs = []
    for _ in range(8):
        name = f"{dice.choice(NAMES)} {dice.choice(SURNAMES)}"
        said = sentence(dice, dice.randint(8, 25))
        paragraphs.append(f"<p>“{said},” said {name}, {dice.choice(ROLES)}.</p>")
        paragraphs.append(f"<p>{'. '.join(sentence(dice, 14) for _ in range(4))}.</p>")
    menu = "".join(f"<li><a href='/{n}'>{dice.choice(WORDS)}</a></li>" for n in range(40))
    title = f"{sentence(dice, 7)} {number}"
    return (
        f"<!doctype html><html><head><title>{title}</title><meta property='og:site_name' content='Velmont Courier'>"
        f"<link rel='canonical' href='https://courier.example/{number}'></head><body><nav><ul>{menu}</ul></nav>"
        f"<article><h1>{title}</h1>{''.join(paragraphs)}</article><footer><ul>{menu}</ul></footer></body></html>"
    )


def start(pages: Path, home: Path) -> subprocess.Popen[bytes]:
    """The program, taking the pages in."""
    command = [sys.executable, "-m", "reader", "--home", str(home), "ingest", str(pages)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True)


def peak(process: subprocess.Popen[bytes]) -> tuple[float, float]:
    """Wait for the end; the highest resident memory (MB) of the process and of all its workers together."""
    own = together = 0.0
    while process.poll() is None:
        group = [
            int(entry.name)
            for entry in Path("/proc").iterdir()
            if entry.name.isdigit() and _group(entry.name) == process.pid
        ]
        sizes = {pid: _resident(pid) for pid in group}
        own = max(own, sizes.get(process.pid, 0.0))
        together = max(together, sum(sizes.values()))
        time.sleep(0.1)
    return own, together


def _group(pid: str) -> int:
    try:
        return os.getpgid(int(pid))
    except OSError:
        return -1


def _resident(pid: int) -> float:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    except OSError:
        return 0.0


def held(home: Path) -> tuple[int, int, int, int, str]:
    """Articles, articles in the book, quotations, quotations that are there twice, and what SQLite says of the file."""
    library = sqlite3.connect(home / "library.sqlite3")
    one = [
        library.execute(f"SELECT count(*) FROM {what}").fetchone()[0]
        for what in (
            "articles",
            "booked",
            "quotations",
            "(SELECT 1 FROM quotations JOIN appearances ON appearances.key = appearance"
            " GROUP BY article, start, length HAVING count(*) > 1)",
        )
    ]
    sound = library.execute("PRAGMA integrity_check").fetchone()[0]
    library.close()
    return (*one, sound)


def main() -> int:
    """Measure and print; exit 1 when something was lost or is there twice."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=3000)
    parser.add_argument("--kills", type=int, default=5)
    asked = parser.parse_args()
    dice = random.Random(7)
    with tempfile.TemporaryDirectory() as folder:
        pages = Path(folder) / "pages"
        pages.mkdir()
        for number in range(asked.pages):
            (pages / f"{number:05}.html").write_text(page(number, dice), encoding="utf-8")
        began = time.monotonic()
        process = start(pages, Path(folder) / "timed")
        own, together = peak(process)
        seconds = time.monotonic() - began
        rate = asked.pages / seconds * 60
        print(f"{asked.pages:,} pages in {seconds:.0f} s: {rate:,.0f} pages a minute")
        print(f"memory: {own:.0f} MB, {together:.0f} MB with its two workers")
        whole = held(Path(folder) / "timed")
        interrupted = Path(folder) / "killed"
        for _ in range(asked.kills):
            process = start(pages, interrupted)
            time.sleep(dice.uniform(0.3, 0.9) * seconds / asked.kills)
            os.kill(process.pid, signal.SIGKILL)
            process.wait()
        process = start(pages, interrupted)
        said = (process.communicate()[1] or b"").decode().strip().splitlines()
        print(f"killed {asked.kills} times, then: {said[-1] if said else ''}")
        again = held(interrupted)
        print(f"straight through: articles, in the book, quotations, twice, file: {whole}")
        print(f"with the kills:                                                   {again}")
        good = whole == again and whole[0] == whole[1] == asked.pages and not whole[3] and whole[4] == "ok"
        print("nothing lost, nothing twice" if good else "NOT THE SAME")
        return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
