"""How the words of an entry become the bytes of a row: msgpack, deflated when that is worth its time."""

from __future__ import annotations

import zlib

import msgspec

from reader.errors import DamagedStore
from reader.library.feed_records import EntryBody
from reader.model import Entry

__all__ = ["packed", "unpacked"]

_WORTH_DEFLATING = 4000
"""Bytes: deflating a shorter text costs more time in a refresh (38 µs for 1,300 bytes) than its 40 % are worth."""
_PLAIN, _DEFLATED = b"\0", b"\1"


def packed(entry: Entry) -> bytes:
    """The words of an entry, for ``entry_text.body``."""
    fields = {
        "summary": entry.summary,
        "content": entry.content,
        "enclosures": entry.enclosures,
        "categories": entry.tags,
        "comments": entry.comments,
        "image": entry.image,
        "language": entry.language,
    }
    data = _ENCODER.encode({name: value for name, value in fields.items() if value})
    return _PLAIN + data if len(data) < _WORTH_DEFLATING else _DEFLATED + zlib.compress(data, 1)


def unpacked(data: bytes, name: str) -> EntryBody:
    """What ``packed`` was given; DamagedStore, naming the thing, when the bytes are damaged."""
    try:
        return _DECODER.decode(zlib.decompress(data[1:]) if data[:1] == _DEFLATED else data[1:])
    except (ValueError, zlib.error) as error:  # msgspec's errors are ValueErrors
        raise DamagedStore(f"{name} are damaged ({error}): refresh its feed") from error


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(EntryBody)
