"""What this machine knows of its exchange: who it is, how far it has come, and which files it has read."""

from __future__ import annotations

import platform
import secrets
from pathlib import Path

import msgspec

from reader.notes.record import SCHEMA
from reader.notes.snapshot import Stamp
from reader.paths import replace_file

__all__ = ["Place", "State", "load", "save"]

Place = tuple[int, int, int, int]
"""How a file was when it was read: mtime in nanoseconds, size, inode; and the offset up to which it was read."""


class State(msgspec.Struct):
    """How far the exchange has come.

    ``applied`` is the offset in the log up to which the store has everything, ``published`` the one up to which
    the folder has what is ours, in a file of ``size`` bytes. ``devices`` are the ids that this home has had, the
    present one last. ``files`` are those of the folder, ``store`` how the store's own files were after the last
    exchange. A reader that understands more (``schema``) reads the folder's files all again.
    """

    devices: list[str]
    mark: list[str]
    folder: str = ""
    applied: int = 0
    published: int = 0
    size: int = -1
    files: dict[str, Place] = {}
    store: list[Stamp | None] = []
    schema: int = SCHEMA

    @property
    def device(self) -> str:
        """The id under which this home writes."""
        return self.devices[-1]

    def forget_folder(self, folder: str) -> None:
        """Begin anew with another folder."""
        self.folder, self.published, self.size, self.files = folder, 0, -1, {}


def load(path: Path) -> State:
    """The state kept in the file, a new one when there is none that can be used.

    A home that was copied to another machine, or brought back from a backup, becomes a device of its own: two that
    write under one id would each leave out what the other wrote. Raises OSError.
    """
    mark = [platform.node(), str(path.parent.stat().st_ino)]
    try:
        state = msgspec.json.decode(path.read_bytes(), type=State)
    except (FileNotFoundError, ValueError):
        state = State([], mark)
    if state.mark != mark or not state.devices:
        state.mark = mark
        state.devices.append(secrets.token_hex(8))
        state.published, state.size = 0, -1
        save(path, state)  # before anything is said under the new id
    if state.schema != SCHEMA:
        state.schema, state.files = SCHEMA, {}
    return state


def save(path: Path, state: State) -> None:
    """Keep the state; raises OSError."""
    replace_file(path, msgspec.json.encode(state))
