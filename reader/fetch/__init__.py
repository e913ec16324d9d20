"""Brings a page in: over HTTP within strict bounds, from a file, or from standard input.

The doors: ``fetch``, ``read_file``, ``read_stream``, and ``open_page``, which decides between them. What comes
back is a ``Page`` of bytes; every failure is a ``FetchFailed`` or ``BadInput`` of one line. httpx loads at the
first fetch. ``fetch_picture`` is the door for what a person asked to see.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from reader.errors import FetchFailed

if TYPE_CHECKING:
    from reader.model import Page

__all__ = ["DEADLINE", "MAX_BYTES", "fetch", "fetch_picture", "open_page", "read_file", "read_stream", "trusted_roots"]

DEADLINE = 20.0
"""Seconds for one fetch, from the first look-up to the last byte, all redirects included."""
MAX_BYTES = 10_000_000
"""The largest page, counted after inflating."""


def fetch(
    url: str,
    *,
    deadline: float = DEADLINE,
    max_bytes: int = MAX_BYTES,
    typed: bool = True,
    allow: Collection[str] = (),
    stop: Callable[[], bool] | None = None,
) -> Page:
    """The page at an http(s) address, redirects followed.

    ``typed`` says that a person named the address, so it may be local; ``allow`` names further private
    addresses as ``host:port``. ``stop`` is asked several times a second whether to give up. Raises
    ``FetchFailed`` (DNS, refused, TLS, time-out, status, size, not a page, a private address, interrupted) or
    ``BadInput`` (not an http(s) address).
    """
    from reader.fetch.client import fetch_page

    return fetch_page(url, deadline=deadline, max_bytes=max_bytes, typed=typed, allow=allow, stop=stop)


def fetch_picture(
    url: str,
    *,
    deadline: float = DEADLINE,
    max_bytes: int = MAX_BYTES,
    allow: Collection[str] = (),
    stop: Callable[[], bool] | None = None,
) -> bytes:
    """The bytes of the picture at an address that a page names, so it may not be a private one.

    Raises as ``fetch`` does, and ``FetchFailed`` for what says that it is no picture, or an SVG drawing.
    """
    from reader.fetch.pictures import fetch_picture

    return fetch_picture(url, deadline=deadline, max_bytes=max_bytes, allow=allow, stop=stop)


def read_file(path: str | Path, *, max_bytes: int = MAX_BYTES) -> Page:
    """The page in a file (HTML, Markdown or text). Raises ``BadInput`` when it cannot be read or is no text."""
    from reader.fetch.files import page_of_file

    return page_of_file(path, max_bytes)


def read_stream(stream: BinaryIO, *, max_bytes: int = MAX_BYTES) -> Page:
    """The page on a binary stream such as standard input. Raises ``BadInput`` as ``read_file`` does."""
    from reader.fetch.files import page_of_stream

    return page_of_stream(stream, max_bytes)


def open_page(
    source: str,
    *,
    deadline: float = DEADLINE,
    max_bytes: int = MAX_BYTES,
    typed: bool = True,
    allow: Collection[str] = (),
    stop: Callable[[], bool] | None = None,
) -> Page:
    """The page that a person named: an address, a file, or ``-`` for standard input.

    A bare ``example.com/story`` that is no file is fetched over https. Raises as ``fetch`` and ``read_file``.
    """
    from reader.fetch.source import page_of_source

    return page_of_source(source, deadline=deadline, max_bytes=max_bytes, typed=typed, allow=allow, stop=stop)


def trusted_roots() -> int:
    """How many certificates a secure connection may rest on. FetchFailed when they cannot be read."""
    from reader.fetch.transport import trusted

    try:
        return trusted().cert_store_stats()["x509_ca"]
    except OSError as error:
        raise FetchFailed(f"the trusted certificates cannot be read: {error}") from error
