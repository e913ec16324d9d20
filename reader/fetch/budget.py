"""The one deadline of a fetch and the person's wish to stop, asked wherever a fetch could wait."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import TypeVar

from reader.errors import FetchFailed

__all__ = ["Budget"]

_SLICE = 0.1
"""Seconds between two looks at the clock and at ``stop`` while waiting."""

Result = TypeVar("Result")


class Budget:
    """What is left of ``seconds``; every question raises ``FetchFailed`` once it is spent or ``stop()`` is true."""

    def __init__(self, name: str, seconds: float, stop: Callable[[], bool] | None) -> None:
        self.name = name
        self._seconds = seconds
        self._end = time.monotonic() + seconds
        self._stop = stop

    def renew(self, seconds: float) -> None:
        """Begin anew with this many seconds, for the next request on a kept connection."""
        self._seconds = seconds
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """The seconds that are left, always more than none."""
        if self._stop is not None and self._stop():
            raise FetchFailed(f"{self.name}: interrupted")
        left = self._end - time.monotonic()
        if left <= 0:
            raise FetchFailed(f"{self.name}: no full answer within {self._seconds:g} seconds: try again later")
        return left

    def slice(self) -> float:
        """How long to wait at most before asking again."""
        return min(self.left(), _SLICE)

    def run(self, work: Callable[[], Result]) -> Result:
        """The result of work that cannot be interrupted (a DNS look-up), left to itself when time is up."""
        answer: SimpleQueue[tuple[Result | None, OSError | UnicodeError | None]] = SimpleQueue()

        def answering() -> None:
            try:
                answer.put((work(), None))
            except (OSError, UnicodeError) as error:
                answer.put((None, error))

        threading.Thread(target=answering, daemon=True).start()
        while True:
            try:
                result, error = answer.get(timeout=self.slice())
            except Empty:
                continue
            if error is not None:
                raise error
            return result  # type: ignore[return-value]  # the two are never None together
