"""The ZIP files that Omnivore and Pocket hand out: their files of notes, inflated within a bound, never written."""

from __future__ import annotations

import io
import zlib
from zipfile import BadZipFile, ZipFile, ZipInfo

from reader.errors import BadInput

__all__ = ["is_archive", "members"]

LARGEST = 64 * 1024 * 1024
"""Bytes of all files in it together, inflated."""

_ENDINGS = (".json", ".csv")


def is_archive(data: bytes) -> bool:
    """Whether the bytes are those of a ZIP file."""
    return data.startswith(b"PK\x03\x04")


def members(data: bytes, name: str) -> list[tuple[str, bytes]]:
    """The tables and JSON files in it, each with the words that an error line calls it."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            chosen = [part for part in archive.infolist() if part.filename.lower().endswith(_ENDINGS)]
            found, room = [], LARGEST
            for part in chosen[:10_000]:
                inside = _read(archive, part, room, name)
                room -= len(inside)
                found.append((f"{name}: {part.filename}", inside))
    except (BadZipFile, NotImplementedError, RuntimeError, zlib.error, EOFError) as error:
        raise BadInput(f"{name}: a ZIP file that cannot be read: {error}") from None
    if not found:
        raise BadInput(f"{name}: a ZIP file with no exports in it: {' or '.join(_ENDINGS)} is needed")
    return found


def _read(archive: ZipFile, part: ZipInfo, room: int, name: str) -> bytes:
    with archive.open(part) as file:
        inside = file.read(room + 1)
    if len(inside) > room:
        raise BadInput(f"{name}: is over {LARGEST >> 20} MB once unpacked: unpack it and give the files one by one")
    return inside
