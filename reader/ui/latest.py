"""Work of which only the latest counts: a cursor that runs over rows asks faster than anything can be read."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from reader.errors import ReaderError

if TYPE_CHECKING:
    from reader.ui.screens.base import KeyedScreen

__all__ = ["Latest"]

Job = Callable[[], Any]
Then = Callable[[Any], None]


class Latest:
    """One job of a screen at a time; of those asked for meanwhile the last is done next, the others never.

    A job that is asked for ``once_still`` is done once nothing more was asked for ``PAUSE`` seconds: while somebody
    types on, answers to half a word are read by nobody, and cost what the next letter waits for.
    """

    PAUSE = 0.15

    def __init__(self, screen: KeyedScreen, group: str) -> None:
        self._screen, self._group = screen, group
        self._busy = False
        self._next: tuple[Job, Then] | None = None
        self._asked, self._hurry = threading.Event(), False

    def ask(self, job: Job, then: Then, *, once_still: bool = False) -> None:
        """Do a job in a thread and pass its result to ``then`` on the UI thread, unless another was asked for."""
        self._hurry = not once_still
        if self._busy or once_still:
            self._next = (job, then)
            self._asked.set()
            if not self._busy:
                self._do(self._wait, _nothing)
        else:
            self._do(job, then)

    def _do(self, job: Job, then: Then) -> None:
        self._busy = True

        def done(value: object) -> None:
            if not self._go_on():
                then(value)

        def failed(error: ReaderError) -> None:
            if not self._go_on():
                self._screen.warn(error)

        self._screen.work(job, done, group=self._group, failed=failed)

    def _wait(self) -> None:
        """Let a pause in the asking come, unless something is asked for that is wanted now."""
        self._asked.clear()
        while not self._hurry and self._asked.wait(self.PAUSE):
            self._asked.clear()

    def _go_on(self) -> bool:
        self._busy, following, self._next = False, self._next, None
        if following is not None:
            self._do(*following)
        return following is not None


def _nothing(_value: object) -> None:
    """Show nothing: what was waited for comes next."""
