"""A 100,000-word article: CPU to open, to scroll a step and to change a highlight, beside two Textual apps.

    python benchmarks/long_article.py [-n RUNS] [-w WORDS] [--no-markdown]

Each subject runs as a process of its own in a pty of 120 by 40, interleaved: ``reader FILE`` as a person starts it; a
bare Textual app with one word; and Textual's Markdown widget on the same text. The text is generated and seeded.
*Open* is the kernel's count of CPU from the start of the process to the frame with the first line; *at rest* is the
CPU taken when all has been read, attributed or mounted and the process first rests. A *step* (a scroll, a key, other
hits of a search) is taken 40 times at 25 a second in the running program, drawing included; its CPU is that of the
process less that of idling for the same time.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from generated import FIRST_LINE, article
from terminal import environment, run

if TYPE_CHECKING:
    from textual.app import App

STEPS, PERIOD = 40, 0.04
SUBJECTS = ("bare", "reader", "markdown")
NAMES = {"bare": "bare Textual app", "reader": "reader", "markdown": "Textual's Markdown widget"}
Step = Callable[[int], object]


def main() -> int:
    """Measure and print; in a subject's own process, be that subject."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("-n", "--runs", type=int, default=5, help="runs of each (5; the Markdown widget has 1)")
    options.add_argument("-w", "--words", type=int, default=100_000, help="words of the article (100000)")
    options.add_argument("--no-markdown", action="store_true", help="leave out the Markdown widget, which is slow")
    options.add_argument("--be", choices=SUBJECTS, help=argparse.SUPPRESS)
    options.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    options.add_argument("--out", type=Path, help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.be:
        be(chosen.be, chosen.file, chosen.out)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        file = place / "long.md"
        file.write_text(article(chosen.words), "utf-8")
        report_core(file)
        subjects = [name for name in SUBJECTS if not (chosen.no_markdown and name == "markdown")]
        report({name: [] for name in subjects}, chosen.runs, file, place)
    return 0


def report_core(file: Path) -> None:
    """Print what reading and attributing the article costs without any screen."""
    from reader.attribution import attribute
    from reader.extract import extract_markdown

    text = file.read_text("utf-8")
    extract_markdown("warm")
    attribute("“Warm,” said Ann Ellin.")
    began = time.process_time()
    read = extract_markdown(text)
    extracted = time.process_time()
    found = attribute(read.text)
    attributed = time.process_time()
    print(f"{len(read.text.split()):,} words, {len(read.blocks):,} blocks, {len(found.quotations):,} quotations")
    print(f"without a screen: extract {1000 * (extracted - began):.0f} ms, ", end="")
    print(f"attribute {1000 * (attributed - extracted):.0f} ms of CPU")


def report(figures: dict[str, list[dict[str, float]]], runs: int, file: Path, place: Path) -> None:
    """Run the subjects in turn and print the medians."""
    for turn in range(runs + 1):
        for name, found in figures.items():
            if name == "markdown" and turn > 1:
                continue
            taken = one(name, file, place, turn)
            if turn:  # the first turn writes the .pyc files
                found.append(taken)
    print(f"CPU, ms, medians of {runs} interleaved runs")
    keys = ("open", "open, at rest", "scroll a line", "scroll a page", "next quotation", "change a highlight")
    print(" " * 28 + "".join(f"{key:>20}" for key in keys))
    for name, found in figures.items():
        cells = [f"{median(row[key] for row in found):.1f}" if key in found[0] else "-" for key in keys]
        print(f"  {NAMES[name]:26}" + "".join(f"{cell:>20}" for cell in cells))
    bare = median(row["open"] for row in figures["bare"])
    for name, found in figures.items():
        if name != "bare":
            print(f"  opening: {NAMES[name]} / bare app: {median(row['open'] for row in found) / bare:.2f}")


def one(name: str, file: Path, place: Path, turn: int) -> dict[str, float]:
    """The figures of one subject: a run that is killed at its first frame, and one that takes its steps."""
    out = place / f"{name}{turn}.json"
    itself = [sys.executable, __file__, "--be", name, "--file", str(file), "--out"]
    command = [sys.executable, "-m", "reader", str(file)] if name == "reader" else [*itself, ""]
    settings = environment(str(place / f"home{turn}"), str(place / "pyc"))
    opened = run(command, settings, lambda text: FIRST_LINE in text, limit=300)
    if opened.ended:
        raise RuntimeError(f"{name} ended before its first frame: {opened.text[-400:]!r}")
    taken = run([*itself, str(out)], settings, lambda text: False, limit=300)
    if not out.exists():
        raise RuntimeError(f"{name} ended before its steps were done: {taken.text[-400:]!r}")
    return {"open": 1000 * opened.cpu, **json.loads(out.read_text())}


def be(name: str, file: Path, out: Path) -> None:
    """Be one of the subjects; with ``out``, take the steps, write their figures there and end."""
    app, steps = {"bare": bare, "reader": reader, "markdown": markdown}[name](file)
    if out.name:
        app.call_later(lambda: app.run_worker(take(app, steps, out), exit_on_error=True))
    app.run()


async def take(app: App[Any], steps: dict[str, Step], out: Path) -> None:
    """Take each kind of step and write what one costs, in ms of CPU."""
    figures = {"open, at rest": 1000 * await rest()}
    for name, step in steps.items():
        idle = await cpu_of(lambda _: None)
        figures[name] = 1000 * (await cpu_of(step) - idle) / STEPS
    out.write_text(json.dumps(figures))
    app.exit()


async def rest() -> float:
    """Wait until the process has done nothing for a second; the CPU seconds that it had taken before."""
    quiet, before = 0, 0.0
    while quiet < 4:
        before = time.process_time() if not quiet else before
        began = time.process_time()
        await asyncio.sleep(0.25)
        quiet = quiet + 1 if time.process_time() - began < 0.01 else 0
    return before


async def cpu_of(step: Step) -> float:
    """CPU seconds of the process while the step is done ``STEPS`` times."""
    began = time.process_time()
    for number in range(STEPS):
        step(number)
        await asyncio.sleep(PERIOD)
    return time.process_time() - began


def bare(_file: Path) -> tuple[App[Any], dict[str, Step]]:
    """A Textual app with one word on its screen."""
    from textual.app import App, ComposeResult
    from textual.widgets import Static

    class Bare(App[None]):
        def compose(self) -> ComposeResult:
            yield Static(FIRST_LINE)

    return Bare(), {}


def reader(file: Path) -> tuple[App[Any], dict[str, Step]]:
    """The program itself on the article."""
    from reader.app.desk import Desk
    from reader.paths import find_paths
    from reader.ui.app import ReaderApp

    app = ReaderApp(Desk(find_paths()), str(file))

    def press(key: str) -> Step:
        return lambda _: app.simulate_key(key)

    def view() -> Any:  # noqa: ANN401 - the reading view, known once the app runs
        return app.screen.query_one("#body")

    return app, {
        "scroll a line": lambda _: view().scroll_relative(y=1, animate=False, immediate=True),
        "scroll a page": press("space"),
        "next quotation": press("w"),
        "change a highlight": lambda number: view().show_hits([(20 * number, 20 * number + 9)]),
    }


def markdown(file: Path) -> tuple[App[Any], dict[str, Step]]:
    """Textual's own widget for Markdown, in a container that scrolls."""
    from textual.app import App, ComposeResult
    from textual.containers import VerticalScroll
    from textual.widgets import Markdown

    class Marked(App[None]):
        def compose(self) -> ComposeResult:
            with VerticalScroll(id="body"):
                yield Markdown(file.read_text("utf-8"))

    app = Marked()

    def scroll(lines: int) -> Step:
        return lambda _: app.query_one("#body").scroll_relative(y=lines, animate=False, immediate=True)

    return app, {"scroll a line": scroll(1), "scroll a page": scroll(38)}


if __name__ == "__main__":
    sys.exit(main())
