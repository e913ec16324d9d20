"""Runs the commands of ``[hooks]``: what happened as JSON on standard input, nothing of it among their words."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from threading import Lock
from typing import TYPE_CHECKING, Any

from reader.errors import BadInput
from reader.hooks_table import HookSettings

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from reader.app.reading import Reading
    from reader.feeds.refresh import Report
    from reader.model import Note

__all__ = ["Hooks"]

MOST_WAITING = 100
"""Commands that may wait for their turn; what happens beyond that is not told."""
PATIENCE = 5.0
"""Seconds that the commands may still take when the program ends."""


class Hooks:
    """Runs one command after another in a thread of its own, so that nothing ever waits for them.

    ``failures`` has a line for each that failed; ``failed`` is called, in that thread, when there is one more.
    """

    def __init__(self, settings: HookSettings) -> None:
        self.failures: list[str] = []
        self.failed: Callable[[], None] = lambda: None
        self._settings = settings
        self._lock = Lock()
        self._pool: ThreadPoolExecutor | None = None
        self._tasks: list[Future[None]] = []
        self._end = 0.0

    def noted(self, notes: Sequence[Note]) -> None:
        """Notes were made: ``on_note`` gets ``{"event": "note", "note": {…}}`` for each, as notes are exported."""
        if self._settings.on_note:
            from reader.notes.record import to_record

            for note in notes:
                self._tell(self._settings.on_note, {"event": "note", "note": to_record(note)})

    def opened(self, reading: Reading) -> None:
        """An article was opened to be read: ``on_open`` gets ``{"event": "open", "article": {…}}``."""
        if self._settings.on_open:
            from reader.app.render.facts import iso_date

            article = reading.article
            about = {
                "title": article.title,
                "url": reading.address,
                "site": article.site,
                "byline": article.byline,
                "published": iso_date(article.published, article.published_precision),
                "language": article.language,
                "words": len(article.text.split()),
            }
            self._tell(self._settings.on_open, {"event": "open", "article": about})

    def refreshed(self, report: Report) -> None:
        """Feeds were refreshed: ``on_refresh`` gets ``{"event": "refresh", …}``, as ``reader refresh --json``."""
        if self._settings.on_refresh:
            from reader.app.render.feeds import report_record

            self._tell(self._settings.on_refresh, {"event": "refresh", **report_record(report)})

    def close(self) -> None:
        """Let what is still to be run end within a few seconds; then no more is run."""
        with self._lock:
            pool, self._pool = self._pool, None
            self._end = time.monotonic() + PATIENCE
        if pool is not None:
            pool.shutdown()
            for task in self._tasks:
                task.result()

    def _tell(self, command: Sequence[str], told: Mapping[str, Any]) -> None:
        import json
        from concurrent.futures import ThreadPoolExecutor  # here, as few have hooks and all have a start

        given = json.dumps(told, ensure_ascii=False).encode("utf-8", "replace")
        with self._lock:
            self._tasks = [task for task in self._tasks if not task.done() or task.exception()]
            if self._end or len(self._tasks) >= MOST_WAITING:
                return
            self._pool = self._pool or ThreadPoolExecutor(1, "hooks")
            self._tasks.append(self._pool.submit(self._run, command, given))

    def _run(self, command: Sequence[str], given: bytes) -> None:
        from reader.commands import command_name, run

        try:
            if self._over():
                raise BadInput(f"{command_name(command)}: was not run, as the program ended")
            run(command, given, stop=self._over)
        except BadInput as error:
            self.failures.append(f"hook {error}")
            self.failed()

    def _over(self) -> bool:
        return bool(self._end) and time.monotonic() >= self._end
