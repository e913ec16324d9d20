"""Refreshing feeds while the program is used: begun from any screen, told at the foot of whichever is looked at."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.text import counted, elide

if TYPE_CHECKING:
    from reader.app.desk import Desk
    from reader.feeds.refresh import Progress, Report

__all__ = ["Refreshing", "far", "told"]

EVERY = 0.1
"""Seconds between two words on how far it is."""


class Refreshing:
    """One refresh at a time, in a thread. ``tell`` is called there with each word on how far it is."""

    def __init__(self, desk: Desk, tell: Callable[[Progress], None]) -> None:
        self._desk, self._tell = desk, tell
        self._stop = threading.Event()
        self._told = 0.0
        self.running = False
        self.report: Report | None = None

    def stop(self) -> None:
        """End it soon; what has come stays."""
        self._stop.set()

    def begin(self) -> None:
        """Take note that one begins; on the UI thread."""
        self.running = True
        self._stop = threading.Event()

    def run(self, keys: Sequence[int] | None) -> Report | ReaderError:
        """Refresh these feeds, all that are due when None, and say how it went; in a thread."""
        try:
            self.report = self._desk.feeds.refresh(keys, progress=self._progress, stop=self._stop.is_set)
        except ReaderError as error:
            return error
        return self.report

    def _progress(self, progress: Progress) -> None:
        now = time.monotonic()
        if now - self._told >= EVERY:
            self._told = now
            self._tell(progress)


def far(progress: Progress) -> tuple[int, int, str]:
    """How far a refresh is: feeds done (or full texts), of how many, and what came of them in a few words."""
    words = [f"{progress.new:,} new"] * bool(progress.new) + [f"{progress.failed:,} failed"] * bool(progress.failed)
    return progress.done, progress.total, " · ".join([*words, *["full texts"] * progress.articles])


def told(report: Report, failures_key: str, all_key: str) -> str:
    """How a refresh went, in a line; a server that was not synced with is told here, and the first word of a rule."""
    new = counted(report.new, "new entry", "new entries") if report.new else "nothing new"
    stopped = f"stopped after {counted(len(report.results), 'feed')}" if report.stopped else ""
    failed = counted(len(report.failed), "feed") + f" failed: {failures_key} says why" if report.failed else ""
    waiting = f"{counted(report.left, 'feed')} not due yet" if report.left else ""
    sent = f"{counted(report.told, 'change')} sent" if report.told else ""
    servers = [server.failure for server in report.servers]
    rules = _first_of(report.notices, all_key)
    troubles = _first_of([*report.articles_failed, *report.problems], all_key)
    return " · ".join(part for part in (new, stopped, rules, sent, failed, waiting, *servers, troubles) if part)


def _first_of(lines: Sequence[str], all_key: str) -> str:
    """The first of some lines, and how many more there are."""
    if not lines:
        return ""
    more = f" (and {len(lines) - 1} more: {all_key} lists them)" if len(lines) > 1 else ""
    return elide(lines[0], 80) + more
