"""The shared folder: one journal a device, each written by its own device alone and read by all."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable
from pathlib import Path

from reader.errors import BadInput
from reader.notes.files import told, why, write_all
from reader.notes.snapshot import LARGEST, open_plain
from reader.sync.state import Place

__all__ = ["NAME", "Folder", "prepare"]

NAME = "notes.d"
ENDING = ".journal"


def prepare(path: Path) -> Path:
    """The folder for the journals in ``path``, made when it is missing; ``path`` itself when that is one.

    BadInput when ``path`` is no folder: one that is misspelt, or a disk that is not mounted, is never made.
    """
    path = path.expanduser().absolute()
    if not path.is_dir():
        raise BadInput(f"{path}: no such folder: name one that your file syncer carries")
    if path.name == NAME or any(path.glob(f"*{ENDING}")):
        return path
    with told(path, "not used"):
        (path / NAME).mkdir(mode=0o700, exist_ok=True)
    return path / NAME


class Folder:
    """The files of the folder; methods raise OSError when it is gone, read-only or full."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def look(self) -> dict[str, Place]:
        """The journals that are there, by name, with nothing read of them yet.

        Copies that a syncer sets aside (``….sync-conflict-….journal``, ``… (conflicted copy ….journal``) are
        journals too, as lines tell themselves whose they are; its hidden unfinished files are not.
        """
        found: dict[str, Place] = {}
        with os.scandir(self.path) as entries:
            for entry in entries:
                if ENDING not in entry.name or entry.name.startswith((".", "~")):
                    continue
                status = entry.stat(follow_symlinks=False)
                if stat.S_ISREG(status.st_mode):
                    found[entry.name] = (status.st_mtime_ns, status.st_size, status.st_ino, 0)
        return found

    def read(self, name: str, start: int) -> tuple[list[bytes], int, bool]:
        """The file's whole lines from ``start`` on, the offset behind them, and whether one was cut off after it."""
        file = open_plain(self.path / name)
        if file is None:
            return [], start, False
        with file:
            file.seek(start)
            data = file.read(LARGEST)
        end = data.rfind(b"\n") + 1
        lines = [line.rstrip(b"\r") for line in data[:end].split(b"\n")]
        return [line for line in lines if line], start + end, end < len(data)

    def own(self, device: str) -> str:
        """The name of a device's journal."""
        return device + ENDING

    def append(self, name: str, lines: Iterable[bytes]) -> int:
        """Add lines to the device's journal, behind what is there, and return its new size."""
        flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW | os.O_CLOEXEC
        descriptor = os.open(self.path / name, flags, 0o600)
        try:
            size = os.fstat(descriptor).st_size
            torn = size > 0 and os.pread(descriptor, 1, size - 1) != b"\n"
            try:
                write_all(descriptor, b"\n" * torn + b"".join(line + b"\n" for line in lines))
                os.fsync(descriptor)
            except OSError:
                os.ftruncate(descriptor, size)
                raise
            return os.fstat(descriptor).st_size
        finally:
            os.close(descriptor)

    def devices(self) -> int:
        """How many devices have a journal in it; copies that a syncer set aside are not counted."""
        return sum(1 for name in self.look() if re.fullmatch(r"[0-9a-z]+" + re.escape(ENDING), name))

    def told(self, error: OSError) -> str:
        """The one line for a folder that does not do its part now."""
        reason = why(error) if self.path.is_dir() else "not there: is its disk mounted, its syncer set up?"
        return f"sync folder {self.path}: {reason} (notes are kept here and exchanged when it works again)"
