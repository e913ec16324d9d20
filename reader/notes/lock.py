"""One writer at a time, over threads and processes."""

from __future__ import annotations

import fcntl
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.errors import StoreFailed

__all__ = ["WriterLock"]

PATIENCE = 10.0
"""Seconds to wait for another window; one write takes milliseconds."""

_PAUSE = 0.003


class WriterLock:
    """An advisory lock on a file of its own beside the store; the kernel frees it when its holder dies.

    The lock file is never removed: two processes could then hold locks on two files of one name.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._threads = threading.RLock()
        self._depth = 0
        self._descriptor = -1

    @contextmanager
    def hold(self) -> Iterator[bool]:
        """Hold the lock; yields whether this is the outermost hold. Raises OSError or StoreFailed."""
        with self._threads:
            outermost = self._depth == 0
            if outermost:
                self._descriptor = self._acquire()
            self._depth += 1
            try:
                yield outermost
            finally:
                self._depth -= 1
                if self._depth == 0:
                    os.close(self._descriptor)

    def _acquire(self) -> int:
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() > deadline:
                    os.close(descriptor)
                    raise StoreFailed(
                        f"{self._path}: another window has held the notes for {PATIENCE:.0f} s: "
                        "close it, or wait and try again"
                    ) from None
                time.sleep(_PAUSE)
            except OSError:
                os.close(descriptor)
                raise
            else:
                return descriptor
