"""This machine's own copy of every line it has sent or got, in the order in which they came."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from reader.notes.files import sync_folder, write_all

__all__ = ["Log"]


class Log:
    """A file of lines; what is appended is on the disk when ``append`` returns. Raises OSError."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def size(self) -> int:
        """Its bytes, 0 when there is none."""
        try:
            return self.path.stat().st_size
        except FileNotFoundError:
            return 0

    def lines(self, start: int) -> Iterator[tuple[bytes, int]]:
        """Each whole line from ``start`` on, and the offset behind it; a last one that was cut off is left out."""
        if start >= self.size():
            return
        with self.path.open("rb") as file:
            file.seek(start)
            for line in file:
                if not line.endswith(b"\n"):
                    return
                start += len(line)
                yield line[:-1], start

    def append(self, lines: Sequence[bytes], end: int) -> int:
        """Write the lines at ``end``, over what a crash left there; returns the new end."""
        fresh = end == 0
        flags = os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
        descriptor = os.open(self.path, flags, 0o600)
        data = b"".join(line + b"\n" for line in lines)
        try:
            os.ftruncate(descriptor, end)
            os.lseek(descriptor, end, os.SEEK_SET)
            write_all(descriptor, data)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        if fresh:
            sync_folder(self.path.parent)
        return end + len(data)
