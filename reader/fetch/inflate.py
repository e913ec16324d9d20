"""Reads an answer's body with a bound on what it inflates to.

httpx inflates a chunk at a time without one: 800 bytes on the wire became 3 GB of memory.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from reader.errors import FetchFailed

__all__ = ["TooLarge", "inflated"]

_GZIP = ("gzip", "x-gzip")
_STEP = 65_536


class TooLarge(FetchFailed):
    """A body over the bound; what was asked for in parts may be asked for in smaller ones."""


def inflated(chunks: Iterable[bytes], encoding: str, max_bytes: int, name: str) -> bytes:
    """The body, of at most ``max_bytes``; ``encoding`` is its Content-Encoding.

    Raises ``TooLarge``, or ``FetchFailed`` when it is damaged or in an encoding that was not asked for.
    """
    encoding = encoding.strip().lower()
    if encoding in ("", "identity"):
        return _bounded(chunks, max_bytes, name)
    if encoding not in (*_GZIP, "deflate"):
        raise FetchFailed(f"{name}: sent in an encoding that was not asked for ({encoding[:40]})")
    return _Inflater(encoding, max_bytes, name).all(chunks)


def too_large(name: str, max_bytes: int) -> TooLarge:
    """The failure of a body over the bound."""
    return TooLarge(f"{name}: larger than {max_bytes / 1_000_000:g} MB: too large")


def _bounded(chunks: Iterable[bytes], max_bytes: int, name: str) -> bytes:
    body = bytearray()
    for chunk in chunks:
        body += chunk
        if len(body) > max_bytes:
            raise too_large(name, max_bytes)
    return bytes(body)


class _Inflater:
    """gzip of several members, or deflate with or without its zlib header (RFC 9110, 8.4.1.2)."""

    def __init__(self, encoding: str, max_bytes: int, name: str) -> None:
        self._gzip = encoding in _GZIP
        self._max = max_bytes
        self._name = name
        self._body = bytearray()
        self._stream = zlib.decompressobj(zlib.MAX_WBITS | 16 if self._gzip else zlib.MAX_WBITS)
        self._begun = False

    def all(self, chunks: Iterable[bytes]) -> bytes:
        for chunk in chunks:
            try:
                self._feed(chunk)
            except zlib.error as error:
                raise FetchFailed(f"{self._name}: the answer is damaged: it cannot be inflated as it says") from error
        if self._begun and not self._stream.eof:
            raise FetchFailed(f"{self._name}: the answer was cut off in the middle: try again")
        return bytes(self._body)

    def _feed(self, chunk: bytes) -> None:
        if not self._begun and chunk:
            self._begun = True
            if not self._gzip and not _has_zlib_header(chunk):
                self._stream = zlib.decompressobj(-zlib.MAX_WBITS)
        while chunk:
            if self._stream.eof:
                if not self._gzip or not chunk.startswith(b"\x1f\x8b"):
                    return  # what follows the last member is padding
                self._stream = zlib.decompressobj(zlib.MAX_WBITS | 16)
            self._body += self._stream.decompress(chunk, _STEP)
            if len(self._body) > self._max:
                raise too_large(self._name, self._max)
            chunk = self._stream.unconsumed_tail or self._stream.unused_data


def _has_zlib_header(chunk: bytes) -> bool:
    return len(chunk) > 1 and chunk[0] & 0x0F == 8 and int.from_bytes(chunk[:2]) % 31 == 0
