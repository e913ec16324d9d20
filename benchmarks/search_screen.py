"""A search as a person does it, in reader's and newsboat's own screens, each in a terminal of its own.

``/`` is pressed, the words are typed a letter after the other, then Enter; a search has ended when its results are
drawn and the program neither draws nor works any more. Its CPU is the kernel's account of the process between, all
threads, so that what reader does while the words are typed counts; its wall time begins with Enter. The letters come
as from somebody who types fast: reader answers at the first pause, so that slower typing costs an answer a letter more.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from terminal import Window, environment

__all__ = ["NEWSBOAT", "READER", "Searched", "Searcher", "newsboat_options"]

LETTER = 0.1
"""Seconds between two letters: somebody who types fast."""


@dataclass(frozen=True)
class Searched:
    """What a search took: milliseconds of CPU from ``/`` on, and of the clock from Enter on."""

    cpu: float
    wall: float


@dataclass(frozen=True)
class Searcher:
    """How a program with files in a folder is started, and what its screens say."""

    name: str
    command: Callable[[Path], Sequence[str]]
    listed: str
    """What stands in the list of feeds,"""
    asks: str
    """in the line that asks for words,"""
    found: Callable[[str, str], bool]
    """and whether that is drawn which a search for words ends in."""

    @contextmanager
    def opened(self, folder: Path, pyc: Path) -> Iterator[Window]:
        """The program, its feeds listed; it is killed in the end."""
        window = Window(self.command(folder), environment(str(folder), str(pyc)))
        try:
            window.settle(lambda text: self.listed in text)
            yield window
        finally:
            window.close()

    def search(self, window: Window, words: str) -> Searched:
        """Search from the list of feeds, and go back there."""
        start, worked = window.mark, window.cpu
        window.press("/")
        window.settle(lambda text: self.asks in text, start)
        for letter in words:
            window.press(letter)
            window.look(LETTER)
        entered = monotonic()
        window.press("\r")
        drawn = window.settle(lambda text: self.found(text, words), start)
        took = Searched((window.cpu - worked) * 1000, (drawn - entered) * 1000)
        end = window.mark
        window.press("q")
        window.settle(lambda text: self.listed in text or "No results" in text, end)
        return took


def newsboat_options(folder: Path) -> list[str]:
    """Options that keep newsboat to the files of a folder."""
    return [f"{option}{folder / name}" for option, name in (("-u", "urls"), ("-c", "cache.db"), ("-C", "config"))]


READER = Searcher(
    "reader",
    lambda _folder: [sys.executable, "-m", "reader"],
    "Feed 1",
    "words, title:x",
    lambda text, words: f"search {words}" in text and ("newest first" in text or "Nothing found" in text),
)
NEWSBOAT = Searcher(
    "newsboat",
    lambda folder: ["newsboat", "-q", *newsboat_options(folder)],
    "Feed 1",
    "Search for:",
    lambda text, _words: "Search result" in text or "No results" in text,
)
