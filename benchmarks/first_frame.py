"""CPU to the first frame of ``reader demo`` that shows the article, beside an empty Textual app's first frame.

    python benchmarks/first_frame.py [-n RUNS]

Each program runs as a process of its own in a pty of 120 by 40, from ``python -m`` to the frame, then is killed; the
CPU is the kernel's count of the whole process, imports included. The runs are interleaved, so that a busy machine
slows all alike; ``.pyc`` files are warm for all. Ratios are of medians; the one to hold is at most 1.3. ``reader
demo`` ships extracted: ``reader FILE`` on the same Markdown shows what parsing, storing and click add to any article.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median

from terminal import COLUMNS, ROWS, environment, run

FIRST_LINE = "Carpenters restoring the flooded"
TARGET = 1.3
EMPTY = "from textual.app import App; App().run()"


def shows_article(text: str) -> bool:
    """Whether the first line of the demo's body has been drawn."""
    return FIRST_LINE in text


def is_full_frame(text: str) -> bool:
    """Whether a whole screen of cells has been drawn: an empty app's first frame."""
    return len(text) >= COLUMNS * (ROWS - 1)


def main() -> int:
    """Measure and print; exit code 1 when the ratio is over the target."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("-n", "--runs", type=int, default=15, help="runs of each (15)")
    runs = options.parse_args().runs
    reader = [sys.executable, "-m", "reader"]
    with tempfile.TemporaryDirectory() as folder:
        file = str(shutil.copy(Path(__file__).parents[1] / "reader" / "demo.md", folder))
        kept = str(Path(folder) / "kept")
        subjects: dict[str, tuple[list[str], Callable[[str], bool]]] = {
            "empty Textual app": ([sys.executable, "-c", EMPTY], is_full_frame),
            "reader demo, first ever": ([*reader, "demo"], shows_article),
            "reader demo, again": ([*reader, "demo"], shows_article),
            "reader FILE, again": ([*reader, file], shows_article),
        }
        figures: dict[str, list[float]] = {name: [] for name in subjects}
        for turn in range(runs + 1):
            for name, (command, until) in subjects.items():
                home = str(Path(folder) / f"fresh{turn}") if "first ever" in name else kept
                cpu = run(command, environment(home, str(Path(folder) / "pyc")), until).cpu
                if turn:  # the first turn writes the .pyc files
                    figures[name].append(cpu * 1000)
    return report(figures)


def report(figures: dict[str, list[float]]) -> int:
    """Print a line a subject and the ratios to the first one."""
    empty, *ours = figures
    base = median(figures[empty])
    runs = len(figures[empty])
    print(f"CPU to the first frame, ms, median of {runs} interleaved runs (lowest to highest)")
    for name, values in figures.items():
        print(f"  {name:26} {median(values):6.0f}  ({min(values):.0f} to {max(values):.0f})")
    worst = max(median(figures[name]) / base for name in ours if "demo" in name)
    for name in ours:
        print(f"  {name} / {empty}: {median(figures[name]) / base:.2f}")
    print(f"  reader demo {'holds' if worst <= TARGET else 'DOES NOT HOLD'}: at most {TARGET}")
    return worst > TARGET


if __name__ == "__main__":
    sys.exit(main())
