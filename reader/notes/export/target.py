"""Putting an export where the user said: whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from reader.errors import BadInput
from reader.notes import files
from reader.notes.files import sync_folder, told

__all__ = ["write"]

_PIECE = 256 * 1024
"""Bytes gathered before they are written."""


def write(path: Path, text: str | bytes | Iterable[str]) -> None:
    """Write text, or pieces of it as they come, as UTF-8 to ``path``; bytes as they are.

    A file that is there is replaced in one step, or stays when that fails. BadInput for a directory or a folder that
    is not there, StoreFailed when the disk refuses; one line each.
    """
    pieces = [text] if isinstance(text, str | bytes) else text
    with told(path, "not written"):
        target = path.resolve()  # a symbolic link stays one
        mode = target.stat().st_mode if target.exists() else None
        if mode is not None and stat.S_ISDIR(mode):
            raise BadInput(f"{path}: is a directory: name a file in it")
        if not target.parent.is_dir():
            raise BadInput(f"{path}: no such folder: {target.parent}: make it first, or name another")
        if mode is not None and not stat.S_ISREG(mode):
            descriptor = os.open(target, os.O_WRONLY)  # a pipe, or a device such as /dev/stdout
            try:
                _write_pieces(descriptor, pieces)
            finally:
                os.close(descriptor)
            return
        _replace(target, pieces, mode)


def _replace(target: Path, pieces: Iterable[str | bytes], mode: int | None) -> None:
    """By way of a temporary file beside it, which a failure, of the disk or of the pieces, leaves none of."""
    temporary = target.with_name(f".{target.name[:60]}.{os.getpid()}.tmp")
    temporary.unlink(missing_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    descriptor = os.open(temporary, flags, 0o666)
    try:
        try:
            if mode is not None:
                os.fchmod(descriptor, stat.S_IMODE(mode))
            _write_pieces(descriptor, pieces)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        temporary.replace(target)
    finally:
        with suppress(FileNotFoundError):
            temporary.unlink()
    sync_folder(target.parent)


def _write_pieces(descriptor: int, pieces: Iterable[str | bytes]) -> None:
    gathered = bytearray()
    for piece in pieces:
        gathered += piece if isinstance(piece, bytes) else piece.encode("utf-8", "replace")
        if len(gathered) >= _PIECE:
            files.write_all(descriptor, bytes(gathered))
            gathered.clear()
    files.write_all(descriptor, bytes(gathered))
