"""A bar on stderr for what takes long; a pipe gets nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from reader.cli.session import Session

__all__ = ["bar", "catch_up"]


def catch_up(session: Session) -> None:
    """Read into the book what is stored and not in it yet, with a bar."""
    with bar("reading") as progress:
        session.desk.book.catch_up(lambda step: progress(step.done, step.of))


@contextmanager
def bar(what: str) -> Iterator[Callable[[int, int], None]]:
    """While this lasts, what is called with (done, of) draws a bar that is gone at the end."""
    if not sys.stderr.isatty():
        yield lambda _done, _of: None
        return
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True, markup=False, emoji=False, highlight=False)
    with Progress(console=console, transient=True) as shown:
        task = shown.add_task(what, total=None, visible=False)
        yield lambda done, of: shown.update(task, completed=done, total=of, visible=True)
