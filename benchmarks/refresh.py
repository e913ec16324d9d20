"""Refresh 1,000 generated feeds of 30 entries, in turns with newsboat: CPU, wall time and memory, and their ratios.

usage: python benchmarks/refresh.py [--feeds 1000] [--entries 30] [-n 3] [--no-latency]

The server is on loopback and its time is not counted. ``cold`` begins with feeds that were never asked; ``unmodified``
asks for all of them once more, newsboat with its cache ANALYZEd and for the second time, which is its best case.
``latency`` is unmodified with 300 ms before each answer and the feeds spread over 127.0.0.1 to 127.0.0.100. newsboat
(Debian package) has 16 threads. CPU and peak memory are the kernel's account of each process (wait4). To hold (else
exit code 1): cold CPU 0.25 of newsboat's, unmodified 1.0, latency's wall time 0.6, memory 1.5, and 120 MB. Without
newsboat only ours is told.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from reader.app import Desk
from reader.paths import find_paths

HERE = Path(__file__).parent
LATENCY = 0.3
MOST_MEGABYTES = 120
LIMITS = {
    ("cold", "CPU"): 0.25,
    ("cold", "memory"): 1.5,
    ("unmodified", "CPU"): 1.0,
    ("unmodified", "memory"): 1.5,
    ("latency", "wall"): 0.6,
}


@dataclass(frozen=True)
class Took:
    """What one process took: seconds of CPU and of the clock, megabytes at its peak."""

    cpu: float
    wall: float
    memory: float


def timed(command: Sequence[str], environment: dict[str, str]) -> Took:
    """Run a program to its end; raises RuntimeError when it fails."""
    began = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)}: ended with {process.returncode}")
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return Took(usage.ru_utime + usage.ru_stime, time.monotonic() - began, usage.ru_maxrss / unit)


@contextmanager
def server(feeds: int, entries: int, latency: float = 0.0) -> Iterator[int]:
    """A server of feeds; gives its port."""
    options = ["--feeds", str(feeds), "--entries", str(entries), "--latency", str(latency)]
    command = [sys.executable, str(HERE / "feed_server.py"), *options]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin and process.stdout
        yield int(process.stdout.readline())
        process.stdin.close()


def addresses(port: int, feeds: int, hosts: int) -> list[str]:
    """The feeds' addresses, spread over so many addresses of this machine."""
    return [f"http://127.0.0.{number % hosts + 1}:{port}/feed/{number}.xml" for number in range(feeds)]


class Reader:
    """This program with a home of its own."""

    name = "reader"

    def __init__(self, home: Path, urls: Sequence[str]) -> None:
        self.home = home
        desk = Desk(find_paths(str(home)))
        for url in urls:
            desk.feeds.subscribe(url)
        desk.close()
        self._environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        self._environment["PYTHONPYCACHEPREFIX"] = str(home.parent / "pyc")

    def refresh(self) -> Took:
        """Ask all feeds."""
        return timed([sys.executable, "-m", "reader", "--home", str(self.home), "refresh"], self._environment)

    def entries(self) -> int:
        """How many entries are stored."""
        with sqlite3.connect(self.home / "library.sqlite3") as library:
            return int(library.execute("SELECT count(*) FROM entries").fetchone()[0])


class Newsboat:
    """newsboat with files of its own."""

    name = "newsboat"

    def __init__(self, home: Path, urls: Sequence[str]) -> None:
        self.home = home
        home.mkdir()
        (home / "urls").write_text("\n".join(urls) + "\n")
        (home / "config").write_text("reload-threads 16\n")

    def refresh(self) -> Took:
        """Ask all feeds."""
        options = ["-q", "-u", str(self.home / "urls"), "-c", str(self.home / "cache.db"), "-C"]
        return timed(["newsboat", *options, str(self.home / "config"), "-x", "reload"], dict(os.environ))

    def entries(self) -> int:
        """How many entries are stored; the statistics that make its start quick are made on the way."""
        with sqlite3.connect(self.home / "cache.db") as cache:
            cache.execute("ANALYZE")
            return int(cache.execute("SELECT count(*) FROM rss_item").fetchone()[0])


Program = type[Reader] | type[Newsboat]


def cold_and_unmodified(program: Program, home: Path, urls: Sequence[str], expected: int) -> dict[str, Took]:
    """One run of each; raises RuntimeError when entries are missing."""
    made = program(home, urls)
    cold = made.refresh()
    if (stored := made.entries()) != expected:
        raise RuntimeError(f"{program.name}: {stored} entries instead of {expected}")
    made.refresh()
    unmodified = made.refresh()
    shutil.rmtree(home)
    return {"cold": cold, "unmodified": unmodified}


def with_latency(program: Program, home: Path, urls: Sequence[str]) -> dict[str, Took]:
    """Unmodified feeds of a distant server."""
    made = program(home, urls)
    made.refresh()
    made.entries()
    made.refresh()
    return {"latency": made.refresh()}


def told(runs: dict[str, dict[str, list[Took]]]) -> bool:
    """Print medians and ratios; whether all that is to hold does."""
    right = True
    print(f"{'':12}{'':8}{'reader':>10}{'newsboat':>10}{'ratio':>8}{'limit':>8}")
    for what, by_program in runs.items():
        for measure, unit in (("CPU", "s"), ("wall", "s"), ("memory", "MB")):
            figures = {
                name: median(getattr(took, measure.lower()) for took in tooks) for name, tooks in by_program.items()
            }
            ours, theirs, limit = figures["reader"], figures.get("newsboat"), LIMITS.get((what, measure))
            ratio = ours / theirs if theirs else None
            holds = ratio is None or limit is None or ratio <= limit
            holds = holds and (measure != "memory" or ours <= MOST_MEGABYTES)
            right = right and holds
            shown = [f"{value:.2f}" if value is not None else "-" for value in (ours, theirs, ratio, limit)]
            cells = f"{shown[0]:>8}{unit:>2}{shown[1]:>8}{unit:>2}{shown[2]:>8}{shown[3]:>8}"
            print(f"{what:12}{measure:8}{cells}{'' if holds else '  TOO MUCH'}")
    return right


def main() -> int:
    """Run and print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--feeds", type=int, default=1000)
    options.add_argument("--entries", type=int, default=30)
    options.add_argument("-n", type=int, default=3, help="runs of each")
    options.add_argument("--no-latency", action="store_true")
    given = options.parse_args()
    programs: list[Program] = [Reader, Newsboat] if shutil.which("newsboat") else [Reader]
    if len(programs) == 1:
        print("newsboat is not installed: only ours is told")
    runs: dict[str, dict[str, list[Took]]] = {}

    def note(name: str, took: dict[str, Took]) -> None:
        for what, one in took.items():
            runs.setdefault(what, {}).setdefault(name, []).append(one)

    with tempfile.TemporaryDirectory() as folder:
        with server(given.feeds, given.entries) as port:
            urls = addresses(port, given.feeds, 1)
            Reader(Path(folder) / "first", urls[:1]).refresh()  # Python compiles what it loads, once
            for number in range(given.n):
                for program in programs:
                    home = Path(folder) / f"{program.name}{number}"
                    note(program.name, cold_and_unmodified(program, home, urls, given.feeds * given.entries))
        if not given.no_latency:
            with server(given.feeds, given.entries, LATENCY) as port:
                urls = addresses(port, given.feeds, 100)
                for program in programs:
                    note(program.name, with_latency(program, Path(folder) / f"{program.name}-far", urls))
    return 0 if told(runs) else 1


if __name__ == "__main__":
    raise SystemExit(main())
