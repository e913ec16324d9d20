"""Work of which only the latest counts: a cursor that runs over rows asks faster than anything can be read."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from reader.errors import ReaderError

if TYPE_CHECKING:
    from reader.ui.screens.base import KeyedScreen

__all__ = ["Latest"]

Job = Callable[[], Any]
Then = Callable[[Any], None]


class Latest:
    """One job of a screen at a time; of those asked for meanwhile the last is done next, the others never."""

    def __init__(self, screen: KeyedScreen, group: str) -> None:
        self._screen, self._group = screen, group
        self._busy = False
        self._next: tuple[Job, Then] | None = None

    def ask(self, job: Job, then: Then) -> None:
        """Do a job in a thread and pass its result to ``then`` on the UI thread, unless another was asked for."""
        if self._busy:
            self._next = (job, then)
            return
        self._busy = True

        def done(value: object) -> None:
            if not self._go_on():
                then(value)

        def failed(error: ReaderError) -> None:
            if not self._go_on():
                self._screen.warn(error)

        self._screen.work(job, done, group=self._group, failed=failed)

    def _go_on(self) -> bool:
        self._busy, following, self._next = False, self._next, None
        if following is not None:
            self.ask(*following)
        return following is not None
